/* What object, type, property and functions can do, and what asks about classes
 * and attributes. */

#include "base/sbuf.h"
#include "vm/coro/coro.h"
#include "vm/eval/call.h"
#include "vm/kind/dict.h"
#include "vm/kind/function.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/builtins.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/special.h"
#include "vm/value/type.h"

#include <string.h>

static value text_of(struct vm *vm, value v, bool (*f)(struct vm *, value, struct sbuf *))
{
	struct sbuf out = vm_text(vm);
	value r = f(vm, v, &out) ? str_from_sbuf(vm, &out) : V_ERROR;
	sbuf_fini(&out);
	return r;
}

static value object_repr(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return text_of(vm, self, plain_repr);
}

/* object.__str__ shows what __repr__ of the class gives. */
static value object_str(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	if (is_str(self) || is_kind(self, OBJ_EXCEPTION))
		return text_of(vm, self, plain_str);
	return ops_repr(vm, self);
}

static value object_compare(struct vm *vm, enum cmp_op op, value self, const struct args *a)
{
	value r = plain_compare(vm, op, self, a->at[0]);
	if (r == V_NOT_IMPLEMENTED && op == CMP_EQ && self == a->at[0])
		return V_TRUE;
	return r;
}

static value object_eq(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_EQ, self, a);
}
static value object_lt(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_LT, self, a);
}
static value object_le(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_LE, self, a);
}
static value object_gt(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_GT, self, a);
}
static value object_ge(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_GE, self, a);
}

static value object_ne(struct vm *vm, value self, const struct args *a)
{
	if (type_find_special(vm, self, VM_STR(vm, __eq__)) != V_UNSET)
		return ops_compare(vm, CMP_NE, self, a->at[0]);
	value r = object_compare(vm, CMP_NE, self, a);
	return r == V_NOT_IMPLEMENTED && self == a->at[0] ? V_FALSE : r;
}

static value object_hash(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	uint64_t h;
	return plain_hash(vm, self, &h) ? int_make(vm, (int64_t)h) : V_ERROR;
}

static value object_init(struct vm *vm, value self, const struct args *a)
{
	if (a->n == 0 && a->nkw == 0)
		return V_NONE;
	struct type *t = type_of(vm, self);
	value init = type_find(t, VM_STR(vm, __init__));
	if (!is_kind(init, OBJ_NATIVE_METHOD))
		return raise_type(vm,
			"object.__init__() takes exactly one argument (the instance to initialize)");
	return raise_type(vm, "%s() takes no arguments", type_name(t));
}

static value object_format(struct vm *vm, value self, const struct args *a)
{
	if (!is_str(a->at[0]))
		return raise_type(vm, "__format__() argument must be str, not %T", a->at[0]);
	if (str_get(a->at[0])->len == 0)
		return ops_str(vm, self);
	if (type_is_heap_instance(self))
		return raise_type(vm, "unsupported format string passed to %T.__format__", self);
	return ops_format(vm, self, a->at[0]);
}

/* The interned twin of an attribute's name (borrowed); V_ERROR if it is no str. */
static value attr_name(struct vm *vm, value name)
{
	if (is_str(name))
		return str_intern_value(vm, name);
	return raise_type(vm, "attribute name must be string, not '%T'", name);
}

static value object_getattribute(struct vm *vm, value self, const struct args *a)
{
	value name = attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_get_attr(vm, self, name);
}

static value object_setattr(struct vm *vm, value self, const struct args *a)
{
	value name = attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_set_attr(vm, self, name, a->at[1]);
}

static value object_delattr(struct vm *vm, value self, const struct args *a)
{
	value name = attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_set_attr(vm, self, name, V_UNSET);
}

static value object_dir(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return ops_names(vm, self);
}

static value object_init_subclass(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	(void)a;
	return V_NONE;
}

static value object_sizeof(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return vm_refuse(vm, "the size of an object is outside the scenario language");
}

static value object_reduce(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return vm_refuse(vm, "copying by pickle is outside the scenario language");
}

static value object_subclasshook(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	(void)a;
	return V_NOT_IMPLEMENTED;
}

const struct native_def object_methods[] = { { "__repr__", object_repr, 0, 0, false, "repr(self)" },
	{ "__str__", object_str, 0, 0, false, "str(self)" },
	{ "__eq__", object_eq, 1, 1, false, "self == value" },
	{ "__ne__", object_ne, 1, 1, false, "self != value" },
	{ "__lt__", object_lt, 1, 1, false, "self < value" },
	{ "__le__", object_le, 1, 1, false, "self <= value" },
	{ "__gt__", object_gt, 1, 1, false, "self > value" },
	{ "__ge__", object_ge, 1, 1, false, "self >= value" },
	{ "__hash__", object_hash, 0, 0, false, "hash(self)" },
	{ "__init__", object_init, 0, -1, true, "takes no arguments" },
	{ "__format__", object_format, 1, 1, false, "format(self, spec)" },
	{ "__getattribute__", object_getattribute, 1, 1, false, "self.name" },
	{ "__setattr__", object_setattr, 2, 2, false, "self.name = value" },
	{ "__delattr__", object_delattr, 1, 1, false, "del self.name" },
	{ "__dir__", object_dir, 0, 0, false, "names of attributes" },
	{ "__sizeof__", object_sizeof, 0, 0, false, "bytes of memory: the same for all" },
	{ "__reduce__", object_reduce, 0, 0, false, "not offered" },
	{ "__reduce_ex__", object_reduce, 1, 1, false, "not offered" },
	{ "__getstate__", object_reduce, 0, 0, false, "not offered" },
	{ "__subclasshook__", object_subclasshook, 1, 1, false, "NotImplemented" },
	{ "__init_subclass__", object_init_subclass, 0, 0, false, "runs when a class is derived" },
	{ 0 } };

static value type_mro(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	value mro = list_new(vm, 2);
	for (struct type *t = type_obj(self); t; t = t->base)
		list_append(vm, mro, obj_value(obj_keep(t)));
	return mro;
}

const struct native_def type_methods[] = {
	{ "mro", type_mro, 0, 0, false, "the class and its bases" }, { 0 }
};

static value function_get(struct vm *vm, value self, const struct args *a)
{
	return a->at[0] == V_NONE ? value_keep(self) : method_new(vm, self, a->at[0]);
}

const struct native_def function_methods[] = {
	{ "__get__", function_get, 1, 2, false, "the function as a method of an object" }, { 0 }
};

static value property_with(struct vm *vm, value self, int field, value f)
{
	const struct property *old = (struct property *)obj_get(self);
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	p->get = value_keep(field == 0 ? f : old->get);
	p->set = value_keep(field == 1 ? f : old->set);
	p->del = value_keep(field == 2 ? f : old->del);
	p->doc = value_keep(old->doc);
	return obj_value(p);
}

static value property_getter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 0, a->at[0]);
}
static value property_setter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 1, a->at[0]);
}
static value property_deleter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 2, a->at[0]);
}

static value property_get(struct vm *vm, value self, const struct args *a)
{
	if (a->at[0] == V_NONE)
		return value_keep(self);
	return vm_tail_call(vm, ((struct property *)obj_get(self))->get, a->at, 1);
}

const struct native_def property_methods[] = { { "getter", property_getter, 1, 1, false,
						       "the property with another getter" },
	{ "setter", property_setter, 1, 1, false, "the property with a setter" },
	{ "deleter", property_deleter, 1, 1, false, "the property with a deleter" },
	{ "__get__", property_get, 1, 2, false, "the value for an object" }, { 0 } };

/* Whether reading the attribute may run code of the program. */
static bool attr_runs_program(struct vm *vm, value o, value name)
{
	/* Code objects are made by the library. */
	static const char *const made[] = { "__code__", "f_code", "gi_code", "cr_code", "ag_code" };
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		if (str_is(name, made[i]))
			return true;
	if (type_find_special(vm, o, VM_STR(vm, __getattr__)) != V_UNSET)
		return true;
	return is_obj(o) &&
		(is_kind(type_find(type_of(vm, o), name), OBJ_PROPERTY) || is_kind(o, OBJ_SUPER));
}

/* Takes an AttributeError away: true if there was one. */
static bool swallow_attribute_error(struct vm *vm)
{
	if (!vm_exc_is(vm, VM_EXC(vm, AttributeError)))
		return false;
	value_drop(vm, vm_catch(vm));
	return true;
}

static value b_getattr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value name = attr_name(vm, a->at[1]);
	if (name == V_ERROR || a->n == 2)
		return name == V_ERROR ? V_ERROR : ops_get_attr(vm, a->at[0], name);
	if (attr_runs_program(vm, a->at[0], name))
		return vm_tail(vm, LIB_GET_ATTR_OR, a->at, 3);
	value v = ops_find_attr(vm, a->at[0], name);
	if (v == V_UNSET && ops_attr_refused(vm, a->at[0], name))
		return V_ERROR;
	return v == V_UNSET || (v == V_ERROR && swallow_attribute_error(vm)) ? value_keep(a->at[2])
									     : v;
}

static value b_hasattr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value name = attr_name(vm, a->at[1]);
	if (name == V_ERROR)
		return V_ERROR;
	if (attr_runs_program(vm, a->at[0], name))
		return vm_tail(vm, LIB_HAS_ATTR, a->at, 2);
	value v = ops_find_attr(vm, a->at[0], name);
	if (v == V_UNSET && ops_attr_refused(vm, a->at[0], name))
		return V_ERROR;
	if (v == V_UNSET || (v == V_ERROR && swallow_attribute_error(vm)))
		return V_FALSE;
	if (v == V_ERROR)
		return V_ERROR;
	value_drop(vm, v);
	return V_TRUE;
}

static value b_setattr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value name = attr_name(vm, a->at[1]);
	return name == V_ERROR ? V_ERROR : ops_set_attr(vm, a->at[0], name, a->at[2]);
}

static value b_delattr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value name = attr_name(vm, a->at[1]);
	return name == V_ERROR ? V_ERROR : ops_del_attr(vm, a->at[0], name);
}

static value b_isinstance(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int is = value_is_instance(vm, a->at[0], a->at[1]);
	return is < 0 ? V_ERROR : bool_make(is);
}

static value b_issubclass(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_kind(a->at[0], OBJ_TYPE))
		return raise_type(vm, "issubclass() arg 1 must be a class");
	static const struct class_check check = {
		"issubclass() arg 2 must be a class, a tuple of classes, or a union",
		" in __subclasscheck__"
	};
	int is = type_is_any(vm, type_obj(a->at[0]), a->at[1], &check);
	return is < 0 ? V_ERROR : bool_make(is);
}

static value b_callable(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value v = a->at[0];
	if (!is_obj(v))
		return V_FALSE;
	enum obj_kind k = obj_kind(v);
	return bool_make(k == OBJ_FUNCTION || k == OBJ_METHOD || k == OBJ_NATIVE ||
		k == OBJ_NATIVE_METHOD || k == OBJ_TYPE || k == OBJ_STATICMETHOD ||
		type_find_special(vm, v, VM_STR(vm, __call__)) != V_UNSET);
}

static value sorted_keys(struct vm *vm, struct dict *d)
{
	value list = list_new(vm, 0), key, val;
	for (uint32_t i = 0; dict_next(d, &i, &key, &val);)
		list_append(vm, list, value_keep(key));
	list_sort_plain(vm, list, V_UNSET, false);
	return list;
}

static value b_dir(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n == 0) {
		value locals = frame_locals(vm, vm->frame);
		value list = sorted_keys(vm, dict_obj(locals));
		value_drop(vm, locals);
		return list;
	}
	if (type_find_special(vm, a->at[0], str_intern(vm, "__dir__", 7)) != V_UNSET)
		return vm_tail(vm, LIB_DIR, a->at, 1);
	return ops_names(vm, a->at[0]);
}

static value b_vars(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n == 0)
		return frame_locals(vm, vm->frame);
	if (is_kind(a->at[0], OBJ_TYPE))
		return obj_value(obj_keep(type_obj(a->at[0])->attrs));
	if (is_kind(a->at[0], OBJ_MODULE))
		return obj_value(obj_keep(((struct module *)obj_get(a->at[0]))->globals));
	struct dict *d = special_dict(vm, a->at[0]);
	return d ? obj_value(obj_keep(d))
		 : raise_type(vm, "vars() argument must have __dict__ attribute");
}

const struct native_def class_functions[] = {
	{ "getattr", b_getattr, 2, 3, false, "the attribute of that name, or the default" },
	{ "hasattr", b_hasattr, 2, 2, false, "whether the object has the attribute" },
	{ "setattr", b_setattr, 3, 3, false, "sets an attribute by its name" },
	{ "delattr", b_delattr, 2, 2, false, "deletes an attribute by its name" },
	{ "isinstance", b_isinstance, 2, 2, false,
		"whether the object is an instance of the class" },
	{ "issubclass", b_issubclass, 2, 2, false, "whether the class derives from the other" },
	{ "callable", b_callable, 1, 1, false, "whether the object can be called" },
	{ "dir", b_dir, 0, 1, false, "names of attributes, or of local variables" },
	{ "vars", b_vars, 0, 1, false, "the dict of an object's attributes" }, { 0 }
};
