/* The constructors of the built-in classes. */

#include "vm/coro/greenlet.h"
#include "vm/eval/call.h"
#include "vm/eval/construct.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/builtins.h"
#include "vm/value/abstract.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

static value int_from_str(struct vm *vm, value s, int64_t base)
{
	int64_t i;
	bool overflow = false;
	if (int_parse(str_get(s)->bytes, str_get(s)->len, (int)base, &i, &overflow))
		return int_make(vm, i);
	if (overflow)
		return raise_int_overflow(vm);
	return raise_value(vm, "invalid literal for int() with base %d: %V", (int)base, s);
}

static value construct_int(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	int64_t i, base = 10;
	value v = a->n ? a->at[0] : V_UNSET, b = args_get(a, 1, str_intern(vm, "base", 4));
	if (v == V_UNSET)
		return small_make(0);
	if (b != V_UNSET && !is_str(v))
		return raise_type(vm, "int() can't convert non-string with explicit base");
	if (b != V_UNSET && (!int_get(b, &base) || base == 1 || base < 0 || base > 36))
		return raise_value(vm, "int() base must be >= 2 and <= 36, or 0");
	if (is_str(v))
		return int_from_str(vm, v, base);
	if (int_get(v, &i))
		return int_make(vm, i);
	if (is_float(v))
		return int_from_float(vm, float_get(v));
	if (type_is_heap_instance(v))
		return vm_tail(vm, LIB_TO_INT, &v, 1);
	return raise_type(vm,
		"int() argument must be a string, a bytes-like object or a real number, not '%T'",
		v);
}

static value construct_float(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	double f;
	if (!args_count(vm, "float", a, 0, 1))
		return V_ERROR;
	if (a->n == 0)
		return float_make(vm, 0.0);
	value v = a->at[0];
	if (number_get(v, &f))
		return float_make(vm, f);
	if (is_str(v)) {
		if (float_parse(str_get(v)->bytes, str_get(v)->len, &f))
			return float_make(vm, f);
		return raise_value(vm, "could not convert string to float: %V", v);
	}
	if (type_is_heap_instance(v))
		return vm_tail(vm, LIB_TO_FLOAT, &v, 1);
	return raise_type(vm, "float() argument must be a string or a real number, not '%T'", v);
}

static value construct_bool(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "bool", a, 0, 1))
		return V_ERROR;
	return a->n ? ops_truth(vm, a->at[0]) : V_FALSE;
}

static value construct_str(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->n + a->nkw > 3)
		return raise_type(vm, "str() takes at most 3 arguments (%u given)", a->n + a->nkw);
	value v = args_get(a, 0, VM_STR(vm, obj));
	return v == V_UNSET ? value_keep(vm->empty_str) : ops_str(vm, v);
}

static bool append_item(struct vm *vm, void *list, value item)
{
	list_append(vm, obj_value(list), value_keep(item));
	return true;
}

static bool add_item(struct vm *vm, void *set, value item)
{
	return set_add(vm, obj_value(set), item) >= 0;
}

/* Fills the new container with the items of v, by C or by a library function
 * that makes one anew (the new one is dropped then). */
static value fill(struct vm *vm, value made, value v, bool (*f)(struct vm *, void *, value),
	enum lib_function other)
{
	int done = ops_for_each(vm, v, f, obj_get(made));
	if (done > 0)
		return made;
	value_drop(vm, made);
	return done < 0 ? V_ERROR : vm_tail(vm, other, &v, 1);
}

static value construct_list(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "list", a, 0, 1))
		return V_ERROR;
	value list = list_new(vm, 0);
	return a->n ? fill(vm, list, a->at[0], append_item, LIB_LIST_FROM) : list;
}

static value tuple_of_list(struct vm *vm, value list)
{
	if (list == V_ERROR || list == V_PENDING)
		return list;
	value t = tuple_from(vm, list_get(list)->at, list_get(list)->len);
	value_drop(vm, list);
	return t;
}

static value construct_tuple(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "tuple", a, 0, 1))
		return V_ERROR;
	if (a->n == 0)
		return value_keep(vm->empty_tuple);
	if (is_kind(a->at[0], OBJ_TUPLE) && !type_is_heap_instance(a->at[0]))
		return value_keep(a->at[0]);
	return tuple_of_list(vm, fill(vm, list_new(vm, 0), a->at[0], append_item, LIB_TUPLE_FROM));
}

static value construct_set(struct vm *vm, struct type *t, const struct args *a)
{
	bool frozen = t == VM_TYPE(vm, FROZENSET);
	if (!args_count(vm, type_name(t), a, 0, 1))
		return V_ERROR;
	if (a->n && frozen && is_kind(a->at[0], OBJ_FROZENSET))
		return value_keep(a->at[0]);
	if (a->n && (is_kind(a->at[0], OBJ_SET) || is_kind(a->at[0], OBJ_FROZENSET)) &&
		!type_is_heap_instance(a->at[0]))
		return set_copy(vm, a->at[0], frozen);
	value set = set_new(vm, frozen);
	return a->n ? fill(vm, set, a->at[0], add_item, frozen ? LIB_FROZENSET_FROM : LIB_SET_FROM)
		    : set;
}

static bool add_keywords(struct vm *vm, struct dict *d, const struct args *a)
{
	for (uint32_t i = 0; i < a->nkw; i++) {
		if (!dict_set(vm, d, a->names[i], a->at[a->n + i]))
			return false;
	}
	return true;
}

static value construct_dict(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	struct args positional = { a->at, a->n, 0, NULL };
	if (!args_count(vm, "dict", &positional, 0, 1))
		return V_ERROR;
	bool plain = a->n == 0 || (is_kind(a->at[0], OBJ_DICT) && !type_is_heap_instance(a->at[0]));
	struct dict *d = a->n && plain ? dict_copy(vm, dict_obj(a->at[0])) : dict_new(vm);
	if (!add_keywords(vm, d, a)) {
		obj_drop(vm, d);
		return V_ERROR;
	}
	if (plain)
		return obj_value(d);
	value r = vm_tail(vm, LIB_DICT_FROM, (value[]){ a->at[0], obj_value(d) }, 2);
	obj_drop(vm, d);
	return r;
}

static value construct_range(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	int64_t at[3] = { 0, 0, 1 };
	if (!args_count(vm, "range", a, 1, 3))
		return V_ERROR;
	for (uint32_t i = 0; i < a->n; i++) {
		if (!index_arg(vm, a->at[i], &at[a->n == 1 ? 1 : i]))
			return V_ERROR;
	}
	if (at[2] == 0)
		return raise_value(vm, "range() arg 3 must not be zero");
	return range_new(vm, at[0], at[1], at[2]);
}

static value construct_slice(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "slice", a, 1, 3))
		return V_ERROR;
	if (a->n == 1)
		return slice_new(vm, V_NONE, a->at[0], V_NONE);
	return slice_new(vm, a->at[0], a->at[1], a->n > 2 ? a->at[2] : V_NONE);
}

static value construct_object(struct vm *vm, struct type *t, const struct args *a)
{
	if (a->n || a->nkw)
		return raise_type(vm, "%s() takes no arguments", type_name(t));
	return construct_instance(vm, t, a);
}

static value construct_property(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->n + a->nkw > 4)
		return raise_type(
			vm, "property() takes at most 4 arguments (%u given)", a->n + a->nkw);
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	static const char *const names[] = { "fget", "fset", "fdel", "doc" };
	value *const fields[] = { &p->get, &p->set, &p->del, &p->doc };
	for (uint32_t i = 0; i < 4; i++) {
		value v = args_get(a, i, str_intern(vm, names[i], i < 3 ? 4 : 3));
		*fields[i] = v == V_UNSET ? V_NONE : value_keep(v);
	}
	if (p->doc == V_NONE && is_kind(p->get, OBJ_FUNCTION))
		p->doc = value_keep(((struct function *)obj_get(p->get))->doc);
	return obj_value(p);
}

static value construct_wrapper(struct vm *vm, struct type *t, const struct args *a)
{
	if (!args_count(vm, type_name(t), a, 1, 1))
		return V_ERROR;
	struct wrapper *w = obj_new(vm, t->layout, sizeof *w);
	w->func = value_keep(a->at[0]);
	return obj_value(w);
}

/* What super() without arguments means where it stands. */
static bool super_arguments(struct vm *vm, value *class, value *self)
{
	const struct frame *f = vm->frame;
	const struct code *c = f->proto->code;
	const char *wrong = c->npos == 0 ? "super(): no arguments"
		: c->class_cell_reg < 0  ? "super(): __class__ cell not found"
					 : NULL;
	if (!wrong) {
		*self = f->regs[0];
		if (is_kind(*self, OBJ_CELL) && c->vars[0].is_cell)
			*self = ((struct cell *)obj_get(*self))->v;
		value cell = f->regs[c->class_cell_reg];
		*class = is_kind(cell, OBJ_CELL) ? ((struct cell *)obj_get(cell))->v : V_UNSET;
		wrong = *class == V_UNSET  ? "super(): empty __class__ cell"
			: *self == V_UNSET ? "super(): arg[0] deleted"
					   : NULL;
	}
	if (wrong)
		vm_raise(vm, VM_EXC(vm, RuntimeError), "%s", wrong);
	return !wrong;
}

static value construct_super(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, a->nkw ? "super" : "super()", a, 0, 2))
		return V_ERROR;
	value class = a->n > 0 ? a->at[0] : V_UNSET, self = a->n > 1 ? a->at[1] : V_NONE;
	if (a->n == 0 && !super_arguments(vm, &class, &self))
		return V_ERROR;
	if (!is_kind(class, OBJ_TYPE))
		return raise_type(vm, "super() argument 1 must be a type, not %T", class);
	struct type *self_type = NULL;
	if (is_kind(self, OBJ_TYPE) && type_is_subtype(type_obj(self), type_obj(class)))
		self_type = type_obj(self);
	else if (type_is_subtype(type_of(vm, self), type_obj(class)))
		self_type = type_of(vm, self);
	else if (a->n != 1)
		return raise_type(
			vm, "super(type, obj): obj must be an instance or subtype of type");
	struct super *s = obj_new(vm, OBJ_SUPER, sizeof *s);
	s->start = obj_keep(type_obj(class));
	s->self = value_keep(self);
	s->self_type = self_type ? obj_keep(self_type) : NULL;
	return obj_value(s);
}

static bool push_item(struct vm *vm, void *deque, value item)
{
	deque_push(vm, obj_value(deque), item, false);
	return true;
}

static bool deque_arguments(struct vm *vm, const struct args *a, value *iterable, int64_t *maxlen)
{
	const value known[] = { str_intern(vm, "iterable", 8), VM_STR(vm, maxlen) };
	if (a->n + a->nkw > 2) {
		raise_type(vm, "deque() takes at most 2 arguments (%u given)", a->n + a->nkw);
		return false;
	}
	if (!args_done(vm, a, "deque", known, 2, 2))
		return false;
	*iterable = args_get(a, 0, str_intern(vm, "iterable", 8));
	value max = args_get(a, 1, VM_STR(vm, maxlen));
	*maxlen = -1;
	if (max == V_UNSET || max == V_NONE)
		return true;
	if (!int_get(max, maxlen))
		raise_type(vm, "an integer is required");
	else if (*maxlen < 0)
		raise_value(vm, "maxlen must be non-negative");
	else
		return true;
	return false;
}

static value construct_deque(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	value iterable;
	int64_t maxlen;
	if (!deque_arguments(vm, a, &iterable, &maxlen))
		return V_ERROR;
	value d = deque_new(vm, maxlen);
	if (iterable == V_UNSET)
		return d;
	int done = ops_for_each(vm, iterable, push_item, obj_get(d));
	if (done > 0)
		return d;
	value r = done < 0 ? V_ERROR
			   : vm_tail(vm, LIB_EXTEND_IN_PLACE, (value[]){ d, iterable }, 2);
	value_drop(vm, d);
	return r;
}

static value (*const constructors[OBJ_KIND_COUNT])(
	struct vm *, struct type *, const struct args *) = { [OBJ_INT] = construct_int,
	[OBJ_FLOAT] = construct_float,
	[OBJ_BOOL] = construct_bool,
	[OBJ_STR] = construct_str,
	[OBJ_LIST] = construct_list,
	[OBJ_TUPLE] = construct_tuple,
	[OBJ_SET] = construct_set,
	[OBJ_FROZENSET] = construct_set,
	[OBJ_DICT] = construct_dict,
	[OBJ_RANGE] = construct_range,
	[OBJ_SLICE] = construct_slice,
	[OBJ_INSTANCE] = construct_object,
	[OBJ_PROPERTY] = construct_property,
	[OBJ_STATICMETHOD] = construct_wrapper,
	[OBJ_CLASSMETHOD] = construct_wrapper,
	[OBJ_SUPER] = construct_super,
	[OBJ_ENUMERATE] = construct_enumerate,
	[OBJ_ZIP] = construct_zip,
	[OBJ_MAP] = construct_map,
	[OBJ_FILTER] = construct_filter,
	[OBJ_REVERSED] = construct_reversed,
	[OBJ_DEQUE] = construct_deque };

value construct_builtin(struct vm *vm, struct type *t, const struct args *a)
{
	if (!constructors[t->layout])
		return raise_type(vm, "cannot create '%s' instances", type_name(t));
	return constructors[t->layout](vm, t, a);
}

/* An empty container for an instance of t, a class of a program. */
static value empty_container(struct vm *vm, struct type *t, const struct args *a)
{
	switch (t->layout) {
	case OBJ_LIST:
		return list_new(vm, 0);
	case OBJ_DICT:
		return obj_value(dict_new(vm));
	case OBJ_SET:
		return set_new(vm, false);
	case OBJ_DEQUE:
		return deque_new(vm, -1);
	default: {
		value items = a->n == 0 ? value_keep(vm->empty_tuple)
					: tuple_from_any(vm, a->at[0]);
		if (items == V_ERROR)
			return V_ERROR;
		value own = tuple_new(vm, tuple_get(items)->len);
		if (own == vm->empty_tuple) {
			value_drop(vm, own);
			own = obj_value(obj_new(vm, OBJ_TUPLE, sizeof(struct tuple)));
		}
		for (uint32_t i = 0; i < tuple_get(items)->len; i++)
			tuple_get(own)->at[i] = value_keep(tuple_get(items)->at[i]);
		value_drop(vm, items);
		return own;
	}
	}
}

value construct_instance(struct vm *vm, struct type *t, const struct args *a)
{
	if (!abstract_may_make(vm, t))
		return V_ERROR;
	if (t->layout == OBJ_INSTANCE) {
		struct instance *i = obj_new(vm, OBJ_INSTANCE, sizeof *i);
		i->obj.flags |= OBJ_TYPED;
		i->type = obj_keep(t);
		return obj_value(i);
	}
	if (t->layout == OBJ_GREENLET)
		return greenlet_make(vm, t);
	value v = empty_container(vm, t, a);
	if (v != V_ERROR) {
		obj_get(v)->flags |= OBJ_TYPED;
		((struct instance *)obj_get(v))->type = obj_keep(t);
	}
	return v;
}

static value init_dict(struct vm *vm, value self, const struct args *a)
{
	if (a->n > 1)
		return raise_type(vm, "dict expected at most 1 argument, got %u", a->n);
	if (a->n && !(is_kind(a->at[0], OBJ_DICT) && !type_is_heap_instance(a->at[0]))) {
		struct dict *names = dict_new(vm);
		value r = add_keywords(vm, names, a)
			? vm_tail(vm, LIB_INIT_DICT, (value[]){ self, a->at[0], obj_value(names) },
				  3)
			: V_ERROR;
		obj_drop(vm, names);
		return r;
	}
	if (a->n && !dict_merge(vm, dict_obj(self), dict_obj(a->at[0])))
		return V_ERROR;
	return add_keywords(vm, dict_obj(self), a) ? V_NONE : V_ERROR;
}

static value init_deque(struct vm *vm, value self, const struct args *a)
{
	value iterable;
	if (!deque_arguments(vm, a, &iterable, &((struct deque *)obj_get(self))->maxlen))
		return V_ERROR;
	deque_clear(vm, self);
	if (iterable == V_UNSET)
		return V_NONE;
	int done = ops_for_each(vm, iterable, push_item, obj_get(self));
	return done > 0    ? V_NONE
		: done < 0 ? V_ERROR
			   : vm_tail(vm, LIB_INIT_DEQUE, (value[]){ self, iterable }, 2);
}

value construct_init(struct vm *vm, value self, const struct args *a)
{
	if (is_kind(self, OBJ_DICT))
		return init_dict(vm, self, a);
	if (is_kind(self, OBJ_DEQUE))
		return init_deque(vm, self, a);
	bool list = is_kind(self, OBJ_LIST);
	if (!args_count(vm, list ? "list" : "set", a, 0, 1))
		return V_ERROR;
	if (list && list_get(self)->len > 0)
		list_splice(vm, self, 0, list_get(self)->len, NULL, 0);
	else if (!list && set_obj(self)->used > 0)
		set_clear(vm, self);
	if (a->n == 0)
		return V_NONE;
	int done = ops_for_each(vm, a->at[0], list ? append_item : add_item, obj_get(self));
	if (done != 0)
		return done < 0 ? V_ERROR : V_NONE;
	return vm_tail(vm, list ? LIB_INIT_LIST : LIB_INIT_SET, (value[]){ self, a->at[0] }, 2);
}

/* type(name, bases, dict). */
static value make_class(struct vm *vm, const struct args *a)
{
	if (a->n != 3 || !is_str(a->at[0]) || !is_kind(a->at[1], OBJ_TUPLE) ||
		!is_kind(a->at[2], OBJ_DICT))
		return raise_type(vm, "type() takes 1 or 3 arguments");
	const struct tuple *bases = tuple_get(a->at[1]);
	if (bases->len > 1)
		return vm_refuse(vm, "multiple inheritance is outside the scenario language");
	if (bases->len && !is_kind(bases->at[0], OBJ_TYPE))
		return raise_type(vm, "bases must be types");
	struct type *base = bases->len ? type_obj(bases->at[0]) : VM_TYPE(vm, INSTANCE);
	struct dict *attrs = dict_copy(vm, dict_obj(a->at[2]));
	if (dict_find_name(attrs, VM_STR(vm, __module__)) == V_UNSET)
		dict_set_name(vm, attrs, VM_STR(vm, __module__), vm->frame->proto->module->name);
	return type_make(vm, a->at[0], base, attrs);
}

/* A class with a __new__ of its own: the library calls it, then __init__. */
static value construct_by_new(struct vm *vm, struct type *t, const struct args *a)
{
	struct dict *names = dict_new(vm);
	value args = tuple_from(vm, a->at, a->n);
	value r = V_ERROR;
	if (add_keywords(vm, names, a))
		r = vm_tail(vm, LIB_NEW,
			(value[]){ obj_value(t), type_find(t, VM_STR(vm, __new__)), args,
				obj_value(names) },
			4);
	value_drop(vm, args);
	obj_drop(vm, names);
	return r;
}

/* object.__new__(cls, *args) */
static value object_new(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_kind(a->at[0], OBJ_TYPE))
		return raise_type(vm, "object.__new__(X): X is not a type object (%T)", a->at[0]);
	struct type *t = type_obj(a->at[0]);
	struct args rest = { a->at + 1, a->n - 1, a->nkw, a->names };
	if (t->is_exception)
		return exception_make(vm, t, &rest);
	return t->heap ? construct_instance(vm, t, &rest) : construct_builtin(vm, t, &rest);
}

const struct native_def object_new_def = { "__new__", object_new, 1, -1, true,
	"a new instance of the class" };

value type_call(struct vm *vm, struct type *t, const struct args *a)
{
	if (t == VM_TYPE(vm, TYPE))
		return a->n == 1 && a->nkw == 0 ? obj_value(obj_keep(type_of(vm, a->at[0])))
						: make_class(vm, a);
	if (!t->heap && !t->is_exception && t->layout != OBJ_GREENLET)
		return construct_builtin(vm, t, a);
	if (t->heap && is_kind(type_find(t, VM_STR(vm, __new__)), OBJ_FUNCTION))
		return construct_by_new(vm, t, a);
	value made = t->is_exception ? exception_make(vm, t, a) : construct_instance(vm, t, a);
	if (made == V_ERROR || (t->is_exception && !t->heap && a->nkw == 0))
		return made;
	value init = type_find(t, VM_STR(vm, __init__));
	if (t->layout == OBJ_TUPLE && is_kind(init, OBJ_NATIVE_METHOD))
		return made;
	return call_init(vm, made, call_method(vm, init, made, a));
}
