#ifndef COSUB_SESSION_WORDS_SENTENCE_H
#define COSUB_SESSION_WORDS_SENTENCE_H

/*
 * The narration: what a step means, in one sentence that says who, what,
 * where, and what was kept or lost.  It reads a moment and nothing else.
 */

#include "trace/moment.h"

struct sbuf;

/* A sentence never takes more columns. */
enum { SENTENCE_COLUMNS = 75 };

/* Appends the sentence for the step that led to m: printable, on one line, at
 * most SENTENCE_COLUMNS columns.  scan is another moment of the same trace
 * that may be moved, to look at what was before. */
void sentence_say(const struct moment *m, struct moment *scan, struct sbuf *out);

/* Appends how the run ended, in the same form. */
void sentence_end(const struct trace *t, struct sbuf *out);

#endif
