/* The ladder: who resumes whom, step by step. */

#include "session/view/ladder.h"

#include "ui/pane/pane_ladder.h"

#include <check.h>

#include <stdio.h>
#include <string.h>

static struct session *open_text(const char *text)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

/* All messages of a run, "step from>to text" each. */
static void expect_messages(const char *text, uint32_t most, const char *want)
{
	struct session *s = open_text(text);
	struct arena a = { 0 };
	struct sbuf got = { 0 };
	session_goto_step(s, SIDE_COROUTINE, UINT64_MAX);
	struct overview *v = overview_new(s, SIDE_COROUTINE);
	const struct message *m = ladder_messages(s, SIDE_COROUTINE, v, &most, 0, 0, &a);
	for (uint32_t i = 0; i < most; i++)
		sbuf_printf(&got, "%u %d>%d %s\n", (unsigned)m[i].step, (int)m[i].from,
			(int)m[i].to, m[i].text);
	ck_assert_str_eq(sbuf_cstr(&got), want);
	sbuf_fini(&got);
	overview_free(v);
	arena_fini(&a);
	session_free(s);
}

static const char generator[] =
	"def g():\n"
	"    got = yield 1\n"
	"    yield got\n"
	"    return 3\n"
	"c = g()\n"
	"print(next(c))\n"
	"c.send('a')\n"
	"next(c, None)\n";

START_TEST(a_generator_exchanges_messages_with_its_caller)
{
	expect_messages(generator, 100,
		"1 -1>0 begin\n"
		"4 0>1 make\n"
		"6 0>1 start\n"
		"8 1>0 yields 1\n"
		"9 0>-1 prints 1\n"
		"10 0>1 send 'a'\n"
		"12 1>0 yields 'a'\n"
		"14 0>1 resume\n"
		"16 1>0 returns 3\n"
		"17 0>-1 returns\n");
}
END_TEST

/* The same whether the steps between them are looked at one by one or passed
 * over. */
START_TEST(messages_far_apart_are_all_found)
{
	static const int lengths[] = { 10, 100, 300, 20000, 100000 };
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		struct sbuf text = { 0 };
		unsigned n = (unsigned)lengths[i];
		sbuf_printf(&text,
			"def g():\n    n = 0\n    while n < %u:\n        n += 1\n"
			"        if n == 7:\n            print(n)\n    yield n\n",
			n);
		sbuf_str(&text, "for v in g():\n    pass\n");
		struct session *s = open_text(sbuf_cstr(&text));
		struct overview *v = overview_new(s, SIDE_COROUTINE);
		struct arena a = { 0 };
		uint32_t most = 100;
		session_goto_step(s, SIDE_COROUTINE, UINT64_MAX);
		const struct message *m = ladder_messages(s, SIDE_COROUTINE, v, &most, 0, 0, &a);
		ck_assert_uint_eq(most, 8);
		ck_assert_str_eq(m[0].text, "begin");
		ck_assert_str_eq(m[3].text, "prints 7");
		ck_assert_str_eq(m[5].text, "resume");
		for (uint32_t k = 1; k < most; k++)
			ck_assert_uint_gt(m[k].step, m[k - 1].step);
		overview_free(v);
		arena_fini(&a);
		sbuf_fini(&text);
		session_free(s);
	}
}
END_TEST

START_TEST(only_the_last_messages_are_given)
{
	expect_messages(generator, 2,
		"16 1>0 returns 3\n"
		"17 0>-1 returns\n");
}
END_TEST

START_TEST(what_is_thrown_and_what_escapes_are_messages)
{
	expect_messages(
		"def g():\n"
		"    yield\n"
		"c = g()\n"
		"next(c)\n"
		"try:\n"
		"    c.throw(KeyError)\n"
		"except KeyError:\n"
		"    pass\n",
		100,
		"1 -1>0 begin\n"
		"4 0>1 make\n"
		"6 0>1 start\n"
		"8 1>0 yields\n"
		"11 0>1 throw\n"
		"13 1>0 KeyError\n"
		"17 0>-1 returns\n");
}
END_TEST

START_TEST(peers_switch_to_each_other_with_nobody_between)
{
	expect_messages(
		"from greenlet import greenlet\n"
		"def f():\n"
		"    b.switch()\n"
		"def g():\n"
		"    a.switch()\n"
		"a = greenlet(f)\n"
		"b = greenlet(g)\n"
		"a.switch()\n",
		100,
		"1 -1>0 begin\n"
		"8 0>1 switch\n"
		"9 -1>1 call f#1\n"
		"11 1>2 switch\n"
		"12 -1>2 call g#1\n"
		"14 2>1 switch\n"
		"15 1>-1 returns\n"
		"16 1>0 switch\n"
		"17 0>-1 returns\n");
}
END_TEST

/* The pane. */

static void expect_picture(int rows, int cols, enum charset charset, const char *want)
{
	struct session *s = open_text(generator);
	struct arena a = { 0 };
	struct canvas c = { .charset = charset };
	struct sbuf got = { 0 };
	static const char *const names[] = { "<module>", "g#1" };
	canvas_size(&c, rows, cols);
	session_goto_step(s, SIDE_COROUTINE, 12);
	struct pane_ladder p = { .names = names, .nslots = 2, .nmessages = 8, .now = 12 };
	struct overview *v = overview_new(s, SIDE_COROUTINE);
	p.messages = ladder_messages(s, SIDE_COROUTINE, v, &p.nmessages, 0, 2, &a);
	overview_free(v);
	pane_ladder_draw(&c, canvas_rect(&c), &p);
	canvas_dump(&c, &got);
	ck_assert_str_eq(sbuf_cstr(&got), want);
	sbuf_fini(&got);
	canvas_fini(&c);
	arena_fini(&a);
	session_free(s);
}

START_TEST(poles_have_rungs)
{
	expect_picture(8, 39, CHARSET_UTF8,
		"<module>           g#1\n"
		" █ begin\n"
		" █· · · ·make · · ·>·\n"
		" │──────start──────>█\n"
		" █<────yields 1─────▒\n"
		" █ prints 1         ▒\n"
		" │─────send 'a'────>█\n"
		" █<───yields 'a'────▒\n");
}
END_TEST

START_TEST(it_is_told_in_ascii_and_in_little_room)
{
	expect_picture(8, 16, CHARSET_ASCII,
		"<modul~ g#1\n"
		" # begin\n"
		" #.make >.\n"
		" |-start>#\n"
		" #<yiel~-%\n"
		" # prin~ %\n"
		" |-send~>#\n"
		" #<yiel~-%\n");
}
END_TEST

START_TEST(it_can_be_drawn_at_any_size)
{
	struct session *s = open_text(generator);
	static const char *const names[] = { "<module>", "g#1" };
	struct overview *v = overview_new(s, SIDE_COROUTINE);
	session_goto_step(s, SIDE_COROUTINE, 12);
	for (int rows = 0; rows < 12; rows++) {
		for (int cols = 0; cols < 60; cols++) {
			struct arena a = { 0 };
			struct canvas c = { 0 };
			canvas_size(&c, 14, 62);
			struct rect in = { 1, 1, rows, cols };
			struct pane_ladder p = {
				.names = names, .first = 0, .nslots = 2, .nmessages = 12, .now = 12
			};
			p.messages = ladder_messages(s, SIDE_COROUTINE, v, &p.nmessages, 0, 2, &a);
			pane_ladder_draw(&c, in, &p);
			for (int row = 0; row < 14; row++)
				for (int col = 0; col < 62; col++)
					if (row < 1 || row > rows || col < 1 || col > cols)
						ck_assert_uint_eq(
							canvas_cell(&c, row, col)->c, ' ');
			canvas_fini(&c);
			arena_fini(&a);
		}
	}
	overview_free(v);
	session_free(s);
}
END_TEST

Suite *ladder_suite(void)
{
	Suite *suite = suite_create("ladder");
	TCase *t = tcase_create("ladder");
	tcase_add_test(t, a_generator_exchanges_messages_with_its_caller);
	tcase_add_test(t, messages_far_apart_are_all_found);
	tcase_add_test(t, only_the_last_messages_are_given);
	tcase_add_test(t, what_is_thrown_and_what_escapes_are_messages);
	tcase_add_test(t, peers_switch_to_each_other_with_nobody_between);
	tcase_add_test(t, poles_have_rungs);
	tcase_add_test(t, it_is_told_in_ascii_and_in_little_room);
	tcase_add_test(t, it_can_be_drawn_at_any_size);
	suite_add_tcase(suite, t);
	return suite;
}
