/* What sets do with one another, in the order in which CPython 3.11 goes about
 * them (Objects/setobject.c), since it shows in the order of the result. */

#include "vm/kind/set_ops.h"

#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/set_table.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

static bool is_set_view(value v)
{
	return is_kind(v, OBJ_DICT_KEYS) || is_kind(v, OBJ_DICT_ITEMS);
}

static bool is_plain_dict(value v)
{
	return is_kind(v, OBJ_DICT) && !(obj_get(v)->flags & OBJ_TYPED);
}

/* Calls f with each item of a set, dict or other iterable and its hash, in
 * order: 1, 0 it cannot be iterated here, -1. */
typedef bool entry_fn(struct vm *vm, void *arg, struct set_entry e);
struct each {
	entry_fn *f;
	void *arg;
};

static bool each_item(struct vm *vm, void *arg, value item)
{
	struct each *each = arg;
	struct set_entry e;
	return set_entry_of(vm, item, &e) && each->f(vm, each->arg, e);
}

static bool call_kept(struct vm *vm, struct each *each, struct set_entry e)
{
	value_keep(e.key);
	bool good = each->f(vm, each->arg, e);
	value_drop(vm, e.key);
	return good;
}

static int for_each_entry(struct vm *vm, value iterable, entry_fn *f, void *arg)
{
	struct each each = { f, arg };
	struct set_entry e;
	if (is_any_set(iterable)) {
		for (uint32_t i = 0; set_next_entry(set_obj(iterable), &i, &e);) {
			if (!call_kept(vm, &each, e))
				return -1;
		}
		return 1;
	}
	if (is_plain_dict(iterable)) {
		const struct dict *d = dict_obj(iterable);
		for (uint32_t i = 0; i < d->len; i++) {
			if (d->at[i].val != V_UNSET &&
				!call_kept(vm, &each,
					(struct set_entry){ d->at[i].key, d->at[i].hash }))
				return -1;
		}
		return 1;
	}
	return ops_for_each(vm, iterable, each_item, &each);
}

/* The same; iterables of the program are run here. */
static bool for_each_now(struct vm *vm, value iterable, entry_fn *f, void *arg)
{
	int done = for_each_entry(vm, iterable, f, arg);
	if (done != 0)
		return done > 0;
	value items = seq_of(vm, iterable);
	if (items == V_ERROR)
		return false;
	done = for_each_entry(vm, items, f, arg);
	value_drop(vm, items);
	return done > 0;
}

static bool add_entry(struct vm *vm, void *set, struct set_entry e)
{
	return set_add_entry(vm, set, e) >= 0;
}

static bool remove_entry(struct vm *vm, void *set, struct set_entry e)
{
	return set_remove_entry(vm, set, e) >= 0;
}

int set_update(struct vm *vm, value set, value iterable)
{
	struct set *s = set_obj(set);
	if (is_any_set(iterable))
		return set_merge(vm, s, set_obj(iterable)) ? 1 : -1;
	if (is_plain_dict(iterable))
		set_reserve(vm, s, dict_obj(iterable)->live);
	return for_each_entry(vm, iterable, add_entry, s);
}

bool set_update_now(struct vm *vm, value set, value iterable)
{
	int done = set_update(vm, set, iterable);
	return done > 0 || (done == 0 && for_each_now(vm, iterable, add_entry, set_obj(set)));
}

value set_from(struct vm *vm, value iterable, bool frozen)
{
	if (frozen && is_frozen(iterable) && !(obj_get(iterable)->flags & OBJ_TYPED))
		return value_keep(iterable);
	value set = set_new(vm, frozen);
	int done = set_update(vm, set, iterable);
	if (done > 0)
		return set;
	value_drop(vm, set);
	return done < 0 ? V_ERROR
			: vm_tail(vm, frozen ? LIB_FROZENSET_FROM : LIB_SET_FROM, &iterable, 1);
}

/* A set of any iterable, nothing pending. */
value set_of_any(struct vm *vm, value iterable, bool frozen)
{
	value set = set_new(vm, frozen);
	if (set_update_now(vm, set, iterable))
		return set;
	value_drop(vm, set);
	return V_ERROR;
}

struct filter {
	const struct set *in;
	struct set *out;
	bool wanted;
};

static bool add_if(struct vm *vm, void *arg, struct set_entry e)
{
	struct filter *f = arg;
	int found = set_find_entry(vm, f->in, e);
	if (found < 0)
		return false;
	return found != f->wanted || set_add_entry(vm, f->out, e) >= 0;
}

value set_intersection(struct vm *vm, value a, value b)
{
	bool frozen = is_frozen(a);
	if (a == b)
		return set_copy(vm, a, frozen);
	if (is_any_set(b) && set_obj(b)->used > set_obj(a)->used) {
		value swap = a;
		a = b;
		b = swap;
	}
	value r = set_new(vm, frozen);
	struct filter f = { set_obj(a), set_obj(r), true };
	/* CPython asks for the hashes of a dict's keys here. */
	value items = is_plain_dict(b) ? seq_of(vm, b) : value_keep(b);
	bool good = items != V_ERROR && for_each_now(vm, items, add_if, &f);
	value_drop(vm, items);
	return set_checked(vm, good, r);
}

bool set_difference_update(struct vm *vm, value a, value b)
{
	struct set *s = set_obj(a);
	if (a == b) {
		set_clear(vm, a);
		return true;
	}
	value smaller = V_UNSET;
	if (is_any_set(b) && set_obj(b)->used >> 3 > s->used) {
		smaller = set_intersection(vm, a, b);
		if (smaller == V_ERROR)
			return false;
		b = smaller;
	}
	/* As in set_intersection. */
	value items = is_plain_dict(b) ? seq_of(vm, b) : value_keep(b);
	bool good = items != V_ERROR && for_each_now(vm, items, remove_entry, s);
	value_drop(vm, items);
	value_drop(vm, smaller);
	if (good && s->fill - s->used > s->mask / 4)
		set_resize(vm, s, set_grown(s));
	return good;
}

/* Items of a that the dict b has not as keys. */
struct dict_filter {
	struct dict *in;
	struct set *out;
};

static bool add_if_no_key(struct vm *vm, void *arg, struct set_entry e)
{
	struct dict_filter *f = arg;
	value found = dict_find_hashed(vm, f->in, e.key, e.hash);
	return found != V_ERROR && (found != V_UNSET || set_add_entry(vm, f->out, e) >= 0);
}

value set_difference(struct vm *vm, value a, value b)
{
	bool to_dict = is_plain_dict(b);
	uint32_t size = is_any_set(b) ? set_obj(b)->used : to_dict ? dict_obj(b)->live : UINT32_MAX;
	if (set_obj(a)->used >> 2 > size || size == UINT32_MAX) {
		value r = set_copy(vm, a, is_frozen(a));
		return set_checked(vm, set_difference_update(vm, r, b), r);
	}
	value r = set_new(vm, is_frozen(a));
	if (to_dict) {
		struct dict_filter f = { dict_obj(b), set_obj(r) };
		return set_checked(vm, for_each_entry(vm, a, add_if_no_key, &f) > 0, r);
	}
	struct filter f = { set_obj(b), set_obj(r), false };
	return set_checked(vm, for_each_entry(vm, a, add_if, &f) > 0, r);
}

static bool flip_entry(struct vm *vm, void *set, struct set_entry e)
{
	int removed = set_remove_entry(vm, set, e);
	return removed > 0 || (removed == 0 && set_add_entry(vm, set, e) >= 0);
}

bool set_symmetric_update(struct vm *vm, value a, value b)
{
	if (a == b) {
		set_clear(vm, a);
		return true;
	}
	if (is_any_set(b) || is_plain_dict(b))
		return for_each_entry(vm, b, flip_entry, set_obj(a)) > 0;
	value other = set_of_any(vm, b, false);
	if (other == V_ERROR)
		return false;
	bool good = for_each_entry(vm, other, flip_entry, set_obj(a)) > 0;
	value_drop(vm, other);
	return good;
}

value set_symmetric_difference(struct vm *vm, value a, value b)
{
	value r = set_of_any(vm, b, is_frozen(a));
	return r == V_ERROR ? V_ERROR : set_checked(vm, set_symmetric_update(vm, r, a), r);
}

static value union_of(struct vm *vm, value a, value b)
{
	value r = set_copy(vm, a, is_frozen(a));
	return set_checked(vm, set_update_now(vm, r, b), r);
}

static uint32_t view_len(value v)
{
	return is_any_set(v) ? set_obj(v)->used : view_dict(v)->live;
}

/* view & other: the smaller of two views is walked. */
struct view_filter {
	value in;
	value out;
};

static bool add_if_in_view(struct vm *vm, void *arg, value item)
{
	struct view_filter *f = arg;
	value_keep(item);
	int found = dict_contains(vm, f->in, item);
	if (found > 0)
		found = set_add(vm, f->out, item);
	value_drop(vm, item);
	return found >= 0;
}

static bool filter_now(struct vm *vm, value iterable, struct view_filter *f)
{
	int done = ops_for_each(vm, iterable, add_if_in_view, f);
	if (done != 0)
		return done > 0;
	value items = seq_of(vm, iterable);
	if (items == V_ERROR)
		return false;
	done = ops_for_each(vm, items, add_if_in_view, f);
	value_drop(vm, items);
	return done > 0;
}

static value view_intersection(struct vm *vm, value a, value b)
{
	if (!is_set_view(a)) {
		value swap = a;
		a = b;
		b = swap;
	}
	if (is_kind(b, OBJ_SET) && view_len(a) <= view_len(b))
		return set_intersection(vm, b, a);
	if (is_set_view(b) && view_len(b) > view_len(a)) {
		value swap = a;
		a = b;
		b = swap;
	}
	value r = set_new(vm, false);
	struct view_filter f = { a, r };
	return set_checked(vm, filter_now(vm, b, &f), r);
}

static value view_binary(struct vm *vm, enum bin_op op, value a, value b)
{
	if (op == BIN_AND)
		return view_intersection(vm, a, b);
	value source = is_kind(a, OBJ_DICT_KEYS) ? obj_value(view_dict(a)) : a;
	value r = set_of_any(vm, source, false);
	if (r == V_ERROR)
		return V_ERROR;
	bool good = op == BIN_OR ? set_update_now(vm, r, b)
		: op == BIN_SUB  ? set_difference_update(vm, r, b)
				 : set_symmetric_update(vm, r, b);
	return set_checked(vm, good, r);
}

static value dict_union(struct vm *vm, value a, value b)
{
	struct dict *r = dict_copy(vm, dict_obj(a));
	if (dict_merge(vm, r, dict_obj(b)))
		return obj_value(r);
	obj_drop(vm, r);
	return V_ERROR;
}

static bool is_set_op(enum bin_op op)
{
	return op == BIN_OR || op == BIN_AND || op == BIN_SUB || op == BIN_XOR;
}

value set_binary(struct vm *vm, enum bin_op op, value a, value b)
{
	if (!is_set_op(op))
		return V_NOT_IMPLEMENTED;
	if (op == BIN_OR && is_kind(a, OBJ_DICT) && is_kind(b, OBJ_DICT))
		return dict_union(vm, a, b);
	if (is_set_view(a) || is_set_view(b))
		return view_binary(vm, op, a, b);
	if (!is_any_set(a) || !is_any_set(b))
		return V_NOT_IMPLEMENTED;
	switch (op) {
	case BIN_OR:
		return union_of(vm, a, b);
	case BIN_AND:
		return set_intersection(vm, a, b);
	case BIN_SUB:
		return set_difference(vm, a, b);
	default:
		return set_symmetric_difference(vm, a, b);
	}
}

static bool intersection_update(struct vm *vm, value a, value b)
{
	value both = set_intersection(vm, a, b);
	if (both == V_ERROR)
		return false;
	set_swap(vm, set_obj(a), set_obj(both));
	value_drop(vm, both);
	return true;
}

value set_binary_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	if (op == BIN_OR && is_kind(a, OBJ_DICT) && is_kind(b, OBJ_DICT))
		return dict_merge(vm, dict_obj(a), dict_obj(b)) ? V_NONE : V_ERROR;
	if (!is_set_op(op) || !is_kind(a, OBJ_SET) || !is_any_set(b))
		return V_NOT_IMPLEMENTED;
	bool good;
	switch (op) {
	case BIN_OR:
		good = set_update_now(vm, a, b);
		break;
	case BIN_AND:
		good = intersection_update(vm, a, b);
		break;
	case BIN_SUB:
		good = set_difference_update(vm, a, b);
		break;
	default:
		good = set_symmetric_update(vm, a, b);
		break;
	}
	return good ? V_NONE : V_ERROR;
}

static int set_is_within(struct vm *vm, value a, value b)
{
	struct set_entry e;
	int found = 1;
	for (uint32_t i = 0; found > 0 && set_next_entry(set_obj(a), &i, &e);) {
		value_keep(e.key);
		found = is_any_set(b) ? set_find_entry(vm, set_obj(b), e)
				      : dict_contains(vm, b, e.key);
		value_drop(vm, e.key);
	}
	return found;
}

/* A view is asked for its items, one by one. */
static int view_is_within(struct vm *vm, value view, value b)
{
	value key, val;
	int found = 1;
	for (uint32_t i = 0; found > 0 && dict_next(view_dict(view), &i, &key, &val);) {
		value item = is_kind(view, OBJ_DICT_ITEMS)
			? tuple_from(vm, (value[]){ key, val }, 2)
			: value_keep(key);
		found = dict_contains(vm, b, item);
		value_drop(vm, item);
	}
	return found;
}

/* Whether b has all of a: 1, 0, -1. Both are sets or views. */
int set_is_subset(struct vm *vm, value a, value b)
{
	if (view_len(a) > view_len(b))
		return 0;
	return is_any_set(a) ? set_is_within(vm, a, b) : view_is_within(vm, a, b);
}

static value truth(int found)
{
	return found < 0 ? V_ERROR : bool_make(found);
}

value set_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	bool comparable = (is_any_set(a) || is_set_view(a)) && (is_any_set(b) || is_set_view(b));
	if (!comparable)
		return V_NOT_IMPLEMENTED;
	uint32_t n = view_len(a), m = view_len(b);
	int equal;
	switch (op) {
	case CMP_EQ:
		return n == m ? truth(set_is_subset(vm, a, b)) : V_FALSE;
	case CMP_NE:
		equal = n == m ? set_is_subset(vm, a, b) : 0;
		return equal < 0 ? V_ERROR : bool_make(!equal);
	case CMP_LT:
		return n < m ? truth(set_is_subset(vm, a, b)) : V_FALSE;
	case CMP_LE:
		return truth(set_is_subset(vm, a, b));
	case CMP_GT:
		return m < n ? truth(set_is_subset(vm, b, a)) : V_FALSE;
	case CMP_GE:
		return truth(set_is_subset(vm, b, a));
	default:
		return V_NOT_IMPLEMENTED;
	}
}
