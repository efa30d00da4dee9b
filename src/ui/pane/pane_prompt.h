#ifndef COSUB_UI_PANE_PANE_PROMPT_H
#define COSUB_UI_PANE_PANE_PROMPT_H

/*
 * The command line while it is typed, and what it could become.
 */

#include "ui/canvas/canvas.h"

#include <stddef.h>

/* Draws a line of n bytes on the first row of a rectangle, scrolled so that the
 * cursor (in bytes) is in sight; returns the column of the cursor. */
int pane_prompt_draw(struct canvas *c, struct rect in, const char *text, size_t n, size_t cursor);

/* Draws a text over the last rows of a rectangle, as few as it needs. */
void pane_choices_draw(struct canvas *c, struct rect in, const char *text, size_t n);

#endif
