#ifndef COSUB_BASE_SBUF_H
#define COSUB_BASE_SBUF_H

/*
 * A string builder.  The text is NUL-terminated at all times (once anything
 * has been added), may contain NULs of its own, and len does not count the
 * last one.
 *
 * A builder with a bound takes no more than that many bytes: what would go past
 * it is left out, and the flag of whoever set the bound says so from then on.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed memory is an empty builder; text may then be NULL. */
struct sbuf {
	char *text;
	size_t len, cap;
	size_t max; /* the bound; 0: none */
	bool *full; /* set when something is left out */
};

/* Whether something was left out at the bound; false where there is none. */
static inline bool sbuf_is_full(const struct sbuf *b)
{
	return b->full && *b->full;
}

/* The functions that append copy what they are given, which must not be the
 * builder's own text.  At the bound they append nothing at all rather than a
 * part (but see sbuf_printf); memory that is exhausted ends the program (mem.h). */

/* Appends one byte, which may be NUL. */
void sbuf_char(struct sbuf *b, char c);

/* Appends n bytes from p, which may be NULL if n is 0. */
void sbuf_bytes(struct sbuf *b, const void *p, size_t n);

/* Appends a NUL-terminated text, without its NUL. */
void sbuf_str(struct sbuf *b, const char *s);

/* Appends what printf would write; a NULL for %s is "(null)".  A builder with a
 * bound takes nothing if its room is below some tens of bytes. */
void sbuf_printf(struct sbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The same with the arguments as a list, of which va_end is left to the caller. */
void sbuf_vprintf(struct sbuf *b, const char *fmt, va_list ap);

/* Appends a number in decimal: what printf would, and much sooner. */
void sbuf_unsigned(struct sbuf *b, uint64_t n);

/* The same, behind a '-' if it is negative. */
void sbuf_signed(struct sbuf *b, int64_t n);

/* Appends the code point c as UTF-8 (surrogates too, so that any str fits). */
void sbuf_utf8(struct sbuf *b, uint32_t c);

/* Appends n times the character c. */
void sbuf_fill(struct sbuf *b, char c, size_t n);

/* Appends blanks up to so many bytes behind the first `start` ones; one at least. */
void sbuf_pad(struct sbuf *b, size_t start, size_t columns);

/* Cuts the text to its first n bytes; there must be as many.  Keeps the memory. */
void sbuf_truncate(struct sbuf *b, size_t n);

/* The text, never NULL: "" if nothing was ever added.  Still owned by b, and
 * valid until b changes. */
const char *sbuf_cstr(struct sbuf *b);

/* Gives the text away, which is never NULL (the caller frees it with mem_free),
 * and empties b; a bound is gone too. */
char *sbuf_take(struct sbuf *b);

/* Frees the text and empties b, which may be used again. */
void sbuf_fini(struct sbuf *b);

#endif
