/* Methods of str about classes and case of characters. */
#include "vm/text/str_methods.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/str.h"
#include "vm/kind/unicode.h"
#include "vm/value/machine.h"

/* Steps through the characters of a str. */
struct walk {
	const struct str *s;
	size_t at;
	uint32_t c;
};

static bool step(struct walk *w)
{
	if (w->at >= w->s->len)
		return false;
	w->at += utf8_decode_wtf(w->s->bytes + w->at, w->s->len - w->at, &w->c);
	return true;
}

static struct walk walk(value s)
{
	return (struct walk){ .s = str_get(s) };
}

static void put_mapped(struct sbuf *out, enum unicode_case to, uint32_t c)
{
	uint32_t mapped[3];
	int n = unicode_map(to, c, mapped);
	for (int i = 0; i < n; i++)
		sbuf_utf8(out, mapped[i]);
}

enum { SIGMA = 0x3a3, FINAL_SIGMA = 0x3c2 };

/* The first character from byte `at` on, in a direction, that is not to be
 * looked past, is a cased letter. */
static bool is_cased_next(const struct str *s, size_t at)
{
	for (struct walk w = { .s = s, .at = at }; step(&w);) {
		if (!unicode_is(w.c, UNICODE_CASE_IGNORABLE))
			return unicode_is(w.c, UNICODE_CASED);
	}
	return false;
}

static bool is_cased_before(const struct str *s, size_t at)
{
	while (at > 0) {
		uint32_t c;
		do
			at--;
		while (((unsigned char)s->bytes[at] & 0xc0) == 0x80);
		utf8_decode_wtf(s->bytes + at, s->len - at, &c);
		if (!unicode_is(c, UNICODE_CASE_IGNORABLE))
			return unicode_is(c, UNICODE_CASED);
	}
	return false;
}

/* A walk that makes a new text; that takes its time. */
static struct walk slow_walk(struct vm *vm, value self)
{
	enum { BYTES_OF_WORK = 4 };
	vm_work(vm, str_get(self)->len / BYTES_OF_WORK);
	return walk(vm->limit_text ? vm->empty_str : self);
}

/* At the end of a word, a capital sigma becomes another small letter. */
static void put_lower(struct sbuf *out, const struct walk *w)
{
	if (w->c != SIGMA) {
		put_mapped(out, UNICODE_TO_LOWER, w->c);
		return;
	}
	bool final = is_cased_before(w->s, w->at - 2) && !is_cased_next(w->s, w->at);
	sbuf_utf8(out, final ? FINAL_SIGMA : 0x3c3);
}

value str_lower(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct sbuf out = vm_text(vm);
	for (struct walk w = slow_walk(vm, self); step(&w);)
		put_lower(&out, &w);
	return str_from_sbuf(vm, &out);
}

static value map_all(struct vm *vm, value self, enum unicode_case to)
{
	struct sbuf out = vm_text(vm);
	for (struct walk w = slow_walk(vm, self); step(&w);)
		put_mapped(&out, to, w.c);
	return str_from_sbuf(vm, &out);
}

value str_upper(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return map_all(vm, self, UNICODE_TO_UPPER);
}

value str_casefold(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return map_all(vm, self, UNICODE_TO_FOLD);
}

value str_capitalize(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct sbuf out = vm_text(vm);
	struct walk w = slow_walk(vm, self);
	if (step(&w))
		put_mapped(&out, UNICODE_TO_TITLE, w.c);
	while (step(&w))
		put_lower(&out, &w);
	return str_from_sbuf(vm, &out);
}

value str_title(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct sbuf out = vm_text(vm);
	bool inside = false;
	for (struct walk w = slow_walk(vm, self); step(&w);) {
		if (inside)
			put_lower(&out, &w);
		else
			put_mapped(&out, UNICODE_TO_TITLE, w.c);
		inside = unicode_is(w.c, UNICODE_CASED);
	}
	return str_from_sbuf(vm, &out);
}

value str_swapcase(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct sbuf out = vm_text(vm);
	for (struct walk w = slow_walk(vm, self); step(&w);) {
		if (unicode_is(w.c, UNICODE_UPPER))
			put_lower(&out, &w);
		else if (unicode_is(w.c, UNICODE_LOWER))
			put_mapped(&out, UNICODE_TO_UPPER, w.c);
		else
			sbuf_utf8(&out, w.c);
	}
	return str_from_sbuf(vm, &out);
}

/* There are characters, and each is in one of the classes. */
static value all_are(value self, unsigned classes)
{
	struct walk w = walk(self);
	while (step(&w)) {
		if (!unicode_is(w.c, classes))
			return V_FALSE;
	}
	return bool_make(w.s->len > 0);
}

#define CLASS_METHOD(name, classes) \
	value str_##name(struct vm *vm, value self, const struct args *a) \
	{ \
		(void)vm, (void)a; \
		return all_are(self, classes); \
	}

CLASS_METHOD(isalpha, UNICODE_ALPHA)
CLASS_METHOD(isalnum, UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC)
CLASS_METHOD(isdecimal, UNICODE_DECIMAL)
CLASS_METHOD(isdigit, UNICODE_DIGIT)
CLASS_METHOD(isnumeric, UNICODE_NUMERIC)
CLASS_METHOD(isspace, UNICODE_SPACE)

/* Some character is in the wanted class, none in the others. */
static value all_cased(value self, unsigned wanted, unsigned others)
{
	bool some = false;
	for (struct walk w = walk(self); step(&w);) {
		unsigned classes = unicode_classes(w.c);
		if (classes & others)
			return V_FALSE;
		some |= (classes & wanted) != 0;
	}
	return bool_make(some);
}

value str_islower(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	return all_cased(self, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

value str_isupper(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	return all_cased(self, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

value str_istitle(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	bool inside = false, some = false;
	for (struct walk w = walk(self); step(&w);) {
		unsigned classes = unicode_classes(w.c);
		bool capital = classes & (UNICODE_UPPER | UNICODE_TITLE),
		     small = classes & UNICODE_LOWER;
		if ((capital && inside) || (small && !inside))
			return V_FALSE;
		inside = capital || small;
		some |= inside;
	}
	return bool_make(some);
}

value str_isidentifier(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	struct walk w = walk(self);
	if (!step(&w) || !unicode_is(w.c, UNICODE_ID_START))
		return V_FALSE;
	while (step(&w)) {
		if (!unicode_is(w.c, UNICODE_ID_CONTINUE))
			return V_FALSE;
	}
	return V_TRUE;
}

value str_isprintable(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	for (struct walk w = walk(self); step(&w);) {
		if (!unicode_is(w.c, UNICODE_PRINTABLE))
			return V_FALSE;
	}
	return V_TRUE;
}

value str_isascii(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	return bool_make(obj_get(self)->flags & OBJ_ASCII);
}
