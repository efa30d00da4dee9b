#ifndef COSUB_UI_STAGE_DUMP_H
#define COSUB_UI_STAGE_DUMP_H

/*
 * The stepper's screen as text or as a picture, without a terminal: for
 * scripts, for documents, and for comparing.
 */

#include "session/core/session.h"
#include "ui/canvas/canvas.h"

struct dump_options {
	int rows, cols;
	const char *keys; /* pressed before, as in keys_read; NULL: none */
	enum charset charset;
	bool roles;       /* also what each cell means (canvas_roles) */
	bool svg;         /* a picture instead of text, */
	enum theme theme; /* on such a background */
};

/* Appends the screen, a line each row, or a document in SVG. */
void dump_screen(struct session *s, const struct dump_options *options, struct sbuf *out);

/* Reads "80x24": columns and rows, 1 to CANVAS_MAX each. */
bool dump_read_size(const char *text, int *cols, int *rows);

#endif
