#ifndef COSUB_BASE_DIAG_H
#define COSUB_BASE_DIAG_H

/*
 * A diagnostic: what is wrong in a user's file, where, and what to do.  It is
 * a value: the layer that finds the mistake fills it and returns false; only
 * main and the screen show it.  The first mistake wins: filling a diagnostic
 * that is set already changes nothing.
 */

#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

struct sbuf;

struct diag {
	bool set;
	bool closed;      /* a later mistake came: its hint is not ours */
	struct span span; /* line 0: about the file as a whole */
	char *message;    /* one line, no full stop: "unterminated string literal" */
	char *hint;       /* what to do, or NULL */
};

/* Zeroed memory is an empty diagnostic.  Both format as printf does.  A hint
 * belongs to the diag_set before it: it is kept only if that was the first. */
void diag_set(struct diag *d, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void diag_hint(struct diag *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Appends, made printable and with tabs of the source line as spaces:
 *
 *     cosub: FILE:LINE:COLUMN: message
 *         source line
 *         ^^^^
 *     hint
 *
 * The column counts characters from 1.  A long source line is cut around the
 * caret.  source is the file's text (n bytes), or NULL: then only the first
 * line and the hint come out.  With line 0 the place is just FILE. */
void diag_render(
	const struct diag *d, const char *file, const char *source, size_t n, struct sbuf *out);

void diag_fini(struct diag *d);

#endif
