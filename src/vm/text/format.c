#include "vm/text/format.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/text/format_spec.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <math.h>
#include <string.h>

static const char *str_complaint(const struct format_spec *f)
{
	if (f->sign == ' ')
		return "Space not allowed in string format specifier";
	if (f->sign)
		return "Sign not allowed in string format specifier";
	if (f->no_negative_zero)
		return "Negative zero coercion (z) not allowed in string format specifier";
	if (f->alternate)
		return "Alternate form (#) not allowed in string format specifier";
	if (f->align == '=')
		return "'=' alignment not allowed in string format specifier";
	return NULL;
}

static value format_str(struct vm *vm, value v, const struct format_spec *f)
{
	if (f->type != 0 && f->type != 's')
		return format_refuse_type(vm, v, f->type);
	const char *complaint = str_complaint(f);
	if (complaint)
		return raise_value(vm, "%s", complaint);
	const struct str *s = str_get(v);
	int64_t count = f->precision >= 0 && f->precision < s->count ? f->precision : s->count;
	return format_text(vm, f, s->bytes, str_offset(v, count), (size_t)count);
}

static const char *sign_of(const struct format_spec *f, bool negative)
{
	return negative ? "-" : f->sign == '+' ? "+" : f->sign == ' ' ? " " : "";
}

static value format_character(struct vm *vm, int64_t i, const struct format_spec *f)
{
	char bytes[4];
	if (f->sign)
		return raise_value(vm, "Sign not allowed with integer format specifier 'c'");
	if (f->alternate)
		return raise_value(
			vm, "Alternate form (#) not allowed with integer format specifier 'c'");
	if (i < 0 || i > 0x10ffff)
		return vm_raise(vm, VM_EXC(vm, OverflowError), "%%c arg not in range(0x110000)");
	struct format_spec g = *f;
	g.align = f->align == '=' || !f->align ? '>' : f->align;
	return format_text(vm, &g, bytes, utf8_encode(bytes, (uint32_t)i), 1);
}

struct base {
	char type;
	unsigned base;
	const char *prefix;
};

static const struct base bases[] = {
	{ 'b', 2, "0b" },
	{ 'o', 8, "0o" },
	{ 'x', 16, "0x" },
	{ 'X', 16, "0X" },
	{ 'd', 10, "" },
	{ 'n', 10, "" },
};

static const struct base *find_base(uint32_t type)
{
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		if ((uint32_t)bases[i].type == type)
			return &bases[i];
	}
	return NULL;
}

static value format_int(struct vm *vm, int64_t i, const struct format_spec *f)
{
	char buffer[65];
	if (f->precision >= 0)
		return raise_value(vm, "Precision not allowed in integer format specifier");
	if (f->no_negative_zero)
		return raise_value(
			vm, "Negative zero coercion (z) not allowed in integer format specifier");
	if (f->type == 'c')
		return format_character(vm, i, f);
	const struct base *b = find_base(f->type ? f->type : 'd');
	uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
	const char *digits = format_digits(u, b->base, b->type == 'X', buffer);
	return format_number(vm, f,
		&(struct number_parts){
			.sign = sign_of(f, i < 0),
			.prefix = f->alternate ? b->prefix : "",
			.digits = digits,
			.ndigits = strlen(digits),
			.rest = "",
			.group = b->base == 10 ? 3 : 4,
			.finite = true,
		});
}

static bool is_zero_text(const char *s)
{
	for (; *s && *s != 'e' && *s != 'E'; s++) {
		if (*s >= '1' && *s <= '9')
			return false;
	}
	return true;
}

static value format_double(struct vm *vm, double d, const struct format_spec *f)
{
	char type = f->type ? (char)f->type : 'r';
	bool percent = type == '%', plain = type == 'r';
	int64_t precision = f->precision;
	if (percent)
		d *= 100;
	if (precision < 0)
		precision = 6;
	else if (plain)
		type = 'g';
	if (f->type == 'n')
		type = 'g';
	if ((type == 'g' || type == 'G') && precision == 0)
		precision = 1;
	struct sbuf text = vm_text(vm);
	if (!format_float(vm, d, percent ? 'f' : type, precision, f->alternate, plain, &text)) {
		sbuf_fini(&text);
		return V_ERROR;
	}
	if (percent)
		sbuf_char(&text, '%');
	bool negative = signbit(d) && !isnan(d);
	if (negative && f->no_negative_zero && isfinite(d) && is_zero_text(text.text))
		negative = false;
	size_t ndigits = isfinite(d) ? strspn(text.text, "0123456789") : 0;
	value r = format_number(vm, f,
		&(struct number_parts){
			.sign = sign_of(f, negative),
			.prefix = "",
			.digits = text.text,
			.ndigits = ndigits,
			.rest = text.text + ndigits,
			.nrest = text.len - ndigits,
			.group = 3,
			.finite = isfinite(d),
		});
	sbuf_fini(&text);
	return r;
}

static bool is_float_type(uint32_t type)
{
	return type > 0 && type < 128 && strchr("eEfFgG%", (int)type);
}

static value format_with(struct vm *vm, value v, const struct format_spec *f)
{
	double d;
	int64_t i;
	if (is_str(v))
		return format_str(vm, v, f);
	number_get(v, &d);
	if (is_float(v)) {
		bool good = f->type == 0 || f->type == 'n' || is_float_type(f->type);
		return good ? format_double(vm, d, f) : format_refuse_type(vm, v, f->type);
	}
	if (is_float_type(f->type))
		return format_double(vm, d, f);
	if (f->type != 0 && f->type != 'c' && !find_base(f->type))
		return format_refuse_type(vm, v, f->type);
	int_get(v, &i);
	return format_int(vm, i, f);
}

static bool is_user_instance(struct vm *vm, value v)
{
	if (!is_obj(v) ||
		!(is_kind(v, OBJ_INSTANCE) || is_kind(v, OBJ_EXCEPTION) ||
			obj_get(v)->flags & OBJ_TYPED))
		return false;
	return type_find_special(vm, v, VM_STR(vm, __format__)) != V_UNSET ||
		type_find_special(vm, v, VM_STR(vm, __str__)) != V_UNSET ||
		type_find_special(vm, v, VM_STR(vm, __repr__)) != V_UNSET;
}

static value text_of(struct vm *vm, value v)
{
	struct sbuf out = vm_text(vm);
	if (ops_str_now(vm, v, &out))
		return str_from_sbuf(vm, &out);
	sbuf_fini(&out);
	return V_ERROR;
}

value format_value(struct vm *vm, value v, value spec)
{
	double d;
	struct format_spec f;
	if (is_user_instance(vm, v))
		return V_NOT_IMPLEMENTED;
	if (str_get(spec)->len == 0)
		return is_str(v) && !(obj_get(v)->flags & OBJ_TYPED) ? value_keep(v)
								     : text_of(vm, v);
	if (!is_str(v) && !number_get(v, &d))
		return raise_type(vm, "unsupported format string passed to %T.__format__", v);
	return format_spec_parse(vm, v, spec, &f) ? format_with(vm, v, &f) : V_ERROR;
}
