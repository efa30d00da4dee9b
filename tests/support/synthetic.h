/* Records of runs that never were: random ones, and long ones. */

#ifndef COSUB_TESTS_SYNTHETIC_H
#define COSUB_TESTS_SYNTHETIC_H

#include "trace/trace.h"

/* A record of so many steps, different for each seed: frames that call,
 * suspend, delegate, transfer and die, variables, objects that come, change
 * and go, output and time.  Its program is static. */
struct trace *synthetic_random(unsigned seed, uint64_t steps);

/* One function with a loop of ints: three lines a turn. */
struct trace *synthetic_loop(uint64_t steps);
/* So many generators, suspended in turn. */
struct trace *synthetic_generators(uint64_t steps, uint32_t generators);

#endif
