/* Items: v[i], v[i] = x, del v[i]. */

#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

static bool has_items(value v)
{
	if (!is_obj(v))
		return false;
	enum obj_kind k = obj_kind(v);
	return k == OBJ_LIST || k == OBJ_TUPLE || k == OBJ_STR || k == OBJ_RANGE ||
		k == OBJ_DEQUE || k == OBJ_DICT;
}

static bool can_set_items(value v)
{
	return is_obj(v) &&
		(obj_kind(v) == OBJ_LIST || obj_kind(v) == OBJ_DEQUE || obj_kind(v) == OBJ_DICT);
}

/* Whether index is an object whose __index__ has to be asked first. */
static bool wants_index(struct vm *vm, value o, value index)
{
	return obj_kind(o) != OBJ_DICT &&
		type_find_special(vm, index, VM_STR(vm, __index__)) != V_UNSET;
}

/* C[int] for a class: a generic alias, or its own __class_getitem__. */
static value type_get_item(struct vm *vm, value o, value index)
{
	struct type *t = type_obj(o);
	value f = type_find(t, str_intern(vm, "__class_getitem__", 17));
	if (is_kind(f, OBJ_CLASSMETHOD))
		f = ((struct wrapper *)obj_get(f))->func;
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	static const enum obj_kind generic[] = { OBJ_LIST, OBJ_DICT, OBJ_SET, OBJ_FROZENSET,
		OBJ_TUPLE, OBJ_TYPE, OBJ_DEQUE };
	for (size_t i = 0; i < sizeof generic / sizeof *generic; i++) {
		if (t == vm->types[generic[i]])
			return vm_tail(vm, LIB_GENERIC_ALIAS, (value[]){ o, index }, 2);
	}
	return raise_type(vm, "type '%s' is not subscriptable", type_name(t));
}

/* A dict of a user's class may have __missing__. */
static value dict_item(struct vm *vm, value o, value index)
{
	value f = type_find_special(vm, o, VM_STR(vm, __missing__));
	if (f == V_UNSET)
		return seq_get_item(vm, o, index);
	value v = dict_find(vm, dict_obj(o), index);
	if (v == V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	return value_keep(v);
}

value ops_plain_get_item(struct vm *vm, value o, value index)
{
	if (!has_items(o))
		return is_kind(o, OBJ_TYPE) ? type_get_item(vm, o, index)
					    : raise_type(vm, "'%T' object is not subscriptable", o);
	if (wants_index(vm, o, index))
		return vm_tail(vm, LIB_INDEXED, (value[]){ o, index }, 2);
	return obj_kind(o) == OBJ_DICT ? dict_item(vm, o, index) : seq_get_item(vm, o, index);
}

value ops_get_item(struct vm *vm, value o, value index)
{
	value f = type_find_special(vm, o, VM_STR(vm, __getitem__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	return ops_plain_get_item(vm, o, index);
}

value ops_plain_set_item(struct vm *vm, value o, value index, value v)
{
	if (!can_set_items(o))
		return raise_type(vm, "'%T' object does not support item assignment", o);
	return seq_set_item(vm, o, index, v) ? V_NONE : V_ERROR;
}

value ops_set_item(struct vm *vm, value o, value index, value v)
{
	value f = type_find_special(vm, o, VM_STR(vm, __setitem__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index, v }, 3);
	return ops_plain_set_item(vm, o, index, v);
}

value ops_plain_del_item(struct vm *vm, value o, value index)
{
	if (!can_set_items(o))
		return raise_type(vm, "'%T' object does%s support item deletion", o,
			has_items(o) || (type_is_heap_instance(o) && is_small(index)) ? "n't"
										      : " not");
	return seq_del_item(vm, o, index) ? V_NONE : V_ERROR;
}

value ops_del_item(struct vm *vm, value o, value index)
{
	value f = type_find_special(vm, o, VM_STR(vm, __delitem__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	return ops_plain_del_item(vm, o, index);
}
