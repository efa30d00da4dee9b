#include "lang/text/token.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define X(name, text) [TOKEN_##name] = (text),
static const char *const spellings[TOKEN_KIND_COUNT] = { TOKEN_OPERATORS(X) TOKEN_KEYWORDS(X) };
#undef X

enum { FIRST_OPERATOR = TOKEN_LPAR, FIRST_KEYWORD = TOKEN_FALSE };

const char *token_spelling(enum token_kind kind)
{
	assert(kind < TOKEN_KIND_COUNT && spellings[kind]);
	return spellings[kind];
}

/* Whether c stands in an operator behind its first character. */
static bool goes_on(char c)
{
	return c == '=' || c == '.' || c == '>' || c == '<' || c == '*' || c == '/';
}

enum token_kind token_operator(const char *s, size_t n, size_t *len)
{
	enum token_kind best = TOKEN_STRAY;
	bool is_short = n < 2 || !goes_on(s[1]);

	*len = 1;
	for (int k = FIRST_OPERATOR; k < FIRST_KEYWORD; k++) {
		if (spellings[k][0] != s[0])
			continue;
		size_t size = strlen(spellings[k]);
		if (size >= *len && size <= n && memcmp(s, spellings[k], size) == 0) {
			best = (enum token_kind)k;
			*len = size;
			if (is_short)
				break;
		}
	}
	return best;
}

/* The order of a word of n bytes and a keyword. */
static int compare_word(const char *s, size_t n, const char *keyword)
{
	if (s[0] != keyword[0])
		return (unsigned char)s[0] - (unsigned char)keyword[0];
	int order = strncmp(s, keyword, n);
	return order ? order : keyword[n] ? -1 : 0;
}

enum token_kind token_word(const char *s, size_t n)
{
	int low = FIRST_KEYWORD, high = TOKEN_KIND_COUNT;

	while (low < high) {
		int middle = (low + high) / 2, order = compare_word(s, n, spellings[middle]);
		if (order == 0)
			return (enum token_kind)middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return TOKEN_NAME;
}
