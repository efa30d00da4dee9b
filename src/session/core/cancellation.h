#ifndef COSUB_SESSION_CORE_CANCELLATION_H
#define COSUB_SESSION_CORE_CANCELLATION_H

/*
 * Searching a long run may mean looking at millions of steps.  Whoever shows
 * the session is asked now and then whether the person still wants to wait.
 */

#include "session/core/session.h"

struct cancellation {
	/* Asked after each slice of work, about a millisecond of it, with the
	 * steps that the command under way has looked at; false: it is given up,
	 * and nothing moves.  Called in the midst of a command: no other may be
	 * done in it.  NULL: nobody asks. */
	bool (*lasts)(void *self, uint64_t looked);
	void *self;
	uint64_t looked;
	uint64_t work; /* since the last question */
	bool lost;
};

/* What looking at a step costs, for cancellation_allows. */
enum {
	CANCELLATION_READ = 1,
	CANCELLATION_MOVE = 32,
	CANCELLATION_PROVE = 32,
	CANCELLATION_TELL = 256,
	CANCELLATION_EVALUATE = 4096
};

/* A command begins. */
void cancellation_begin(struct session *s);

/* Whether the command under way was given up. */
bool cancellation_requested(const struct session *s);

/* The work between two questions, and the question. */
enum { CANCELLATION_SLICE = 1 << 16 };
bool cancellation_ask(struct cancellation *p);

/* To be called for each step that a command looks at, with its cost; false if
 * the command is to be given up, and from then on. */
static inline bool cancellation_allows(const struct session *s, unsigned cost)
{
	struct cancellation *p = s->cancellation;
	p->looked++;
	p->work += cost;
	return p->work < CANCELLATION_SLICE ? !p->lost : cancellation_ask(p);
}

#endif
