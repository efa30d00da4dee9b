#ifndef COSUB_LANG_TEXT_SOURCE_H
#define COSUB_LANG_TEXT_SOURCE_H

/*
 * The text of a file, checked and with an index of its lines.  Everything in
 * lang points into a source, so it outlives tokens, tree and code.
 */

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOURCE_MAX_BYTES = 8 << 20 };

struct source {
	char *path; /* as the user gave it; shown in messages and tracebacks */
	char *text; /* UTF-8 without BOM, line ends made \n, NUL-terminated */
	size_t len;
	uint32_t *line_start; /* byte offset of line i + 1 */
	uint32_t nlines;      /* a last line without \n counts; an empty file has 0 */
};

/* Reads the file at path.  False with a diagnostic when it cannot be opened or
 * read, is a directory or another thing that is no file, is larger than
 * SOURCE_MAX_BYTES, holds a NUL byte ("binary file") or is not UTF-8 (with the
 * place).  s->path is set in any case; source_fini is always right. */
bool source_read(struct source *s, const char *path, struct diag *d);

/* As source_read from memory; text is copied. */
bool source_from_text(
	struct source *s, const char *path, const char *text, size_t len, struct diag *d);

/* Line n (from 1) without its line end; *len its bytes.  NULL past the end. */
const char *source_line(const struct source *s, uint32_t n, size_t *len);

/* A copy of the text (NUL-terminated; the caller frees it) in which the lines
 * for which keep is false are blank; keep has nlines entries, or is NULL for
 * all lines. */
char *source_kept(const struct source *s, const bool *keep);

void source_fini(struct source *s);

#endif
