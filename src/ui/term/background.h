#ifndef COSUB_UI_TERM_BACKGROUND_H
#define COSUB_UI_TERM_BACKGROUND_H

/*
 * The background of the terminal: xterm's OSC 11 asks for it.  Behind it goes DA1,
 * which all terminals answer, and in order: when that answer is there, none about the
 * background will come.  An answer may come late, over a slow line; until then the
 * keyboard has patience with sequences that come in pieces, and who gives the terminal
 * away waits for it, so that it is typed to nobody.  Of screen.h's inside.
 *
 * tmux (3.3a) answers only for panes whose style has a background, and does not ask
 * its own terminal.
 */

#include "ui/canvas/look.h"
#include "ui/term/keyboard.h"

/* How long the first picture waits for an answer. */
enum { BACKGROUND_MS = 100 };

/* Zeroed memory knows nothing and has asked nobody. */
struct background {
	bool known;
	uint32_t colour; /* 0xRRGGBB */
	bool was_asked;  /* at some time */
	bool asked;      /* and DA1 is not answered */
	long until;      /* after this time it will not be */
};

/* Appends the question, unless it was put before; k gets patient. */
void background_ask(struct background *b, struct keyboard *k, struct sbuf *out);

/* Takes an answer. */
void background_take(struct background *b, struct keyboard *k, const struct input *in);

/* Gives up waiting when its time is over. */
void background_expire(struct background *b, struct keyboard *k);

/* Waits a moment for answers that are still to come, and loses what else is typed
 * meanwhile; at once if nothing is to come. */
void background_settle(struct background *b, struct keyboard *k);

/* The theme for what is known, by COLORFGBG where nothing was answered. */
enum theme background_theme(const struct background *b);

#endif
