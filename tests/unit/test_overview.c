/* The run as a whole, for the timeline. */

#include "session/view/overview.h"

#include "base/sbuf.h"

#include <check.h>

#include <string.h>

static struct session *open_text(const char *text)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("overview.py", text, strlen(text), NULL, &d);
	ck_assert_ptr_nonnull(s);
	return s;
}

/* A scenario in which everything happens that a lane can show, n times. */
static struct session *open_busy(int n)
{
	struct sbuf text = { 0 };
	sbuf_printf(&text,
		"def counter(n):\n"
		"    for i in range(n):\n"
		"        yield i\n"
		"def outer(n):\n"
		"    yield from counter(n)\n"
		"def fails(n):\n"
		"    if n == 0:\n"
		"        raise ValueError(n)\n"
		"    fails(n - 1)\n"
		"never = counter(1)\n"
		"for k in range(%d):\n"
		"    for value in outer(k %% 4):\n"
		"        value += 1\n"
		"    try:\n"
		"        fails(k %% 3)\n"
		"    except ValueError:\n"
		"        pass\n",
		n);
	struct session *s = open_text(sbuf_cstr(&text));
	sbuf_fini(&text);
	return s;
}

static const enum view_mark marks[] = { MARK_ENTRY, MARK_UNWIND, MARK_RETURN, MARK_CREATE,
	MARK_TRANSFER, MARK_YIELD, MARK_RESUME };
static const enum view_state states[] = { VIEW_RUNNING, VIEW_SUSPENDED, VIEW_WAITING,
	VIEW_CREATED };

/* The place of x in a list, the end if it is not there. */
#define PLACE(list, x) \
	__extension__({ \
		size_t i_ = 0; \
		while (i_ < sizeof list / sizeof *list && list[i_] != (x)) \
			i_++; \
		i_; \
	})

/* The same by looking at every moment. */
static struct view_lane_cell look(
	const struct session *s, struct moment *m, uint32_t slot, uint64_t from, uint64_t to)
{
	struct view_lane_cell all = { 0 };
	(void)s;
	moment_goto(m, from);
	for (uint64_t k = from; k < to; k++) {
		struct view_lane_cell cell = view_cell(m, slot);
		if (cell.mark != MARK_NONE && PLACE(marks, cell.mark) < PLACE(marks, all.mark))
			all.mark = cell.mark;
		if (PLACE(states, cell.state) < PLACE(states, all.state))
			all.state = cell.state;
		all.error |= cell.error;
		if (!moment_forward(m))
			break;
	}
	return all;
}

static void expect_cells(struct session *s, enum side side, uint64_t stretch)
{
	struct overview *v = overview_new(s, side);
	struct moment *m = moment_new(s->side[side].trace);
	uint64_t steps = session_steps(s, side);
	for (uint32_t slot = 0; slot < view_slots(s, side); slot++) {
		for (uint64_t from = 1; from <= steps; from += stretch) {
			struct view_lane_cell got = overview_cell(v, slot, from, from + stretch),
					      want = look(s, m, slot, from, from + stretch);
			ck_assert_msg(got.mark == want.mark && got.error == want.error,
				"slot %u, steps %llu: mark %d, not %d", slot,
				(unsigned long long)from, got.mark, want.mark);
			if (want.mark == MARK_NONE)
				ck_assert_msg(got.state == want.state,
					"slot %u, steps %llu: state %d, not %d", slot,
					(unsigned long long)from, got.state, want.state);
		}
	}
	moment_free(m);
	overview_free(v);
}

START_TEST(a_stretch_shows_the_strongest_of_its_steps)
{
	static const uint64_t stretches[] = { 1, 2, 3, 7, 16, 50, 1000 };
	struct session *s = open_busy(20);
	ck_assert_uint_gt(session_steps(s, s->in_view), 400);
	expect_cells(s, s->in_view, stretches[_i]);
	session_free(s);
}
END_TEST

START_TEST(peers_are_surveyed_too)
{
	struct session *s = open_text(
		"from greenlet import greenlet\n"
		"def ping():\n"
		"    for i in range(9):\n"
		"        b.switch()\n"
		"def pong():\n"
		"    while True:\n"
		"        a.switch()\n"
		"a = greenlet(ping)\n"
		"b = greenlet(pong)\n"
		"a.switch()\n");
	expect_cells(s, s->in_view, 1);
	expect_cells(s, s->in_view, 5);
	session_free(s);
}
END_TEST

/* Of a run with several scales the stretches of a column are rounded to a
 * power of four. */
START_TEST(a_long_run_is_surveyed_on_its_scale)
{
	struct session *s = open_busy(1500);
	ck_assert_uint_gt(session_steps(s, s->in_view), 20000);
	expect_cells(s, s->in_view, 256);
	expect_cells(s, s->in_view, 1024);
	session_free(s);
}
END_TEST

START_TEST(early_steps_of_a_long_run_are_told_exactly)
{
	struct session *s = open_busy(1500);
	struct overview *v = overview_new(s, s->in_view);
	struct moment *m = moment_new(s->side[s->in_view].trace);
	for (uint64_t k = 1; k < 900; k += 3) {
		for (uint32_t slot = 0; slot < 4; slot++)
			ck_assert_int_eq(overview_cell(v, slot, k, k + 3).mark,
				look(s, m, slot, k, k + 3).mark);
	}
	moment_free(m);
	overview_free(v);
	session_free(s);
}
END_TEST

START_TEST(the_share_is_that_of_the_coroutines)
{
	struct session *s = open_text(
		"def g():\n    a = 1\n    b = 2\n    yield a\nx = 1\ny = 2\nfor v in g():\n"
		"    pass\n");
	struct overview *v = overview_new(s, s->in_view);
	uint64_t steps = session_steps(s, s->in_view);
	uint32_t inner = 0;
	for (uint64_t k = 1; k <= steps; k++) {
		struct step step;
		trace_step(s->side[s->in_view].trace, k, &step);
		bool mine = (trace_frame(s->side[s->in_view].trace, step.frame).code->flags &
				    CODE_GENERATOR) != 0;
		ck_assert_uint_eq(overview_share(v, k, k + 1), mine ? 100 : 0);
		inner += mine;
	}
	ck_assert_uint_eq(overview_share(v, 1, steps + 1), inner * 100 / steps);
	ck_assert_uint_eq(overview_share(v, steps + 1, steps + 9), 0);
	overview_free(v);
	session_free(s);
}
END_TEST

START_TEST(quiet_stretches_are_known)
{
	struct session *s = open_text(
		"n = 0\nwhile n < 40000:\n    n += 1\ndef f():\n    pass\nf()\nwhile n < 60000:\n"
		"    n += 1\n");
	struct overview *v = overview_new(s, s->in_view);
	uint64_t steps = session_steps(s, s->in_view), before = 0;
	for (uint64_t k = 1; k <= steps; k += 1 + k / 9) {
		uint64_t from = overview_quiet_from(v, k);
		ck_assert(from >= 1 && from <= k + 1 && from >= before);
		for (uint64_t i = from; i <= k; i += 1 + (k - from) / 50) {
			struct step step;
			trace_step(s->side[s->in_view].trace, i, &step);
			ck_assert_int_eq(step.kind, EVENT_LINE);
		}
		before = from <= k ? from : before;
	}
	/* Before the call of f all is quiet but for the begin of the program, behind
	 * it but for the call. */
	ck_assert_uint_le(overview_quiet_from(v, 79000), 257);
	ck_assert_uint_le(overview_quiet_from(v, steps - 1000), 81000);
	ck_assert_uint_gt(overview_quiet_from(v, steps - 1000), 79000);
	overview_free(v);
	session_free(s);
}
END_TEST

Suite *overview_suite(void)
{
	Suite *s = suite_create("overview");
	TCase *t = tcase_create("overview");
	tcase_add_loop_test(t, a_stretch_shows_the_strongest_of_its_steps, 0, 7);
	tcase_add_test(t, peers_are_surveyed_too);
	tcase_add_test(t, a_long_run_is_surveyed_on_its_scale);
	tcase_add_test(t, early_steps_of_a_long_run_are_told_exactly);
	tcase_add_test(t, the_share_is_that_of_the_coroutines);
	tcase_add_test(t, quiet_stretches_are_known);
	suite_add_tcase(s, t);
	return s;
}
