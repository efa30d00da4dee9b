/*
 * A run that never was, told fact by fact: for tests of what reads facts.  Its
 * frames are numbered in the order in which they are born; frame 0 is the
 * module.
 */

#ifndef COSUB_TESTS_TAPE_H
#define COSUB_TESTS_TAPE_H

#include "compare/facts.h"
#include "trace/log.h"

/* The functions: a module; a subroutine with a parameter, self, and a local, n;
 * a generator with a parameter, limit, and a local, n; two peers. */
enum { MAIN, NEXT, COUNTER, PING, PONG, TAPE_CODES };

enum { TAPE_FACTS = 200, TAPE_FRAMES = 20 };

struct tape {
	struct fact fact[TAPE_FACTS];
	struct frame_info frame[TAPE_FRAMES];
	size_t n, at;
	uint32_t frames, greenlet;
	uint64_t k; /* steps so far */
	struct fact_source source;
};

/* An empty tape but for the entry of the module: step 1. */
void tape_begin(struct tape *t);
/* A new frame, the next in number. */
void tape_born(struct tape *t, int code);
void tape_step(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line);
/* The same of a frame that went on without a RESUME. */
void tape_silent(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line);
void tape_transfer(struct tape *t, uint32_t from, uint32_t to);
void tape_sets(struct tape *t, uint32_t frame, uint32_t var, struct rvalue v);
void tape_touches(struct tape *t, uint64_t object);

/* The facts so far, of a run that ended so.  The exceptions on a tape are ints:
 * 1 is GeneratorExit, any other ValueError. */
const struct fact_source *tape_source(struct tape *t, enum trace_end end);

#endif
