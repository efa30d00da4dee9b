/* The arguments of library functions that are functions and classes in C in
 * CPython, refused in the words of its parsers of arguments: those of
 * positional parameters alone (PyArg_UnpackTuple, METH_O) and those of
 * parameters with names (Argument Clinic). */

#include "vm/eval/call.h"

#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"

#include <string.h>

/* The call at hand, without self. */
struct checking {
	const struct code *code;
	const struct args *args;
	const char *name; /* the function's, or the class's for its __init__ and __call__ */
	int name_len;
	bool is_class;
	const char *prefix;   /* of a function: its module in C and a dot */
	uint32_t self;        /* 1 if the first parameter is self */
	uint32_t least, most; /* positional parameters */
};

static const char *const prefixes[][2] = { { "<library>/operator.py", "_operator." },
	{ "<library>/heapq.py", "_heapq." }, { "<library>/itertools.py", "itertools." } };

static void name_call(struct checking *c, const struct function *fn)
{
	const char *name = str_get(fn->qualname)->bytes, *dot = strrchr(name, '.');

	c->is_class = dot && (strcmp(dot, ".__init__") == 0 || strcmp(dot, ".__call__") == 0);
	c->name = c->is_class || !dot ? name : dot + 1;
	c->name_len = (int)(c->is_class ? (size_t)(dot - name) : strlen(c->name));
	c->prefix = "";
	for (size_t i = 0; !c->is_class && i < sizeof prefixes / sizeof *prefixes; i++)
		if (strcmp(c->code->program->source->path, prefixes[i][0]) == 0)
			c->prefix = prefixes[i][1];
}

static const char *plural(uint32_t n)
{
	return n == 1 ? "" : "s";
}

/* Parameters that have no names. */
static bool check_positional(struct vm *vm, const struct checking *c)
{
	uint32_t n = c->args->n;
	bool open = c->code->flags & CODE_VARARGS,
	     one = c->least == 1 && c->most == 1 && !c->is_class && !open;

	if (c->args->nkw && !(c->code->flags & CODE_VARKW))
		raise_type(
			vm, "%s%.*s() takes no keyword arguments", c->prefix, c->name_len, c->name);
	else if (n >= c->least && (open || n <= c->most))
		return true;
	else if (one)
		raise_type(vm, "%s%.*s() takes exactly one argument (%u given)", c->prefix,
			c->name_len, c->name, n);
	else if (c->least == c->most && !open)
		raise_type(vm, "%.*s expected %u argument%s, got %u", c->name_len, c->name,
			c->least, plural(c->least), n);
	else if (n < c->least)
		raise_type(vm, "%.*s expected at least %u argument%s, got %u", c->name_len, c->name,
			c->least, plural(c->least), n);
	else
		raise_type(vm, "%.*s expected at most %u argument%s, got %u", c->name_len, c->name,
			c->most, plural(c->most), n);
	return false;
}

/* The parameter of that name, counted without self; -1 if there is none. */
static int parameter(const struct checking *c, value name)
{
	uint32_t n = (uint32_t)c->code->npos + c->code->nkw_only;

	for (uint32_t i = c->self; i < n; i++)
		if (str_is(name, c->code->vars[i].name))
			return (int)(i - c->self);
	return -1;
}

static bool is_named(const struct checking *c, uint32_t i)
{
	for (uint32_t k = 0; k < c->args->nkw; k++)
		if (parameter(c, c->args->names[k]) == (int)i)
			return true;
	return false;
}

static bool check_counts(struct vm *vm, const struct checking *c)
{
	uint32_t n = c->args->n, all = n + c->args->nkw, room = c->most + c->code->nkw_only;

	if (c->code->flags & CODE_VARARGS) {
		n = 0;
		all = c->args->nkw;
		room = c->code->nkw_only;
	}
	if (all > room)
		raise_type(vm, "%.*s() takes at most %u %sargument%s (%u given)", c->name_len,
			c->name, room, n ? "" : "keyword ", plural(room), all);
	else if (n > c->most && c->most == 0)
		raise_type(vm, "%.*s() takes no positional arguments", c->name_len, c->name);
	else if (n > c->most)
		raise_type(vm, "%.*s() takes %s %u positional argument%s (%u given)", c->name_len,
			c->name, c->least < c->most ? "at most" : "exactly", c->most,
			plural(c->most), n);
	return all <= room && n <= c->most;
}

static bool check_names(struct vm *vm, const struct checking *c)
{
	for (uint32_t i = c->args->n; i < c->least; i++) {
		if (is_named(c, i))
			continue;
		raise_type(vm, "%.*s() missing required argument '%s' (pos %u)", c->name_len,
			c->name, c->code->vars[i + c->self].name, i + 1);
		return false;
	}
	for (uint32_t k = 0; k < c->args->nkw; k++) {
		int i = parameter(c, c->args->names[k]);

		if (i >= 0 && ((uint32_t)i >= c->most || (uint32_t)i >= c->args->n))
			continue;
		if (i < 0)
			raise_type(vm, "'%S' is an invalid keyword argument for %.*s()",
				c->args->names[k], c->name_len, c->name);
		else
			raise_type(vm, "argument for %.*s() given by name ('%S') and position (%d)",
				c->name_len, c->name, c->args->names[k], i + 1);
		return false;
	}
	return true;
}

bool call_check_builtin(
	struct vm *vm, const struct function *fn, bool has_self, const struct args *a)
{
	struct checking c = { .code = fn->proto->code, .args = a };
	uint32_t defaults = fn->defaults == V_UNSET ? 0 : tuple_get(fn->defaults)->len;

	name_call(&c, fn);
	c.self = has_self && c.code->npos ? 1 : 0;
	c.most = c.code->npos - c.self;
	c.least = c.most - (defaults < c.most ? defaults : c.most);
	if (c.code->npos_only == c.code->npos && !c.code->nkw_only)
		return check_positional(vm, &c);
	return c.code->flags & CODE_VARKW || (check_counts(vm, &c) && check_names(vm, &c));
}
