#ifndef COSUB_VM_KIND_STR_H
#define COSUB_VM_KIND_STR_H

/* Text: UTF-8 inside (surrogates allowed), indexed by code point. */

#include "vm/value/native.h"

struct sbuf;

/* Makes the machine's shared strings: empty_str, char_strings, strings. */
void str_init(struct vm *vm);

/* A new str of n valid bytes; one-character ASCII and empty ones are shared. */
value str_new(struct vm *vm, const char *bytes, size_t n);
value str_from_cstr(struct vm *vm, const char *s);
/* Takes the text of b and empties it. */
value str_from_sbuf(struct vm *vm, struct sbuf *b);
/* The one copy of this text: equal interned strings are the same object.
 * Borrowed; lives as long as the machine. */
value str_intern(struct vm *vm, const char *bytes, size_t n);
/* The interned twin of s (borrowed). */
value str_intern_value(struct vm *vm, value s);

static inline struct str *str_get(value v)
{
	return (struct str *)obj_get(v);
}

uint64_t str_hash(value s); /* CPython's with hash seed 0 (SipHash-1-3, zero key) */
uint64_t str_hash_ascii(const char *bytes, size_t n); /* the same of n > 0 ASCII characters */
bool str_equal(value a, value b);
int str_compare(value a, value b);               /* by code point: <0 0 >0 */
bool str_is(value s, const char *ascii);         /* compares with a C string */
value str_at(struct vm *vm, value s, int64_t i); /* the character i, 0 <= i < count */
/* Byte offset of character i (0 <= i <= count). */
size_t str_offset(value s, int64_t i);
value str_slice(struct vm *vm, value s, int64_t start, int64_t stop, int64_t step, int64_t len);
/* An owned str of count characters in len bytes to be filled in; NULL with
 * MemoryError. */
struct str *str_alloc(struct vm *vm, size_t len, size_t count);
value str_concat(struct vm *vm, value a, value b);
value str_repeat(struct vm *vm, value s, int64_t n);
/* repr(s) appended: CPython's choice of quotes and escapes. */
void str_repr(value s, struct sbuf *out);
/* n bytes of text appended with all but ASCII escaped, as ascii() does with a repr. */
void str_escape(const char *bytes, size_t n, struct sbuf *out);
/* The text appended as it is; '?' if s is no str. */
void str_put(value s, struct sbuf *out);
/* The interned twin of an attribute's name (borrowed); V_ERROR with TypeError if it
 * is no str. */
value str_attr_name(struct vm *vm, value name);
/* s % args (printf-style); may give V_PENDING for objects with __str__. */
value str_percent(struct vm *vm, value s, value args);

extern const struct native_def str_methods[]; /* ends with a NULL name */

#endif
