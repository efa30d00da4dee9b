#ifndef COSUB_SESSION_CORE_PATIENCE_H
#define COSUB_SESSION_CORE_PATIENCE_H

/*
 * Searching a long run may mean looking at millions of steps.  Whoever shows
 * the session is asked now and then whether the person still wants to wait.
 */

#include "session/core/session.h"

struct patience {
	/* Asked after each slice of work, about a millisecond of it, with the
	 * steps that the command under way has looked at; false: it is given up,
	 * and nothing moves.  Called in the midst of a command: no other may be
	 * done in it.  NULL: nobody asks. */
	bool (*lasts)(void *self, uint64_t looked);
	void *self;
	uint64_t looked;
	uint64_t work;                  /* since the last question */
	bool lost;
};

/* What looking at a step costs, for patience_lasts. */
enum { PATIENCE_READ = 1, PATIENCE_MOVE = 32, PATIENCE_PROVE = 32, PATIENCE_TELL = 256, PATIENCE_EVALUATE = 4096 };

/* A command begins. */
void patience_begin(struct session *s);

/* Whether the command under way was given up. */
bool patience_is_lost(const struct session *s);

/* The work between two questions, and the question. */
enum { PATIENCE_SLICE = 1 << 16 };
bool patience_ask(struct patience *p);

/* To be called for each step that a command looks at, with its cost; false if
 * the command is to be given up, and from then on. */
static inline bool patience_lasts(const struct session *s, unsigned cost)
{
	struct patience *p = s->patience;
	p->looked++;
	p->work += cost;
	return p->work < PATIENCE_SLICE ? !p->lost : patience_ask(p);
}

#endif
