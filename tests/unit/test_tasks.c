/* What each task of asyncio is doing at a step. */

#include "trace/tasks.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/scenario.h"
#include "trace/moment.h"
#include "trace/store.h"
#include "synthetic.h"
#include "walk.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A program, run and recorded. */
struct run {
	struct source source;
	struct program *program;
	struct trace *trace;
};

static void run_text(struct run *r, const char *text)
{
	struct diag d = { 0 };
	ck_assert(source_from_text(&r->source, "test.py", text, strlen(text), &d));
	r->program = program_compile(&r->source, NULL, false, &d);
	ck_assert_msg(r->program != NULL, "%s", d.message);
	r->trace = trace_record(r->program, NULL, NULL, NULL, false);
}

static void run_fini(struct run *r)
{
	trace_free(r->trace);
	program_free(r->program);
	source_fini(&r->source);
}

static void say_what(const struct trace *t, const struct task_place *p, struct sbuf *out)
{
	if (p->what)
		sbuf_printf(out, "(%s)", trace_text(t, p->what - 1, NULL));
	if (p->until >= 0)
		sbuf_printf(out, "(until %g)", (double)p->until / 1e9);
}

/* "soup: made@0 runs@0 waits(until 1.5)@0 wakes@1.5 ..." */
static void say_history(const struct trace *t, uint32_t i, struct sbuf *out)
{
	uint32_t n;
	const struct trace_instant *times = trace_instants(t, &n);
	struct task_cursor c;
	struct task_event e;
	task_cursor_at(&c, t, i, 0);
	sbuf_printf(out, "%s:", task_name(t, i, trace_steps(t)));
	while (task_cursor_next(&c, &e)) {
		sbuf_printf(out, " %s", task_change_infos[e.change].word);
		if (e.change == TASK_WAITS)
			say_what(t, &c.place, out);
		sbuf_printf(out, "@%g", (double)times[e.instant].ns / 1e9);
	}
	sbuf_char(out, '\n');
}

#define GET(what, text) "import asyncio\n" what text
#define WAITER "async def w(n, s):\n    await asyncio.sleep(s)\n    return n\n"
#define RUN "asyncio.run(main())\n"

/* Programs and what happens to their tasks. */
static const struct {
	const char *text, *histories;
} told[] = {
	{ GET(WAITER,
		  "async def main():\n    a = asyncio.create_task(w(1, 1.5), name='soup')\n"
		  "    await asyncio.sleep(0)\n    await a\n") RUN,
		"Task-1: made@0 runs@0 gives way@0 runs@0 waits(soup)@0 wakes@1.5 runs@1.5 "
		"done@1.5\n"
		"soup: made@0 named@0 runs@0 waits(until 1.5)@0 wakes@1.5 runs@1.5 done@1.5\n" },
	/* A task of library code takes no steps and is there all the same. */
	{ GET("",
		  "async def main():\n    q = asyncio.Queue()\n"
		  "    g = asyncio.create_task(q.get())\n    await asyncio.sleep(1)\n"
		  "    q.put_nowait(5)\n    print(await g)\n") RUN,
		"Task-1: made@0 runs@0 waits(until 1)@0 wakes@1 runs@1 waits(Task-2)@1 wakes@1 "
		"runs@1 done@1\n"
		"Task-2: made@0 runs@0 waits(the next item of a queue)@0 wakes@1 runs@1 done@1\n" },
	/* Cancelled in its sleep: asked, then thrown at its next turn. */
	{ GET(WAITER,
		  "async def main():\n    b = asyncio.create_task(w(1, 5))\n"
		  "    await asyncio.sleep(1)\n    b.cancel()\n    await asyncio.wait([b])\n") RUN,
		"Task-1: made@0 runs@0 waits(until 1)@0 wakes@1 runs@1 waits(the futures given to "
		"wait())@1 wakes@1 runs@1 done@1\n"
		"Task-2: made@0 runs@0 waits(until 5)@0 asked to cancel@1 wakes@1 runs@1 "
		"cancelled@1\n" },
	/* The one that waits for a task which fails. */
	{ GET("",
		  "async def f():\n    await asyncio.sleep(2)\n    1 / 0\nasync def main():\n"
		  "    try:\n        await asyncio.create_task(f())\n"
		  "    except ZeroDivisionError:\n        pass\n") RUN,
		"Task-1: made@0 runs@0 waits(Task-2)@0 wakes@2 runs@2 done@2\n"
		"Task-2: made@0 runs@0 waits(until 2)@0 wakes@2 runs@2 failed@2\n" },
	/* A future that is done before the task waits for it: it is ready at once. */
	{ GET("",
		  "class Late:\n    def __await__(self):\n"
		  "        f = asyncio.get_running_loop().create_future()\n"
		  "        f._asyncio_future_blocking = True\n"
		  "        f.set_result(1)\n        yield f\nasync def main():\n    await Late()\n")
			RUN,
		"Task-1: made@0 runs@0 waits(a future)@0 wakes@0 runs@0 done@0\n" },
	/* Time that a turn takes is that of the turn. */
	{ GET("import time\n", "async def main():\n    await asyncio.sleep(1)\n    time.sleep(2)\n")
			RUN,
		"Task-1: made@0 runs@0 waits(until 1)@0 wakes@1 runs@1 done@3\n" },
	/* Two who sleep alone: no step lies between their ends, but time does. */
	{ GET("",
		  "async def main():\n    await asyncio.gather(asyncio.sleep(2), "
		  "asyncio.sleep(1))\n") RUN,
		"Task-1: made@0 runs@0 waits(the end of all that gather() waits for)@0 wakes@2 "
		"runs@2 done@2\n"
		"Task-2: made@0 runs@0 waits(until 2)@0 wakes@2 runs@2 done@2\n"
		"Task-3: made@0 runs@0 waits(until 1)@0 wakes@1 runs@1 done@1\n" },
	{ GET("",
		  "async def main():\n    lock = asyncio.Lock()\n    await lock.acquire()\n"
		  "    await lock.acquire()\n") RUN,
		"Task-1: made@0 runs@0 waits(a lock)@0\n" },
	{ "print(1)\n", "" },
};
enum { TOLD = sizeof told / sizeof *told };

/* The loop's own two, at the end of a run, are not told about here. */
static char *histories(const struct trace *t)
{
	struct sbuf b = { 0 };
	for (uint32_t i = 0; i < trace_tasks(t); i++) {
		if (task_is_seen(t, i))
			say_history(t, i, &b);
	}
	return b.len > 0 ? sbuf_take(&b) : mem_strdup("");
}

START_TEST(what_happens_to_a_task_is_recorded)
{
	struct run r;
	run_text(&r, told[_i].text);
	char *got = histories(r.trace);
	ck_assert_str_eq(got, told[_i].histories);
	mem_free(got);
	run_fini(&r);
}
END_TEST

START_TEST(every_moment_with_tasks_is_the_same_whichever_way_it_is_reached)
{
	struct run r;
	run_text(&r, told[_i].text);
	walk_check(r.trace);
	run_fini(&r);
}
END_TEST

/* The states at a moment: a letter for each task, "?" for one asked to cancel. */
static void say_states(const struct moment *m, struct sbuf *out)
{
	static const char letters[TASK_STATE_COUNT] = {
		[TASK_STATE_READY] = 'r',
		[TASK_STATE_RUNNING] = 'R',
		[TASK_STATE_WAITING] = 'w',
		[TASK_STATE_DONE] = 'd',
		[TASK_STATE_FAILED] = 'f',
		[TASK_STATE_CANCELLED] = 'c',
	};
	for (uint32_t i = 0, n = moment_tasks(m); i < n; i++) {
		struct mtask task = moment_task_at(m, i);
		sbuf_printf(out, "%c%s", letters[task.state], task.asked ? "?" : "");
	}
	sbuf_str(out, moment_in_loop(m) ? "L " : " ");
}

/* Each step that ends a turn shows how the task stands from then on, and that
 * the loop runs; all before shows one task that runs. */
START_TEST(a_turn_ends_with_its_last_step)
{
	struct run r;
	run_text(&r,
		GET(WAITER,
			"async def main():\n    b = asyncio.create_task(w(1, 5))\n"
			"    await asyncio.sleep(1)\n    b.cancel()\n    await asyncio.wait([b])\n")
			RUN);
	struct moment *m = moment_new(r.trace);
	struct sbuf got = { 0 };
	while (moment_forward(m))
		say_states(m, &got);
	ck_assert_str_eq(sbuf_cstr(&got),
		"      R R R Rr wrL wR wR wwL Rw Rw Rw Rr? wr?L wR wR wcL Rc Rc dcL dcdd ");
	sbuf_fini(&got);
	moment_free(m);
	run_fini(&r);
}
END_TEST

START_TEST(a_task_knows_its_coroutine_and_since_when)
{
	struct run r;
	run_text(&r, told[0].text);
	struct mtask m;
	ck_assert(!task_at(r.trace, 1, 0, &m));
	ck_assert(task_at(r.trace, 1, trace_steps(r.trace), &m));
	ck_assert_str_eq(trace_frame(r.trace, m.frame).code->name, "w");
	ck_assert_int_eq(m.since, 1500000000);
	struct step s;
	trace_step(r.trace, m.since_step, &s);
	ck_assert_int_eq(s.kind, EVENT_RETURN);
	ck_assert_uint_eq(s.frame, m.frame);
	run_fini(&r);
	run_text(&r, told[1].text);
	ck_assert(task_at(r.trace, 1, trace_steps(r.trace), &m));
	ck_assert_uint_eq(m.frame, FRAME_NONE);
	run_fini(&r);
}
END_TEST

START_TEST(a_name_holds_from_when_it_is_given)
{
	struct run r;
	run_text(&r,
		GET("",
			"async def main():\n    t = asyncio.current_task()\n    x = 1\n"
			"    t.set_name('other')\n    x = 2\n") RUN);
	struct moment *m = moment_new(r.trace);
	moment_goto(m, 8);
	ck_assert_str_eq(moment_task_name(m), "Task-1");
	moment_goto(m, 10);
	ck_assert_str_eq(moment_task_name(m), "other");
	moment_free(m);
	run_fini(&r);
}
END_TEST

/* Long random lists against looking at every change from the beginning. */

static const enum task_note notes_of[TASK_CHANGE_COUNT] = {
	[TASK_MADE] = NOTE_MADE,
	[TASK_RUNS] = NOTE_TURN,
	[TASK_WAKES] = NOTE_WAKES,
	[TASK_ASKED] = NOTE_ASKED,
};

/* The changes and times of a record, found by reading them all. */
struct tally {
	uint32_t of[NOTE_COUNT];
	uint64_t sum;
};

static void count(struct tally *y, enum task_note kind, uint64_t step, uint32_t task)
{
	y->of[kind]++;
	y->sum += (step + 1) * (task + 3) * (kind + 5);
}

static void check_task(const struct trace *t, uint32_t i, struct tally *y)
{
	struct task_cursor c, from;
	struct task_event e, first;
	uint64_t before = 0;
	task_cursor_at(&c, t, i, 0);
	while (task_cursor_next(&c, &e)) {
		struct mtask m;
		ck_assert_uint_ge(e.step, before);
		for (uint64_t k = before; k < e.step; k += 1 + (e.step - before) / 3) {
			task_cursor_at(&from, t, i, k);
			ck_assert(task_cursor_next(&from, &first));
			ck_assert_uint_eq(first.step, e.step);
			ck_assert_int_eq(first.change, e.change);
		}
		ck_assert(task_at(t, i, e.step, &m));
		if (notes_of[e.change] != NOTE_CLOCK)
			count(y, notes_of[e.change], e.step, i);
		before = e.step;
	}
}

static void check_notes(const struct trace *t, struct tally *y)
{
	struct note_cursor c, from;
	struct note n, first;
	uint64_t before = 0;
	uint32_t instants;
	const struct trace_instant *times = trace_instants(t, &instants);
	note_cursor_at(&c, t, 0);
	while (note_cursor_next(&c, &n)) {
		if (n.step > before) {
			note_cursor_at(&from, t, n.step - 1);
			ck_assert(note_cursor_next(&from, &first));
			ck_assert_uint_eq(first.step, n.step);
			ck_assert_uint_eq(first.task, n.task);
		}
		note_cursor_near(&from, t, n.turns + n.instant);
		ck_assert_uint_le(from.place.turns + from.place.instant, n.turns + n.instant);
		ck_assert_uint_ge(from.place.turns + from.place.instant + 64, n.turns + n.instant);
		if (n.kind == NOTE_CLOCK)
			ck_assert_uint_le(times[n.instant].step, n.step + 1);
		else
			count(y, n.kind, n.step, n.task);
		before = n.step;
	}
	ck_assert_uint_eq(n.instant + 1, instants);
}

START_TEST(long_lists_are_found_at_every_step)
{
	struct trace *t = synthetic_random((unsigned)_i, 40000);
	struct tally by_task = { 0 }, by_note = { 0 };
	ck_assert_uint_gt(trace_tasks(t), 100);
	for (uint32_t i = 0; i < trace_tasks(t); i++)
		check_task(t, i, &by_task);
	check_notes(t, &by_note);
	for (int kind = NOTE_MADE; kind < NOTE_COUNT; kind++)
		ck_assert_uint_eq(by_task.of[kind], by_note.of[kind]);
	ck_assert_uint_eq(by_task.sum, by_note.sum);
	for (uint64_t k = 0; k <= trace_steps(t); k += 501) {
		uint32_t made = 0;
		struct mtask m;
		while (made < trace_tasks(t) && task_at(t, made, k, &m))
			made++;
		ck_assert_uint_eq(tasks_made(t, k), made);
	}
	trace_free(t);
}
END_TEST

/* The lists of a turn that gives way, whoever sleeps meanwhile. */
START_TEST(a_turn_is_small_in_the_record)
{
	static const char text[] =
		"import asyncio\nasync def w():\n    await asyncio.sleep(1000)\nasync def main():\n"
		"    a = [asyncio.create_task(w()) for i in range(%d)]\n"
		"    for i in range(%d):\n        await asyncio.sleep(0)\n    for t in a:\n"
		"        t.cancel()\nasyncio.run(main())\n";
	size_t size[2];
	for (int i = 0; i < 2; i++) {
		char program[400];
		struct run r;
		ck_assert_int_lt(
			snprintf(program, sizeof program, text, 1000, i == 0 ? 1000 : 21000),
			(int)sizeof program);
		run_text(&r, program);
		size[i] = tasks_size(&r.trace->tasks);
		run_fini(&r);
	}
	ck_assert_uint_le((size[1] - size[0]) / 20000, 16);
}
END_TEST

Suite *tasks_suite(void)
{
	Suite *s = suite_create("tasks");
	TCase *t = tcase_create("tasks");
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, what_happens_to_a_task_is_recorded, 0, TOLD);
	tcase_add_loop_test(
		t, every_moment_with_tasks_is_the_same_whichever_way_it_is_reached, 0, TOLD);
	tcase_add_test(t, a_turn_ends_with_its_last_step);
	tcase_add_test(t, a_task_knows_its_coroutine_and_since_when);
	tcase_add_test(t, a_name_holds_from_when_it_is_given);
	tcase_add_loop_test(t, long_lists_are_found_at_every_step, 0, 3);
	tcase_add_test(t, a_turn_is_small_in_the_record);
	suite_add_tcase(s, t);
	return s;
}
