#ifndef COSUB_SESSION_INSPECT_EVALUATE_H
#define COSUB_SESSION_INSPECT_EVALUATE_H

/*
 * What an expression is at a moment, with the names of one frame: its own
 * variables, those of the functions around it, the module's, the builtins.
 *
 * The values that it mentions are copied (copy.h) into a machine of their own,
 * where it is evaluated by the language's own rules and within bounds; so the
 * record is never touched.  The program's own functions and methods run there
 * too, on the copy, as far as they stand at the top of the program; what they
 * would print is lost.
 */

#include "session/inspect/sandbox.h"
#include "trace/moment.h"

#include <stdbool.h>

struct sbuf;

enum evaluate_as {
	EVALUATE_REPR, /* as repr() has it, at most 2,000 characters, and how many there are */
	EVALUATE_TRUTH /* "True" or "False" */
};

/* Appends the value of an expression that was checked, with the names of a frame
 * (FRAME_NONE: only the builtins).  False with a sentence instead if it cannot be told. */
bool evaluate(struct sandbox *w, const struct moment *m, uint32_t frame, const char *expression,
	enum evaluate_as as, struct sbuf *out);

/* Whether a byte may stand in a name. */
bool evaluate_in_name(char c);

/* Whether the text is one expression; if not, a sentence is appended. */
bool evaluate_check(const char *expression, struct sbuf *out);

/* The value of a name as the frame sees it; R_UNSET if it sees none. */
struct rvalue evaluate_name(const struct moment *m, uint32_t frame, const char *name, size_t n);

/* Calls each with every name that the frame sees, inner ones first: those of
 * the program, not the builtins. */
void evaluate_names(const struct moment *m, uint32_t frame,
	void (*each)(void *self, const char *name, size_t n, struct rvalue v), void *self);

#endif
