#include "vm/eval/call.h"

#include "vm/coro/coro.h"
#include "vm/kind/dict.h"
#include "vm/eval/module.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/coro_name.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <string.h>

/* Binding of arguments. */

/* The call being bound: registers of the new frame, and what it was given. */
struct binding {
	struct function *fn;
	const struct code *code;
	value *regs;
	value self;
	const struct args *args;
	uint32_t given; /* positional ones, self with them */
};

static const char *qualname(const struct binding *b)
{
	return str_get(b->fn->qualname)->bytes;
}

static value positional(const struct binding *b, uint32_t i)
{
	if (b->self == V_UNSET)
		return b->args->at[i];
	return i == 0 ? b->self : b->args->at[i - 1];
}

static unsigned vararg_reg(const struct code *c)
{
	return (unsigned)c->npos + c->nkw_only;
}

static bool raise_too_many(struct vm *vm, const struct binding *b)
{
	const struct code *c = b->code;
	unsigned ndefaults = b->fn->defaults == V_UNSET ? 0 : tuple_get(b->fn->defaults)->len;
	unsigned kwonly = 0;
	for (unsigned i = c->npos; i < vararg_reg(c); i++)
		kwonly += b->regs[i] != V_UNSET;
	struct sbuf s = vm_text(vm);
	if (ndefaults)
		sbuf_printf(&s, "from %u to %u", c->npos - ndefaults, c->npos);
	else
		sbuf_printf(&s, "%u", c->npos);
	sbuf_printf(&s, " positional argument%s but %u", ndefaults || c->npos != 1 ? "s" : "",
		b->given);
	if (kwonly)
		sbuf_printf(&s, " positional argument%s (and %u keyword-only argument%s)",
			b->given != 1 ? "s" : "", kwonly, kwonly != 1 ? "s" : "");
	raise_type(vm, "%s() takes %s %s given", qualname(b), s.text,
		b->given == 1 && !kwonly ? "was" : "were");
	sbuf_fini(&s);
	return false;
}

/* Names the unset parameters among [from, to): "'a', 'b', and 'c'". */
static bool raise_missing(
	struct vm *vm, const struct binding *b, unsigned from, unsigned to, const char *kind)
{
	unsigned n = 0, k = 0;
	for (unsigned i = from; i < to; i++)
		n += b->regs[i] == V_UNSET;
	struct sbuf s = vm_text(vm);
	for (unsigned i = from; i < to; i++) {
		if (b->regs[i] != V_UNSET)
			continue;
		if (k)
			sbuf_str(&s, k + 1 < n ? ", " : n == 2 ? " and " : ", and ");
		sbuf_printf(&s, "'%s'", b->code->vars[i].name);
		k++;
	}
	raise_type(vm, "%s() missing %u required %s argument%s: %s", qualname(b), n, kind,
		n != 1 ? "s" : "", s.text);
	sbuf_fini(&s);
	return false;
}

/* The parameter called name that can be given by name; -1 if none. */
static int find_param(const struct code *c, value name)
{
	for (unsigned i = c->npos_only; i < vararg_reg(c); i++)
		if (str_is(name, c->vars[i].name))
			return (int)i;
	return -1;
}

static bool raise_unexpected(struct vm *vm, const struct binding *b, value name)
{
	const struct code *c = b->code;
	struct sbuf s = vm_text(vm);
	for (unsigned i = 0; i < c->npos_only; i++)
		for (uint32_t k = 0; k < b->args->nkw; k++)
			if (str_is(b->args->names[k], c->vars[i].name))
				sbuf_printf(&s, "%s%s", s.len ? ", " : "", c->vars[i].name);
	if (s.len)
		raise_type(vm,
			"%s() got some positional-only arguments passed as keyword arguments: '%s'",
			qualname(b), s.text);
	else
		raise_type(vm, "%s() got an unexpected keyword argument '%S'", qualname(b), name);
	sbuf_fini(&s);
	return false;
}

static bool bind_named(struct vm *vm, struct binding *b)
{
	const struct code *c = b->code;
	struct dict *rest = NULL;
	if (c->flags & CODE_VARKW) {
		rest = dict_new(vm);
		b->regs[vararg_reg(c) + (c->flags & CODE_VARARGS ? 1 : 0)] = obj_value(rest);
	}
	for (uint32_t k = 0; k < b->args->nkw; k++) {
		value name = b->args->names[k], v = b->args->at[b->args->n + k];
		int i = find_param(c, name);
		if (i >= 0 && b->regs[i] != V_UNSET) {
			raise_type(vm, "%s() got multiple values for argument '%S'", qualname(b),
				name);
			return false;
		}
		if (i >= 0)
			b->regs[i] = value_keep(v);
		else if (!rest)
			return raise_unexpected(vm, b, name);
		else if (!dict_set(vm, rest, name, v))
			return false;
	}
	return true;
}

/* The default of the parameter called name (borrowed); V_UNSET if it has none.  There
 * are few: comparing them is faster than finding the name as an object. */
static value keyword_default(struct vm *vm, struct dict *defaults, const char *name)
{
	enum { FEW = 8 };
	value key, v;
	if (defaults->len > FEW)
		return dict_find_name(defaults, str_intern(vm, name, strlen(name)));
	for (uint32_t i = 0; dict_next(defaults, &i, &key, &v);)
		if (is_str(key) && str_is(key, name))
			return v;
	return V_UNSET;
}

static bool bind_defaults(struct vm *vm, struct binding *b)
{
	const struct code *c = b->code;
	unsigned ndefaults = b->fn->defaults == V_UNSET ? 0 : tuple_get(b->fn->defaults)->len;
	unsigned required = c->npos - (ndefaults < c->npos ? ndefaults : c->npos);
	for (unsigned i = b->given; i < required; i++)
		if (b->regs[i] == V_UNSET)
			return raise_missing(vm, b, 0, required, "positional");
	for (unsigned i = required; i < c->npos; i++)
		if (b->regs[i] == V_UNSET)
			b->regs[i] = value_keep(tuple_get(b->fn->defaults)->at[i - required]);
	bool missing = false;
	for (unsigned i = c->npos; i < vararg_reg(c); i++) {
		if (b->regs[i] != V_UNSET)
			continue;
		value d = V_UNSET;
		if (b->fn->kwdefaults != V_UNSET)
			d = keyword_default(vm, dict_obj(b->fn->kwdefaults), c->vars[i].name);
		missing |= d == V_UNSET;
		b->regs[i] = value_keep(d);
	}
	return !missing || raise_missing(vm, b, c->npos, vararg_reg(c), "keyword-only");
}

/* Binds arguments to parameters in CPython's order of checks. */
static bool bind(struct vm *vm, struct binding *b)
{
	const struct code *c = b->code;
	unsigned n = b->given < c->npos ? b->given : c->npos;
	for (unsigned i = 0; i < n; i++)
		b->regs[i] = value_keep(positional(b, i));
	if (c->flags & CODE_VARARGS) {
		value rest = tuple_new(vm, b->given - n);
		for (unsigned i = n; i < b->given; i++)
			tuple_get(rest)->at[i - n] = value_keep(positional(b, i));
		b->regs[vararg_reg(c)] = rest;
	}
	if ((b->args->nkw || c->flags & CODE_VARKW) && !bind_named(vm, b))
		return false;
	if (b->given > c->npos && !(c->flags & CODE_VARARGS))
		return raise_too_many(vm, b);
	if (b->given < c->npos || c->nkw_only)
		return bind_defaults(vm, b);
	return true;
}

/* Calls. */

enum obj_kind call_frame_kind(const struct code *c)
{
	if (c->flags & CODE_GENERATOR)
		return OBJ_GENERATOR;
	if (c->flags & CODE_COROUTINE)
		return OBJ_COROUTINE;
	return c->flags & CODE_ASYNC_GENERATOR ? OBJ_ASYNC_GENERATOR : OBJ_FRAME;
}

static void take_cells(const struct function *fn, struct frame *f)
{
	for (uint32_t i = 0; i < fn->nfree; i++)
		f->regs[f->proto->code->first_free + i] = value_keep(fn->free[i]);
}

value call_function(struct vm *vm, struct function *fn, value self, const struct args *a)
{
	const struct code *c = fn->proto->code;
	if (fn->as_builtin && !call_check_builtin(vm, fn, self != V_UNSET, a))
		return V_ERROR;
	struct frame *f = frame_new(vm, fn->proto, fn->proto->kind);
	struct binding b = { .fn = fn,
		.code = c,
		.regs = f->regs,
		.self = self,
		.args = a,
		.given = a->n + (self != V_UNSET) };
	if (!bind(vm, &b)) {
		frame_discard(vm, f);
		return V_ERROR;
	}
	take_cells(fn, f);
	if (fn->awaitable)
		f->flags |= FRAME_AWAITABLE;
	if (fn->renamed && f->obj.kind != OBJ_FRAME)
		coro_take_names(vm, f, fn);
	return call_start(vm, f);
}

value call_start(struct vm *vm, struct frame *f)
{
	if (f->obj.kind != OBJ_FRAME) {
		tell_frame(vm, EVENT_CREATE, f, V_UNSET);
		return obj_value(f);
	}
	if (frame_enter(vm, f, CONTINUE_DELIVER))
		return V_PENDING;
	frame_discard(vm, f);
	return V_ERROR;
}

static value call_native(
	struct vm *vm, const struct native_def *def, value self, const struct args *a)
{
	if (!call_check_native(vm, def, self, a))
		return V_ERROR;
	return def->fn(vm, self, a);
}

/* A method of a built-in type, called as a function of the instance. */
static value call_unbound(struct vm *vm, struct native *n, const struct args *a)
{
	bool slot = n->obj.flags & OBJ_TYPED;
	const char *owner = type_name(n->owner), *name = n->def->name;
	if (!a->n && slot)
		return raise_type(
			vm, "descriptor '%s' of '%s' object needs an argument", name, owner);
	if (!a->n)
		return raise_type(vm, "unbound method %s.%s() needs an argument", owner, name);
	if (!type_is_subtype(type_of(vm, a->at[0]), n->owner))
		return raise_type(vm,
			slot ? "descriptor '%s' requires a '%s' object but received a '%T'"
			     : "descriptor '%s' for '%s' objects doesn't apply to a '%T' object",
			name, owner, a->at[0]);
	struct args rest = { a->at + 1, a->n - 1, a->nkw, a->names };
	return call_native(vm, n->def, a->at[0], &rest);
}

/* callable(self, *args) for callables that are no FUNCTION. */
static value call_with_self(struct vm *vm, value callable, value self, const struct args *a)
{
	uint32_t n = a->n + a->nkw;
	value *at = mem_reallocarray(NULL, n + 1, sizeof *at);
	at[0] = self;
	for (uint32_t i = 0; i < n; i++)
		at[i + 1] = a->at[i];
	struct args all = { at, a->n + 1, a->nkw, a->names };
	value r = call_value(vm, callable, &all);
	mem_free(at);
	return r;
}

value call_method(struct vm *vm, value callable, value self, const struct args *a)
{
	if (self == V_UNSET)
		return call_value(vm, callable, a);
	if (is_kind(callable, OBJ_FUNCTION))
		return call_function(vm, (struct function *)obj_get(callable), self, a);
	if (is_kind(callable, OBJ_NATIVE_METHOD) &&
		type_is_subtype(type_of(vm, self), ((struct native *)obj_get(callable))->owner))
		return call_native(vm, ((struct native *)obj_get(callable))->def, self, a);
	return call_with_self(vm, callable, self, a);
}

static value call_instance(struct vm *vm, value callable, const struct args *a)
{
	value method = type_find_special(vm, callable, VM_STR(vm, __call__));
	if (method == V_UNSET)
		return raise_type(vm, "'%T' object is not callable", callable);
	return call_method(vm, method, callable, a);
}

value call_value(struct vm *vm, value callable, const struct args *a)
{
	if (!is_obj(callable))
		return raise_type(vm, "'%T' object is not callable", callable);
	switch (obj_kind(callable)) {
	case OBJ_FUNCTION:
		return call_function(vm, (struct function *)obj_get(callable), V_UNSET, a);
	case OBJ_METHOD: {
		struct method *m = (struct method *)obj_get(callable);
		return call_method(vm, m->func, m->self, a);
	}
	case OBJ_NATIVE: {
		struct native *n = (struct native *)obj_get(callable);
		return call_native(vm, n->def, n->self, a);
	}
	case OBJ_NATIVE_METHOD:
		return call_unbound(vm, (struct native *)obj_get(callable), a);
	case OBJ_TYPE:
		return type_call(vm, type_obj(callable), a);
	case OBJ_STATICMETHOD:
		return call_value(vm, ((struct wrapper *)obj_get(callable))->func, a);
	default:
		return call_instance(vm, callable, a);
	}
}

value call_init(struct vm *vm, value instance, value r)
{
	if (r == V_PENDING) {
		vm->pushed->continuation = CONTINUE_INIT;
		vm->instance = instance;
		return r;
	}
	if (r == V_NONE)
		return instance;
	if (r != V_ERROR) {
		raise_type(vm, "__init__() should return None, not '%T'", r);
		value_drop(vm, r);
	}
	value_drop(vm, instance);
	return V_ERROR;
}

value call_module(struct vm *vm, struct module *m)
{
	struct frame *f = frame_new(vm, m->proto, OBJ_FRAME);
	if (frame_enter(vm, f, CONTINUE_MODULE))
		return V_PENDING;
	frame_discard(vm, f);
	return V_ERROR;
}

/* Arguments of native functions. */

static const char *plural(int n)
{
	return n == 1 ? "" : "s";
}

/* In a slot's words: of those with two numbers of arguments, or two arguments, CPython looks
 * at a tuple. */
static void raise_slot_count(struct vm *vm, const struct native_def *def, int n)
{
	bool tuple = def->max > 1, few = n < def->min;
	int bound = few ? def->min : def->max;
	const char *least = def->min == def->max ? "" : few ? "at least " : "at most ";
	raise_type(vm, "%sexpected %s%d argument%s, got %d", tuple ? " " : "", least, bound,
		plural(bound), n);
}

/* In CPython's words: def does not take these. */
static void raise_arguments(
	struct vm *vm, const struct native_def *def, value self, const struct args *a)
{
	int n = (int)a->n;
	const char *owner = self == V_UNSET ? ""
		: is_kind(self, OBJ_MODULE) ? str_get(((struct module *)obj_get(self))->name)->bytes
					    : type_name(type_of(vm, self));
	const char *dot = *owner ? "." : "";
	bool slot = self != V_UNSET && native_is_slot(vm, def, type_of(vm, self));
	if (a->nkw && !def->keywords && slot)
		raise_type(vm, "wrapper %s() takes no keyword arguments", def->name);
	else if (a->nkw && !def->keywords)
		raise_type(vm, "%s%s%s() takes no keyword arguments", owner, dot, def->name);
	else if (slot)
		raise_slot_count(vm, def, n);
	else if (def->max == 0)
		raise_type(vm, "%s%s%s() takes no arguments (%d given)", owner, dot, def->name, n);
	else if (def->min == 1 && def->max == 1)
		raise_type(vm, "%s%s%s() takes exactly one argument (%d given)", owner, dot,
			def->name, n);
	else if (def->min == def->max)
		raise_type(vm, "%s expected %d argument%s, got %d", def->name, def->min,
			plural(def->min), n);
	else if (def->keywords && n > def->max)
		raise_type(vm, "%s() takes at most %d argument%s (%d given)", def->name, def->max,
			plural(def->max), n + (int)a->nkw);
	else if (n < def->min)
		raise_type(vm, "%s expected at least %d argument%s, got %d", def->name, def->min,
			plural(def->min), n);
	else
		raise_type(vm, "%s expected at most %d argument%s, got %d", def->name, def->max,
			plural(def->max), n);
}

bool call_check_native(
	struct vm *vm, const struct native_def *def, value self, const struct args *a)
{
	int n = (int)a->n;
	if (!a->nkw || def->keywords) {
		if (n >= def->min && (def->max < 0 || n <= def->max))
			return true;
		if (def->keywords && n < def->min && a->nkw)
			return true;
	}
	raise_arguments(vm, def, self, a);
	return false;
}
