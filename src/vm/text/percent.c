/*
 * text % values, as printf does it:
 *
 *     "%" ["(" key ")"] flags [width] ["." precision] [h l L] conversion
 */
#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/dict.h"
#include "vm/text/format_spec.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

struct run {
	struct vm *vm;
	const char *start, *at, *end;
	value args; /* a tuple, or a single value */
	uint32_t next;
	bool is_mapping;
	value found; /* by the last key: from then on the only value that there is; V_UNSET: no key
			came (owned) */
	bool taken;  /* it was shown, or was a width */
};

struct item {
	bool minus, plus, space, alternate, zero;
	int64_t width, precision;
	uint32_t conversion;
};

static bool fail(struct run *r, const char *text)
{
	raise_value(r->vm, "%s", text);
	return false;
}

static bool fail_type(struct run *r, const char *text)
{
	raise_type(r->vm, "%s", text);
	return false;
}

/* The next of the values; borrowed, V_ERROR. */
static value next_value(struct run *r)
{
	if (r->found != V_UNSET && !r->taken) {
		r->taken = true;
		return r->found;
	}
	if (r->found != V_UNSET) {
		fail_type(r, "not enough arguments for format string");
		return V_ERROR;
	}
	if (is_kind(r->args, OBJ_TUPLE)) {
		if (r->next < tuple_get(r->args)->len)
			return tuple_get(r->args)->at[r->next++];
	} else if (r->next++ == 0) {
		return r->args;
	}
	fail_type(r, "not enough arguments for format string");
	return V_ERROR;
}

/* What the mapping has for a key; owned, V_ERROR. */
static value look_up(struct run *r, value key)
{
	if (is_kind(r->args, OBJ_DICT) && !(obj_get(r->args)->flags & OBJ_TYPED))
		return seq_get_item(r->vm, r->args, key);
	value method = type_find_special(r->vm, r->args, VM_STR(r->vm, __getitem__));
	if (method != V_UNSET)
		return vm_call(r->vm, method, (value[]){ r->args, key }, 2);
	return seq_get_item(r->vm, r->args, key);
}

/* "(key)", with parentheses inside it: its value is looked up at once. */
static bool scan_key(struct run *r)
{
	if (r->at == r->end || *r->at != '(')
		return true;
	if (!r->is_mapping)
		return fail_type(r, "format requires a mapping");
	const char *from = ++r->at;
	int open = 1;
	for (; r->at < r->end && open > 0; r->at++)
		open += *r->at == '(' ? 1 : *r->at == ')' ? -1 : 0;
	if (open > 0)
		return fail(r, "incomplete format key");
	value key = str_new(r->vm, from, (size_t)(r->at - 1 - from));
	value v = look_up(r, key);
	value_drop(r->vm, key);
	if (v == V_ERROR)
		return false;
	value_set(r->vm, &r->found, v);
	r->taken = false;
	return true;
}

static void scan_flags(struct run *r, struct item *it)
{
	for (; r->at < r->end; r->at++) {
		switch (*r->at) {
		case '-':
			it->minus = true;
			break;
		case '+':
			it->plus = true;
			break;
		case ' ':
			it->space = true;
			break;
		case '#':
			it->alternate = true;
			break;
		case '0':
			it->zero = true;
			break;
		default:
			return;
		}
	}
}

static bool scan_count(struct run *r, int64_t *n, const char *complaint)
{
	if (r->at < r->end && *r->at == '*') {
		r->at++;
		value v = next_value(r);
		return v != V_ERROR && (int_get(v, n) || fail_type(r, "* wants int"));
	}
	*n = 0;
	for (; r->at < r->end && isdigit((unsigned char)*r->at); r->at++) {
		*n = *n * 10 + (*r->at - '0');
		if (*n > INT32_MAX)
			return fail(r, complaint);
	}
	return true;
}

static bool scan_item(struct run *r, struct item *it)
{
	*it = (struct item){ .precision = -1 };
	if (!scan_key(r))
		return false;
	scan_flags(r, it);
	if (!scan_count(r, &it->width, "width too big"))
		return false;
	if (it->width < 0) {
		it->minus = true;
		it->width = -it->width;
	}
	if (r->at < r->end && *r->at == '.') {
		r->at++;
		if (!scan_count(r, &it->precision, "precision too big"))
			return false;
		it->precision = it->precision < 0 ? 0 : it->precision;
	}
	if (r->at < r->end && (*r->at == 'h' || *r->at == 'l' || *r->at == 'L'))
		r->at++;
	if (r->at == r->end)
		return fail(r, "incomplete format");
	r->at += utf8_decode_wtf(r->at, (size_t)(r->end - r->at), &it->conversion);
	return true;
}

static bool put_padded(struct run *r, const struct item *it, const char *text, size_t n,
	size_t count, struct sbuf *out)
{
	size_t missing = it->width > (int64_t)count ? (size_t)it->width - count : 0;
	if (!memory_suffices(r->vm, out->len + missing + n, 1))
		return false;
	if (!it->minus)
		sbuf_fill(out, ' ', missing);
	sbuf_bytes(out, text, n);
	if (it->minus)
		sbuf_fill(out, ' ', missing);
	return true;
}

/* sign and prefix, zeros if wanted, digits. */
static bool put_number(struct run *r, const struct item *it, const char *lead, const char *digits,
	size_t n, struct sbuf *out)
{
	size_t fixed = strlen(lead);
	size_t zeros = it->zero && !it->minus && it->width > (int64_t)(fixed + n)
		? (size_t)it->width - fixed - n
		: 0;
	if (!memory_suffices(r->vm, zeros + n, 1))
		return false;
	struct sbuf b = vm_text(r->vm);
	sbuf_str(&b, lead);
	sbuf_fill(&b, '0', zeros);
	sbuf_bytes(&b, digits, n);
	bool good = put_padded(r, it, b.text, b.len, b.len, out);
	sbuf_fini(&b);
	return good;
}

static const char *sign_of(const struct item *it, bool negative)
{
	return negative ? "-" : it->plus ? "+" : it->space ? " " : "";
}

static bool put_text(struct run *r, const struct item *it, value v, struct sbuf *out)
{
	struct sbuf text = vm_text(r->vm), escaped = vm_text(r->vm);
	bool good = it->conversion == 's' ? ops_str_now(r->vm, v, &text)
					  : ops_repr_now(r->vm, v, &text);
	struct sbuf *shown = &text;
	if (good && it->conversion == 'a') {
		str_escape(sbuf_cstr(&text), text.len, &escaped);
		shown = &escaped;
	}
	if (good) {
		value s = str_from_sbuf(r->vm, shown);
		int64_t count = str_get(s)->count;
		if (it->precision >= 0 && it->precision < count)
			count = it->precision;
		good = put_padded(
			r, it, str_get(s)->bytes, str_offset(s, count), (size_t)count, out);
		value_drop(r->vm, s);
	}
	sbuf_fini(&text);
	return good;
}

static bool put_character(struct run *r, const struct item *it, value v, struct sbuf *out)
{
	int64_t c;
	char bytes[4];
	if (is_str(v) && str_get(v)->count == 1)
		return put_padded(r, it, str_get(v)->bytes, str_get(v)->len, 1, out);
	if (!int_get(v, &c))
		return fail_type(r, "%c requires int or char");
	if (c < 0 || c > 0x10ffff) {
		vm_raise(r->vm, VM_EXC(r->vm, OverflowError), "%%c arg not in range(0x110000)");
		return false;
	}
	return put_padded(r, it, bytes, utf8_encode(bytes, (uint32_t)c), 1, out);
}

/* v as an int for a conversion; floats are cut for decimal ones. */
static bool int_of(struct run *r, uint32_t conversion, value v, int64_t *i)
{
	bool decimal = strchr("diu", (int)conversion);
	if (decimal && is_float(v)) {
		value cut = int_from_float(r->vm, float_get(v));
		if (cut == V_ERROR)
			return false;
		int_get(cut, i);
		value_drop(r->vm, cut);
		return true;
	}
	int found = decimal ? int_of_object(r->vm, v, i) : index_get(r->vm, v, i);
	if (found < 0 && vm_exc_is(r->vm, VM_EXC(r->vm, TypeError))) {
		value_drop(r->vm, vm_catch(r->vm));
		found = 0;
	}
	if (found == 0)
		raise_type(r->vm,
			decimal ? "%%%c format: a real number is required, not %T"
				: "%%%c format: an integer is required, not %T",
			(int)conversion, v);
	return found > 0;
}

static bool put_int(struct run *r, const struct item *it, value v, struct sbuf *out)
{
	char buffer[65], lead[4];
	int64_t i = 0;
	if (!int_of(r, it->conversion, v, &i))
		return false;
	unsigned base = it->conversion == 'o' ? 8 : (it->conversion | 32) == 'x' ? 16 : 10;
	const char *digits = format_digits(
		i < 0 ? -(uint64_t)i : (uint64_t)i, base, it->conversion == 'X', buffer);
	strcpy(lead, sign_of(it, i < 0));
	if (it->alternate && base != 10) {
		char *end = lead + strlen(lead);
		end[0] = '0';
		end[1] = (char)it->conversion;
		end[2] = '\0';
	}
	size_t n = strlen(digits),
	       zeros = it->precision > (int64_t)n ? (size_t)it->precision - n : 0;
	if (!memory_suffices(r->vm, zeros + n, 1))
		return false;
	struct sbuf b = vm_text(r->vm);
	sbuf_fill(&b, '0', zeros);
	sbuf_bytes(&b, digits, n);
	bool good = put_number(r, it, lead, b.text, b.len, out);
	sbuf_fini(&b);
	return good;
}

static bool put_float(struct run *r, const struct item *it, value v, struct sbuf *out)
{
	double f;
	int found = float_of_object(r->vm, v, &f);
	if (found == 0)
		raise_type(r->vm, "must be real number, not %T", v);
	if (found <= 0)
		return false;
	struct sbuf b = vm_text(r->vm);
	bool general = (it->conversion | 32) == 'g';
	int64_t precision = it->precision < 0   ? 6
		: it->precision == 0 && general ? 1
						: it->precision;
	bool good = format_float(
			    r->vm, f, (char)it->conversion, precision, it->alternate, false, &b) &&
		put_number(r, it, sign_of(it, signbit(f) && !isnan(f)), b.text, b.len, out);
	sbuf_fini(&b);
	return good;
}

static bool put_item(struct run *r, const struct item *it, value v, struct sbuf *out)
{
	uint32_t c = it->conversion;
	if (c == 's' || c == 'r' || c == 'a')
		return put_text(r, it, v, out);
	if (c == 'c')
		return put_character(r, it, v, out);
	if (c < 128 && c > 0 && strchr("diuoxX", (int)c))
		return put_int(r, it, v, out);
	if (c < 128 && c > 0 && strchr("eEfFgG", (int)c))
		return put_float(r, it, v, out);
	long long index = (long long)utf8_count(r->start, (size_t)(r->at - r->start)) - 1;
	raise_value(r->vm, "unsupported format character '%c' (0x%x) at index %lld",
		c > 31 && c < 128 ? (int)c : '?', (unsigned)c, index);
	return false;
}

static bool put_percent(struct run *r, struct sbuf *out)
{
	struct item it;
	if (r->at < r->end && *r->at == '%') {
		r->at++;
		sbuf_char(out, '%');
		return true;
	}
	if (!scan_item(r, &it))
		return false;
	value v = next_value(r);
	if (v == V_ERROR)
		return false;
	value_keep(v);
	bool good = put_item(r, &it, v, out);
	value_drop(r->vm, v);
	return good;
}

static bool is_mapping(struct vm *vm, value v)
{
	if (!is_obj(v) || is_kind(v, OBJ_TUPLE) || is_str(v))
		return false;
	return is_kind(v, OBJ_DICT) || is_kind(v, OBJ_LIST) || is_kind(v, OBJ_RANGE) ||
		is_kind(v, OBJ_DEQUE) ||
		type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET;
}

static bool is_all_used(const struct run *r)
{
	if (r->is_mapping)
		return true;
	return r->next >= (is_kind(r->args, OBJ_TUPLE) ? tuple_get(r->args)->len : 1);
}

static bool put_all(struct run *r, struct sbuf *out)
{
	while (r->at < r->end) {
		const char *percent = memchr(r->at, '%', (size_t)(r->end - r->at));
		const char *to = percent ? percent : r->end;
		sbuf_bytes(out, r->at, (size_t)(to - r->at));
		r->at = percent ? percent + 1 : r->end;
		if (percent && !put_percent(r, out))
			return false;
	}
	return is_all_used(r) ||
		fail_type(r, "not all arguments converted during string formatting");
}

value str_percent(struct vm *vm, value s, value args)
{
	const struct str *t = str_get(s);
	struct run r = {
		.vm = vm,
		.start = t->bytes,
		.at = t->bytes,
		.end = t->bytes + t->len,
		.args = args,
		.is_mapping = is_mapping(vm, args),
		.found = V_UNSET,
	};
	struct sbuf out = vm_text(vm);
	bool good = put_all(&r, &out);
	value_drop(vm, r.found);
	if (good)
		return str_from_sbuf(vm, &out);
	sbuf_fini(&out);
	return V_ERROR;
}
