#ifndef COSUB_TESTS_HOSTILE_H
#define COSUB_TESTS_HOSTILE_H

/*
 * Texts and screens that try to break out of their place, the same on every
 * machine: for the tests of the canvas, and of the terminal that shows it.
 */

#include "base/sbuf.h"
#include "ui/canvas/canvas.h"

#include <stdint.h>

static inline uint32_t hostile_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* Less than n, and not less than 0. */
static inline int hostile_number(uint32_t *state, int n)
{
	return (int)(hostile_random(state) % (uint32_t)n);
}

/* Puts another text into out. */
static inline void hostile_text(uint32_t *state, struct sbuf *out)
{
	static const char *const pieces[] = {
		"a",
		"word ",
		"\033[31m",
		"\033]0;x\a",
		"\n",
		"\t",
		"\xff",
		"\xe6\xbc",
		"漢",
		"字",
		"e\u0301",
		"\u0301\u0302",
		"\u202e",
		"\u200d",
		"\u200b",
		"界\u200d面",
		"●",
		"→",
		"\xc2\x9b",
		"\xed\xa0\x80",
		"\U000e0041",
		"\ue000",
		"가",
		"\u1160",
		"\033[2J",
		"\033[?1049l",
		"x\b\b\b",
		"\r",
		"\ufe0f",
		"ｆ",
		"é",
	};
	sbuf_truncate(out, 0);
	for (int n = hostile_number(state, 40); n > 0; n--)
		sbuf_str(out, pieces[hostile_random(state) % (sizeof pieces / sizeof *pieces)]);
}

/* Draws a dozen hostile texts into a rectangle of c and all over its edges. */
static inline void hostile_screen(uint32_t *state, struct canvas *c, struct rect in)
{
	struct sbuf text = { 0 };
	for (int i = 0; i < 12; i++) {
		enum role role = (enum role)hostile_number(state, ROLE_COUNT);
		int row = hostile_number(state, in.rows + 2) - 1;
		int col = hostile_number(state, in.cols + 15) - 15;
		hostile_text(state, &text);
		canvas_text(c, in, row, col, role, (unsigned)i % 4, sbuf_cstr(&text), text.len);
	}
	canvas_wrap(c, rect_bottom(&in, 2), ROLE_NOTE, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}

#endif
