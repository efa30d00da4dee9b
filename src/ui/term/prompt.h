#ifndef COSUB_UI_TERM_PROMPT_H
#define COSUB_UI_TERM_PROMPT_H

/*
 * The line that a person types, edited by libedit: emacs and vi keys, their
 * ~/.editrc, the lines of before, completion.  prompt.c alone knows libedit.
 *
 * There are two of it.  On a screen, libedit believes that it has a terminal of
 * its own, of which nobody sees anything: the keys come from the screen's loop,
 * and the line is drawn by whoever owns the screen.  In the plain dialogue it
 * has the real terminal.
 *
 * One line is read at a time, in one call that returns when it is done; what
 * happens meanwhile (keys, another size, being stopped) goes through the host.
 */

#include "base/sbuf.h"
#include "session/commands/complete.h"
#include "session/user/command_history.h"
#include "ui/canvas/input.h"

#include <stdbool.h>

struct prompt;
struct signals;
struct termios;

/* Who shows the line; only complete is used in the plain dialogue. */
struct prompt_host {
	void *self;
	/* The line is now text, with the cursor before byte `cursor`. */
	void (*show)(void *self, const char *text, size_t cursor);
	/* What the next word could be, or a complaint: a text to be seen until the
	 * line changes. */
	void (*tell)(void *self, const char *text);
	/* Waits for an input.  What is no affair of the line (sizes, the mouse) is
	 * dealt with there and given back all the same. */
	struct input (*read)(void *self);
	void (*complete)(void *self, const char *text, size_t cursor, struct completion *c);
};

struct prompt_options {
	struct prompt_host host;
	/* Of the person's terminal, for their erase keys; NULL: the usual ones. */
	const struct termios *modes;
	/* The lines of before, to which new ones are added; may be NULL. */
	struct command_history *command_history;
	struct signals *signals; /* of the plain dialogue: open while it lasts */
	bool editrc;             /* heed $EDITRC or ~/.editrc */
};

enum prompt_end {
	PROMPT_LINE,      /* a line was typed */
	PROMPT_CANCELLED, /* Ctrl-C, or Esc where that cannot mean anything else */
	PROMPT_NO_MORE,   /* Ctrl-D on an empty line, or standard input ends */
	PROMPT_GONE       /* asked to end, or the terminal is gone */
};

/* A prompt on a screen.  NULL, with a sentence appended to why, if the system
 * has no pseudo terminal for it.  It may disturb curses: call screen_reclaim
 * afterwards. */
struct prompt *prompt_new(const struct prompt_options *o, struct sbuf *why);

/* A prompt on standard input and output, which are terminals; ask stands before
 * each line (ASCII, outlives the prompt).  Mistakes in ~/.editrc are said on
 * standard error. */
struct prompt *prompt_plain(const struct prompt_options *o, const char *ask);

/* Reads a line that begins with a text already typed; line is emptied first. */
enum prompt_end prompt_read(struct prompt *p, const char *start, struct sbuf *line);

void prompt_free(struct prompt *p);

#endif
