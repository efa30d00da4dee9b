/* collections.deque: a ring of items. */
#include "vm/kind/seq.h"

#include "vm/kind/arguments.h"
#include "vm/kind/iter.h"

#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>
#include <string.h>

static struct deque *deque_obj(value v)
{
	return (struct deque *)obj_get(v);
}

value deque_new(struct vm *vm, int64_t maxlen)
{
	struct deque *d = obj_new(vm, OBJ_DEQUE, sizeof *d);
	d->maxlen = maxlen;
	return obj_value(d);
}

static value *place(const struct deque *d, uint32_t i)
{
	uint64_t at = (uint64_t)d->head + i;
	return &d->at[at >= d->cap ? at - d->cap : at];
}

value deque_item(const struct deque *d, uint32_t i)
{
	return *place(d, i);
}

static void grow(struct vm *vm, struct deque *d)
{
	uint32_t cap = d->cap ? d->cap * 2 : 8;
	value *at = vm_realloc(vm, NULL, 0, cap * sizeof *at);
	for (uint32_t i = 0; i < d->len; i++)
		at[i] = *place(d, i);
	vm_free_block(vm, d->at, d->cap * sizeof *at);
	d->at = at;
	d->cap = cap;
	d->head = 0;
}

/* The item is given away. */
static void push(struct vm *vm, struct deque *d, value item, bool left)
{
	if (d->len == d->cap)
		grow(vm, d);
	if (left)
		d->head = d->head ? d->head - 1 : d->cap - 1;
	d->len++;
	d->version++;
	*place(d, left ? 0 : d->len - 1) = item;
	notify_splice(vm, d, left ? 0 : d->len - 1, 0, NULL, 1, &item);
}

/* Owned by the caller; d is not empty. */
static value pull(struct vm *vm, struct deque *d, bool left)
{
	uint32_t i = left ? 0 : d->len - 1;
	value item = *place(d, i);
	if (left)
		d->head = d->head + 1 == d->cap ? 0 : d->head + 1;
	d->len--;
	d->version++;
	notify_splice(vm, d, i, 1, &item, 0, NULL);
	return item;
}

void deque_push(struct vm *vm, value deque, value item, bool left)
{
	struct deque *d = deque_obj(deque);
	push(vm, d, value_keep(item), left);
	if (d->maxlen >= 0 && d->len > d->maxlen)
		value_drop(vm, pull(vm, d, !left));
}

/* n > 0: the last n items come to the front. */
static void turn(struct deque *d, int64_t n)
{
	if (d->len == 0)
		return;
	n %= d->len;
	if (n < 0)
		n += d->len;
	for (; n > 0; n--) {
		value item = *place(d, d->len - 1);
		d->head = d->head ? d->head - 1 : d->cap - 1;
		*place(d, 0) = item;
	}
}

value deque_copy(struct vm *vm, value deque)
{
	const struct deque *d = deque_obj(deque);
	value r = deque_new(vm, d->maxlen);
	for (uint32_t i = 0; i < d->len; i++)
		push(vm, deque_obj(r), value_keep(deque_item(d, i)), false);
	return r;
}

/* The place that an index means; one from the end counts from the length that the
 * class says it has.  False with an exception. */
static bool deque_place(struct vm *vm, value deque, value index, int64_t *i)
{
	const struct deque *d = deque_obj(deque);
	value len = type_find_special(vm, deque, VM_STR(vm, __len__));
	if (len == V_UNSET || !int_get(index, i) || *i >= 0)
		return seq_index(vm, index, d->len, "deque", i);
	value told = vm_call(vm, len, &deque, 1);
	int64_t n;
	if (told == V_ERROR)
		return false;
	value counted = int_get(told, &n) ? int_make(vm, n + *i < 0 ? (int64_t)d->len : n + *i)
					  : value_keep(index);
	bool found = seq_index(vm, counted, d->len, "deque", i);
	value_drop(vm, told);
	value_drop(vm, counted);
	return found;
}

value deque_get_item(struct vm *vm, value deque, value index)
{
	int64_t i;
	struct deque *d = deque_obj(deque);
	return deque_place(vm, deque, index, &i) ? value_keep(*place(d, (uint32_t)i)) : V_ERROR;
}

bool deque_set_item(struct vm *vm, value deque, value index, value item)
{
	int64_t i;
	struct deque *d = deque_obj(deque);
	if (!deque_place(vm, deque, index, &i))
		return false;
	value *at = place(d, (uint32_t)i), old = *at;
	*at = value_keep(item);
	notify_splice(vm, d, (uint32_t)i, 1, &old, 1, at);
	value_drop(vm, old);
	return true;
}

/* Takes item i out, owned by the caller; the shorter side closes the gap. */
static value take_item(struct vm *vm, struct deque *d, uint32_t i)
{
	assert(i < d->len && "an item of the deque");
	value item = *place(d, i);
	if (i < d->len / 2) {
		for (uint32_t k = i; k > 0; k--)
			*place(d, k) = *place(d, k - 1);
		d->head = d->head + 1 == d->cap ? 0 : d->head + 1;
	} else {
		for (uint32_t k = i; k + 1 < d->len; k++)
			*place(d, k) = *place(d, k + 1);
	}
	d->len--;
	d->version++;
	notify_splice(vm, d, i, 1, &item, 0, NULL);
	return item;
}

bool deque_del_item(struct vm *vm, value deque, value index)
{
	int64_t i;
	struct deque *d = deque_obj(deque);
	if (!deque_place(vm, deque, index, &i))
		return false;
	value_drop(vm, take_item(vm, d, (uint32_t)i));
	return true;
}

static value deque_method_append(struct vm *vm, value self, const struct args *a)
{
	deque_push(vm, self, a->at[0], false);
	return V_NONE;
}

static value deque_method_appendleft(struct vm *vm, value self, const struct args *a)
{
	deque_push(vm, self, a->at[0], true);
	return V_NONE;
}

void deque_clear(struct vm *vm, value deque)
{
	struct deque *d = deque_obj(deque);
	while (d->len > 0)
		value_drop(vm, pull(vm, d, true));
}

static value deque_method_clear(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	deque_clear(vm, self);
	return V_NONE;
}

static value deque_method_copy(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return type_is_heap_instance(self) ? vm_tail(vm, LIB_DEQUE_COPY, &self, 1)
					   : deque_copy(vm, self);
}

static value raise_mutated(struct vm *vm)
{
	return vm_raise(vm, VM_EXC(vm, RuntimeError), "deque mutated during iteration");
}

/* The first of [start, stop) that equals v; -1 none, -2 error. */
static int64_t search(struct vm *vm, struct deque *d, value v, int64_t start, int64_t stop)
{
	uint32_t version = d->version;
	for (int64_t i = start; i < stop; i++) {
		int equal = item_equal(vm, deque_item(d, (uint32_t)i), v);
		if (equal > 0)
			return i;
		if (equal < 0)
			return -2;
		if (d->version != version) {
			raise_mutated(vm);
			return -2;
		}
	}
	return -1;
}

int deque_contains(struct vm *vm, value deque, value item)
{
	struct deque *d = deque_obj(deque);
	int64_t i = search(vm, d, item, 0, d->len);
	return i == -2 ? -1 : i >= 0;
}

static value deque_method_count(struct vm *vm, value self, const struct args *a)
{
	struct deque *d = deque_obj(self);
	uint32_t version = d->version;
	int64_t n = 0, i = search(vm, d, a->at[0], 0, d->len);
	for (; i >= 0 && d->version == version; i = search(vm, d, a->at[0], i + 1, d->len))
		n++;
	return i == -2 ? V_ERROR : i >= 0 ? raise_mutated(vm) : small_make(n);
}

static bool push_right(struct vm *vm, void *deque, value item)
{
	deque_push(vm, obj_value(deque), item, false);
	return true;
}

static bool push_left(struct vm *vm, void *deque, value item)
{
	deque_push(vm, obj_value(deque), item, true);
	return true;
}

/* The deque takes what the iterable gives, item by item: V_NONE, V_ERROR;
 * V_PENDING while `slow` does it. */
static value extend(struct vm *vm, value deque, value iterable, bool left, enum lib_function slow)
{
	if (iterable == deque) {
		value copy = type_find_special(vm, deque, VM_STR(vm, __iter__)) == V_UNSET
			? deque_copy(vm, deque)
			: vm_call(vm, obj_value(VM_TYPE(vm, LIST)), &deque, 1);
		if (copy == V_ERROR)
			return V_ERROR;
		value r = extend(vm, deque, copy, left, slow);
		value_drop(vm, copy);
		return r;
	}
	int done = ops_for_each(vm, iterable, left ? push_left : push_right, obj_get(deque));
	return done > 0    ? V_NONE
		: done < 0 ? V_ERROR
			   : vm_tail(vm, slow, (value[]){ deque, iterable }, 2);
}

static value deque_method_extend(struct vm *vm, value self, const struct args *a)
{
	return extend(vm, self, a->at[0], false, LIB_DEQUE_EXTEND);
}

static value deque_method_extendleft(struct vm *vm, value self, const struct args *a)
{
	return extend(vm, self, a->at[0], true, LIB_DEQUE_EXTEND_LEFT);
}

static value deque_method_index(struct vm *vm, value self, const struct args *a)
{
	int64_t start, stop;
	struct deque *d = deque_obj(self);
	if (!args_bounds(vm, a, 1, d->len, &start, &stop))
		return V_ERROR;
	int64_t i = search(vm, d, a->at[0], start, stop);
	if (i == -1)
		return raise_not_in(vm, a->at[0], "deque");
	return i < 0 ? V_ERROR : small_make(i);
}

static value deque_method_insert(struct vm *vm, value self, const struct args *a)
{
	int64_t i;
	struct deque *d = deque_obj(self);
	if (!index_arg(vm, a->at[0], &i))
		return V_ERROR;
	if (d->maxlen >= 0 && d->len >= d->maxlen)
		return vm_raise(vm, VM_EXC(vm, IndexError), "deque already at its maximum size");
	i = clip_index(i, d->len);
	if (d->len == d->cap)
		grow(vm, d);
	d->len++;
	d->version++;
	for (uint32_t k = d->len - 1; k > i; k--)
		*place(d, k) = *place(d, k - 1);
	*place(d, (uint32_t)i) = value_keep(a->at[1]);
	notify_splice(vm, d, (uint32_t)i, 0, NULL, 1, &a->at[1]);
	return V_NONE;
}

static value pop(struct vm *vm, value self, bool left)
{
	if (deque_obj(self)->len == 0)
		return vm_raise(vm, VM_EXC(vm, IndexError), "pop from an empty deque");
	return pull(vm, deque_obj(self), left);
}

static value deque_method_pop(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return pop(vm, self, false);
}

static value deque_method_popleft(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return pop(vm, self, true);
}

static value deque_method_remove(struct vm *vm, value self, const struct args *a)
{
	struct deque *d = deque_obj(self);
	uint32_t version = d->version;
	int64_t i = search(vm, d, a->at[0], 0, d->len);
	if (i >= 0 && d->version != version)
		return vm_raise(vm, VM_EXC(vm, IndexError), "deque mutated during remove().");
	if (i == -1)
		return raise_not_in(vm, a->at[0], "deque");
	if (i == -2 && d->version != version && vm_exc_is(vm, VM_EXC(vm, RuntimeError))) {
		value_drop(vm, vm_catch(vm));
		return vm_raise(vm, VM_EXC(vm, IndexError), "deque mutated during iteration");
	}
	if (i == -2)
		return V_ERROR;
	value_drop(vm, take_item(vm, d, (uint32_t)i));
	return V_NONE;
}

static value deque_method_reverse(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct deque *d = deque_obj(self);
	for (uint32_t i = 0, k = d->len; i + 1 < k; i++) {
		value v = *place(d, --k);
		*place(d, k) = *place(d, i);
		*place(d, i) = v;
	}
	d->version++;
	notify_rebuilt(vm, d);
	return V_NONE;
}

static value deque_method_rotate(struct vm *vm, value self, const struct args *a)
{
	int64_t n = 1;
	if (a->n > 0 && !index_arg(vm, a->at[0], &n))
		return V_ERROR;
	turn(deque_obj(self), n);
	deque_obj(self)->version++;
	notify_rebuilt(vm, deque_obj(self));
	return V_NONE;
}

const struct native_def deque_methods[] = {
	{ "append", deque_method_append, 1, 1, false, "Adds an item at the right end." },
	{ "appendleft", deque_method_appendleft, 1, 1, false, "Adds an item at the left end." },
	{ "clear", deque_method_clear, 0, 0, false, "Removes all items." },
	{ "copy", deque_method_copy, 0, 0, false, "A new deque of the same items." },
	{ "count", deque_method_count, 1, 1, false, "How many items equal the value." },
	{ "extend", deque_method_extend, 1, 1, false,
		"Adds the items of an iterable at the right end." },
	{ "extendleft", deque_method_extendleft, 1, 1, false,
		"Adds the items of an iterable at the left end, one by one." },
	{ "index", deque_method_index, 1, 3, false, "The first index of the value." },
	{ "insert", deque_method_insert, 2, 2, false, "Puts an item before the index." },
	{ "pop", deque_method_pop, 0, 0, false, "Takes out the item at the right end." },
	{ "popleft", deque_method_popleft, 0, 0, false, "Takes out the item at the left end." },
	{ "remove", deque_method_remove, 1, 1, false,
		"Removes the first item that equals the value." },
	{ "reverse", deque_method_reverse, 0, 0, false, "Turns the order around." },
	{ "rotate", deque_method_rotate, 0, 1, false,
		"Moves items from the right end to the left." },
	{ 0 },
};

static void deque_drop(struct vm *vm, struct obj *o)
{
	struct deque *d = (struct deque *)o;
	kind_drop_attrs(vm, o);
	for (uint32_t i = 0; i < d->len; i++)
		value_drop(vm, deque_item(d, i));
	vm_free_block(vm, d->at, d->cap * sizeof *d->at);
	kind_drop_type(vm, o);
}

static void deque_traverse(const struct visit *v, const struct obj *o)
{
	const struct deque *d = (const struct deque *)o;
	kind_visit_typed(v, o);
	for (uint32_t i = 0; i < d->len; i++)
		visit(v, deque_item(d, i));
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

/* The same, with the deque (owned) as what it gives. */
static value extended(struct vm *vm, value deque, value iterable)
{
	value r = extend(vm, deque, iterable, false, LIB_DEQUE_EXTENDED);
	return r == V_NONE ? value_keep(deque) : r;
}

static value deque_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	value iterable;
	int64_t maxlen;
	if (!deque_arguments(vm, a, &iterable, &maxlen))
		return V_ERROR;
	value d = deque_new(vm, maxlen);
	if (iterable == V_UNSET)
		return d;
	value r = extended(vm, d, iterable);
	value_drop(vm, d);
	return r;
}

static value deque_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	return kind_typed(deque_new(vm, -1), t);
}

static value deque_init(struct vm *vm, value self, const struct args *a)
{
	value iterable;
	if (!deque_arguments(vm, a, &iterable, &((struct deque *)obj_get(self))->maxlen))
		return V_ERROR;
	deque_clear(vm, self);
	if (iterable == V_UNSET)
		return V_NONE;
	return extend(vm, self, iterable, false, LIB_DEQUE_EXTEND);
}

static value deque_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	return op == BIN_ADD ? extended(vm, a, b) : V_NOT_IMPLEMENTED;
}

static bool has_own_iter(struct vm *vm, value v)
{
	return type_find_special(vm, v, VM_STR(vm, __iter__)) != V_UNSET;
}

static value deque_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	bool both = is_kind(a, OBJ_DEQUE) && is_kind(b, OBJ_DEQUE);
	if (both && a != b && (has_own_iter(vm, a) || has_own_iter(vm, b)))
		return vm_tail(vm, LIB_DEQUE_COMPARE, (value[]){ a, b, small_make(op) }, 3);
	return seq_compare(vm, op, a, b);
}

static value deque_concat(struct vm *vm, value a, value b)
{
	return type_is_heap_instance(a) ? vm_tail(vm, LIB_DEQUE_CONCAT, (value[]){ a, b }, 2)
					: seq_concat(vm, a, b);
}

static value deque_repeat(struct vm *vm, value a, int64_t n)
{
	if (!type_is_heap_instance(a))
		return seq_repeat(vm, a, n);
	value args[] = { a, int_make(vm, n) };
	value r = vm_tail(vm, LIB_DEQUE_REPEAT, args, 2);
	value_drop(vm, args[1]);
	return r;
}

static int64_t deque_len(value v)
{
	return deque_obj(v)->len;
}

static value deque_maxlen(struct vm *vm, value o)
{
	int64_t n = ((struct deque *)obj_get(o))->maxlen;
	return n < 0 ? V_NONE : int_make(vm, n);
}

static const struct special deque_rows[] = { { "maxlen", deque_maxlen, NULL }, { 0 } };

const struct kind deque_kind = {
	.name = "collections.deque",
	.attrs = offsetof(struct deque, attrs),
	.flags = KIND_BASE | KIND_GENERIC | KIND_METHODS | KIND_UNHASHABLE | KIND_INDEXED |
		KIND_ORDERS | KIND_SHOWS | KIND_OWN_ATTRS,
	.drop = deque_drop,
	.traverse = deque_traverse,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_SET_ITEM | SLOT_ITER | SLOT_CONTAINS | SLOT_CONCAT |
		SLOT_INIT,
	.methods = deque_methods,
	.specials = deque_rows,
	.repr = seq_repr,
	.len = deque_len,
	.contains = seq_contains,
	.compare = deque_compare,
	.in_place = deque_in_place,
	.concat = deque_concat,
	.repeat = deque_repeat,
	.get_item = deque_get_item,
	.set_item = deque_set_item,
	.del_item = deque_del_item,
	.iter = iter_of_deque,
	.reversed = iter_back_of_deque,
	.construct = deque_construct,
	.make = deque_make,
	.init = deque_init,
};
