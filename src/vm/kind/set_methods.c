/* The methods of sets. */

#include "vm/kind/set_ops.h"
#include "vm/kind/seq.h"

#include "vm/kind/dict.h"
#include "vm/kind/set_table.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"

static value truth(int found)
{
	return found < 0 ? V_ERROR : bool_make(found);
}

static value none(bool good)
{
	return good ? V_NONE : V_ERROR;
}

static value set_method_add(struct vm *vm, value self, const struct args *a)
{
	return none(set_add(vm, self, a->at[0]) >= 0);
}

static value set_method_clear(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	set_clear(vm, self);
	return V_NONE;
}

static value set_method_copy(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	if (is_frozen(self) && !(obj_get(self)->flags & OBJ_TYPED))
		return value_keep(self);
	return set_copy(vm, self, is_frozen(self));
}

/* An unhashable set as an item stands for the frozenset of its items. */
static value as_item(struct vm *vm, value v)
{
	return is_kind(v, OBJ_SET) ? set_copy(vm, v, true) : value_keep(v);
}

static int discard(struct vm *vm, value self, value v)
{
	value item = as_item(vm, v);
	int removed = set_remove(vm, self, item);
	value_drop(vm, item);
	return removed;
}

static value set_method_discard(struct vm *vm, value self, const struct args *a)
{
	return none(discard(vm, self, a->at[0]) >= 0);
}

static value set_method_remove(struct vm *vm, value self, const struct args *a)
{
	int removed = discard(vm, self, a->at[0]);
	return removed == 0 ? raise_key(vm, a->at[0]) : none(removed > 0);
}

static value set_method_pop(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	if (set_obj(self)->used > 0)
		return set_pop_item(vm, set_obj(self));
	value text = str_from_cstr(vm, "pop from an empty set");
	raise_key(vm, text);
	value_drop(vm, text);
	return V_ERROR;
}

/* Applies one operation to the copy of self and each argument in turn. */
static value fold(struct vm *vm, value self, const struct args *a,
	value (*op)(struct vm *vm, value a, value b))
{
	value r = a->n == 0 ? set_copy(vm, self, is_frozen(self)) : value_keep(self);
	for (uint32_t i = 0; r != V_ERROR && i < a->n; i++) {
		value next = op(vm, r, a->at[i]);
		value_drop(vm, r);
		r = next;
	}
	return r;
}

static value set_method_union(struct vm *vm, value self, const struct args *a)
{
	value r = set_copy(vm, self, is_frozen(self));
	for (uint32_t i = 0; i < a->n; i++) {
		if (a->at[i] != self && !set_update_now(vm, r, a->at[i]))
			return set_checked(vm, false, r);
	}
	return r;
}

static value set_method_intersection(struct vm *vm, value self, const struct args *a)
{
	return fold(vm, self, a, set_intersection);
}

static value set_method_difference(struct vm *vm, value self, const struct args *a)
{
	if (a->n == 0)
		return set_copy(vm, self, is_frozen(self));
	value r = set_difference(vm, self, a->at[0]);
	for (uint32_t i = 1; r != V_ERROR && i < a->n; i++)
		r = set_checked(vm, set_difference_update(vm, r, a->at[i]), r);
	return r;
}

static value set_method_symmetric_difference(struct vm *vm, value self, const struct args *a)
{
	return set_symmetric_difference(vm, self, a->at[0]);
}

static value set_method_update(struct vm *vm, value self, const struct args *a)
{
	if (a->n == 1) {
		int done = set_update(vm, self, a->at[0]);
		return done != 0 ? none(done > 0)
				 : vm_tail(vm, LIB_SET_UPDATE, (value[]){ self, a->at[0] }, 2);
	}
	for (uint32_t i = 0; i < a->n; i++) {
		if (!set_update_now(vm, self, a->at[i]))
			return V_ERROR;
	}
	return V_NONE;
}

static value set_method_intersection_update(struct vm *vm, value self, const struct args *a)
{
	value r = set_method_intersection(vm, self, a);
	if (r == V_ERROR)
		return V_ERROR;
	set_swap(vm, set_obj(self), set_obj(r));
	value_drop(vm, r);
	return V_NONE;
}

static value set_method_difference_update(struct vm *vm, value self, const struct args *a)
{
	for (uint32_t i = 0; i < a->n; i++) {
		if (!set_difference_update(vm, self, a->at[i]))
			return V_ERROR;
	}
	return V_NONE;
}

static value set_method_symmetric_difference_update(struct vm *vm, value self, const struct args *a)
{
	return none(set_symmetric_update(vm, self, a->at[0]));
}

/* f of self and the argument as a set. */
static value with_set(
	struct vm *vm, value self, value other, int (*f)(struct vm *vm, value a, value b))
{
	value set = is_any_set(other) ? value_keep(other) : set_of_any(vm, other, false);
	if (set == V_ERROR)
		return V_ERROR;
	int found = f(vm, self, set);
	value_drop(vm, set);
	return truth(found);
}

/* Whether all items of an iterable are in the set, or none is. */
static value all_are(struct vm *vm, value set, value iterable, bool within)
{
	value items = seq_of(vm, iterable);
	if (items == V_ERROR)
		return V_ERROR;
	int found = within;
	for (uint32_t i = 0, n; seq_items(items, &n), found == within && i < n; i++)
		found = set_contains(vm, set, seq_items(items, &n)[i]);
	value_drop(vm, items);
	return found < 0 ? V_ERROR : bool_make(found == within);
}

static int is_disjoint(struct vm *vm, value a, value b)
{
	value both = set_intersection(vm, a, b);
	if (both == V_ERROR)
		return -1;
	bool empty = set_obj(both)->used == 0;
	value_drop(vm, both);
	return empty;
}

static value set_method_isdisjoint(struct vm *vm, value self, const struct args *a)
{
	if (is_any_set(a->at[0]))
		return truth(is_disjoint(vm, self, a->at[0]));
	return all_are(vm, self, a->at[0], false);
}

static value set_method_issubset(struct vm *vm, value self, const struct args *a)
{
	return with_set(vm, self, a->at[0], set_is_subset);
}

static value set_method_issuperset(struct vm *vm, value self, const struct args *a)
{
	return is_any_set(a->at[0]) ? truth(set_is_subset(vm, a->at[0], self))
				    : all_are(vm, self, a->at[0], true);
}

#define SHARED_METHODS \
	{ "copy", set_method_copy, 0, 0, false, "A new set of the same items." }, \
		{ "difference", set_method_difference, 0, -1, false, \
			"The items that are in none of the others." }, \
		{ "intersection", set_method_intersection, 0, -1, false, \
			"The items that are in all the others too." }, \
		{ "isdisjoint", set_method_isdisjoint, 1, 1, false, \
			"Whether no item is in the other." }, \
		{ "issubset", set_method_issubset, 1, 1, false, \
			"Whether the other has all items." }, \
		{ "issuperset", set_method_issuperset, 1, 1, false, \
			"Whether it has all items of the other." }, \
		{ "symmetric_difference", set_method_symmetric_difference, 1, 1, false, \
			"The items that are in just one of both." }, \
	{ \
		"union", set_method_union, 0, -1, false, "The items of all." \
	}

const struct native_def frozenset_methods[] = {
	SHARED_METHODS,
	{ 0 },
};

const struct native_def set_methods[] = {
	SHARED_METHODS,
	{ "add", set_method_add, 1, 1, false, "Adds an item." },
	{ "clear", set_method_clear, 0, 0, false, "Removes all items." },
	{ "difference_update", set_method_difference_update, 0, -1, false,
		"Removes the items of the others." },
	{ "discard", set_method_discard, 1, 1, false, "Removes an item if it is there." },
	{ "intersection_update", set_method_intersection_update, 0, -1, false,
		"Keeps only what is in all the others." },
	{ "pop", set_method_pop, 0, 0, false, "Takes out some item." },
	{ "remove", set_method_remove, 1, 1, false, "Removes an item that must be there." },
	{ "symmetric_difference_update", set_method_symmetric_difference_update, 1, 1, false,
		"Keeps what is in just one of both." },
	{ "update", set_method_update, 0, -1, false, "Adds the items of the others." },
	{ 0 },
};
