#ifndef COSUB_UI_TERM_SIGNALS_H
#define COSUB_UI_TERM_SIGNALS_H

/*
 * Signals as something that poll can wait for.  A handler only notes which
 * signal came and writes a byte to a pipe; whoever polls the pipe then asks
 * what came.  So a resize that arrives at the wrong moment is never lost, and
 * nothing unsafe happens inside a handler.
 *
 * A fault of our own is the exception: its handler gives the terminal back (see
 * rescue.h) and then dies of the signal as it would have.
 *
 * A process has one set of signals, so only one of these can be open.
 */

#include <signal.h>
#include <stdbool.h>

enum {
	CAUGHT_RESIZE = 1,
	CAUGHT_STOP = 2,
	CAUGHT_CONTINUE = 4,
	CAUGHT_INTERRUPT = 8,
	CAUGHT_END = 16 /* asked to end, or the terminal hung up */
};

enum { SIGNALS_MAX = 16 };

struct signals {
	int wake[2];                       /* poll wake[0] for reading */
	struct sigaction old[SIGNALS_MAX]; /* what was in force before */
	stack_t old_stack;
	void *stack; /* where faults are handled */
};

/* Installs all handlers; a signal that the parent process had switched off
 * stays off.  False, with errno, if there can be no pipe. */
bool signals_open(struct signals *s);

/* Puts everything back. */
void signals_close(struct signals *s);

/* The set (CAUGHT_...) of what came since the last call, and empties the pipe. */
unsigned signals_take(struct signals *s);

/* While the terminal is lent to somebody else, a stop stops us as well, so
 * that a shell sees the whole job stopped.  What was meant for the borrower
 * (stops, interrupts) is forgotten afterwards. */
void signals_lend(struct signals *s);
void signals_return(struct signals *s);

/* Stops the job as the terminal's own suspend key would, and returns when it
 * is continued; at once if nothing could continue it.  Call it while the
 * terminal is lent. */
void signals_stop(void);

#endif
