#ifndef COSUB_VM_KIND_ITER_H
#define COSUB_VM_KIND_ITER_H

/*
 * Iterators of the containers (struct iter) and lazy ones (struct lazy_iter).
 *
 *     LIST, TUPLE, DEQUE, SEQ_ITER   index: of the next item
 *     DEQUE_REVERSE                  index: of the next item, counted from the end
 *     LIST_REVERSE, REVERSED         index: of the next item, going down
 *     STR                            index: byte offset of the next character
 *     RANGE                          index: the next number, end: how many are left
 *     DICT_*, SET                    index: the next entry, end: items when it was made
 *     DICT_REVERSE_*                 the same, going down
 *
 * source becomes V_NONE when the iterator is exhausted (RANGE: end becomes 0).
 *
 *     ENUMERATE   arg: the iterator, count
 *     ZIP         arg: tuple of iterators, strict
 *     MAP         func, arg: tuple of iterators
 *     FILTER      func (or None), arg: the iterator
 *     CALL_ITER   func (unset at its end), arg: the sentinel
 */

#include "vm/value/object.h"

value iter_new(
	struct vm *vm, enum obj_kind kind, value source, int64_t index, int64_t end, int64_t step);
value iter_lazy_new(struct vm *vm, enum obj_kind kind, value func, value arg);

/* iter(v) without regard to a class's __iter__; V_NOT_IMPLEMENTED: not iterable. */
value iter_plain(struct vm *vm, value v);

/* The entries of the rows: iter(v) and reversed(v) of the containers; dict: its
 * views too; back: of a sequence with a length. */
value iter_of_list(struct vm *vm, value v);
value iter_of_tuple(struct vm *vm, value v);
value iter_of_str(struct vm *vm, value v);
value iter_of_range(struct vm *vm, value v);
value iter_of_dict(struct vm *vm, value v);
value iter_of_set(struct vm *vm, value v);
value iter_of_deque(struct vm *vm, value v);
value iter_back(struct vm *vm, value v);
value iter_back_of_list(struct vm *vm, value v);
value iter_back_of_dict(struct vm *vm, value v);
value iter_back_of_deque(struct vm *vm, value v);
/* iter() of an iterator. */
value iter_itself(struct vm *vm, value v);
/* What calling reversed gives. */
struct type;
struct args;
value construct_reversed(struct vm *vm, struct type *t, const struct args *a);

/* reversed(v) of a list, tuple, str, deque, dict or view of one; else
 * V_NOT_IMPLEMENTED. */
value iter_reversed(struct vm *vm, value v);

/* Whether the items of iterator it can be had without running code of the
 * program. */
bool iter_is_native(struct vm *vm, value it);
/* The same, of iterators nested at most so deep. */
bool iter_native_within(struct vm *vm, value it, int depth);
/* Whether iter() applies to v, by its kind or its class. */
bool iter_is_iterable(struct vm *vm, value v);
/* Whether next() applies to it. */
bool iter_is_iterator(struct vm *vm, value it);

/* How many items are left if that is known, else 0. */
int64_t iter_length_hint(struct vm *vm, value it);

#endif
