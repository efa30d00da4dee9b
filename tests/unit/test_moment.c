/* The state at each step, forward and backward. */

#include "trace/moment.h"

#include "base/mem.h"
#include "synthetic.h"
#include "trace/checkpoint.h"
#include "trace/store.h"
#include "trace/world.h"
#include "walk.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

START_TEST(going_back_and_jumping_gives_what_walking_gives)
{
	struct trace *t = synthetic_random((unsigned)_i, 2000);
	walk_check(t);
	trace_free(t);
}
END_TEST

/* Checkpoints far more often than is needed. */
START_TEST(every_checkpoint_gives_what_walking_gives)
{
	struct trace *t = synthetic_random(77, 12000);
	struct moment *m = moment_new(t), *other = moment_new(t);
	moment_goto(m, trace_steps(t));
	uint64_t last = checkpoint_last(t->checkpoints);
	ck_assert_uint_gt(last, 0);
	unsigned n = 0;
	for (uint64_t k = last; k > 0; k = checkpoint_find(t->checkpoints, k - 1), n++) {
		moment_goto(m, k + 1);
		checkpoint_restore((struct world *)moment_world(other), k);
		moment_forward(other);
		char *a = walk_dump(m), *b = walk_dump(other);
		ck_assert_str_eq(a, b);
		mem_free(a);
		mem_free(b);
	}
	ck_assert_uint_gt(n, 1);
	moment_free(m);
	moment_free(other);
	trace_free(t);
}
END_TEST

START_TEST(jumps_far_back_need_no_journal_that_long)
{
	struct trace *t = synthetic_random(5, 30000);
	struct moment *m = moment_new(t), *fresh = moment_new(t);
	moment_goto(m, 30000);
	for (uint64_t k = 29999; k > 29000; k--)
		ck_assert(moment_back(m));
	for (uint64_t k = 28000; k > 500; k -= 997) {
		moment_goto(m, k);
		while (moment_step(fresh) < k && moment_forward(fresh))
			;
		if (moment_step(fresh) > k) {
			moment_free(fresh);
			fresh = moment_new(t);
			while (moment_step(fresh) < k)
				moment_forward(fresh);
		}
		char *a = walk_dump(m), *b = walk_dump(fresh);
		ck_assert_str_eq(a, b);
		mem_free(a);
		mem_free(b);
	}
	moment_free(m);
	moment_free(fresh);
	trace_free(t);
}
END_TEST

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare_doubles(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* The cost in microseconds that 99 of 100 do not exceed.  Generous bounds:
 * a loaded machine, builds that check everything. */
START_TEST(a_jump_costs_the_same_anywhere_in_a_long_run)
{
	enum { JUMPS = 1000 };
	struct trace *t = synthetic_generators(1000000, 20);
	struct moment *m = moment_new(t);
	moment_goto(m, trace_steps(t));
	static double cost[JUMPS];
	srand(1);
	for (int i = 0; i < JUMPS; i++) {
		uint64_t k = (uint64_t)rand() % trace_steps(t);
		double start = now();
		moment_goto(m, k);
		cost[i] = now() - start;
	}
	qsort(cost, JUMPS, sizeof *cost, compare_doubles);
	ck_assert_msg(
		cost[JUMPS / 2] < 5000, "half of the jumps take more than %f us", cost[JUMPS / 2]);
	ck_assert_uint_le(checkpoints_size(t->checkpoints), t->log.bytes.len / 2);
	moment_free(m);
	trace_free(t);
}
END_TEST

/* A frame of the generator code of synthetic.c, from its CREATE on. */
START_TEST(a_generator_goes_through_its_states)
{
	struct trace *t = synthetic_generators(20, 1);
	struct moment *m = moment_new(t);
	ck_assert_uint_eq(moment_running(m), FRAME_NONE);
	ck_assert_int_eq(moment_last(m)->kind, EVENT_KIND_COUNT);
	moment_goto(m, 2);
	const struct mframe *g = moment_frame(m, 1), *main_frame = moment_frame(m, 0);
	ck_assert_int_eq(g->state, CORO_CREATED);
	ck_assert_uint_eq(g->entries, 0);
	ck_assert_uint_eq(moment_running(m), 0);
	moment_goto(m, 3);
	g = moment_frame(m, 1);
	ck_assert_int_eq(moment_frame(m, 1)->state, CORO_RUNNING);
	ck_assert_int_eq(moment_frame(m, 0)->state, CORO_WAITING);
	ck_assert_uint_eq(g->entries, 1);
	ck_assert_uint_eq(g->back, 0);
	moment_goto(m, 5);
	g = moment_frame(m, 1);
	ck_assert_int_eq(moment_last(m)->kind, EVENT_YIELD);
	ck_assert_int_eq(g->state, CORO_SUSPENDED);
	ck_assert_int_eq(g->why, SUSPEND_YIELD);
	ck_assert_uint_eq(g->reentry, 1);
	ck_assert_uint_eq(g->back, FRAME_NONE);
	ck_assert_int_eq(moment_frame(m, 0)->state, CORO_RUNNING);
	ck_assert_uint_eq(moment_point_count(m, g->info->code, 1), 0);
	moment_goto(m, 7);
	g = moment_frame(m, 1);
	ck_assert_int_eq(moment_last(m)->kind, EVENT_RESUME);
	ck_assert_int_eq(g->state, CORO_RUNNING);
	ck_assert_uint_eq(g->resumes, 1);
	ck_assert_uint_eq(g->point_resumes[0], 1);
	ck_assert_uint_eq(moment_point_count(m, g->info->code, 1), 1);
	moment_back(m);
	ck_assert_uint_eq(moment_point_count(m, g->info->code, 1), 0);
	ck_assert_ptr_eq(moment_slot(m, main_frame->info->slot), moment_frame(m, 0));
	moment_free(m);
	trace_free(t);
}
END_TEST

START_TEST(a_moment_knows_what_the_last_step_changed)
{
	struct trace *t = synthetic_loop(30);
	struct moment *m = moment_new(t);
	struct rvalue old;
	moment_goto(m, 6);
	ck_assert_int_eq(moment_frame(m, 1)->vars[0].i, 1);
	ck_assert(moment_changed(m, 1, 0, &old));
	ck_assert_int_eq(old.i, 0);
	moment_forward(m);
	ck_assert(!moment_changed(m, 1, 0, &old));
	moment_goto(m, 1);
	moment_goto(m, 21);
	ck_assert(moment_changed(m, 1, 0, &old));
	ck_assert_int_eq(old.i, moment_frame(m, 1)->vars[0].i - 1);
	moment_back(m);
	moment_forward(m);
	ck_assert(moment_changed(m, 1, 0, &old));
	moment_free(m);
	trace_free(t);
}
END_TEST

START_TEST(an_empty_record_has_one_moment)
{
	struct trace *t = trace_new(NULL);
	trace_close(t, TRACE_FINISHED, NULL, 0);
	struct moment *m = moment_new(t);
	ck_assert(!moment_forward(m));
	ck_assert(!moment_back(m));
	moment_goto(m, 12);
	ck_assert_uint_eq(moment_step(m), 0);
	ck_assert_uint_eq(moment_running(m), FRAME_NONE);
	ck_assert_ptr_null(moment_frame(m, 0));
	ck_assert_ptr_null(moment_slot(m, 0));
	ck_assert_ptr_null(moment_object(m, 1));
	moment_free(m);
	trace_free(t);
}
END_TEST

Suite *moment_suite(void)
{
	Suite *s = suite_create("moment");
	TCase *t = tcase_create("moment");
	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, going_back_and_jumping_gives_what_walking_gives, 0, 8);
	tcase_add_test(t, every_checkpoint_gives_what_walking_gives);
	tcase_add_test(t, jumps_far_back_need_no_journal_that_long);
	tcase_add_test(t, a_jump_costs_the_same_anywhere_in_a_long_run);
	tcase_add_test(t, a_generator_goes_through_its_states);
	tcase_add_test(t, a_moment_knows_what_the_last_step_changed);
	tcase_add_test(t, an_empty_record_has_one_moment);
	suite_add_tcase(s, t);
	return s;
}
