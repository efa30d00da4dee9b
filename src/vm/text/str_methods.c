#include "vm/text/str_methods.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "lang/tree/ast.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/iter.h"
#include "vm/text/format.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

#include <string.h>

value str_plain(struct vm *vm, value s)
{
	const struct str *t = str_get(s);
	return t->obj.flags & OBJ_TYPED ? str_new(vm, t->bytes, t->len) : value_keep(s);
}

value str_part(struct vm *vm, value s, size_t from, size_t to)
{
	return str_new(vm, str_get(s)->bytes + from, to - from);
}

/* The second argument, one character, or a space. */
static bool fill_character(struct vm *vm, const struct args *a, const char **fill, size_t *n)
{
	*fill = " ";
	*n = 1;
	if (a->n < 2)
		return true;
	if (!is_str(a->at[1]))
		raise_type(vm, "The fill character must be a unicode character, not %T", a->at[1]);
	else if (str_get(a->at[1])->count != 1)
		raise_type(vm, "The fill character must be exactly one character long");
	else {
		*fill = str_get(a->at[1])->bytes;
		*n = str_get(a->at[1])->len;
	}
	return vm->exc == V_UNSET;
}

static void put_times(struct sbuf *out, const char *text, size_t n, int64_t times)
{
	if (n == 1 && times > 0)
		sbuf_fill(out, *text, (size_t)times);
	for (int64_t i = 0; n > 1 && i < times && !sbuf_is_full(out); i++)
		sbuf_bytes(out, text, n);
}

enum align { LEFT, CENTER, RIGHT };

static value pad(struct vm *vm, value self, const struct args *a, enum align align)
{
	int64_t width;
	const char *fill;
	size_t n;
	if (!index_arg(vm, a->at[0], &width) || !fill_character(vm, a, &fill, &n))
		return V_ERROR;
	const struct str *s = str_get(self);
	int64_t missing = width - s->count;
	if (missing <= 0)
		return str_plain(vm, self);
	if (!memory_suffices(vm, (uint64_t)width, n))
		return V_ERROR;
	int64_t left = align == LEFT ? 0
		: align == RIGHT     ? missing
				     : missing / 2 + (missing & width & 1);
	struct sbuf out = vm_text(vm);
	put_times(&out, fill, n, left);
	sbuf_bytes(&out, s->bytes, s->len);
	put_times(&out, fill, n, missing - left);
	return str_from_sbuf(vm, &out);
}

value str_center(struct vm *vm, value self, const struct args *a)
{
	return pad(vm, self, a, CENTER);
}

value str_ljust(struct vm *vm, value self, const struct args *a)
{
	return pad(vm, self, a, LEFT);
}

value str_rjust(struct vm *vm, value self, const struct args *a)
{
	return pad(vm, self, a, RIGHT);
}

value str_zfill(struct vm *vm, value self, const struct args *a)
{
	int64_t width;
	if (!index_arg(vm, a->at[0], &width))
		return V_ERROR;
	const struct str *s = str_get(self);
	if (width <= s->count)
		return str_plain(vm, self);
	if (!memory_suffices(vm, (uint64_t)width, 1))
		return V_ERROR;
	struct sbuf out = vm_text(vm);
	size_t sign = s->len > 0 && (s->bytes[0] == '+' || s->bytes[0] == '-');
	sbuf_bytes(&out, s->bytes, sign);
	sbuf_fill(&out, '0', (size_t)width - s->count);
	sbuf_bytes(&out, s->bytes + sign, s->len - sign);
	return str_from_sbuf(vm, &out);
}

static bool put_expanded(struct vm *vm, const struct str *s, int64_t size, struct sbuf *out)
{
	int64_t column = 0;
	for (uint32_t i = 0; i < s->len; i++) {
		char c = s->bytes[i];
		if (c == '\t') {
			int64_t n = size > 0 ? size - column % size : 0;
			if (!memory_suffices(vm, (uint64_t)n + out->len, 1))
				return false;
			sbuf_fill(out, ' ', (size_t)n);
			column += n;
			continue;
		}
		sbuf_char(out, c);
		if (((unsigned char)c & 0xc0) != 0x80)
			column++;
		if (c == '\n' || c == '\r')
			column = 0;
	}
	return true;
}

value str_expandtabs(struct vm *vm, value self, const struct args *a)
{
	const value known[] = { str_intern(vm, "tabsize", 7) };
	if (!args_done(vm, a, "expandtabs", known, 1, 1))
		return V_ERROR;
	value arg = args_get(a, 0, known[0]);
	int64_t size = 8;
	if (arg != V_UNSET && !index_arg(vm, arg, &size))
		return V_ERROR;
	struct sbuf out = vm_text(vm);
	if (put_expanded(vm, str_get(self), size, &out))
		return str_from_sbuf(vm, &out);
	sbuf_fini(&out);
	return V_ERROR;
}

/* What a table says of a character is put: nothing, a character, a str. */
static bool put_translation(struct vm *vm, value to, struct sbuf *out)
{
	int64_t c;
	if (to == V_NONE)
		return true;
	if (is_str(to)) {
		sbuf_bytes(out, str_get(to)->bytes, str_get(to)->len);
		return memory_suffices(vm, out->len, 1);
	}
	if (!int_get(to, &c)) {
		raise_type(vm, "character mapping must return integer, None or str");
		return false;
	}
	if (c < 0 || c > 0x10ffff) {
		raise_value(vm, "character mapping must be in range(0x110000)");
		return false;
	}
	sbuf_utf8(out, (uint32_t)c);
	return true;
}

static bool translate_character(struct vm *vm, value table, uint32_t c, struct sbuf *out)
{
	value to = dict_find(vm, dict_obj(table), small_make(c));
	if (to == V_ERROR)
		return false;
	if (to != V_UNSET)
		return put_translation(vm, to, out);
	sbuf_utf8(out, c);
	return true;
}

value str_translate(struct vm *vm, value self, const struct args *a)
{
	if (!is_kind(a->at[0], OBJ_DICT))
		return raise_type(vm, "'%T' object is not subscriptable", a->at[0]);
	const struct str *s = str_get(self);
	struct sbuf out = vm_text(vm);
	for (size_t at = 0; at < s->len;) {
		uint32_t c;
		at += utf8_decode_wtf(s->bytes + at, s->len - at, &c);
		if (!translate_character(vm, a->at[0], c, &out)) {
			sbuf_fini(&out);
			return V_ERROR;
		}
	}
	return str_from_sbuf(vm, &out);
}

static uint32_t code_at(value s, int64_t i)
{
	uint32_t c;
	size_t at = str_offset(s, i);
	utf8_decode_wtf(str_get(s)->bytes + at, str_get(s)->len - at, &c);
	return c;
}

/* {one character or a number: …} with the characters as numbers. */
static value table_from_dict(struct vm *vm, struct dict *from)
{
	struct dict *d = dict_new(vm);
	value key, val;
	for (uint32_t i = 0; dict_next(from, &i, &key, &val);) {
		if (is_str(key) && str_get(key)->count != 1) {
			obj_drop(vm, d);
			return raise_value(
				vm, "string keys in translate table must be of length 1");
		}
		dict_set(vm, d, is_str(key) ? small_make(code_at(key, 0)) : key, val);
	}
	return obj_value(d);
}

static value maketrans(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n == 1 && is_kind(a->at[0], OBJ_DICT))
		return table_from_dict(vm, dict_obj(a->at[0]));
	if (a->n == 1)
		return raise_type(
			vm, "if you give only one argument to maketrans it must be a dict");
	for (uint32_t i = 0; i < a->n; i++) {
		if (!is_str(a->at[i]))
			return raise_type(
				vm, "maketrans() argument %u must be str, not %T", i + 1, a->at[i]);
	}
	if (str_get(a->at[0])->count != str_get(a->at[1])->count)
		return raise_value(vm, "the first two maketrans arguments must have equal length");
	struct dict *d = dict_new(vm);
	for (int64_t i = 0; i < str_get(a->at[0])->count; i++)
		dict_set(vm, d, small_make(code_at(a->at[0], i)), small_make(code_at(a->at[1], i)));
	for (int64_t i = 0; a->n > 2 && i < str_get(a->at[2])->count; i++)
		dict_set(vm, d, small_make(code_at(a->at[2], i)), V_NONE);
	return obj_value(d);
}

const struct native_def str_methods[] = {
	{ "capitalize", str_capitalize, 0, 0, false,
		"The first character as a title, the rest small." },
	{ "casefold", str_casefold, 0, 0, false, "A form for comparisons that ignore case." },
	{ "center", str_center, 1, 2, false, "In the middle of so many columns." },
	{ "count", str_count, 0, -1, false, "How often a part occurs, without overlaps." },
	{ "endswith", str_endswith, 0, -1, false,
		"Whether it ends with the text, or one of a tuple of them." },
	{ "expandtabs", str_expandtabs, 0, -1, true, "Tabs as spaces." },
	{ "find", str_find, 0, -1, false, "The first index of a part, or -1." },
	{ "format", format_method, 0, -1, true, "The text with its {fields} filled in." },
	{ "index", str_index, 0, -1, false, "The first index of a part." },
	{ "isalnum", str_isalnum, 0, 0, false, "Whether all are letters or digits." },
	{ "isalpha", str_isalpha, 0, 0, false, "Whether all are letters." },
	{ "isascii", str_isascii, 0, 0, false, "Whether all are ASCII." },
	{ "isdecimal", str_isdecimal, 0, 0, false, "Whether all are decimal digits." },
	{ "isdigit", str_isdigit, 0, 0, false, "Whether all are digits." },
	{ "isidentifier", str_isidentifier, 0, 0, false, "Whether it could be a name." },
	{ "islower", str_islower, 0, 0, false, "Whether all cased characters are small." },
	{ "isnumeric", str_isnumeric, 0, 0, false, "Whether all stand for numbers." },
	{ "isprintable", str_isprintable, 0, 0, false, "Whether repr shows all as they are." },
	{ "isspace", str_isspace, 0, 0, false, "Whether all are white space." },
	{ "istitle", str_istitle, 0, 0, false,
		"Whether each word begins with a capital, and only so." },
	{ "isupper", str_isupper, 0, 0, false, "Whether all cased characters are capitals." },
	{ "join", str_join, 1, 1, false, "The texts of an iterable with this one between them." },
	{ "ljust", str_ljust, 1, 2, false, "At the left of so many columns." },
	{ "lower", str_lower, 0, 0, false, "All in small letters." },
	{ "lstrip", str_lstrip, 0, 1, false,
		"Without white space, or those characters, at the left." },
	{ "maketrans", maketrans, 1, 3, false, "A table for translate." },
	{ "partition", str_partition, 1, 1, false,
		"What is before the first separator, it, and the rest." },
	{ "removeprefix", str_removeprefix, 1, 1, false, "Without that beginning." },
	{ "removesuffix", str_removesuffix, 1, 1, false, "Without that end." },
	{ "replace", str_replace, 2, 3, false, "With a part replaced, at most so many times." },
	{ "rfind", str_rfind, 0, -1, false, "The last index of a part, or -1." },
	{ "rindex", str_rindex, 0, -1, false, "The last index of a part." },
	{ "rjust", str_rjust, 1, 2, false, "At the right of so many columns." },
	{ "rpartition", str_rpartition, 1, 1, false,
		"What is before the last separator, it, and the rest." },
	{ "rsplit", str_rsplit, 0, -1, true,
		"The parts between separators, found from the right." },
	{ "rstrip", str_rstrip, 0, 1, false,
		"Without white space, or those characters, at the right." },
	{ "split", str_split, 0, -1, true, "The parts between separators." },
	{ "splitlines", str_splitlines, 0, -1, true, "The lines." },
	{ "startswith", str_startswith, 0, -1, false,
		"Whether it begins with the text, or one of a tuple of them." },
	{ "strip", str_strip, 0, 1, false,
		"Without white space, or those characters, at both ends." },
	{ "swapcase", str_swapcase, 0, 0, false, "Small letters for capitals and the reverse." },
	{ "title", str_title, 0, 0, false, "Each word with a capital." },
	{ "translate", str_translate, 1, 1, false, "Each character as the table says." },
	{ "upper", str_upper, 0, 0, false, "All in capitals." },
	{ "zfill", str_zfill, 1, 1, false, "With zeros at the left, behind the sign." },
	{ 0 },
};

static value str_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->n + a->nkw > 3)
		return raise_type(vm, "str() takes at most 3 arguments (%u given)", a->n + a->nkw);
	value v = args_get(a, 0, VM_STR(vm, obj));
	return v == V_UNSET ? value_keep(vm->empty_str) : ops_str(vm, v);
}

static value str_compare_op(struct vm *vm, enum cmp_op op, value a, value b)
{
	(void)vm;
	if (!is_str(a) || !is_str(b))
		return V_NOT_IMPLEMENTED;
	if (op == CMP_EQ || op == CMP_NE)
		return bool_make(str_equal(a, b) == (op == CMP_EQ));
	int c = str_compare(a, b);
	return bool_make(op == CMP_LT  ? c < 0
			: op == CMP_LE ? c <= 0
			: op == CMP_GT ? c > 0
				       : c >= 0);
}

/* Bytes of a str whose repr is a piece of work. */
enum { REPR_BYTES_OF_WORK = 4 };

static bool str_show(struct vm *vm, value v, struct sbuf *out)
{
	vm_work(vm, str_get(v)->len / REPR_BYTES_OF_WORK);
	str_repr(v, out);
	return true;
}

static bool str_itself(struct vm *vm, value v, struct sbuf *out)
{
	(void)vm;
	sbuf_bytes(out, str_get(v)->bytes, str_get(v)->len);
	return true;
}

static int64_t str_len(value v)
{
	return str_get(v)->count;
}

static value str_modulo(struct vm *vm, enum bin_op op, value a, value b)
{
	return op == BIN_MOD && is_str(a) ? str_percent(vm, a, b) : V_NOT_IMPLEMENTED;
}

static bool str_hash_of(struct vm *vm, value v, uint64_t *hash)
{
	(void)vm;
	*hash = str_hash(v);
	return true;
}

static void str_drop(struct vm *vm, struct obj *o)
{
	kind_drop_type(vm, o);
}

static value str_get_item(struct vm *vm, value s, value index)
{
	int64_t i, start, stop, step, len;
	if (!is_kind(index, OBJ_SLICE))
		return seq_index(vm, index, str_get(s)->count, "string", &i) ? str_at(vm, s, i)
									     : V_ERROR;
	if (!slice_resolve(vm, index, str_get(s)->count, &start, &stop, &step, &len))
		return V_ERROR;
	return str_slice(vm, s, start, stop, step, len);
}

const struct kind str_kind = {
	.name = "str",
	.drop = str_drop,
	.flags = KIND_BUILTIN | KIND_METHODS | KIND_INDEXED,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_ITER | SLOT_CONCAT | SLOT_CONTAINS | SLOT_MOD,
	.methods = str_methods,
	.repr = str_show,
	.str = str_itself,
	.len = str_len,
	.contains = seq_contains,
	.compare = str_compare_op,
	.binary = str_modulo,
	.concat = str_concat,
	.repeat = str_repeat,
	.hash = str_hash_of,
	.get_item = str_get_item,
	.iter = iter_of_str,
	.reversed = iter_back,
	.construct = str_construct,
};
