#include "lang/token.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define X(name, text) [TOKEN_##name] = (text),
static const char *const spellings[TOKEN_KIND_COUNT] = {
	TOKEN_OPERATORS(X)
	TOKEN_KEYWORDS(X)
};
#undef X

enum { FIRST_OPERATOR = TOKEN_LPAR, FIRST_KEYWORD = TOKEN_FALSE };

const char *token_spelling(enum token_kind kind)
{
	assert(kind < TOKEN_KIND_COUNT && spellings[kind]);
	return spellings[kind];
}

enum token_kind token_operator(const char *s, size_t n, size_t *len)
{
	enum token_kind best = TOKEN_STRAY;

	*len = 1;
	for (int k = FIRST_OPERATOR; k < FIRST_KEYWORD; k++) {
		if (spellings[k][0] != s[0])
			continue;
		size_t size = strlen(spellings[k]);
		if (size >= *len && size <= n && memcmp(s, spellings[k], size) == 0) {
			best = (enum token_kind)k;
			*len = size;
		}
	}
	return best;
}

struct word { const char *s; size_t n; };

static int compare_word(const void *key, const void *entry)
{
	const struct word *w = key;
	const char *keyword = *(const char *const *)entry;
	int order = strncmp(w->s, keyword, w->n);
	return order ? order : keyword[w->n] ? -1 : 0;
}

enum token_kind token_word(const char *s, size_t n)
{
	const struct word w = { s, n };
	const char *const *found = bsearch(&w, spellings + FIRST_KEYWORD, TOKEN_KIND_COUNT - FIRST_KEYWORD,
	                                   sizeof *spellings, compare_word);
	return found ? (enum token_kind)(found - spellings) : TOKEN_NAME;
}
