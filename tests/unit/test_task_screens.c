/* The lessons on asyncio on the screen, at the steps that decide. */

#include "vt.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *file, *keys;
} lessons[] = {
	{ "clock-waits", "scenarios/45-one-clock-three-waiters.py", "]]]]]]]]]]]]]" },
	{ "clock-over", "scenarios/45-one-clock-three-waiters.py", "]]]]]]]]]]]]]]]]]]]]]" },
	{ "queue-full", "scenarios/47-a-queue-between-tasks.py", "]]]]]]]]" },
	{ "cancel-asked", "scenarios/48-cancelled-in-its-sleep.py", "]]]]]]]]nnn" },
	{ "cancelled", "scenarios/48-cancelled-in-its-sleep.py", "]]]]]]]]]]]" },
	{ "forgotten", "scenarios/64-the-forgotten-await.py", "]]]]]" },
	{ "calling", "scenarios/89-calling-is-not-running.py", "]]]]" },
	{ "no-way-given", "scenarios/90-await-may-not-give-way.py", "]]]]]]]]]]]]]]" },
	{ "blocking", "scenarios/92-blocking-the-loop.py", "]]]]]]]]]nn" },
};
enum { LESSONS = sizeof lessons / sizeof *lessons };

static const struct {
	const char *name;
	int rows, cols;
} sizes[] = { { "80x24", 24, 80 }, { "60x18", 18, 60 }, { "120x36", 36, 120 } };
enum { SIZES = sizeof sizes / sizeof *sizes };

START_TEST(the_lesson_looks_as_it_did)
{
	int lesson = _i / SIZES, size = _i % SIZES;
	const char *path = getenv("COSUB");
	const char *const argv[] = { path != NULL && *path != '\0' ? path : "build/cosub",
		lessons[lesson].file, NULL };
	struct vt *v = vt_open(&(struct vt_options){
		.rows = sizes[size].rows, .cols = sizes[size].cols, .argv = argv });
	char name[60];
	vt_wait_pictures(v, 1);
	vt_type(v, lessons[lesson].keys);
	snprintf(name, sizeof name, "%s-%s", lessons[lesson].name, sizes[size].name);
	vt_golden(v, name);
	vt_send(v, "q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

/* A click on a turn goes to its first step; that in a column of steps to the
 * step. */
START_TEST(a_click_on_a_lane_goes_to_its_turn)
{
	static const struct {
		const char *file;
		int row, col;
		const char *status;
	} clicks[] = {
		{ "scenarios/45-one-clock-three-waiters.py", 16, 20, "step 29/46" },
		{ "scenarios/45-one-clock-three-waiters.py", 15, 12, "step 23/46" },
		{ "scenarios/90-await-may-not-give-way.py", 14, 21, "step 35/42" },
	};
	for (size_t i = 0; i < sizeof clicks / sizeof *clicks; i++) {
		const char *path = getenv("COSUB");
		const char *const argv[] = { path != NULL && *path != '\0' ? path : "build/cosub",
			clicks[i].file, NULL };
		struct vt *v = vt_open(
			&(struct vt_options){ .rows = 24, .cols = 80, .argv = argv });
		vt_wait_pictures(v, 1);
		vt_type(v, "$m");
		vt_click(v, 1, clicks[i].row, clicks[i].col);
		vt_wait(v, clicks[i].status);
		vt_send(v, "q");
		ck_assert_int_eq(vt_exit(v), 0);
		vt_close(v);
	}
}
END_TEST

Suite *task_screens_suite(void)
{
	Suite *s = suite_create("task_screens");
	TCase *t = tcase_create("task_screens");
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, the_lesson_looks_as_it_did, 0, LESSONS * SIZES);
	tcase_add_test(t, a_click_on_a_lane_goes_to_its_turn);
	suite_add_tcase(s, t);
	return s;
}
