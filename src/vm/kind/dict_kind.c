/* dict and its views, as kinds. */

#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/iter.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <stddef.h>

static value dict_get_item(struct vm *vm, value d, value key)
{
	value v = dict_find(vm, dict_obj(d), key);
	return v == V_UNSET ? raise_key(vm, key) : v == V_ERROR ? V_ERROR : value_keep(v);
}

static bool dict_set_item(struct vm *vm, value d, value key, value v)
{
	return dict_set(vm, dict_obj(d), key, v);
}

static bool dict_del_item(struct vm *vm, value d, value key)
{
	int removed = dict_remove(vm, dict_obj(d), key, NULL);
	if (removed == 0)
		raise_key(vm, key);
	return removed > 0;
}

static int64_t dict_len(value v)
{
	return dict_obj(v)->live;
}

static value dict_or(struct vm *vm, bool in_place, value a, value b)
{
	if (!is_kind(a, OBJ_DICT) || !is_kind(b, OBJ_DICT))
		return V_NOT_IMPLEMENTED;
	struct dict *d = in_place ? obj_keep(dict_obj(a)) : dict_copy_now(vm, a);
	if (d && dict_merge_now(vm, d, b))
		return obj_value(d);
	obj_drop(vm, d);
	return V_ERROR;
}

static value dict_binary(struct vm *vm, enum bin_op op, value a, value b)
{
	return op == BIN_OR ? dict_or(vm, false, a, b) : V_NOT_IMPLEMENTED;
}

static value dict_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	if (op != BIN_OR)
		return V_NOT_IMPLEMENTED;
	return is_kind(b, OBJ_DICT) ? dict_or(vm, true, a, b)
				    : vm_tail(vm, LIB_UPDATE_IN_PLACE, (value[]){ a, b }, 2);
}

static value dict_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (!is_kind(a, OBJ_DICT) || !is_kind(b, OBJ_DICT))
		return V_NOT_IMPLEMENTED;
	if (op != CMP_EQ && op != CMP_NE)
		return V_NOT_IMPLEMENTED;
	int equal = dict_equal(vm, dict_obj(a), dict_obj(b));
	return equal < 0 ? V_ERROR : bool_make(equal == (op == CMP_EQ));
}

bool dict_add_keywords(struct vm *vm, struct dict *d, const struct args *a)
{
	for (uint32_t i = 0; i < a->nkw; i++) {
		if (!dict_set(vm, d, a->names[i], a->at[a->n + i]))
			return false;
	}
	return true;
}

static value dict_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	struct args positional = { a->at, a->n, 0, NULL };
	if (!args_count(vm, "dict", &positional, 0, 1))
		return V_ERROR;
	bool plain = a->n == 0 || dict_is_plain(vm, a->at[0]);
	struct dict *d = a->n && plain ? dict_copy(vm, dict_obj(a->at[0])) : dict_new(vm);
	if (!dict_add_keywords(vm, d, a)) {
		obj_drop(vm, d);
		return V_ERROR;
	}
	if (plain)
		return obj_value(d);
	value r = vm_tail(vm, LIB_DICT_FROM, (value[]){ a->at[0], obj_value(d) }, 2);
	obj_drop(vm, d);
	return r;
}

static value dict_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	return kind_typed(obj_value(dict_new(vm)), t);
}

static value dict_init(struct vm *vm, value self, const struct args *a)
{
	if (a->n > 1)
		return raise_type(vm, "dict expected at most 1 argument, got %u", a->n);
	if (a->n && !dict_is_plain(vm, a->at[0])) {
		struct dict *names = dict_new(vm);
		value r = dict_add_keywords(vm, names, a)
			? vm_tail(vm, LIB_INIT_DICT, (value[]){ self, a->at[0], obj_value(names) },
				  3)
			: V_ERROR;
		obj_drop(vm, names);
		return r;
	}
	if (a->n && !dict_merge(vm, dict_obj(self), dict_obj(a->at[0])))
		return V_ERROR;
	return dict_add_keywords(vm, dict_obj(self), a) ? V_NONE : V_ERROR;
}

static void dict_drop(struct vm *vm, struct obj *o)
{
	struct dict *d = (struct dict *)o;
	kind_drop_attrs(vm, o);
	for (uint32_t i = 0; i < d->len; i++) {
		value_drop(vm, d->at[i].key);
		value_drop(vm, d->at[i].val);
	}
	vm_free_block(vm, d->at, d->cap * sizeof *d->at);
	if (d->index)
		vm_free_block(vm, d->index, ((size_t)d->index_mask + 1) * sizeof *d->index);
	kind_drop_type(vm, o);
}

static void dict_traverse(const struct visit *v, const struct obj *o)
{
	const struct dict *d = (const struct dict *)o;
	kind_visit_typed(v, o);
	for (uint32_t i = 0; i < d->len; i++) {
		visit(v, d->at[i].val);
		visit(v, d->at[i].key);
	}
}

const struct kind dict_kind = {
	.name = "dict",
	.attrs = offsetof(struct dict, attrs),
	.flags = KIND_BUILTIN | KIND_BASE | KIND_GENERIC | KIND_METHODS | KIND_UNHASHABLE |
		KIND_OWN_ATTRS,
	.drop = dict_drop,
	.traverse = dict_traverse,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_SET_ITEM | SLOT_ITER | SLOT_CONTAINS | SLOT_OR |
		SLOT_INIT,
	.methods = dict_methods,
	.repr = dict_repr,
	.len = dict_len,
	.contains = dict_contains,
	.compare = dict_compare,
	.binary = dict_binary,
	.in_place = dict_in_place,
	.get_item = dict_get_item,
	.set_item = dict_set_item,
	.del_item = dict_del_item,
	.iter = iter_of_dict,
	.reversed = iter_back_of_dict,
	.construct = dict_construct,
	.make = dict_make,
	.init = dict_init,
};

static int64_t view_len(value v)
{
	return view_dict(v)->live;
}

static void view_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct iter *)o)->source);
}

static void view_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct iter *)o)->source);
}

const struct kind dict_keys_kind = {
	.name = "dict_keys",
	.drop = view_drop,
	.traverse = view_traverse,
	.flags = KIND_UNHASHABLE | KIND_SHOWS,
	.slots = SLOT_SIZED | SLOT_ITER | SLOT_CONTAINS | SLOT_OR | SLOT_SET,
	.methods = dict_view_methods,
	.compare = set_compare,
	.binary = set_binary,
	.repr = dict_repr,
	.len = view_len,
	.contains = dict_contains,
	.iter = iter_of_dict,
	.reversed = iter_back_of_dict,
};

const struct kind dict_values_kind = {
	.name = "dict_values",
	.drop = view_drop,
	.traverse = view_traverse,
	.flags = KIND_SHOWS,
	.slots = SLOT_SIZED | SLOT_ITER,
	.repr = dict_repr,
	.len = view_len,
	.contains = dict_contains,
	.iter = iter_of_dict,
	.reversed = iter_back_of_dict,
};

const struct kind dict_items_kind = {
	.name = "dict_items",
	.drop = view_drop,
	.traverse = view_traverse,
	.flags = KIND_UNHASHABLE | KIND_SHOWS,
	.slots = SLOT_SIZED | SLOT_ITER | SLOT_CONTAINS | SLOT_OR | SLOT_SET,
	.methods = dict_view_methods,
	.compare = set_compare,
	.binary = set_binary,
	.repr = dict_repr,
	.len = view_len,
	.contains = dict_contains,
	.iter = iter_of_dict,
	.reversed = iter_back_of_dict,
};
