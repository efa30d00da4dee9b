#ifndef COSUB_TESTS_VT_H
#define COSUB_TESTS_VT_H

/*
 * A terminal for tests: a program runs on a pseudo terminal, and libvterm
 * makes a screen of what it sends.
 *
 * Nothing here sleeps.  A test waits for what must appear, or for a fence: with
 * COSUB_TEST_FENCE set (which vt_open does) the program marks the end of each
 * picture, so that a test knows that a screen is whole and that a key has
 * been dealt with.  What a test expects and does not get within a few seconds
 * fails it, with the screen in the message.
 */

#include <stdbool.h>
#include <stddef.h>

struct vt;

struct vt_options {
	int rows, cols;
	const char *const *argv; /* ends with NULL */
	const char *const *env;  /* "NAME=value", or "NAME" to unset; may be NULL */
	const char *background;  /* answered when it is asked for; NULL: not */
	bool silent;             /* answers nothing else either, and has no mouse */
	bool job;                /* run under a little shell that knows jobs:
	                                 * it says "[stopped K]" the K-th time,
	                                 * "[ended STATUS]" (128 + N for a signal),
	                                 * and continues a stopped job when a key
	                                 * is sent */
};

/* Starts a program.  TERM is xterm-256color and the locale C.UTF-8 unless env
 * says something else; no other variable of the tests' own environment that
 * changes how a screen looks gets through. */
struct vt *vt_open(const struct vt_options *options);

/* Kills the program if it still runs. */
void vt_close(struct vt *v);

/* Keys as terminals send them. */
#define VT_UP "\033[A"
#define VT_DOWN "\033[B"
#define VT_RIGHT "\033[C"
#define VT_LEFT "\033[D"
#define VT_ESC "\033"
#define VT_CTRL(c) ((char[]){ (char)((c)&31), '\0' })

/* Sends keys and returns at once. */
void vt_send(struct vt *v, const char *keys);
void vt_send_bytes(struct vt *v, const char *bytes, size_t n);

/* Sends one key and waits until the program has shown the next picture. */
void vt_press(struct vt *v, const char *key);

/* As vt_press for each character of keys in turn. */
void vt_type(struct vt *v, const char *keys);

/* Waits until text stands somewhere on the screen within one row, and the
 * picture is whole. */
void vt_wait(struct vt *v, const char *text);

/* Waits until text stands nowhere on the screen. */
void vt_wait_gone(struct vt *v, const char *text);

/* Waits until the program has sent n whole pictures since it started. */
void vt_wait_pictures(struct vt *v, unsigned long n);

/* The pictures that were sent so far. */
unsigned long vt_pictures(const struct vt *v);

/* Waits for bytes that the program sends, from the beginning on. */
void vt_wait_bytes(struct vt *v, const char *bytes);

/* Whether these bytes were ever sent. */
bool vt_has_bytes(const struct vt *v, const char *bytes);

/* How many bytes were sent so far. */
size_t vt_sent(const struct vt *v);

/* Changes the size; the program learns it from the kernel. */
void vt_resize(struct vt *v, int rows, int cols);

/* Sends a signal to the program. */
void vt_signal(struct vt *v, int number);

/* Takes the terminal away, as a closed window does. */
void vt_hang_up(struct vt *v);

/* Waits for the program's end; its exit status, or 128 + N for signal N. */
int vt_exit(struct vt *v);

/* Whether the terminal is in its ordinary modes: line by line, with echo. */
bool vt_is_cooked(const struct vt *v);

/* Waits until the program reads key by key: an editor of lines shows its prompt
 * a little before. */
void vt_wait_raw(struct vt *v);

bool vt_is_alternate(const struct vt *v); /* the alternate screen is shown */
bool vt_is_cursor_visible(const struct vt *v);
int vt_cursor_row(const struct vt *v);
int vt_cursor_col(const struct vt *v);

/* How often the bell rang. */
int vt_bells(const struct vt *v);

/* A mouse button (1 left, 4 and 5 the wheel) is pressed at a cell. */
void vt_click(struct vt *v, int button, int row, int col);

/* The screen as text, a line each row, without trailing blanks; the caller
 * frees it, as all the following, with free. */
char *vt_text(const struct vt *v);

/* One row of it, without a newline. */
char *vt_row(const struct vt *v, int row);

/* How one cell looks: "bold reverse fg=75", or "" for an ordinary one.  Of a
 * blank only what can be seen counts. */
char *vt_look(const struct vt *v, int row, int col);

/* The screen, then how it looks: a letter for each cell, a legend of the
 * letters, and the cursor. */
char *vt_picture(const struct vt *v);

/* Compares vt_picture with tests/screens/NAME.txt; with UPDATE_GOLDEN=1 in the
 * environment writes that file instead. */
void vt_golden(struct vt *v, const char *name);

#endif
