/* Rectangles: parts cut off, the part that two share, the middle. */

#include "ui/canvas/canvas.h"

#include <assert.h>

static int clamp(int n, int low, int high)
{
	assert(low <= high && "a range is not empty");
	return n < low ? low : n > high ? high : n;
}

struct rect rect_top(struct rect *rest, int n)
{
	struct rect r = *rest;

	r.rows = clamp(n, 0, rest->rows);
	assert(rest->rows >= 0 && "a rectangle has rows or none");
	rest->row += r.rows;
	rest->rows -= r.rows;
	return r;
}

struct rect rect_bottom(struct rect *rest, int n)
{
	struct rect r = *rest;

	r.rows = clamp(n, 0, rest->rows);
	assert(rest->rows >= 0 && "a rectangle has rows or none");
	rest->rows -= r.rows;
	r.row += rest->rows;
	return r;
}

struct rect rect_left(struct rect *rest, int n)
{
	struct rect r = *rest;

	r.cols = clamp(n, 0, rest->cols);
	assert(rest->cols >= 0 && "a rectangle has columns or none");
	rest->col += r.cols;
	rest->cols -= r.cols;
	return r;
}

struct rect rect_right(struct rect *rest, int n)
{
	struct rect r = *rest;

	r.cols = clamp(n, 0, rest->cols);
	assert(rest->cols >= 0 && "a rectangle has columns or none");
	rest->cols -= r.cols;
	r.col += rest->cols;
	return r;
}

/* The part that the ranges [*a, *a + *n) and [b, b + m) share. */
static void meet_range(int *a, int *n, int b, int m)
{
	int end = *a + *n < b + m ? *a + *n : b + m;

	if (*a < b)
		*a = b;
	*n = end > *a ? end - *a : 0;
}

struct rect rect_meet(struct rect a, struct rect b)
{
	meet_range(&a.row, &a.rows, b.row, b.rows);
	meet_range(&a.col, &a.cols, b.col, b.cols);
	return a;
}

struct rect rect_centre(struct rect r, int rows, int cols)
{
	struct rect mid = { .rows = clamp(rows, 0, r.rows), .cols = clamp(cols, 0, r.cols) };

	mid.row = r.row + (r.rows - mid.rows) / 2;
	mid.col = r.col + (r.cols - mid.cols) / 2;
	return mid;
}
