/* Tasks as lanes on virtual time. */

#include "base/arena.h"
#include "base/sbuf.h"
#include "session/core/session.h"
#include "session/view/timeline.h"

#include <check.h>

#include <string.h>

static struct session *open_text(const char *source)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", source, strlen(source), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

/* The lanes as text: "short .R~~x", and where time begins: "0.0 1.0". */
static void say_lanes(const struct session *s, uint32_t width, struct sbuf *out)
{
	static const char signs[] = { [TIME_NOTHING] = ' ',
		[TIME_READY] = '-',
		[TIME_RUNS] = '#',
		[TIME_POINT] = '*',
		[TIME_WAITS] = '~',
		[TIME_DONE] = 'x',
		[TIME_FAILED] = '!' };
	struct arena a = { 0 };
	struct timeline t = timeline_columns(s, SIDE_COROUTINE, width, &a);
	ck_assert_uint_le(t.n, width);
	for (uint32_t i = 0; i < timeline_tasks(s, SIDE_COROUTINE); i++) {
		const uint8_t *cells = timeline_cells(s, SIDE_COROUTINE, &t, i, &a);
		sbuf_printf(out, "%-7s", timeline_name(s, SIDE_COROUTINE, i, &a));
		for (uint32_t j = 0; j < t.n; j++)
			sbuf_char(out, signs[cells[j]]);
		sbuf_char(out, '\n');
	}
	sbuf_str(out, "loop   ");
	for (uint32_t j = 0; j < t.n; j++)
		sbuf_char(out, t.at[j].loop ? '#' : t.at[j].idle ? '~' : '-');
	sbuf_str(out, t.cut ? " cut\n" : "\n");
	arena_fini(&a);
}

static void check_lanes(const char *source, uint64_t step, uint32_t width, const char *expected)
{
	struct session *s = open_text(source);
	struct sbuf b = { 0 };
	session_goto_step(s, SIDE_COROUTINE, step);
	say_lanes(s, width, &b);
	ck_assert_str_eq(b.text, expected);
	sbuf_fini(&b);
	session_free(s);
}

enum { END = 1000000 };

static const char sleepers[] =
	"import asyncio\n"
	"async def nap(n):\n"
	"    await asyncio.sleep(n)\n"
	"async def main():\n"
	"    await asyncio.gather(nap(3), nap(1))\n"
	"asyncio.run(main())\n";

/* One that runs in each column; time in proportion, as wide as there is room. */
START_TEST(time_between_turns_has_columns_in_proportion)
{
	check_lanes(sleepers, END, 30,
		"Task-1 #~~~~~~~~~~~~~~~~~~~~~~~~~#x\n"
		"Task-2 -#~~~~~~~~~~~~~~~~~~~~~~~#x \n"
		"Task-3 --#~~~~~~~#x                \n"
		"loop   ---~~~~~~~-~~~~~~~~~~~~~~---\n");
	check_lanes(sleepers, END, 14,
		"Task-1 #~~~~~~~~~#x\n"
		"Task-2 -#~~~~~~~#x \n"
		"Task-3 --#~~#x     \n"
		"loop   ---~~-~~~---\n");
}
END_TEST

START_TEST(the_last_column_is_that_of_the_step)
{
	check_lanes(sleepers, 1, 30,
		"Task-1 \n"
		"Task-2 \n"
		"Task-3 \n"
		"loop   \n");
	check_lanes(sleepers, 11, 30,
		"Task-1 #~\n"
		"Task-2 --\n"
		"Task-3 --\n"
		"loop   -#\n");
	check_lanes(sleepers, 12, 30,
		"Task-1 #~\n"
		"Task-2 -#\n"
		"Task-3 --\n"
		"loop   --\n");
	check_lanes(sleepers, 13, 30,
		"Task-1 #~\n"
		"Task-2 -#\n"
		"Task-3 --\n"
		"loop   --\n");
}
END_TEST

/* Time that a task takes for itself: it runs, the others wait. */
START_TEST(who_blocks_the_loop_runs_all_the_time)
{
	check_lanes(
		"import asyncio, time\nasync def bad():\n    time.sleep(2)\nasync def good():\n"
		"    await asyncio.sleep(1)\n"
		"async def main():\n    await asyncio.gather(good(), bad())\nasyncio.run(main())\n",
		END, 30,
		"Task-1 #~~~~~~~~~~~~~#x\n"
		"Task-2 -#~~~~~~~~~~~#x \n"
		"Task-3 --###########x  \n"
		"loop   ----------------\n");
}
END_TEST

/* Tasks of library code, between whose turns lies no step. */
START_TEST(tasks_without_steps_have_their_turns)
{
	check_lanes(
		"import asyncio\nasync def main():\n    await asyncio.gather(asyncio.sleep(2), "
		"asyncio.sleep(1))\nasyncio.run(main())\n",
		END, 30,
		"Task-1 #~~~~~~~~~~~~~~~~~~~~~~~-#x\n"
		"Task-2 -#~~~~~~~~~~~~~~~~~~~~~~#x \n"
		"Task-3 --#~~~~~~~~~~#x            \n"
		"loop   ---~~~~~~~~~~-~~~~~~~~~~---\n");
}
END_TEST

START_TEST(one_that_is_cancelled_ends_otherwise)
{
	check_lanes(
		"import asyncio\nasync def nap():\n    await asyncio.sleep(9)\nasync def main():\n"
		"    t = asyncio.create_task(nap())\n"
		"    await asyncio.sleep(1)\n    t.cancel()\n    await asyncio.sleep(1)\n"
		"asyncio.run(main())\n",
		END, 30,
		"Task-1 #~~~~~~~~~~~#~~~~~~~~~~~#x\n"
		"Task-2 -#~~~~~~~~~~-#!           \n"
		"loop   --~~~~~~~~~~--~~~~~~~~~~--\n");
}
END_TEST

/* A long run: the last columns are in sight, and stay where they are for half a
 * row. */
static const char ticks[] =
	"import asyncio\n"
	"async def tick():\n"
	"    for i in range(500):\n"
	"        await asyncio.sleep(1)\n"
	"async def main():\n"
	"    await asyncio.gather(tick(), asyncio.sleep(1000))\n"
	"asyncio.run(main())\n";

START_TEST(a_long_run_shows_its_last_columns)
{
	check_lanes(ticks, 700, 20,
		"Task-1 ~~~~~~~~~~~~~~~~~~~\n"
		"Task-2 #~#~#~#~#~#~#~#~#~#\n"
		"Task-3 ~~~~~~~~~~~~~~~~~~~\n"
		"loop   -~-~-~-~-~-~-~-~-~- cut\n");
	check_lanes(ticks, 703, 20,
		"Task-1 ~~~~~~~~~~~~~~~~~~~\n"
		"Task-2 #~#~#~#~#~#~#~#~#~#\n"
		"Task-3 ~~~~~~~~~~~~~~~~~~~\n"
		"loop   -~-~-~-~-~-~-~-~-~- cut\n");
}
END_TEST

/* However long the run, the picture of a moment is the same as that of the run
 * up to there, but for its scale. */
START_TEST(every_step_has_a_picture)
{
	static const char *const programs[] = { sleepers, ticks };
	for (int i = 0; i < 2; i++) {
		struct session *s = open_text(programs[i]);
		for (uint64_t k = 0; k <= session_steps(s, SIDE_COROUTINE); k += 1 + k / 50) {
			struct arena a = { 0 };
			session_goto_step(s, SIDE_COROUTINE, k);
			for (uint32_t width = 1; width < 90; width = 3 * width + 2) {
				struct timeline t = timeline_columns(s, SIDE_COROUTINE, width, &a);
				uint32_t running = 0;
				ck_assert_uint_le(t.n, width);
				for (uint32_t task = 0;
					t.n > 0 && task < timeline_tasks(s, SIDE_COROUTINE);
					task++) {
					struct mtask m = moment_task_at(s->side[0].moment, task);
					enum time_cell last = timeline_cells(
						s, SIDE_COROUTINE, &t, task, &a)[t.n - 1];
					running += last == TIME_RUNS;
					ck_assert_int_eq(last == TIME_RUNS,
						m.number == task && m.state == TASK_STATE_RUNNING);
					ck_assert_int_eq(last == TIME_WAITS,
						m.number == task && m.state == TASK_STATE_WAITING);
				}
				ck_assert_uint_le(running, 1);
			}
			arena_fini(&a);
		}
		session_free(s);
	}
}
END_TEST

START_TEST(a_step_is_found_in_its_column)
{
	struct session *s = open_text(sleepers);
	struct arena a = { 0 };
	session_goto_step(s, SIDE_COROUTINE, END);
	struct timeline t = timeline_columns(s, SIDE_COROUTINE, 30, &a);
	for (uint64_t k = t.at[0].from; k <= session_steps(s, SIDE_COROUTINE); k++) {
		const struct timeline_column *c = &t.at[timeline_column_of(&t, k)];
		ck_assert_uint_le(c->from, k);
		ck_assert(!c->idle);
	}
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(a_run_without_tasks_has_no_lanes_of_tasks)
{
	struct session *s = open_text("import time\ntime.sleep(1)\nx = 1\n");
	ck_assert(!timeline_has_tasks(s, SIDE_COROUTINE));
	ck_assert(timeline_has_time(s, SIDE_COROUTINE));
	session_free(s);
}
END_TEST

Suite *timeline_suite(void)
{
	Suite *s = suite_create("timeline");
	TCase *t = tcase_create("timeline");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, time_between_turns_has_columns_in_proportion);
	tcase_add_test(t, the_last_column_is_that_of_the_step);
	tcase_add_test(t, who_blocks_the_loop_runs_all_the_time);
	tcase_add_test(t, tasks_without_steps_have_their_turns);
	tcase_add_test(t, one_that_is_cancelled_ends_otherwise);
	tcase_add_test(t, a_long_run_shows_its_last_columns);
	tcase_add_test(t, every_step_has_a_picture);
	tcase_add_test(t, a_step_is_found_in_its_column);
	tcase_add_test(t, a_run_without_tasks_has_no_lanes_of_tasks);
	suite_add_tcase(s, t);
	return s;
}
