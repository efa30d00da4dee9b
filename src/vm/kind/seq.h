#ifndef COSUB_VM_KIND_SEQ_H
#define COSUB_VM_KIND_SEQ_H

/* list, tuple, range, slice, deque.  Every change of a list or deque that is
 * OBJ_SEEN is told to the observer (SPLICE, or REBUILT for sort and reverse). */

#include "lang/tree/ast.h"
#include "vm/value/native.h"

struct sbuf;

static inline struct list *list_get(value v)
{
	return (struct list *)obj_get(v);
}
static inline struct tuple *tuple_get(value v)
{
	return (struct tuple *)obj_get(v);
}

value list_new(struct vm *vm, uint32_t cap);
/* Fills the new list (given away) with the items of any iterable: true, and it is
 * *made; false: *made is V_ERROR, or V_PENDING and what the library function
 * `other` makes of the iterable. */
bool list_fill(struct vm *vm, value list, value iterable, enum lib_function other, value *made);
value list_from(struct vm *vm, const value *items, uint32_t n); /* keeps the items */
void list_append(struct vm *vm, value list, value item);        /* item is given away */
/* Replaces items [at, at + nold) by the n new ones (kept). */
void list_splice(
	struct vm *vm, value list, uint32_t at, uint32_t nold, const value *new, uint32_t nnew);
value tuple_new(struct vm *vm, uint32_t n); /* items V_NONE, to be filled (owned) */
value tuple_from(struct vm *vm, const value *items, uint32_t n); /* keeps the items */
value tuple_pack(struct vm *vm, uint32_t n, ...);                /* values given away */
value range_new(struct vm *vm, int64_t start, int64_t stop, int64_t step);
value slice_new(struct vm *vm, value start, value stop, value step); /* keeps them */
/* slice.indices(len): false with an exception set. *count items from *start. */
bool slice_resolve(struct vm *vm, value slice, int64_t len, int64_t *start, int64_t *stop,
	int64_t *step, int64_t *count);
/* An index for a sequence of len items, negatives counted from the end; false
 * with IndexError ("list index out of range", by what) or TypeError set. */
bool seq_index(struct vm *vm, value index, int64_t len, const char *what, int64_t *i);

/* As an index where CPython takes one: ints, bools, objects with __index__ (an
 * inner run).  1, 0 it is none (no exception), -1 error. */
int index_get(struct vm *vm, value v, int64_t *i);
/* v as a float by its __float__ or __index__, as an int by its __int__ or
 * __index__: 1, 0 (it is no number and has none), -1 with an exception. */
int float_of_object(struct vm *vm, value v, double *f);
int int_of_object(struct vm *vm, value v, int64_t *i);
/* index_get where nothing else will do: false with TypeError. */
bool index_arg(struct vm *vm, value v, int64_t *i);
/* A list or tuple with the items of any iterable: itself or a new list (owned);
 * inner runs for iterables of the program. */
value seq_of(struct vm *vm, value iterable);
/* tuple(v) in C; an inner run for what C cannot iterate. */
value tuple_from_any(struct vm *vm, value v);
/* 1, 0, -1: identity or equality, safe when == runs code that changes the container. */
int item_equal(struct vm *vm, value item, value other);
/* Bounds of index(x, start, stop): clipped to 0 … len as slices are. */
int64_t clip_index(int64_t i, int64_t len);
/* Arguments at and at + 1 as bounds; false with TypeError. */
bool args_bounds(struct vm *vm, const struct args *a, uint32_t at, int64_t len, int64_t *start,
	int64_t *stop);
/* Whether v is a list or tuple that is iterated item by item: its class has no
 * __iter__ of the program's. */
bool seq_is_plain(struct vm *vm, value v);
/* Items of a list or tuple. */
const value *seq_items(value list_or_tuple, uint32_t *n);

/* ValueError: v, shown by its own repr, is not in what; V_ERROR. */
value raise_not_in(struct vm *vm, value v, const char *what);

/* [] on anything with items, by its kind alone: owned item, V_ERROR. */
value seq_get_item(struct vm *vm, value seq, value index);
/* +, * on sequences; V_NOT_IMPLEMENTED when they do not apply. */
value seq_concat(struct vm *vm, value a, value b);
value seq_repeat(struct vm *vm, value a, int64_t n);
/* < <= == … of two lists, two tuples, two deques or two ranges (== only);
 * V_NOT_IMPLEMENTED otherwise.  An order comparison ends with ops_compare of the
 * first items that differ, so it may give V_PENDING. */
value seq_compare(struct vm *vm, enum cmp_op op, value a, value b);
/* Where two lists, tuples or deques first differ; the shorter one's length if
 * nowhere; -1 with an exception. */
int64_t seq_mismatch(struct vm *vm, value a, value b);
/* item in list, tuple, deque, range, str: 1, 0, -1. */
int seq_contains(struct vm *vm, value seq, value item);
/* repr of list, tuple, range, slice, deque, appended; inner runs for items of
 * user classes. False with an exception. */
bool seq_repr(struct vm *vm, value seq, struct sbuf *out);
/* hash() of a tuple or range; false with an exception. */
bool tuple_hash(struct vm *vm, value tuple, uint64_t *hash);
bool range_hash(struct vm *vm, value range, uint64_t *hash);
/* Index of an int in a range, -1 if it is none of its items. */
int64_t range_find(const struct range *r, int64_t i);
/* The first index from which the item equals v; -1 none, -2 error. */
int64_t range_search(struct vm *vm, const struct range *r, value v);

/* seq[index], seq[index] = item, del seq[index] of one kind each. */
value list_get_item(struct vm *vm, value list, value index);
bool list_set_item(struct vm *vm, value list, value index, value item);
bool list_del_item(struct vm *vm, value list, value index);
value tuple_get_item(struct vm *vm, value tuple, value index);
value range_get_item(struct vm *vm, value range, value index);
bool range_equal(const struct range *a, const struct range *b);
/* Whether an item equals it; -1: error, as when a comparison changed the deque. */
int deque_contains(struct vm *vm, value deque, value item);
void deque_clear(struct vm *vm, value deque);
value deque_get_item(struct vm *vm, value deque, value index);
bool deque_set_item(struct vm *vm, value deque, value index, value item);
bool deque_del_item(struct vm *vm, value deque, value index);
value deque_copy(struct vm *vm, value deque);

/* Stable, for lists whose items are all numbers or all str or tuples/lists of
 * such (no program code can run): 1 sorted, 0 not such a list, -1 error set.
 * items, unless V_UNSET, is a list of as many values that move along. */
int list_sort_plain(struct vm *vm, value list, value items, bool reverse);

value deque_new(struct vm *vm, int64_t maxlen);
value deque_item(const struct deque *d, uint32_t i);                /* borrowed */
void deque_push(struct vm *vm, value deque, value item, bool left); /* keeps item; honours maxlen */

extern const struct native_def list_methods[], tuple_methods[], range_methods[], slice_methods[],
	deque_methods[];

#endif
