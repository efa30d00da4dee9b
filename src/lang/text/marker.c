#include "lang/text/marker.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		c == '_' || c == '-' || c == '.';
}

static size_t past_blanks(const char *line, size_t n, size_t at)
{
	while (at < n && is_blank(line[at]))
		at++;
	return at;
}

static size_t without_blanks(const char *line, size_t from, size_t to)
{
	while (to > from && is_blank(line[to - 1]))
		to--;
	return to;
}

/* Whether metadata begins here: an object, or a key and "=". */
static bool is_metadata(const char *line, size_t n, size_t at)
{
	size_t end = at;

	while (end < n && is_word_char(line[end]))
		end++;
	return line[at] == '{' || (end > at && end < n && line[end] == '=');
}

/* Where the title and the type end. */
static size_t find_metadata(const char *line, size_t n, size_t from)
{
	for (size_t at = from; at < n; at++)
		if ((at == from || is_blank(line[at - 1])) && is_metadata(line, n, at))
			return at;
	return n;
}

/* Takes the type off the end of the title. */
static void take_type(const char *line, struct marker *m)
{
	static const struct {
		const char *text;
		enum marker_type type;
	} types[] = { { "[markdown]", MARKER_MARKDOWN }, { "[md]", MARKER_MARKDOWN },
		{ "[raw]", MARKER_RAW } };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		size_t len = strlen(types[i].text), before = m->name_len - len;
		if (m->name_len < len || memcmp(line + m->name + before, types[i].text, len) != 0 ||
			(before && !is_blank(line[m->name + before - 1])))
			continue;
		m->type = types[i].type;
		m->name_len = without_blanks(line, m->name, m->name + before) - m->name;
		return;
	}
}

bool marker_read(const char *line, size_t n, struct marker *m)
{
	size_t start = past_blanks(line, n, 0);

	*m = (struct marker){ .indented = start > 0 };
	if (start >= n || line[start] != '#')
		return false;
	size_t at = past_blanks(line, n, start + 1);
	if (n - at < 2 || line[at] != '%' || line[at + 1] != '%')
		return false;
	while (at < n && line[at] == '%')
		at++;
	if (at < n && !is_blank(line[at]))
		return false;
	m->name = past_blanks(line, n, at);
	m->name_len = without_blanks(line, m->name, find_metadata(line, n, m->name)) - m->name;
	take_type(line, m);
	return true;
}
