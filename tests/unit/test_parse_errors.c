/* Mistakes in source text: the words and the place of each. */

#include "lang/tree/ast.h"

#include "lang/text/source.h"

#include <check.h>

#include <string.h>

struct row {
	const char *program;
	struct span span;
	const char *message;
};

static void check_mistake(const struct row *row)
{
	struct source src;
	struct diag d = { 0 };
	struct ast a;

	ck_assert(source_from_text(&src, "a.py", row->program, strlen(row->program), &d));
	ast_parse(&a, &src, NULL, &d);
	ck_assert_msg(diag_settle(&d), "%s: accepted", row->program);
	ck_assert_msg(strcmp(d.message, row->message) == 0, "%s: %s", row->program, d.message);
	ck_assert_msg(memcmp(&d.span, &row->span, sizeof d.span) == 0, "%s: at %u:%u-%u:%u",
		row->program, d.span.line, d.span.col, d.span.end_line, d.span.end_col);
	diag_fini(&d);
	ast_fini(&a);
	source_fini(&src);
}

#define check_mistakes(rows) \
	do { \
		for (size_t i_ = 0; i_ < sizeof(rows) / sizeof *(rows); i_++) \
			check_mistake(&(rows)[i_]); \
	} while (0)

static const struct row brackets[] = {
	{ "x = (1,\n  2\ny = 3\n", { 1, 4, 1, 5 }, "'(' was never closed" },
	{ "f(a b))", { 1, 6, 1, 7 }, "unmatched ')'" },
	{ "(]", { 1, 1, 1, 2 }, "closing parenthesis ']' does not match opening parenthesis '('" },
	{ "{\n)", { 2, 0, 2, 1 },
		"closing parenthesis ')' does not match opening parenthesis '{' on line 1" },
	{ ")", { 1, 0, 1, 1 }, "unmatched ')'" },
	{ "print('a'\nx = 1\n", { 1, 5, 1, 6 }, "'(' was never closed" },
};

START_TEST(brackets_are_named_when_they_do_not_close)
{
	check_mistakes(brackets);
}
END_TEST

static const struct row strings[] = {
	{ "x = 'abc\ny = 1\n", { 1, 4, 1, 5 }, "unterminated string literal (detected at line 1)" },
	{ "\"\"\"abc\n\n", { 1, 0, 1, 1 },
		"unterminated triple-quoted string literal (detected at line 2)" },
	{ "a = 'it's'", { 1, 9, 1, 10 }, "unterminated string literal (detected at line 1)" },
};

START_TEST(strings_are_named_when_they_do_not_end)
{
	check_mistakes(strings);
}
END_TEST

static const struct row escapes[] = {
	{ "'\\x4'", { 1, 1, 1, 4 },
		"(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: "
		"truncated \\xXX escape" },
	{ "x = '\\u00e'", { 1, 5, 1, 10 },
		"(unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: "
		"truncated \\uXXXX escape" },
	{ "'\\U00110000'", { 1, 1, 1, 11 },
		"(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal "
		"Unicode character" },
	{ "'\303\244\\x'", { 1, 3, 1, 5 },
		"(unicode error) 'unicodeescape' codec can't decode bytes in position 10-11: "
		"truncated \\xXX escape" },
};

START_TEST(escapes_must_be_whole)
{
	check_mistakes(escapes);
}
END_TEST

static const struct row fstrings[] = {
	{ "f'{'", { 1, 3, 1, 4 }, "f-string: expecting '}'" },
	{ "f'{a'", { 1, 4, 1, 5 }, "f-string: expecting '}'" },
	{ "f'}'", { 1, 2, 1, 3 }, "f-string: single '}' is not allowed" },
	{ "f'{}'", { 1, 2, 1, 3 }, "f-string: empty expression not allowed" },
	{ "f'{!r}'", { 1, 2, 1, 3 }, "f-string: expression required before '!'" },
	{ "f'{a b}'", { 1, 3, 1, 6 }, "f-string: invalid syntax. Perhaps you forgot a comma?" },
	{ "f'{a!x}'", { 1, 5, 1, 6 },
		"f-string: invalid conversion character: expected 's', 'r', or 'a'" },
	{ "f'{a:{b:{c}}}'", { 1, 8, 1, 9 }, "f-string: expressions nested too deeply" },
	{ "f'{a\\n}'", { 1, 4, 1, 5 }, "f-string expression part cannot include a backslash" },
	{ "f'{#}'", { 1, 3, 1, 4 }, "f-string expression part cannot include '#'" },
	{ "f'{a)}'", { 1, 4, 1, 5 }, "f-string: unmatched ')'" },
	{ "f'{(a]}'", { 1, 5, 1, 6 },
		"f-string: closing parenthesis ']' does not match opening parenthesis '('" },
	{ "f'{*a}'", { 1, 3, 1, 5 }, "f-string: cannot use starred expression here" },
	{ "f'{1a}'", { 1, 3, 1, 4 }, "invalid decimal literal" },
	{ "f'''\n{a b}'''", { 2, 1, 2, 4 },
		"f-string: invalid syntax. Perhaps you forgot a comma?" },
};

START_TEST(f_strings_are_refused_at_the_field)
{
	check_mistakes(fstrings);
}
END_TEST

static const struct row numbers[] = {
	{ "1a", { 1, 0, 1, 1 }, "invalid decimal literal" },
	{ "0x", { 1, 1, 1, 2 }, "invalid hexadecimal literal" },
	{ "0o8", { 1, 2, 1, 3 }, "invalid digit '8' in octal literal" },
	{ "0b12", { 1, 3, 1, 4 }, "invalid digit '2' in binary literal" },
	{ "01", { 1, 0, 1, 1 },
		"leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
		"octal integers" },
	{ "1__0", { 1, 1, 1, 2 }, "invalid decimal literal" },
	{ "1e+", { 1, 1, 1, 2 }, "invalid decimal literal" },
	{ "0777", { 1, 0, 1, 1 },
		"leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
		"octal integers" },
};

START_TEST(numbers_must_be_well_formed)
{
	check_mistakes(numbers);
}
END_TEST

static const struct row characters[] = {
	{ "x = \342\200\234hi\342\200\235", { 1, 4, 1, 7 },
		"invalid character '\342\200\234' (U+201C)" },
	{ "x\302\240= 1", { 1, 1, 1, 3 }, "invalid non-printable character U+00A0" },
	{ "a $ b", { 1, 2, 1, 3 }, "invalid syntax" },
	{ "x = \\ y", { 1, 5, 1, 6 }, "unexpected character after line continuation character" },
	{ "x = 1 \\", { 1, 6, 1, 7 }, "unexpected EOF while parsing" },
	{ "a ? b", { 1, 2, 1, 3 }, "invalid syntax" },
};

START_TEST(characters_must_be_pythons)
{
	check_mistakes(characters);
}
END_TEST

static const struct row indentation[] = {
	{ "x = 1\n  y = 2\n", { 2, 2, 2, 2 }, "unexpected indent" },
	{ "if x:\n    a\n  b\n", { 3, 2, 3, 3 },
		"unindent does not match any outer indentation level" },
	{ "if x:\n\ta\n        b\n", { 3, 8, 3, 9 },
		"inconsistent use of tabs and spaces in indentation" },
	{ "if x:\n        a\n\tb\n", { 3, 1, 3, 2 },
		"inconsistent use of tabs and spaces in indentation" },
};

START_TEST(indentation_must_fit)
{
	check_mistakes(indentation);
}
END_TEST

static const struct row blocks[] = {
	{ "if x:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after 'if' statement on line 1" },
	{ "if a:\n pass\nelif b:\npass\n", { 4, 0, 4, 4 },
		"expected an indented block after 'elif' statement on line 3" },
	{ "if a:\n pass\nelse:\npass\n", { 4, 0, 4, 4 },
		"expected an indented block after 'else' statement on line 3" },
	{ "while x:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after 'while' statement on line 1" },
	{ "for x in y:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after 'for' statement on line 1" },
	{ "def f():\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after function definition on line 1" },
	{ "class A:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after class definition on line 1" },
	{ "try:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after 'try' statement on line 1" },
	{ "try:\n pass\nexcept A:\npass\n", { 4, 0, 4, 4 },
		"expected an indented block after 'except' statement on line 3" },
	{ "try:\n pass\nexcept* A:\npass\n", { 4, 0, 4, 4 },
		"expected an indented block after 'except*' statement on line 3" },
	{ "try:\n pass\nfinally:\npass\n", { 4, 0, 4, 4 },
		"expected an indented block after 'finally' statement on line 3" },
	{ "with a:\npass\n", { 2, 0, 2, 4 },
		"expected an indented block after 'with' statement on line 1" },
	{ "if x:\n\n# end\n", { 3, 5, 3, 5 },
		"expected an indented block after 'if' statement on line 1" },
};

START_TEST(blocks_must_be_indented)
{
	check_mistakes(blocks);
}
END_TEST

static const struct row colons[] = {
	{ "if x\n  pass\n", { 1, 4, 1, 5 }, "expected ':'" },
	{ "while x\n  pass\n", { 1, 7, 1, 8 }, "expected ':'" },
	{ "for x in y\n  pass\n", { 1, 10, 1, 11 }, "expected ':'" },
	{ "def f()\n  pass\n", { 1, 7, 1, 8 }, "expected ':'" },
	{ "class A\n  pass\n", { 1, 7, 1, 8 }, "expected ':'" },
	{ "try\n  pass\n", { 1, 3, 1, 4 }, "expected ':'" },
	{ "else_ = 1\nif x: pass\nelse\n  pass\n", { 3, 4, 3, 5 }, "expected ':'" },
	{ "with a\n  pass\n", { 1, 6, 1, 7 }, "expected ':'" },
	{ "with (a as b, c)\n  pass\n", { 1, 16, 1, 17 }, "expected ':'" },
	{ "if x y:\n  pass\n", { 1, 5, 1, 6 }, "invalid syntax" },
	{ "try:\n pass\nexcept A\n pass\n", { 3, 8, 3, 9 }, "expected ':'" },
};

START_TEST(colons_are_missed)
{
	check_mistakes(colons);
}
END_TEST

static const struct row commas[] = {
	{ "f(a, b c)", { 1, 5, 1, 8 }, "invalid syntax. Perhaps you forgot a comma?" },
	{ "[1 2]", { 1, 1, 1, 4 }, "invalid syntax. Perhaps you forgot a comma?" },
	{ "{a: 1 b: 2}", { 1, 4, 1, 7 }, "invalid syntax. Perhaps you forgot a comma?" },
	{ "x = [\n 1\n 2\n]\n", { 2, 1, 3, 2 }, "invalid syntax. Perhaps you forgot a comma?" },
	{ "f(u 'a')", { 1, 4, 1, 7 }, "invalid syntax" },
	{ "a b", { 1, 2, 1, 3 }, "invalid syntax" },
};

START_TEST(commas_are_missed)
{
	check_mistakes(commas);
}
END_TEST

static const struct row equals[] = {
	{ "if x = 3:\n  pass\n", { 1, 3, 1, 8 },
		"invalid syntax. Maybe you meant '==' or ':=' instead of '='?" },
	{ "f(a.b=1)", { 1, 2, 1, 6 },
		"expression cannot contain assignment, perhaps you meant \"==\"?" },
	{ "f(True=1)", { 1, 2, 1, 7 }, "cannot assign to True" },
	{ "(x = 1)", { 1, 1, 1, 6 },
		"invalid syntax. Maybe you meant '==' or ':=' instead of '='?" },
	{ "if x.a = 3: pass", { 1, 3, 1, 6 },
		"cannot assign to attribute here. Maybe you meant '==' instead of '='?" },
	{ "f(a=b for b in c)", { 1, 2, 1, 5 },
		"invalid syntax. Maybe you meant '==' or ':=' instead of '='?" },
};

START_TEST(an_equal_sign_is_explained)
{
	check_mistakes(equals);
}
END_TEST

static const struct row targets[] = {
	{ "1 = x", { 1, 0, 1, 1 },
		"cannot assign to literal here. Maybe you meant '==' instead of '='?" },
	{ "f() = 1", { 1, 0, 1, 3 },
		"cannot assign to function call here. Maybe you meant '==' instead of '='?" },
	{ "a + 1 = 2", { 1, 0, 1, 5 },
		"cannot assign to expression here. Maybe you meant '==' instead of '='?" },
	{ "None = 1", { 1, 0, 1, 4 }, "cannot assign to None" },
	{ "x = 1 = 2", { 1, 4, 1, 5 }, "cannot assign to literal" },
	{ "[a, f()] = 2", { 1, 4, 1, 7 }, "cannot assign to function call" },
	{ "a < b = c", { 1, 0, 1, 5 }, "cannot assign to comparison" },
	{ "(a, b) += 1", { 1, 0, 1, 6 },
		"'tuple' is an illegal expression for augmented assignment" },
	{ "1: int", { 1, 0, 1, 1 }, "illegal target for annotation" },
	{ "a, b: int", { 1, 0, 1, 4 }, "only single target (not tuple) can be annotated" },
	{ "[a]: int", { 1, 0, 1, 3 }, "only single target (not list) can be annotated" },
	{ "(1 := 2)", { 1, 1, 1, 2 }, "cannot use assignment expressions with literal" },
	{ "for f() in x: pass", { 1, 4, 1, 7 }, "cannot assign to function call" },
	{ "with a as 1: pass", { 1, 10, 1, 11 }, "cannot assign to literal" },
	{ "[x for 1 in y]", { 1, 7, 1, 8 }, "cannot assign to literal" },
	{ "del f()", { 1, 4, 1, 7 }, "cannot delete function call" },
	{ "del *a", { 1, 4, 1, 6 }, "cannot delete starred" },
	{ "yield = 1", { 1, 0, 1, 5 }, "assignment to yield expression not possible" },
	{ "(yield) = 1", { 1, 1, 1, 6 },
		"cannot assign to yield expression here. Maybe you meant '==' instead of '='?" },
	{ "'a' = 1", { 1, 0, 1, 3 },
		"cannot assign to literal here. Maybe you meant '==' instead of '='?" },
	{ "f'{x}' = 1", { 1, 0, 1, 6 },
		"cannot assign to f-string expression here. Maybe you meant '==' instead of '='?" },
	{ "lambda: x = 1", { 1, 0, 1, 9 }, "cannot assign to lambda" },
};

START_TEST(targets_must_be_assignable)
{
	check_mistakes(targets);
}
END_TEST

static const struct row starred[] = {
	{ "*a", { 1, 0, 1, 2 }, "can't use starred expression here" },
	{ "x = *a", { 1, 4, 1, 6 }, "can't use starred expression here" },
	{ "*a = 1", { 1, 0, 1, 2 }, "starred assignment target must be in a list or tuple" },
	{ "*a, *b = c", { 1, 0, 1, 6 }, "multiple starred expressions in assignment" },
	{ "(*a)", { 1, 1, 1, 3 }, "cannot use starred expression here" },
	{ "(**a)", { 1, 1, 1, 3 }, "cannot use double starred expression here" },
	{ "[*a for a in b]", { 1, 1, 1, 3 }, "iterable unpacking cannot be used in comprehension" },
	{ "for x in *a: pass", { 1, 9, 1, 11 }, "can't use starred expression here" },
};

START_TEST(starred_expressions_have_their_places)
{
	check_mistakes(starred);
}
END_TEST

static const struct row comprehensions[] = {
	{ "[a, b for a in c]", { 1, 1, 1, 5 },
		"did you forget parentheses around the comprehension target?" },
	{ "{**a for a in b}", { 1, 1, 1, 3 },
		"dict unpacking cannot be used in dict comprehension" },
	{ "f(x for x in y, 1)", { 1, 2, 1, 14 }, "Generator expression must be parenthesized" },
	{ "f(1, x for x in y)", { 1, 5, 1, 17 }, "Generator expression must be parenthesized" },
};

START_TEST(comprehensions_are_explained)
{
	check_mistakes(comprehensions);
}
END_TEST

static const struct row dicts[] = {
	{ "{1:}", { 1, 2, 1, 3 }, "expression expected after dictionary key and ':'" },
	{ "{1: 2, 3}", { 1, 7, 1, 8 }, "':' expected after dictionary key" },
	{ "{1: *a}", { 1, 4, 1, 5 }, "cannot use a starred expression in a dictionary value" },
};

START_TEST(dictionaries_are_explained)
{
	check_mistakes(dicts);
}
END_TEST

static const struct row arguments[] = {
	{ "f(a=1, b)", { 1, 7, 1, 8 }, "positional argument follows keyword argument" },
	{ "f(**a, b)", { 1, 7, 1, 8 }, "positional argument follows keyword argument unpacking" },
	{ "f(**a, *b)", { 1, 2, 1, 8 },
		"iterable argument unpacking follows keyword argument unpacking" },
	{ "f(a=1, a=2)", { 1, 7, 1, 10 }, "keyword argument repeated: a" },
};

START_TEST(arguments_keep_their_order)
{
	check_mistakes(arguments);
}
END_TEST

static const struct row parameters[] = {
	{ "def f(a=1, b): pass", { 1, 11, 1, 12 },
		"non-default argument follows default argument" },
	{ "def f(*): pass", { 1, 6, 1, 7 }, "named arguments must follow bare *" },
	{ "def f(*, **k): pass", { 1, 6, 1, 7 }, "named arguments must follow bare *" },
	{ "def f(**k, a): pass", { 1, 11, 1, 12 }, "arguments cannot follow var-keyword argument" },
	{ "def f(**k=1): pass", { 1, 9, 1, 10 }, "var-keyword argument cannot have default value" },
	{ "def f(*a=1): pass", { 1, 8, 1, 9 },
		"var-positional argument cannot have default value" },
	{ "def f(*a, *b): pass", { 1, 10, 1, 11 }, "* argument may appear only once" },
	{ "def f(/): pass", { 1, 6, 1, 7 }, "at least one argument must precede /" },
	{ "def f(a, /, b, /): pass", { 1, 15, 1, 16 }, "/ may appear only once" },
	{ "def f(*a, /): pass", { 1, 10, 1, 11 }, "/ must be ahead of *" },
	{ "def f((a, b)): pass", { 1, 6, 1, 7 }, "Function parameters cannot be parenthesized" },
	{ "def f(a=): pass", { 1, 7, 1, 8 }, "expected default value expression" },
	{ "lambda (a): 1", { 1, 7, 1, 8 }, "Lambda expression parameters cannot be parenthesized" },
};

START_TEST(parameters_keep_their_order)
{
	check_mistakes(parameters);
}
END_TEST

static const struct row statements[] = {
	{ "print 'x'", { 1, 0, 1, 9 },
		"Missing parentheses in call to 'print'. Did you mean print(...)?" },
	{ "exec x", { 1, 0, 1, 6 },
		"Missing parentheses in call to 'exec'. Did you mean exec(...)?" },
	{ "try:\n  pass\nx = 1\n", { 3, 0, 3, 1 }, "expected 'except' or 'finally' block" },
	{ "try:\n pass\nexcept A, B:\n pass\n", { 3, 7, 3, 11 },
		"multiple exception types must be parenthesized" },
	{ "try:\n pass\nexcept*:\n pass\n", { 3, 7, 3, 8 },
		"expected one or more exception types" },
	{ "try:\n pass\nexcept A:\n pass\nexcept* B:\n pass\n", { 5, 0, 5, 6 },
		"cannot have both 'except' and 'except*' on the same 'try'" },
	{ "try:\n pass\nexcept:\n pass\nexcept A:\n pass\n", { 3, 0, 4, 5 },
		"default 'except:' must be last" },
	{ "from a import b,\n", { 1, 16, 1, 17 },
		"trailing comma not allowed without surrounding parentheses" },
	{ "x = a if b", { 1, 4, 1, 10 }, "expected 'else' after 'if' expression" },
	{ "else: pass", { 1, 0, 1, 4 }, "invalid syntax" },
	{ "@a\n", { 1, 2, 1, 2 }, "invalid syntax" },
	{ "async x", { 1, 6, 1, 7 }, "invalid syntax" },
	{ "return return", { 1, 7, 1, 13 }, "invalid syntax" },
	{ "import", { 1, 6, 1, 6 }, "invalid syntax" },
};

START_TEST(statements_are_explained)
{
	check_mistakes(statements);
}
END_TEST

static const struct row outside[] = {
	{ "match x:\n  case 1:\n    pass\n", { 1, 0, 1, 5 },
		"the match statement is outside the scenario language" },
	{ "x = b'a'", { 1, 4, 1, 8 }, "a bytes literal is outside the scenario language" },
	{ "1j", { 1, 0, 1, 2 }, "a complex number is outside the scenario language" },
	{ "99999999999999999999", { 1, 0, 1, 20 },
		"an integer past 64 bits is outside the scenario language" },
	{ "18446744073709551616", { 1, 0, 1, 20 },
		"an integer past 64 bits is outside the scenario language" },
	{ "from a import *", { 1, 14, 1, 15 }, "import * is outside the scenario language" },
	{ "'\\N{DASH}'", { 1, 1, 1, 3 },
		"a character by name (\\N{...}) is outside the scenario language" },
	{ "\357\275\230 = 1", { 1, 0, 1, 3 },
		"a name with the character U+FF58, which Unicode normalises, is outside the "
		"scenario language" },
};

START_TEST(what_is_python_but_not_ours_is_named)
{
	check_mistakes(outside);
}
END_TEST

Suite *parse_errors_suite(void)
{
	Suite *s = suite_create("parse_errors");
	TCase *t = tcase_create("parse_errors");
	tcase_add_test(t, brackets_are_named_when_they_do_not_close);
	tcase_add_test(t, strings_are_named_when_they_do_not_end);
	tcase_add_test(t, escapes_must_be_whole);
	tcase_add_test(t, f_strings_are_refused_at_the_field);
	tcase_add_test(t, numbers_must_be_well_formed);
	tcase_add_test(t, characters_must_be_pythons);
	tcase_add_test(t, indentation_must_fit);
	tcase_add_test(t, blocks_must_be_indented);
	tcase_add_test(t, colons_are_missed);
	tcase_add_test(t, commas_are_missed);
	tcase_add_test(t, an_equal_sign_is_explained);
	tcase_add_test(t, targets_must_be_assignable);
	tcase_add_test(t, starred_expressions_have_their_places);
	tcase_add_test(t, comprehensions_are_explained);
	tcase_add_test(t, dictionaries_are_explained);
	tcase_add_test(t, arguments_keep_their_order);
	tcase_add_test(t, parameters_keep_their_order);
	tcase_add_test(t, statements_are_explained);
	tcase_add_test(t, what_is_python_but_not_ours_is_named);
	suite_add_tcase(s, t);
	return s;
}
