#ifndef COSUB_UI_ENTRY_H
#define COSUB_UI_ENTRY_H

/*
 * A line that a person types on the last row: the command line behind ":".
 */

#include "base/sbuf.h"
#include "ui/canvas.h"
#include "ui/input.h"

/* Zeroed memory is a closed entry. */
struct entry {
	bool open;
	struct sbuf text;
	size_t cursor;          /* in bytes, between characters */
};

enum entry_result { ENTRY_EDITING, ENTRY_DONE, ENTRY_CANCELLED };

/* Opens it with a text, the cursor at its end. */
void entry_open(struct entry *e, const char *text);

/* Takes one input.  The entry closes itself when it is done (text is the line
 * then) or cancelled. */
enum entry_result entry_input(struct entry *e, const struct input *in);

/* Draws it on the first row of a rectangle; returns the column of the cursor. */
int entry_draw(struct canvas *c, struct rect in, const struct entry *e);

void entry_fini(struct entry *e);

#endif
