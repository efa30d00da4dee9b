#include "vm/value/special.h"

#include "vm/coro/coro.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <string.h>

static value or_none(value v)
{
	return v == V_UNSET ? V_NONE : value_keep(v);
}

static value obj_or_none(void *o)
{
	return o ? obj_value(obj_keep(o)) : V_NONE;
}

/* A getter of one field; a setter that takes any value. */
#define GET(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		return or_none(((struct type *)obj_get(o))->field); \
	}
#define SET(function, type, field) \
	static bool function(struct vm *vm, value o, value v) \
	{ \
		value_set(vm, &((struct type *)obj_get(o))->field, value_keep(v)); \
		return true; \
	}
#define GET_OBJECT(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		return obj_or_none(((struct type *)obj_get(o))->field); \
	}

GET(function_name, function, name)
GET(function_qualname, function, qualname)
GET(function_doc, function, doc)
SET(function_set_doc, function, doc)
GET(function_defaults, function, defaults)
SET(function_set_defaults, function, defaults)
GET(function_kwdefaults, function, kwdefaults)
SET(function_set_annotations, function, annotations)
/* Generators take their names from the function. */
static bool rename_function(struct vm *vm, value o, value v, const char *what, value *name)
{
	if (!is_str(v)) {
		raise_type(vm, "%s must be set to a string object", what);
		return false;
	}
	((struct function *)obj_get(o))->renamed = true;
	value_set(vm, name, value_keep(v));
	return true;
}

static bool function_set_name(struct vm *vm, value o, value v)
{
	return rename_function(vm, o, v, "__name__", &((struct function *)obj_get(o))->name);
}

static bool function_set_qualname(struct vm *vm, value o, value v)
{
	return rename_function(
		vm, o, v, "__qualname__", &((struct function *)obj_get(o))->qualname);
}

static bool function_set_code(struct vm *vm, value o, value v)
{
	(void)o, (void)v;
	raise_type(vm, "__code__ must be set to a code object");
	return false;
}

GET(method_func, method, func)
GET(method_self, method, self)
GET(property_get, property, get)
GET(property_set, property, set)
GET(property_del, property, del)
GET(property_doc, property, doc)
GET(slice_start, slice, start)
GET(slice_stop, slice, stop)
GET(slice_step, slice, step)
GET(wrapper_func, wrapper, func)
GET(cell_contents, cell, v)
GET(module_name, module, name)
GET_OBJECT(module_dict, module, globals)
GET_OBJECT(traceback_frame, traceback, frame)
GET(super_self, super, self)
GET_OBJECT(super_class, super, start)

static value traceback_next(struct vm *vm, value o)
{
	(void)vm;
	return obj_or_none(traceback_shown(((struct traceback *)obj_get(o))->next));
}

/* The caller among the program's frames, while the frame runs or waits. */
static value frame_back(struct vm *vm, value o)
{
	(void)vm;
	const struct frame *f = (struct frame *)obj_get(o);
	enum coro_state s = coro_state(f);
	if (s != CORO_RUNNING && s != CORO_WAITING)
		return V_NONE;
	struct frame *by = f->back;
	while (by && by->flags & FRAME_LIBRARY)
		by = by->back;
	return obj_or_none(by);
}

static value function_module(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(((struct function *)obj_get(o))->proto->module->name);
}

static value function_annotations(struct vm *vm, value o)
{
	struct function *f = (struct function *)obj_get(o);
	if (f->annotations == V_UNSET)
		f->annotations = obj_value(dict_new(vm));
	return value_keep(f->annotations);
}

static value function_closure(struct vm *vm, value o)
{
	const struct function *f = (struct function *)obj_get(o);
	return f->nfree ? tuple_from(vm, f->free, f->nfree) : V_NONE;
}

static value function_globals(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(((struct function *)obj_get(o))->proto->module->globals));
}

/* A code object is shown as the function's own attributes co_… */
static value function_code(struct vm *vm, value o)
{
	return vm_tail(vm, LIB_CODE, &o, 1);
}

static value method_function_attr(struct vm *vm, value o, const char *name)
{
	value func = ((struct method *)obj_get(o))->func;
	const struct special *row = is_obj(func)
		? special_find(obj_kind(func), str_intern(vm, name, strlen(name)))
		: NULL;
	return row ? row->get(vm, func) : V_UNSET;
}

static value method_name(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__name__");
}
static value method_qualname(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__qualname__");
}
static value method_doc(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__doc__");
}
static value method_module(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__module__");
}

static value native_name(struct vm *vm, value o)
{
	return str_from_cstr(vm, ((struct native *)obj_get(o))->def->name);
}

static value native_doc(struct vm *vm, value o)
{
	return str_from_cstr(vm, ((struct native *)obj_get(o))->def->doc);
}

static value native_self(struct vm *vm, value o)
{
	(void)vm;
	return or_none(((struct native *)obj_get(o))->self);
}

static value native_module(struct vm *vm, value o)
{
	return ((struct native *)obj_get(o))->self == V_UNSET ? str_from_cstr(vm, "builtins")
							      : V_NONE;
}

static value type_get_name(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(type_obj(o)->name);
}

static value type_get_qualname(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(type_obj(o)->qualname);
}

static bool type_set_text(struct vm *vm, value o, value v, const char *name, value *place)
{
	if (!type_obj(o)->heap || !is_str(v)) {
		raise_type(vm,
			!type_obj(o)->heap ? "cannot set '%s' attribute of immutable type '%s'"
					   : "can only assign string to %s.%s",
			type_obj(o)->heap ? type_name(type_obj(o)) : name,
			type_obj(o)->heap ? name : type_name(type_obj(o)));
		return false;
	}
	value_set(vm, place, value_keep(v));
	return true;
}

static bool type_set_name(struct vm *vm, value o, value v)
{
	return type_set_text(vm, o, v, "__name__", &type_obj(o)->name);
}

static bool type_set_qualname(struct vm *vm, value o, value v)
{
	return type_set_text(vm, o, v, "__qualname__", &type_obj(o)->qualname);
}

static value type_get_module(struct vm *vm, value o)
{
	value v = dict_find_name(type_obj(o)->attrs, VM_STR(vm, __module__));
	return v != V_UNSET ? value_keep(v) : or_none(type_obj(o)->module);
}

static bool type_set_module(struct vm *vm, value o, value v)
{
	type_set(vm, type_obj(o), VM_STR(vm, __module__), v);
	value_set(vm, &type_obj(o)->module, value_keep(v));
	return true;
}

static value type_get_dict(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(type_obj(o)->attrs));
}

static value type_get_doc(struct vm *vm, value o)
{
	value v = dict_find_name(type_obj(o)->attrs, VM_STR(vm, __doc__));
	return or_none(v);
}

static value type_get_bases(struct vm *vm, value o)
{
	struct type *base = type_obj(o)->base, *second = type_obj(o)->second;
	if (second)
		return tuple_pack(vm, 2, obj_value(obj_keep(base)), obj_value(obj_keep(second)));
	return base ? tuple_pack(vm, 1, obj_value(obj_keep(base))) : value_keep(vm->empty_tuple);
}

static value type_get_base(struct vm *vm, value o)
{
	(void)vm;
	return obj_or_none(type_obj(o)->base);
}

static value type_get_mro(struct vm *vm, value o)
{
	uint32_t n = 0, i = 0;
	for (struct type *t = type_obj(o); t; t = t->base)
		n++;
	value mro = tuple_new(vm, n);
	for (struct type *t = type_obj(o); t; t = t->base)
		tuple_get(mro)->at[i++] = obj_value(obj_keep(t));
	return mro;
}

static value range_field(struct vm *vm, int64_t i)
{
	return int_make(vm, i);
}
static value range_start(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->start);
}
static value range_stop(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->stop);
}
static value range_step(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->step);
}

static value deque_maxlen(struct vm *vm, value o)
{
	int64_t n = ((struct deque *)obj_get(o))->maxlen;
	return n < 0 ? V_NONE : int_make(vm, n);
}

static value number_itself(struct vm *vm, value o)
{
	int64_t i;
	return int_get(o, &i) ? int_make(vm, i) : value_keep(o);
}

static value number_zero(struct vm *vm, value o)
{
	return is_float(o) ? float_make(vm, 0.0) : small_make(0);
}

static value number_one(struct vm *vm, value o)
{
	(void)vm;
	return is_float(o) ? V_UNSET : small_make(1);
}

static value traceback_line(struct vm *vm, value o)
{
	return int_make(vm, ((struct traceback *)obj_get(o))->line);
}

static value frame_line(struct vm *vm, value o)
{
	return int_make(vm, ((struct frame *)obj_get(o))->line);
}

static value frame_globals(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(((struct frame *)obj_get(o))->proto->module->globals));
}

static value frame_locals_of(struct vm *vm, value o)
{
	return frame_locals(vm, (struct frame *)obj_get(o));
}

static value frame_code(struct vm *vm, value o)
{
	return vm_tail(vm, LIB_CODE, &o, 1);
}

static const struct special function_rows[] = { { "__name__", function_name, function_set_name },
	{ "__qualname__", function_qualname, function_set_qualname },
	{ "__doc__", function_doc, function_set_doc }, { "__module__", function_module, NULL },
	{ "__defaults__", function_defaults, function_set_defaults },
	{ "__kwdefaults__", function_kwdefaults, NULL },
	{ "__annotations__", function_annotations, function_set_annotations },
	{ "__closure__", function_closure, NULL }, { "__globals__", function_globals, NULL },
	{ "__code__", function_code, function_set_code }, { 0 } };
static const struct special method_rows[] = { { "__func__", method_func, NULL },
	{ "__self__", method_self, NULL }, { "__name__", method_name, NULL },
	{ "__qualname__", method_qualname, NULL }, { "__doc__", method_doc, NULL },
	{ "__module__", method_module, NULL }, { 0 } };
static const struct special native_rows[] = { { "__name__", native_name, NULL },
	{ "__qualname__", native_name, NULL }, { "__doc__", native_doc, NULL },
	{ "__self__", native_self, NULL }, { "__module__", native_module, NULL }, { 0 } };
static const struct special type_rows[] = { { "__name__", type_get_name, type_set_name },
	{ "__qualname__", type_get_qualname, type_set_qualname },
	{ "__module__", type_get_module, type_set_module }, { "__dict__", type_get_dict, NULL },
	{ "__doc__", type_get_doc, NULL }, { "__bases__", type_get_bases, NULL },
	{ "__base__", type_get_base, NULL }, { "__mro__", type_get_mro, NULL }, { 0 } };
static const struct special property_rows[] = { { "fget", property_get, NULL },
	{ "fset", property_set, NULL }, { "fdel", property_del, NULL },
	{ "__doc__", property_doc, NULL }, { 0 } };
static const struct special slice_rows[] = { { "start", slice_start, NULL },
	{ "stop", slice_stop, NULL }, { "step", slice_step, NULL }, { 0 } };
static const struct special range_rows[] = { { "start", range_start, NULL },
	{ "stop", range_stop, NULL }, { "step", range_step, NULL }, { 0 } };
static const struct special deque_rows[] = { { "maxlen", deque_maxlen, NULL }, { 0 } };
static const struct special number_rows[] = { { "real", number_itself, NULL },
	{ "imag", number_zero, NULL }, { "numerator", number_itself, NULL },
	{ "denominator", number_one, NULL }, { 0 } };
static const struct special wrapper_rows[] = { { "__func__", wrapper_func, NULL },
	{ "__wrapped__", wrapper_func, NULL }, { 0 } };
static const struct special cell_rows[] = { { "cell_contents", cell_contents, NULL }, { 0 } };
static const struct special module_rows[] = { { "__name__", module_name, NULL },
	{ "__dict__", module_dict, NULL }, { 0 } };
static const struct special traceback_rows[] = { { "tb_next", traceback_next, NULL },
	{ "tb_frame", traceback_frame, NULL }, { "tb_lineno", traceback_line, NULL }, { 0 } };
static const struct special frame_rows[] = { { "f_back", frame_back, NULL },
	{ "f_lineno", frame_line, NULL }, { "f_globals", frame_globals, NULL },
	{ "f_locals", frame_locals_of, NULL }, { "f_code", frame_code, NULL }, { 0 } };
static const struct special super_rows[] = { { "__self__", super_self, NULL },
	{ "__thisclass__", super_class, NULL }, { 0 } };

extern const struct special exception_rows[];

static const struct special *const rows_of_kind[OBJ_KIND_COUNT] = { [OBJ_FUNCTION] = function_rows,
	[OBJ_METHOD] = method_rows,
	[OBJ_NATIVE] = native_rows,
	[OBJ_NATIVE_METHOD] = native_rows,
	[OBJ_TYPE] = type_rows,
	[OBJ_PROPERTY] = property_rows,
	[OBJ_SLICE] = slice_rows,
	[OBJ_RANGE] = range_rows,
	[OBJ_DEQUE] = deque_rows,
	[OBJ_INT] = number_rows,
	[OBJ_BOOL] = number_rows,
	[OBJ_FLOAT] = number_rows,
	[OBJ_STATICMETHOD] = wrapper_rows,
	[OBJ_CLASSMETHOD] = wrapper_rows,
	[OBJ_CELL] = cell_rows,
	[OBJ_MODULE] = module_rows,
	[OBJ_TRACEBACK] = traceback_rows,
	[OBJ_FRAME] = frame_rows,
	[OBJ_SUPER] = super_rows,
	[OBJ_GREENLET] = greenlet_specials,
	[OBJ_EXCEPTION] = exception_rows };

const struct special *special_find(enum obj_kind k, value name)
{
	const struct special *row = rows_of_kind[k];
	while (row && row->name && !str_is(name, row->name))
		row++;
	return row && row->name ? row : NULL;
}

void special_names(enum obj_kind k, void (*f)(void *arg, const char *name), void *arg)
{
	for (const struct special *row = rows_of_kind[k]; row && row->name; row++)
		f(arg, row->name);
}

struct dict **special_attrs(const struct vm *vm, value o)
{
	if (!is_obj(o))
		return NULL;
	const struct kind *k = vm->kinds[obj_kind(o)];
	if (!k->attrs || (k->flags & KIND_OWN_ATTRS && !type_is_heap_instance(o)))
		return NULL;
	return kind_attrs(k, obj_get(o));
}

struct dict *special_dict(struct vm *vm, value o)
{
	struct dict **place = special_attrs(vm, o);
	if (!place)
		return NULL;
	if (!*place) {
		*place = dict_new(vm);
		notify_rebuilt(vm, obj_get(o));
	}
	return *place;
}

bool special_set_dict(struct vm *vm, value o, value v)
{
	struct dict **place = special_attrs(vm, o);
	if (!place || !is_kind(v, OBJ_DICT)) {
		raise_type(vm, "__dict__ must be set to a dictionary, not a '%T'", v);
		return false;
	}
	struct dict *old = *place;
	*place = obj_keep(dict_obj(v));
	notify_rebuilt(vm, obj_get(o));
	obj_drop(vm, old);
	return true;
}

static void add_name(struct vm *vm, struct dict *names, value name)
{
	if (is_str(name))
		dict_set(vm, names, name, V_NONE);
}

static void add_keys(struct vm *vm, struct dict *names, const struct dict *d)
{
	value key, val;
	for (uint32_t i = 0; d && dict_next(d, &i, &key, &val);)
		add_name(vm, names, key);
}

struct names {
	struct vm *vm;
	struct dict *dict;
};

static void add_special(void *arg, const char *name)
{
	struct names *n = arg;
	add_name(n->vm, n->dict, str_intern(n->vm, name, strlen(name)));
}

value ops_names(struct vm *vm, value v)
{
	struct names n = { vm, dict_new(vm) };
	if (is_kind(v, OBJ_MODULE)) {
		add_keys(vm, n.dict, ((struct module *)obj_get(v))->globals);
	} else {
		struct dict **attrs = special_attrs(vm, v);
		add_keys(vm, n.dict, attrs ? *attrs : NULL);
		struct type *t = is_kind(v, OBJ_TYPE) ? type_obj(v) : type_of(vm, v);
		for (; t; t = t->base)
			add_keys(vm, n.dict, t->attrs);
		special_names(is_obj(v) ? obj_kind(v) : OBJ_INT, add_special, &n);
		add_name(vm, n.dict, VM_STR(vm, __class__));
		add_name(vm, n.dict, VM_STR(vm, __doc__));
		if (attrs)
			add_name(vm, n.dict, VM_STR(vm, __dict__));
	}
	value list = list_new(vm, 0), key, val;
	for (uint32_t i = 0; dict_next(n.dict, &i, &key, &val);)
		list_append(vm, list, value_keep(key));
	obj_drop(vm, n.dict);
	list_sort_plain(vm, list, V_UNSET, false);
	return list;
}
