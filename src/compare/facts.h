#ifndef COSUB_COMPARE_FACTS_H
#define COSUB_COMPARE_FACTS_H

/*
 * A run as a row of facts, in the order in which they happened: all that the
 * claims (claims.h) and the costs (cost.h) are worked out from.  A fact says
 * what happened and never who is running, waiting or suspended: that is for
 * the reader to find out (ledger.h).
 */

#include "trace/trace.h"

#include <stdbool.h>
#include <stdint.h>

enum fact_kind {
	FACT_BIRTH, /* frame comes to be */
	FACT_VAR,   /* variable index of frame has the value */
	FACT_TOUCH, /* the contents of an object changed; of an instance also: an attribute */
	FACT_DEATH, /* of an object */
	FACT_CLOCK, /* value: the time, in ns, is an int */
	FACT_STEP,  /* step, of its frame or between two greenlets */
	FACT_GONE   /* frame, a coroutine's, is gone; it need not have come to its end */
};

struct fact {
	enum fact_kind kind;
	uint64_t k;          /* the step; of any other fact the step that it belongs to */
	uint32_t frame;      /* BIRTH VAR GONE; of a STEP that of step */
	uint32_t index;      /* VAR */
	struct rvalue value; /* VAR: of an int perhaps only the kind; CLOCK */
	uint64_t object;     /* TOUCH DEATH: serial */
	struct step step;    /* STEP */
	uint32_t point;      /* STEP that is a YIELD: number of the re-entry point */
};

/* Control passes from one greenlet to another.  A switch to itself, or to a dead
 * one below which it stands, is a step too, but it passes to nobody. */
static inline bool is_transfer(const struct fact *f)
{
	return f->kind == FACT_STEP && f->step.kind == EVENT_TRANSFER && f->step.from != f->step.to;
}

/* Where facts come from. */
struct fact_source {
	void *self;
	bool (*next)(void *self, struct fact *f); /* false at the end */
	/* What is known of a frame that was born. */
	struct frame_info (*frame)(void *self, uint32_t id);
	/* Class of the exception that a step has as its value: "GeneratorExit";
	 * NULL if it is not known.  Asked while the step is the last fact. */
	const char *(*exception)(void *self, struct rvalue v);
	uint64_t steps; /* of the whole run */
	enum trace_end end;
	const char *end_text; /* may be NULL */
};

/* The facts of a record, which must outlive the source: read once, from the
 * first to the last, in memory that grows with what lives at a time.  The
 * caller frees it with facts_free. */
struct fact_source *facts_of_trace(const struct trace *t);
void facts_free(struct fact_source *s);

#endif
