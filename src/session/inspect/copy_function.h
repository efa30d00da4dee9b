#ifndef COSUB_SESSION_INSPECT_COPY_FUNCTION_H
#define COSUB_SESSION_INSPECT_COPY_FUNCTION_H

/*
 * Functions of a copy (copy.h) that are not the program's own: why a person's
 * expression cannot call one.
 */

#include "session/inspect/copy.h"

/* Appends the reason, without a full stop; nothing for what is no function and
 * no method. */
void copy_why_not(const struct copy *c, const struct mobject *o, struct sbuf *out);

#endif
