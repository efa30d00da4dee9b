#ifndef COSUB_SESSION_INSPECT_FINGERPRINT_H
#define COSUB_SESSION_INSPECT_FINGERPRINT_H

/*
 * A number for all that an expression could see of a moment: where it is the
 * same, the expression has the same value, and need not be evaluated.
 */

#include "session/inspect/definitions.h"
#include "trace/moment.h"

/* For the names of a frame that the expression mentions, everything that they
 * refer to, and what the program's own code (d) refers to.  0 is never given. */
uint64_t fingerprint(const struct moment *m, uint32_t frame, const char *expression,
	const struct definitions *d);

#endif
