#include "base/utf8.h"

#include "base/sbuf.h"
#include "base/utf8_width.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
	LAST_CHARACTER = 0x10FFFF,
	FIRST_SURROGATE = 0xD800,
	LAST_SURROGATE = 0xDFFF,
};

static bool is_surrogate(uint32_t c)
{
	return c >= FIRST_SURROGATE && c <= LAST_SURROGATE;
}

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The length that the first byte of a sequence announces; 0 for a byte that
 * begins none. */
static size_t announced_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC0)
		return 0;
	if (lead < 0xE0)
		return 2;
	if (lead < 0xF0)
		return 3;
	return lead < 0xF8 ? 4 : 0;
}

size_t utf8_decode_wtf(const char *s, size_t n, uint32_t *c)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	assert(n > 0);
	unsigned char lead = (unsigned char)s[0];
	size_t len = announced_length(lead);
	*c = lead;
	if (len <= 1)
		return len;
	if (len > n)
		return 0;
	uint32_t value = lead & (0xFFu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if (!is_continuation(s[i]))
			return 0;
		value = value << 6 | ((unsigned char)s[i] & 0x3F);
	}
	if (value < smallest[len] || value > LAST_CHARACTER)
		return 0;
	*c = value;
	return len;
}

size_t utf8_decode(const char *s, size_t n, uint32_t *c)
{
	size_t len = utf8_decode_wtf(s, n, c);
	if (len == 3 && is_surrogate(*c)) {
		*c = (unsigned char)s[0];
		return 0;
	}
	return len;
}

size_t utf8_encode(char out[4], uint32_t c)
{
	assert(c <= LAST_CHARACTER);
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)((0xF00u >> len & 0xFF) | c);
	return len;
}

/* Eight bytes at once, in the order of the machine. */
static uint64_t word_at(const char *s)
{
	uint64_t word;
	memcpy(&word, s, sizeof word);
	return word;
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

size_t utf8_valid_prefix(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n) {
		uint32_t c;
		if (n - i >= 8 && !(word_at(s + i) & EACH_BYTE(0x80))) {
			i += 8;
			continue;
		}
		size_t len = utf8_decode(s + i, n - i, &c);
		if (len == 0)
			break;
		i += len;
	}
	return i;
}

size_t utf8_count(const char *s, size_t n)
{
	size_t i = 0, more = 0;
	for (; n - i >= 8; i += 8) {
		uint64_t word = word_at(s + i);
		/* bit 7 is set and bit 6 is not: one is added for each such byte */
		more += (size_t)(((word >> 7 & ~word >> 6) & EACH_BYTE(1)) * EACH_BYTE(1) >> 56);
	}
	for (; i < n; i++)
		more += is_continuation(s[i]);
	return n - more;
}

int utf8_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return 1;
	size_t low = 0, high = utf8_width_row_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (utf8_width_rows[middle].first <= c)
			low = middle;
		else
			high = middle;
	}
	return utf8_width_rows[low].width;
}

static struct utf8_shown show_as(size_t used, const char *fmt, unsigned value)
{
	struct utf8_shown shown = { .used = (unsigned char)used };
	int len = snprintf(shown.text, sizeof shown.text, fmt, value);
	assert(len > 0 && (size_t)len < sizeof shown.text);
	shown.len = shown.columns = (unsigned char)len;
	return shown;
}

struct utf8_shown utf8_show(const char *s, size_t n)
{
	assert(n > 0 && "there is a character to be shown");
	uint32_t c;
	if (*s >= 0x20 && *s < 0x7F)
		return (struct utf8_shown){ .text = { *s }, .used = 1, .len = 1, .columns = 1 };
	size_t used = utf8_decode_wtf(s, n, &c);
	if (used == 0)
		return show_as(1, "<%02X>", c);
	if (c < 0x20 || c == 0x7F)
		return show_as(1, "^%c", c ^ 0x40);
	int width = utf8_width(c);
	if (width < 0)
		return show_as(used, "<U+%04X>", c);
	struct utf8_shown shown = { .used = (unsigned char)used,
		.len = (unsigned char)used,
		.columns = (unsigned char)width };
	memcpy(shown.text, s, used);
	return shown;
}

size_t utf8_plain(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i] >= 0x20 && s[i] < 0x7F)
		i++;
	return i;
}

void utf8_printable(struct sbuf *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t plain = utf8_plain(s + i, n - i);
		sbuf_bytes(out, s + i, plain);
		i += plain;
		if (i == n)
			break;
		struct utf8_shown shown = utf8_show(s + i, n - i);
		sbuf_bytes(out, shown.text, shown.len);
		i += shown.used;
	}
}

size_t utf8_columns(const char *s, size_t n)
{
	size_t columns = 0;
	for (size_t i = 0; i < n;) {
		size_t plain = utf8_plain(s + i, n - i);
		columns += plain;
		i += plain;
		if (i == n)
			break;
		struct utf8_shown shown = utf8_show(s + i, n - i);
		columns += shown.columns;
		i += shown.used;
	}
	return columns;
}

void utf8_cut(struct sbuf *b, size_t start, size_t columns)
{
	assert(start <= b->len && "what is cut begins in the text");
	if (b->len == start || utf8_columns(b->text + start, b->len - start) <= columns)
		return;
	size_t at = start;
	for (size_t used = 0; at < b->len;) {
		struct utf8_shown shown = utf8_show(b->text + at, b->len - at);
		used += shown.columns;
		if (used + 1 > columns)
			break;
		at += shown.used;
	}
	sbuf_truncate(b, at);
	if (columns > 0)
		sbuf_str(b, "…");
}
