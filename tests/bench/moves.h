#ifndef COSUB_BENCH_MOVES_H
#define COSUB_BENCH_MOVES_H

/* What moving in a record costs. */

#include "trace/trace.h"

/* CPU time of this process, ns. */
double bench_now(void);

/* Microseconds of all but the slowest one in a hundred. */
struct moves {
	double back, jump;
};

/* Goes to the end, back step by step, and to steps taken at random. */
struct moves moves_measure(const struct trace *t);

#endif
