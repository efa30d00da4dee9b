#include "session/inspect/copy_function.h"

#include <string.h>

/* The codes of that qualified name: how many, and one of them. */
static uint32_t find_codes(
	const struct program *p, const char *name, size_t n, const struct code **one)
{
	uint32_t count = 0;
	for (uint32_t i = 1; i < p->ncodes; i++) {
		const struct code *code = p->codes[i];
		if (strlen(code->qualname) != n || memcmp(code->qualname, name, n) != 0 ||
			(code->flags & CODE_CLASS_BODY) != 0)
			continue;
		*one = code;
		count++;
	}
	return count;
}

/* Whose variables a function uses. */
static const struct code *owner_of(const struct code *code)
{
	const struct code *outer = code->outer;
	while (outer->outer != NULL && (outer->flags & CODE_CLASS_BODY) != 0)
		outer = outer->outer;
	return outer;
}

static void say_why(const struct program *p, const char *name, size_t n, struct sbuf *out)
{
	const struct code *code = NULL;
	uint32_t count = find_codes(p, name, n, &code);
	bool lambda = count > 0 && (code->flags & CODE_LAMBDA) != 0;
	if (count == 0)
		sbuf_str(out, "the program has no definition of this name");
	else if (count > 1 && lambda)
		sbuf_printf(out, "the record does not say which of %u lambdas it is", count);
	else if (count > 1)
		sbuf_printf(out,
			"the program defines it %u times, and the record does not say which of "
			"them it is",
			count);
	else if (code->nfree > 0)
		sbuf_printf(out, "the record does not keep the variables of %s that it uses",
			owner_of(code)->qualname);
	else
		sbuf_str(out, "only functions that a def at the top of the program makes can be");
}

void copy_why_not(const struct copy *c, const struct mobject *o, struct sbuf *out)
{
	static const char head[] = "<function ";
	const char *label = o->label != NULL ? o->label : "";
	if (o->kind == OBJ_METHOD)
		sbuf_str(out, "the record does not keep the object that it is bound to");
	else if (o->kind == OBJ_FUNCTION && strncmp(label, head, sizeof head - 1) == 0)
		say_why(trace_program(moment_trace(c->m)), label + sizeof head - 1,
			strlen(label) - sizeof head, out);
}
