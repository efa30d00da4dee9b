/* What stands for an object whose contents are not shown: as TRACE shows it. */

#include "base/sbuf.h"
#include "trace/reading.h"
#include "vm/coro/async_gen.h"
#include "vm/library/kinds.h"
#include "vm/value/coro_name.h"
#include "vm/value/frame.h"
#include "vm/value/native.h"

#include <inttypes.h>
#include <string.h>

static const char *str_text(value v)
{
	return is_str(v) ? ((const struct str *)obj_get(v))->bytes : "?";
}

static bool is_asyncio(const struct type *t)
{
	return strstr(str_text(t->module), "asyncio") != NULL;
}

bool label_is_future(const struct type *t)
{
	while (t && (strcmp(str_text(t->name), "Future") != 0 || !is_asyncio(t)))
		t = t->base;
	return t;
}

/* Futures of all sorts are shown alike. */
static const char *asyncio_name(const struct type *t)
{
	const char *name = str_text(t->name);
	return strcmp(name, "Task") != 0 && label_is_future(t) ? "Future" : name;
}

static void append_type(const struct type *t, struct sbuf *out)
{
	const char *module = str_text(t->module);
	if (is_asyncio(t)) {
		sbuf_str(out, asyncio_name(t));
		return;
	}
	if (strcmp(module, "builtins") != 0 && strcmp(module, "__main__") != 0)
		sbuf_printf(out, "%s.", module);
	sbuf_str(out, str_text(t->qualname));
}

static void label_class(const struct obj *o, struct sbuf *out)
{
	const struct type *t = (const struct type *)o;
	const char *module = str_text(t->module);
	sbuf_str(out, "<class '");
	if (strcmp(module, "builtins") != 0)
		sbuf_printf(out, "%s.", module);
	sbuf_printf(out, "%s'>", str_text(t->qualname));
}

static void label_function(const struct obj *o, struct sbuf *out)
{
	const struct function *f = (const struct function *)o;
	if (f->as_cache)
		sbuf_str(out, "<functools._lru_cache_wrapper>");
	else
		sbuf_printf(out, f->as_builtin ? "<built-in function %s>" : "<function %s>",
			str_text(f->qualname));
}

static void label_method(const struct obj *o, struct sbuf *out)
{
	const struct method *m = (const struct method *)o;
	value func = m->func;
	const struct type *t = is_obj(m->self) ? label_type(obj_get(m->self)) : NULL;
	if (t && is_str(t->module) && strcmp(str_text(t->module), "_asyncio") == 0 &&
		is_kind(func, OBJ_FUNCTION)) {
		/* CPython has futures and tasks in C. */
		sbuf_printf(out, "<built-in method %s of %s>",
			str_text(((const struct function *)obj_get(func))->name),
			str_text(t->name));
		return;
	}
	bool named = is_kind(func, OBJ_FUNCTION);
	sbuf_printf(out, "<bound method %s>",
		named ? str_text(((const struct function *)obj_get(func))->qualname) : "?");
}

/* Special methods are wrappers of slots there, but for a few. */
static bool is_slot(const struct native *n)
{
	static const char *const others[] = { "__reversed__", "__sizeof__", "__format__", "__dir__",
		"__init_subclass__" };
	const char *name = n->def->name;
	size_t len = strlen(name);
	if (len < 5 || strncmp(name, "__", 2) != 0 || strcmp(name + len - 2, "__") != 0)
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (strcmp(name, others[i]) == 0)
			return false;
	}
	return true;
}

static void label_native(const struct obj *o, struct sbuf *out)
{
	const struct native *n = (const struct native *)o;
	if (n->self != V_UNSET && is_slot(n)) {
		sbuf_str(out, "<method-wrapper>");
		return;
	}
	if (n->self == V_UNSET || is_kind(n->self, OBJ_MODULE)) {
		sbuf_printf(out, "<built-in function %s>", n->def->name);
		return;
	}
	const struct type *t = is_obj(n->self) ? label_type(obj_get(n->self)) : NULL;
	const char *kind = is_obj(n->self) ? kind_name(obj_kind(n->self)) : "int";
	const char *dot = strrchr(kind, '.');
	kind = dot ? dot + 1 : kind;
	sbuf_printf(out, "<built-in method %s of %s>", n->def->name, t ? str_text(t->name) : kind);
}

static void label_native_method(const struct obj *o, struct sbuf *out)
{
	const struct native *n = (const struct native *)o;
	const char *what = is_slot(n) ? "slot wrapper" : "method";
	sbuf_printf(out, "<%s '%s' of '%s' objects>", what, n->def->name,
		n->owner ? str_text(n->owner->name) : "object");
}

static void label_module(const struct obj *o, struct sbuf *out)
{
	sbuf_printf(out, "<module '%s'>", str_text(((const struct module *)o)->name));
}

static void label_range(const struct obj *o, struct sbuf *out)
{
	const struct range *r = (const struct range *)o;
	sbuf_printf(out, "range(%" PRId64 ", %" PRId64, r->start, r->stop);
	if (r->step != 1)
		sbuf_printf(out, ", %" PRId64, r->step);
	sbuf_char(out, ')');
}

static void label_coroutine(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	sbuf_printf(out, "<%s %s>", kind_name((enum obj_kind)o->kind),
		str_text(coro_name(vm, (const struct frame *)o, CORO_QUALNAME)));
}

static void label_greenlet(const struct obj *o, struct sbuf *out)
{
	(void)o;
	sbuf_str(out, "<greenlet.greenlet>");
}

static void label_async_next(const struct obj *o, struct sbuf *out)
{
	(void)o;
	sbuf_str(out, "<async_generator_asend>");
}

static void label_async_throw(const struct obj *o, struct sbuf *out)
{
	(void)o;
	sbuf_str(out, "<async_generator_athrow>");
}

static void (*const labels[OBJ_KIND_COUNT])(const struct obj *o, struct sbuf *out) = {
	[OBJ_TYPE] = label_class,
	[OBJ_FUNCTION] = label_function,
	[OBJ_METHOD] = label_method,
	[OBJ_NATIVE] = label_native,
	[OBJ_NATIVE_METHOD] = label_native_method,
	[OBJ_MODULE] = label_module,
	[OBJ_RANGE] = label_range,
	[OBJ_GREENLET] = label_greenlet,
	[OBJ_ASYNC_GEN_STEP] = label_async_next,
	[OBJ_ASYNC_GEN_THROW] = label_async_throw,
};

const struct type *label_type(const struct obj *o)
{
	bool own = o->flags & OBJ_TYPED || o->kind == OBJ_INSTANCE || o->kind == OBJ_EXCEPTION;
	const struct type *t = own ? ((const struct instance *)o)->type : NULL;
	/* A set whose class the library made is one for the program too. */
	return t && o->kind == OBJ_SET && t->obj.flags & OBJ_LIBRARY ? NULL : t;
}

void label_of(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	const struct type *t = label_type(o);
	if (o->kind == OBJ_EXCEPTION) {
		sbuf_str(out, t ? str_text(t->name) : "Exception");
	} else if (t) {
		sbuf_char(out, '<');
		append_type(t, out);
		sbuf_char(out, '>');
	} else if (is_coroutine_kind((enum obj_kind)o->kind)) {
		label_coroutine(vm, o, out);
	} else if (labels[o->kind]) {
		labels[o->kind](o, out);
	}
}
