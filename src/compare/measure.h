#ifndef COSUB_COMPARE_MEASURE_H
#define COSUB_COMPARE_MEASURE_H

/*
 * What it costs on this machine to give control away and get it back: by a
 * call, by a coroutine of the engine, between stacks of the processor, between
 * threads.  Times are of this moment and this machine; every loop counts what
 * it did, and a loop that did not do its work gives no number.
 */

#include <stdbool.h>
#include <stddef.h>

struct sbuf;

/* Word, what goes there and back. */
/* clang-format off */
#define MEASURES(X) \
	X(C_CALL, "a C function", "call and return") \
	X(CALL, "a function of the engine", "call and return") \
	X(COROUTINE, "a coroutine of the engine", "resume and yield") \
	X(PEERS, "two peers of the engine", "switch there and back") \
	X(STACK, "a stack of its own", "swapcontext there and back") \
	X(THREAD, "a thread", "handed over and back by a condition variable")
/* clang-format on */

#define X(name, word, way) MEASURE_##name,
enum measure_kind { MEASURES(X) MEASURE_KIND_COUNT };
#undef X

struct measure_info {
	const char *name, *way;
};
extern const struct measure_info measure_infos[MEASURE_KIND_COUNT];

/* ns for once there and back, over all runs. */
struct measure {
	bool done; /* else why says what is in the way */
	const char *why;
	double low, median, high; /* quartiles */
};

/* Measures one thing in so many runs (at least 1) of n times there and back. */
struct measure measure(enum measure_kind kind, unsigned runs, unsigned n);

/* Measures all and appends a table, with what the numbers mean. */
void measure_tell(struct sbuf *out);

#endif
