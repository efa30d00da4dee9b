#include "vm/text/format_spec.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cursor {
	const char *at, *end;
};

static bool is_align(uint32_t c)
{
	return c == '<' || c == '>' || c == '=' || c == '^';
}

static void parse_align(struct cursor *p, struct format_spec *f)
{
	uint32_t first = 0;
	size_t n = p->at < p->end ? utf8_decode_wtf(p->at, (size_t)(p->end - p->at), &first) : 0;
	if (n > 0 && p->at + n < p->end && is_align((unsigned char)p->at[n])) {
		f->fill = first;
		f->align = p->at[n];
		f->fill_given = f->align_given = true;
		p->at += n + 1;
	} else if (n > 0 && is_align(first)) {
		f->align = (char)first;
		f->align_given = true;
		p->at += n;
	}
}

static bool take_char(struct cursor *p, char c)
{
	if (p->at == p->end || *p->at != c)
		return false;
	p->at++;
	return true;
}

/* A number of digits; *n keeps its value if there are none. */
static bool parse_count(struct vm *vm, struct cursor *p, int64_t *n)
{
	int64_t count = 0;
	bool some = false;
	for (; p->at < p->end && isdigit((unsigned char)*p->at); p->at++, some = true) {
		if (__builtin_mul_overflow(count, 10, &count) ||
			__builtin_add_overflow(count, *p->at - '0', &count)) {
			raise_value(vm, "Too many decimal digits in format string");
			return false;
		}
	}
	if (some)
		*n = count;
	return true;
}

static bool parse_grouping(struct vm *vm, struct cursor *p, struct format_spec *f)
{
	if (take_char(p, ','))
		f->grouping = ',';
	if (take_char(p, '_')) {
		if (f->grouping) {
			raise_value(vm, "Cannot specify both ',' and '_'.");
			return false;
		}
		f->grouping = '_';
	}
	if (p->at < p->end && *p->at == ',' && f->grouping == '_') {
		raise_value(vm, "Cannot specify both ',' and '_'.");
		return false;
	}
	return true;
}

static bool parse_precision(struct vm *vm, struct cursor *p, struct format_spec *f)
{
	if (!take_char(p, '.'))
		return true;
	if (!parse_count(vm, p, &f->precision))
		return false;
	if (f->precision < 0)
		raise_value(vm, "Format specifier missing precision");
	return f->precision >= 0;
}

static bool parse_type(struct vm *vm, struct cursor *p, value v, value spec, struct format_spec *f)
{
	if (p->at < p->end)
		p->at += utf8_decode_wtf(p->at, (size_t)(p->end - p->at), &f->type);
	if (p->at == p->end)
		return true;
	raise_value(vm, "Invalid format specifier '%S' for object of type '%T'", spec, v);
	return false;
}

static bool check_grouping(struct vm *vm, const struct format_spec *f)
{
	if (!f->grouping || f->type == 0 || (f->type < 128 && strchr("defgEG%F", (int)f->type)))
		return true;
	if (f->grouping == '_' && f->type < 128 && strchr("boxX", (int)f->type))
		return true;
	if (f->type > 32 && f->type < 128)
		raise_value(vm, "Cannot specify '%c' with '%c'.", f->grouping, (int)f->type);
	else
		raise_value(
			vm, "Cannot specify '%c' with '\\x%x'.", f->grouping, (unsigned)f->type);
	return false;
}

bool format_spec_parse(struct vm *vm, value v, value spec, struct format_spec *f)
{
	const struct str *s = str_get(spec);
	struct cursor p = { s->bytes, s->bytes + s->len };
	*f = (struct format_spec){ .fill = ' ', .width = -1, .precision = -1 };
	parse_align(&p, f);
	if (p.at < p.end && (*p.at == '+' || *p.at == '-' || *p.at == ' '))
		f->sign = *p.at++;
	f->no_negative_zero = take_char(&p, 'z');
	f->alternate = take_char(&p, '#');
	if (!f->fill_given && take_char(&p, '0')) {
		f->fill = '0';
		if (!f->align_given && !is_str(v))
			f->align = '=';
	}
	if (!parse_count(vm, &p, &f->width) || !parse_grouping(vm, &p, f) ||
		!parse_precision(vm, &p, f))
		return false;
	if (!parse_type(vm, &p, v, spec, f))
		return false;
	/* A str has no grouping, whatever its type is. */
	if (is_str(v) && f->grouping && f->type == 0)
		f->type = 's';
	return check_grouping(vm, f);
}

value format_refuse_type(struct vm *vm, value v, uint32_t type)
{
	if (type > 32 && type < 128)
		return raise_value(
			vm, "Unknown format code '%c' for object of type '%T'", (int)type, v);
	return raise_value(
		vm, "Unknown format code '\\x%x' for object of type '%T'", (unsigned)type, v);
}

static void put_fill(struct sbuf *out, const struct format_spec *f, int64_t n)
{
	if (f->fill < 0x80 && n > 0)
		sbuf_fill(out, (char)f->fill, (size_t)n);
	for (; f->fill >= 0x80 && n > 0 && !sbuf_is_full(out); n--)
		sbuf_utf8(out, f->fill);
}

/* How much of the padding stands at the left. */
static int64_t left_of(int64_t missing, char align)
{
	if (missing <= 0)
		return 0;
	return align == '<' ? 0 : align == '^' ? missing / 2 : missing;
}

static bool width_suffices(struct vm *vm, const struct format_spec *f)
{
	return f->width < 0 || memory_suffices(vm, (uint64_t)f->width, 4);
}

value format_text(
	struct vm *vm, const struct format_spec *f, const char *text, size_t n, size_t count)
{
	if (!width_suffices(vm, f))
		return V_ERROR;
	int64_t missing = f->width - (int64_t)count;
	int64_t left = left_of(missing, f->align ? f->align : '<');
	struct sbuf out = vm_text(vm);
	put_fill(&out, f, left);
	sbuf_bytes(&out, text, n);
	put_fill(&out, f, missing - left);
	return str_from_sbuf(vm, &out);
}

/* The digits with separators, and zeros at the left until they are wide enough. */
static void put_grouped(
	struct sbuf *out, const struct format_spec *f, const struct number_parts *p, int64_t wanted)
{
	size_t n = p->ndigits;
	unsigned group = f->grouping ? p->group : 0;
	for (;;) {
		size_t separators = group && n > 0 ? (n - 1) / group : 0;
		if ((int64_t)(n + separators) >= wanted)
			break;
		n++;
	}
	for (size_t i = 0; i < n; i++) {
		sbuf_char(out, i < n - p->ndigits ? '0' : p->digits[i - (n - p->ndigits)]);
		if (group && i + 1 < n && (n - i - 1) % group == 0)
			sbuf_char(out, f->grouping);
	}
}

value format_number(struct vm *vm, const struct format_spec *f, const struct number_parts *p)
{
	if (!width_suffices(vm, f))
		return V_ERROR;
	char align = f->align ? f->align : '>';
	bool zeros = f->fill == '0' && align == '=' && p->finite;
	size_t fixed = strlen(p->sign) + strlen(p->prefix);
	struct sbuf body = vm_text(vm), out = vm_text(vm);
	put_grouped(&body, f, p, zeros ? f->width - (int64_t)(fixed + p->nrest) : 0);
	sbuf_bytes(&body, p->rest, p->nrest);
	int64_t missing = f->width - (int64_t)(fixed + body.len);
	int64_t left = align == '=' ? 0 : left_of(missing, align);
	put_fill(&out, f, left);
	sbuf_str(&out, p->sign);
	sbuf_str(&out, p->prefix);
	put_fill(&out, f, align == '=' ? missing : 0);
	sbuf_bytes(&out, sbuf_cstr(&body), body.len);
	put_fill(&out, f, align == '=' ? 0 : missing - left);
	sbuf_fini(&body);
	return str_from_sbuf(vm, &out);
}

const char *format_digits(uint64_t u, unsigned base, bool capitals, char buffer[65])
{
	const char *digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
	char *p = buffer + 64;
	*p = '\0';
	do
		*--p = digits[u % base];
	while ((u /= base) > 0);
	return p;
}

static void upper_from(struct sbuf *b, size_t from)
{
	for (size_t i = from; i < b->len; i++)
		b->text[i] = (char)toupper((unsigned char)b->text[i]);
}

/* Takes the zeros off the end of the fraction of d.ddde+dd at from. */
static void cut_zeros(struct sbuf *out, size_t from)
{
	char tail[16];
	char *mark = strchr(out->text + from, 'e');
	snprintf(tail, sizeof tail, "%s", mark);
	size_t end = (size_t)(mark - out->text);
	if (memchr(out->text + from, '.', end - from)) {
		while (out->text[end - 1] == '0')
			end--;
		if (out->text[end - 1] == '.')
			end--;
	}
	sbuf_truncate(out, end);
	sbuf_str(out, tail);
}

/* No double has more digits behind its point: zeros follow. */
enum { DIGITS_MAX = 1100 };

/* %.*f or, if mark is 'e', %.*e, with # if alternate; of any precision. */
static void put_digits(double f, int precision, char mark, bool alternate, struct sbuf *out)
{
	int digits = precision < DIGITS_MAX ? precision : DIGITS_MAX;
	size_t from = out->len;
	if (mark == 'e')
		sbuf_printf(out, alternate ? "%#.*e" : "%.*e", digits, f);
	else
		sbuf_printf(out, alternate ? "%#.*f" : "%.*f", digits, f);
	if (digits == precision)
		return;
	char tail[16] = "", *exponent = mark == 'e' ? strchr(out->text + from, 'e') : NULL;
	if (exponent) {
		snprintf(tail, sizeof tail, "%s", exponent);
		sbuf_truncate(out, (size_t)(exponent - out->text));
	}
	sbuf_fill(out, '0', (size_t)(precision - digits));
	sbuf_str(out, tail);
}

/* %g without #: zeros at the end are left out. */
static void put_general(double f, int precision, struct sbuf *out)
{
	sbuf_printf(out, "%.*g", precision < DIGITS_MAX ? precision : DIGITS_MAX, f);
}

/* The exponent of f as %e writes it with that many digits. */
static int exponent_of(double f, int precision)
{
	struct sbuf e = { 0 };
	put_digits(f, precision - 1 < DIGITS_MAX ? precision - 1 : DIGITS_MAX, 'e', false, &e);
	int exponent = atoi(strchr(e.text, 'e') + 1);
	sbuf_fini(&e);
	return exponent;
}

/* %#g, whose zeros some C libraries lose when rounding carries into a new digit. */
static void put_general_full(double f, int precision, struct sbuf *out)
{
	int exponent = exponent_of(f, precision);
	if (exponent < -4 || exponent >= precision)
		put_digits(f, precision - 1, 'e', true, out);
	else
		put_digits(f, precision - 1 - exponent, 'f', true, out);
}

/* As %g, but a number that looks like an int gets ".0", and goes over to an
 * exponent one digit earlier. */
static void put_general_with_point(double f, int precision, bool alternate, struct sbuf *out)
{
	int exponent = exponent_of(f, precision);
	if (exponent >= -4 && exponent < precision - 1) {
		size_t from = out->len;
		if (alternate)
			put_general_full(f, precision, out);
		else
			put_general(f, precision, out);
		if (!memchr(out->text + from, '.', out->len - from))
			sbuf_str(out, ".0");
		return;
	}
	if (exponent < -4 || exponent >= precision) {
		if (alternate)
			put_general_full(f, precision, out);
		else
			put_general(f, precision, out);
		return;
	}
	/* exponent == precision - 1: %g would still write it out. */
	size_t from = out->len;
	put_digits(f, precision - 1, 'e', alternate, out);
	if (!alternate)
		cut_zeros(out, from);
}

/* With a point before the exponent in any case. */
static void put_repr_full(double f, struct sbuf *out)
{
	struct sbuf r = { 0 };
	float_repr(f, &r);
	const char *mark = strchr(r.text, 'e');
	size_t n = mark ? (size_t)(mark - r.text) : r.len;
	sbuf_bytes(out, r.text, n);
	if (!memchr(r.text, '.', r.len))
		sbuf_char(out, '.');
	sbuf_bytes(out, r.text + n, r.len - n);
	sbuf_fini(&r);
}

bool format_float(struct vm *vm, double f, char type, int64_t precision, bool alternate,
	bool with_point, struct sbuf *out)
{
	char lower = (char)tolower((unsigned char)type);
	size_t from = out->len;
	f = fabs(f);
	if (precision > INT32_MAX - 1000) {
		raise_value(vm, "precision too big");
		return false;
	}
	if (precision > 0 && !memory_suffices(vm, (uint64_t)precision, 1))
		return false;
	int digits = (int)precision;
	if (!isfinite(f))
		sbuf_str(out, isnan(f) ? "nan" : "inf");
	else if (lower == 'r' && alternate)
		put_repr_full(f, out);
	else if (lower == 'r')
		float_repr(f, out);
	else if (lower == 'g' && with_point)
		put_general_with_point(f, digits > 0 ? digits : 1, alternate, out);
	else if (lower == 'g' && alternate)
		put_general_full(f, digits > 0 ? digits : 1, out);
	else if (lower == 'g')
		put_general(f, digits, out);
	else
		put_digits(f, digits, lower == 'e' ? 'e' : 'f', alternate, out);
	if (type != lower)
		upper_from(out, from);
	return true;
}
