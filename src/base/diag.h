#ifndef COSUB_BASE_DIAG_H
#define COSUB_BASE_DIAG_H

/*
 * A diagnostic: what is wrong in a user's file, where, and what to do.  It is
 * a value: the layer that finds the mistake fills it and returns false; only
 * main and the screen show it.  The first mistake wins: filling a diagnostic
 * that is set already changes nothing.
 */

#include "base/array.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

struct sbuf;

/* So many refusals are shown; of the others it is said how many they are. */
enum { REFUSALS_SHOWN = 20 };

/* What is no mistake, and not for us: it is told with the others of its kind. */
struct refusal {
	struct span span;
	char *message, *way; /* way: what to do instead, or NULL */
};

struct diag {
	bool set;
	bool refused;     /* it is a refusal: diag_settle found no mistake */
	bool closed;      /* a later mistake came: its hint is not ours */
	struct span span; /* line 0: about the file as a whole */
	char *message;    /* one line, no full stop: "unterminated string literal" */
	char *hint;       /* what to do, or NULL */
	struct {
		ARRAY(struct refusal);
	} refusals; /* those that are not the diagnostic itself */
};

/* Zeroed memory is an empty diagnostic.  Both format as printf does.  A hint
 * belongs to the diag_set before it: it is kept only if that was the first. */
void diag_set(struct diag *d, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void diag_hint(struct diag *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Notes a refusal.  way is what to do instead, or NULL. */
void diag_refuse(struct diag *d, struct span span, const char *way, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Gives the refusals to the one that they were noted for, who keeps the reading in
 * which they came up; from is emptied. */
void diag_take_refusals(struct diag *d, struct diag *from);

/* At the end of a reading: a mistake stands for itself; without one the refusals
 * stand, in the order of their places, the same words at the same place once.  False
 * if there is nothing wrong. */
bool diag_settle(struct diag *d);

/* Joins two settled ones, of which the first mistake wins, then all refusals; from is
 * emptied. */
void diag_join(struct diag *d, struct diag *from);

/* Appends, made printable and with tabs of the source line as spaces:
 *
 *     cosub: FILE:LINE:COLUMN: message
 *         source line
 *         ^^^^
 *     hint
 *
 * The column counts characters from 1.  A long source line is cut around the
 * caret.  Further refusals follow, up to REFUSALS_SHOWN in all.  source is the
 * file's text (n bytes), or NULL: then only the first line and the hint come out.
 * With line 0 the place is just FILE. */
void diag_render(
	const struct diag *d, const char *file, const char *source, size_t n, struct sbuf *out);

void diag_fini(struct diag *d);

#endif
