#ifndef COSUB_UI_PAGE_H
#define COSUB_UI_PAGE_H

/*
 * A text of several lines over the panes: the help, the lesson, a long reply.
 * It is scrolled with the usual keys and goes away with any other.
 */

#include "base/sbuf.h"
#include "ui/canvas.h"
#include "ui/input.h"

/* Zeroed memory is a closed page. */
struct page {
	bool open;
	bool lesson;            /* headings, lists and code look like it */
	struct sbuf title, text;
	size_t top;             /* the first line that is shown */
	int rows;               /* of text, when it was drawn last */
	bool more;              /* it did not reach the end then */
};

void page_open(struct page *p, const char *title, const char *text);

/* The same for a text with the marks of Markdown. */
void page_open_lesson(struct page *p, const char *title, const char *text);

/* Takes one input; closes the page unless it scrolls. */
void page_input(struct page *p, const struct input *in);

/* Draws it in the middle of a rectangle. */
void page_draw(struct canvas *c, struct rect in, struct page *p);

void page_fini(struct page *p);

#endif
