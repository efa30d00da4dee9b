#include "vm/kind/unicode.h"

#include "base/utf8.h"
#include "vm/kind/unicode_table.h"

unsigned unicode_classes(uint32_t c)
{
	size_t low = 0, high = unicode_class_row_count;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (unicode_class_rows[middle] >> 8 <= c)
			low = middle;
		else
			high = middle;
	}
	return unicode_class_sets[unicode_class_rows[low] & 0xff];
}

bool unicode_is_line_end(uint32_t c)
{
	return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
		c == 0x2029;
}

/* The last run that begins at or before c may hold it. */
static bool find_run(const struct unicode_run *runs, size_t n, uint32_t c, uint32_t *out)
{
	size_t low = 0, high = n;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (runs[middle].first <= c)
			low = middle;
		else
			high = middle;
	}
	const struct unicode_run *r = &runs[low];
	if (c < r->first || c > r->first + (uint32_t)(r->count - 1) * r->stride ||
		(c - r->first) % r->stride != 0)
		return false;
	*out = (uint32_t)((int32_t)c + r->delta);
	return true;
}

static int find_several(enum unicode_case to, uint32_t c, uint32_t out[3])
{
	for (size_t i = 0; i < unicode_several_count; i++) {
		const struct unicode_several *s = &unicode_several[i];
		if (s->to != to || s->c != c)
			continue;
		int n = 0;
		while (n < 3 && s->out[n] != 0) {
			out[n] = s->out[n];
			n++;
		}
		return n;
	}
	return 0;
}

static bool find_single(enum unicode_case to, uint32_t c, uint32_t *out)
{
	switch (to) {
	case UNICODE_TO_TITLE:
		return find_run(unicode_title, unicode_title_count, c, out) ||
			find_run(unicode_upper, unicode_upper_count, c, out);
	case UNICODE_TO_UPPER:
		return find_run(unicode_upper, unicode_upper_count, c, out);
	case UNICODE_TO_FOLD:
		return find_run(unicode_fold, unicode_fold_count, c, out) ||
			find_run(unicode_lower, unicode_lower_count, c, out);
	default:
		return find_run(unicode_lower, unicode_lower_count, c, out);
	}
}

static bool map_ascii(enum unicode_case to, uint32_t c, uint32_t *out)
{
	bool up = to == UNICODE_TO_UPPER || to == UNICODE_TO_TITLE;
	*out = c;
	if (up && c >= 'a' && c <= 'z')
		*out = c - 32;
	if (!up && c >= 'A' && c <= 'Z')
		*out = c + 32;
	return c < 128;
}

int unicode_map(enum unicode_case to, uint32_t c, uint32_t out[3])
{
	if (map_ascii(to, c, out))
		return 1;
	int n = find_several(to, c, out);
	if (n > 0)
		return n;
	if (!find_single(to, c, out))
		out[0] = c;
	return 1;
}

static bool is_space_at(const char *s, size_t n, size_t *len)
{
	uint32_t c;
	*len = utf8_decode_wtf(s, n, &c);
	return *len > 0 && unicode_is(c, UNICODE_SPACE);
}

void unicode_strip(const char **s, size_t *n)
{
	size_t len;
	while (*n > 0 && is_space_at(*s, *n, &len)) {
		*s += len;
		*n -= len;
	}
	while (*n > 0) {
		size_t at = *n - 1;
		while (at > 0 && ((unsigned char)(*s)[at] & 0xc0) == 0x80)
			at--;
		if (!is_space_at(*s + at, *n - at, &len))
			return;
		*n = at;
	}
}
