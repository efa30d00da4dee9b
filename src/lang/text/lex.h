#ifndef COSUB_LANG_TEXT_LEX_H
#define COSUB_LANG_TEXT_LEX_H

/*
 * What the files of the lexer share; nobody else includes it.
 */

#include "lang/text/lexer.h"

struct place {
	size_t at;
	uint32_t line;
	size_t line_start; /* may lie before the text's begin; columns are at - line_start */
};

struct bracket {
	char open;
	struct span span;
};

/* The width of an indentation, with tabs to the next multiple of eight and
 * with tabs as one column: both must agree about what is deeper, or the
 * meaning would depend on the width of a tab. */
struct indent {
	uint32_t width, alternative;
};

struct lexer {
	const char *text;
	size_t end;
	struct place here;
	struct lexed *out;
	bool at_line_start, failed;
	struct bracket brackets[LEXER_MAX_BRACKETS];
	uint32_t nbrackets, nouter; /* of which the first nouter are not the text's own */
	struct indent indents[LEXER_MAX_INDENTS];
	uint32_t nindents; /* the first one, of width 0, is always there */
};

/* The byte so far ahead; -1 behind the text. */
static inline int lex_peek(const struct lexer *l, size_t ahead)
{
	return l->here.at + ahead < l->end ? (unsigned char)l->text[l->here.at + ahead] : -1;
}

static inline uint32_t lex_column(const struct place *p)
{
	return (uint32_t)(p->at - p->line_start);
}

static inline struct span lex_span_between(const struct place *from, const struct place *to)
{
	return (struct span){ from->line, lex_column(from), to->line, lex_column(to) };
}

/* The span of the n bytes from a place on, all in its line. */
static inline struct span lex_span_of(const struct place *p, size_t n)
{
	uint32_t col = lex_column(p);
	return (struct span){ p->line, col, p->line, col + (uint32_t)n };
}

/* Passes the line end that is here. */
void lex_next_line(struct lexer *l);

/* The token from a place up to here. */
struct token lex_token_from(const struct lexer *l, enum token_kind kind, const struct place *from);
void lex_emit(struct lexer *l, enum token_kind kind, const struct place *from);

/* The first mistake: it ends the tokens. */
void lex_fail(struct lexer *l, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* lex_line.c: what lines are made of. */

/* At the begin of a logical line: blank lines are passed, INDENT and DEDENT
 * come out. */
void lex_line_start(struct lexer *l);
/* At a line end: NEWLINE, unless brackets are open. */
void lex_line_end(struct lexer *l);
/* Passes a comment; those that begin with "#>" are noted. */
void lex_comment(struct lexer *l);
/* A backslash that joins two lines; false if it is something else (an error). */
bool lex_join(struct lexer *l);

#endif
