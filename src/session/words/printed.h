#ifndef COSUB_SESSION_WORDS_PRINTED_H
#define COSUB_SESSION_WORDS_PRINTED_H

/* Which lines a run had printed by a step. */

#include "trace/trace.h"

/* The number of lines of output that were complete before the step; that is
 * the index of the first one that this step or a later one completes. */
size_t printed_before(const struct trace *t, uint64_t step);

/* Line i of a run's output, without its end. */
const char *printed_line(const struct trace *t, size_t i, size_t *len);

/* Whether there is a line i and this very step completes it. */
bool printed_at(const struct trace *t, size_t i, uint64_t step);

#endif
