/* Methods of str that take apart and put together. */
#include "vm/kind/arguments.h"
#include "vm/text/str_methods.h"

#include "base/utf8.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/kind/unicode.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

#include <string.h>

/* The character that ends before byte `at` of s; its first byte in *from. */
static uint32_t character_before(const struct str *s, size_t at, size_t *from)
{
	uint32_t c;
	do
		at--;
	while (((unsigned char)s->bytes[at] & 0xc0) == 0x80);
	utf8_decode_wtf(s->bytes + at, s->len - at, &c);
	*from = at;
	return c;
}

static uint32_t character_at(const struct str *s, size_t at, size_t *to)
{
	uint32_t c;
	*to = at + utf8_decode_wtf(s->bytes + at, s->len - at, &c);
	return c;
}

/* Whether c is cut off: one of chars, or white space if chars is NULL. */
static bool is_cut(uint32_t c, const struct str *chars)
{
	char bytes[4];
	if (!chars)
		return unicode_is(c, UNICODE_SPACE);
	size_t n = utf8_encode(bytes, c);
	return memmem(chars->bytes, chars->len, bytes, n);
}

enum { LEFT = 1, RIGHT = 2 };

static value strip(struct vm *vm, value self, const struct args *a, int sides, const char *name)
{
	const struct str *s = str_get(self), *chars = NULL;
	if (a->n > 0 && a->at[0] != V_NONE) {
		if (!is_str(a->at[0]))
			return raise_type(vm, "%s arg must be None or str", name);
		chars = str_get(a->at[0]);
	}
	size_t from = 0, to = s->len, next;
	while (sides & LEFT && from < to && is_cut(character_at(s, from, &next), chars))
		from = next;
	while (sides & RIGHT && to > from && is_cut(character_before(s, to, &next), chars))
		to = next;
	return from == 0 && to == s->len ? str_plain(vm, self) : str_part(vm, self, from, to);
}

value str_strip(struct vm *vm, value self, const struct args *a)
{
	return strip(vm, self, a, LEFT | RIGHT, "strip");
}

value str_lstrip(struct vm *vm, value self, const struct args *a)
{
	return strip(vm, self, a, LEFT, "lstrip");
}

value str_rstrip(struct vm *vm, value self, const struct args *a)
{
	return strip(vm, self, a, RIGHT, "rstrip");
}

static void push_part(struct vm *vm, value list, value self, size_t from, size_t to)
{
	value part = str_part(vm, self, from, to);
	if (part != V_ERROR)
		list_append(vm, list, part);
}

static void split_space(struct vm *vm, value self, int64_t max, value list)
{
	const struct str *s = str_get(self);
	size_t at = 0, next;
	for (;;) {
		while (at < s->len && unicode_is(character_at(s, at, &next), UNICODE_SPACE))
			at = next;
		if (at == s->len)
			return;
		size_t from = at;
		if (max-- == 0) {
			push_part(vm, list, self, from, s->len);
			return;
		}
		while (at < s->len && !unicode_is(character_at(s, at, &next), UNICODE_SPACE))
			at = next;
		push_part(vm, list, self, from, at);
	}
}

static void rsplit_space(struct vm *vm, value self, int64_t max, value list)
{
	const struct str *s = str_get(self);
	size_t at = s->len, before;
	for (;;) {
		while (at > 0 && unicode_is(character_before(s, at, &before), UNICODE_SPACE))
			at = before;
		if (at == 0)
			return;
		size_t to = at;
		if (max-- == 0) {
			push_part(vm, list, self, 0, to);
			return;
		}
		while (at > 0 && !unicode_is(character_before(s, at, &before), UNICODE_SPACE))
			at = before;
		push_part(vm, list, self, at, to);
	}
}

static void split_by(struct vm *vm, value self, const struct str *sep, int64_t max, value list)
{
	const struct str *s = str_get(self);
	size_t from = 0;
	for (; max != 0; max--) {
		const char *p = memmem(s->bytes + from, s->len - from, sep->bytes, sep->len);
		if (!p)
			break;
		push_part(vm, list, self, from, (size_t)(p - s->bytes));
		from = (size_t)(p - s->bytes) + sep->len;
	}
	push_part(vm, list, self, from, s->len);
}

static void rsplit_by(struct vm *vm, value self, const struct str *sep, int64_t max, value list)
{
	const struct str *s = str_get(self);
	size_t to = s->len;
	for (size_t end = to; max != 0 && end >= sep->len;) {
		if (memcmp(s->bytes + end - sep->len, sep->bytes, sep->len) != 0) {
			end--;
			continue;
		}
		push_part(vm, list, self, end, to);
		to = end -= sep->len;
		max--;
	}
	push_part(vm, list, self, 0, to);
}

static void reverse(value list)
{
	struct list *l = list_get(list);
	for (uint32_t i = 0, k = l->len; i + 1 < k; i++) {
		value v = l->at[--k];
		l->at[k] = l->at[i];
		l->at[i] = v;
	}
}

static bool split_args(
	struct vm *vm, const struct args *a, const char *name, value *sep, int64_t *max)
{
	const value known[] = { VM_STR(vm, sep), str_intern(vm, "maxsplit", 8) };
	if (!args_done(vm, a, name, known, 2, 2))
		return false;
	*sep = args_get(a, 0, known[0]);
	value limit = args_get(a, 1, known[1]);
	*max = -1;
	if (limit != V_UNSET && !index_arg(vm, limit, max))
		return false;
	if (*sep == V_UNSET || *sep == V_NONE) {
		*sep = V_NONE;
		return true;
	}
	if (!is_str(*sep))
		raise_type(vm, "must be str or None, not %T", *sep);
	else if (str_get(*sep)->len == 0)
		raise_value(vm, "empty separator");
	return vm->exc == V_UNSET;
}

value str_split(struct vm *vm, value self, const struct args *a)
{
	value sep;
	int64_t max;
	if (!split_args(vm, a, "split", &sep, &max))
		return V_ERROR;
	value list = list_new(vm, 0);
	if (sep == V_NONE)
		split_space(vm, self, max, list);
	else
		split_by(vm, self, str_get(sep), max, list);
	return list;
}

value str_rsplit(struct vm *vm, value self, const struct args *a)
{
	value sep;
	int64_t max;
	if (!split_args(vm, a, "rsplit", &sep, &max))
		return V_ERROR;
	value list = list_new(vm, 0);
	if (sep == V_NONE)
		rsplit_space(vm, self, max, list);
	else
		rsplit_by(vm, self, str_get(sep), max, list);
	reverse(list);
	return list;
}

value str_splitlines(struct vm *vm, value self, const struct args *a)
{
	const value known[] = { str_intern(vm, "keepends", 8) };
	if (!args_done(vm, a, "splitlines", known, 1, 1))
		return V_ERROR;
	value arg = args_get(a, 0, known[0]);
	int64_t keep = 0;
	if (arg != V_UNSET && !index_arg(vm, arg, &keep))
		return V_ERROR;
	const struct str *s = str_get(self);
	value list = list_new(vm, 0);
	for (size_t at = 0, from = 0; at < s->len; from = at) {
		size_t next = at;
		while (at < s->len && !unicode_is_line_end(character_at(s, at, &next)))
			at = next;
		size_t end = at;
		if (at < s->len)
			at = s->bytes[at] == '\r' && s->bytes[at + 1] == '\n' ? at + 2 : next;
		push_part(vm, list, self, from, keep ? at : end);
	}
	return list;
}

/* The items must be str; their lengths in *len and *count. */
static bool measure(struct vm *vm, const value *at, uint32_t n, const struct str *sep, size_t *len,
	size_t *count)
{
	*len = n > 0 ? (size_t)sep->len * (n - 1) : 0;
	*count = n > 0 ? (size_t)sep->count * (n - 1) : 0;
	for (uint32_t i = 0; i < n; i++) {
		if (!is_str(at[i])) {
			raise_type(
				vm, "sequence item %u: expected str instance, %T found", i, at[i]);
			return false;
		}
		*len += str_get(at[i])->len;
		*count += str_get(at[i])->count;
	}
	return true;
}

static value join(struct vm *vm, const struct str *sep, value items)
{
	uint32_t n;
	size_t len, count;
	const value *at = seq_items(items, &n);
	if (n == 1 && is_str(at[0]))
		return str_plain(vm, at[0]);
	if (!measure(vm, at, n, sep, &len, &count))
		return V_ERROR;
	if (len == 0)
		return value_keep(vm->empty_str);
	struct str *r = str_alloc(vm, len, count);
	if (!r)
		return V_ERROR;
	char *p = r->bytes;
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			p = mempcpy(p, sep->bytes, sep->len);
		p = mempcpy(p, str_get(at[i])->bytes, str_get(at[i])->len);
	}
	return obj_value(r);
}

static bool collect(struct vm *vm, void *list, value item)
{
	list_append(vm, *(value *)list, value_keep(item));
	return true;
}

value str_join(struct vm *vm, value self, const struct args *a)
{
	value items = a->at[0];
	if (seq_is_plain(vm, items))
		return join(vm, str_get(self), items);
	if (!is_obj(items) || is_kind(items, OBJ_FLOAT) || is_kind(items, OBJ_INT))
		return raise_type(vm, "can only join an iterable");
	value list = list_new(vm, 0);
	int done = ops_for_each(vm, items, collect, &list);
	value r = done > 0 ? join(vm, str_get(self), list) : V_ERROR;
	value_drop(vm, list);
	return done == 0 ? vm_tail(vm, LIB_JOIN, (value[]){ self, items }, 2) : r;
}
