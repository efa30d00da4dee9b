#include "trace/object_kind.h"

#include "base/sbuf.h"
#include "trace/reading.h"
#include "vm/coro/async_gen.h"
#include "vm/coro/greenlet.h"
#include "vm/library/kinds.h"
#include "vm/value/coro_name.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/type.h"

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

bool object_kind_is_future(const struct type *t)
{
	while (t && (strcmp(str_text(t->name), "Future") != 0 || !is_asyncio(t)))
		t = t->base;
	return t;
}

/* Futures of all sorts are shown alike. */
static const char *asyncio_name(const struct type *t)
{
	const char *name = str_text(t->name);
	return strcmp(name, "Task") != 0 && object_kind_is_future(t) ? "Future" : name;
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

static void label_class(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	const struct type *t = (const struct type *)o;
	const char *module = str_text(t->module);
	sbuf_str(out, "<class '");
	if (strcmp(module, "builtins") != 0)
		sbuf_printf(out, "%s.", module);
	sbuf_printf(out, "%s'>", str_text(t->qualname));
}

static void label_function(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	const struct function *f = (const struct function *)o;
	if (f->as_cache)
		sbuf_str(out, "<functools._lru_cache_wrapper>");
	else
		sbuf_printf(out, f->as_builtin ? "<built-in function %s>" : "<function %s>",
			str_text(f->qualname));
}

static void label_method(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	const struct method *m = (const struct method *)o;
	value func = m->func;
	const struct type *t = is_obj(m->self) ? object_kind_type(obj_get(m->self)) : NULL;
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

static void label_native(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	const struct native *n = (const struct native *)o;
	if (o->flags & OBJ_TYPED) {
		sbuf_str(out, "<method-wrapper>");
		return;
	}
	if (n->self == V_UNSET || is_kind(n->self, OBJ_MODULE)) {
		sbuf_printf(out, "<built-in function %s>", n->def->name);
		return;
	}
	const struct type *t = is_obj(n->self) ? object_kind_type(obj_get(n->self)) : NULL;
	const char *kind = is_obj(n->self) ? kind_name(obj_kind(n->self)) : "int";
	const char *dot = strrchr(kind, '.');
	kind = dot ? dot + 1 : kind;
	sbuf_printf(out, "<built-in method %s of %s>", n->def->name, t ? str_text(t->name) : kind);
}

static void label_native_method(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	const struct native *n = (const struct native *)o;
	const char *what = o->flags & OBJ_TYPED ? "slot wrapper" : "method";
	sbuf_printf(out, "<%s '%s' of '%s' objects>", what, n->def->name,
		n->owner ? type_shown(n->owner) : "object");
}

static void label_module(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	sbuf_printf(out, "<module '%s'>", str_text(((const struct module *)o)->name));
}

static void label_range(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
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

static void label_greenlet(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	(void)o;
	sbuf_str(out, "<greenlet.greenlet>");
}

static void label_async_next(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	(void)o;
	sbuf_str(out, "<async_generator_asend>");
}

static void label_async_throw(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	(void)vm;
	(void)o;
	sbuf_str(out, "<async_generator_athrow>");
}

/* Contents. */

static void read_list(struct reading *r, const struct obj *o)
{
	const struct list *l = (const struct list *)o;
	reading_put_all(r, l->at, l->len);
}

static void put_tuple(struct reading *r, value tuple)
{
	if (!is_kind(tuple, OBJ_TUPLE))
		return;
	const struct tuple *t = (const struct tuple *)obj_get(tuple);
	reading_put_all(r, t->at, t->len);
}

static void read_tuple(struct reading *r, const struct obj *o)
{
	put_tuple(r, obj_value(o));
}

/* An absent entry has neither key nor value. */
static void put_entry(struct reading *r, value key, value val)
{
	bool present = key != V_UNSET && val != V_UNSET;
	reading_put(r, present ? key : V_UNSET);
	reading_put(r, present ? val : V_UNSET);
}

static void read_dict(struct reading *r, const struct obj *o)
{
	const struct dict *d = (const struct dict *)o;
	for (uint32_t i = 0; i < d->len; i++)
		put_entry(r, d->at[i].key, d->at[i].val);
}

static void read_set(struct reading *r, const struct obj *o)
{
	const struct set *s = (const struct set *)o;
	for (uint32_t i = 0; s->table && i <= s->mask; i++)
		reading_put(r, s->table[i].key);
}

static void read_deque(struct reading *r, const struct obj *o)
{
	const struct deque *d = (const struct deque *)o;
	for (uint32_t i = 0; i < d->len; i++)
		reading_put(r, d->at[(d->head + i) % d->cap]);
}

static void read_cell(struct reading *r, const struct obj *o)
{
	reading_put(r, ((const struct cell *)o)->v);
}

static void read_slice(struct reading *r, const struct obj *o)
{
	const struct slice *s = (const struct slice *)o;
	reading_put(r, s->start);
	reading_put(r, s->stop);
	reading_put(r, s->step);
}

/* What it will run, while it has not begun. */
static void read_greenlet(struct reading *r, const struct obj *o)
{
	reading_put(r, ((const struct greenlet *)o)->run);
}

static bool is_exception_group(const struct reading *r, const struct obj *o)
{
	if (o->kind != OBJ_EXCEPTION)
		return false;
	for (const struct type *t = ((const struct exception *)o)->type; t; t = t->base) {
		if (t == VM_EXC(r->vm, BaseExceptionGroup))
			return true;
	}
	return false;
}

/* A group: the message, then the exceptions in it. */
static void read_exception(struct reading *r, const struct obj *o)
{
	const struct exception *e = (const struct exception *)o;
	if (!is_exception_group(r, o)) {
		put_tuple(r, e->args);
		return;
	}
	const struct tuple *args = (const struct tuple *)obj_get(e->args);
	reading_put(r, args->len > 0 ? args->at[0] : V_NONE);
	put_tuple(r, e->value);
}

static int64_t bound_of(const struct reading *r, const struct obj *o)
{
	(void)r;
	return ((const struct deque *)o)->maxlen;
}

static int64_t is_main(const struct reading *r, const struct obj *o)
{
	return o == (const struct obj *)r->vm->main_greenlet;
}

static int64_t group_of(const struct reading *r, const struct obj *o)
{
	return is_exception_group(r, o);
}

static const struct object_brackets list_brackets = { "[", "]", .inside = "[...]", .deep = "[…]" };
static const struct object_brackets tuple_brackets = { "(", ")", .one = ",)", .inside = "(...)",
	.deep = "(…)" };
static const struct object_brackets dict_brackets = { "{", "}", .inside = "{...}", .deep = "{…}" };
static const struct object_brackets set_brackets = { "{", "}", .empty = "set()", .deep = "{…}" };
static const struct object_brackets frozenset_brackets = { "frozenset({", "})",
	.empty = "frozenset()", .deep = "frozenset({…})" };
static const struct object_brackets slice_brackets = { "slice(", ")", .deep = "slice()" };
static const struct object_brackets deque_brackets = { "deque([", "]", .inside = "[...]",
	.deep = "deque([…])", .bound = ", maxlen=", .end = ")" };

const struct object_kind object_kinds[OBJ_KIND_COUNT] = {
	[OBJ_INT] = { .is_data = true },
	[OBJ_FLOAT] = { .is_data = true },
	[OBJ_STR] = { .is_data = true },
	[OBJ_LIST] = { .read = read_list,
		.shape = SHAPE_ITEMS,
		.brackets = &list_brackets,
		.making = MAKE_EMPTY,
		.is_data = true },
	[OBJ_TUPLE] = { .read = read_tuple,
		.shape = SHAPE_ITEMS,
		.brackets = &tuple_brackets,
		.making = MAKE_FROM_ITEMS,
		.is_data = true },
	[OBJ_DICT] = { .read = read_dict,
		.shape = SHAPE_ENTRIES,
		.brackets = &dict_brackets,
		.making = MAKE_EMPTY,
		.is_data = true },
	[OBJ_SET] = { .read = read_set,
		.shape = SHAPE_ELEMENTS,
		.brackets = &set_brackets,
		.making = MAKE_EMPTY,
		.is_data = true },
	[OBJ_FROZENSET] = { .read = read_set,
		.shape = SHAPE_ELEMENTS,
		.brackets = &frozenset_brackets,
		.making = MAKE_FROM_ITEMS,
		.is_data = true },
	[OBJ_DEQUE] = { .read = read_deque,
		.extra = bound_of,
		.shape = SHAPE_ITEMS,
		.brackets = &deque_brackets,
		.making = MAKE_DEQUE,
		.is_data = true },
	[OBJ_SLICE] = { .read = read_slice,
		.shape = SHAPE_ITEMS,
		.brackets = &slice_brackets,
		.making = MAKE_BY_CALL,
		.is_data = true },
	[OBJ_RANGE] = { .label = label_range, .making = MAKE_BY_LABEL, .is_data = true },
	[OBJ_CELL] = { .read = read_cell },
	[OBJ_EXCEPTION] = { .read = read_exception, .extra = group_of, .making = MAKE_EXCEPTION },
	[OBJ_INSTANCE] = { .making = MAKE_INSTANCE },
	[OBJ_TYPE] = { .label = label_class, .making = MAKE_CLASS, .is_global = true },
	[OBJ_FUNCTION] = { .label = label_function, .making = MAKE_FUNCTION, .is_global = true },
	[OBJ_MODULE] = { .label = label_module, .is_global = true },
	[OBJ_NATIVE] = { .label = label_native, .is_global = true },
	[OBJ_NATIVE_METHOD] = { .label = label_native_method },
	[OBJ_METHOD] = { .label = label_method },
	[OBJ_GREENLET] = { .read = read_greenlet, .extra = is_main, .label = label_greenlet },
	[OBJ_GENERATOR] = { .label = label_coroutine },
	[OBJ_COROUTINE] = { .label = label_coroutine },
	[OBJ_ASYNC_GENERATOR] = { .label = label_coroutine },
	[OBJ_ASYNC_GEN_STEP] = { .label = label_async_next },
	[OBJ_ASYNC_GEN_THROW] = { .label = label_async_throw },
};

const struct type *object_kind_type(const struct obj *o)
{
	bool own = o->flags & OBJ_TYPED || o->kind == OBJ_INSTANCE || o->kind == OBJ_EXCEPTION;
	const struct type *t = own ? ((const struct instance *)o)->type : NULL;
	/* A set whose class the library made is one for the program too; methods are labelled. */
	if (o->kind == OBJ_NATIVE || o->kind == OBJ_NATIVE_METHOD)
		return NULL;
	return t && o->kind == OBJ_SET && t->obj.flags & OBJ_LIBRARY ? NULL : t;
}

void object_kind_label(const struct vm *vm, const struct obj *o, struct sbuf *out)
{
	const struct type *t = object_kind_type(o);
	if (o->kind == OBJ_EXCEPTION) {
		sbuf_str(out, t ? str_text(t->name) : "Exception");
	} else if (t) {
		sbuf_char(out, '<');
		append_type(t, out);
		sbuf_char(out, '>');
	} else if (object_kinds[o->kind].label) {
		object_kinds[o->kind].label(vm, o, out);
	}
}
