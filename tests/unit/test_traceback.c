/* Tracebacks, as CPython words them. */

#include "program.h"

#include <check.h>

Suite *traceback_suite(void);

START_TEST(an_operator_is_pointed_at_between_its_operands)
{
	check_errors(
		"def f(n):\n"
		"    return [1, 2][n + 5] + 3\n"
		"x = 1 + f(0) // 2\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    x = 1 + f(0) // 2\n"
		"            ^^^^\n"
		"  File \"p.py\", line 2, in f\n"
		"    return [1, 2][n + 5] + 3\n"
		"           ~~~~~~^^^^^^^\n"
		"IndexError: list index out of range\n");
}
END_TEST

START_TEST(a_line_that_fails_as_a_whole_has_no_carets)
{
	check_errors(
		"def f():\n"
		"    raise ValueError(\"bad\")\n"
		"f()\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    f()\n"
		"  File \"p.py\", line 2, in f\n"
		"    raise ValueError(\"bad\")\n"
		"ValueError: bad\n");
}
END_TEST

START_TEST(columns_count_characters_not_bytes)
{
	check_errors("s = \"é\" + str(5 // (5 - 5)) + \"x\"\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 1, in <module>\n"
		"    s = \"é\" + str(5 // (5 - 5)) + \"x\"\n"
		"                  ~~^^~~~~~~~~\n"
		"ZeroDivisionError: integer division or modulo by zero\n");
}
END_TEST

START_TEST(repeated_lines_are_folded)
{
	check_errors(
		"def f(n):\n"
		"    if n == 0:\n"
		"        raise KeyError(\"k\")\n"
		"    f(n - 1)\n"
		"f(6)\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 5, in <module>\n"
		"    f(6)\n"
		"  File \"p.py\", line 4, in f\n"
		"    f(n - 1)\n"
		"  File \"p.py\", line 4, in f\n"
		"    f(n - 1)\n"
		"  File \"p.py\", line 4, in f\n"
		"    f(n - 1)\n"
		"  [Previous line repeated 3 more times]\n"
		"  File \"p.py\", line 3, in f\n"
		"    raise KeyError(\"k\")\n"
		"KeyError: 'k'\n");
}
END_TEST

START_TEST(a_cause_comes_before_what_it_caused)
{
	check_errors(
		"try:\n"
		"    1 // 0\n"
		"except ZeroDivisionError as e:\n"
		"    raise ValueError(\"bad\") from e\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 2, in <module>\n"
		"    1 // 0\n"
		"    ~~^^~~\n"
		"ZeroDivisionError: integer division or modulo by zero\n"
		"\n"
		"The above exception was the direct cause of the following exception:\n"
		"\n"
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 4, in <module>\n"
		"    raise ValueError(\"bad\") from e\n"
		"ValueError: bad\n");
}
END_TEST

START_TEST(a_context_comes_before_unless_it_is_suppressed)
{
	check_errors(
		"def f():\n"
		"    try:\n"
		"        1 // 0\n"
		"    except ZeroDivisionError:\n"
		"        raise KeyError(1)\n"
		"try:\n"
		"    f()\n"
		"except KeyError:\n"
		"    try:\n"
		"        {}[\"x\"]\n"
		"    except KeyError:\n"
		"        raise TypeError from None\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 12, in <module>\n"
		"    raise TypeError from None\n"
		"TypeError\n");
}
END_TEST

START_TEST(a_group_is_shown_as_a_tree)
{
	check_errors(
		"def a():\n"
		"    try:\n"
		"        1 // 0\n"
		"    except ZeroDivisionError as e:\n"
		"        raise ExceptionGroup(\"eg\", [ValueError(1), ExceptionGroup(\"in\", "
		"[KeyError(\"k\"), e])])\n"
		"a()\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in a\n"
		"    1 // 0\n"
		"    ~~^^~~\n"
		"ZeroDivisionError: integer division or modulo by zero\n"
		"\n"
		"During handling of the above exception, another exception occurred:\n"
		"\n"
		"  + Exception Group Traceback (most recent call last):\n"
		"  |   File \"p.py\", line 6, in <module>\n"
		"  |     a()\n"
		"  |   File \"p.py\", line 5, in a\n"
		"  |     raise ExceptionGroup(\"eg\", [ValueError(1), ExceptionGroup(\"in\", "
		"[KeyError(\"k\"), e])])\n"
		"  | ExceptionGroup: eg (2 sub-exceptions)\n"
		"  +-+---------------- 1 ----------------\n"
		"    | ValueError: 1\n"
		"    +---------------- 2 ----------------\n"
		"    | ExceptionGroup: in (2 sub-exceptions)\n"
		"    +-+---------------- 1 ----------------\n"
		"      | KeyError: 'k'\n"
		"      +---------------- 2 ----------------\n"
		"      | Traceback (most recent call last):\n"
		"      |   File \"p.py\", line 3, in a\n"
		"      |     1 // 0\n"
		"      |     ~~^^~~\n"
		"      | ZeroDivisionError: integer division or modulo by zero\n"
		"      +------------------------------------\n");
}
END_TEST

START_TEST(notes_stand_below_the_message)
{
	check_errors(
		"e = ValueError(\"x\")\n"
		"e.add_note(\"one\\ntwo\")\n"
		"raise e\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    raise e\n"
		"ValueError: x\n"
		"one\n"
		"two\n");
}
END_TEST

START_TEST(a_name_much_like_a_known_one_is_suggested)
{
	check_errors(
		"def f(value):\n"
		"    print(valeu)\n"
		"f(1)\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    f(1)\n"
		"  File \"p.py\", line 2, in f\n"
		"    print(valeu)\n"
		"          ^^^^^\n"
		"NameError: name 'valeu' is not defined. Did you mean: 'value'?\n");
}
END_TEST

START_TEST(an_attribute_much_like_a_known_one_is_suggested)
{
	check_errors(
		"class C:\n"
		"    alpha = 1\n"
		"C().alpla\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    C().alpla\n"
		"AttributeError: 'C' object has no attribute 'alpla'. Did you mean: 'alpha'?\n");
}
END_TEST

START_TEST(nothing_is_suggested_for_what_is_like_nothing)
{
	check_errors(
		"class C:\n"
		"    alpha = 1\n"
		"C().zzzzzz\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 3, in <module>\n"
		"    C().zzzzzz\n"
		"AttributeError: 'C' object has no attribute 'zzzzzz'\n");
}
END_TEST

START_TEST(the_programs_own_text_is_shown)
{
	check_errors(
		"class E(Exception):\n"
		"    def __str__(self):\n"
		"        return \"mine\"\n"
		"raise E\n",
		"Traceback (most recent call last):\n"
		"  File \"p.py\", line 4, in <module>\n"
		"    raise E\n"
		"E: mine\n");
}
END_TEST

Suite *traceback_suite(void)
{
	Suite *s = suite_create("traceback");
	TCase *t = tcase_create("traceback");
	tcase_add_test(t, an_operator_is_pointed_at_between_its_operands);
	tcase_add_test(t, a_line_that_fails_as_a_whole_has_no_carets);
	tcase_add_test(t, columns_count_characters_not_bytes);
	tcase_add_test(t, repeated_lines_are_folded);
	tcase_add_test(t, a_cause_comes_before_what_it_caused);
	tcase_add_test(t, a_context_comes_before_unless_it_is_suppressed);
	tcase_add_test(t, a_group_is_shown_as_a_tree);
	tcase_add_test(t, notes_stand_below_the_message);
	tcase_add_test(t, a_name_much_like_a_known_one_is_suggested);
	tcase_add_test(t, an_attribute_much_like_a_known_one_is_suggested);
	tcase_add_test(t, nothing_is_suggested_for_what_is_like_nothing);
	tcase_add_test(t, the_programs_own_text_is_shown);
	suite_add_tcase(s, t);
	return s;
}
