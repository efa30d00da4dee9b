/* Walking through a record in every way. */

#ifndef COSUB_TESTS_WALK_H
#define COSUB_TESTS_WALK_H

#include "trace/moment.h"

/* Fails the test unless every moment is the same when it is reached by going
 * forward from the beginning, by going back from the end, and by jumps and
 * steps either way. */
void walk_check(const struct trace *t);

/* The moment as text, owned by the caller (mem_free). */
char *walk_dump(const struct moment *m);

#endif
