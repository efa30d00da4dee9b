#ifndef COSUB_UI_TERM_RESCUE_H
#define COSUB_UI_TERM_RESCUE_H

/*
 * Gives the terminal back when there is no time to do it properly: in the
 * handler of a fault, or at an exit from somewhere deep.
 *
 * While armed, what anybody writes to standard error (an assertion that fails,
 * memory that is exhausted, a library) is held back: on the screen it would
 * spoil the picture and then be gone with it.  It comes out when the terminal
 * is given back, in whichever way.
 */

#include <stddef.h>

struct termios;

/* Prepares to write n bytes (cut to 500, without padding) to fd and to set its
 * modes. */
void rescue_arm(int fd, const struct termios *modes, const char *text, size_t n);

/* The terminal is in order again: nothing else needs to be done. */
void rescue_disarm(void);

/* Does now what was prepared, if it was: for atexit and signal handlers. */
void rescue_now(void);

#endif
