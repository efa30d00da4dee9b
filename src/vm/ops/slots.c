/* The special methods of the built-in kinds, as a program can name them. */

#include "vm/kind/iter.h"
#include "vm/kind/number.h"
#include "vm/kind/object_methods.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <string.h>

#define BINARY(name, op) \
	static value slot_##name(struct vm *vm, value self, const struct args *a) \
	{ \
		return plain_binary(vm, op, false, self, a->at[0]); \
	} \
	static value slot_r##name(struct vm *vm, value self, const struct args *a) \
	{ \
		return plain_binary(vm, op, false, a->at[0], self); \
	}
BINARY(add, BIN_ADD)
BINARY(sub, BIN_SUB)
BINARY(mul, BIN_MUL)
BINARY(truediv, BIN_DIV)
BINARY(floordiv, BIN_FLOORDIV)
BINARY(mod, BIN_MOD)
BINARY(pow, BIN_POW)
BINARY(lshift, BIN_LSHIFT)
BINARY(rshift, BIN_RSHIFT)
BINARY(or, BIN_OR)
BINARY(xor, BIN_XOR)
BINARY(and, BIN_AND)

#define IN_PLACE(name, op) \
	static value slot_i##name(struct vm *vm, value self, const struct args *a) \
	{ \
		return plain_binary(vm, op, true, self, a->at[0]); \
	}
IN_PLACE(add, BIN_ADD)
IN_PLACE(or, BIN_OR)

static value slot_neg(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return number_unary(vm, UNARY_NEG, self);
}
static value slot_pos(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return number_unary(vm, UNARY_POS, self);
}
static value slot_invert(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return number_unary(vm, UNARY_INVERT, self);
}
static value slot_abs(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return number_abs(vm, self);
}
static value slot_bool(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return bool_make(plain_truth(vm, self));
}

static value slot_int(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return vm->kinds[OBJ_INT]->construct(
		vm, VM_TYPE(vm, INT), &(struct args){ &self, 1, 0, NULL });
}

static value slot_float(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return vm->kinds[OBJ_FLOAT]->construct(
		vm, VM_TYPE(vm, FLOAT), &(struct args){ &self, 1, 0, NULL });
}

static value slot_len(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return int_make(vm, plain_len(vm, self));
}
static value slot_getitem(struct vm *vm, value self, const struct args *a)
{
	return ops_plain_get_item(vm, self, a->at[0]);
}
static value slot_setitem(struct vm *vm, value self, const struct args *a)
{
	return ops_plain_set_item(vm, self, a->at[0], a->at[1]);
}
static value slot_delitem(struct vm *vm, value self, const struct args *a)
{
	return ops_plain_del_item(vm, self, a->at[0]);
}
static value slot_iter(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return iter_plain(vm, self);
}
static value slot_call(struct vm *vm, value self, const struct args *a)
{
	return vm->hooks->call_method(vm, self, V_UNSET, a);
}

static value slot_contains(struct vm *vm, value self, const struct args *a)
{
	int r = plain_contains(vm, self, a->at[0]);
	return r < 0 ? V_ERROR : bool_make(r);
}

static value slot_next(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	value v = ops_next(vm, self);
	return v == V_STOP ? vm_raise_stop(vm, V_NONE) : v;
}

static value slot_length_hint(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return int_make(vm, iter_length_hint(vm, self));
}

static value slot_init(struct vm *vm, value self, const struct args *a)
{
	return kind_of(vm, self)->init(vm, self, a);
}

static const struct {
	unsigned groups;
	struct native_def def;
} slots[] = { { SLOT_NUMBER | SLOT_CONCAT, { "__add__", slot_add, 1, 1, false, "self + value" } },
	{ SLOT_NUMBER, { "__radd__", slot_radd, 1, 1, false, "value + self" } },
	{ SLOT_NUMBER | SLOT_SET, { "__sub__", slot_sub, 1, 1, false, "self - value" } },
	{ SLOT_NUMBER | SLOT_SET, { "__rsub__", slot_rsub, 1, 1, false, "value - self" } },
	{ SLOT_NUMBER | SLOT_CONCAT, { "__mul__", slot_mul, 1, 1, false, "self * value" } },
	{ SLOT_NUMBER | SLOT_CONCAT, { "__rmul__", slot_rmul, 1, 1, false, "value * self" } },
	{ SLOT_NUMBER, { "__truediv__", slot_truediv, 1, 1, false, "self / value" } },
	{ SLOT_NUMBER, { "__rtruediv__", slot_rtruediv, 1, 1, false, "value / self" } },
	{ SLOT_NUMBER, { "__floordiv__", slot_floordiv, 1, 1, false, "self // value" } },
	{ SLOT_NUMBER, { "__rfloordiv__", slot_rfloordiv, 1, 1, false, "value // self" } },
	{ SLOT_NUMBER | SLOT_MOD, { "__mod__", slot_mod, 1, 1, false, "self % value" } },
	{ SLOT_NUMBER | SLOT_MOD, { "__rmod__", slot_rmod, 1, 1, false, "value % self" } },
	{ SLOT_NUMBER, { "__pow__", slot_pow, 1, 1, false, "self ** value" } },
	{ SLOT_NUMBER, { "__rpow__", slot_rpow, 1, 1, false, "value ** self" } },
	{ SLOT_INT, { "__lshift__", slot_lshift, 1, 1, false, "self << value" } },
	{ SLOT_INT, { "__rlshift__", slot_rlshift, 1, 1, false, "value << self" } },
	{ SLOT_INT, { "__rshift__", slot_rshift, 1, 1, false, "self >> value" } },
	{ SLOT_INT, { "__rrshift__", slot_rrshift, 1, 1, false, "value >> self" } },
	{ SLOT_INT | SLOT_OR, { "__or__", slot_or, 1, 1, false, "self | value" } },
	{ SLOT_INT | SLOT_OR, { "__ror__", slot_ror, 1, 1, false, "value | self" } },
	{ SLOT_INT | SLOT_SET, { "__xor__", slot_xor, 1, 1, false, "self ^ value" } },
	{ SLOT_INT | SLOT_SET, { "__rxor__", slot_rxor, 1, 1, false, "value ^ self" } },
	{ SLOT_INT | SLOT_SET, { "__and__", slot_and, 1, 1, false, "self & value" } },
	{ SLOT_INT | SLOT_SET, { "__rand__", slot_rand, 1, 1, false, "value & self" } },
	{ SLOT_SET_ITEM, { "__iadd__", slot_iadd, 1, 1, false, "self += value" } },
	{ SLOT_OR, { "__ior__", slot_ior, 1, 1, false, "self |= value" } },
	{ SLOT_NUMBER, { "__neg__", slot_neg, 0, 0, false, "-self" } },
	{ SLOT_NUMBER, { "__pos__", slot_pos, 0, 0, false, "+self" } },
	{ SLOT_INT, { "__invert__", slot_invert, 0, 0, false, "~self" } },
	{ SLOT_NUMBER, { "__abs__", slot_abs, 0, 0, false, "abs(self)" } },
	{ SLOT_NUMBER, { "__bool__", slot_bool, 0, 0, false, "True if self is not 0" } },
	{ SLOT_NUMBER, { "__int__", slot_int, 0, 0, false, "int(self)" } },
	{ SLOT_INT, { "__index__", slot_int, 0, 0, false, "self" } },
	{ SLOT_NUMBER, { "__float__", slot_float, 0, 0, false, "float(self)" } },
	{ SLOT_SIZED, { "__len__", slot_len, 0, 0, false, "len(self)" } },
	{ SLOT_ITEM, { "__getitem__", slot_getitem, 1, 1, false, "self[key]" } },
	{ SLOT_SET_ITEM, { "__setitem__", slot_setitem, 2, 2, false, "self[key] = value" } },
	{ SLOT_SET_ITEM, { "__delitem__", slot_delitem, 1, 1, false, "del self[key]" } },
	{ SLOT_ITER, { "__iter__", slot_iter, 0, 0, false, "iter(self)" } },
	{ SLOT_NEXT, { "__next__", slot_next, 0, 0, false, "next(self)" } },
	{ SLOT_NEXT,
		{ "__length_hint__", slot_length_hint, 0, 0, false,
			"how many items are probably left" } },
	{ SLOT_CONTAINS, { "__contains__", slot_contains, 1, 1, false, "key in self" } },
	{ SLOT_CALL, { "__call__", slot_call, 0, -1, true, "self(*args, **kwargs)" } },
	{ SLOT_INIT, { "__init__", slot_init, 0, -1, true, "fills a new object" } } };

static void add_slots(struct vm *vm, struct type *t, unsigned groups)
{
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		if (slots[i].groups & groups)
			type_add_native(vm, t, &slots[i].def);
	}
}

/* Of what every object can do, what the kind does in its own way. */
static void add_own(struct vm *vm, struct type *t, const struct kind *row)
{
	for (const struct native_def *def = object_methods; def->name; def++) {
		value name = str_intern(vm, def->name, strlen(def->name));
		bool compares = name == VM_STR(vm, __eq__) || name == VM_STR(vm, __ne__) ||
			name == VM_STR(vm, __lt__) || name == VM_STR(vm, __le__) ||
			name == VM_STR(vm, __gt__) || name == VM_STR(vm, __ge__);
		if ((compares && row->compare) || (name == VM_STR(vm, __hash__) && row->hash) ||
			(name == VM_STR(vm, __repr__) && row->repr) ||
			(name == VM_STR(vm, __str__) && row->str))
			type_add_native(vm, t, def);
	}
}

void types_add_methods(struct vm *vm)
{
	for (int k = 0; k < OBJ_KIND_COUNT; k++) {
		const struct kind *row = vm->kinds[k];
		add_slots(vm, vm->types[k], row->slots);
		if (k != OBJ_INSTANCE)
			add_own(vm, vm->types[k], row);
		if (row->methods)
			type_add_natives(vm, vm->types[k], row->methods);
		if (row->flags & KIND_UNHASHABLE)
			type_set(vm, vm->types[k], VM_STR(vm, __hash__), V_NONE);
	}
	add_slots(vm, vm->slot_wrapper, SLOT_CALL);
	add_slots(vm, vm->method_wrapper, SLOT_CALL);
}
