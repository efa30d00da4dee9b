#include "vm/value/ops.h"

#include "base/sbuf.h"
#include "vm/text/format.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <assert.h>

/* The special methods of the operators. */
struct operator
{
	enum static_string name, reflected, in_place;
};

#define ROW(op, method) \
	[BIN_##op] = { STR___##method##__, STR___r##method##__, STR___i##method##__ }
static const struct operator operators[] = { ROW(ADD, add), ROW(SUB, sub), ROW(MUL, mul),
	ROW(MATMUL, matmul), ROW(DIV, truediv), ROW(FLOORDIV, floordiv), ROW(MOD, mod),
	ROW(POW, pow), ROW(LSHIFT, lshift), ROW(RSHIFT, rshift), ROW(OR, or), ROW(XOR, xor),
	ROW(AND, and) };
#undef ROW
static_assert(sizeof operators / sizeof *operators == BIN_OP_COUNT, "a row for each operator");

static const struct {
	enum static_string name, reflected;
} comparisons[] = { [CMP_LT] = { STR___lt__, STR___gt__ },
	[CMP_LE] = { STR___le__, STR___ge__ },
	[CMP_EQ] = { STR___eq__, STR___eq__ },
	[CMP_NE] = { STR___ne__, STR___ne__ },
	[CMP_GT] = { STR___gt__, STR___lt__ },
	[CMP_GE] = { STR___ge__, STR___le__ } };

bool ops_is_builtin(value v)
{
	return !type_is_heap_instance(v);
}

value ops_binary_error(struct vm *vm, enum bin_op op, bool in_place, value a, value b)
{
	const char *sign = plain_binary_sign(op);
	if (op == BIN_POW && !in_place)
		sign = "** or pow()";
	if (op == BIN_ADD && kind_of(vm, a)->concat) {
		const char *name = type_name(vm->types[obj_kind(a)]);
		return raise_type(vm, "can only concatenate %s (not \"%T\") to %s", name, b, name);
	}
	if (op == BIN_MUL && kind_of(vm, a)->repeat)
		return raise_type(vm, "can't multiply sequence by non-int of type '%T'", b);
	return raise_type(vm, "unsupported operand type(s) for %s%s: '%T' and '%T'", sign,
		in_place ? "=" : "", a, b);
}

static value binary_by_methods(struct vm *vm, enum bin_op op, bool in_place, value a, value b)
{
	const struct operator* o = & operators[op];
	value args[] = { a, b, in_place ? vm->strings[o->in_place] : V_NONE, vm->strings[o->name],
		vm->strings[o->reflected], small_make(op) };
	return vm_tail(vm, LIB_BINARY, args, 6);
}

value ops_binary(struct vm *vm, enum bin_op op, bool in_place, value a, value b)
{
	if (type_is_heap_instance(a) || type_is_heap_instance(b))
		return binary_by_methods(vm, op, in_place, a, b);
	value r = plain_binary(vm, op, in_place, a, b);
	return r != V_NOT_IMPLEMENTED ? r : ops_binary_error(vm, op, in_place, a, b);
}

static value unary_method(const struct vm *vm, enum unary_op op)
{
	return op == UNARY_NEG    ? VM_STR(vm, __neg__)
		: op == UNARY_POS ? VM_STR(vm, __pos__)
				  : VM_STR(vm, __invert__);
}

value ops_unary(struct vm *vm, enum unary_op op, value a)
{
	value r = number_unary(vm, op, a);
	if (r != V_NOT_IMPLEMENTED)
		return r;
	value f = type_find_special(vm, a, unary_method(vm, op));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, &a, 1);
	return raise_type(vm, "bad operand type for unary %s: '%T'",
		op == UNARY_NEG           ? "-"
			: op == UNARY_POS ? "+"
					  : "~",
		a);
}

/* What == and != fall back to; the others are errors. */
static value compare_identity(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (op == CMP_EQ || op == CMP_NE)
		return bool_make((a == b) == (op == CMP_EQ));
	return raise_type(vm, "'%s' not supported between instances of '%T' and '%T'",
		plain_compare_sign(op), a, b);
}

static bool compares_itself(struct vm *vm, enum cmp_op op, value v)
{
	return type_find_special(vm, v, vm->strings[comparisons[op].name]) != V_UNSET ||
		type_find_special(vm, v, vm->strings[comparisons[op].reflected]) != V_UNSET ||
		(op == CMP_NE && type_find_special(vm, v, VM_STR(vm, __eq__)) != V_UNSET);
}

value ops_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	assert(op <= CMP_GE && "IS and IN are no comparisons of values");
	if (compares_itself(vm, op, a) || compares_itself(vm, op, b)) {
		value args[] = { a, b, vm->strings[comparisons[op].name],
			vm->strings[comparisons[op].reflected], small_make(op) };
		return vm_tail(vm, LIB_COMPARE, args, 5);
	}
	value r = plain_compare(vm, op, a, b);
	return r != V_NOT_IMPLEMENTED ? r : compare_identity(vm, op, a, b);
}

value ops_contains(struct vm *vm, value container, value item)
{
	value f = type_find_special(vm, container, VM_STR(vm, __contains__));
	if (f == V_NONE)
		return raise_type(vm, "'%T' object is not a container", container);
	if (f != V_UNSET || type_find_special(vm, container, VM_STR(vm, __iter__)) != V_UNSET)
		return vm_tail(vm, LIB_CONTAINS, (value[]){ item, container }, 2);
	int r = plain_contains(vm, container, item);
	if (r == -2)
		return vm_tail(vm, LIB_CONTAINS, (value[]){ item, container }, 2);
	return r < 0 ? V_ERROR : bool_make(r);
}

value ops_truth(struct vm *vm, value v)
{
	if (type_is_heap_instance(v) &&
		(type_find_special(vm, v, VM_STR(vm, __bool__)) != V_UNSET ||
			type_find_special(vm, v, VM_STR(vm, __len__)) != V_UNSET))
		return vm_tail(vm, LIB_TRUTH, &v, 1);
	return bool_make(plain_truth(vm, v));
}

value ops_len(struct vm *vm, value v)
{
	if (type_find_special(vm, v, VM_STR(vm, __len__)) != V_UNSET)
		return vm_tail(vm, LIB_LEN, &v, 1);
	int64_t n = plain_len(vm, v);
	return n < 0 ? raise_type(vm, "object of type '%T' has no len()", v) : int_make(vm, n);
}

value ops_hash(struct vm *vm, value v)
{
	value f = type_find_special(vm, v, VM_STR(vm, __hash__));
	if (f == V_NONE)
		return raise_type(vm, "unhashable type: '%T'", v);
	if (f != V_UNSET)
		return vm_tail(vm, LIB_HASH, &v, 1);
	uint64_t h;
	return plain_hash(vm, v, &h) ? int_make(vm, (int64_t)h) : V_ERROR;
}

bool ops_hash_now(struct vm *vm, value v, uint64_t *hash)
{
	value f = type_find_special(vm, v, VM_STR(vm, __hash__));
	if (f == V_UNSET)
		return plain_hash(vm, v, hash);
	if (f == V_NONE) {
		raise_type(vm, "unhashable type: '%T'", v);
		return false;
	}
	value r = vm_call(vm, f, &v, 1);
	int64_t i;
	bool ok = r != V_ERROR && int_get(r, &i);
	if (ok)
		*hash = i == -1 ? (uint64_t)-2 : (uint64_t)i;
	else if (r != V_ERROR)
		raise_type(vm, "__hash__ method should return an integer");
	if (r != V_ERROR)
		value_drop(vm, r);
	return ok;
}

/* Operations as functions of the program, for inner runs. */
static value truth_fn(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return ops_truth(vm, a->at[0]);
}

#define COMPARE_FN(name, op) \
	static value name(struct vm *vm, value self, const struct args *a) \
	{ \
		(void)self; \
		return ops_compare(vm, op, a->at[0], a->at[1]); \
	}
COMPARE_FN(lt_fn, CMP_LT)
COMPARE_FN(le_fn, CMP_LE)
COMPARE_FN(eq_fn, CMP_EQ)
COMPARE_FN(ne_fn, CMP_NE)
COMPARE_FN(gt_fn, CMP_GT)
COMPARE_FN(ge_fn, CMP_GE)

static const struct native_def truth_def = { "bool", truth_fn, 1, 1, false,
	"the truth of a value" };
static const struct native_def compare_defs[] = { [CMP_LT] = { "lt", lt_fn, 2, 2, false, "a < b" },
	[CMP_LE] = { "le", le_fn, 2, 2, false, "a <= b" },
	[CMP_EQ] = { "eq", eq_fn, 2, 2, false, "a == b" },
	[CMP_NE] = { "ne", ne_fn, 2, 2, false, "a != b" },
	[CMP_GT] = { "gt", gt_fn, 2, 2, false, "a > b" },
	[CMP_GE] = { "ge", ge_fn, 2, 2, false, "a >= b" } };

static value call_now(struct vm *vm, const struct native_def *def, const value *args, uint32_t n)
{
	value f = native_new(vm, OBJ_NATIVE, def, V_UNSET, NULL);
	value r = vm_call(vm, f, args, n);
	value_drop(vm, f);
	return r;
}

/* The truth of r (owned, given away): 1, 0, -1. */
static int truth_now(struct vm *vm, value r)
{
	if (r == V_ERROR || is_bool(r))
		return r == V_ERROR ? -1 : r == V_TRUE;
	value t = type_is_heap_instance(r) ? call_now(vm, &truth_def, &r, 1)
					   : bool_make(plain_truth(vm, r));
	value_drop(vm, r);
	return t == V_ERROR ? -1 : t == V_TRUE;
}

static bool may_run_program(struct vm *vm, enum cmp_op op, value v)
{
	return compares_itself(vm, op, v) || kind_of(vm, v)->flags & KIND_ORDERS;
}

static int compare_now(struct vm *vm, enum cmp_op op, value a, value b)
{
	if (may_run_program(vm, op, a) && may_run_program(vm, op, b) && op != CMP_EQ &&
		op != CMP_NE)
		return truth_now(vm, call_now(vm, &compare_defs[op], (value[]){ a, b }, 2));
	if (compares_itself(vm, op, a) || compares_itself(vm, op, b))
		return truth_now(vm, call_now(vm, &compare_defs[op], (value[]){ a, b }, 2));
	value r = plain_compare(vm, op, a, b);
	if (r == V_NOT_IMPLEMENTED)
		r = compare_identity(vm, op, a, b);
	return truth_now(vm, r);
}

int ops_equal_now(struct vm *vm, value a, value b)
{
	return a == b ? 1 : compare_now(vm, CMP_EQ, a, b);
}

int ops_less_now(struct vm *vm, value a, value b)
{
	return compare_now(vm, CMP_LT, a, b);
}

int ops_compare_now(struct vm *vm, enum cmp_op op, value a, value b)
{
	return compare_now(vm, op, a, b);
}

bool ops_callable(struct vm *vm, value v)
{
	return is_kind(v, OBJ_STATICMETHOD) || kind_of(vm, v)->slots & SLOT_CALL ||
		type_find_special(vm, v, VM_STR(vm, __call__)) != V_UNSET;
}
