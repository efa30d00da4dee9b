/* range and slice: the two ways to say which items. */
#include "vm/kind/seq.h"

#include "vm/kind/arguments.h"
#include "vm/kind/iter.h"

#include "vm/kind/number.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

#include <assert.h>

/* After how many items a search asks whether the run must end. */
enum { LOOK_UP = 256 };

static bool count_items(int64_t start, int64_t stop, int64_t step, int64_t *n)
{
	*n = 0;
	if (step > 0 ? start >= stop : start <= stop)
		return true;
	uint64_t distance = step > 0 ? (uint64_t)stop - (uint64_t)start
				     : (uint64_t)start - (uint64_t)stop;
	uint64_t stride = step > 0 ? (uint64_t)step : -(uint64_t)step;
	uint64_t count = (distance - 1) / stride + 1;
	*n = (int64_t)count;
	return count <= INT64_MAX;
}

value range_new(struct vm *vm, int64_t start, int64_t stop, int64_t step)
{
	int64_t len;
	if (step == 0)
		return raise_value(vm, "range() arg 3 must not be zero");
	if (!count_items(start, stop, step, &len))
		return raise_int_overflow(vm);
	struct range *r = obj_new_raw(vm, OBJ_RANGE, sizeof *r);
	r->start = start;
	r->stop = stop;
	r->step = step;
	r->len = len;
	return obj_value(r);
}

static const struct range *range_get(value v)
{
	return (const struct range *)obj_get(v);
}

/* For i = len it may be one step past what 64 bits hold: then the end of them. */
static int64_t item_at(const struct range *r, int64_t i)
{
	__extension__ __int128 at = (__int128)r->start + (__int128)i * r->step;
	return at > INT64_MAX ? INT64_MAX : at < INT64_MIN ? INT64_MIN : (int64_t)at;
}

static value range_slice(struct vm *vm, const struct range *r, value slice)
{
	int64_t start, stop, step, count, stride;
	if (!slice_resolve(vm, slice, r->len, &start, &stop, &step, &count))
		return V_ERROR;
	if (__builtin_mul_overflow(r->step, step, &stride))
		return raise_int_overflow(vm);
	return range_new(vm, item_at(r, start), item_at(r, stop), stride);
}

value range_get_item(struct vm *vm, value range, value index)
{
	int64_t i;
	const struct range *r = range_get(range);
	if (is_kind(index, OBJ_SLICE))
		return range_slice(vm, r, index);
	if (!seq_index(vm, index, r->len, "range object", &i))
		return V_ERROR;
	return int_make(vm, item_at(r, i));
}

int64_t range_find(const struct range *r, int64_t i)
{
	if (r->len == 0)
		return -1;
	int64_t last = item_at(r, r->len - 1);
	if (r->step > 0 ? i < r->start || i > last : i > r->start || i < last)
		return -1;
	uint64_t distance = r->step > 0 ? (uint64_t)i - (uint64_t)r->start
					: (uint64_t)r->start - (uint64_t)i;
	uint64_t stride = r->step > 0 ? (uint64_t)r->step : -(uint64_t)r->step;
	return distance % stride == 0 ? (int64_t)(distance / stride) : -1;
}

bool range_equal(const struct range *a, const struct range *b)
{
	if (a->len != b->len)
		return false;
	return a->len == 0 || (a->start == b->start && (a->len == 1 || a->step == b->step));
}

/* As the tuple (length, first item or None, step or None). */
bool range_hash(struct vm *vm, value range, uint64_t *hash)
{
	const struct range *r = range_get(range);
	value t = tuple_pack(vm, 3, int_make(vm, r->len),
		r->len > 0 ? int_make(vm, r->start) : V_NONE,
		r->len > 1 ? int_make(vm, r->step) : V_NONE);
	bool good = tuple_hash(vm, t, hash);
	value_drop(vm, t);
	return good;
}

int64_t range_search(struct vm *vm, const struct range *r, value v)
{
	int64_t i;
	if (int_get(v, &i))
		return range_find(r, i);
	for (int64_t k = 0; k < r->len; k++) {
		value item = int_make(vm, item_at(r, k));
		int equal = item_equal(vm, item, v);
		value_drop(vm, item);
		if (equal != 0)
			return equal < 0 ? -2 : k;
		if (k % LOOK_UP == LOOK_UP - 1 && !vm_charge(vm, 4 * LOOK_UP))
			return -2;
	}
	return -1;
}

static value range_count(struct vm *vm, value self, const struct args *a)
{
	int64_t at = range_search(vm, range_get(self), a->at[0]);
	return at == -2 ? V_ERROR : small_make(at >= 0);
}

static value range_index(struct vm *vm, value self, const struct args *a)
{
	int64_t at = range_search(vm, range_get(self), a->at[0]);
	if (at >= 0)
		return int_make(vm, at);
	return at == -2 ? V_ERROR : raise_not_in(vm, a->at[0], "range");
}

const struct native_def range_methods[] = {
	{ "count", range_count, 1, 1, false, "How many items equal the value." },
	{ "index", range_index, 1, 1, false, "The index of the value." },
	{ 0 },
};

value slice_new(struct vm *vm, value start, value stop, value step)
{
	struct slice *s = obj_new_raw(vm, OBJ_SLICE, sizeof *s);
	s->start = value_keep(start);
	s->stop = value_keep(stop);
	s->step = value_keep(step);
	return obj_value(s);
}

static bool part(struct vm *vm, value v, int64_t absent, int64_t *i)
{
	*i = absent;
	if (v == V_NONE || v == V_UNSET)
		return true;
	int found = index_get(vm, v, i);
	if (found == 0)
		raise_type(
			vm, "slice indices must be integers or None or have an __index__ method");
	return found > 0;
}

/* A bound counted from the end if negative, clipped to what step can reach. */
static int64_t clip(int64_t i, int64_t len, int64_t step)
{
	if (i < 0)
		i += len;
	if (i < 0)
		return step < 0 ? -1 : 0;
	if (i >= len)
		return step < 0 ? len - 1 : len;
	return i;
}

bool slice_resolve(struct vm *vm, value slice, int64_t len, int64_t *start, int64_t *stop,
	int64_t *step, int64_t *count)
{
	const struct slice *s = (const struct slice *)obj_get(slice);
	if (!part(vm, s->step, 1, step))
		return false;
	if (*step == 0) {
		raise_value(vm, "slice step cannot be zero");
		return false;
	}
	if (*step < -INT64_MAX)
		*step = -INT64_MAX;
	bool back = *step < 0, open_start = s->start == V_NONE, open_stop = s->stop == V_NONE;
	if (!part(vm, s->start, back ? len - 1 : 0, start) ||
		!part(vm, s->stop, back ? -1 : len, stop))
		return false;
	if (!open_start)
		*start = clip(*start, len, *step);
	if (!open_stop)
		*stop = clip(*stop, len, *step);
	bool fits = count_items(*start, *stop, *step, count);
	assert(fits && "a part of a sequence is no longer than it");
	return fits;
}

static value slice_indices(struct vm *vm, value self, const struct args *a)
{
	int64_t len, start, stop, step, count;
	int found = index_get(vm, a->at[0], &len);
	if (found < 0)
		return V_ERROR;
	if (found == 0)
		return raise_type(vm, "'%T' object cannot be interpreted as an integer", a->at[0]);
	if (len < 0)
		return raise_value(vm, "length should not be negative");
	if (!slice_resolve(vm, self, len, &start, &stop, &step, &count))
		return V_ERROR;
	return tuple_pack(vm, 3, int_make(vm, start), int_make(vm, stop), int_make(vm, step));
}

const struct native_def slice_methods[] = {
	{ "indices", slice_indices, 1, 1, false,
		"Start, stop and step for a sequence of that length." },
	{ 0 },
};

static value range_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	int64_t at[3] = { 0, 0, 1 };
	if (!args_count(vm, "range", a, 1, 3))
		return V_ERROR;
	for (uint32_t i = 0; i < a->n; i++) {
		if (!index_arg(vm, a->at[i], &at[a->n == 1 ? 1 : i]))
			return V_ERROR;
	}
	if (at[2] == 0)
		return raise_value(vm, "range() arg 3 must not be zero");
	return range_new(vm, at[0], at[1], at[2]);
}

static value range_field(struct vm *vm, int64_t i)
{
	return int_make(vm, i);
}

static value range_start(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->start);
}

static value range_stop(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->stop);
}

static value range_step(struct vm *vm, value o)
{
	return range_field(vm, ((struct range *)obj_get(o))->step);
}

static const struct special range_rows[] = { { "start", range_start, special_readonly },
	{ "stop", range_stop, special_readonly }, { "step", range_step, special_readonly }, { 0 } };

static int64_t range_len(value v)
{
	return range_get(v)->len;
}

const struct kind range_kind = {
	.name = "range",
	.flags = KIND_BUILTIN | KIND_FINAL | KIND_INDEXED,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_ITER | SLOT_CONTAINS,
	.methods = range_methods,
	.specials = range_rows,
	.repr = seq_repr,
	.len = range_len,
	.contains = seq_contains,
	.compare = seq_compare,
	.hash = range_hash,
	.get_item = range_get_item,
	.iter = iter_of_range,
	.construct = range_construct,
};

static value slice_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "slice", a, 1, 3))
		return V_ERROR;
	if (a->n == 1)
		return slice_new(vm, V_NONE, a->at[0], V_NONE);
	return slice_new(vm, a->at[0], a->at[1], a->n > 2 ? a->at[2] : V_NONE);
}

static value slice_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (!is_kind(a, OBJ_SLICE) || !is_kind(b, OBJ_SLICE))
		return V_NOT_IMPLEMENTED;
	const struct slice *s = (struct slice *)obj_get(a), *t = (struct slice *)obj_get(b);
	value x = tuple_from(vm, (value[]){ s->start, s->stop, s->step }, 3);
	value y = tuple_from(vm, (value[]){ t->start, t->stop, t->step }, 3);
	value r = seq_compare(vm, op, x, y);
	value_drop(vm, x);
	value_drop(vm, y);
	return r;
}

/* A getter of one field. */
#define GET(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		value v = ((struct type *)obj_get(o))->field; \
		return v == V_UNSET ? V_NONE : value_keep(v); \
	}
GET(slice_start, slice, start)
GET(slice_stop, slice, stop)
GET(slice_step, slice, step)
#undef GET

static const struct special slice_rows[] = { { "start", slice_start, special_readonly },
	{ "stop", slice_stop, special_readonly }, { "step", slice_step, special_readonly }, { 0 } };

static void slice_drop(struct vm *vm, struct obj *o)
{
	struct slice *s = (struct slice *)o;
	kind_drop_values(vm, (value[]){ s->step, s->start, s->stop }, 3);
}

static void slice_traverse(const struct visit *v, const struct obj *o)
{
	const struct slice *s = (const struct slice *)o;
	visit_all(v, (value[]){ s->start, s->stop, s->step }, 3);
}

const struct kind slice_kind = {
	.name = "slice",
	.drop = slice_drop,
	.traverse = slice_traverse,
	.flags = KIND_BUILTIN | KIND_FINAL | KIND_UNHASHABLE | KIND_SHOWS | KIND_NESTS,
	.methods = slice_methods,
	.specials = slice_rows,
	.repr = seq_repr,
	.compare = slice_compare,
	.construct = slice_construct,
};
