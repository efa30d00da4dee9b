/* asyncio: what no program recorded from CPython can show: the sentence of a
 * deadlock, the limits of a run, and a clock that is exact. */

#include "program.h"

#include "base/diag.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/code/code.h"
#include "lang/text/source.h"
#include "vm/value/vm.h"

#include <check.h>

#include <string.h>

Suite *asyncio_suite(void);

/* Running. */

struct outcome {
	enum run_status status;
	int exit_status;
	char *text; /* vm_end_text; mem_free */
	struct sbuf streams[2];
};

static void keep_text(void *self, int stream, const char *text, size_t n)
{
	struct sbuf *streams = self;
	sbuf_bytes(&streams[stream - 1], text, n);
}

static void run_text(const char *program, struct limits limits, struct outcome *o)
{
	struct source src = { 0 };
	struct diag d = { 0 };
	*o = (struct outcome){ 0 };
	ck_assert(source_from_text(&src, "p.py", program, strlen(program), &d));
	struct program *p = program_compile(&src, NULL, false, &d);
	ck_assert_msg(p != NULL, "%s", d.message);
	struct vm_options options = { .host = { o->streams, keep_text, NULL }, .limits = limits };
	struct vm *vm = vm_new(&options);
	o->status = vm_run(vm, p);
	o->exit_status = vm_exit_status(vm);
	o->text = vm_end_text(vm) != NULL ? mem_strdup(vm_end_text(vm)) : NULL;
	vm_free(vm);
	program_free(p);
	source_fini(&src);
	diag_fini(&d);
}

/* Runs the lines inside "async def main():" within limits. */
static void run_main(const char *lines, struct limits limits, struct outcome *o)
{
	struct sbuf text = { 0 };
	sbuf_str(&text,
		"import asyncio, time, math\nasync def main():\n"
		"    loop = asyncio.get_running_loop()\n");
	for (const char *line = lines; *line != '\0'; line += strcspn(line, "\n") + 1)
		sbuf_printf(&text, "    %.*s\n", (int)strcspn(line, "\n"), line);
	sbuf_str(&text, "asyncio.run(main())\n");
	run_text(sbuf_cstr(&text), limits, o);
	sbuf_fini(&text);
}

static void outcome_fini(struct outcome *o)
{
	mem_free(o->text);
	sbuf_fini(&o->streams[0]);
	sbuf_fini(&o->streams[1]);
}

static void main_prints(const char *lines, const char *expected)
{
	struct outcome o;
	run_main(lines, (struct limits){ 0 }, &o);
	ck_assert_str_eq(sbuf_cstr(&o.streams[1]), "");
	ck_assert_str_eq(sbuf_cstr(&o.streams[0]), expected);
	ck_assert_int_eq(o.status, RUN_FINISHED);
	outcome_fini(&o);
}

/* The run ends with status 3, this sentence, and nothing else on stream 2. */
static void main_is_stuck(const char *lines, const char *sentence)
{
	struct outcome o;
	struct sbuf err = { 0 };
	run_main(lines, (struct limits){ 0 }, &o);
	ck_assert_int_eq(o.status, RUN_DEADLOCK);
	ck_assert_int_eq(o.exit_status, 3);
	ck_assert_str_eq(o.text, sentence);
	sbuf_printf(&err, "cosub: %s\n", sentence);
	ck_assert_str_eq(sbuf_cstr(&o.streams[1]), sbuf_cstr(&err));
	sbuf_fini(&err);
	outcome_fini(&o);
}

#define STUCK "every task waits and no timer is set: "

/* Nothing can go on. */

static const struct {
	const char *lines, *sentence;
} stuck[] = {
	{ "await asyncio.Future()\n", STUCK "Task-1 waits for a future" },
	{ "await loop.create_future()\n", STUCK "Task-1 waits for a future" },
	{ "await asyncio.Event().wait()\n", STUCK "Task-1 waits for an event" },
	{ "await asyncio.Queue().get()\n", STUCK "Task-1 waits for the next item of a queue" },
	{ "await asyncio.PriorityQueue().get()\n",
		STUCK "Task-1 waits for the next item of a queue" },
	{ "q = asyncio.Queue(1)\nawait q.put(1)\nawait q.put(2)\n",
		STUCK "Task-1 waits for room in a queue" },
	{ "q = asyncio.Queue()\nq.put_nowait(1)\nawait q.join()\n",
		STUCK "Task-1 waits for the items of a queue to be done" },
	{ "lock = asyncio.Lock()\nasync with lock:\n    await lock.acquire()\n",
		STUCK "Task-1 waits for a lock" },
	{ "await asyncio.Semaphore(0).acquire()\n", STUCK "Task-1 waits for a semaphore" },
	{ "c = asyncio.Condition()\nasync with c:\n    await c.wait()\n",
		STUCK "Task-1 waits for a condition" },
	{ "await asyncio.Barrier(2).wait()\n", STUCK "Task-1 waits for a barrier" },
	{ "await asyncio.shield(asyncio.Future())\n",
		STUCK "Task-1 waits for what shield() protects" },
	{ "await asyncio.wait([asyncio.Future()])\n",
		STUCK "Task-1 waits for the futures given to wait()" },
	{ "await asyncio.gather(asyncio.Future(), asyncio.sleep(1))\n",
		STUCK "Task-1 waits for the end of all that gather() waits for" },
	{ "for c in asyncio.as_completed([asyncio.Future()]):\n    await c\n",
		STUCK "Task-1 waits for the next that is done of as_completed()" },
	{ "async with asyncio.TaskGroup() as tg:\n"
	  "    tg.create_task(asyncio.Event().wait(), name=\"child\")\n",
		STUCK "Task-1 waits for the tasks of a group, child waits for an event" },
	{ "class Own:\n    def __await__(self):\n        yield from asyncio.Future()\n"
	  "await Own()\n",
		STUCK "Task-1 waits for a future" },
	{ "async def a():\n    await tb\nasync def b():\n    await ta\n"
	  "ta, tb = asyncio.create_task(a(), name=\"ping\"), asyncio.create_task(b(), "
	  "name=\"pong\")\nawait ta\n",
		STUCK "Task-1 waits for ping, ping waits for pong, pong waits for ping" },
	{ "async def take(a, b):\n    async with a:\n        await asyncio.sleep(1)\n"
	  "        async with b:\n            pass\n"
	  "a, b = asyncio.Lock(), asyncio.Lock()\nawait asyncio.gather(take(a, b), take(b, a))\n",
		STUCK
		"Task-1 waits for the end of all that gather() waits for, Task-2 waits for a lock, "
		"Task-3 waits for a lock" },
	{ "async def stubborn():\n    while True:\n        try:\n"
	  "            await asyncio.Future()\n"
	  "        except asyncio.CancelledError:\n            pass\n"
	  "await asyncio.wait_for(stubborn(), 1)\n",
		STUCK "Task-1 waits for the end of what was cancelled, Task-2 waits for a future" },
	{ "await asyncio.sleep(math.inf)\n",
		"every task waits and no timer ever comes: Task-1 sleeps for ever" },
	{ "await asyncio.create_task(asyncio.sleep(1e300), name=\"bear\")\n",
		"every task waits and no timer ever comes: Task-1 waits for bear, bear sleeps "
		"for ever" },
};

START_TEST(a_deadlock_names_each_task_and_what_it_waits_for)
{
	main_is_stuck(stuck[_i].lines, stuck[_i].sentence);
}
END_TEST

START_TEST(a_deadlock_runs_no_cleanup_and_keeps_what_was_printed)
{
	struct outcome o;
	run_main(
		"print(\"before\")\ntry:\n    await asyncio.Future()\nfinally:\n"
		"    print(\"after\")\n",
		(struct limits){ 0 }, &o);
	ck_assert_int_eq(o.status, RUN_DEADLOCK);
	ck_assert_str_eq(sbuf_cstr(&o.streams[0]), "before\n");
	outcome_fini(&o);
}
END_TEST

START_TEST(a_deadlock_after_main_ended_is_one_too)
{
	main_is_stuck(
		"async def stays():\n"
		"    try:\n"
		"        await asyncio.Future()\n"
		"    except asyncio.CancelledError:\n"
		"        await asyncio.Event().wait()\n"
		"asyncio.create_task(stays(), name=\"rock\")\n"
		"await asyncio.sleep(1)\n",
		STUCK "rock waits for an event");
}
END_TEST

START_TEST(an_idle_loop_without_tasks_is_told_so)
{
	struct written w = program_run("import asyncio\nasyncio.new_event_loop().run_forever()\n");
	ck_assert_str_eq(w.err, "cosub: the event loop runs, but no task and no timer is left\n");
	mem_free(w.out);
	mem_free(w.err);
}
END_TEST

START_TEST(a_deadlock_shows_no_signs_that_a_terminal_would_obey)
{
	main_is_stuck(
		"async def waits():\n    await asyncio.Future()\n"
		"t = [asyncio.create_task(waits(), name=n) for n in (\"\\x1b[2J\", "
		"\"two\\nlines\", \"\")]\n"
		"await t[0]\n",
		STUCK
		"Task-1 waits for '\\x1b[2J', '\\x1b[2J' waits for a future, 'two\\nlines' waits "
		"for a future, '' waits for a future");
}
END_TEST

START_TEST(a_deadlock_of_very_many_names_the_first)
{
	struct outcome o;
	run_main("await asyncio.gather(*[asyncio.Event().wait() for _ in range(5000)])\n",
		(struct limits){ 0 }, &o);
	ck_assert_int_eq(o.status, RUN_DEADLOCK);
	ck_assert_ptr_nonnull(strstr(o.text, ", Task-100 waits for an event, and 4901 more"));
	ck_assert_ptr_null(strstr(o.text, "Task-101"));
	outcome_fini(&o);
}
END_TEST

/* Limits. */

static const struct {
	const char *lines;
	struct limits limits;
	const char *said;
} limited[] = {
	{ "while True:\n    await asyncio.sleep(0)\n", { .steps = 1000 }, "the limit of steps" },
	{ "while True:\n    await asyncio.sleep(1)\n", { .steps = 1000 }, "the limit of steps" },
	{ "def again():\n    loop.call_soon(again)\nagain()\nawait asyncio.Future()\n",
		{ .steps = 1000 }, "the limit of steps" },
	{ "async def spin():\n    while True:\n        try:\n"
	  "            await asyncio.sleep(1)\n        except BaseException:\n"
	  "            pass\n"
	  "t = asyncio.create_task(spin())\nawait asyncio.sleep(1)\n",
		{ .steps = 1000 }, "the limit of steps" },
	{ "ts = []\nwhile True:\n    ts.append(asyncio.create_task(asyncio.sleep(1)))\n",
		{ .memory = 4000000 }, "the program used more memory" },
	{ "q = asyncio.Queue()\nwhile True:\n    await q.put(\"x\" * 100)\n", { .memory = 4000000 },
		"the program used more memory" },
	{ "while True:\n    print(\"x\" * 100)\n    await asyncio.sleep(0)\n", { .output = 5000 },
		"the limit of output" },
};

START_TEST(a_limit_ends_a_run_inside_the_loop)
{
	struct outcome o;
	run_main(limited[_i].lines, limited[_i].limits, &o);
	ck_assert_int_eq(o.status, RUN_LIMIT);
	ck_assert_int_eq(o.exit_status, 3);
	ck_assert_msg(
		strncmp(o.text, limited[_i].said, strlen(limited[_i].said)) == 0, "%s", o.text);
	outcome_fini(&o);
}
END_TEST

START_TEST(recursion_in_a_task_is_an_error_of_that_task)
{
	main_prints(
		"async def deep(n):\n"
		"    return await deep(n + 1)\n"
		"print(await asyncio.gather(deep(0), asyncio.sleep(1, \"fine\"), "
		"return_exceptions=True))\n",
		"[RecursionError('maximum recursion depth exceeded'), 'fine']\n");
}
END_TEST

/* Time. */

START_TEST(a_tenth_added_ten_times_is_one)
{
	main_prints(
		"for _ in range(10):\n"
		"    await asyncio.sleep(0.1)\n"
		"print(loop.time(), time.monotonic_ns(), loop.time() == 1)\n",
		"1.0 1000000000 True\n");
}
END_TEST

START_TEST(sleeping_for_nothing_or_less_moves_no_clock)
{
	main_prints(
		"for delay in (0, -1, -math.inf, 0.0, 1e-10):\n"
		"    await asyncio.sleep(delay)\n"
		"    print(time.monotonic_ns())\n",
		"0\n0\n0\n0\n0\n");
}
END_TEST

START_TEST(the_clock_never_goes_back)
{
	main_prints(
		"seen = []\n"
		"def note(n):\n"
		"    seen.append((loop.time(), n))\n"
		"loop.call_at(3, note, \"three\")\n"
		"loop.call_at(1, note, \"one\")\n"
		"time.sleep(2)\n"
		"loop.call_at(1.5, note, \"one and a half\")\n"
		"loop.call_at(-math.inf, note, \"long ago\")\n"
		"await asyncio.sleep(5)\n"
		"print(*seen, loop.time(), sep=\"\\n\")\n",
		"(2.0, 'long ago')\n(2.0, 'one')\n(2.0, 'one and a half')\n(3.0, 'three')\n7.0\n");
}
END_TEST

START_TEST(ten_thousand_timers_come_in_order_of_time_and_then_of_age)
{
	main_prints(
		"seen = []\n"
		"for i in range(10000):\n"
		"    loop.call_at(i * 7919 % 1000, seen.append, (i * 7919 % 1000, i))\n"
		"await asyncio.sleep(1000)\n"
		"print(len(seen), seen == sorted(seen), loop.time())\n",
		"10000 True 1000.0\n");
}
END_TEST

START_TEST(timers_that_were_cancelled_leave_the_others_in_order)
{
	main_prints(
		"seen = []\n"
		"timers = [loop.call_at(i % 10, seen.append, (i % 10, i)) for i in range(1000)]\n"
		"for i, timer in enumerate(timers):\n"
		"    if i % 3:\n"
		"        timer.cancel()\n"
		"await asyncio.sleep(10)\n"
		"print(len(seen), seen == sorted(seen))\n",
		"334 True\n");
}
END_TEST

START_TEST(cancelled_timers_are_not_kept)
{
	struct outcome o;
	run_main(
		"for _ in range(100000):\n"
		"    loop.call_later(1000, print).cancel()\n"
		"    if not _ % 1000:\n"
		"        await asyncio.sleep(0)\n"
		"print(len(loop._scheduled) < 2000)\n",
		(struct limits){ .memory = 4000000 }, &o);
	ck_assert_str_eq(sbuf_cstr(&o.streams[1]), "");
	ck_assert_str_eq(sbuf_cstr(&o.streams[0]), "True\n");
	outcome_fini(&o);
}
END_TEST

START_TEST(what_sleeps_for_ever_can_be_cancelled)
{
	main_prints(
		"t = asyncio.create_task(asyncio.sleep(math.inf))\n"
		"print(await asyncio.wait_for(asyncio.sleep(1, \"awake\"), math.inf))\n"
		"async with asyncio.timeout(1e30):\n"
		"    await asyncio.sleep(1)\n"
		"t.cancel()\n"
		"print(await asyncio.wait([t], timeout=math.inf) == ({t}, set()), loop.time())\n",
		"awake\nTrue 2.0\n");
}
END_TEST

START_TEST(a_delay_that_is_no_number_is_refused)
{
	main_prints(
		"for delay in (math.nan, \"1\", None):\n"
		"    try:\n"
		"        await asyncio.sleep(delay)\n"
		"    except (ValueError, TypeError) as e:\n"
		"        print(type(e).__name__)\n"
		"print(loop.time())\n",
		"ValueError\nTypeError\nTypeError\n0.0\n");
}
END_TEST

START_TEST(the_clock_does_not_overflow)
{
	main_prints(
		"time.sleep(8e9)\n"
		"try:\n"
		"    time.sleep(8e9)\n"
		"except OverflowError:\n"
		"    print(loop.time())\n",
		"8000000000.0\n");
}
END_TEST

/* Many. */

START_TEST(many_tasks_sleep_and_wake)
{
	main_prints(
		"async def nap(i):\n"
		"    await asyncio.sleep(i % 7)\n"
		"    return i\n"
		"print(sum(await asyncio.gather(*[nap(i) for i in range(20000)])), loop.time())\n",
		"199990000 6.0\n");
}
END_TEST

/* What a loop holds at the end. */

/* When python3 collects cycles by itself meanwhile, which it is kept from here, the order is
 * another: so no program recorded from it. */
START_TEST(a_loop_that_nobody_closed_is_closed_before_what_it_holds_ends)
{
	struct outcome o;
	run_text(
		"import asyncio\n"
		"def noisy(name):\n"
		"    try:\n"
		"        yield name\n"
		"    finally:\n"
		"        print('end of', name)\n"
		"def hold(name):\n"
		"    g = noisy(name)\n"
		"    next(g)\n"
		"    return g\n"
		"async def sleeper(name):\n"
		"    g = hold('generator of ' + name)\n"
		"    try:\n"
		"        await asyncio.sleep(1)\n"
		"    finally:\n"
		"        print('finally of', name)\n"
		"async def numbers():\n"
		"    g = hold('generator of numbers')\n"
		"    try:\n"
		"        yield 1\n"
		"        yield 2\n"
		"    finally:\n"
		"        print('finally of numbers')\n"
		"async def main():\n"
		"    asyncio.create_task(sleeper('first'))\n"
		"    asyncio.create_task(sleeper('second'))\n"
		"    print(await anext(numbers()))\n"
		"    await asyncio.sleep(0.1)\n"
		"early = hold('module')\n"
		"loop = asyncio.new_event_loop()\n"
		"loop.run_until_complete(main())\n"
		"loop.call_soon(lambda g: print('never called'), hold('argument'))\n"
		"del loop\n"
		"print('over')\n",
		(struct limits){ 0 }, &o);
	ck_assert_str_eq(sbuf_cstr(&o.streams[0]),
		"1\n"
		"finally of numbers\n"
		"end of generator of numbers\n"
		"over\n"
		"end of argument\n"
		"finally of first\n"
		"end of generator of first\n"
		"finally of second\n"
		"end of generator of second\n"
		"end of module\n");
	outcome_fini(&o);
}
END_TEST

Suite *asyncio_suite(void)
{
	Suite *s = suite_create("asyncio");
	TCase *t = tcase_create("deadlock");
	tcase_add_loop_test(t, a_deadlock_names_each_task_and_what_it_waits_for, 0,
		sizeof stuck / sizeof *stuck);
	tcase_add_test(t, a_deadlock_runs_no_cleanup_and_keeps_what_was_printed);
	tcase_add_test(t, a_deadlock_after_main_ended_is_one_too);
	tcase_add_test(t, an_idle_loop_without_tasks_is_told_so);
	tcase_add_test(t, a_deadlock_shows_no_signs_that_a_terminal_would_obey);
	tcase_add_test(t, a_deadlock_of_very_many_names_the_first);
	suite_add_tcase(s, t);
	t = tcase_create("limits");
	tcase_add_loop_test(
		t, a_limit_ends_a_run_inside_the_loop, 0, sizeof limited / sizeof *limited);
	tcase_add_test(t, recursion_in_a_task_is_an_error_of_that_task);
	suite_add_tcase(s, t);
	t = tcase_create("time");
	tcase_add_test(t, a_tenth_added_ten_times_is_one);
	tcase_add_test(t, sleeping_for_nothing_or_less_moves_no_clock);
	tcase_add_test(t, the_clock_never_goes_back);
	tcase_add_test(t, ten_thousand_timers_come_in_order_of_time_and_then_of_age);
	tcase_add_test(t, timers_that_were_cancelled_leave_the_others_in_order);
	tcase_add_test(t, cancelled_timers_are_not_kept);
	tcase_add_test(t, what_sleeps_for_ever_can_be_cancelled);
	tcase_add_test(t, a_delay_that_is_no_number_is_refused);
	tcase_add_test(t, the_clock_does_not_overflow);
	suite_add_tcase(s, t);
	t = tcase_create("many");
	tcase_add_test(t, many_tasks_sleep_and_wake);
	suite_add_tcase(s, t);
	t = tcase_create("end");
	tcase_add_test(t, a_loop_that_nobody_closed_is_closed_before_what_it_holds_ends);
	suite_add_tcase(s, t);
	return s;
}
