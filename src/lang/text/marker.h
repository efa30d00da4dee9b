#ifndef COSUB_LANG_TEXT_MARKER_H
#define COSUB_LANG_TEXT_MARKER_H

/*
 * The line that begins a cell, in Jupytext's percent format:
 *
 *     # %% Title [type] key="value", key=["a", "b"]
 *     # %% Title [type] {"key": "value"}
 *
 * The type is markdown, md or raw; a cell without one is code.  More than one
 * space, none, and more percent signs (a cell inside a cell) are allowed.  The
 * names of our cells of code stand where the title does; metadata is Jupytext's
 * and the notebook's own, and is passed over.
 */

#include <stdbool.h>
#include <stddef.h>

enum marker_type { MARKER_CODE, MARKER_MARKDOWN, MARKER_RAW };

struct marker {
	enum marker_type type;
	size_t name, name_len; /* the title: where it stands in the line; may be empty */
	bool indented;
};

/* Whether the line (n bytes, without its end) has the form of a marker. */
bool marker_read(const char *line, size_t n, struct marker *m);

#endif
