/* Where lines begin and end: indentation, comments, joined lines. */

#include "lang/text/lex.h"

#include <string.h>

void lex_comment(struct lexer *l)
{
	struct place from = l->here;
	const char *end = memchr(l->text + l->here.at, '\n', l->end - l->here.at);

	l->here.at = end ? (size_t)(end - l->text) : l->end;
	if (l->text[from.at + 1] == '>')
		array_push(&l->out->notes, lex_token_from(l, TOKEN_STRAY, &from));
}

/* Marks the mistake just reported as one that explains no other. */
static void is_local(struct lexer *l)
{
	l->out->is_local = true;
}

bool lex_join(struct lexer *l)
{
	if (lex_peek(l, 1) != '\n') {
		struct place next = l->here;
		next.at++;
		if (lex_peek(l, 1) < 0)
			lex_fail(l, lex_span_of(&l->here, 1), "unexpected EOF while parsing");
		else
			lex_fail(l, lex_span_of(&next, 1),
				"unexpected character after line continuation character");
		is_local(l);
		return false;
	}
	struct place backslash = l->here;
	l->here.at++;
	lex_next_line(l);
	if (lex_peek(l, 0) < 0) {
		lex_fail(l, lex_span_of(&backslash, 1), "unexpected EOF while parsing");
		is_local(l);
		return false;
	}
	return true;
}

/* Passes the white space that begins a line.  A backslash continues it, but
 * what counts is the part before the first one. */
static bool measure_indent(struct lexer *l, struct indent *i)
{
	struct indent first = { 0 };

	*i = (struct indent){ 0 };
	for (;; l->here.at++) {
		int c = lex_peek(l, 0);
		if (c == ' ') {
			i->width++;
			i->alternative++;
		} else if (c == '\t') {
			i->width = (i->width / 8 + 1) * 8;
			i->alternative++;
		} else if (c == '\f') {
			*i = (struct indent){ 0 };
		} else if (c == '\\') {
			if (!first.width)
				first = *i;
			if (!lex_join(l))
				return false;
			l->here.at--; /* undone by the loop's step */
		} else {
			break;
		}
	}
	if (first.width)
		*i = first;
	return true;
}

static void fail_tabs(struct lexer *l)
{
	lex_fail(l, lex_span_of(&l->here, 1), "inconsistent use of tabs and spaces in indentation");
	is_local(l);
}

static void push_indent(struct lexer *l, struct indent i)
{
	if (l->nindents == LEXER_MAX_INDENTS) {
		lex_fail(l, lex_span_of(&l->here, 1), "too many levels of indentation");
		is_local(l);
	} else if (i.alternative <= l->indents[l->nindents - 1].alternative) {
		fail_tabs(l);
	} else {
		l->indents[l->nindents++] = i;
		lex_emit(l, TOKEN_INDENT, &l->here);
	}
}

static void pop_indents(struct lexer *l, struct indent i)
{
	size_t before = l->out->tokens.len;

	while (i.width < l->indents[l->nindents - 1].width) {
		l->nindents--;
		lex_emit(l, TOKEN_DEDENT, &l->here);
	}
	if (i.width != l->indents[l->nindents - 1].width) {
		l->out->tokens.len = before;
		lex_fail(l, lex_span_of(&l->here, 1),
			"unindent does not match any outer indentation level");
		is_local(l);
	} else if (i.alternative != l->indents[l->nindents - 1].alternative) {
		fail_tabs(l);
	}
}

void lex_line_start(struct lexer *l)
{
	struct indent i, *top = &l->indents[l->nindents - 1];

	if (!measure_indent(l, &i))
		return;
	if (lex_peek(l, 0) == '#')
		lex_comment(l);
	if (lex_peek(l, 0) == '\n') {
		lex_next_line(l);
		return;
	}
	if (lex_peek(l, 0) < 0)
		return;
	l->at_line_start = false;
	if (i.width > top->width)
		push_indent(l, i);
	else if (i.width < top->width)
		pop_indents(l, i);
	else if (i.alternative != top->alternative)
		fail_tabs(l);
}

void lex_line_end(struct lexer *l)
{
	struct place from = l->here;

	if (l->nbrackets) {
		lex_next_line(l);
		return;
	}
	l->here.at++;
	lex_emit(l, TOKEN_NEWLINE, &from);
	l->here = from;
	lex_next_line(l);
	l->at_line_start = true;
}
