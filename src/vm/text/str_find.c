/* Methods of str that search: by bytes, since no character's UTF-8 begins inside
 * another's. */
#include "vm/text/str_methods.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

#include <string.h>

/* A part of a str in which something is looked for. */
struct field {
	const struct str *s;
	size_t from, to;
	int64_t start;
	bool none;
};

/* These methods count their arguments in words of their own. */
static bool counted(struct vm *vm, const struct args *a, const char *name)
{
	if (a->n >= 1 && a->n <= 3)
		return true;
	if (a->n == 0)
		raise_type(vm, "%s() takes at least 1 argument (0 given)", name);
	else
		raise_type(vm, "%s() takes at most 3 arguments (%u given)", name, a->n);
	return false;
}

/* Arguments 1 and 2 bound the field; none: it begins behind the end. */
static bool field_of(struct vm *vm, value self, const struct args *a, struct field *f)
{
	int64_t start, stop, raw = 0;
	const struct str *s = str_get(self);
	if (!args_bounds(vm, a, 1, s->count, &start, &stop))
		return false;
	bool behind = a->n > 1 && int_get(a->at[1], &raw) && raw > (int64_t)s->count;
	*f = (struct field){ .s = s, .start = start, .none = behind || stop < start };
	f->from = str_offset(self, start);
	f->to = f->none ? f->from : str_offset(self, stop);
	return true;
}

enum { NOWHERE = -1 };

static int64_t search_forward(const struct str *s, size_t from, size_t to, const struct str *sub)
{
	const char *p = memmem(s->bytes + from, to - from, sub->bytes, sub->len);
	return p ? p - s->bytes : NOWHERE;
}

static int64_t search_backward(const struct str *s, size_t from, size_t to, const struct str *sub)
{
	if (sub->len > to - from)
		return NOWHERE;
	if (sub->len == 0)
		return (int64_t)to;
	for (size_t end = to - sub->len + 1; end > from;) {
		const char *p = memrchr(s->bytes + from, sub->bytes[0], end - from);
		if (!p)
			return NOWHERE;
		if (memcmp(p, sub->bytes, sub->len) == 0)
			return p - s->bytes;
		end = (size_t)(p - s->bytes);
	}
	return NOWHERE;
}

static bool must_be_str(struct vm *vm, value v)
{
	if (is_str(v))
		return true;
	raise_type(vm, "must be str, not %T", v);
	return false;
}

typedef int64_t search_fn(const struct str *s, size_t from, size_t to, const struct str *sub);

/* The character where argument 0 is found, NOWHERE, or -2 with an exception. */
static int64_t locate(
	struct vm *vm, value self, const struct args *a, const char *name, search_fn *search)
{
	struct field f;
	if (!counted(vm, a, name) || !must_be_str(vm, a->at[0]) || !field_of(vm, self, a, &f))
		return -2;
	vm_work(vm, (int64_t)(f.to - f.from) / 64);
	int64_t at = f.none ? NOWHERE : search(f.s, f.from, f.to, str_get(a->at[0]));
	if (at == NOWHERE || f.s->obj.flags & OBJ_ASCII)
		return at;
	return f.start + (int64_t)utf8_count(f.s->bytes + f.from, (size_t)at - f.from);
}

static value found_or_minus_one(int64_t at)
{
	return at == -2 ? V_ERROR : small_make(at);
}

static value found_or_error(struct vm *vm, int64_t at)
{
	return at == NOWHERE ? raise_value(vm, "substring not found") : found_or_minus_one(at);
}

value str_find(struct vm *vm, value self, const struct args *a)
{
	return found_or_minus_one(locate(vm, self, a, "find", search_forward));
}

value str_rfind(struct vm *vm, value self, const struct args *a)
{
	return found_or_minus_one(locate(vm, self, a, "rfind", search_backward));
}

value str_index(struct vm *vm, value self, const struct args *a)
{
	return found_or_error(vm, locate(vm, self, a, "index", search_forward));
}

value str_rindex(struct vm *vm, value self, const struct args *a)
{
	return found_or_error(vm, locate(vm, self, a, "rindex", search_backward));
}

/* Occurrences that do not overlap; of the empty str, the places between characters. */
static int64_t count_in(const struct str *s, size_t from, size_t to, const struct str *sub)
{
	if (sub->len == 0)
		return (int64_t)utf8_count(s->bytes + from, to - from) + 1;
	int64_t n = 0;
	for (int64_t at; (at = search_forward(s, from, to, sub)) != NOWHERE;
		from = (size_t)at + sub->len)
		n++;
	return n;
}

value str_count(struct vm *vm, value self, const struct args *a)
{
	struct field f;
	if (!counted(vm, a, "count") || !must_be_str(vm, a->at[0]) || !field_of(vm, self, a, &f))
		return V_ERROR;
	vm_work(vm, (int64_t)(f.to - f.from) / 16);
	return small_make(f.none ? 0 : count_in(f.s, f.from, f.to, str_get(a->at[0])));
}

/* "argument 1 must be str, not int": None is called None here, not its type. */
static value refuse_argument(struct vm *vm, const char *method, const char *which, value v)
{
	if (v == V_NONE)
		return raise_type(vm, "%s() argument%s must be str, not None", method, which);
	return raise_type(vm, "%s() argument%s must be str, not %T", method, which, v);
}

static bool check_replace(struct vm *vm, const struct args *a, int64_t *times)
{
	for (uint32_t i = 0; i < 2; i++) {
		if (!is_str(a->at[i])) {
			refuse_argument(vm, "replace", i ? " 2" : " 1", a->at[i]);
			return false;
		}
	}
	*times = -1;
	return a->n < 3 || index_arg(vm, a->at[2], times);
}

/* The empty str stands before each character and at the end. */
static void replace_empty(
	const struct str *s, const struct str *new, int64_t times, struct sbuf *out)
{
	size_t at = 0;
	for (; times > 0; times--) {
		sbuf_bytes(out, new->bytes, new->len);
		if (at == s->len)
			return;
		uint32_t c;
		size_t n = utf8_decode_wtf(s->bytes + at, s->len - at, &c);
		sbuf_bytes(out, s->bytes + at, n);
		at += n;
	}
	sbuf_bytes(out, s->bytes + at, s->len - at);
}

static void replace_each(const struct str *s, const struct str *old, const struct str *new,
	int64_t times, struct sbuf *out)
{
	size_t from = 0;
	for (; times > 0; times--) {
		int64_t at = search_forward(s, from, s->len, old);
		sbuf_bytes(out, s->bytes + from, (size_t)at - from);
		sbuf_bytes(out, new->bytes, new->len);
		from = (size_t)at + old->len;
	}
	sbuf_bytes(out, s->bytes + from, s->len - from);
}

value str_replace(struct vm *vm, value self, const struct args *a)
{
	int64_t times;
	if (!check_replace(vm, a, &times))
		return V_ERROR;
	const struct str *s = str_get(self), *old = str_get(a->at[0]), *new = str_get(a->at[1]);
	int64_t there = times == 0 ? 0 : count_in(s, 0, s->len, old);
	if (times < 0 || times > there)
		times = there;
	if (times == 0)
		return str_plain(vm, self);
	if (!memory_suffices(vm, (uint64_t)times, new->len + 1))
		return V_ERROR;
	struct sbuf out = vm_text(vm);
	if (old->len == 0)
		replace_empty(s, new, times, &out);
	else
		replace_each(s, old, new, times, &out);
	return str_from_sbuf(vm, &out);
}

static bool has_at_end(const struct field *f, const struct str *part, bool at_end)
{
	if (f->none || part->len > f->to - f->from)
		return false;
	size_t at = at_end ? f->to - part->len : f->from;
	return memcmp(f->s->bytes + at, part->bytes, part->len) == 0;
}

static value any_at_end(struct vm *vm, const struct field *f, value parts, bool at_end)
{
	for (uint32_t i = 0; i < tuple_get(parts)->len; i++) {
		value part = tuple_get(parts)->at[i];
		if (!is_str(part))
			return raise_type(vm, "tuple for %s must only contain str, not %T",
				at_end ? "endswith" : "startswith", part);
		if (has_at_end(f, str_get(part), at_end))
			return V_TRUE;
	}
	return V_FALSE;
}

static value starts_or_ends(struct vm *vm, value self, const struct args *a, bool at_end)
{
	struct field f;
	if (!counted(vm, a, at_end ? "endswith" : "startswith") || !field_of(vm, self, a, &f))
		return V_ERROR;
	value what = a->at[0];
	if (is_kind(what, OBJ_TUPLE))
		return any_at_end(vm, &f, what, at_end);
	if (is_str(what))
		return bool_make(has_at_end(&f, str_get(what), at_end));
	return raise_type(vm, "%s first arg must be str or a tuple of str, not %T",
		at_end ? "endswith" : "startswith", what);
}

value str_startswith(struct vm *vm, value self, const struct args *a)
{
	return starts_or_ends(vm, self, a, false);
}

value str_endswith(struct vm *vm, value self, const struct args *a)
{
	return starts_or_ends(vm, self, a, true);
}

static value partition(struct vm *vm, value self, value sep, bool from_right)
{
	if (!must_be_str(vm, sep))
		return V_ERROR;
	const struct str *s = str_get(self), *by = str_get(sep);
	if (by->len == 0)
		return raise_value(vm, "empty separator");
	int64_t at = (from_right ? search_backward : search_forward)(s, 0, s->len, by);
	value empty = vm->empty_str;
	if (at == NOWHERE && from_right)
		return tuple_pack(vm, 3, value_keep(empty), value_keep(empty), str_plain(vm, self));
	if (at == NOWHERE)
		return tuple_pack(vm, 3, str_plain(vm, self), value_keep(empty), value_keep(empty));
	return tuple_pack(vm, 3, str_part(vm, self, 0, (size_t)at), value_keep(sep),
		str_part(vm, self, (size_t)at + by->len, s->len));
}

value str_partition(struct vm *vm, value self, const struct args *a)
{
	return partition(vm, self, a->at[0], false);
}

value str_rpartition(struct vm *vm, value self, const struct args *a)
{
	return partition(vm, self, a->at[0], true);
}

static value remove_end(struct vm *vm, value self, value part, bool at_end)
{
	if (!is_str(part))
		return refuse_argument(vm, at_end ? "removesuffix" : "removeprefix", "", part);
	const struct str *s = str_get(self), *p = str_get(part);
	struct field f = { .s = s, .to = s->len };
	if (p->len == 0 || !has_at_end(&f, p, at_end))
		return str_plain(vm, self);
	return at_end ? str_part(vm, self, 0, s->len - p->len) : str_part(vm, self, p->len, s->len);
}

value str_removeprefix(struct vm *vm, value self, const struct args *a)
{
	return remove_end(vm, self, a->at[0], false);
}

value str_removesuffix(struct vm *vm, value self, const struct args *a)
{
	return remove_end(vm, self, a->at[0], true);
}
