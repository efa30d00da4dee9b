#ifndef COSUB_UI_TERM_SCREEN_H
#define COSUB_UI_TERM_SCREEN_H

/*
 * The terminal: shows a canvas, reads input, and gives the terminal back in
 * order however the program ends.  Only screen.c, keyboard.c and terminfo.c know
 * curses.  A process has one terminal, so one screen at a time.
 *
 * main has called setlocale(LC_CTYPE, "") before: that decides between UTF-8
 * and ASCII.  TERM, COLORTERM, COLORFGBG, NO_COLOR and ESCDELAY are honoured.
 */

#include "ui/canvas/canvas.h"
#include "ui/canvas/input.h"

#include <stdbool.h>

struct sbuf;
struct screen;
struct termios;

/* By the locale and the terminal: the Linux console gets ASCII signs, since
 * its fonts vary. */
enum screen_glyphs { GLYPHS_AUTO, GLYPHS_UTF8, GLYPHS_ASCII };

/* By the background of the terminal: what it answers when it is asked, else what
 * COLORFGBG says, else dark. */
enum screen_theme { SCREEN_AUTO, SCREEN_DARK, SCREEN_LIGHT };

struct screen_options {
	enum screen_theme theme;
	enum screen_glyphs glyphs;
	bool mouse;
};

/* Why there is no screen. */
enum screen_status {
	SCREEN_OK,
	SCREEN_NO_TERMINAL, /* standard input or output is something else */
	SCREEN_BAD_TERM,    /* TERM is unknown or cannot place the cursor */
	SCREEN_FAILED       /* the system refused something */
};

/* Takes the terminal.  NULL on failure; then *status says why, and a sentence
 * without a full stop is appended to why, made printable. */
struct screen *screen_start(
	const struct screen_options *options, enum screen_status *status, struct sbuf *why);

/* Gives the terminal back and frees the screen; NULL is fine. */
void screen_stop(struct screen *s);

/* The size of the terminal, at most CANVAS_MAX each. */
int screen_rows(const struct screen *s);
int screen_cols(const struct screen *s);

/* What a canvas for this screen may hold. */
enum charset screen_charset(const struct screen *s);

/* Change how things look from the next screen_show on. */
void screen_set_theme(struct screen *s, enum screen_theme theme);
void screen_set_glyphs(struct screen *s, enum screen_glyphs glyphs);
void screen_set_mouse(struct screen *s, bool on);

/* Where the next screen_show puts the cursor; a negative row hides it. */
void screen_set_cursor(struct screen *s, int row, int col);

/* Brings the terminal to show c, sending only what differs from before.  A
 * canvas of another size is shown from the top left corner. */
void screen_show(struct screen *s, const struct canvas *c);

/* The next screen_show sends everything: somebody else wrote on the terminal. */
void screen_redraw(struct screen *s);

/* Waits for the next input: for ever if timeout_ms is negative, not at all if
 * it is 0.  This is the only place that waits, and may be called from anywhere.
 * Being stopped and continued by a signal happens inside. */
struct input screen_read(struct screen *s, int timeout_ms);

/* Stops the job, as Ctrl-Z does elsewhere; returns when it goes on.  The size
 * may be another one then. */
void screen_suspend(struct screen *s);

/* Lend the terminal to another program (an editor), and take it again. */
void screen_leave(struct screen *s);
void screen_enter(struct screen *s);

/* A library that handles terminals may have replaced curses' idea of ours:
 * call this after such a library was started. */
void screen_reclaim(struct screen *s);

/* The modes that the terminal had before screen_start. */
const struct termios *screen_shell_modes(const struct screen *s);

#endif
