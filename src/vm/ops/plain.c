#include "vm/value/plain.h"

#include "vm/coro/greenlet.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>

static const char *const binary_signs[] = { [BIN_ADD] = "+",
	[BIN_SUB] = "-",
	[BIN_MUL] = "*",
	[BIN_MATMUL] = "@",
	[BIN_DIV] = "/",
	[BIN_FLOORDIV] = "//",
	[BIN_MOD] = "%",
	[BIN_POW] = "**",
	[BIN_LSHIFT] = "<<",
	[BIN_RSHIFT] = ">>",
	[BIN_OR] = "|",
	[BIN_XOR] = "^",
	[BIN_AND] = "&" };
static_assert(
	sizeof binary_signs / sizeof *binary_signs == BIN_OP_COUNT, "a sign for each operator");

static const char *const compare_signs[] = { [CMP_LT] = "<",
	[CMP_LE] = "<=",
	[CMP_EQ] = "==",
	[CMP_NE] = "!=",
	[CMP_GT] = ">",
	[CMP_GE] = ">=" };

const char *plain_binary_sign(enum bin_op op)
{
	return binary_signs[op];
}
const char *plain_compare_sign(enum cmp_op op)
{
	return compare_signs[op];
}

static bool is_set_like(value v)
{
	if (!is_obj(v))
		return false;
	enum obj_kind k = obj_kind(v);
	return k == OBJ_SET || k == OBJ_FROZENSET || k == OBJ_DICT_KEYS || k == OBJ_DICT_ITEMS;
}

static bool is_sequence(value v)
{
	return is_obj(v) &&
		(obj_kind(v) == OBJ_STR || obj_kind(v) == OBJ_LIST || obj_kind(v) == OBJ_TUPLE ||
			obj_kind(v) == OBJ_DEQUE);
}

static value dict_or(struct vm *vm, bool in_place, value a, value b)
{
	if (!is_kind(a, OBJ_DICT) || !is_kind(b, OBJ_DICT))
		return V_NOT_IMPLEMENTED;
	struct dict *d = in_place ? obj_keep(dict_obj(a)) : dict_copy(vm, dict_obj(a));
	if (dict_merge(vm, d, dict_obj(b)))
		return obj_value(d);
	obj_drop(vm, d);
	return V_ERROR;
}

static bool append_item(struct vm *vm, void *list, value item)
{
	list_append(vm, obj_value(list), value_keep(item));
	return true;
}

static bool push_item(struct vm *vm, void *deque, value item)
{
	deque_push(vm, obj_value(deque), item, false);
	return true;
}

static value list_extend_in_place(struct vm *vm, value a, value b)
{
	if (a == b) {
		value copy = is_kind(a, OBJ_LIST) ? list_from(vm, list_get(b)->at, list_get(b)->len)
						  : deque_copy(vm, b);
		value r = list_extend_in_place(vm, a, copy);
		value_drop(vm, copy);
		return r;
	}
	int done = ops_for_each(vm, b, is_kind(a, OBJ_LIST) ? append_item : push_item, obj_get(a));
	if (done < 0)
		return V_ERROR;
	return done ? value_keep(a) : vm_tail(vm, LIB_EXTEND_IN_PLACE, (value[]){ a, b }, 2);
}

static value list_repeat_in_place(struct vm *vm, value a, value b)
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

static value set_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	value r = set_binary_in_place(vm, op, a, b);
	return r == V_NONE ? value_keep(a) : r;
}

static value binary_in_place(struct vm *vm, enum bin_op op, value a, value b)
{
	switch (obj_kind(a)) {
	case OBJ_LIST:
	case OBJ_DEQUE:
		if (op == BIN_ADD)
			return list_extend_in_place(vm, a, b);
		if (op == BIN_MUL && obj_kind(a) == OBJ_LIST)
			return list_repeat_in_place(vm, a, b);
		return V_NOT_IMPLEMENTED;
	case OBJ_SET:
		if (op == BIN_OR || op == BIN_AND || op == BIN_XOR || op == BIN_SUB)
			return set_in_place(vm, op, a, b);
		return V_NOT_IMPLEMENTED;
	case OBJ_DICT:
		if (op != BIN_OR)
			return V_NOT_IMPLEMENTED;
		return is_kind(b, OBJ_DICT)
			? dict_or(vm, true, a, b)
			: vm_tail(vm, LIB_UPDATE_IN_PLACE, (value[]){ a, b }, 2);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static value sequence_times(struct vm *vm, value a, value b)
{
	int64_t n;
	if (is_sequence(a) && int_get(b, &n))
		return seq_repeat(vm, a, n);
	if (is_sequence(b) && int_get(a, &n))
		return seq_repeat(vm, b, n);
	if (is_sequence(b) && !is_sequence(a) && !type_is_heap_instance(a))
		return raise_type(vm, "can't multiply sequence by non-int of type '%T'", a);
	return V_NOT_IMPLEMENTED;
}

static bool is_annotation(value v)
{
	return v == V_NONE || is_kind(v, OBJ_TYPE);
}

value plain_binary(struct vm *vm, enum bin_op op, bool in_place, value a, value b)
{
	value r = number_binary(vm, op, a, b);
	if (r != V_NOT_IMPLEMENTED)
		return r;
	if (in_place && is_obj(a) && (r = binary_in_place(vm, op, a, b)) != V_NOT_IMPLEMENTED)
		return r;
	if (op == BIN_ADD && is_sequence(a))
		return seq_concat(vm, a, b);
	if (op == BIN_MUL && (is_sequence(a) || is_sequence(b)))
		return sequence_times(vm, a, b);
	if (op == BIN_MOD && is_str(a))
		return str_percent(vm, a, b);
	if (is_set_like(a) || is_set_like(b))
		return set_binary(vm, op, a, b);
	if (op == BIN_OR && is_kind(a, OBJ_DICT))
		return dict_or(vm, false, a, b);
	if (op == BIN_OR && is_annotation(a) && is_annotation(b) && a != b)
		return vm_tail(vm, LIB_TYPE_UNION, (value[]){ a, b }, 2);
	return V_NOT_IMPLEMENTED;
}

static value dicts_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (op != CMP_EQ && op != CMP_NE)
		return V_NOT_IMPLEMENTED;
	int equal = dict_equal(vm, dict_obj(a), dict_obj(b));
	return equal < 0 ? V_ERROR : bool_make(equal == (op == CMP_EQ));
}

static value strs_compare(enum cmp_op op, value a, value b)
{
	if (op == CMP_EQ || op == CMP_NE)
		return bool_make(str_equal(a, b) == (op == CMP_EQ));
	int c = str_compare(a, b);
	return bool_make(op == CMP_LT  ? c < 0
			: op == CMP_LE ? c <= 0
			: op == CMP_GT ? c > 0
				       : c >= 0);
}

/* Bound methods are equal when they bind the same function to the same object. */
static value methods_compare(enum cmp_op op, value a, value b)
{
	if (op != CMP_EQ && op != CMP_NE)
		return V_NOT_IMPLEMENTED;
	bool equal;
	if (obj_kind(a) == OBJ_METHOD) {
		const struct method *m = (struct method *)obj_get(a),
				    *n = (struct method *)obj_get(b);
		equal = m->func == n->func && m->self == n->self;
	} else {
		const struct native *m = (struct native *)obj_get(a),
				    *n = (struct native *)obj_get(b);
		equal = m->def == n->def && m->self == n->self;
	}
	return bool_make(equal == (op == CMP_EQ));
}

static value slices_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	const struct slice *s = (struct slice *)obj_get(a), *t = (struct slice *)obj_get(b);
	value x = tuple_from(vm, (value[]){ s->start, s->stop, s->step }, 3);
	value y = tuple_from(vm, (value[]){ t->start, t->stop, t->step }, 3);
	value r = seq_compare(vm, op, x, y);
	value_drop(vm, x);
	value_drop(vm, y);
	return r;
}

static value same_kind_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	switch (obj_kind(a)) {
	case OBJ_STR:
		return strs_compare(op, a, b);
	case OBJ_LIST:
	case OBJ_TUPLE:
	case OBJ_DEQUE:
	case OBJ_RANGE:
		return seq_compare(vm, op, a, b);
	case OBJ_DICT:
		return dicts_compare(vm, op, a, b);
	case OBJ_METHOD:
	case OBJ_NATIVE:
		return methods_compare(op, a, b);
	case OBJ_SLICE:
		return slices_compare(vm, op, a, b);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

value plain_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	int n = number_compare(op, a, b);
	if (n >= 0)
		return bool_make(n);
	if (is_set_like(a) || is_set_like(b))
		return set_compare(vm, op, a, b);
	if (is_obj(a) && is_obj(b) && obj_kind(a) == obj_kind(b))
		return same_kind_compare(vm, op, a, b);
	return V_NOT_IMPLEMENTED;
}

int plain_contains(struct vm *vm, value container, value item)
{
	if (!is_obj(container))
		return -2;
	switch (obj_kind(container)) {
	case OBJ_STR:
	case OBJ_LIST:
	case OBJ_TUPLE:
	case OBJ_RANGE:
	case OBJ_DEQUE:
		return seq_contains(vm, container, item);
	case OBJ_DICT:
	case OBJ_SET:
	case OBJ_FROZENSET:
	case OBJ_DICT_KEYS:
	case OBJ_DICT_ITEMS:
	case OBJ_DICT_VALUES:
		return dict_contains(vm, container, item);
	default:
		return -2;
	}
}

int64_t plain_len(value v)
{
	if (!is_obj(v))
		return -1;
	switch (obj_kind(v)) {
	case OBJ_STR:
		return str_get(v)->count;
	case OBJ_LIST:
		return list_get(v)->len;
	case OBJ_TUPLE:
		return tuple_get(v)->len;
	case OBJ_DICT:
		return dict_obj(v)->live;
	case OBJ_SET:
	case OBJ_FROZENSET:
		return set_obj(v)->used;
	case OBJ_RANGE:
		return ((struct range *)obj_get(v))->len;
	case OBJ_DICT_KEYS:
	case OBJ_DICT_VALUES:
	case OBJ_DICT_ITEMS:
		return view_dict(v)->live;
	case OBJ_DEQUE:
		return ((struct deque *)obj_get(v))->len;
	default:
		return -1;
	}
}

bool plain_truth(value v)
{
	if (is_small(v))
		return small_get(v) != 0;
	if (!is_obj(v))
		return v != V_NONE && v != V_FALSE;
	if (is_float(v))
		return float_get(v) != 0;
	if (obj_kind(v) == OBJ_GREENLET)
		return greenlet_active((struct greenlet *)obj_get(v));
	return plain_len(v) != 0;
}

uint64_t plain_id(struct vm *vm, value v)
{
	if (!is_obj(v))
		return 0x7e0000000000 + (v >> 1) * 16 % 0x10000000000;
	struct obj *o = obj_get(v);
	if (o->kind == OBJ_STR)
		return 0x7d0000000000 + str_hash(v) % 0x1000000000 * 16;
	if (!o->hash)
		o->hash = ++vm->next_identity;
	return 0x7f0000000000 + (uint64_t)o->hash * 16;
}

static bool is_unhashable(enum obj_kind k)
{
	return k == OBJ_LIST || k == OBJ_DICT || k == OBJ_SET || k == OBJ_DEQUE || k == OBJ_SLICE ||
		k == OBJ_DICT_KEYS || k == OBJ_DICT_ITEMS;
}

static uint64_t method_hash(struct vm *vm, value v)
{
	const struct method *m = (struct method *)obj_get(v);
	return plain_id(vm, m->self) ^ plain_id(vm, m->func) >> 4;
}

static uint64_t native_hash(struct vm *vm, value v)
{
	const struct native *n = (struct native *)obj_get(v);
	return n->self == V_UNSET ? plain_id(vm, v) >> 4
				  : plain_id(vm, n->self) >> 4 ^ hash_bytes(n->def->name, 1);
}

bool plain_hash(struct vm *vm, value v, uint64_t *hash)
{
	int64_t i;
	if (int_get(v, &i))
		return *hash = int_hash(i), true;
	if (!is_obj(v))
		return *hash = v * 0x9e3779b1, true;
	enum obj_kind k = obj_kind(v);
	if (is_unhashable(k)) {
		raise_type(vm, "unhashable type: '%T'", v);
		return false;
	}
	switch (k) {
	case OBJ_FLOAT:
		return *hash = float_hash(float_get(v)), true;
	case OBJ_STR:
		return *hash = str_hash(v), true;
	case OBJ_TUPLE:
		return tuple_hash(vm, v, hash);
	case OBJ_RANGE:
		return range_hash(vm, v, hash);
	case OBJ_FROZENSET:
		return set_hash(vm, v, hash);
	case OBJ_METHOD:
		return *hash = method_hash(vm, v), true;
	case OBJ_NATIVE:
		return *hash = native_hash(vm, v), true;
	default:
		return *hash = plain_id(vm, v) >> 4, true;
	}
}
