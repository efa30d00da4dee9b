#include "lang/text/token_class.h"

#include "lang/text/lexer.h"

#include <assert.h>
#include <string.h>

static enum token_class class_of(const struct token *before, const struct token *t)
{
	if (t->kind == TOKEN_NUMBER)
		return CLASS_NUMBER;
	if (t->kind == TOKEN_STRING)
		return CLASS_STRING;
	if (t->kind == TOKEN_NAME && before != NULL &&
		(before->kind == TOKEN_DEF || before->kind == TOKEN_CLASS))
		return CLASS_DEFINED;
	return t->kind >= TOKEN_FALSE && t->kind <= TOKEN_YIELD ? CLASS_KEYWORD : CLASS_PLAIN;
}

/* Only a string and a comment can hold a #. */
static void find_comments(const char *text, size_t n, uint8_t *classes)
{
	for (size_t i = 0; i < n; i++) {
		if (text[i] != '#' || classes[i] != CLASS_PLAIN)
			continue;
		const char *end = memchr(text + i, '\n', n - i);
		size_t len = end != NULL ? (size_t)(end - text) - i : n - i;
		memset(classes + i, CLASS_COMMENT, len);
		i += len;
	}
}

void token_classes(const char *text, size_t n, uint8_t *classes)
{
	struct lexed l = { 0 };
	size_t known = n;
	lexer_program(&l, text, n);
	memset(classes, CLASS_PLAIN, n);
	for (size_t i = 0; i < l.tokens.len; i++) {
		const struct token *t = &l.tokens.at[i];
		assert(t->start <= n && "a token stands in the text");
		if (t->kind == TOKEN_ERROR)
			known = i > 0 ? t[-1].start + t[-1].len : 0;
		else if (t->kind != TOKEN_END)
			memset(classes + t->start, (int)class_of(i > 0 ? t - 1 : NULL, t), t->len);
	}
	find_comments(text, known, classes);
	lexer_fini(&l);
}
