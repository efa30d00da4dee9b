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
	value name = str_attr_name(vm, a->at[1]);
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
	value name = str_attr_name(vm, a->at[1]);
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
	value name = str_attr_name(vm, a->at[1]);
	return name == V_ERROR ? V_ERROR : ops_set_attr(vm, a->at[0], name, a->at[2]);
}

static value b_delattr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value name = str_attr_name(vm, a->at[1]);
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
	return bool_make(ops_callable(vm, a->at[0]));
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
