#ifndef COSUB_LANG_TEXT_SCENARIO_H
#define COSUB_LANG_TEXT_SCENARIO_H

/*
 * A scenario file, cut into its cells (the percent format of Jupytext):
 *
 *     # %% [markdown]     the lesson, as comment lines; its last lines of the
 *                         form "# word: value" are settings
 *     # %% both           code in front of both programs
 *     # %% coroutine      the coroutine program
 *     # %% subroutine     the subroutine program
 *     # %% input          lines for input(), as comment lines
 *
 * A file without cells is one program, the coroutine side.  Line numbers are
 * always the file's: a program is what is left when the lines of the other
 * cells count as blank.  A comment "#> text" at the end of a line is the
 * author's note on that line.
 */

#include "base/diag.h"
#include "lang/text/source.h"

#include <stdbool.h>
#include <stdint.h>

enum side { SIDE_COROUTINE, SIDE_SUBROUTINE, SIDE_COUNT };

/* "coroutine" or "subroutine". */
const char *side_name(enum side side);

/* How the two programs must agree. */
enum compare_mode { COMPARE_OUTPUT, COMPARE_LINES, COMPARE_RESULT, COMPARE_NONE };

/* A step at which what the lesson teaches is to be seen. */
struct lesson_point {
	enum side side;
	uint64_t step;
	char *shows; /* what the screen shows there, pieces separated by "; "; "" if not told */
};

struct scenario {
	struct source source;
	char *title;    /* the lesson's first heading, or the file's base name */
	char *lesson;   /* the markdown without the "# ", without the settings; "" if none */
	char **teaches; /* the names of the setting "teaches:" */
	uint32_t nteaches;
	struct lesson_point *points; /* the settings "point:", in their order */
	uint32_t npoints;
	enum compare_mode compare;
	char *input; /* the input cell's lines, each with \n; NULL if there is no cell */
	bool has[SIDE_COUNT];
	bool *keep[SIDE_COUNT]; /* per line of the source: part of this program? NULL if !has */
	char **notes;           /* per line: the author's note, or NULL */
};

/* Reads and cuts the file at path.  False with a diagnostic (its span is in
 * the file; sc->source can be used to render it) for what source_read refuses,
 * an unknown cell name, a cell of one name twice, a setting that is unknown or
 * has an unknown value, code before the first cell.  scenario_fini is right in
 * both cases. */
bool scenario_read(struct scenario *sc, const char *path, struct diag *d);

/* As scenario_read, from memory. */
bool scenario_from_text(
	struct scenario *sc, const char *path, const char *text, size_t len, struct diag *d);

void scenario_fini(struct scenario *sc);

#endif
