/*
 * str.format.  A field is
 *
 *     "{" [name] ("." attribute | "[" item "]")* ["!" conversion] [":" spec] "}"
 *
 * and a spec may hold fields of its own, one level deep.  What a field needs
 * of the program (a property, __format__) is an inner run.
 */
#include "vm/text/format.h"

#include "base/sbuf.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <ctype.h>
#include <string.h>

enum numbering { NUMBERING_OPEN, NUMBERING_AUTO, NUMBERING_MANUAL };

struct run {
	struct vm *vm;
	const struct args *args;
	enum numbering numbering;
	int64_t next;
};

struct part {
	const char *at, *end;
};

struct field {
	struct part name, spec;
	char conversion[5];
	bool has_conversion, nested;
};

static bool fail(struct run *r, const char *text)
{
	raise_value(r->vm, "%s", text);
	return false;
}

static bool put_markup(struct run *r, struct part text, int depth, struct sbuf *out);

/* The field's name ends at ":", "!" or "}" outside of brackets. */
static bool scan_name(struct run *r, struct part *p, struct field *f)
{
	bool bracket = false;
	f->name.at = p->at;
	for (; p->at < p->end; p->at++) {
		char c = *p->at;
		if (c == '{')
			return fail(r, "unexpected '{' in field name");
		if (c == '[')
			bracket = true;
		else if (c == ']')
			bracket = false;
		else if (!bracket && (c == '}' || c == ':' || c == '!'))
			break;
	}
	f->name.end = p->at;
	return p->at < p->end || fail(r, "expected '}' before end of string");
}

static bool scan_conversion(struct run *r, struct part *p, struct field *f)
{
	if (p->at == p->end)
		return fail(r, "end of string while looking for conversion specifier");
	size_t n = 1;
	while (p->at + n < p->end && n < 4 && ((unsigned char)p->at[n] & 0xc0) == 0x80)
		n++;
	memcpy(f->conversion, p->at, n);
	f->has_conversion = true;
	p->at += n;
	if (p->at == p->end || *p->at == '}' || *p->at == ':')
		return true;
	return fail(r, "expected ':' after conversion specifier");
}

static bool scan_spec(struct run *r, struct part *p, struct field *f)
{
	int open = 1;
	f->spec.at = p->at;
	for (; p->at < p->end; p->at++) {
		if (*p->at == '{') {
			f->nested = true;
			open++;
		} else if (*p->at == '}' && --open == 0) {
			f->spec.end = p->at++;
			return true;
		}
	}
	return fail(r, "unmatched '{' in format spec");
}

/* Behind "{", up to and with "}". */
static bool scan_field(struct run *r, struct part *p, struct field *f)
{
	*f = (struct field){ 0 };
	if (!scan_name(r, p, f))
		return false;
	char c = *p->at++;
	if (c == '!') {
		if (!scan_conversion(r, p, f))
			return false;
		if (p->at == p->end)
			return fail(r, "unmatched '{' in format spec");
		c = *p->at++;
	}
	return c == '}' || scan_spec(r, p, f);
}

/* All digits: 1 and the number; 0 not a number; -1 too large a one. */
static int part_number(struct run *r, struct part p, int64_t *n)
{
	*n = 0;
	if (p.at == p.end)
		return 0;
	for (; p.at < p.end; p.at++) {
		if (!isdigit((unsigned char)*p.at))
			return 0;
		if (__builtin_mul_overflow(*n, 10, n) ||
			__builtin_add_overflow(*n, *p.at - '0', n)) {
			fail(r, "Too many decimal digits in format string");
			return -1;
		}
	}
	return 1;
}

static bool number_fields(struct run *r, enum numbering how)
{
	if (r->numbering != NUMBERING_OPEN && r->numbering != how)
		return fail(r,
			how == NUMBERING_AUTO
				? "cannot switch from manual field specification to "
				  "automatic field numbering"
				: "cannot switch from automatic field numbering to manual "
				  "field specification");
	r->numbering = how;
	return true;
}

static value positional(struct run *r, int64_t i)
{
	if (i < r->args->n)
		return value_keep(r->args->at[i]);
	return vm_raise(r->vm, VM_EXC(r->vm, IndexError),
		"Replacement index %lld out of range for positional args tuple", (long long)i);
}

static value named(struct run *r, struct part p)
{
	value name = str_new(r->vm, p.at, (size_t)(p.end - p.at));
	const struct args *a = r->args;
	value v = V_ERROR;
	for (uint32_t i = 0; v == V_ERROR && i < a->nkw; i++) {
		if (str_equal(a->names[i], name))
			v = value_keep(a->at[a->n + i]);
	}
	if (v == V_ERROR)
		raise_key(r->vm, name);
	value_drop(r->vm, name);
	return v;
}

static value first_value(struct run *r, struct part p)
{
	int64_t i;
	if (p.at == p.end)
		return number_fields(r, NUMBERING_AUTO) ? positional(r, r->next++) : V_ERROR;
	int number = part_number(r, p, &i);
	if (number == 0)
		return named(r, p);
	return number > 0 && number_fields(r, NUMBERING_MANUAL) ? positional(r, i) : V_ERROR;
}

static value call_builtin(struct vm *vm, const char *name, value a, value b)
{
	value f = dict_find_name(vm->builtins, str_intern(vm, name, strlen(name)));
	return vm_call(vm, f, (value[]){ a, b }, 2);
}

static value get_attribute(struct run *r, value v, struct part p)
{
	value name = str_intern(r->vm, p.at, (size_t)(p.end - p.at));
	return call_builtin(r->vm, "getattr", v, name);
}

static value get_item(struct run *r, value v, struct part p)
{
	int64_t i;
	int number = part_number(r, p, &i);
	if (number < 0)
		return V_ERROR;
	value index = number ? small_make(i) : str_new(r->vm, p.at, (size_t)(p.end - p.at));
	value method = is_kind(v, OBJ_INSTANCE)
		? type_find_special(r->vm, v, VM_STR(r->vm, __getitem__))
		: V_UNSET;
	value result = method != V_UNSET ? vm_call(r->vm, method, (value[]){ v, index }, 2)
		: is_obj(v)              ? seq_get_item(r->vm, v, index)
					 : raise_type(r->vm, "'%T' object is not subscriptable", v);
	value_drop(r->vm, index);
	return result;
}

/* ".name" or "[item]" at *p. */
static bool scan_access(struct run *r, struct part *p, struct part *what, bool *item)
{
	*item = *p->at == '[';
	if (!*item && *p->at != '.')
		return fail(r, "Only '.' or '[' may follow ']' in format field specifier");
	what->at = ++p->at;
	while (p->at < p->end && (*item ? *p->at != ']' : *p->at != '.' && *p->at != '['))
		p->at++;
	what->end = p->at;
	if (*item && p->at++ == p->end)
		return fail(r, "Missing ']' in format string");
	return what->at < what->end || fail(r, "Empty attribute in format string");
}

static value field_value(struct run *r, struct part name)
{
	struct part first = name;
	while (name.at < name.end && *name.at != '.' && *name.at != '[')
		name.at++;
	first.end = name.at;
	value v = first_value(r, first);
	while (v != V_ERROR && name.at < name.end) {
		struct part what = { 0 };
		bool item;
		value next = V_ERROR;
		if (scan_access(r, &name, &what, &item))
			next = item ? get_item(r, v, what) : get_attribute(r, v, what);
		value_drop(r->vm, v);
		v = next;
	}
	return v;
}

static value raise_conversion(struct run *r, const char *conversion)
{
	if (conversion[0] > 32 && conversion[0] < 127)
		return raise_value(r->vm, "Unknown conversion specifier %s", conversion);
	return raise_value(r->vm, "Unknown conversion specifier \\x%x",
		(unsigned)(unsigned char)conversion[0]);
}

/* v as !r, !s or !a says; v is given away. */
static value convert(struct run *r, value v, const struct field *f)
{
	struct sbuf text = vm_text(r->vm), escaped = vm_text(r->vm);
	char c = f->conversion[0];
	bool known = f->conversion[1] == '\0' && (c == 'r' || c == 's' || c == 'a');
	bool good = known && (c == 's' ? ops_str_now : ops_repr_now)(r->vm, v, &text);
	value_drop(r->vm, v);
	if (good && c == 'a') {
		str_escape(sbuf_cstr(&text), text.len, &escaped);
		sbuf_fini(&text);
		return str_from_sbuf(r->vm, &escaped);
	}
	if (good)
		return str_from_sbuf(r->vm, &text);
	sbuf_fini(&text);
	return known ? V_ERROR : raise_conversion(r, f->conversion);
}

static value field_spec(struct run *r, const struct field *f, int depth)
{
	if (!f->nested)
		return str_new(r->vm, f->spec.at ? f->spec.at : "",
			f->spec.at ? (size_t)(f->spec.end - f->spec.at) : 0);
	struct sbuf text = vm_text(r->vm);
	if (put_markup(r, f->spec, depth + 1, &text))
		return str_from_sbuf(r->vm, &text);
	sbuf_fini(&text);
	return V_ERROR;
}

static bool put_formatted(struct run *r, value v, value spec, struct sbuf *out)
{
	value text = format_value(r->vm, v, spec);
	if (text == V_NOT_IMPLEMENTED)
		text = call_builtin(r->vm, "format", v, spec);
	if (text == V_ERROR)
		return false;
	sbuf_bytes(out, str_get(text)->bytes, str_get(text)->len);
	value_drop(r->vm, text);
	return memory_suffices(r->vm, out->len, 1);
}

static bool put_field(struct run *r, const struct field *f, int depth, struct sbuf *out)
{
	value v = field_value(r, f->name);
	if (v != V_ERROR && f->has_conversion)
		v = convert(r, v, f);
	if (v == V_ERROR)
		return false;
	value spec = field_spec(r, f, depth);
	bool good = spec != V_ERROR && put_formatted(r, v, spec, out);
	if (spec != V_ERROR)
		value_drop(r->vm, spec);
	value_drop(r->vm, v);
	return good;
}

static bool put_markup(struct run *r, struct part p, int depth, struct sbuf *out)
{
	if (depth > 2)
		return fail(r, "Max string recursion exceeded");
	while (p.at < p.end) {
		char c = *p.at++;
		bool twice = p.at < p.end && *p.at == c;
		if (c != '{' && c != '}') {
			sbuf_char(out, c);
		} else if (twice) {
			sbuf_char(out, c);
			p.at++;
		} else if (c == '}' || p.at == p.end) {
			return fail(r,
				c == '}' ? "Single '}' encountered in format string"
					 : "Single '{' encountered in format string");
		} else {
			struct field f;
			if (!scan_field(r, &p, &f) || !put_field(r, &f, depth, out))
				return false;
		}
	}
	return true;
}

value format_method(struct vm *vm, value self, const struct args *a)
{
	struct run r = { .vm = vm, .args = a };
	const struct str *s = str_get(self);
	struct sbuf out = vm_text(vm);
	if (put_markup(&r, (struct part){ s->bytes, s->bytes + s->len }, 1, &out))
		return str_from_sbuf(vm, &out);
	sbuf_fini(&out);
	return V_ERROR;
}
