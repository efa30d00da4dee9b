/* The builtin functions, as programs call them. */

#include "program.h"

#include <check.h>

Suite *builtins_suite(void);

START_TEST(sorting_compares_as_cpython_does)
{
	check_output(
		"log = []\n"
		"class N:\n"
		"    def __init__(self, n): self.n = n\n"
		"    def __lt__(self, o):\n"
		"        log.append((self.n, o.n))\n"
		"        return self.n < o.n\n"
		"for case in ([3, 1, 2], [1, 2, 3, 0], [5, 4, 3, 3, 1], []):\n"
		"    log.clear()\n"
		"    print([x.n for x in sorted(map(N, case))], log)\n",
		"[1, 2, 3] [(1, 3), (2, 1), (2, 3), (2, 1)]\n"
		"[0, 1, 2, 3] [(2, 1), (3, 2), (0, 3), (0, 2), (0, 1)]\n"
		"[1, 3, 3, 4, 5] [(4, 5), (3, 4), (3, 3), (3, 4), (3, 3), (1, 4), (1, 3), (1, 3)]\n"
		"[] []\n");
}
END_TEST

START_TEST(sorting_is_stable_both_ways)
{
	check_output(
		"print(sorted(\"bAcaBC\", key=str.lower), sorted(\"bAcaBC\", key=str.lower, "
		"reverse=True))\n",
		"['A', 'a', 'b', 'B', 'c', 'C'] ['c', 'C', 'b', 'B', 'A', 'a']\n");
}
END_TEST

START_TEST(lazy_iterators_take_no_more_than_they_need)
{
	check_output(
		"def g(n):\n"
		"    for i in range(n):\n"
		"        print(\"take\", i)\n"
		"        yield i\n"
		"z = zip(g(2), g(3))\n"
		"print(next(z))\n"
		"print(list(map(lambda a: a * 2, g(1))), list(filter(None, g(2))))\n"
		"print(next(enumerate(g(1), 5)))\n",
		"take 0\n"
		"take 0\n"
		"(0, 0)\n"
		"take 0\n"
		"take 0\n"
		"take 1\n"
		"[0] [1]\n"
		"take 0\n"
		"(5, 0)\n");
}
END_TEST

START_TEST(strict_zip_says_which_is_short)
{
	check_output(
		"for args in ([1], [1, 2]), ([1, 2], [1]), ([1], [1], []):\n"
		"    try:\n"
		"        print(list(zip(*args, strict=True)))\n"
		"    except ValueError as e:\n"
		"        print(e)\n",
		"zip() argument 2 is longer than argument 1\n"
		"zip() argument 2 is shorter than argument 1\n"
		"zip() argument 3 is shorter than arguments 1-2\n");
}
END_TEST

START_TEST(iterators_of_every_protocol_end)
{
	check_output(
		"class Seq:\n"
		"    def __getitem__(self, i):\n"
		"        if i > 2: raise IndexError\n"
		"        return i\n"
		"n = iter([1, 2, 3])\n"
		"print(list(Seq()), list(iter(lambda: next(n), 3)), 2 in Seq(), list(reversed((1, "
		"2))))\n",
		"[0, 1, 2] [1, 2] True [2, 1]\n");
}
END_TEST

START_TEST(conversions_refuse_in_cpythons_words)
{
	check_output(
		"class A: pass\n"
		"for f in (lambda: int(\"x\"), lambda: int([]), lambda: float(\"y\"), lambda: "
		"len(5), lambda: iter(5), lambda: next([]), lambda: chr(-1), lambda: ord(\"ab\"), "
		"lambda: range(1, 2, 0), lambda: dict([1]), lambda: dict([(1,)]), lambda: min([]), "
		"lambda: sum([\"a\"]), lambda: isinstance(1, 2)):\n"
		"    try:\n"
		"        f()\n"
		"    except Exception as e:\n"
		"        print(type(e).__name__, e)\n",
		"ValueError invalid literal for int() with base 10: 'x'\n"
		"TypeError int() argument must be a string, a bytes-like object or a real number, "
		"not 'list'\n"
		"ValueError could not convert string to float: 'y'\n"
		"TypeError object of type 'int' has no len()\n"
		"TypeError 'int' object is not iterable\n"
		"TypeError 'list' object is not an iterator\n"
		"ValueError chr() arg not in range(0x110000)\n"
		"TypeError ord() expected a character, but string of length 2 found\n"
		"ValueError range() arg 3 must not be zero\n"
		"TypeError cannot convert dictionary update sequence element #0 to a sequence\n"
		"ValueError dictionary update sequence element #0 has length 1; 2 is required\n"
		"ValueError min() arg is an empty sequence\n"
		"TypeError unsupported operand type(s) for +: 'int' and 'str'\n"
		"TypeError isinstance() arg 2 must be a type, a tuple of types, or a union\n");
}
END_TEST

START_TEST(print_writes_what_comes_before_a_failure)
{
	check_output(
		"class A:\n"
		"    def __str__(self): raise ValueError(\"no\")\n"
		"try:\n"
		"    print(\"a\", A(), \"b\")\n"
		"except ValueError as e:\n"
		"    print(\"\", e)\n"
		"print(1, 2, sep=\"-\", end=\"!\\n\")\n",
		"a  no\n"
		"1-2!\n");
}
END_TEST

START_TEST(groups_split_and_keep_their_shape)
{
	check_output(
		"g = ExceptionGroup(\"g\", [ValueError(1), ExceptionGroup(\"h\", [KeyError(2), "
		"ValueError(3)])])\n"
		"print(g.split(ValueError), g.subgroup(lambda e: isinstance(e, KeyError)), "
		"repr(g.subgroup(OSError)))\n"
		"try:\n"
		"    raise g\n"
		"except* KeyError as e:\n"
		"    print(repr(e))\n"
		"except* ValueError as e:\n"
		"    print(repr(e))\n",
		"(ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), "
		"ExceptionGroup('g', [ExceptionGroup('h', [KeyError(2)])])) g (1 sub-exception) "
		"None\n"
		"ExceptionGroup('g', [ExceptionGroup('h', [KeyError(2)])])\n"
		"ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])])\n");
}
END_TEST

Suite *builtins_suite(void)
{
	Suite *s = suite_create("builtins");
	TCase *t = tcase_create("builtins");
	tcase_add_test(t, sorting_compares_as_cpython_does);
	tcase_add_test(t, sorting_is_stable_both_ways);
	tcase_add_test(t, lazy_iterators_take_no_more_than_they_need);
	tcase_add_test(t, strict_zip_says_which_is_short);
	tcase_add_test(t, iterators_of_every_protocol_end);
	tcase_add_test(t, conversions_refuse_in_cpythons_words);
	tcase_add_test(t, print_writes_what_comes_before_a_failure);
	tcase_add_test(t, groups_split_and_keep_their_shape);
	suite_add_tcase(s, t);
	return s;
}
