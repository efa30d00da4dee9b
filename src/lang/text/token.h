#ifndef COSUB_LANG_TEXT_TOKEN_H
#define COSUB_LANG_TEXT_TOKEN_H

/*
 * The words of a program.  A token points into the text that was lexed; its
 * kind says everything about punctuation and keywords, its text the rest.
 */

#include "base/array.h"
#include "base/span.h"

#include <stddef.h>
#include <stdint.h>

/* name, spelling; longer spellings need not come first */
/* clang-format off */
#define TOKEN_OPERATORS(X) \
	X(LPAR, "(") X(RPAR, ")") X(LSQB, "[") X(RSQB, "]") X(LBRACE, "{") X(RBRACE, "}") \
	X(COMMA, ",") X(COLON, ":") X(SEMI, ";") X(DOT, ".") X(ELLIPSIS, "...") \
	X(ARROW, "->") X(WALRUS, ":=") \
	X(PLUS, "+") X(MINUS, "-") X(STAR, "*") X(DOUBLE_STAR, "**") X(SLASH, "/") \
	X(DOUBLE_SLASH, "//") \
	X(PERCENT, "%") X(AT, "@") X(AMPER, "&") X(VBAR, "|") X(CIRCUMFLEX, "^") X(TILDE, "~") \
	X(LSHIFT, "<<") X(RSHIFT, ">>") X(LESS, "<") X(GREATER, ">") X(LESS_EQUAL, "<=") \
	X(GREATER_EQUAL, ">=") \
	X(EQUAL_EQUAL, "==") X(NOT_EQUAL, "!=") X(EQUAL, "=") \
	X(PLUS_EQUAL, "+=") X(MINUS_EQUAL, "-=") X(STAR_EQUAL, "*=") X(SLASH_EQUAL, "/=") \
	X(DOUBLE_SLASH_EQUAL, "//=") \
	X(PERCENT_EQUAL, "%=") X(AT_EQUAL, "@=") X(AMPER_EQUAL, "&=") X(VBAR_EQUAL, "|=") \
	X(CIRCUMFLEX_EQUAL, "^=") \
	X(LSHIFT_EQUAL, "<<=") X(RSHIFT_EQUAL, ">>=") X(DOUBLE_STAR_EQUAL, "**=")
/* clang-format on */

/* in the order of their bytes */
/* clang-format off */
#define TOKEN_KEYWORDS(X) \
	X(FALSE, "False") X(NONE, "None") X(TRUE, "True") X(AND, "and") X(AS, "as") \
	X(ASSERT, "assert") X(ASYNC, "async") X(AWAIT, "await") X(BREAK, "break") \
	X(CLASS, "class") X(CONTINUE, "continue") X(DEF, "def") X(DEL, "del") X(ELIF, "elif") \
	X(ELSE, "else") X(EXCEPT, "except") X(FINALLY, "finally") X(FOR, "for") X(FROM, "from") \
	X(GLOBAL, "global") X(IF, "if") X(IMPORT, "import") X(IN, "in") X(IS, "is") \
	X(LAMBDA, "lambda") X(NONLOCAL, "nonlocal") X(NOT, "not") X(OR, "or") X(PASS, "pass") \
	X(RAISE, "raise") X(RETURN, "return") X(TRY, "try") X(WHILE, "while") X(WITH, "with") \
	X(YIELD, "yield")
/* clang-format on */

#define X(name, text) TOKEN_##name,
enum token_kind {
	TOKEN_END,
	TOKEN_NEWLINE, /* the end of a logical line */
	TOKEN_INDENT,
	TOKEN_DEDENT,
	TOKEN_NAME,
	TOKEN_NUMBER,
	TOKEN_STRING, /* with prefix and quotes */
	TOKEN_STRAY,  /* a character that begins no token: ? $ ! */
	TOKEN_ERROR,  /* here the lexer gave up; always the last one */
	TOKEN_OPERATORS(X) TOKEN_KEYWORDS(X) TOKEN_KIND_COUNT
};
#undef X

struct token {
	uint8_t kind;
	uint8_t level;       /* brackets open behind the token */
	uint32_t start, len; /* bytes in the text */
	struct span span;
};

struct token_list {
	ARRAY(struct token);
};

/* The spelling of an operator or a keyword. */
const char *token_spelling(enum token_kind kind);

/* The kind of the operator that starts at s (n > 0 bytes left), the longest
 * one; TOKEN_STRAY if none does.  *len is its length. */
enum token_kind token_operator(const char *s, size_t n, size_t *len);

/* The keyword's kind if the n bytes at s are one, else TOKEN_NAME. */
enum token_kind token_word(const char *s, size_t n);

#endif
