/* Text broken into the rows of a rectangle. */

#include "ui/canvas/canvas.h"

#include "base/utf8.h"

#include <string.h>

/* Columns of the first character of s as the canvas draws it. */
static int columns_of(const struct canvas *c, struct utf8_shown shown)
{
	uint32_t ch;
	if (c->charset == CHARSET_UTF8 ||
		utf8_decode_wtf(shown.text, shown.len, &ch) != shown.len || ch < 0x80)
		return shown.columns;
	const char *ascii = glyph_ascii_of(ch);
	return ascii != NULL ? (int)strlen(ascii) : shown.columns;
}

/* The bytes of s that go on one row of the given width, and in *used also the
 * newline or the blanks that the break takes the place of. */
static size_t row_length(const struct canvas *c, int width, const char *s, size_t n, size_t *used)
{
	int col = 0;
	size_t word = 0; /* where a break is possible: behind the last blank */
	size_t i = 0;
	while (i < n && s[i] != '\n') {
		size_t used_here = utf8_plain(s + i, 1);
		if (used_here == 1) {
			col++;
		} else {
			struct utf8_shown shown = utf8_show(s + i, n - i);
			col += columns_of(c, shown);
			used_here = shown.used;
		}
		if (col > width && s[i] != ' ')
			break;
		i += used_here;
		if (s[i - 1] == ' ')
			word = i;
	}
	if (i == n || s[i] == '\n') {
		*used = i < n ? i + 1 : n;
		return i;
	}
	/* A character that is wider than the row is passed over. */
	size_t end = word > 0 ? word : i > 0 ? i : utf8_show(s, n).used;
	*used = end;
	while (end > 0 && s[end - 1] == ' ')
		end--;
	return end;
}

int canvas_wrap_from(
	struct canvas *c, struct rect in, int from, enum role role, const char *s, size_t n)
{
	int rows = 0;
	if (in.cols <= 0)
		return 0;
	while (n > 0) {
		size_t used;
		size_t len = row_length(c, in.cols, s, n, &used);
		if (rows >= from && rows - from < in.rows)
			canvas_text(c, in, rows - from, 0, role, 0, s, len);
		rows++;
		s += used;
		n -= used;
	}
	return rows;
}

int canvas_wrap(struct canvas *c, struct rect in, enum role role, const char *s, size_t n)
{
	return canvas_wrap_from(c, in, 0, role, s, n);
}
