#include "vm/value/plain.h"

#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
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

static value sequence_times(struct vm *vm, value a, value b)
{
	const struct kind *k = kind_of(vm, a), *l = kind_of(vm, b);
	int64_t n;
	if (k->repeat && int_get(b, &n))
		return k->repeat(vm, a, n);
	if (l->repeat && int_get(a, &n))
		return l->repeat(vm, b, n);
	if (l->repeat && !k->repeat && !type_is_heap_instance(a))
		return raise_type(vm, "can't multiply sequence by non-int of type '%T'", a);
	return V_NOT_IMPLEMENTED;
}

value plain_binary(struct vm *vm, enum bin_op op, bool in_place, value a, value b)
{
	value r = number_binary(vm, op, a, b);
	if (r != V_NOT_IMPLEMENTED)
		return r;
	const struct kind *k = kind_of(vm, a), *l = kind_of(vm, b);
	if (in_place && k->in_place && (r = k->in_place(vm, op, a, b)) != V_NOT_IMPLEMENTED)
		return r;
	if (op == BIN_ADD && k->concat)
		return k == l ? k->concat(vm, a, b) : V_NOT_IMPLEMENTED;
	if (op == BIN_MUL && (k->repeat || l->repeat))
		return sequence_times(vm, a, b);
	if (k->binary)
		r = k->binary(vm, op, a, b);
	if (r == V_NOT_IMPLEMENTED && l->binary && l != k)
		r = l->binary(vm, op, a, b);
	return r;
}

value plain_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	int n = number_compare(op, a, b);
	if (n >= 0)
		return bool_make(n);
	const struct kind *k = kind_of(vm, a), *l = kind_of(vm, b);
	value r = k->compare ? k->compare(vm, op, a, b) : V_NOT_IMPLEMENTED;
	if (r == V_NOT_IMPLEMENTED && l->compare && l != k)
		r = l->compare(vm, op, a, b);
	return r;
}

int plain_contains(struct vm *vm, value container, value item)
{
	const struct kind *k = kind_of(vm, container);
	return k->contains ? k->contains(vm, container, item) : -2;
}

int64_t plain_len(struct vm *vm, value v)
{
	const struct kind *k = kind_of(vm, v);
	return k->len ? k->len(v) : -1;
}

bool plain_truth(struct vm *vm, value v)
{
	if (is_small(v))
		return small_get(v) != 0;
	if (!is_obj(v))
		return v != V_NONE && v != V_FALSE;
	const struct kind *k = kind_of(vm, v);
	return k->truth ? k->truth(v) : !k->len || k->len(v) != 0;
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

bool plain_hash(struct vm *vm, value v, uint64_t *hash)
{
	int64_t i;
	if (int_get(v, &i))
		return *hash = int_hash(i), true;
	if (!is_obj(v))
		return *hash = v * 0x9e3779b1, true;
	const struct kind *k = kind_of(vm, v);
	if (k->flags & KIND_UNHASHABLE) {
		raise_type(vm, "unhashable type: '%T'", v);
		return false;
	}
	if (k->hash)
		return k->hash(vm, v, hash);
	return *hash = plain_id(vm, v) >> 4, true;
}
