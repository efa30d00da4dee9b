/* The iterators of the containers, and which container has which. */

#include "vm/kind/iter.h"

#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"

static struct iter *iter_get(value v)
{
	return (struct iter *)obj_get(v);
}

static value deque_iter(struct vm *vm, value v, enum obj_kind kind)
{
	value it = iter_new(vm, kind, v, 0, 0, 0);
	iter_get(it)->version = ((struct deque *)obj_get(v))->version;
	return it;
}

value iter_of_str(struct vm *vm, value v)
{
	bool ascii = str_get(v)->count == str_get(v)->len;
	return iter_new(vm, ascii ? OBJ_STR_ASCII_ITER : OBJ_STR_ITER, v, 0, 0, 0);
}

value iter_of_range(struct vm *vm, value v)
{
	const struct range *r = (struct range *)obj_get(v);
	return iter_new(vm, OBJ_RANGE_ITER, V_UNSET, r->start, r->len, r->step);
}

value iter_of_list(struct vm *vm, value v)
{
	return iter_new(vm, OBJ_LIST_ITER, v, 0, 0, 0);
}

value iter_of_tuple(struct vm *vm, value v)
{
	return iter_new(vm, OBJ_TUPLE_ITER, v, 0, 0, 0);
}

value iter_of_set(struct vm *vm, value v)
{
	return iter_new(vm, OBJ_SET_ITER, v, 0, set_obj(v)->used, 0);
}

value iter_of_deque(struct vm *vm, value v)
{
	return deque_iter(vm, v, OBJ_DEQUE_ITER);
}

value iter_back_of_deque(struct vm *vm, value v)
{
	return deque_iter(vm, v, OBJ_DEQUE_REVERSE_ITER);
}

value iter_back(struct vm *vm, value v)
{
	return iter_new(vm, OBJ_REVERSED, v, kind_of(vm, v)->len(v) - 1, 0, 0);
}

value iter_back_of_list(struct vm *vm, value v)
{
	return iter_new(vm, OBJ_LIST_REVERSE_ITER, v, (int64_t)list_get(v)->len - 1, 0, 0);
}

/* A dict is iterated as its keys are. */
static struct dict *dict_behind(value v)
{
	return is_kind(v, OBJ_DICT) ? dict_obj(v) : view_dict(v);
}

value iter_of_dict(struct vm *vm, value v)
{
	struct dict *d = dict_behind(v);
	enum obj_kind kind = is_kind(v, OBJ_DICT_VALUES) ? OBJ_DICT_VALUE_ITER
		: is_kind(v, OBJ_DICT_ITEMS)             ? OBJ_DICT_ITEM_ITER
							 : OBJ_DICT_KEY_ITER;
	return iter_new(vm, kind, obj_value(d), 0, d->live, 0);
}

value iter_back_of_dict(struct vm *vm, value v)
{
	struct dict *d = dict_behind(v);
	enum obj_kind kind = is_kind(v, OBJ_DICT_VALUES) ? OBJ_DICT_REVERSE_VALUE_ITER
		: is_kind(v, OBJ_DICT_ITEMS)             ? OBJ_DICT_REVERSE_ITEM_ITER
							 : OBJ_DICT_REVERSE_KEY_ITER;
	return iter_new(vm, kind, obj_value(d), (int64_t)d->len - 1, d->live, 0);
}

/* The end of a container's iterator: it lets go of the container. */
static value iter_end(struct vm *vm, struct iter *it)
{
	value_set(vm, &it->source, V_NONE);
	return V_STOP;
}

static value array_next(struct vm *vm, struct iter *it, const value *at, uint32_t len)
{
	if (it->index < 0 || it->index >= len)
		return iter_end(vm, it);
	return value_keep(at[it->index++]);
}

static value reverse_next(struct vm *vm, struct iter *it)
{
	value source = it->source, item = V_UNSET;
	if (it->index < 0)
		return iter_end(vm, it);
	int64_t i = it->index--;
	if (is_kind(source, OBJ_LIST) && i < list_get(source)->len)
		item = value_keep(list_get(source)->at[i]);
	else if (is_kind(source, OBJ_TUPLE))
		item = value_keep(tuple_get(source)->at[i]);
	else if (is_kind(source, OBJ_DEQUE) && i < ((struct deque *)obj_get(source))->len)
		item = value_keep(deque_item((struct deque *)obj_get(source), (uint32_t)i));
	else if (is_str(source))
		item = str_at(vm, source, i);
	return item == V_UNSET ? iter_end(vm, it) : item;
}

static size_t utf8_step(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static value str_next(struct vm *vm, struct iter *it)
{
	struct str *s = str_get(it->source);
	if (it->index >= s->len)
		return iter_end(vm, it);
	size_t n = utf8_step((unsigned char)s->bytes[it->index]);
	value c = str_new(vm, s->bytes + it->index, n);
	it->index += (int64_t)n;
	return c;
}

static value range_next(struct vm *vm, value v)
{
	struct iter *it = iter_get(v);
	if (it->end <= 0)
		return V_STOP;
	int64_t i = it->index;
	if (--it->end > 0)
		it->index += it->step;
	return int_make(vm, i);
}

static value dict_iter_next(struct vm *vm, struct iter *it)
{
	struct dict *d = dict_obj(it->source);
	if (it->end != d->live) {
		it->end = -1;
		return vm_raise(
			vm, VM_EXC(vm, RuntimeError), "dictionary changed size during iteration");
	}
	uint32_t i = (uint32_t)it->index;
	value key, val;
	if (!dict_next(d, &i, &key, &val))
		return iter_end(vm, it);
	if (it->step++ == it->end)
		return vm_raise(
			vm, VM_EXC(vm, RuntimeError), "dictionary keys changed during iteration");
	it->index = i;
	if (it->obj.kind == OBJ_DICT_KEY_ITER)
		return value_keep(key);
	if (it->obj.kind == OBJ_DICT_VALUE_ITER)
		return value_keep(val);
	return tuple_from(vm, (value[]){ key, val }, 2);
}

static value dict_reverse_next(struct vm *vm, struct iter *it)
{
	const struct dict *d = dict_obj(it->source);
	if (it->end != d->live) {
		it->end = -1;
		return vm_raise(
			vm, VM_EXC(vm, RuntimeError), "dictionary changed size during iteration");
	}
	if (it->index >= d->len)
		it->index = (int64_t)d->len - 1;
	while (it->index >= 0 && d->at[it->index].key == V_UNSET)
		it->index--;
	if (it->index < 0)
		return iter_end(vm, it);
	const struct dict_entry *e = &d->at[it->index--];
	if (it->obj.kind == OBJ_DICT_REVERSE_KEY_ITER)
		return value_keep(e->key);
	if (it->obj.kind == OBJ_DICT_REVERSE_VALUE_ITER)
		return value_keep(e->val);
	return tuple_from(vm, (value[]){ e->key, e->val }, 2);
}

static value set_iter_next(struct vm *vm, struct iter *it)
{
	struct set *s = set_obj(it->source);
	if (it->end != s->used) {
		it->end = -1;
		return vm_raise(vm, VM_EXC(vm, RuntimeError), "Set changed size during iteration");
	}
	uint32_t i = (uint32_t)it->index;
	value item;
	if (!set_next(s, &i, &item))
		return iter_end(vm, it);
	it->index = i;
	return value_keep(item);
}

static value deque_next(struct vm *vm, struct iter *it)
{
	struct deque *d = (struct deque *)obj_get(it->source);
	if (it->version != d->version)
		return vm_raise(vm, VM_EXC(vm, RuntimeError), "deque mutated during iteration");
	if (it->index >= d->len)
		return iter_end(vm, it);
	uint32_t i = (uint32_t)it->index++;
	return value_keep(deque_item(d, it->obj.kind == OBJ_DEQUE_ITER ? i : d->len - 1 - i));
}

/* next() of a container's iterator, `it`: what gives the next item while the
 * container is there, which it lets go of at its end. */
#define NEXT(name, more) \
	static value name(struct vm *vm, value v) \
	{ \
		struct iter *it = iter_get(v); \
		return it->source == V_NONE ? V_STOP : (more); \
	}

NEXT(next_of_list, array_next(vm, it, list_get(it->source)->at, list_get(it->source)->len))
NEXT(next_of_tuple, array_next(vm, it, tuple_get(it->source)->at, tuple_get(it->source)->len))
NEXT(next_back, reverse_next(vm, it))
NEXT(next_of_str, str_next(vm, it))
NEXT(next_of_dict, dict_iter_next(vm, it))
NEXT(next_back_of_dict, dict_reverse_next(vm, it))
NEXT(next_of_set, set_iter_next(vm, it))
NEXT(next_of_deque, deque_next(vm, it))
NEXT(next_of_items,
	vm_tail(vm, LIB_SEQ_ITER_NEXT, (value[]){ v, it->source, int_make(vm, it->index) }, 3))

static int64_t range_left(value v)
{
	return iter_get(v)->end;
}

static int64_t list_left(value v)
{
	const struct iter *it = iter_get(v);
	return it->source == V_NONE ? 0 : list_get(it->source)->len - it->index;
}

static int64_t tuple_left(value v)
{
	const struct iter *it = iter_get(v);
	return it->source == V_NONE ? 0 : tuple_get(it->source)->len - it->index;
}

static int64_t left_back(value v)
{
	const struct iter *it = iter_get(v);
	return it->source == V_NONE ? 0 : it->index + 1;
}

static void iter_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct iter *)o)->source);
}

static void iter_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct iter *)o)->source);
}

const struct kind list_iter_kind = {
	.name = "list_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_list,
	.length_hint = list_left,
};

const struct kind list_reverse_iter_kind = {
	.name = "list_reverseiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_back,
	.length_hint = left_back,
};

const struct kind tuple_iter_kind = {
	.name = "tuple_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_tuple,
	.length_hint = tuple_left,
};

const struct kind str_iter_kind = {
	.name = "str_iterator",
	.drop = iter_drop,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_str,
};

const struct kind str_ascii_iter_kind = {
	.name = "str_ascii_iterator",
	.drop = iter_drop,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_str,
};

const struct kind range_iter_kind = {
	.name = "range_iterator",
	.drop = iter_drop,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = range_next,
	.length_hint = range_left,
};

const struct kind dict_key_iter_kind = {
	.name = "dict_keyiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_dict,
};

const struct kind dict_value_iter_kind = {
	.name = "dict_valueiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_dict,
};

const struct kind dict_item_iter_kind = {
	.name = "dict_itemiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_dict,
};

const struct kind dict_reverse_key_iter_kind = {
	.name = "dict_reversekeyiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_back_of_dict,
};

const struct kind dict_reverse_value_iter_kind = {
	.name = "dict_reversevalueiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_back_of_dict,
};

const struct kind dict_reverse_item_iter_kind = {
	.name = "dict_reverseitemiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_back_of_dict,
};

const struct kind deque_reverse_iter_kind = {
	.name = "_collections._deque_reverse_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_deque,
};

const struct kind set_iter_kind = {
	.name = "set_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_set,
};

const struct kind seq_iter_kind = {
	.name = "iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_items,
};

const struct kind reversed_kind = {
	.name = "reversed",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE | KIND_BUILTIN,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_back,
	.length_hint = left_back,
	.construct = construct_reversed,
};

const struct kind deque_iter_kind = {
	.name = "_collections._deque_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
	.flags = KIND_ITERATOR | KIND_NATIVE,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = next_of_deque,
};
