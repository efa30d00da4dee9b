#ifndef COSUB_TRACE_FRAME_ROWS_H
#define COSUB_TRACE_FRAME_ROWS_H

/*
 * Rows for frames.  A frame gets the lowest row that is free; but one whose
 * last frame was of the same code comes first, so that the calls of a function
 * follow each other in one place.
 */

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

/* A set of rows: a bit for each, and above them, level by level, a bit for each
 * word below that is not 0.  So the lowest is found in a few steps. */
enum { ROW_LEVELS = 6 };
struct rows {
	uint64_t *level[ROW_LEVELS];
	unsigned depth;
	uint64_t cap; /* rows that have a bit */
};

#define ROWS_NONE UINT32_MAX

void rows_add(struct rows *r, uint32_t row);
/* It may be absent. */
void rows_remove(struct rows *r, uint32_t row);
/* ROWS_NONE if it is empty. */
uint32_t rows_lowest(const struct rows *r);
void rows_fini(struct rows *r);

struct frame_rows {
	struct {
		ARRAY(uint32_t);
	} codes; /* of each row: the code of the frame that has it or had it last */
	struct rows free;
	struct {
		ARRAY(struct rows);
	} by_code; /* the free rows whose last frame was of that code */
	/* the row that became free last, + 1, not in the sets yet: mostly it is the next to be
	 * taken */
	uint32_t last;
};

/* A row for a frame of the code with this number. */
uint32_t frame_rows_take(struct frame_rows *s, uint32_t code);
void frame_rows_release(struct frame_rows *s, uint32_t slot);
void frame_rows_fini(struct frame_rows *s);

#endif
