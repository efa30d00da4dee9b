#ifndef COSUB_UI_CANVAS_SVG_H
#define COSUB_UI_CANVAS_SVG_H

/*
 * A canvas as a picture in SVG, in the colours that a terminal shows: for
 * documents and handouts.
 */

#include "ui/canvas/canvas.h"

struct sbuf;

/* Appends a whole document.  The same canvas gives the same bytes. */
void svg_draw(const struct canvas *c, enum theme theme, struct sbuf *out);

#endif
