#ifndef COSUB_EXPORT_EXPORT_H
#define COSUB_EXPORT_EXPORT_H

/*
 * A record written for other programs.  A format is a file of this folder and
 * a row of the table.
 */

#include "trace/trace.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the text goes.  write returns false when no more can be written. */
struct export_sink {
	void *self;
	bool (*write)(void *self, const char *text, size_t n);
};

struct export_format {
	const char *name;
	const char *doc;
	/* Writes the whole record; false as soon as the sink refuses. */
	bool (*write)(const struct trace *t, const struct export_sink *sink);
};

extern const struct export_format export_formats[];
extern const size_t export_format_count;

/* The format of a name, or NULL. */
const struct export_format *export_find(const char *name);

#endif
