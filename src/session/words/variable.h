#ifndef COSUB_SESSION_WORDS_VARIABLE_H
#define COSUB_SESSION_WORDS_VARIABLE_H

/*
 * The variables of a frame as a person sees them: bound ones only, without the
 * compiler's hidden ones; for modules and class bodies the names of their
 * namespace, without functions, classes and imported modules, which the
 * source shows better.  Each comes with its value before the last step.
 */

#include "trace/moment.h"

struct sbuf;

/* So much is told of a name and, in a list, of a value; and of so many
 * variables. */
enum { VARIABLE_NAME_COLUMNS = 18, VARIABLE_VALUE_COLUMNS = 18, VARIABLE_MAX = 32 };

struct variable {
	const char *name; /* not NUL-terminated; lives as long as the trace */
	size_t len;
	struct rvalue value, old; /* old: before the last step; R_UNSET if not bound then */
	bool changed;             /* by the last step, in itself or in what it refers to */
	bool outer;               /* belongs to an enclosing function's frame */
};

/* Moves scan, another moment of m's trace, to the step before m's: where old
 * values can be shown. */
void variable_look_back(const struct moment *m, struct moment *scan);

/* The first variables of frame f of m, at most max, into out; returns their
 * number.  scan stands at the step before (variable_look_back). */
uint32_t variable_list(const struct moment *m, const struct moment *scan, const struct mframe *f,
	uint32_t max, struct variable *out);

/* The variable of frame f of m with that name (n bytes), as variable_list gives
 * it; false if there is none now. */
bool variable_find(const struct moment *m, const struct moment *scan, const struct mframe *f,
	const char *name, size_t n, struct variable *out);

/* What the last step did to a changed variable that refers to the same instance
 * as before: its i-th changed attribute, as a variable whose name ("self.n") is
 * put into path, where it lives, down to the attribute of an attribute if that is
 * all that changed.  False behind the last; at i = 0 too if attributes are not
 * what changed, or one of them was deleted: then the variable itself tells it. */
bool variable_attribute(const struct moment *m, const struct moment *scan, const struct variable *v,
	uint32_t i, struct sbuf *path, struct variable *out);

/* Appends a value in at most so many columns.  Instances show their attributes
 * (<Counter limit=3, n=0>), generators and coroutines their frame (<counter#1>). */
void variable_value(const struct moment *m, struct rvalue v, uint32_t columns, struct sbuf *out);

/* Appends a value in at most VARIABLE_VALUE_COLUMNS columns, instances without
 * their attributes. */
void variable_brief(const struct moment *m, struct rvalue v, struct sbuf *out);

/* Whether two values are different objects of a kind that is told apart by what
 * it is, and not by what it holds: instances, functions, generators. */
bool variable_another(const struct moment *m, struct rvalue a, struct rvalue b);

/* The name of a value's type: "int"; "" if it is not known. */
const char *variable_type(const struct moment *m, struct rvalue v);

/* Appends a frame's name: "counter#1", "<module>", "class Counter". */
void variable_frame(struct frame_info f, struct sbuf *out);

/* Appends the variables of a frame that are its own: "limit=3, n=0", in at
 * most so many columns (0: as many as it takes), what is left out told by "…"
 * at the end; instances without their attributes.  Returns how many there are. */
uint32_t variable_text(
	const struct moment *m, const struct mframe *f, uint32_t columns, struct sbuf *out);

#endif
