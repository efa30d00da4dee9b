#include "vm/library/builtins.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/coro/async_gen.h"
#include "vm/coro/coro.h"
#include "vm/eval/call.h"
#include "vm/eval/construct.h"
#include "vm/eval/module.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/iter.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static value b_len(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return ops_len(vm, a->at[0]);
}
static value b_repr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return ops_repr(vm, a->at[0]);
}
static value b_hash(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return ops_hash(vm, a->at[0]);
}
static value b_id(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return int_make(vm, (int64_t)plain_id(vm, a->at[0]));
}
static value b_abs(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return number_abs(vm, a->at[0]);
}

static value b_iter(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n == 1)
		return ops_iter(vm, a->at[0]);
	value v = a->at[0];
	if (!ops_callable(vm, v))
		return raise_type(vm, "iter(v, w): v must be callable");
	return iter_lazy_new(vm, OBJ_CALL_ITER, v, a->at[1]);
}

value builtin_next(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value it = a->at[0];
	if (!iter_is_iterator(vm, it))
		return raise_type(vm, "'%T' object is not an iterator", it);
	if (a->n > 1 && !iter_is_native(vm, it))
		return vm_tail(vm, LIB_NEXT_DEFAULT, a->at, 2);
	if (is_kind(it, OBJ_GENERATOR))
		return coro_send(vm, (struct frame *)obj_get(it), V_NONE, CONTINUE_DELIVER);
	value v = ops_next(vm, it);
	if (v != V_STOP)
		return v;
	return a->n > 1 ? value_keep(a->at[1]) : vm_raise_stop(vm, V_NONE);
}

struct plain_items {
	bool all_numbers, all_strs;
};

static bool is_number(value v)
{
	double f;
	return number_get(v, &f);
}

/* Whether v is a container of numbers only (or of str only), that can be gone
 * through twice. */
static bool look_at(struct vm *vm, void *arg, value item)
{
	(void)vm;
	struct plain_items *p = arg;
	p->all_numbers = p->all_numbers && is_number(item);
	p->all_strs = p->all_strs && is_str(item);
	return p->all_numbers || p->all_strs;
}

static bool is_lasting(value v)
{
	if (!is_obj(v))
		return false;
	enum obj_kind k = obj_kind(v);
	return k == OBJ_LIST || k == OBJ_TUPLE || k == OBJ_RANGE || k == OBJ_SET ||
		k == OBJ_FROZENSET || k == OBJ_DICT || k == OBJ_STR || k == OBJ_DEQUE ||
		k == OBJ_DICT_KEYS || k == OBJ_DICT_VALUES;
}

static struct plain_items plain_items(struct vm *vm, value v)
{
	struct plain_items p = { true, true };
	if (is_kind(v, OBJ_RANGE))
		return (struct plain_items){ true, false };
	if (!is_lasting(v) || type_is_heap_instance(v) || ops_for_each(vm, v, look_at, &p) <= 0)
		return (struct plain_items){ false, false };
	return p;
}

struct sum {
	value total;
};

static bool add_number(struct vm *vm, void *arg, value item)
{
	struct sum *s = arg;
	value next = number_binary(vm, BIN_ADD, s->total, item);
	value_drop(vm, s->total);
	s->total = next == V_ERROR ? V_NONE : next;
	return next != V_ERROR;
}

static value b_sum(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value start = args_get(a, 1, VM_STR(vm, start));
	if (start == V_UNSET)
		start = small_make(0);
	if (is_str(start))
		return raise_type(vm, "sum() can't sum strings [use ''.join(seq) instead]");
	if (!is_number(start) || !plain_items(vm, a->at[0]).all_numbers)
		return vm_tail(vm, LIB_SUM, (value[]){ a->at[0], start }, 2);
	struct sum s = { value_keep(start) };
	return ops_for_each(vm, a->at[0], add_number, &s) < 0 ? V_ERROR : s.total;
}

struct best {
	value item;
	enum cmp_op op;
};

static bool take_better(struct vm *vm, void *arg, value item)
{
	struct best *b = arg;
	if (b->item == V_UNSET || plain_compare(vm, b->op, item, b->item) == V_TRUE)
		value_set(vm, &b->item, value_keep(item));
	return true;
}

static value min_max(struct vm *vm, const struct args *a, const char *name, enum cmp_op op)
{
	value key = args_get(a, UINT32_MAX, VM_STR(vm, key));
	value fallback = args_get(a, UINT32_MAX, str_intern(vm, "default", 7));
	if (a->n == 0)
		return raise_type(vm, "%s expected at least 1 argument, got 0", name);
	if (fallback != V_UNSET && a->n > 1)
		return raise_type(vm,
			"Cannot specify a default for %s() with multiple positional arguments",
			name);
	value items = a->n == 1 ? value_keep(a->at[0]) : tuple_from(vm, a->at, a->n);
	struct plain_items plain = key == V_UNSET || key == V_NONE
		? plain_items(vm, items)
		: (struct plain_items){ false, false };
	value r;
	if ((plain.all_numbers || plain.all_strs) && plain_len(vm, items) > 0) {
		struct best b = { V_UNSET, op };
		r = ops_for_each(vm, items, take_better, &b) < 0 ? V_ERROR : b.item;
		if (r == V_ERROR)
			value_set(vm, &b.item, V_UNSET);
	} else {
		value args[] = { items, key == V_UNSET ? V_NONE : key,
			bool_make(fallback != V_UNSET), fallback == V_UNSET ? V_NONE : fallback,
			bool_make(op == CMP_LT) };
		r = vm_tail(vm, LIB_MIN_MAX, args, 5);
	}
	value_drop(vm, items);
	return r;
}

static value b_min(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return min_max(vm, a, "min", CMP_LT);
}
static value b_max(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return min_max(vm, a, "max", CMP_GT);
}

struct truth_search {
	bool wanted, found, foreign;
};

/* Ends at the item that decides, or at one that may have to be asked. */
static bool search_truth(struct vm *vm, void *arg, value item)
{
	(void)vm;
	struct truth_search *s = arg;
	s->foreign = (!is_number(item) && !is_str(item) && item != V_NONE) ||
		type_is_heap_instance(item);
	s->found = !s->foreign && plain_truth(vm, item) == s->wanted;
	return !s->foreign && !s->found;
}

static value any_all(struct vm *vm, value v, bool wanted, enum lib_function f)
{
	struct truth_search s = { .wanted = wanted };
	int done = is_lasting(v) && !type_is_heap_instance(v)
		? ops_for_each(vm, v, search_truth, &s)
		: 0;
	if (s.found)
		return bool_make(wanted);
	if (s.foreign || done == 0)
		return vm_tail(vm, f, &v, 1);
	return done < 0 ? V_ERROR : bool_make(!wanted);
}

static value b_any(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return any_all(vm, a->at[0], true, LIB_ANY);
}
static value b_all(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return any_all(vm, a->at[0], false, LIB_ALL);
}

static bool append_item(struct vm *vm, void *list, value item)
{
	list_append(vm, obj_value(list), value_keep(item));
	return true;
}

static value b_sorted(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value known[] = { VM_STR(vm, key), VM_STR(vm, reverse) };
	if (a->n != 1)
		return raise_type(vm, "sorted expected 1 argument, got %u", a->n);
	if (!args_done(vm, a, "sort", known, 2, 1))
		return V_ERROR;
	value key = args_get(a, UINT32_MAX, VM_STR(vm, key)),
	      reverse = args_get(a, UINT32_MAX, VM_STR(vm, reverse));
	key = key == V_UNSET ? V_NONE : key;
	reverse = reverse == V_UNSET ? V_FALSE : reverse;
	value list = list_new(vm, 0);
	int done = ops_for_each(vm, a->at[0], append_item, obj_get(list));
	if (done > 0 && key == V_NONE) {
		int sorted = list_sort_plain(vm, list, V_UNSET, plain_truth(vm, reverse));
		if (sorted > 0)
			return list;
		done = sorted < 0 ? -1 : 1;
	}
	value args[] = { done > 0 ? list : a->at[0], key, reverse };
	value r = done < 0 ? V_ERROR : vm_tail(vm, LIB_SORTED_LIST, args, 3);
	value_drop(vm, list);
	return r;
}

static value b_round(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	bool named = a->nkw > 0;
	value v = args_get(a, 0, named ? str_intern(vm, "number", 6) : V_UNSET),
	      digits = args_get(a, 1, named ? str_intern(vm, "ndigits", 7) : V_UNSET);
	if (v == V_UNSET)
		return raise_type(vm, "round() missing required argument 'number' (pos 1)");
	value f = type_find_special(vm, v, VM_STR(vm, __round__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ v, digits },
			digits == V_UNSET || digits == V_NONE ? 1 : 2);
	if (!is_number(v))
		return raise_type(vm, "type %T doesn't define __round__ method", v);
	int64_t n;
	if (digits != V_UNSET && digits != V_NONE && !index_arg(vm, digits, &n))
		return V_ERROR;
	return number_round(
		vm, v, digits == V_UNSET || digits == V_NONE ? digits : int_make(vm, n));
}

static value b_pow(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t i[3];
	value mod = args_get(a, 2, str_intern(vm, "mod", 3));
	value base = args_get(a, 0, str_intern(vm, "base", 4)),
	      exp = args_get(a, 1, str_intern(vm, "exp", 3));
	if (base == V_UNSET || exp == V_UNSET)
		return raise_type(vm, "pow() missing required argument '%s' (pos %d)",
			base == V_UNSET ? "base" : "exp", base == V_UNSET ? 1 : 2);
	if (mod == V_UNSET || mod == V_NONE)
		return ops_binary(vm, BIN_POW, false, base, exp);
	value f = type_find_special(vm, base, VM_STR(vm, __pow__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ base, exp, mod }, 3);
	if (is_float(base) && (is_float(exp) || int_get(exp, &i[1])))
		return raise_type(
			vm, "pow() 3rd argument not allowed unless all arguments are integers");
	if (!int_get(base, &i[0]) || !int_get(exp, &i[1]) || !int_get(mod, &i[2]))
		return raise_type(vm,
			"unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exp,
			mod);
	return int_pow_mod(vm, i[0], i[1], i[2]);
}

static value b_divmod(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (type_is_heap_instance(a->at[0]) || type_is_heap_instance(a->at[1]))
		return vm_tail(vm, LIB_DIVMOD, a->at, 2);
	value r = number_divmod(vm, a->at[0], a->at[1]);
	if (r != V_NOT_IMPLEMENTED)
		return r;
	return raise_type(
		vm, "unsupported operand type(s) for divmod(): '%T' and '%T'", a->at[0], a->at[1]);
}

static value b_chr(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t i;
	if (!index_arg(vm, a->at[0], &i))
		return V_ERROR;
	if (i < 0 || i > 0x10ffff)
		return raise_value(vm, "chr() arg not in range(0x110000)");
	char bytes[4];
	return str_new(vm, bytes, utf8_encode(bytes, (uint32_t)i));
}

static value b_ord(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_str(a->at[0]))
		return raise_type(vm, "ord() expected string of length 1, but %T found", a->at[0]);
	const struct str *s = str_get(a->at[0]);
	if (s->count != 1)
		return raise_type(
			vm, "ord() expected a character, but string of length %u found", s->count);
	uint32_t c;
	utf8_decode_wtf(s->bytes, s->len, &c);
	return small_make(c);
}

/* hex, oct, bin. */
static value in_base(struct vm *vm, value v, unsigned base, const char *prefix)
{
	int64_t i;
	if (!index_arg(vm, v, &i))
		return V_ERROR;
	char digits[65];
	size_t at = sizeof digits;
	uint64_t n = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
	do
		digits[--at] = "0123456789abcdef"[n % base];
	while (n /= base);
	struct sbuf out = vm_text(vm);
	sbuf_printf(
		&out, "%s%s%.*s", i < 0 ? "-" : "", prefix, (int)(sizeof digits - at), digits + at);
	value r = str_from_sbuf(vm, &out);
	sbuf_fini(&out);
	return r;
}

static value b_hex(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return in_base(vm, a->at[0], 16, "0x");
}
static value b_oct(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return in_base(vm, a->at[0], 8, "0o");
}
static value b_bin(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return in_base(vm, a->at[0], 2, "0b");
}

static value b_format(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n > 1 && !is_str(a->at[1]))
		return raise_type(vm, "format() argument 2 must be str, not %T", a->at[1]);
	return ops_format(vm, a->at[0], a->n > 1 ? a->at[1] : V_UNSET);
}

static value b_ascii(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct sbuf out = vm_text(vm);
	value r = ops_ascii_now(vm, a->at[0], &out) ? str_from_sbuf(vm, &out) : V_ERROR;
	sbuf_fini(&out);
	return r;
}

static value b_locals(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return frame_locals(vm, vm->frame);
}

static value b_globals(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return obj_value(obj_keep(vm->frame->proto->module->globals));
}

const struct native_def builtin_functions[] = { { "len", b_len, 1, 1, false,
							"the number of items" },
	{ "repr", b_repr, 1, 1, false, "the text that shows a value to a programmer" },
	{ "ascii", b_ascii, 1, 1, false, "repr with other than ASCII characters escaped" },
	{ "hash", b_hash, 1, 1, false, "the hash of a value" },
	{ "id", b_id, 1, 1, false, "a number that no other living object has" },
	{ "abs", b_abs, 1, 1, false, "the absolute value" },
	{ "iter", b_iter, 1, 2, false,
		"an iterator over the items, or over what a callable gives until it gives the "
		"sentinel" },
	{ "next", builtin_next, 1, 2, false, "the next item of an iterator" },
	{ "sum", b_sum, 1, 2, true, "the sum of the items" },
	{ "min", b_min, 0, -1, true, "the smallest item" },
	{ "max", b_max, 0, -1, true, "the largest item" },
	{ "any", b_any, 1, 1, false, "whether an item is true" },
	{ "all", b_all, 1, 1, false, "whether all items are true" },
	{ "sorted", b_sorted, 0, -1, true, "a sorted list of the items" },
	{ "round", b_round, 0, 2, true, "a number rounded to so many digits" },
	{ "pow", b_pow, 0, 3, true, "base ** exp, modulo mod" },
	{ "divmod", b_divmod, 2, 2, false, "quotient and remainder" },
	{ "chr", b_chr, 1, 1, false, "the character of a code point" },
	{ "ord", b_ord, 1, 1, false, "the code point of a character" },
	{ "hex", b_hex, 1, 1, false, "a number in base 16" },
	{ "oct", b_oct, 1, 1, false, "a number in base 8" },
	{ "bin", b_bin, 1, 1, false, "a number in base 2" },
	{ "format", b_format, 1, 2, false, "a value formatted by a specification" },
	{ "locals", b_locals, 0, 0, false, "the local variables" },
	{ "globals", b_globals, 0, 0, false, "the module's variables" }, { 0 } };

/* Classes that are builtins under their own names. */
static void add_class(struct vm *vm, struct type *t)
{
	dict_set_name(vm, vm->builtins, t->name, obj_value(t));
}

/* object.__new__ is a static method. */
static void add_new(struct vm *vm, struct type *object)
{
	struct wrapper *w = obj_new(vm, OBJ_STATICMETHOD, sizeof *w);
	w->func = native_new(vm, OBJ_NATIVE, &object_new_def, V_UNSET, NULL);
	dict_set_name(vm, object->attrs, VM_STR(vm, __new__), obj_value(w));
	obj_drop(vm, w);
}

void builtins_init(struct vm *vm)
{
	add_new(vm, VM_TYPE(vm, INSTANCE));
	type_add_natives(vm, VM_EXC(vm, BaseExceptionGroup), group_methods);
	if (!vm->builtins)
		vm->builtins = dict_new(vm);
	dict_add_natives(vm, vm->builtins, builtin_functions, "", V_UNSET);
	dict_add_natives(vm, vm->builtins, class_functions, "", V_UNSET);
	dict_add_natives(vm, vm->builtins, async_functions, "", V_UNSET);
	dict_add_natives(vm, vm->builtins, io_functions, "", V_UNSET);
	for (int k = 0; k < OBJ_KIND_COUNT; k++) {
		if (vm->kinds[k]->flags & KIND_BUILTIN)
			add_class(vm, vm->types[k]);
	}
	for (int i = 0; i < EXCEPTION_TYPE_COUNT; i++)
		add_class(vm, vm->exceptions[i]);
	dict_set_name(vm, vm->builtins, str_intern(vm, "NotImplemented", 14), V_NOT_IMPLEMENTED);
	dict_set_name(vm, vm->builtins, str_intern(vm, "Ellipsis", 8), V_ELLIPSIS);
	dict_set_name(vm, vm->builtins, VM_STR(vm, __debug__), V_TRUE);
	value os_error = obj_value(VM_EXC(vm, OSError));
	dict_set_name(vm, vm->builtins, str_intern(vm, "IOError", 7), os_error);
	dict_set_name(vm, vm->builtins, str_intern(vm, "EnvironmentError", 16), os_error);
}
