#ifndef COSUB_UI_CANVAS_PROMPT_TEXT_H
#define COSUB_UI_CANVAS_PROMPT_TEXT_H

/*
 * The texts of a command line: wide characters, which its editor works with, and
 * UTF-8, which everybody else does.
 */

#include "base/sbuf.h"
#include "session/commands/complete.h"

#include <stddef.h>
#include <wchar.h>

/* n bytes as wide characters; bad ones are "?".  The caller frees it (mem_free). */
wchar_t *prompt_text_widen(const char *s, size_t n);

/* Appends n wide characters. */
void prompt_text_put(const wchar_t *text, size_t n, struct sbuf *out);

/* The same to be shown on one row: line ends become bars. */
void prompt_text_put_shown(const wchar_t *text, size_t n, struct sbuf *out);

/* Appends what of a pasted text may come into a line: its first one, without
 * control characters. */
void prompt_text_put_pasted(const char *s, size_t n, struct sbuf *out);

/* Appends "next, next-side or nonsense", with the number of those left out. */
void prompt_text_put_words(const struct completion *c, struct sbuf *out);

#endif
