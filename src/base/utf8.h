#ifndef COSUB_BASE_UTF8_H
#define COSUB_BASE_UTF8_H

/*
 * UTF-8, and the width of characters on a terminal.  Widths come from tables
 * of our own so that a picture does not depend on the machine's locale.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sbuf;

/* Decodes one character at s (n > 0 bytes left) into *c and gives its length.
 * On a bad, overlong or cut sequence, or a surrogate: 0, and *c is the byte. */
size_t utf8_decode(const char *s, size_t n, uint32_t *c);

/* As utf8_decode, but takes surrogates as well (a str may hold them). */
size_t utf8_decode_wtf(const char *s, size_t n, uint32_t *c);

/* Writes c as 1 to 4 bytes and gives their number (surrogates too). */
size_t utf8_encode(char out[4], uint32_t c);

/* The number of bytes before the first bad sequence; n if all is well. */
size_t utf8_valid_prefix(const char *s, size_t n);

/* The number of characters in n valid bytes. */
size_t utf8_count(const char *s, size_t n);

/* Columns that c takes: 0 for combining and other zero-width characters, 2
 * for wide ones, 1 otherwise; -1 for a control character and for everything
 * that a terminal might act on instead of showing (bidirectional marks, tags,
 * private use, unassigned, surrogates). */
int utf8_width(uint32_t c);

/* How the first character of a text is shown: len bytes of text that take so
 * many columns, for used bytes of the source. */
struct utf8_shown {
	char text[13];
	unsigned char len, columns, used;
};

/* The first character of the n > 0 bytes at s, as utf8_printable shows it. */
struct utf8_shown utf8_show(const char *s, size_t n);

/* How many characters of printable ASCII s begins with: they are shown as they
 * are, a column each. */
size_t utf8_plain(const char *s, size_t n);

/* Appends the n bytes at s so that they can be shown on one line of any
 * terminal: a bad byte as <FF>, a control character as ^[, a character of
 * width -1 as <U+202E>.  Nothing that comes out of this can move a cursor. */
void utf8_printable(struct sbuf *out, const char *s, size_t n);

/* The columns that the n bytes at s take after utf8_printable. */
size_t utf8_columns(const char *s, size_t n);

/* Cuts what b holds from byte start on to so many columns (as printable text),
 * with an ellipsis as the last of them if something had to go. */
void utf8_cut(struct sbuf *b, size_t start, size_t columns);

#endif
