#ifndef COSUB_SESSION_INSPECT_COPY_CLASS_H
#define COSUB_SESSION_INSPECT_COPY_CLASS_H

/*
 * The classes of a copy (copy.h): the program's own where its definitions have
 * them, else classes of the same name whose methods refuse to run.
 */

#include "session/inspect/copy.h"

/* Whether the definitions have a class (or a function) of this name; then the
 * copy needs them. */
bool copy_has_own(struct copy *c, const char *name, size_t n, bool is_class);

/* "Counter" of "<Counter>" or "<make.<locals>.Counter>"; n = 0 if that is no
 * name. */
const char *copy_class_name(const char *label, size_t *n);

/* Writes what makes _cosub_class the one class of this name; base is text. */
void copy_put_class(struct copy *c, const char *name, size_t n, const char *base);

/* The same for a class that the machine may know, unless the program has one of
 * that name. */
void copy_put_known_class(struct copy *c, const char *name, size_t n, const char *base);

#endif
