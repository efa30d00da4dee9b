/* list: its items, and its methods. */

#include "vm/kind/seq.h"

#include "base/mem.h"
#include "vm/kind/arguments.h"
#include "vm/kind/iter.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"

#include <assert.h>
#include <string.h>

value list_new(struct vm *vm, uint32_t cap)
{
	struct list *l = obj_new(vm, OBJ_LIST, sizeof *l);
	if (cap > 0)
		l->at = vm_realloc(vm, NULL, 0, cap * sizeof *l->at);
	l->cap = cap;
	return obj_value(l);
}

value list_from(struct vm *vm, const value *items, uint32_t n)
{
	value list = list_new(vm, n);
	struct list *l = list_get(list);
	vm_work(vm, n / 4);
	for (uint32_t i = 0; i < n; i++)
		l->at[i] = value_keep(items[i]);
	l->len = n;
	return list;
}

/* Room for n more. */
static void reserve(struct vm *vm, struct list *l, uint32_t n)
{
	if (l->cap - l->len >= n)
		return;
	size_t cap = ((size_t)l->len + n) + ((size_t)l->len + n) / 4 + 3;
	assert(cap < UINT32_MAX && "the memory limit comes first");
	l->at = vm_realloc(vm, l->at, l->cap * sizeof *l->at, cap * sizeof *l->at);
	l->cap = (uint32_t)cap;
}

void list_append(struct vm *vm, value list, value item)
{
	struct list *l = list_get(list);
	reserve(vm, l, 1);
	l->at[l->len++] = item;
	notify_splice(vm, l, l->len - 1, 0, NULL, 1, &l->at[l->len - 1]);
}

/* Items [at, at + nold) make room for nnew, which are not there yet. */
static void shift(struct vm *vm, struct list *l, uint32_t at, uint32_t nold, uint32_t nnew)
{
	if (nnew > nold)
		reserve(vm, l, nnew - nold);
	vm_work(vm, (l->len - at) / 16);
	if (l->len > at + nold)
		memmove(l->at + at + nnew, l->at + at + nold, (l->len - at - nold) * sizeof *l->at);
	l->len += nnew - nold;
}

enum { FEW = 8 };

void list_splice(
	struct vm *vm, value list, uint32_t at, uint32_t nold, const value *new, uint32_t nnew)
{
	struct list *l = list_get(list);
	assert(at <= l->len && nold <= l->len - at);
	value few[FEW], *old = nold <= FEW ? few : mem_alloc(nold * sizeof *old);
	for (uint32_t i = 0; i < nnew; i++)
		value_keep(new[i]);
	/* The new ones may stand in this very list. */
	value few_new[FEW], *copy = nnew <= FEW ? few_new : mem_alloc(nnew * sizeof *copy);
	if (nnew > 0)
		memcpy(copy, new, nnew * sizeof *copy);
	if (nold > 0)
		memcpy(old, l->at + at, nold * sizeof *old);
	shift(vm, l, at, nold, nnew);
	if (nnew > 0)
		memcpy(l->at + at, copy, nnew * sizeof *copy);
	notify_splice(vm, l, at, nold, old, nnew, copy);
	while (nold-- > 0)
		value_drop(vm, old[nold]);
	if (old != few)
		mem_free(old);
	if (copy != few_new)
		mem_free(copy);
}

/* Takes item i out; owned by the caller. */
static value take_item(struct vm *vm, struct list *l, uint32_t i)
{
	assert(i < l->len && "an item of the list");
	value item = l->at[i];
	shift(vm, l, i, 1, 0);
	notify_splice(vm, l, i, 1, &item, 0, NULL);
	return item;
}

static value get_slice(struct vm *vm, struct list *l, value slice)
{
	int64_t start, stop, step, count;
	if (!slice_resolve(vm, slice, l->len, &start, &stop, &step, &count))
		return V_ERROR;
	value r = list_new(vm, (uint32_t)count);
	vm_work(vm, count / 4);
	for (int64_t i = 0; i < count; i++)
		list_get(r)->at[i] = value_keep(l->at[start + i * step]);
	list_get(r)->len = (uint32_t)count;
	return r;
}

value list_get_item(struct vm *vm, value list, value index)
{
	int64_t i;
	struct list *l = list_get(list);
	if (is_kind(index, OBJ_SLICE))
		return get_slice(vm, l, index);
	return seq_index(vm, index, l->len, "list", &i) ? value_keep(l->at[i]) : V_ERROR;
}

static bool put_item(struct vm *vm, struct list *l, int64_t i, value item)
{
	value old = l->at[i];
	l->at[i] = value_keep(item);
	notify_splice(vm, l, (uint32_t)i, 1, &old, 1, &l->at[i]);
	value_drop(vm, old);
	return true;
}

/* l[start:stop:step] = items of the list or tuple, one for one. */
static bool put_stepped(
	struct vm *vm, struct list *l, int64_t start, int64_t step, int64_t count, value items)
{
	uint32_t n;
	const value *at = seq_items(items, &n);
	if (n != count) {
		raise_value(vm,
			"attempt to assign sequence of size %u to extended slice of size %lld", n,
			(long long)count);
		return false;
	}
	for (int64_t i = 0; i < count; i++)
		put_item(vm, l, start + i * step, at[i]);
	return true;
}

static bool set_slice(struct vm *vm, value list, value slice, value iterable)
{
	struct list *l = list_get(list);
	const struct slice *s = (const struct slice *)obj_get(slice);
	bool plain = s->step == V_NONE || s->step == small_make(1);
	if (!iter_is_iterable(vm, iterable)) {
		raise_type(vm,
			plain ? "can only assign an iterable"
			      : "must assign iterable to extended slice");
		return false;
	}
	value items = iterable == list ? list_from(vm, l->at, l->len) : seq_of(vm, iterable);
	if (items == V_ERROR)
		return false;
	int64_t start, stop, step, count;
	bool good = slice_resolve(vm, slice, l->len, &start, &stop, &step, &count);
	if (good && step == 1) {
		uint32_t n;
		const value *at = seq_items(items, &n);
		list_splice(vm, list, (uint32_t)start, (uint32_t)count, at, n);
	} else if (good) {
		good = put_stepped(vm, l, start, step, count, items);
	}
	value_drop(vm, items);
	return good;
}

bool list_set_item(struct vm *vm, value list, value index, value item)
{
	int64_t i;
	struct list *l = list_get(list);
	if (is_kind(index, OBJ_SLICE))
		return set_slice(vm, list, index, item);
	if (is_small(index)) {
		i = small_get(index) + (small_get(index) < 0 ? l->len : 0);
		if (i >= 0 && i < l->len)
			return put_item(vm, l, i, item);
	}
	return seq_index(vm, index, l->len, "list assignment", &i) && put_item(vm, l, i, item);
}

static bool del_slice(struct vm *vm, value list, value slice)
{
	int64_t start, stop, step, count;
	if (!slice_resolve(vm, slice, list_get(list)->len, &start, &stop, &step, &count))
		return false;
	if (step == 1) {
		list_splice(vm, list, (uint32_t)start, (uint32_t)count, NULL, 0);
		return true;
	}
	/* From the last to the first, so that indices stay good. */
	for (int64_t k = 0; k < count && !vm->limit_text; k++) {
		int64_t i = step > 0 ? start + (count - 1 - k) * step : start + k * step;
		value_drop(vm, take_item(vm, list_get(list), (uint32_t)i));
	}
	return true;
}

bool list_del_item(struct vm *vm, value list, value index)
{
	int64_t i;
	if (is_kind(index, OBJ_SLICE))
		return del_slice(vm, list, index);
	if (!seq_index(vm, index, list_get(list)->len, "list assignment", &i))
		return false;
	value_drop(vm, take_item(vm, list_get(list), (uint32_t)i));
	return true;
}

static value method_append(struct vm *vm, value self, const struct args *a)
{
	list_append(vm, self, value_keep(a->at[0]));
	return V_NONE;
}

static value method_clear(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	list_splice(vm, self, 0, list_get(self)->len, NULL, 0);
	return V_NONE;
}

static value method_copy(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return list_from(vm, list_get(self)->at, list_get(self)->len);
}

static value method_count(struct vm *vm, value self, const struct args *a)
{
	const struct list *l = list_get(self);
	int64_t n = 0;
	for (uint32_t i = 0; i < l->len; i++) {
		int equal = item_equal(vm, l->at[i], a->at[0]);
		if (equal < 0)
			return V_ERROR;
		n += equal;
	}
	vm_work(vm, l->len);
	return small_make(n);
}

static bool append_item(struct vm *vm, void *list, value item)
{
	list_append(vm, obj_value(list), value_keep(item));
	return true;
}

static value method_extend(struct vm *vm, value self, const struct args *a)
{
	value other = a->at[0];
	if (seq_is_plain(vm, other)) {
		uint32_t n;
		const value *items = seq_items(other, &n);
		if (n > 0)
			list_splice(vm, self, list_get(self)->len, 0, items, n);
		return V_NONE;
	}
	int done = ops_for_each(vm, other, append_item, list_get(self));
	if (done == 0)
		return vm_tail(vm, LIB_LIST_EXTEND, (value[]){ self, other }, 2);
	return done < 0 ? V_ERROR : V_NONE;
}

static value method_index(struct vm *vm, value self, const struct args *a)
{
	const struct list *l = list_get(self);
	int64_t start, stop;
	if (!args_bounds(vm, a, 1, l->len, &start, &stop))
		return V_ERROR;
	for (int64_t i = start; i < stop && i < l->len; i++) {
		int equal = item_equal(vm, l->at[i], a->at[0]);
		if (equal == 0)
			continue;
		vm_work(vm, i - start);
		return equal < 0 ? V_ERROR : small_make(i);
	}
	vm_work(vm, stop - start);
	return raise_not_in(vm, a->at[0], "list");
}

static value method_insert(struct vm *vm, value self, const struct args *a)
{
	int64_t i;
	if (!index_arg(vm, a->at[0], &i))
		return V_ERROR;
	list_splice(vm, self, (uint32_t)clip_index(i, list_get(self)->len), 0, &a->at[1], 1);
	return V_NONE;
}

static value method_pop(struct vm *vm, value self, const struct args *a)
{
	struct list *l = list_get(self);
	int64_t i = -1;
	if (a->n > 0 && !index_arg(vm, a->at[0], &i))
		return V_ERROR;
	if (l->len == 0)
		return vm_raise(vm, VM_EXC(vm, IndexError), "pop from empty list");
	if (i < 0)
		i += l->len;
	if (i < 0 || i >= l->len)
		return vm_raise(vm, VM_EXC(vm, IndexError), "pop index out of range");
	return take_item(vm, l, (uint32_t)i);
}

static value method_remove(struct vm *vm, value self, const struct args *a)
{
	struct list *l = list_get(self);
	for (uint32_t i = 0; i < l->len; i++) {
		int equal = item_equal(vm, l->at[i], a->at[0]);
		if (equal < 0)
			return V_ERROR;
		if (equal == 0 || i >= l->len)
			continue;
		vm_work(vm, i);
		value_drop(vm, take_item(vm, l, i));
		return V_NONE;
	}
	return raise_value(vm, "list.remove(x): x not in list");
}

static value method_reverse(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct list *l = list_get(self);
	vm_work(vm, l->len / 4);
	for (uint32_t i = 0, k = l->len; i + 1 < k; i++) {
		value v = l->at[--k];
		l->at[k] = l->at[i];
		l->at[i] = v;
	}
	notify_rebuilt(vm, l);
	return V_NONE;
}

static value method_sort(struct vm *vm, value self, const struct args *a)
{
	const value known[] = { VM_STR(vm, key), VM_STR(vm, reverse) };
	if (a->n > 0)
		return raise_type(vm, "sort() takes no positional arguments");
	if (!args_done(vm, a, "sort", known, 2, 0))
		return V_ERROR;
	value key = args_get(a, 1, known[0]), reverse = args_get(a, 1, known[1]);
	int64_t down = 0;
	if (reverse != V_UNSET && !index_arg(vm, reverse, &down))
		return V_ERROR;
	if (key == V_UNSET || key == V_NONE) {
		int sorted = list_sort_plain(vm, self, V_UNSET, down != 0);
		if (sorted != 0)
			return sorted < 0 ? V_ERROR : V_NONE;
		key = V_NONE;
	}
	return vm_tail(vm, LIB_SORTED, (value[]){ self, key, bool_make(down != 0) }, 3);
}

const struct native_def list_methods[] = {
	{ "append", method_append, 1, 1, false, "Adds an item at the end." },
	{ "clear", method_clear, 0, 0, false, "Removes all items." },
	{ "copy", method_copy, 0, 0, false, "A new list of the same items." },
	{ "count", method_count, 1, 1, false, "How many items equal the value." },
	{ "extend", method_extend, 1, 1, false, "Adds the items of an iterable at the end." },
	{ "index", method_index, 1, 3, false, "The first index of the value." },
	{ "insert", method_insert, 2, 2, false, "Puts an item before the index." },
	{ "pop", method_pop, 0, 1, false, "Takes out the item at the index, the last by default." },
	{ "remove", method_remove, 1, 1, false, "Removes the first item that equals the value." },
	{ "reverse", method_reverse, 0, 0, false, "Turns the order around." },
	{ "sort", method_sort, 0, -1, true, "Sorts in place; equal items keep their order." },
	{ 0 },
};

static void list_drop(struct vm *vm, struct obj *o)
{
	struct list *l = (struct list *)o;
	kind_drop_attrs(vm, o);
	kind_drop_backwards(vm, l->at, l->len);
	vm_free_block(vm, l->at, l->cap * sizeof *l->at);
	kind_drop_type(vm, o);
}

static void list_traverse(const struct visit *v, const struct obj *o)
{
	kind_visit_typed(v, o);
	visit_backwards(v, ((const struct list *)o)->at, ((const struct list *)o)->len);
}

bool list_fill(struct vm *vm, value list, value iterable, enum lib_function other, value *made)
{
	int done = ops_for_each(vm, iterable, append_item, obj_get(list));
	*made = list;
	if (done > 0)
		return true;
	value_drop(vm, list);
	*made = done < 0 ? V_ERROR : vm_tail(vm, other, &iterable, 1);
	return false;
}

static value list_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "list", a, 0, 1))
		return V_ERROR;
	value list = list_new(vm, 0);
	if (a->n)
		list_fill(vm, list, a->at[0], LIB_LIST_FROM, &list);
	return list;
}

static value list_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	return kind_typed(list_new(vm, 0), t);
}

static value list_init(struct vm *vm, value self, const struct args *a)
{
	if (!args_count(vm, "list", a, 0, 1))
		return V_ERROR;
	if (list_get(self)->len > 0)
		list_splice(vm, self, 0, list_get(self)->len, NULL, 0);
	if (a->n == 0)
		return V_NONE;
	int done = ops_for_each(vm, a->at[0], append_item, obj_get(self));
	if (done != 0)
		return done < 0 ? V_ERROR : V_NONE;
	return vm_tail(vm, LIB_INIT_LIST, (value[]){ self, a->at[0] }, 2);
}

static value extend_in_place(struct vm *vm, value a, value b)
{
	if (a == b) {
		value copy = list_from(vm, list_get(b)->at, list_get(b)->len);
		value r = extend_in_place(vm, a, copy);
		value_drop(vm, copy);
		return r;
	}
	int done = ops_for_each(vm, b, append_item, obj_get(a));
	if (done < 0)
		return V_ERROR;
	return done ? value_keep(a) : vm_tail(vm, LIB_EXTEND_IN_PLACE, (value[]){ a, b }, 2);
}

static value repeat_in_place(struct vm *vm, value a, value b)
{
	int64_t n;
	if (!int_get(b, &n))
		return V_NOT_IMPLEMENTED;
	value all = seq_repeat(vm, a, n);
	if (all == V_ERROR)
		return V_ERROR;
	list_splice(vm, a, 0, list_get(a)->len, list_get(all)->at, list_get(all)->len);
	value_drop(vm, all);
	return value_keep(a);
}

static value list_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	return op == BIN_ADD    ? extend_in_place(vm, a, b)
		: op == BIN_MUL ? repeat_in_place(vm, a, b)
				: V_NOT_IMPLEMENTED;
}

static int64_t list_len(value v)
{
	return list_get(v)->len;
}

const struct kind list_kind = {
	.name = "list",
	.attrs = offsetof(struct list, attrs),
	.flags = KIND_BUILTIN | KIND_BASE | KIND_GENERIC | KIND_METHODS | KIND_UNHASHABLE |
		KIND_INDEXED | KIND_ORDERS | KIND_OWN_ATTRS,
	.drop = list_drop,
	.traverse = list_traverse,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_SET_ITEM | SLOT_ITER | SLOT_CONCAT | SLOT_CONTAINS |
		SLOT_INIT,
	.methods = list_methods,
	.repr = seq_repr,
	.len = list_len,
	.contains = seq_contains,
	.compare = seq_compare,
	.in_place = list_in_place,
	.concat = seq_concat,
	.repeat = seq_repeat,
	.get_item = list_get_item,
	.set_item = list_set_item,
	.del_item = list_del_item,
	.iter = iter_of_list,
	.reversed = iter_back_of_list,
	.construct = list_construct,
	.make = list_make,
	.init = list_init,
};
