#include "export/json.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdint.h>

static void put_char(struct sbuf *b, uint32_t c)
{
	static const struct {
		uint32_t c;
		const char *text;
	} names[] = {
		{ '"', "\\\"" },
		{ '\\', "\\\\" },
		{ '\n', "\\n" },
		{ '\r', "\\r" },
		{ '\t', "\\t" },
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (names[i].c == c) {
			sbuf_str(b, names[i].text);
			return;
		}
	}
	if (c < 0x20 || (c >= 0xd800 && c <= 0xdfff))
		sbuf_printf(b, "\\u%04x", (unsigned)c);
	else
		sbuf_utf8(b, c);
}

void json_put_text(struct sbuf *b, const char *s, size_t n)
{
	sbuf_char(b, '"');
	for (size_t at = 0; at < n;) {
		uint32_t c;
		size_t used = utf8_decode_wtf(s + at, n - at, &c);
		put_char(b, c);
		at += used > 0 ? used : 1;
	}
	sbuf_char(b, '"');
}
