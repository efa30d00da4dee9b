/* Source text as tokens. */

#include "lang/text/lexer.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/ident.h"
#include "lang/text/literal.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

static void append_token(struct sbuf *out, const char *text, const struct token *t)
{
	static const char *const names[] = {
		[TOKEN_END] = "END",
		[TOKEN_NEWLINE] = "NEWLINE",
		[TOKEN_INDENT] = "INDENT",
		[TOKEN_DEDENT] = "DEDENT",
		[TOKEN_ERROR] = "ERROR",
	};

	sbuf_str(out, out->len ? " " : "");
	if (t->kind < sizeof names / sizeof *names && names[t->kind])
		sbuf_str(out, names[t->kind]);
	else
		sbuf_bytes(out, text + t->start, t->len);
}

/* The tokens of a program, by name or text, are these. */
static void check_tokens(const char *text, const char *expected)
{
	struct lexed l;
	struct sbuf out = { 0 };

	lexer_program(&l, text, strlen(text));
	for (size_t i = 0; i < l.tokens.len; i++)
		append_token(&out, text, &l.tokens.at[i]);
	ck_assert_str_eq(sbuf_cstr(&out), expected);
	ck_assert_int_eq(l.error.set, l.tokens.at[l.tokens.len - 1].kind == TOKEN_ERROR);
	sbuf_fini(&out);
	lexer_fini(&l);
}

static void check_span(
	const struct token *t, uint32_t line, uint32_t col, uint32_t end_line, uint32_t end_col)
{
	ck_assert_uint_eq(t->span.line, line);
	ck_assert_uint_eq(t->span.col, col);
	ck_assert_uint_eq(t->span.end_line, end_line);
	ck_assert_uint_eq(t->span.end_col, end_col);
}

START_TEST(the_longest_operator_wins)
{
	check_tokens("a<<=b**=c//d->e...f:=g!=h..",
		"a <<= b **= c // d -> e ... f := g != h . . NEWLINE END");
}
END_TEST

START_TEST(keywords_are_whole_words)
{
	static const struct {
		const char *text;
		enum token_kind kind;
	} words[] = {
		{ "if", TOKEN_IF },
		{ "iff", TOKEN_NAME },
		{ "i", TOKEN_NAME },
		{ "None", TOKEN_NONE },
		{ "none", TOKEN_NAME },
		{ "yield", TOKEN_YIELD },
		{ "False", TOKEN_FALSE },
		{ "async", TOKEN_ASYNC },
		{ "match", TOKEN_NAME },
		{ "print", TOKEN_NAME },
		{ "not", TOKEN_NOT },
		{ "nonlocal", TOKEN_NONLOCAL },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		ck_assert_int_eq(token_word(words[i].text, strlen(words[i].text)), words[i].kind);
}
END_TEST

START_TEST(indentation_makes_blocks)
{
	check_tokens("a:\n  b:\n    c\n  d\ne\n",
		"a : NEWLINE INDENT b : NEWLINE INDENT c NEWLINE DEDENT d NEWLINE DEDENT "
		"e NEWLINE END");
	check_tokens("a:\n  b:\n    c",
		"a : NEWLINE INDENT b : NEWLINE INDENT c NEWLINE DEDENT DEDENT END");
}
END_TEST

START_TEST(blank_lines_and_comments_are_nothing)
{
	check_tokens("\n  # comment\n\ta = 1 # more\n\n    \n", "INDENT a = 1 NEWLINE DEDENT END");
	check_tokens("# only", "END");
	check_tokens("", "END");
	check_tokens("a\n   # deeper\nb", "a NEWLINE b NEWLINE END");
}
END_TEST

START_TEST(brackets_and_backslashes_join_lines)
{
	check_tokens("f(a,\n    b\n)\n", "f ( a , b ) NEWLINE END");
	check_tokens("a = \\\n  b\n", "a = b NEWLINE END");
	check_tokens(
		"if a:\n  b\n  \\\n  c\n", "if a : NEWLINE INDENT b NEWLINE c NEWLINE DEDENT END");
}
END_TEST

START_TEST(strings_have_prefixes_and_three_quotes)
{
	check_tokens("r'a' Rb'\\'' f\"{x}\" u'' '''a'\n'b''' fr'x'",
		"r'a' Rb'\\'' f\"{x}\" u'' '''a'\n'b''' fr'x' NEWLINE END");
	check_tokens("ub'x'", "ub 'x' NEWLINE END");
	check_tokens("'a\\\nb' \"\"\"\\\"\"\"\"", "'a\\\nb' \"\"\"\\\"\"\"\" NEWLINE END");
}
END_TEST

START_TEST(a_token_knows_its_place_in_bytes)
{
	static const char text[] = "\xC3\xA4 = '''x\ny''' + z\n";
	struct lexed l;

	lexer_program(&l, text, strlen(text));
	check_span(&l.tokens.at[0], 1, 0, 1, 2);
	check_span(&l.tokens.at[2], 1, 5, 2, 4);
	check_span(&l.tokens.at[4], 2, 7, 2, 8);
	check_span(&l.tokens.at[5], 2, 8, 2, 9);
	lexer_fini(&l);
}
END_TEST

START_TEST(what_cannot_be_read_ends_the_tokens)
{
	check_tokens("a 'b", "a ERROR");
	check_tokens("a ]", "a ERROR");
	check_tokens("(a", "( a ERROR");
	check_tokens("a ? b", "a ? b NEWLINE END");
	check_tokens("if a:\n    b\n  c", "if a : NEWLINE INDENT b NEWLINE ERROR");
	check_tokens("a \x01", "a ERROR");
}
END_TEST

START_TEST(notes_are_kept_aside)
{
	static const char text[] = "a #> one\n'#> two' # three\n(#> four\n)\n";
	struct lexed l;

	lexer_program(&l, text, strlen(text));
	ck_assert_uint_eq(l.notes.len, 2);
	check_span(&l.notes.at[0], 1, 2, 1, 8);
	check_span(&l.notes.at[1], 3, 1, 3, 8);
	lexer_fini(&l);
}
END_TEST

START_TEST(an_unclosed_bracket_is_told_apart)
{
	struct lexed l;

	lexer_program(&l, "a\nb[\n", 5);
	ck_assert_uint_eq(l.unclosed_line, 2);
	ck_assert_str_eq(l.error.message, "'[' was never closed");
	lexer_fini(&l);
}
END_TEST

START_TEST(a_field_is_lexed_in_parentheses_of_its_own)
{
	static const char text[] = "f'{a +\nb}'";
	struct lexed l;

	lexer_parenthesised(&l, text, 3, 8, (struct span){ 1, 2, 1, 3 });
	ck_assert_uint_eq(l.tokens.len, 6);
	ck_assert_int_eq(l.tokens.at[0].kind, TOKEN_LPAR);
	check_span(&l.tokens.at[0], 1, 2, 1, 3);
	check_span(&l.tokens.at[1], 1, 3, 1, 4);
	check_span(&l.tokens.at[3], 2, 0, 2, 1);
	ck_assert_int_eq(l.tokens.at[4].kind, TOKEN_RPAR);
	check_span(&l.tokens.at[4], 2, 1, 2, 2);
	ck_assert_int_eq(l.tokens.at[5].kind, TOKEN_END);
	lexer_fini(&l);
}
END_TEST

/* n opening brackets, then as many closing ones */
static struct lexed lex_nested(size_t n)
{
	char *text = mem_alloc(2 * n);
	struct lexed l;

	memset(text, '[', n);
	memset(text + n, ']', n);
	lexer_program(&l, text, 2 * n);
	mem_free(text);
	return l;
}

START_TEST(brackets_nest_so_deep_and_no_deeper)
{
	struct lexed l = lex_nested(LEXER_MAX_BRACKETS);
	ck_assert(!l.error.set);
	lexer_fini(&l);
	l = lex_nested(LEXER_MAX_BRACKETS + 1);
	ck_assert_str_eq(l.error.message, "too many nested parentheses");
	ck_assert_uint_eq(l.error.span.col, LEXER_MAX_BRACKETS);
	lexer_fini(&l);
}
END_TEST

START_TEST(names_hold_letters_of_any_script)
{
	ck_assert_uint_eq(ident_class('_'), IDENT_START);
	ck_assert_uint_eq(ident_class('7'), IDENT_CONTINUE);
	ck_assert_uint_eq(ident_class('-'), IDENT_NONE);
	ck_assert_uint_eq(ident_class(0xE4), IDENT_START);
	ck_assert_uint_eq(ident_class(0x4E2D), IDENT_START);
	ck_assert_uint_eq(ident_class(0x0660), IDENT_CONTINUE);
	ck_assert_uint_eq(ident_class(0x2019), IDENT_NONE);
	ck_assert_uint_eq(ident_class(0xFB01), IDENT_START | IDENT_UNSTABLE);
	ck_assert_uint_eq(ident_class(0x10FFFF), IDENT_NONE);
	check_tokens("\xE4\xB8\xAD\xD9\xA0 = 1", "\xE4\xB8\xAD\xD9\xA0 = 1 NEWLINE END");
}
END_TEST

START_TEST(a_number_ends_where_it_must)
{
	static const struct {
		const char *text;
		size_t len;
	} rows[] = {
		{ "12+3", 2 },
		{ "1_000", 5 },
		{ "0x_Fg", 0 },
		{ "0xFF", 4 },
		{ "1.5e-3j", 7 },
		{ "1..real", 2 },
		{ "1if x", 1 },
		{ "1_", 0 },
		{ "00", 2 },
		{ "0_0", 3 },
		{ "007.5", 5 },
		{ "007", 0 },
		{ "1e5", 3 },
		{ "1else", 1 },
		{ "1x", 0 },
		{ ".5", 2 },
		{ "1e+", 0 },
		{ "0b1_01", 6 },
		{ "0o17", 4 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct literal_error e;
		ck_assert_msg(literal_scan(rows[i].text, strlen(rows[i].text), &e) == rows[i].len,
			"%s", rows[i].text);
	}
}
END_TEST

START_TEST(a_number_has_a_value_in_64_bits)
{
	static const struct {
		const char *text;
		enum literal_kind kind;
		int64_t i;
		double f;
	} rows[] = {
		{ "1_000", LITERAL_INT, 1000, 0 },
		{ "0xFf", LITERAL_INT, 255, 0 },
		{ "0b101", LITERAL_INT, 5, 0 },
		{ "0o17", LITERAL_INT, 15, 0 },
		{ "9223372036854775807", LITERAL_INT, INT64_MAX, 0 },
		{ "9223372036854775808", LITERAL_MIN, INT64_MIN, 0 },
		{ "0x8000000000000000", LITERAL_MIN, INT64_MIN, 0 },
		{ "9223372036854775809", LITERAL_WIDE, INT64_MIN + 1, 0 },
		{ "18446744073709551616", LITERAL_HUGE, 0, 0 },
		{ "99999999999999999999999", LITERAL_HUGE, 0, 0 },
		{ "1_0.2_5e1", LITERAL_FLOAT, 0, 102.5 },
		{ "1e400", LITERAL_FLOAT, 0, 1e308 * 10 },
		{ "0xE", LITERAL_INT, 14, 0 },
		{ "2j", LITERAL_IMAGINARY, 0, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t n = 0;
		double f = 0;
		ck_assert_int_eq(
			literal_value(rows[i].text, strlen(rows[i].text), &n, &f), rows[i].kind);
		ck_assert_int_eq(n, rows[i].i);
		ck_assert(f == rows[i].f);
	}
}
END_TEST

Suite *lexer_suite(void)
{
	Suite *s = suite_create("lexer");
	TCase *t = tcase_create("lexer");
	tcase_add_test(t, the_longest_operator_wins);
	tcase_add_test(t, keywords_are_whole_words);
	tcase_add_test(t, indentation_makes_blocks);
	tcase_add_test(t, blank_lines_and_comments_are_nothing);
	tcase_add_test(t, brackets_and_backslashes_join_lines);
	tcase_add_test(t, strings_have_prefixes_and_three_quotes);
	tcase_add_test(t, a_token_knows_its_place_in_bytes);
	tcase_add_test(t, what_cannot_be_read_ends_the_tokens);
	tcase_add_test(t, notes_are_kept_aside);
	tcase_add_test(t, an_unclosed_bracket_is_told_apart);
	tcase_add_test(t, a_field_is_lexed_in_parentheses_of_its_own);
	tcase_add_test(t, brackets_nest_so_deep_and_no_deeper);
	tcase_add_test(t, names_hold_letters_of_any_script);
	tcase_add_test(t, a_number_ends_where_it_must);
	tcase_add_test(t, a_number_has_a_value_in_64_bits);
	suite_add_tcase(s, t);
	return s;
}
