#ifndef COSUB_TESTS_PICTURES_H
#define COSUB_TESTS_PICTURES_H

/*
 * Random pictures with wide characters and combining marks, one over the other,
 * and what a terminal like xterm is sent for each: for tests that hold what
 * terminals show against the canvas.
 */

#include "ui/term/emit.h"

struct pictures {
	struct canvas canvas; /* the picture at hand */
	struct emitter emitter;
	uint32_t random;
};

/* The state before the first picture; the seed decides them all. */
void pictures_init(struct pictures *p, uint32_t seed, int rows, int cols);
void pictures_fini(struct pictures *p);

/* Draws the next picture; what is to be sent is in emitter.out. */
void pictures_next(struct pictures *p);

/* Appends what a cell shows: its character with the marks, and b, u, r behind a
 * slash for bold, underlined, reversed (of a blank that is bold nothing is seen);
 * for the right half of a wide one nothing. */
void pictures_cell(const struct canvas *c, int row, int col, struct sbuf *out);

#endif
