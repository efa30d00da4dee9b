#include "vm/kind/str.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/unicode.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

struct str *str_alloc(struct vm *vm, size_t len, size_t count)
{
	if (!memory_suffices(vm, len, 1))
		return NULL;
	struct str *s = obj_new_raw(vm, OBJ_STR, offsetof(struct str, bytes) + len + 1);
	if (len == count)
		s->obj.flags = OBJ_ASCII;
	s->type = NULL;
	s->len = (uint32_t)len;
	s->count = (uint32_t)count;
	s->full_hash = 0;
	s->bytes[len] = '\0';
	return s;
}

static value make(struct vm *vm, const char *bytes, size_t n)
{
	struct str *s = str_alloc(vm, n, utf8_count(bytes, n));
	if (!s)
		return V_ERROR;
	memcpy(s->bytes, bytes, n);
	return obj_value(s);
}

value str_new(struct vm *vm, const char *bytes, size_t n)
{
	if (n == 0)
		return value_keep(vm->empty_str);
	if (n == 1 && !(bytes[0] & 0x80))
		return value_keep(vm->char_strings[(unsigned char)bytes[0]]);
	return make(vm, bytes, n);
}

value str_from_cstr(struct vm *vm, const char *s)
{
	return str_new(vm, s, strlen(s));
}

value str_from_sbuf(struct vm *vm, struct sbuf *b)
{
	vm_text_fits(vm);
	value s = str_new(vm, sbuf_cstr(b), b->len);
	sbuf_fini(b);
	return s;
}

/* The place of the text in the table, or the free one where it belongs. */
static struct str **intern_place(struct str_table *t, const char *bytes, size_t n, uint64_t hash)
{
	uint32_t mask = t->cap - 1, i = (uint32_t)hash & mask;
	for (; t->at[i]; i = (i + 1) & mask) {
		struct str *s = t->at[i];
		if (s->full_hash == hash && s->len == n && memcmp(s->bytes, bytes, n) == 0)
			break;
	}
	return &t->at[i];
}

static void intern_grow(struct vm *vm)
{
	struct str_table *t = &vm->interned, old = *t;
	t->cap = old.cap ? old.cap * 2 : 1024;
	t->at = vm_realloc(vm, NULL, 0, t->cap * sizeof *t->at);
	memset(t->at, 0, t->cap * sizeof *t->at);
	for (uint32_t i = 0; i < old.cap; i++) {
		struct str *s = old.at[i];
		if (s)
			*intern_place(t, s->bytes, s->len, s->full_hash) = s;
	}
	vm_free_block(vm, old.at, old.cap * sizeof *old.at);
}

/* s becomes the one copy unless there is one; gives the one copy (borrowed). */
value str_intern_value(struct vm *vm, value v)
{
	struct str *s = str_get(v);
	if (s->obj.flags & OBJ_INTERNED)
		return v;
	struct str_table *t = &vm->interned;
	if (t->len * 2 >= t->cap)
		intern_grow(vm);
	struct str **place = intern_place(t, s->bytes, s->len, str_hash(v));
	if (*place)
		return obj_value(*place);
	if (s->obj.flags & OBJ_TYPED) {
		value plain = make(vm, s->bytes, s->len);
		value one = str_intern_value(vm, plain);
		value_drop(vm, plain);
		return one;
	}
	s->obj.flags |= OBJ_INTERNED;
	*place = obj_keep(s);
	t->len++;
	return v;
}

value str_intern(struct vm *vm, const char *bytes, size_t n)
{
	bool ascii = n > 0 && utf8_count(bytes, n) == n;
	uint64_t hash = ascii ? str_hash_ascii(bytes, n) : 0;
	if (ascii && vm->interned.len > 0) {
		struct str *found = *intern_place(&vm->interned, bytes, n, hash);
		if (found)
			return obj_value(found);
	}
	value s = str_new(vm, bytes, n);
	assert(s != V_ERROR && "names are short");
	str_get(s)->full_hash = hash;
	value one = str_intern_value(vm, s);
	value_drop(vm, s);
	return one;
}

/* A name that is no good as one in C has a _ behind: throw_. */
static size_t static_length(const char *name)
{
	size_t n = strlen(name);
	return n > 1 && name[n - 1] == '_' && name[n - 2] != '_' ? n - 1 : n;
}

void str_init(struct vm *vm)
{
	static const char *const names[STATIC_STRING_COUNT] = {
#define X(name) [STR_##name] = #name,
		STATIC_STRINGS(X)
#undef X
	};
	vm->empty_str = make(vm, "", 0);
	str_intern_value(vm, vm->empty_str);
	for (int c = 0; c < 128; c++) {
		vm->char_strings[c] = make(vm, &(char){ (char)c }, 1);
		str_intern_value(vm, vm->char_strings[c]);
	}
	for (int i = 0; i < STATIC_STRING_COUNT; i++)
		vm->strings[i] = str_intern(vm, names[i], static_length(names[i]));
}

bool str_equal(value a, value b)
{
	const struct str *s = str_get(a), *t = str_get(b);
	if (s == t)
		return true;
	if (s->len != t->len || (s->obj.flags & t->obj.flags & OBJ_INTERNED))
		return false;
	return memcmp(s->bytes, t->bytes, s->len) == 0;
}

/* The order of UTF-8 bytes is that of the code points. */
int str_compare(value a, value b)
{
	const struct str *s = str_get(a), *t = str_get(b);
	int order = memcmp(s->bytes, t->bytes, s->len < t->len ? s->len : t->len);
	if (order != 0)
		return order;
	return s->len < t->len ? -1 : s->len > t->len;
}

bool str_is(value s, const char *ascii)
{
	return strcmp(str_get(s)->bytes, ascii) == 0 && str_get(s)->len == strlen(ascii);
}

static size_t character_length(char first)
{
	unsigned char c = (unsigned char)first;
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

size_t str_offset(value v, int64_t i)
{
	const struct str *s = str_get(v);
	assert(i >= 0 && i <= (int64_t)s->count);
	if (s->obj.flags & OBJ_ASCII)
		return (size_t)i;
	if (i > (int64_t)s->count / 2) {
		size_t at = s->len;
		for (int64_t k = s->count; k > i; k--) {
			do
				at--;
			while (((unsigned char)s->bytes[at] & 0xc0) == 0x80);
		}
		return at;
	}
	size_t at = 0;
	while (i-- > 0)
		at += character_length(s->bytes[at]);
	return at;
}

value str_at(struct vm *vm, value s, int64_t i)
{
	const char *p = str_get(s)->bytes + str_offset(s, i);
	return str_new(vm, p, character_length(*p));
}

static value slice_steps(struct vm *vm, value s, int64_t start, int64_t step, int64_t len)
{
	struct sbuf b = vm_text(vm);
	for (int64_t k = 0; k < len; k++) {
		const char *p = str_get(s)->bytes + str_offset(s, start + k * step);
		sbuf_bytes(&b, p, character_length(*p));
	}
	return str_from_sbuf(vm, &b);
}

value str_slice(struct vm *vm, value s, int64_t start, int64_t stop, int64_t step, int64_t len)
{
	(void)stop;
	if (len == 0)
		return value_keep(vm->empty_str);
	if (step != 1)
		return slice_steps(vm, s, start, step, len);
	struct str *t = str_get(s);
	if (len == (int64_t)t->count && !(t->obj.flags & OBJ_TYPED))
		return value_keep(s);
	size_t from = str_offset(s, start), to = str_offset(s, start + len);
	return str_new(vm, t->bytes + from, to - from);
}

static bool is_plain(const struct str *s)
{
	return !(s->obj.flags & OBJ_TYPED);
}

value str_concat(struct vm *vm, value a, value b)
{
	const struct str *s = str_get(a), *t = str_get(b);
	if (t->len == 0 && is_plain(s))
		return value_keep(a);
	if (s->len == 0 && is_plain(t))
		return value_keep(b);
	struct str *r = str_alloc(vm, (size_t)s->len + t->len, (size_t)s->count + t->count);
	if (!r)
		return V_ERROR;
	memcpy(r->bytes, s->bytes, s->len);
	memcpy(r->bytes + s->len, t->bytes, t->len);
	return obj_value(r);
}

value str_repeat(struct vm *vm, value v, int64_t n)
{
	const struct str *s = str_get(v);
	if (n <= 0 || s->len == 0)
		return value_keep(vm->empty_str);
	if (n == 1 && is_plain(s))
		return value_keep(v);
	if (!memory_suffices(vm, (uint64_t)n, s->len))
		return V_ERROR;
	struct str *r = str_alloc(vm, s->len * (size_t)n, s->count * (size_t)n);
	if (!r)
		return V_ERROR;
	memcpy(r->bytes, s->bytes, s->len);
	for (size_t done = s->len; done < r->len;) {
		size_t more = r->len - done < done ? r->len - done : done;
		memcpy(r->bytes + done, r->bytes, more);
		done += more;
	}
	return obj_value(r);
}

static void repr_character(uint32_t c, char quote, struct sbuf *out)
{
	if (c == (uint32_t)quote || c == '\\')
		sbuf_printf(out, "\\%c", (char)c);
	else if (c == '\n')
		sbuf_str(out, "\\n");
	else if (c == '\r')
		sbuf_str(out, "\\r");
	else if (c == '\t')
		sbuf_str(out, "\\t");
	else if (unicode_is(c, UNICODE_PRINTABLE))
		sbuf_utf8(out, c);
	else if (c < 0x100)
		sbuf_bytes(out,
			(char[]){
				'\\', 'x', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15] },
			4);
	else if (c < 0x10000)
		sbuf_printf(out, "\\u%04x", (unsigned)c);
	else
		sbuf_printf(out, "\\U%08x", (unsigned)c);
}

/* The bytes at s that stand for themselves in a repr: printable ASCII. */
static size_t plain_bytes(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i] >= ' ' && s[i] < 0x7f && s[i] != '\'' && s[i] != '"' && s[i] != '\\')
		i++;
	return i;
}

/* Single quotes, unless there are such inside and no double ones. */
void str_repr(value v, struct sbuf *out)
{
	const struct str *s = str_get(v);
	bool single = memchr(s->bytes, '\'', s->len), twofold = memchr(s->bytes, '"', s->len);
	char quote = single && !twofold ? '"' : '\'';
	sbuf_char(out, quote);
	for (size_t i = 0; i < s->len && !sbuf_is_full(out);) {
		uint32_t c;
		size_t plain = plain_bytes(s->bytes + i, s->len - i);
		sbuf_bytes(out, s->bytes + i, plain);
		i += plain;
		if (i == s->len)
			break;
		size_t n = utf8_decode_wtf(s->bytes + i, s->len - i, &c);
		assert(n > 0 && "a str holds valid text");
		repr_character(c, quote, out);
		i += n;
	}
	sbuf_char(out, quote);
}

void str_escape(const char *bytes, size_t n, struct sbuf *out)
{
	for (size_t i = 0; i < n;) {
		uint32_t c;
		i += utf8_decode_wtf(bytes + i, n - i, &c);
		if (c < 0x80)
			sbuf_char(out, (char)c);
		else
			sbuf_printf(out,
				c < 0x100             ? "\\x%02x"
					: c < 0x10000 ? "\\u%04x"
						      : "\\U%08x",
				(unsigned)c);
	}
}

void str_put(value s, struct sbuf *out)
{
	if (is_str(s))
		sbuf_bytes(out, str_get(s)->bytes, str_get(s)->len);
	else
		sbuf_char(out, '?');
}

value str_attr_name(struct vm *vm, value name)
{
	if (is_str(name))
		return str_intern_value(vm, name);
	return raise_type(vm, "attribute name must be string, not '%T'", name);
}
