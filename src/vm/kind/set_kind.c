/* set and frozenset, as kinds. */

#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/iter.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <stddef.h>

static int64_t set_len(value v)
{
	return set_obj(v)->used;
}

static value set_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	if (op != BIN_OR && op != BIN_AND && op != BIN_XOR && op != BIN_SUB)
		return V_NOT_IMPLEMENTED;
	value r = set_binary_in_place(vm, op, a, b);
	return r == V_NONE ? value_keep(a) : r;
}

static value set_construct(struct vm *vm, struct type *t, const struct args *a)
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
	if (a->n == 0)
		return set;
	int done = set_update(vm, set, a->at[0]);
	if (done > 0)
		return set;
	value_drop(vm, set);
	return done < 0 ? V_ERROR
			: vm_tail(vm, frozen ? LIB_FROZENSET_FROM : LIB_SET_FROM, a->at, 1);
}

static value set_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	return kind_typed(set_new(vm, false), t);
}

static value set_init(struct vm *vm, value self, const struct args *a)
{
	if (!args_count(vm, "set", a, 0, 1))
		return V_ERROR;
	if (set_obj(self)->used > 0)
		set_clear(vm, self);
	if (a->n == 0)
		return V_NONE;
	int done = set_update(vm, self, a->at[0]);
	if (done != 0)
		return done < 0 ? V_ERROR : V_NONE;
	return vm_tail(vm, LIB_INIT_SET, (value[]){ self, a->at[0] }, 2);
}

static void set_drop(struct vm *vm, struct obj *o)
{
	struct set *s = (struct set *)o;
	kind_drop_attrs(vm, o);
	for (uint32_t i = 0; s->table && i <= s->mask; i++)
		value_drop(vm, s->table[i].key);
	if (s->table)
		vm_free_block(vm, s->table, ((size_t)s->mask + 1) * sizeof *s->table);
	kind_drop_type(vm, o);
}

static void set_traverse(const struct visit *v, const struct obj *o)
{
	const struct set *s = (const struct set *)o;
	kind_visit_typed(v, o);
	for (uint32_t i = 0; s->table && i <= s->mask; i++)
		visit(v, s->table[i].key);
}

const struct kind set_kind = {
	.name = "set",
	.attrs = offsetof(struct set, attrs),
	.flags = KIND_BUILTIN | KIND_BASE | KIND_GENERIC | KIND_METHODS | KIND_UNHASHABLE |
		KIND_SHOWS | KIND_OWN_ATTRS,
	.drop = set_drop,
	.traverse = set_traverse,
	.slots = SLOT_SIZED | SLOT_ITER | SLOT_CONTAINS | SLOT_OR | SLOT_SET | SLOT_INIT,
	.methods = set_methods,
	.in_place = set_in_place,
	.make = set_make,
	.init = set_init,
	.repr = dict_repr,
	.len = set_len,
	.contains = dict_contains,
	.compare = set_compare,
	.binary = set_binary,
	.iter = iter_of_set,
	.construct = set_construct,
};

const struct kind frozenset_kind = {
	.name = "frozenset",
	.drop = set_drop,
	.traverse = set_traverse,
	.flags = KIND_BUILTIN | KIND_GENERIC | KIND_METHODS | KIND_SHOWS,
	.slots = SLOT_SIZED | SLOT_ITER | SLOT_CONTAINS | SLOT_OR | SLOT_SET,
	.methods = frozenset_methods,
	.hash = set_hash,
	.repr = dict_repr,
	.len = set_len,
	.contains = dict_contains,
	.compare = set_compare,
	.binary = set_binary,
	.iter = iter_of_set,
	.construct = set_construct,
};
