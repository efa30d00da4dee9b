#ifndef COSUB_LANG_CODE_FINISH_H
#define COSUB_LANG_CODE_FINISH_H

/*
 * The last stages of compiling a function, in their order.
 */

#include "lang/code/function_builder.h"

/* Gives the blocks the shape that CPython 3.11's passes over its control flow
 * graph give them, as far as lines follow from it: removes what cannot be
 * reached and what does nothing, joins jumps, copies exits that have no line
 * of their own, hands lines on (Python/compile.c: optimize_cfg,
 * duplicate_exits_without_lines, propagate_line_numbers and
 * guarantee_lineno_for_exits have the rules). */
void flow_shape(struct builder *u);

/* Takes out each CHECK of a local that is certainly set: definite assignment,
 * forwards over the blocks. */
void bound_check(struct builder *u);

/* Finds where lines begin, gives registers their numbers and jumps their
 * distances, and fills u->code. */
void assemble_write(struct builder *u);

/* All of them; nothing if a mistake was found before. */
void finish_function(struct builder *u);

#endif
