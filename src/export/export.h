#ifndef COSUB_EXPORT_EXPORT_H
#define COSUB_EXPORT_EXPORT_H

/*
 * A record, and what was found in it, written for other programs.  A format is
 * a file of this folder that ends with a const struct export_format, and the
 * name of that in the list.
 */

#include "compare/claims.h"
#include "trace/trace.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the text goes.  write returns false when no more can be written. */
struct export_sink {
	void *self;
	bool (*write)(void *self, const char *text, size_t n);
};

/* The claims of a file that were checked. */
struct export_claims {
	const struct claims *claims;
	const struct trace *trace[SIDE_COUNT]; /* the records that were checked, or NULL */
	const char *file;
	bool failing_only; /* those that fail alone are to be written */
};

struct export_format {
	const char *name;
	const char *doc; /* behind the name, in parentheses */
	/* What it can write, else NULL: the whole record, the claims.  False as
	 * soon as the sink refuses. */
	bool (*write_trace)(const struct trace *t, const struct export_sink *sink);
	bool (*write_claims)(const struct export_claims *c, const struct export_sink *sink);
};

/* Each is format_NAME. */
#define EXPORT_FORMATS(X) X(jsonl)

#define X(name) extern const struct export_format format_##name;
EXPORT_FORMATS(X)
#undef X

extern const struct export_format *const export_formats[];
extern const size_t export_format_count;

/* The format of a name, or NULL. */
const struct export_format *export_find(const char *name);

#endif
