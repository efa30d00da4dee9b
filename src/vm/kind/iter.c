#include "vm/kind/iter.h"

#include "vm/coro/async_gen.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/frame.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <assert.h>

/* Nested zip and enumerate that C follows; deeper ones go through the library. */
enum { NATIVE_DEPTH = 16 };
/* After how many items a loop asks whether the run must end. */
enum { LOOK_UP = 256 };

value iter_new(
	struct vm *vm, enum obj_kind kind, value source, int64_t index, int64_t end, int64_t step)
{
	struct iter *it = obj_new(vm, kind, sizeof *it);
	it->source = value_keep(source);
	it->index = index;
	it->end = end;
	it->step = step;
	return obj_value(it);
}

value iter_lazy_new(struct vm *vm, enum obj_kind kind, value func, value arg)
{
	struct lazy_iter *it = obj_new(vm, kind, sizeof *it);
	it->func = value_keep(func);
	it->arg = value_keep(arg);
	return obj_value(it);
}

static struct iter *iter_get(value v)
{
	return (struct iter *)obj_get(v);
}
static struct lazy_iter *lazy_get(value v)
{
	return (struct lazy_iter *)obj_get(v);
}

static value deque_iter(struct vm *vm, value v, enum obj_kind kind)
{
	value it = iter_new(vm, kind, v, 0, 0, 0);
	iter_get(it)->version = ((struct deque *)obj_get(v))->version;
	return it;
}

static value str_iter(struct vm *vm, value v)
{
	bool ascii = str_get(v)->count == str_get(v)->len;
	return iter_new(vm, ascii ? OBJ_STR_ASCII_ITER : OBJ_STR_ITER, v, 0, 0, 0);
}

static value range_iter(struct vm *vm, value v)
{
	const struct range *r = (struct range *)obj_get(v);
	return iter_new(vm, OBJ_RANGE_ITER, V_UNSET, r->start, r->len, r->step);
}

value iter_plain(struct vm *vm, value v)
{
	if (!is_obj(v))
		return V_NOT_IMPLEMENTED;
	switch (obj_kind(v)) {
	case OBJ_COROUTINE_WRAPPER:
		return value_keep(v);
	case OBJ_LIST:
		return iter_new(vm, OBJ_LIST_ITER, v, 0, 0, 0);
	case OBJ_TUPLE:
		return iter_new(vm, OBJ_TUPLE_ITER, v, 0, 0, 0);
	case OBJ_STR:
		return str_iter(vm, v);
	case OBJ_RANGE:
		return range_iter(vm, v);
	case OBJ_DICT:
		return iter_new(vm, OBJ_DICT_KEY_ITER, v, 0, dict_obj(v)->live, 0);
	case OBJ_DICT_KEYS:
		return iter_new(
			vm, OBJ_DICT_KEY_ITER, obj_value(view_dict(v)), 0, view_dict(v)->live, 0);
	case OBJ_DICT_VALUES:
		return iter_new(
			vm, OBJ_DICT_VALUE_ITER, obj_value(view_dict(v)), 0, view_dict(v)->live, 0);
	case OBJ_DICT_ITEMS:
		return iter_new(
			vm, OBJ_DICT_ITEM_ITER, obj_value(view_dict(v)), 0, view_dict(v)->live, 0);
	case OBJ_SET:
	case OBJ_FROZENSET:
		return iter_new(vm, OBJ_SET_ITER, v, 0, set_obj(v)->used, 0);
	case OBJ_DEQUE:
		return deque_iter(vm, v, OBJ_DEQUE_ITER);
	case OBJ_GENERATOR:
		return value_keep(v);
	default:
		if (obj_kind(v) >= OBJ_LIST_ITER && obj_kind(v) <= OBJ_DEQUE_ITER &&
			obj_kind(v) != OBJ_DEQUE &&
			!(obj_kind(v) >= OBJ_DICT_KEYS && obj_kind(v) <= OBJ_DICT_ITEMS))
			return value_keep(v);
		return V_NOT_IMPLEMENTED;
	}
}

static value dict_reversed(struct vm *vm, enum obj_kind kind, struct dict *d)
{
	return iter_new(vm, kind, obj_value(d), (int64_t)d->len - 1, d->live, 0);
}

value iter_reversed(struct vm *vm, value v)
{
	switch (is_obj(v) ? obj_kind(v) : OBJ_NONE) {
	case OBJ_LIST:
		return iter_new(vm, OBJ_LIST_REVERSE_ITER, v, plain_len(v) - 1, 0, 0);
	case OBJ_TUPLE:
	case OBJ_STR:
		return iter_new(vm, OBJ_REVERSED, v, plain_len(v) - 1, 0, 0);
	case OBJ_DEQUE:
		return deque_iter(vm, v, OBJ_DEQUE_REVERSE_ITER);
	case OBJ_DICT:
		return dict_reversed(vm, OBJ_DICT_REVERSE_KEY_ITER, dict_obj(v));
	case OBJ_DICT_KEYS:
		return dict_reversed(vm, OBJ_DICT_REVERSE_KEY_ITER, view_dict(v));
	case OBJ_DICT_VALUES:
		return dict_reversed(vm, OBJ_DICT_REVERSE_VALUE_ITER, view_dict(v));
	case OBJ_DICT_ITEMS:
		return dict_reversed(vm, OBJ_DICT_REVERSE_ITEM_ITER, view_dict(v));
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static value instance_iter(struct vm *vm, value v)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f == V_NONE)
		return raise_type(vm, "'%T' object is not iterable", v);
	if (is_kind(f, OBJ_FUNCTION) &&
		((struct function *)obj_get(f))->proto->code->flags & CODE_GENERATOR)
		return vm_tail_call(vm, f, &v, 1);
	if (f != V_UNSET)
		return vm_tail(vm, LIB_ITER, &v, 1);
	value it = iter_plain(vm, v);
	if (it != V_NOT_IMPLEMENTED)
		return it;
	if (type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET)
		return iter_new(vm, OBJ_SEQ_ITER, v, 0, 0, 0);
	return raise_type(vm, "'%T' object is not iterable", v);
}

value ops_iter(struct vm *vm, value v)
{
	if (type_is_heap_instance(v))
		return instance_iter(vm, v);
	value it = iter_plain(vm, v);
	return it != V_NOT_IMPLEMENTED ? it : raise_type(vm, "'%T' object is not iterable", v);
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

static value range_next(struct vm *vm, struct iter *it)
{
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

static value enumerate_next(struct vm *vm, value v)
{
	struct lazy_iter *it = lazy_get(v);
	value item = ops_next(vm, it->arg);
	if (item == V_STOP || item == V_ERROR)
		return item;
	return tuple_pack(vm, 2, int_make(vm, it->count++), item);
}

static value zip_next(struct vm *vm, value v)
{
	struct tuple *iters = tuple_get(lazy_get(v)->arg);
	value items = tuple_new(vm, iters->len);
	for (uint32_t i = 0; i < iters->len; i++) {
		value item = ops_next(vm, iters->at[i]);
		if (item == V_STOP || item == V_ERROR) {
			value_drop(vm, items);
			return item;
		}
		tuple_get(items)->at[i] = item;
	}
	return items;
}

/* Those whose next item may need the program: the library gets at it. */
static value lazy_next(struct vm *vm, value v)
{
	struct lazy_iter *it = lazy_get(v);
	switch (obj_kind(v)) {
	case OBJ_ENUMERATE:
		return iter_is_native(v)
			? enumerate_next(vm, v)
			: vm_tail(vm, LIB_ENUMERATE_NEXT, (value[]){ v, it->arg }, 2);
	case OBJ_ZIP:
		if (tuple_get(it->arg)->len == 0)
			return V_STOP;
		return iter_is_native(v)
			? zip_next(vm, v)
			: vm_tail(vm, LIB_ZIP_NEXT, (value[]){ it->arg, bool_make(it->strict) }, 2);
	case OBJ_MAP:
		return vm_tail(vm, LIB_MAP_NEXT, (value[]){ it->func, it->arg }, 2);
	case OBJ_FILTER:
		return vm_tail(vm, LIB_FILTER_NEXT, (value[]){ it->func, it->arg }, 2);
	default:
		assert(obj_kind(v) == OBJ_CALL_ITER && "a lazy iterator");
		return it->func == V_NONE
			? V_STOP
			: vm_tail(vm, LIB_CALL_ITER_NEXT, (value[]){ v, it->func, it->arg }, 3);
	}
}

static value container_next(struct vm *vm, struct iter *it)
{
	switch ((enum obj_kind)it->obj.kind) {
	case OBJ_LIST_ITER:
		return array_next(vm, it, list_get(it->source)->at, list_get(it->source)->len);
	case OBJ_TUPLE_ITER:
		return array_next(vm, it, tuple_get(it->source)->at, tuple_get(it->source)->len);
	case OBJ_LIST_REVERSE_ITER:
	case OBJ_REVERSED:
		return reverse_next(vm, it);
	case OBJ_STR_ITER:
	case OBJ_STR_ASCII_ITER:
		return str_next(vm, it);
	case OBJ_DICT_KEY_ITER:
	case OBJ_DICT_VALUE_ITER:
	case OBJ_DICT_ITEM_ITER:
		return dict_iter_next(vm, it);
	case OBJ_DICT_REVERSE_KEY_ITER:
	case OBJ_DICT_REVERSE_VALUE_ITER:
	case OBJ_DICT_REVERSE_ITEM_ITER:
		return dict_reverse_next(vm, it);
	case OBJ_SET_ITER:
		return set_iter_next(vm, it);
	case OBJ_DEQUE_ITER:
	case OBJ_DEQUE_REVERSE_ITER:
		return deque_next(vm, it);
	default:
		assert(it->obj.kind == OBJ_SEQ_ITER && "an iterator of a container");
		return vm_tail(vm, LIB_SEQ_ITER_NEXT,
			(value[]){ obj_value(it), it->source, int_make(vm, it->index) }, 3);
	}
}

static bool is_lazy(enum obj_kind k)
{
	return (k >= OBJ_ENUMERATE && k <= OBJ_FILTER) || k == OBJ_CALL_ITER;
}

static bool is_container_iter(enum obj_kind k)
{
	return (k >= OBJ_LIST_ITER && k <= OBJ_STR_ASCII_ITER) ||
		(k >= OBJ_DICT_KEY_ITER && k <= OBJ_SEQ_ITER) || k == OBJ_REVERSED ||
		k == OBJ_DEQUE_ITER || k == OBJ_DEQUE_REVERSE_ITER;
}

value ops_next(struct vm *vm, value v)
{
	enum obj_kind k = is_obj(v) ? obj_kind(v) : OBJ_NONE;
	if (k == OBJ_RANGE_ITER)
		return range_next(vm, iter_get(v));
	if (is_container_iter(k))
		return iter_get(v)->source == V_NONE ? V_STOP : container_next(vm, iter_get(v));
	if (is_lazy(k))
		return lazy_next(vm, v);
	if (k == OBJ_ASYNC_GEN_STEP || k == OBJ_COROUTINE_WRAPPER)
		return async_step_next(vm, v);
	value f = type_find_special(vm, v, VM_STR(vm, __next__));
	if (f == V_UNSET)
		return raise_type(vm, "'%T' object is not an iterator", v);
	return vm_tail_call(vm, f, &v, 1);
}

static bool native_within(value v, int depth)
{
	enum obj_kind k = is_obj(v) ? obj_kind(v) : OBJ_NONE;
	if (k == OBJ_RANGE_ITER || (is_container_iter(k) && k != OBJ_SEQ_ITER))
		return true;
	if (depth == 0 || (k != OBJ_ENUMERATE && k != OBJ_ZIP))
		return false;
	if (k == OBJ_ENUMERATE)
		return native_within(lazy_get(v)->arg, depth - 1);
	const struct tuple *iters = tuple_get(lazy_get(v)->arg);
	bool native = !lazy_get(v)->strict;
	for (uint32_t i = 0; native && i < iters->len; i++)
		native = native_within(iters->at[i], depth - 1);
	return native;
}

bool iter_is_native(value it)
{
	return native_within(it, NATIVE_DEPTH);
}

bool iter_is_iterator(struct vm *vm, value it)
{
	if (!is_obj(it))
		return false;
	enum obj_kind k = obj_kind(it);
	return k == OBJ_GENERATOR || k == OBJ_RANGE_ITER || is_container_iter(k) || is_lazy(k) ||
		k == OBJ_COROUTINE_WRAPPER || k == OBJ_ASYNC_GEN_STEP ||
		type_find_special(vm, it, VM_STR(vm, __next__)) != V_UNSET;
}

int64_t iter_length_hint(value v)
{
	const struct iter *it = iter_get(v);
	switch (is_obj(v) ? obj_kind(v) : OBJ_NONE) {
	case OBJ_RANGE_ITER:
		return it->end;
	case OBJ_LIST_ITER:
		return it->source == V_NONE ? 0 : list_get(it->source)->len - it->index;
	case OBJ_TUPLE_ITER:
		return it->source == V_NONE ? 0 : tuple_get(it->source)->len - it->index;
	case OBJ_LIST_REVERSE_ITER:
	case OBJ_REVERSED:
		return it->source == V_NONE ? 0 : it->index + 1;
	default:
		return 0;
	}
}

/* Whether iterating v runs no code of the program; its iterator in *it. */
static int native_iter(struct vm *vm, value v, value *it)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f != V_UNSET)
		return 0;
	*it = iter_plain(vm, v);
	if (*it == V_NOT_IMPLEMENTED)
		return 0;
	if (iter_is_native(*it))
		return 1;
	value_drop(vm, *it);
	return 0;
}

int ops_for_each(
	struct vm *vm, value iterable, bool (*f)(struct vm *vm, void *arg, value item), void *arg)
{
	value it, item;
	if (!native_iter(vm, iterable, &it))
		return 0;
	bool going = true;
	for (uint32_t n = 1; going && (item = ops_next(vm, it)) != V_STOP; n++) {
		going = item != V_ERROR && f(vm, arg, item) &&
			(n % LOOK_UP != 0 || vm_charge(vm, LOOK_UP));
		value_drop(vm, item);
	}
	value_drop(vm, it);
	return going ? 1 : -1;
}

bool iter_is_iterable(struct vm *vm, value v)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f != V_UNSET)
		return f != V_NONE;
	value it = iter_plain(vm, v);
	if (it == V_NOT_IMPLEMENTED)
		return type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET;
	value_drop(vm, it);
	return true;
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
};

const struct kind list_reverse_iter_kind = {
	.name = "list_reverseiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind tuple_iter_kind = {
	.name = "tuple_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind str_iter_kind = {
	.name = "str_iterator",
	.drop = iter_drop,
};

const struct kind str_ascii_iter_kind = {
	.name = "str_ascii_iterator",
	.drop = iter_drop,
};

const struct kind range_iter_kind = {
	.name = "range_iterator",
	.drop = iter_drop,
};

const struct kind dict_keys_kind = {
	.name = "dict_keys",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_values_kind = {
	.name = "dict_values",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_items_kind = {
	.name = "dict_items",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_key_iter_kind = {
	.name = "dict_keyiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_value_iter_kind = {
	.name = "dict_valueiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_item_iter_kind = {
	.name = "dict_itemiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_reverse_key_iter_kind = {
	.name = "dict_reversekeyiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_reverse_value_iter_kind = {
	.name = "dict_reversevalueiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind dict_reverse_item_iter_kind = {
	.name = "dict_reverseitemiterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind deque_reverse_iter_kind = {
	.name = "_collections._deque_reverse_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind set_iter_kind = {
	.name = "set_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind seq_iter_kind = {
	.name = "iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind reversed_kind = {
	.name = "reversed",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

const struct kind deque_iter_kind = {
	.name = "_collections._deque_iterator",
	.drop = iter_drop,
	.traverse = iter_traverse,
};

static void lazy_iter_drop(struct vm *vm, struct obj *o)
{
	struct lazy_iter *i = (struct lazy_iter *)o;
	value_drop(vm, i->arg);
	value_drop(vm, i->func);
}

static void lazy_iter_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct lazy_iter *)o)->func);
	visit(v, ((const struct lazy_iter *)o)->arg);
}

const struct kind call_iter_kind = {
	.name = "callable_iterator",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
};

const struct kind enumerate_kind = {
	.name = "enumerate",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
};

const struct kind zip_kind = {
	.name = "zip",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
};

const struct kind map_kind = {
	.name = "map",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
};

const struct kind filter_kind = {
	.name = "filter",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
};
