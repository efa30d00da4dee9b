/* The names of frames: no two frames have one. */

#include "told.h"

#include "base/mem.h"

#include <check.h>

#include <string.h>

static const char two_methods[] =
	"class A:\n"
	"    def gen(self):\n"
	"        yield 1\n"
	"\n"
	"class B:\n"
	"    def gen(self):\n"
	"        yield 2\n"
	"\n"
	"a, b = A().gen(), B().gen()\n"
	"current = a\n"
	"print(next(current))\n"
	"current = b\n"
	"print(next(current))\n"
	"swap = [a, b]\n"
	"swap = [b, a]\n"
	"print(a is b, current is b)\n";

static const char inner[] =
	"class A:\n"
	"    def run(self):\n"
	"        yield \"a\"\n"
	"\n"
	"class B:\n"
	"    def run(self):\n"
	"        yield \"b\"\n"
	"\n"
	"def make(x):\n"
	"    def run():\n"
	"        yield x\n"
	"    return run()\n"
	"\n"
	"a = A().run()\n"
	"b = B().run()\n"
	"c = make(\"c\")\n"
	"d = make(\"d\")\n"
	"e = (x for x in \"e\")\n"
	"f = (x for x in \"f\")\n"
	"for part in (a, b, c, d, e, f):\n"
	"    print(next(part))\n"
	"for part in (a, b, c, d, e, f):\n"
	"    print(list(part))\n";

START_TEST(methods_of_one_name_are_told_by_their_class)
{
	told_line(two_methods, "16 Next is line 11 of <module>; current is now <A.gen#1>.");
	told_line(two_methods,
		"17 A.gen#1 is resumed for the first time and starts at its entry, line 2.");
	told_line(two_methods,
		"21 Next is line 13 of <module>; current went from <A.gen#1> to <B.gen#1>.");
	told_line(
		two_methods, "27 Next is line 16 of <module>; swap is now [<B.gen#1>, <A.gen#1>].");
	told_replies(two_methods, 28, "history current", "step 21: <module>, current is <B.gen#1>");
	told_replies(two_methods, 18, "locals A.gen#1", "self is <A>");
	told_replies(two_methods, 18, "locals B.gen#1", "self is <B>");
	told_replies(two_methods, 18, "frames", "B.gen#1 is CREATED");
}
END_TEST

START_TEST(what_has_no_class_is_told_by_its_line)
{
	told_line(inner,
		"65 Next is line 23 of <module>; part went from <genexpr>:19#1 to <A.run#1>.");
	told_line(
		inner, "73 Next is line 23 of <module>; part went from <B.run#1> to <make.run#1>.");
	told_line(inner,
		"77 Next is line 23 of <module>; part went from <make.run#1> to <make.run#2>.");
	told_line(inner,
		"81 Next is line 23 of <module>; part went from <make.run#2> to <genexpr>:18#1.");
	told_no_claim_fails(inner);
}
END_TEST

START_TEST(a_name_is_as_long_as_it_must_be)
{
	static const char text[] =
		"def gen():\n"
		"    yield 1\n"
		"class Unused:\n"
		"    def only(self):\n"
		"        pass\n"
		"    def gen(self):\n"
		"        yield 2\n"
		"one = gen()\n"
		"def gen():\n"
		"    yield 3\n"
		"two = gen()\n"
		"f, g = lambda: 1, lambda: 2\n"
		"f(), g()\n"
		"Unused().only()\n";
	told_line(text, "10 gen:1#1 is made: no line of it runs until it is resumed.");
	told_line(text, "13 gen:9#1 is made: no line of it runs until it is resumed.");
	told_never(text, "<lambda>#1");
	told_line(text, "16 <lambda>:12:8 is called: a new frame <lambda>:12:8#1, line 12.");
	told_line(text, "23 only is called: a new frame only#1 starts at its one entry, line 4.");
}
END_TEST

START_TEST(another_object_that_looks_the_same_is_a_change)
{
	static const char text[] =
		"class Job: pass\n"
		"job = Job()\n"
		"job = Job()\n"
		"numbers = [1]\n"
		"numbers = [1]\n"
		"pass\n";
	told_line(text, "8 Next is line 4 of <module>; job is now another <Job>.");
	told_line(text, "10 Next is line 6 of <module>.");
	told_replies(text, 10, "history job", "step 8: <module>, job is another <Job>");
}
END_TEST

START_TEST(a_renamed_generator_goes_by_its_new_name)
{
	static const char text[] =
		"def gen():\n"
		"    yield 1\n"
		"    yield 2\n"
		"def left():\n"
		"    yield 3\n"
		"a, b, c, d = gen(), gen(), left(), gen()\n"
		"next(a)\n"
		"a.__name__ = 'right'\n"
		"next(a)\n"
		"b.__name__ = 'right'\n"
		"next(b)\n"
		"d.__name__ = 'left'\n"
		"next(d)\n"
		"a.__name__ = 'gen'\n"
		"next(a, c)\n"
		"c.__name__ = '\\x1b[31m'\n"
		"next(c)\n";
	told_line(text, "12 gen#1 yields 1 and is suspended at ◆1; its place is kept.");
	told_line(text, "15 right#1 is resumed and goes on at ◆1, line 2; it kept its place.");
	told_line(
		text, "20 right#2 is resumed for the first time and starts at its entry, line 1.");
	told_line(
		text, "25 left:1#1 is resumed for the first time and starts at its entry, line 1.");
	told_line(text, "30 gen#1 is resumed and goes on at ◆2, line 3; it kept its place.");
	told_never(text, "\x1b");
	told_replies(text, 15, "frames", "right#1 is RUNNING");
	told_replies(text, 12, "frames", "gen#1 is SUSPENDED");
}
END_TEST

/* Its row was that of a call of other before. */
START_TEST(a_lane_has_no_past_of_somebody_else)
{
	static const char text[] =
		"def other():\n"
		"    return 1\n"
		"def gen():\n"
		"    yield 1\n"
		"other()\n"
		"other()\n"
		"x = gen()\n"
		"next(x)\n"
		"other()\n";
	char *before = told_row(text, 11, "other "), *after = told_row(text, 15, "gen#1 ");
	ck_assert_ptr_nonnull(strstr(before, "●█× ●█×"));
	ck_assert_msg(strchr(after, '\xc3') == NULL, "%s", after); /* no × */
	ck_assert_ptr_nonnull(strstr(after, "○"));
	mem_free(before);
	mem_free(after);
}
END_TEST

/* One word for the end of a frame, whether or not somebody holds its generator. */
START_TEST(a_frame_that_has_ended_is_gone)
{
	static const char text[] =
		"def gen():\n"
		"    yield 1\n"
		"x = gen()\n"
		"print(list(x))\n"
		"pass\n";
	told_replies(text, 11, "frames", "gen#1 is GONE");
	char *row = told_row(text, 11, "× gen#1 ");
	ck_assert_ptr_nonnull(strstr(row, "GONE"));
	mem_free(row);
}
END_TEST

Suite *titles_suite(void)
{
	Suite *s = suite_create("titles");
	TCase *t = tcase_create("titles");
	tcase_add_test(t, methods_of_one_name_are_told_by_their_class);
	tcase_add_test(t, what_has_no_class_is_told_by_its_line);
	tcase_add_test(t, a_name_is_as_long_as_it_must_be);
	tcase_add_test(t, another_object_that_looks_the_same_is_a_change);
	tcase_add_test(t, a_renamed_generator_goes_by_its_new_name);
	tcase_add_test(t, a_lane_has_no_past_of_somebody_else);
	tcase_add_test(t, a_frame_that_has_ended_is_gone);
	suite_add_tcase(s, t);
	return s;
}
