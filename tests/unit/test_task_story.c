/* What a person is told of tasks: sentences, answers, lines of frames. */

#include "base/arena.h"
#include "base/sbuf.h"
#include "session/core/session.h"
#include "session/view/view_task.h"
#include "session/words/task_words.h"
#include "ui/pane/frame_wait.h"
#include "vm/eval/lib.h"

#include <check.h>

#include <stdio.h>
#include <string.h>

static struct session *open_text(const char *source)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", source, strlen(source), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

/* The sentences from step `first` on: a line each. */
static void check_story(const char *source, uint64_t first, const char *expected)
{
	struct session *s = open_text(source);
	struct sbuf b = { 0 };
	const char *note;
	session_goto_step(s, SIDE_COROUTINE, first - 1);
	while (session_do(s, "next") == SESSION_MOVED) {
		session_narrate(s, SIDE_COROUTINE, &b, &note);
		sbuf_char(&b, '\n');
	}
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
	session_free(s);
}

static const char sleepers[] =
	"import asyncio\n"
	"async def nap(n):\n"
	"    await asyncio.sleep(n)\n"
	"    return n\n"
	"async def inner():\n"
	"    await nap(5)\n"
	"async def main():\n"
	"    a = asyncio.create_task(nap(1), name='short')\n"
	"    b = asyncio.create_task(inner())\n"
	"    await asyncio.sleep(0)\n"
	"    await a\n"
	"    b.cancel()\n"
	"    await asyncio.wait([b])\n"
	"asyncio.run(main())\n";

START_TEST(a_turn_begins_and_ends_in_words)
{
	check_story(sleepers, 8,
		"Task-1 begins: main#1 starts at its entry, line 7.\n"
		"Next is line 8 of main#1.\n"
		"nap#1 is made with n=1: no line of it runs until it is awaited.\n"
		"Next is line 9 of main#1; short is made and ready; a is now <Task short>.\n"
		"inner#1 is made: no line of it runs until it is awaited.\n"
		"Next is line 10 of main#1; Task-3 is made and ready.\n"
		"main#1 is suspended at ◆1: Task-1 stays ready; short goes on.\n"
		"short begins: nap#1 starts at its entry, line 2, with n=1.\n"
		"Next is line 3 of nap#1.\n"
		"nap#1 is suspended at ◆1: short sleeps until 1.0; Task-3 goes on.\n"
		"Task-3 begins: inner#1 starts at its entry, line 5.\n"
		"Next is line 6 of inner#1.\n"
		"nap#2 is made with n=5: no line of it runs until it is awaited.\n"
		"nap#2 is resumed for the first time and starts at its entry, line 2.\n"
		"Next is line 3 of nap#2.\n"
		"nap#2 is suspended at ◆1: Task-3 sleeps until 5.0; n=5 stays.\n"
		"inner#1 is suspended at ◆1: Task-3 sleeps until 5.0; Task-1 goes on.\n"
		"Task-1 goes on: main#1 is resumed at ◆1, line 10; still a=<Task short>, …\n"
		"The await in main#1, line 10, is over.\n"
		"Next is line 11 of main#1.\n"
		"main#1 is suspended at ◆2: Task-1 waits for short; time goes on to 1.0.\n"
		"At 1.0 short goes on: nap#1 is resumed at ◆1, line 3; n=1 was kept.\n"
		"The await in nap#1, line 3, is over.\n"
		"Next is line 4 of nap#1.\n"
		"nap#1 returns 1: short is done; Task-1 goes on.\n"
		"Task-1 goes on: main#1 is resumed at ◆2, line 11; still b=<Task Task-3>, …\n"
		"The await in main#1, line 11, is over and gives 1.\n"
		"Next is line 12 of main#1.\n"
		"Next is line 13 of main#1; Task-3 shall be cancelled.\n"
		"main#1 is suspended at ◆3: Task-1 waits for its wait(); Task-3 goes on.\n"
		"Task-3 shall be cancelled: CancelledError goes into nap#2 at ◆1.\n"
		"CancelledError() is raised in nap#2, line 3.\n"
		"nap#2 ends by CancelledError(); its frame and its locals (n=5) are gone.\n"
		"CancelledError() is thrown into inner#1 at ◆1.\n"
		"CancelledError() is raised in inner#1, line 6.\n"
		"inner#1 ends by CancelledError(): Task-3 is cancelled; Task-1 goes on.\n"
		"Task-1 goes on: main#1 is resumed at ◆3, line 13.\n"
		"The await in main#1, line 13, is over and gives ({<Task Task-3 cance…).\n"
		"main#1 returns None: Task-1 is done; the event loop ends.\n"
		"<module> is done: the program has come to its end.\n");
}
END_TEST

/* A timer asks, and it is told as a request of the program's would be. */
START_TEST(a_timeout_cancels)
{
	check_story(
		"import asyncio\nasync def nap():\n    await asyncio.sleep(5)\nasync def main():\n"
		"    try:\n        async with asyncio.timeout(2):\n            await nap()\n"
		"    except TimeoutError:\n        pass\nasyncio.run(main())\n",
		16,
		"main#1 is suspended at ◆3: Task-1 sleeps until 5.0; time goes on to 2.0.\n"
		"At 2.0 Task-1 shall be cancelled: CancelledError goes into nap#1 at ◆1.\n"
		"CancelledError() is raised in nap#1, line 3.\n"
		"nap#1 ends by CancelledError(); its frame is gone.\n"
		"CancelledError() is thrown into main#1 at ◆3.\n"
		"CancelledError() is raised in main#1, line 7.\n"
		"Next is line 6 of main#1.\n"
		"TimeoutError() is raised in main#1, line 6.\n"
		"Next is line 8 of main#1.\n"
		"Next is line 9 of main#1.\n"
		"main#1 returns None: Task-1 is done; the event loop ends.\n"
		"<module> is done: the program has come to its end.\n");
}
END_TEST

START_TEST(a_deadlock_says_who_waits_for_what)
{
	static const char stuck[] =
		"import asyncio\nasync def take(a, b):\n    async with a:\n"
		"        await asyncio.sleep(1)\n        await b.acquire()\nasync def main():\n"
		"    a, b = asyncio.Lock(), asyncio.Lock()\n"
		"    await asyncio.gather(take(a, b), take(b, a))\nasyncio.run(main())\n";
	struct session *s = open_text(stuck);
	struct arena a = { 0 };
	struct sbuf b = { 0 };
	const char *note;
	session_do(s, "last");
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(
		b.text, "Nobody can go on: Task-1 waits for its gather(), Task-2 for a lock, …");
	ck_assert_str_eq(view_task_loop(s, SIDE_COROUTINE, &a), "waits for ever");
	sbuf_fini(&b);
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(time_that_a_step_takes_is_told)
{
	check_story(
		"import asyncio, time\nasync def bad():\n    time.sleep(3)\n    x = 1\n"
		"async def main():\n    await asyncio.create_task(bad())\nasyncio.run(main())\n",
		11,
		"Task-2 begins: bad#1 starts at its entry, line 2.\n"
		"Next is line 3 of bad#1.\n"
		"Next is line 4 of bad#1; it is 3.0 now, and nobody else ran.\n"
		"bad#1 returns None: Task-2 is done; Task-1 goes on.\n"
		"Task-1 goes on: main#1 is resumed at ◆1, line 6.\n"
		"The await in main#1, line 6, is over.\n"
		"main#1 returns None: Task-1 is done; the event loop ends.\n"
		"<module> is done: the program has come to its end.\n");
	check_story("import time\ntime.sleep(1.5)\nx = 1\n", 3,
		"Next is line 2 of <module>.\n"
		"Next is line 3 of <module>; it is 1.5 now.\n"
		"<module> is done: the program has come to its end.\n");
}
END_TEST

/* The answers to commands at a step. */
static void check_answer(
	const char *source, uint64_t step, const char *command, const char *expected)
{
	struct session *s = open_text(source);
	session_goto_step(s, SIDE_COROUTINE, step);
	session_do(s, command);
	ck_assert_str_eq(sbuf_cstr(&s->message), expected);
	session_free(s);
}

START_TEST(tasks_says_what_each_one_does)
{
	check_answer(sleepers, 24, "tasks",
		"it is 0.0\n"
		"the event loop runs: Task-1 goes on\n"
		"Task-1 is ready, since 0.0; its frame is main#1\n"
		"short sleeps until 1.0, since 0.0; its frame is nap#1\n"
		"Task-3 sleeps until 5.0, since 0.0; its frames are inner#1, which awaits nap#2");
	check_answer(sleepers, 28, "tasks",
		"it is 0.0\n"
		"the event loop runs: no task is ready, so time goes on to 1.0; then short "
		"goes on\n"
		"Task-1 waits for short, since 0.0; its frame is main#1\n"
		"short sleeps until 1.0, since 0.0; its frame is nap#1\n"
		"Task-3 sleeps until 5.0, since 0.0; its frames are inner#1, which awaits nap#2");
	check_answer(sleepers, 1, "tasks",
		"it is 0.0\n"
		"no task is made yet");
	check_answer("x = 1\n", 1, "tasks", "this program has no tasks");
}
END_TEST

START_TEST(a_name_cannot_write_to_the_terminal)
{
	static const char hostile[] =
		"import asyncio\nasync def nap():\n    await asyncio.sleep(1)\nasync def main():\n"
		"    t = asyncio.create_task(nap(), name='a\\x1b[2J\\n\\x07')\n"
		"    await t\nasyncio.run(main())\n";
	struct session *s = open_text(hostile);
	struct sbuf b = { 0 };
	for (uint64_t k = 0; k <= session_steps(s, SIDE_COROUTINE); k++) {
		static const char *const commands[] = { "tasks", "where", "frames" };
		const char *note;
		session_goto_step(s, SIDE_COROUTINE, k);
		for (int i = 0; i < 3; i++) {
			session_do(s, commands[i]);
			ck_assert_ptr_null(strpbrk(sbuf_cstr(&s->message), "\x1b\x07"));
			ck_assert_ptr_null(strstr(sbuf_cstr(&s->message), "[2J\n"));
		}
		session_narrate(s, SIDE_COROUTINE, &b, &note);
		ck_assert_ptr_null(strpbrk(sbuf_cstr(&b), "\x1b\x07\n"));
	}
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

START_TEST(where_and_frames_know_tasks)
{
	check_answer(sleepers, 24, "where",
		"the event loop runs: Task-1 goes on\n"
		"<module> is WAITING for the event loop, line 14\n"
		"main#1 is SUSPENDED at its re-entry point 1 (await), line 10, the coroutine of "
		"Task-1, which is ready\n"
		"nap#1 is SUSPENDED at its re-entry point 1 (await), line 3, the coroutine of "
		"short, which sleeps until 1.0\n"
		"inner#1 is SUSPENDED at its re-entry point 1 (await), line 6, the coroutine of "
		"Task-3, which sleeps until 5.0, and delegates to nap#2\n"
		"nap#2 is SUSPENDED at its re-entry point 1 (await), line 3");
	check_answer(sleepers, 24, "frames",
		"<module> is WAITING for the event loop, line 14\n"
		"main#1 is SUSPENDED at its re-entry point 1 (await), line 10, the coroutine of "
		"Task-1, which is ready; a=<Task short>, b=<Task Task-3>\n"
		"nap#1 is SUSPENDED at its re-entry point 1 (await), line 3, the coroutine of "
		"short, which sleeps until 1.0; n=1\n"
		"inner#1 is SUSPENDED at its re-entry point 1 (await), line 6, the coroutine of "
		"Task-3, which sleeps until 5.0, and delegates to nap#2\n"
		"nap#2 is SUSPENDED at its re-entry point 1 (await), line 3; n=5");
}
END_TEST

/* Every purpose that the library gives a future has its words. */
START_TEST(every_purpose_has_words)
{
	const struct lib_file *f = lib_files;
	int n = 0;
	while (strcmp(f->name, "asyncio") != 0)
		f++;
	for (uint32_t i = 1; i <= f->source.nlines; i++) {
		size_t len;
		const char *text = source_line(&f->source, i, &len);
		char line[400] = { 0 };
		ck_assert_uint_lt(len, sizeof line);
		memcpy(line, text, len);
		char *at = strstr(line, "_future_for("), *awaited = strstr(line, "_awaited = ");
		if (at == NULL)
			at = awaited;
		char *begin = at == NULL || strstr(line, "def ") != NULL ? NULL : strchr(at, '"');
		if (begin == NULL)
			continue;
		*strchr(begin + 1, '"') = '\0';
		struct mtask task = { .state = TASK_STATE_WAITING, .what = begin + 1, .until = -1 };
		struct sbuf words = { 0 };
		task_words_short(&task, &words);
		ck_assert_msg(
			strcmp(words.text, task.what) != 0 && words.len <= 13, "%s", task.what);
		sbuf_fini(&words);
		n++;
	}
	ck_assert_int_gt(n, 12);
}
END_TEST

START_TEST(times_are_seconds_with_a_point)
{
	static const struct {
		int64_t ns;
		const char *text;
	} times[] = {
		{ 0, "0.0" },
		{ 3000000000, "3.0" },
		{ 250000000, "0.25" },
		{ 1, "0.000000001" },
		{ 12345600000000, "12345.6" },
	};
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		struct sbuf b = { 0 };
		task_words_time(times[i].ns, &b);
		ck_assert_str_eq(b.text, times[i].text);
		sbuf_fini(&b);
	}
}
END_TEST

static const char *const names[] = { "main#1", "fetch#1", "read#7", "leaf#2" };

/* The text for a frame with so many frames behind it. */
static const struct {
	int columns;
	struct view_frame frame;
	const char *text;
} waits[] = {
	{ 60,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"Task-1 → main#1 → fetch#1 → sleep until 3.0" },
	{ 42,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"→ main#1 → fetch#1 → sleep until 3.0" },
	{ 34,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"→ main#1 → … 1 more → until 3.0" },
	{ 28,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"→ main#1 → fetch#1" },
	{ 12,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"→ until 3.0" },
	{ 9,
		{ .task = "Task-1",
			.chain = names,
			.nchain = 2,
			.waits = "sleep until 3.0",
			.awaits = true },
		"" },
	{ 60, { .chain = names, .nchain = 4, .more = 96 },
		"→ main#1 → fetch#1 → read#7 → leaf#2 → … 96 more" },
	{ 30, { .chain = names, .nchain = 1 }, "→ main#1" },
	{ 30, { .task = "tea", .waits = "queue get", .awaits = true }, "tea → queue get" },
	{ 30, { .task = "tea", .waits = "ready" }, "tea ready" },
	{ 30, { .task = "tea" }, "tea" },
	{ 30, { .waits_for = "counter#1" }, "for counter#1" },
	{ 10, { .waits_for = "counter#1" }, "" },
	{ 30, { .in_loop = true }, "in asyncio.run" },
};

START_TEST(what_a_frame_waits_for_fits_its_columns)
{
	struct canvas c = { 0 };
	struct sbuf b = { 0 };
	canvas_size(&c, 1, 80);
	frame_wait_text(&c, &waits[_i].frame, waits[_i].columns, &b);
	ck_assert_str_eq(sbuf_cstr(&b), waits[_i].text);
	ck_assert_int_le(canvas_columns(&c, sbuf_cstr(&b), b.len), waits[_i].columns);
	sbuf_fini(&b);
	canvas_fini(&c);
}
END_TEST

/* The lines of frames: who waits for what. */
static void check_waits(const char *source, uint64_t step, const char *expected)
{
	struct session *s = open_text(source);
	struct arena a = { 0 };
	struct canvas c = { 0 };
	struct sbuf b = { 0 };
	uint32_t n = 20;
	canvas_size(&c, 1, 200);
	session_goto_step(s, SIDE_COROUTINE, step);
	const struct view_frame *frames = view_frames(s, SIDE_COROUTINE, 0, &n, 20, &a);
	for (uint32_t i = 0; i < n; i++) {
		sbuf_printf(&b, "%s %s ", frames[i].name, view_state_word(frames[i].state));
		frame_wait_text(&c, &frames[i], 100, &b);
		sbuf_char(&b, '\n');
	}
	const char *loop = view_task_loop(s, SIDE_COROUTINE, &a);
	sbuf_printf(&b, "loop: %s", loop != NULL ? loop : "-");
	ck_assert_str_eq(b.text, expected);
	sbuf_fini(&b);
	canvas_fini(&c);
	arena_fini(&a);
	session_free(s);
}

START_TEST(a_frames_line_says_what_its_task_waits_for)
{
	check_waits(sleepers, 23,
		"<module> WAITING in asyncio.run\n"
		"main#1 SUSPENDED Task-1 ready\n"
		"nap#1 SUSPENDED short → sleep until 1.0\n"
		"inner#1 RUNNING Task-3 → nap#2\n"
		"nap#2 SUSPENDED \n"
		"loop: -");
	check_waits(sleepers, 24,
		"<module> WAITING in asyncio.run\n"
		"main#1 SUSPENDED Task-1 ready\n"
		"nap#1 SUSPENDED short → sleep until 1.0\n"
		"inner#1 SUSPENDED Task-3 → nap#2 → sleep until 5.0\n"
		"nap#2 SUSPENDED → sleep until 5.0\n"
		"loop: picks Task-1");
	check_waits(sleepers, 28,
		"<module> WAITING in asyncio.run\n"
		"main#1 SUSPENDED Task-1 → short\n"
		"nap#1 SUSPENDED short → sleep until 1.0\n"
		"inner#1 SUSPENDED Task-3 → nap#2 → sleep until 5.0\n"
		"nap#2 SUSPENDED → sleep until 5.0\n"
		"loop: waits until 1.0");
}
END_TEST

START_TEST(a_lane_says_what_its_task_waits_for)
{
	static const struct {
		uint64_t step;
		const char *states[3];
	} lanes[] = {
		{ 12, { NULL, "ready", NULL } },
		{ 24, { "ready", "until 1.0", "until 5.0" } },
		{ 28, { "short", "until 1.0", "until 5.0" } },
		{ 36, { NULL, "done", "cancel asked" } },
		{ 46, { "done", "done", "cancelled" } },
	};
	struct session *s = open_text(sleepers);
	for (size_t i = 0; i < sizeof lanes / sizeof *lanes; i++) {
		struct arena a = { 0 };
		session_goto_step(s, SIDE_COROUTINE, lanes[i].step);
		for (uint32_t task = 0; task < 3; task++) {
			const char *state = view_task_state(
				s->side[SIDE_COROUTINE].moment, task, &a);
			ck_assert_msg(state == NULL ? lanes[i].states[task] == NULL
						    : lanes[i].states[task] != NULL &&
						strcmp(state, lanes[i].states[task]) == 0,
				"step %d, task %u: %s", (int)lanes[i].step, task,
				state != NULL ? state : "-");
		}
		arena_fini(&a);
	}
	session_free(s);
}
END_TEST

START_TEST(a_chain_of_yield_from_is_whole)
{
	check_waits(
		"def a():\n    yield 1\ndef b():\n    yield from a()\ndef c():\n"
		"    yield from b()\ng = c()\nnext(g)\nx = 1\n",
		19,
		"<module> RUNNING \n"
		"c#1 SUSPENDED → b#1 → a#1\n"
		"b#1 SUSPENDED → a#1\n"
		"a#1 SUSPENDED \n"
		"loop: -");
}
END_TEST

/* The loop is a program too: with its steps the source in sight is its own, and
 * the place in the program stays. */
START_TEST(the_library_can_be_stepped)
{
	struct session *s = open_text(sleepers);
	struct sbuf b = { 0 };
	const char *note;
	session_goto_step(s, SIDE_COROUTINE, 24);
	uint64_t steps = session_steps(s, SIDE_COROUTINE);
	session_do(s, "library");
	ck_assert_uint_gt(session_steps(s, SIDE_COROUTINE), 5 * steps);
	struct step here;
	trace_step(s->side[SIDE_COROUTINE].trace, session_step(s, SIDE_COROUTINE), &here);
	ck_assert_int_eq(here.kind, EVENT_YIELD);
	ck_assert_uint_eq(here.line, 6);
	ck_assert(!session_is_library(s->side[SIDE_COROUTINE].trace, &here));
	for (int i = 0; view_source(s, SIDE_COROUTINE) == &s->scenario.source; i++) {
		ck_assert_int_lt(i, 10);
		ck_assert_int_eq(session_do(s, "next"), SESSION_MOVED);
	}
	ck_assert_ptr_nonnull(strstr(view_source(s, SIDE_COROUTINE)->path, "asyncio.py"));
	struct arena a = { 0 };
	uint32_t line = view_current_line(s, SIDE_COROUTINE);
	const struct view_line *lines = view_lines(s, SIDE_COROUTINE, line, 1, &a);
	ck_assert(lines[0].current);
	ck_assert_uint_gt(lines[0].len, 0);
	ck_assert(!moment_in_loop(s->side[SIDE_COROUTINE].moment));
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_ptr_null(note);
	session_do(s, "library");
	ck_assert_uint_eq(session_steps(s, SIDE_COROUTINE), steps);
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), 24);
	ck_assert_ptr_eq(view_source(s, SIDE_COROUTINE), &s->scenario.source);
	sbuf_fini(&b);
	arena_fini(&a);
	session_free(s);
}
END_TEST

/* A breakpoint at a line of the program is none at that line of the library. */
START_TEST(stops_are_for_the_programs_own_lines)
{
	struct session *s = open_text(sleepers);
	session_do(s, "library");
	session_do(s, "first");
	session_do(s, "break 11");
	session_do(s, "continue");
	struct step here;
	trace_step(s->side[SIDE_COROUTINE].trace, session_step(s, SIDE_COROUTINE), &here);
	ck_assert_uint_eq(here.line, 11);
	ck_assert(!session_is_library(s->side[SIDE_COROUTINE].trace, &here));
	session_free(s);
}
END_TEST

Suite *task_story_suite(void)
{
	Suite *s = suite_create("task_story");
	TCase *t = tcase_create("task_story");
	tcase_add_test(t, a_turn_begins_and_ends_in_words);
	tcase_add_test(t, a_timeout_cancels);
	tcase_add_test(t, a_deadlock_says_who_waits_for_what);
	tcase_add_test(t, time_that_a_step_takes_is_told);
	tcase_add_test(t, tasks_says_what_each_one_does);
	tcase_add_test(t, where_and_frames_know_tasks);
	tcase_add_test(t, a_name_cannot_write_to_the_terminal);
	tcase_add_test(t, every_purpose_has_words);
	tcase_add_test(t, times_are_seconds_with_a_point);
	tcase_add_loop_test(
		t, what_a_frame_waits_for_fits_its_columns, 0, sizeof waits / sizeof *waits);
	tcase_add_test(t, a_frames_line_says_what_its_task_waits_for);
	tcase_add_test(t, a_lane_says_what_its_task_waits_for);
	tcase_add_test(t, a_chain_of_yield_from_is_whole);
	tcase_add_test(t, the_library_can_be_stepped);
	tcase_add_test(t, stops_are_for_the_programs_own_lines);
	suite_add_tcase(s, t);
	return s;
}
