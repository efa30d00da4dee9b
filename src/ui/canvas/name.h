#ifndef COSUB_UI_CANVAS_NAME_H
#define COSUB_UI_CANVAS_NAME_H

/* The name of a frame in a column of names. */

#include "ui/canvas/canvas.h"

/* Draws a name on the first row of a rectangle; one that is too long keeps its
 * number: "producer…#12". */
void name_draw(struct canvas *c, struct rect in, enum role role, const char *name);

#endif
