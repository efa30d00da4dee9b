#ifndef COSUB_LANG_TEXT_LEXER_H
#define COSUB_LANG_TEXT_LEXER_H

/*
 * Text to tokens (Language Reference, chapter 2).  The whole text is lexed at
 * once, because a mistake in the words of a later line explains a program
 * better than the grammar's complaint about an earlier one (an unclosed
 * bracket, above all).
 */

#include "base/diag.h"
#include "lang/text/token.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	LEXER_MAX_BRACKETS = 200,
	LEXER_MAX_INDENTS = 100,
};

struct lexed {
	struct token_list tokens; /* ends with TOKEN_END or TOKEN_ERROR */
	struct token_list notes;  /* the comments that begin with "#>", as TOKEN_STRAY */
	struct diag error;        /* set if and only if the last one is TOKEN_ERROR */
	bool is_local;            /* the error has nothing to do with what stands before its line */
	/* the error is a bracket opened in this line and never closed; else 0 */
	uint32_t unclosed_line;
};

/* Lexes a program of n bytes, which must be UTF-8 with line ends \n. */
void lexer_program(struct lexed *out, const char *text, size_t n);

/* Lexes the bytes [from, to) as if in parentheses, whose two tokens stand at
 * the byte before and the byte behind; where gives the place of the opening
 * one (its start). */
void lexer_parenthesised(
	struct lexed *out, const char *text, size_t from, size_t to, struct span where);

void lexer_fini(struct lexed *l);

#endif
