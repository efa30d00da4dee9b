/* Items: v[i], v[i] = x, del v[i]. */

#include "vm/kind/dict.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

/* A class can be subscripted too, but has no items. */
static bool has_items(struct vm *vm, value v)
{
	return kind_of(vm, v)->get_item && kind_of(vm, v)->len;
}

/* Whether index is an object whose __index__ has to be asked first. */
static bool wants_index(struct vm *vm, value o, value index)
{
	return kind_of(vm, o)->flags & KIND_INDEXED &&
		type_find_special(vm, index, VM_STR(vm, __index__)) != V_UNSET;
}

/* A dict of a user's class may have __missing__. */
static value dict_item(struct vm *vm, value o, value index)
{
	value f = type_find_special(vm, o, VM_STR(vm, __missing__));
	if (f == V_UNSET)
		return kind_of(vm, o)->get_item(vm, o, index);
	value v = dict_find(vm, dict_obj(o), index);
	if (v == V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	return value_keep(v);
}

value ops_plain_get_item(struct vm *vm, value o, value index)
{
	const struct kind *k = kind_of(vm, o);
	if (!k->get_item)
		return raise_type(vm, "'%T' object is not subscriptable", o);
	if (wants_index(vm, o, index))
		return vm_tail(vm, LIB_INDEXED, (value[]){ o, index }, 2);
	return is_kind(o, OBJ_DICT) ? dict_item(vm, o, index) : k->get_item(vm, o, index);
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
	const struct kind *k = kind_of(vm, o);
	if (!k->set_item)
		return raise_type(vm, "'%T' object does not support item assignment", o);
	return k->set_item(vm, o, index, v) ? V_NONE : V_ERROR;
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
	const struct kind *k = kind_of(vm, o);
	if (!k->del_item)
		return raise_type(vm, "'%T' object does%s support item deletion", o,
			has_items(vm, o) || (type_is_heap_instance(o) && is_small(index)) ? "n't"
											  : " not");
	return k->del_item(vm, o, index) ? V_NONE : V_ERROR;
}

value ops_del_item(struct vm *vm, value o, value index)
{
	value f = type_find_special(vm, o, VM_STR(vm, __delitem__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	return ops_plain_del_item(vm, o, index);
}
