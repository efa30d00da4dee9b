#include "vm/kind/seq.h"

#include "base/sbuf.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>
#include <string.h>

int index_get(struct vm *vm, value v, int64_t *i)
{
	if (int_get(v, i))
		return 1;
	value method = is_obj(v) ? type_find_special(vm, v, VM_STR(vm, __index__)) : V_UNSET;
	if (method == V_UNSET)
		return 0;
	value result = vm_call(vm, method, &v, 1);
	if (result == V_ERROR)
		return -1;
	bool is_int = int_get(result, i);
	if (!is_int)
		raise_type(vm, "__index__ returned non-int (type %T)", result);
	value_drop(vm, result);
	return is_int ? 1 : -1;
}

int int_of_object(struct vm *vm, value v, int64_t *i)
{
	value method = is_obj(v) ? type_find_special(vm, v, VM_STR(vm, __int__)) : V_UNSET;
	if (method == V_UNSET || int_get(v, i))
		return index_get(vm, v, i);
	value result = vm_call(vm, method, &v, 1);
	if (result == V_ERROR)
		return -1;
	bool is_int = int_get(result, i);
	if (!is_int)
		raise_type(vm, "__int__ returned non-int (type %T)", result);
	value_drop(vm, result);
	return is_int ? 1 : -1;
}

int float_of_object(struct vm *vm, value v, double *f)
{
	int64_t i;
	if (number_get(v, f))
		return 1;
	value method = is_obj(v) ? type_find_special(vm, v, VM_STR(vm, __float__)) : V_UNSET;
	if (method == V_UNSET) {
		int found = index_get(vm, v, &i);
		*f = found > 0 ? (double)i : 0.0;
		return found;
	}
	value result = vm_call(vm, method, &v, 1);
	if (result == V_ERROR)
		return -1;
	bool is = is_float(result) && number_get(result, f);
	if (!is)
		raise_type(vm, "%T.__float__ returned non-float (type %T)", v, result);
	value_drop(vm, result);
	return is ? 1 : -1;
}

bool index_arg(struct vm *vm, value v, int64_t *i)
{
	int found = index_get(vm, v, i);
	if (found == 0)
		raise_type(vm, "'%T' object cannot be interpreted as an integer", v);
	return found > 0;
}

static const char *index_complaint(const char *what)
{
	if (strcmp(what, "string") == 0)
		return "string indices must be integers, not '%T'";
	if (strcmp(what, "deque") == 0)
		return "sequence index must be integer, not '%T'";
	return "%s indices must be integers or slices, not %T";
}

/* "list assignment" and "range object" are a list's and a range's words. */
static value raise_no_index(struct vm *vm, const char *what, value index)
{
	const char *text = index_complaint(what);
	if (text[0] != '%')
		return raise_type(vm, text, index);
	char kind[16];
	size_t n = strcspn(what, " ");
	assert(n < sizeof kind);
	memcpy(kind, what, n);
	kind[n] = '\0';
	return raise_type(vm, text, kind, index);
}

bool seq_index(struct vm *vm, value index, int64_t len, const char *what, int64_t *i)
{
	int found = index_get(vm, index, i);
	if (found <= 0) {
		if (found == 0)
			raise_no_index(vm, what, index);
		return false;
	}
	if (*i < 0)
		*i += len;
	if (*i >= 0 && *i < len)
		return true;
	vm_raise(vm, VM_EXC(vm, IndexError), "%s index out of range", what);
	return false;
}

int64_t clip_index(int64_t i, int64_t len)
{
	if (i < 0)
		i += len;
	return i < 0 ? 0 : i > len ? len : i;
}

static bool bound(struct vm *vm, const struct args *a, uint32_t at, int64_t len, int64_t *i)
{
	if (at >= a->n || a->at[at] == V_NONE)
		return true;
	int found = index_get(vm, a->at[at], i);
	if (found == 0)
		raise_type(
			vm, "slice indices must be integers or None or have an __index__ method");
	*i = clip_index(*i, len);
	return found > 0;
}

bool args_bounds(struct vm *vm, const struct args *a, uint32_t at, int64_t len, int64_t *start,
	int64_t *stop)
{
	*start = 0;
	*stop = len;
	return bound(vm, a, at, len, start) && bound(vm, a, at + 1, len, stop);
}

int item_equal(struct vm *vm, value item, value other)
{
	if (item == other)
		return 1;
	if (both_small(item, other))
		return 0;
	value_keep(item);
	value_keep(other);
	int equal = ops_equal_now(vm, item, other);
	value_drop(vm, other);
	value_drop(vm, item);
	return equal;
}

value raise_not_in(struct vm *vm, value v, const char *what)
{
	struct sbuf b = vm_text(vm);
	if (!ops_repr_now(vm, v, &b)) {
		sbuf_fini(&b);
		return V_ERROR;
	}
	value shown = str_from_sbuf(vm, &b);
	raise_value(vm, "%S is not in %s", shown, what);
	value_drop(vm, shown);
	return V_ERROR;
}

bool seq_is_plain(struct vm *vm, value v)
{
	if (!is_kind(v, OBJ_LIST) && !is_kind(v, OBJ_TUPLE))
		return false;
	return !(obj_get(v)->flags & OBJ_TYPED) ||
		type_find_special(vm, v, VM_STR(vm, __iter__)) == V_UNSET;
}

const value *seq_items(value v, uint32_t *n)
{
	if (is_kind(v, OBJ_LIST)) {
		*n = list_get(v)->len;
		return list_get(v)->at;
	}
	assert(is_kind(v, OBJ_TUPLE));
	*n = tuple_get(v)->len;
	return tuple_get(v)->at;
}

static bool collect(struct vm *vm, void *list, value item)
{
	list_append(vm, *(value *)list, value_keep(item));
	return true;
}

/* The items that an iterable gives in an inner run.  It is a deque that reads them: a
 * list would first ask how many there are. */
static value read_items(struct vm *vm, value iterable)
{
	value deque = vm_call(vm, obj_value(VM_TYPE(vm, DEQUE)), &iterable, 1);
	if (deque == V_ERROR)
		return V_ERROR;
	const struct deque *d = (struct deque *)obj_get(deque);
	value list = list_new(vm, d->len);
	for (uint32_t i = 0; i < d->len; i++)
		list_append(vm, list, value_keep(deque_item(d, i)));
	value_drop(vm, deque);
	return list;
}

value seq_of(struct vm *vm, value iterable)
{
	if (seq_is_plain(vm, iterable))
		return value_keep(iterable);
	value list = list_new(vm, 0);
	int done = ops_for_each(vm, iterable, collect, &list);
	if (done > 0)
		return list;
	value_drop(vm, list);
	return done < 0 ? V_ERROR : read_items(vm, iterable);
}

value seq_get_item(struct vm *vm, value seq, value index)
{
	const struct kind *k = kind_of(vm, seq);
	return k->get_item && k->len ? k->get_item(vm, seq, index)
				     : raise_type(vm, "'%T' object is not subscriptable", seq);
}

/* n items where the two blocks of values go one behind the other. */
static void fill_items(value *to, const value *items, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		to[i] = value_keep(items[i]);
}

static value concat_items(struct vm *vm, value a, value b)
{
	uint32_t n, m;
	const value *x = seq_items(a, &n), *y = seq_items(b, &m);
	if (!memory_suffices(vm, (uint64_t)n + m, sizeof(value)))
		return V_ERROR;
	if (is_kind(a, OBJ_LIST)) {
		value r = list_new(vm, n + m);
		fill_items(list_get(r)->at, x, n);
		fill_items(list_get(r)->at + n, y, m);
		list_get(r)->len = n + m;
		return r;
	}
	value r = tuple_new(vm, n + m);
	fill_items(tuple_get(r)->at, x, n);
	fill_items(tuple_get(r)->at + n, y, m);
	return r;
}

static value deque_concat(struct vm *vm, value a, value b)
{
	value r = deque_copy(vm, a);
	const struct deque *d = (const struct deque *)obj_get(b);
	for (uint32_t i = 0; i < d->len; i++)
		deque_push(vm, r, deque_item(d, i), false);
	return r;
}

value seq_concat(struct vm *vm, value a, value b)
{
	if (!is_obj(a) || !is_obj(b) || obj_kind(a) != obj_kind(b))
		return V_NOT_IMPLEMENTED;
	switch (obj_kind(a)) {
	case OBJ_LIST:
	case OBJ_TUPLE:
		return concat_items(vm, a, b);
	case OBJ_DEQUE:
		return deque_concat(vm, a, b);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static value repeat_items(struct vm *vm, value a, int64_t times)
{
	uint32_t n;
	const value *items = seq_items(a, &n);
	if (times < 0)
		times = 0;
	if (n > 0 && !memory_suffices(vm, (uint64_t)times, n * sizeof(value)))
		return V_ERROR;
	uint32_t total = (uint32_t)(n * (uint64_t)times);
	bool is_list = is_kind(a, OBJ_LIST);
	value r = is_list ? list_new(vm, total) : tuple_new(vm, total);
	value *to = is_list ? list_get(r)->at : tuple_get(r)->at;
	for (uint32_t i = 0; i < total; i += n)
		fill_items(to + i, items, n);
	if (is_list)
		list_get(r)->len = total;
	return r;
}

static value deque_repeat(struct vm *vm, value a, int64_t times)
{
	const struct deque *d = (const struct deque *)obj_get(a);
	value r = deque_new(vm, d->maxlen);
	if (times > 0 && d->len > 0 && d->maxlen < 0 &&
		!memory_suffices(vm, (uint64_t)times, d->len * sizeof(value))) {
		value_drop(vm, r);
		return V_ERROR;
	}
	for (int64_t k = 0; d->len > 0 && k < times; k++) {
		for (uint32_t i = 0; i < d->len; i++)
			deque_push(vm, r, deque_item(d, i), false);
	}
	return r;
}

value seq_repeat(struct vm *vm, value a, int64_t n)
{
	if (!is_obj(a))
		return V_NOT_IMPLEMENTED;
	switch (obj_kind(a)) {
	case OBJ_TUPLE:
		if (n == 1 && !(obj_get(a)->flags & OBJ_TYPED))
			return value_keep(a);
		return repeat_items(vm, a, n);
	case OBJ_LIST:
		return repeat_items(vm, a, n);
	case OBJ_DEQUE:
		return deque_repeat(vm, a, n);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

value tuple_from_any(struct vm *vm, value v)
{
	value list = list_new(vm, 0);
	int done = ops_for_each(vm, v, collect, &list);
	value r = done < 0 ? V_ERROR
		: done > 0 ? tuple_from(vm, list_get(list)->at, list_get(list)->len)
			   : vm_call(vm, obj_value(VM_TYPE(vm, TUPLE)), &v, 1);
	value_drop(vm, list);
	return r;
}
