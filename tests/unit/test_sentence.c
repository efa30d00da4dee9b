/* The sentence that tells a step. */

#include "session/words/sentence.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/core/session.h"
#include "synthetic.h"

#include <check.h>

#include <string.h>

/* Every sentence of runs that never were: printable, on one line, not too wide,
 * with a full stop. */
START_TEST(every_sentence_fits_its_line)
{
	for (unsigned seed = 1; seed <= 20; seed++) {
		struct trace *t = synthetic_random(seed, 3000);
		struct moment *m = moment_new(t), *scan = moment_new(t);
		struct sbuf b = { 0 };
		do {
			sbuf_truncate(&b, 0);
			sentence_say(m, scan, &b);
			ck_assert_uint_gt(b.len, 10);
			ck_assert_msg(
				utf8_columns(b.text, b.len) <= SENTENCE_COLUMNS, "%s", b.text);
			ck_assert_msg(
				b.text[b.len - 1] == '.' || strcmp(b.text + b.len - 3, "…") == 0,
				"%s", b.text);
			ck_assert_ptr_null(strchr(b.text, '\n'));
		} while (moment_forward(m));
		sbuf_fini(&b);
		moment_free(scan);
		moment_free(m);
		trace_free(t);
	}
}
END_TEST

/* Tells the whole run of a program: a line each step. */
static void check_story(const char *source, const char *expected)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", source, strlen(source), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	struct sbuf b = { 0 };
	while (session_do(s, "next") == SESSION_MOVED) {
		const char *note;
		sbuf_printf(&b, "%llu ", (unsigned long long)session_step(s, SIDE_COROUTINE));
		session_narrate(s, SIDE_COROUTINE, &b, &note);
		sbuf_char(&b, '\n');
	}
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
	session_free(s);
}

START_TEST(a_generator_is_made_entered_suspended_resumed_and_gone)
{
	check_story(
		"def counter(limit):\n"
		"    n = 0\n"
		"    while n < limit:\n"
		"        yield n\n"
		"        n += 1\n"
		"for value in counter(1):\n"
		"    print(value)\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 6 of <module>.\n"
		"4 counter#1 is made with limit=1: no line of it runs until it is resumed.\n"
		"5 counter#1 is resumed for the first time and starts at its entry, line 1.\n"
		"6 Next is line 2 of counter#1.\n"
		"7 Next is line 3 of counter#1; n is now 0.\n"
		"8 Next is line 4 of counter#1.\n"
		"9 counter#1 yields 0 and is suspended at ◆1; limit=1, n=0 stay in its frame.\n"
		"10 Next is line 7 of <module>; value is now 0.\n"
		"11 <module> has printed \"0\"; next is line 6.\n"
		"12 counter#1 is resumed and goes on at ◆1, line 4; limit=1, n=0 were kept.\n"
		"13 Next is line 5 of counter#1.\n"
		"14 Next is line 3 of counter#1; n went from 0 to 1.\n"
		"15 counter#1 returns None, finished for good; limit=1, n=1 are gone.\n"
		"16 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_function_is_called_and_its_frame_is_gone)
{
	check_story(
		"def double(x):\n"
		"    y = 2 * x\n"
		"    return y\n"
		"double(1)\n"
		"double(2)\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 4 of <module>.\n"
		"4 double is called: a new frame double#1 starts at its one entry, line 1.\n"
		"5 Next is line 2 of double#1.\n"
		"6 Next is line 3 of double#1; y is now 2.\n"
		"7 double#1 returns 2; its frame and its locals (x=1, y=2) are gone.\n"
		"8 Next is line 5 of <module>.\n"
		"9 double is called again: a new frame double#2, at its entry, line 1.\n"
		"10 Next is line 2 of double#2.\n"
		"11 Next is line 3 of double#2; y is now 4.\n"
		"12 double#2 returns 4; its frame and its locals (x=2, y=4) are gone.\n"
		"13 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(what_is_sent_is_what_yield_gives)
{
	check_story(
		"def echo():\n"
		"    got = yield\n"
		"    yield got * 2\n"
		"e = echo()\n"
		"next(e)\n"
		"e.send(21)\n"
		"e = 0\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 4 of <module>.\n"
		"4 echo#1 is made: no line of it runs until it is resumed.\n"
		"5 Next is line 5 of <module>; e is now <echo#1>.\n"
		"6 echo#1 is resumed for the first time and starts at its entry, line 1.\n"
		"7 Next is line 2 of echo#1.\n"
		"8 echo#1 yields and is suspended at ◆1; its place is kept.\n"
		"9 Next is line 6 of <module>.\n"
		"10 echo#1 goes on at ◆1: its yield gives 21.\n"
		"11 Next is line 3 of echo#1; got is now 21.\n"
		"12 echo#1 yields 42 and is suspended at ◆2; got=21 stays in its frame.\n"
		"13 Next is line 7 of <module>.\n"
		"14 echo#1 is closed: GeneratorExit is raised where it stands, at ◆2.\n"
		"15 GeneratorExit() is raised in echo#1, line 3.\n"
		"16 echo#1 is closed; its frame and its locals (got=21) are gone.\n"
		"17 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(an_exception_is_thrown_in_and_comes_out_again)
{
	check_story(
		"def gen(limit):\n"
		"    yield limit\n"
		"g = gen(1)\n"
		"next(g)\n"
		"try:\n"
		"    g.throw(ValueError(\"no\"))\n"
		"except ValueError:\n"
		"    pass\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 3 of <module>.\n"
		"4 gen#1 is made with limit=1: no line of it runs until it is resumed.\n"
		"5 Next is line 4 of <module>; g is now <gen#1>.\n"
		"6 gen#1 is resumed for the first time and starts at its entry, line 1.\n"
		"7 Next is line 2 of gen#1.\n"
		"8 gen#1 yields 1 and is suspended at ◆1; limit=1 stays in its frame.\n"
		"9 Next is line 5 of <module>.\n"
		"10 Next is line 6 of <module>.\n"
		"11 ValueError('no') is thrown into gen#1 at ◆1.\n"
		"12 ValueError('no') is raised in gen#1, line 2.\n"
		"13 gen#1 ends by ValueError('no'); its frame (limit=1) is gone.\n"
		"14 ValueError('no') comes from gen#1 to <module>, line 6.\n"
		"15 Next is line 7 of <module>.\n"
		"16 Next is line 8 of <module>.\n"
		"17 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(closing_is_told)
{
	check_story(
		"def gen():\n"
		"    try:\n"
		"        yield 1\n"
		"    finally:\n"
		"        print(\"bye\")\n"
		"g = gen()\n"
		"next(g)\n"
		"g.close()\n"
		"h = gen()\n"
		"h.close()\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 6 of <module>.\n"
		"4 gen#1 is made: no line of it runs until it is resumed.\n"
		"5 Next is line 7 of <module>; g is now <gen#1>.\n"
		"6 gen#1 is resumed for the first time and starts at its entry, line 1.\n"
		"7 Next is line 2 of gen#1.\n"
		"8 Next is line 3 of gen#1.\n"
		"9 gen#1 yields 1 and is suspended at ◆1; its place is kept.\n"
		"10 Next is line 8 of <module>.\n"
		"11 gen#1 is closed: GeneratorExit is raised where it stands, at ◆1.\n"
		"12 GeneratorExit() is raised in gen#1, line 3.\n"
		"13 Next is line 5 of gen#1.\n"
		"14 gen#1 is closed; its frame is gone.\n"
		"15 Next is line 9 of <module>.\n"
		"16 gen#2 is made: no line of it runs until it is resumed.\n"
		"17 Next is line 10 of <module>; h is now <gen#2>.\n"
		"18 gen#2 ends before it began: GeneratorExit() is thrown in.\n"
		"19 GeneratorExit() is raised in gen#2, line 1.\n"
		"20 gen#2 is closed; its frame is gone.\n"
		"21 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(delegation_names_both)
{
	check_story(
		"def inner():\n"
		"    got = yield 1\n"
		"    return got\n"
		"def outer():\n"
		"    result = yield from inner()\n"
		"    return result\n"
		"o = outer()\n"
		"next(o)\n"
		"try:\n"
		"    o.send(5)\n"
		"except StopIteration:\n"
		"    pass\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 4 of <module>.\n"
		"4 Next is line 7 of <module>.\n"
		"5 outer#1 is made: no line of it runs until it is resumed.\n"
		"6 Next is line 8 of <module>; o is now <outer#1>.\n"
		"7 outer#1 is resumed for the first time and starts at its entry, line 4.\n"
		"8 Next is line 5 of outer#1.\n"
		"9 inner#1 is made: no line of it runs until it is resumed.\n"
		"10 inner#1 is resumed for the first time and starts at its entry, line 1.\n"
		"11 Next is line 2 of inner#1.\n"
		"12 inner#1 yields 1 and is suspended at ◆1; its place is kept.\n"
		"13 outer#1 is suspended at ◆1 together with inner#1; its place is kept.\n"
		"14 Next is line 9 of <module>.\n"
		"15 Next is line 10 of <module>.\n"
		"16 outer#1 is resumed at ◆1 and passes control on to inner#1.\n"
		"17 inner#1 goes on at ◆1: its yield gives 5.\n"
		"18 Next is line 3 of inner#1; got is now 5.\n"
		"19 inner#1 returns 5, finished for good; got=5 is gone.\n"
		"20 StopIteration(5) tells outer#1, line 5, that what it ran has ended.\n"
		"21 Next is line 6 of outer#1; result is now 5.\n"
		"22 outer#1 returns 5, finished for good; result=5 is gone.\n"
		"23 outer#1 has ended: StopIteration(5) is raised in <module>, line 10.\n"
		"24 Next is line 11 of <module>.\n"
		"25 Next is line 12 of <module>.\n"
		"26 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(bodies_of_classes_and_comprehensions_have_frames)
{
	check_story(
		"class Stack:\n"
		"    depth = 0\n"
		"    def __init__(self):\n"
		"        self.items = []\n"
		"s = Stack()\n"
		"s.items.append(1)\n"
		"squares = [x * x for x in range(2)]\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 The body of class Stack runs, in a frame of its own.\n"
		"4 Next is line 1 of class Stack.\n"
		"5 Next is line 2 of class Stack.\n"
		"6 Next is line 3 of class Stack; depth is now 0.\n"
		"7 The body of class Stack is done: the class is made from its names.\n"
		"8 Next is line 5 of <module>.\n"
		"9 __init__ is called: a new frame __init__#1 starts at its one entry, line 3.\n"
		"10 Next is line 4 of __init__#1.\n"
		"11 __init__#1 returns None; its frame and its locals (self=<Stack>) are gone.\n"
		"12 Next is line 6 of <module>; s is now <Stack items=[]>.\n"
		"13 Next is line 7 of <module>; s.items went from [] to [1].\n"
		"14 A comprehension runs, in a frame of its own: <listcomp>#1.\n"
		"15 Next is line 7 of <listcomp>#1.\n"
		"16 Next is line 7 of <listcomp>#1; x is now 0.\n"
		"17 Next is line 7 of <listcomp>#1; x went from 0 to 1.\n"
		"18 <listcomp>#1 returns [0, 1]; its frame and its locals (x=1) are gone.\n"
		"19 <module> is done: the program has come to its end.\n");
}
END_TEST

/* A changed attribute is told, not what it belongs to; as a whole only what lost one. */
START_TEST(changed_attributes_are_told_by_their_names)
{
	check_story(
		"class Box:\n"
		"    n = 0\n"
		"b = Box()\n"
		"b.n = 1\n"
		"b.n, b.m = 2, 3\n"
		"b.box = Box()\n"
		"b.box.n = 1\n"
		"b.box.n, b.box.m = 2, 3\n"
		"del b.m\n"
		"c = b\n"
		"c.n = 4\n"
		"c.box = c\n"
		"b.n = 5\n"
		"b = Box()\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 The body of class Box runs, in a frame of its own.\n"
		"4 Next is line 1 of class Box.\n"
		"5 Next is line 2 of class Box.\n"
		"6 The body of class Box is done: the class is made from its names.\n"
		"7 Next is line 3 of <module>.\n"
		"8 Next is line 4 of <module>; b is now <Box>.\n"
		"9 Next is line 5 of <module>; b.n is now 1.\n"
		"10 Next is line 6 of <module>; b.n went from 1 to 2, b.m is now 3.\n"
		"11 Next is line 7 of <module>; b.box is now <Box>.\n"
		"12 Next is line 8 of <module>; b.box.n is now 1.\n"
		"13 Next is line 9 of <module>; b.box went from <Box n=1> to <Box n=2, m=3>.\n"
		"14 Next is line 10 of <module>; b is now <Box n=2, box=<Box>>.\n"
		"15 Next is line 11 of <module>; c is now <Box n=2, box=<Box>>.\n"
		"16 Next is line 12 of <module>; b.n went from 2 to 4, c.n went from 2 to 4.\n"
		"17 Next is line 13 of <module>; b.box is now <Box n=4, …>.\n"
		"18 Next is line 14 of <module>; b.n went from 4 to 5, c.n went from 4 to 5.\n"
		"19 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(an_exception_that_nobody_catches_ends_the_program)
{
	check_story(
		"def fail(a):\n"
		"    raise ValueError(a)\n"
		"def middle():\n"
		"    fail(\"why\")\n"
		"middle()\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 3 of <module>.\n"
		"4 Next is line 5 of <module>.\n"
		"5 middle is called: a new frame middle#1 starts at its one entry, line 3.\n"
		"6 Next is line 4 of middle#1.\n"
		"7 fail is called: a new frame fail#1 starts at its one entry, line 1.\n"
		"8 Next is line 2 of fail#1.\n"
		"9 ValueError('why') is raised in fail#1, line 2.\n"
		"10 fail#1 ends by ValueError('why'); its frame (a='why') is gone.\n"
		"11 ValueError('why') comes from fail#1 to middle#1, line 4.\n"
		"12 middle#1 ends by ValueError('why'); its frame is gone.\n"
		"13 ValueError('why') comes from middle#1 to <module>, line 5.\n"
		"14 Nobody caught it: the program ends with ValueError: why\n");
}
END_TEST

START_TEST(what_does_not_fit_is_left_out)
{
	check_story(
		"def a_function_with_a_long_name(first_parameter, second_parameter, third):\n"
		"    yield first_parameter\n"
		"list(a_function_with_a_long_name(\"a long text as an argument\", [1, 2, 3, 4, 5, "
		"6, 7], 3))\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 3 of <module>.\n"
		"4 a_function_with_a…#1 is made with third=3, …: no line of it has run.\n"
		"5 a_function_with_a…#1 is resumed for the first time and starts at its entry.\n"
		"6 Next is line 2 of a_function_with_a…#1.\n"
		"7 a_function_with_a…#1 yields 'a long text as …' and is suspended at ◆1.\n"
		"8 a_function_with_a…#1 is resumed and goes on at ◆1, line 2.\n"
		"9 a_function_with_a…#1 returns None, finished for good; third=3, … are gone.\n"
		"10 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(what_a_program_prints_is_told_printable)
{
	check_story(
		"print(\"\\x1b[2J\")\n"
		"print(\"\")\n"
		"print(\"two\\nlines\")\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 <module> has printed \"^[[2J\"; next is line 2.\n"
		"4 <module> has printed \"\"; next is line 3.\n"
		"5 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_change_is_told_as_far_as_there_is_room)
{
	check_story(
		"def f():\n"
		"    pass\n"
		"def g(h):\n"
		"    def inner(): pass\n"
		"    yield inner\n"
		"made = list(range(7, 50, 7))\n"
		"made = list(range(10000000, 10000006))\n"
		"pair = g(f), g(f)\n"
		"f = next(pair[0])\n"
		"pair = f\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 3 of <module>.\n"
		"4 Next is line 6 of <module>.\n"
		"5 Next is line 7 of <module>; made is now [7, 14, 21, 28, 35, 42, 49].\n"
		"6 Next is line 8 of <module>; made is now [10000000, 10000001, 10000002, …].\n"
		"7 g#1 is made with h=<function f>: no line of it runs until it is resumed.\n"
		"8 g#2 is made with h=<function f>: no line of it runs until it is resumed.\n"
		"9 Next is line 9 of <module>; pair is now (<g#1>, <g#2>).\n"
		"10 g#1 is resumed for the first time and starts at its entry, line 3.\n"
		"11 Next is line 4 of g#1.\n"
		"12 Next is line 5 of g#1; inner is now <function inner>.\n"
		"13 g#1 yields <function inner> and is suspended at ◆1; its place is kept.\n"
		"14 Next is line 10 of <module>.\n"
		"15 g#2 ends before it began: GeneratorExit() is thrown in.\n"
		"16 GeneratorExit() is raised in g#2, line 3.\n"
		"17 g#2 is closed; its frame and its locals (h=<function f>) are gone.\n"
		"18 g#1 is closed: GeneratorExit is raised where it stands, at ◆1.\n"
		"19 GeneratorExit() is raised in g#1, line 5.\n"
		"20 g#1 is closed; its frame (h=<function f>, inner=<function inner>) is gone.\n"
		"21 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_long_name_leaves_room_for_what_happens)
{
	static const char text[] =
		"def a_name_that_goes_on_and_on(n):\n    yield n\n"
		"made = [a_name_that_goes_on_and_on(n) for n in range(100)]\nnext(made[99])\n";
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	struct sbuf b = { 0 };
	const char *note;
	ck_assert_int_eq(session_do(s, "search first time"), SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(
		sbuf_cstr(&b), "a_name_that_goes_…#100 is resumed for the first time and begins.");
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

START_TEST(a_call_with_much_to_tell_is_told_briefly)
{
	check_story(
		"def f_with_long_name(): pass\n"
		"async def g(first, second): pass\n"
		"for _ in 1, 2: f_with_long_name()\n"
		"g('one', 'two words').close()\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 2 of <module>.\n"
		"4 Next is line 3 of <module>.\n"
		"5 f_with_long_name is called: a new frame f_with_long_name#1, line 1.\n"
		"6 Next is line 1 of f_with_long_name#1.\n"
		"7 f_with_long_name#1 returns None; its frame is gone.\n"
		"8 Next is line 3 of <module>.\n"
		"9 f_with_long_name is called again: a new frame f_with_long_name#2, line 1.\n"
		"10 Next is line 1 of f_with_long_name#2.\n"
		"11 f_with_long_name#2 returns None; its frame is gone.\n"
		"12 Next is line 3 of <module>.\n"
		"13 Next is line 4 of <module>.\n"
		"14 g#1 is made with first='one', second='two words': no line of it has run.\n"
		"15 g#1 ends before it began: GeneratorExit() is thrown in.\n"
		"16 GeneratorExit() is raised in g#1, line 2.\n"
		"17 g#1 is closed; its frame (first='one', second='two words') is gone.\n"
		"18 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_long_error_leaves_room_for_where_it_is)
{
	check_story(
		"def f():\n"
		"    raise ValueError('it went wrong in more than one way, and nobody knows why')\n"
		"f()\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 3 of <module>.\n"
		"4 f is called: a new frame f#1 starts at its one entry, line 1.\n"
		"5 Next is line 2 of f#1.\n"
		"6 ValueError('it went wrong in more than one…) is raised in f#1, line 2.\n"
		"7 f#1 ends by ValueError('it went wrong in more …); its frame is gone.\n"
		"8 ValueError('it went wrong in more …) comes from f#1 to <module>, line 3.\n"
		"9 Nobody caught it: the program ends with ValueError: it went wrong in more …\n");
}
END_TEST

START_TEST(peers_give_control_to_each_other)
{
	check_story(
		"from greenlet import greenlet\n"
		"def ping(x):\n"
		"    y = b.switch(x + 1)\n"
		"def pong(x):\n"
		"    a.switch(x + 1)\n"
		"a = greenlet(ping)\n"
		"b = greenlet(pong)\n"
		"a.switch(1)\n",
		"1 The program begins: <module> is entered.\n"
		"2 Next is line 1 of <module>.\n"
		"3 Next is line 2 of <module>.\n"
		"4 Next is line 4 of <module>.\n"
		"5 Next is line 6 of <module>.\n"
		"6 Next is line 7 of <module>; a is now <greenlet ping>.\n"
		"7 Next is line 8 of <module>; b is now <greenlet pong>.\n"
		"8 <module> gives control to its new peer a (ping) and keeps its place.\n"
		"9 ping is called: a new frame ping#1 starts at its one entry, line 2.\n"
		"10 Next is line 3 of ping#1.\n"
		"11 ping#1 gives control to its new peer b (pong) and keeps its place.\n"
		"12 pong is called: a new frame pong#1 starts at its one entry, line 4.\n"
		"13 Next is line 5 of pong#1.\n"
		"14 pong#1 gives control to its peer ping#1 and keeps its place.\n"
		"15 ping#1 returns None; its frame and its locals (x=1, y=3) are gone.\n"
		"16 ping#1 has ended; control goes on to <module>.\n"
		"17 <module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_limit_ends_the_story)
{
	static const char text[] = "while True:\n    pass\n";
	struct limits limits = { .steps = 4 };
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), &limits, &d);
	struct sbuf b = { 0 };
	const char *note;
	ck_assert_int_eq(session_do(s, "last"), SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(sbuf_cstr(&b),
		"The run ends: the limit of steps was reached: the program may never end");
	ck_assert_int_eq(session_exit_status(s), 3);
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

Suite *sentence_suite(void)
{
	Suite *s = suite_create("sentence");
	TCase *t = tcase_create("sentence");
	tcase_add_test(t, every_sentence_fits_its_line);
	tcase_add_test(t, a_generator_is_made_entered_suspended_resumed_and_gone);
	tcase_add_test(t, a_function_is_called_and_its_frame_is_gone);
	tcase_add_test(t, what_is_sent_is_what_yield_gives);
	tcase_add_test(t, an_exception_is_thrown_in_and_comes_out_again);
	tcase_add_test(t, closing_is_told);
	tcase_add_test(t, delegation_names_both);
	tcase_add_test(t, bodies_of_classes_and_comprehensions_have_frames);
	tcase_add_test(t, changed_attributes_are_told_by_their_names);
	tcase_add_test(t, an_exception_that_nobody_catches_ends_the_program);
	tcase_add_test(t, what_does_not_fit_is_left_out);
	tcase_add_test(t, what_a_program_prints_is_told_printable);
	tcase_add_test(t, a_change_is_told_as_far_as_there_is_room);
	tcase_add_test(t, a_long_name_leaves_room_for_what_happens);
	tcase_add_test(t, a_call_with_much_to_tell_is_told_briefly);
	tcase_add_test(t, a_long_error_leaves_room_for_where_it_is);
	tcase_add_test(t, peers_give_control_to_each_other);
	tcase_add_test(t, a_limit_ends_the_story);
	suite_add_tcase(s, t);
	return s;
}
