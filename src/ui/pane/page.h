#ifndef COSUB_UI_PANE_PAGE_H
#define COSUB_UI_PANE_PAGE_H

/*
 * A text of several lines over the panes: the help, the lesson, a long reply.
 * It is scrolled with the usual keys, by rows of the screen: a line that is
 * longer than the page has rows can be read to its end.  Any other key closes it.
 *
 * Some of its lines can be links to one or several steps.  Then one of them is
 * chosen, the keys that scroll go from one to the next, Left and Right choose
 * among the steps, and Enter follows: the page is closed, and whoever opened
 * it goes there.
 */

#include "base/array.h"
#include "base/sbuf.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/input.h"

enum { PAGE_LINK_STEPS = 5 };
struct page_link {
	size_t line; /* of the text, from 0; ascending */
	int side;    /* whose steps they are */
	uint32_t n;
	uint64_t step[PAGE_LINK_STEPS];
};

/* A line that begins with a sign, up to the next column of its text. */
struct page_sign {
	size_t line;
	enum role role;
};

struct page_line {
	size_t at, len; /* in the text */
	long row;
};

/* Zeroed memory is a closed page. */
struct page {
	bool open;
	bool lesson; /* headings, lists and code look like it */
	struct sbuf title, text;
	/* The lines of the text, and the row at which each begins in so many columns. */
	struct {
		ARRAY(struct page_line);
	} lines;
	int cols;
	long top;         /* the first row of the text that is shown */
	long total, rows; /* of the text; of those, as many are shown at once */
	struct {
		ARRAY(struct page_link);
	} links;
	struct {
		ARRAY(struct page_sign);
	} signs;
	size_t link;   /* the chosen one */
	uint32_t way;  /* and which of its steps */
	bool followed; /* by the last input */
};

void page_open(struct page *p, const char *title, const char *text);

/* The same for a text with the marks of Markdown. */
void page_open_lesson(struct page *p, const char *title, const char *text);

/* Adds a link to the open page. */
void page_add_link(struct page *p, struct page_link link);

/* Lets the sign that a line of the open page begins with look like it does. */
void page_add_sign(struct page *p, struct page_sign sign);

/* Where the link leads that is chosen. */
struct page_link page_chosen(const struct page *p, uint64_t *step);

/* Takes one input; closes the page unless it scrolls. */
void page_input(struct page *p, const struct input *in);

/* Draws it in the middle of a rectangle. */
void page_draw(struct canvas *c, struct rect in, struct page *p);

/* How many rows of its text are below those that were drawn last. */
long page_rows_below(const struct page *p);

/* Draws as much of its text as a rectangle has room for, without a frame, and
 * returns how many of its rows have none. */
long page_draw_text(struct canvas *c, struct rect in, struct page *p);

void page_fini(struct page *p);

#endif
