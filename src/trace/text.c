#include "trace/text.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/kind/unicode.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

static size_t hex_digits(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && isxdigit((unsigned char)s[i]))
		i++;
	return i;
}

/* Copies s with "…" for what follows 0x where it looks like an address;
 * returns how many characters fewer there are. */
static uint64_t hide_addresses(const char *s, size_t n, struct sbuf *out)
{
	uint64_t fewer = 0;
	for (size_t i = 0; i < n;) {
		size_t digits = n - i > 2 && s[i] == '0' && s[i + 1] == 'x'
			? hex_digits(s + i + 2, n - i - 2)
			: 0;
		if (digits >= 6) {
			sbuf_str(out, "0x…");
			fewer += digits - 1;
			i += 2 + digits;
		} else {
			sbuf_char(out, s[i++]);
		}
	}
	return fewer;
}

static void append_escaped(uint32_t c, struct sbuf *out)
{
	if (c == '\n')
		sbuf_str(out, "\\n");
	else if (c == '\r')
		sbuf_str(out, "\\r");
	else if (c == '\t')
		sbuf_str(out, "\\t");
	else if (c <= 0xff)
		sbuf_printf(out, "\\x%02" PRIx32, c);
	else if (c <= 0xffff)
		sbuf_printf(out, "\\u%04" PRIx32, c);
	else
		sbuf_printf(out, "\\U%08" PRIx32, c);
}

/* Single quotes, unless there are some inside and no double ones. */
static char choose_quote(const char *s, size_t n)
{
	return memchr(s, '\'', n) && !memchr(s, '"', n) ? '"' : '\'';
}

static void append_character(uint32_t c, char quote, struct sbuf *out)
{
	if (c == '\\' || c == (uint32_t)quote) {
		sbuf_char(out, '\\');
		sbuf_char(out, (char)c);
	} else if (unicode_is(c, UNICODE_PRINTABLE)) {
		sbuf_utf8(out, c);
	} else {
		append_escaped(c, out);
	}
}

/* Bytes of the first `most` characters. */
static size_t prefix(const char *s, size_t n, uint32_t most)
{
	size_t at = 0;
	for (; most > 0 && at < n; most--) {
		uint32_t c;
		size_t len = utf8_decode_wtf(s + at, n - at, &c);
		at += len > 0 ? len : 1;
	}
	return at;
}

void text_repr(const char *s, size_t n, uint64_t count, uint32_t most, struct sbuf *out)
{
	struct sbuf hidden = { 0 };
	count -= hide_addresses(s, n, &hidden);
	n = prefix(sbuf_cstr(&hidden), hidden.len, most);
	s = hidden.text ? hidden.text : "";
	char quote = choose_quote(s, n);
	sbuf_char(out, quote);
	for (size_t at = 0; at < n;) {
		uint32_t c;
		size_t len = utf8_decode_wtf(s + at, n - at, &c);
		append_character(c, quote, out);
		at += len > 0 ? len : 1;
	}
	sbuf_char(out, quote);
	if (count > most)
		sbuf_printf(out, "…+%" PRIu64, count - most);
	sbuf_fini(&hidden);
}
