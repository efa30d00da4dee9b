#include "ui/canvas/prompt_text.h"

#include "base/mem.h"
#include "base/utf8.h"

enum { LISTED_MOST = 40 };

wchar_t *prompt_text_widen(const char *s, size_t n)
{
	wchar_t *wide = mem_reallocarray(NULL, n + 1, sizeof *wide);
	size_t len = 0;
	for (size_t at = 0; at < n;) {
		uint32_t code;
		size_t used = utf8_decode(s + at, n - at, &code);
		wide[len++] = used > 0 ? (wchar_t)code : L'?';
		at += used > 0 ? used : 1;
	}
	wide[len] = L'\0';
	return wide;
}

void prompt_text_put(const wchar_t *text, size_t n, struct sbuf *out)
{
	for (size_t i = 0; i < n; i++)
		sbuf_utf8(out, (uint32_t)text[i]);
}

void prompt_text_put_shown(const wchar_t *text, size_t n, struct sbuf *out)
{
	for (size_t i = 0; i < n; i++)
		sbuf_utf8(out, text[i] == L'\n' ? '|' : (uint32_t)text[i]);
}

void prompt_text_put_pasted(const char *s, size_t n, struct sbuf *out)
{
	for (size_t at = 0; at < n && s[at] != '\n' && s[at] != '\r';) {
		uint32_t code;
		size_t used = utf8_decode(s + at, n - at, &code);
		if (used > 0 && code >= ' ' && code != 0x7f && (code < 0x80 || code >= 0xa0))
			sbuf_bytes(out, s + at, used);
		at += used > 0 ? used : 1;
	}
}

void prompt_text_put_words(const struct completion *c, struct sbuf *out)
{
	size_t n = c->words.len < LISTED_MOST ? c->words.len : LISTED_MOST;
	for (size_t i = 0; i < n; i++)
		sbuf_printf(out, "%s%s",
			i == 0                                    ? ""
				: n == c->words.len && i + 1 == n ? " or "
								  : ", ",
			c->words.at[i]);
	if (n < c->words.len)
		sbuf_printf(out, " and %zu more", c->words.len - n);
}
