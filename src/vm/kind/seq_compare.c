/* Comparison, search and repr of sequences. */
#include "vm/kind/seq.h"

#include "base/sbuf.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The length, and an item, of a list, tuple or deque. */
static uint32_t plain_len(value seq)
{
	uint32_t n;
	if (is_kind(seq, OBJ_DEQUE))
		return ((const struct deque *)obj_get(seq))->len;
	seq_items(seq, &n);
	return n;
}

static value plain_item(value seq, uint32_t i)
{
	uint32_t n;
	if (is_kind(seq, OBJ_DEQUE))
		return deque_item((const struct deque *)obj_get(seq), i);
	return seq_items(seq, &n)[i];
}

/* Lengths are asked for anew in each turn: == may run code of the program. */
int64_t seq_mismatch(struct vm *vm, value a, value b)
{
	if (!depth_enter(vm, " in comparison"))
		return -1;
	int64_t at = 0;
	for (; at < plain_len(a) && at < plain_len(b); at++) {
		int equal = item_equal(
			vm, plain_item(a, (uint32_t)at), plain_item(b, (uint32_t)at));
		if (equal <= 0) {
			at = equal < 0 ? -1 : at;
			break;
		}
	}
	vm_work(vm, at);
	depth_leave(vm);
	return at;
}

static value order_lengths(enum cmp_op op, uint32_t n, uint32_t m)
{
	switch (op) {
	case CMP_LT:
		return bool_make(n < m);
	case CMP_LE:
		return bool_make(n <= m);
	case CMP_EQ:
		return bool_make(n == m);
	case CMP_NE:
		return bool_make(n != m);
	case CMP_GT:
		return bool_make(n > m);
	case CMP_GE:
		return bool_make(n >= m);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static value compare_items(struct vm *vm, enum cmp_op op, value a, value b)
{
	bool equality = op == CMP_EQ || op == CMP_NE;
	if (equality && plain_len(a) != plain_len(b))
		return bool_make(op == CMP_NE);
	int64_t at = seq_mismatch(vm, a, b);
	if (at < 0)
		return V_ERROR;
	if (at >= plain_len(a) || at >= plain_len(b))
		return order_lengths(op, plain_len(a), plain_len(b));
	if (equality)
		return bool_make(op == CMP_NE);
	if (!depth_enter(vm, " in comparison"))
		return V_ERROR;
	value x = value_keep(plain_item(a, (uint32_t)at)),
	      y = value_keep(plain_item(b, (uint32_t)at));
	value result = ops_compare(vm, op, x, y);
	value_drop(vm, x);
	value_drop(vm, y);
	depth_leave(vm);
	return result;
}

value seq_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (!is_obj(a) || !is_obj(b) || obj_kind(a) != obj_kind(b))
		return V_NOT_IMPLEMENTED;
	switch (obj_kind(a)) {
	case OBJ_LIST:
	case OBJ_TUPLE:
	case OBJ_DEQUE:
		return compare_items(vm, op, a, b);
	case OBJ_RANGE:
		if (op != CMP_EQ && op != CMP_NE)
			return V_NOT_IMPLEMENTED;
		return bool_make(range_equal((struct range *)obj_get(a),
					 (struct range *)obj_get(b)) == (op == CMP_EQ));
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static int contains_item(struct vm *vm, value seq, value item)
{
	uint32_t i = 0;
	int equal = 0;
	for (; i < plain_len(seq) && equal == 0; i++)
		equal = item_equal(vm, plain_item(seq, i), item);
	vm_work(vm, i);
	return equal;
}

static int range_contains(struct vm *vm, const struct range *r, value item)
{
	int64_t at = range_search(vm, r, item);
	return at == -2 ? -1 : at >= 0;
}

static int str_contains(struct vm *vm, value s, value item)
{
	if (!is_str(item)) {
		raise_type(vm, "'in <string>' requires string as left operand, not %T", item);
		return -1;
	}
	return memmem(str_get(s)->bytes, str_get(s)->len, str_get(item)->bytes,
		       str_get(item)->len) != NULL;
}

int seq_contains(struct vm *vm, value seq, value item)
{
	if (is_str(seq))
		return str_contains(vm, seq, item);
	if (is_kind(seq, OBJ_RANGE))
		return range_contains(vm, (struct range *)obj_get(seq), item);
	if (is_kind(seq, OBJ_DEQUE))
		return deque_contains(vm, seq, item);
	return contains_item(vm, seq, item);
}

static bool repr_items(struct vm *vm, value seq, struct sbuf *out)
{
	for (uint32_t i = 0; i < plain_len(seq); i++) {
		if (i > 0)
			sbuf_str(out, ", ");
		value item = value_keep(plain_item(seq, i));
		bool good = ops_repr_now(vm, item, out);
		value_drop(vm, item);
		if (!good)
			return false;
	}
	return true;
}

/* The words before and behind the items, and what stands for a cycle. */
struct brackets {
	const char *open, *close, *cycle;
};

static bool repr_bracketed(struct vm *vm, value seq, struct brackets b, struct sbuf *out)
{
	int entered = repr_enter(vm, seq);
	if (entered < 0)
		return false;
	if (entered == 0) {
		sbuf_str(out, b.cycle);
		return true;
	}
	sbuf_str(out, b.open);
	bool good = repr_items(vm, seq, out);
	sbuf_str(out, b.close);
	repr_leave(vm);
	return good;
}

static bool deque_repr(struct vm *vm, value v, struct sbuf *out)
{
	int64_t maxlen = ((const struct deque *)obj_get(v))->maxlen;
	const char *name = type_name(type_of(vm, v));
	char open[160], close[40] = "])";
	snprintf(open, sizeof open, "%.120s([", name);
	if (maxlen >= 0)
		snprintf(close, sizeof close, "], maxlen=%" PRId64 ")", maxlen);
	struct brackets b = { open, close, "[...]" };
	if (type_find_special(vm, v, VM_STR(vm, __iter__)) == V_UNSET)
		return repr_bracketed(vm, v, b, out);
	/* Its own __iter__ says what is in it. */
	value items = vm_call(vm, obj_value(VM_TYPE(vm, LIST)), &v, 1);
	bool good = items != V_ERROR && repr_bracketed(vm, items, b, out);
	value_drop(vm, items);
	return good;
}

static bool slice_repr(struct vm *vm, const struct slice *s, struct sbuf *out)
{
	const value parts[] = { s->start, s->stop, s->step };
	for (int i = 0; i < 3; i++) {
		sbuf_str(out, i ? ", " : "slice(");
		if (!ops_repr_now(vm, parts[i], out))
			return false;
	}
	sbuf_char(out, ')');
	return true;
}

static void range_repr(const struct range *r, struct sbuf *out)
{
	sbuf_printf(out, "range(%" PRId64 ", %" PRId64, r->start, r->stop);
	if (r->step != 1)
		sbuf_printf(out, ", %" PRId64, r->step);
	sbuf_char(out, ')');
}

bool seq_repr(struct vm *vm, value seq, struct sbuf *out)
{
	switch (obj_kind(seq)) {
	case OBJ_LIST:
		return repr_bracketed(vm, seq, (struct brackets){ "[", "]", "[...]" }, out);
	case OBJ_TUPLE:
		return repr_bracketed(vm, seq,
			(struct brackets){ "(", plain_len(seq) == 1 ? ",)" : ")", "(...)" }, out);
	case OBJ_DEQUE:
		return deque_repr(vm, seq, out);
	case OBJ_SLICE:
		return slice_repr(vm, (struct slice *)obj_get(seq), out);
	default:
		assert(is_kind(seq, OBJ_RANGE));
		range_repr((struct range *)obj_get(seq), out);
		return true;
	}
}
