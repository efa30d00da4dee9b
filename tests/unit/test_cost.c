/* What runs cost, counted; and that what is measured was done. */

#include "compare/cost.h"

#include "base/sbuf.h"
#include "compare/measure.h"
#include "session/core/session.h"
#include "vm/value/frame.h"

#include <check.h>

#include <stdarg.h>
#include <string.h>

static struct session *run(const char *source)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("cost.py", source, strlen(source), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

static struct cost cost_of_program(const char *source)
{
	struct session *s = run(source);
	struct cost c = cost_of_trace(s->side[SIDE_COROUTINE].trace);
	ck_assert_uint_eq(c.n[COST_STEPS], trace_steps(s->side[SIDE_COROUTINE].trace));
	session_free(s);
	return c;
}

/* n pairs of a kind and what it must be. */
static void check_costs(struct cost c, int n, ...)
{
	va_list ap;
	va_start(ap, n);
	for (int i = 0; i < n; i++) {
		int kind = va_arg(ap, int), expected = va_arg(ap, int);
		ck_assert_msg(c.n[kind] == (uint64_t)expected, "%s: %llu, not %d",
			cost_infos[kind].name, (unsigned long long)c.n[kind], expected);
	}
	va_end(ap);
}

START_TEST(calls_are_counted_and_nested)
{
	struct cost c = cost_of_program("def f(n):\n    if n:\n        f(n - 1)\nf(4)\nf(1)\n");
	check_costs(c, 6, COST_CALLS, 8, COST_RETURNS, 8, COST_SUSPENSIONS, 0, COST_DEEPEST, 6,
		COST_FRAMES, 6, COST_CLOCK, 0);
}
END_TEST

START_TEST(suspensions_and_resumes_are_counted)
{
	struct cost c = cost_of_program(
		"def g():\n    yield 1\n    yield 2\nfor x in g():\n    pass\n");
	check_costs(c, 6, COST_CALLS, 2, COST_SUSPENSIONS, 2, COST_RESUMES, 2, COST_RETURNS, 2,
		COST_DEEPEST, 2, COST_FRAMES, 2);
}
END_TEST

START_TEST(frames_that_are_suspended_are_there)
{
	struct cost c = cost_of_program(
		"def g():\n    yield 1\na = [g() for i in range(20)]\nfor x in a:\n    next(x)\n");
	check_costs(c, 2, COST_FRAMES, 22, COST_DEEPEST, 2);
	ck_assert_uint_ge(c.n[COST_MEMORY], 21 * sizeof(struct frame));
}
END_TEST

START_TEST(what_ends_by_an_exception_is_told_apart)
{
	struct cost c = cost_of_program(
		"def f():\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError:\n    pass\n");
	check_costs(c, 2, COST_UNWINDS, 1, COST_RETURNS, 1);
}
END_TEST

START_TEST(transfers_are_counted_and_do_not_nest)
{
	struct cost c = cost_of_program(
		"from greenlet import getcurrent, greenlet\ndef f():\n    for i in range(5):\n"
		"        main.switch()\n"
		"main = getcurrent()\ng = greenlet(f)\nfor i in range(5):\n    g.switch()\n");
	check_costs(c, 3, COST_TRANSFERS, 10, COST_DEEPEST, 1, COST_FRAMES, 2);
}
END_TEST

START_TEST(virtual_time_is_the_clock_at_the_end)
{
	struct cost c = cost_of_program("import time\ntime.sleep(1)\ntime.sleep(0.5)\n");
	check_costs(c, 1, COST_CLOCK, 1500000000);
}
END_TEST

START_TEST(both_sides_stand_side_by_side)
{
	struct session *s = run(
		"# %% coroutine\nimport time\ntime.sleep(2.25)\n# %% subroutine\npass\n");
	const struct trace *const trace[SIDE_COUNT] = { s->side[SIDE_COROUTINE].trace,
		s->side[SIDE_SUBROUTINE].trace };
	struct sbuf b = { 0 };
	cost_tell(trace, &b);
	ck_assert_ptr_nonnull(
		strstr(sbuf_cstr(&b), "                           coroutine    subroutine\n"));
	ck_assert_ptr_nonnull(
		strstr(b.text, "  steps                            4             3\n"));
	ck_assert_ptr_nonnull(
		strstr(b.text, "  virtual time               2.250 s       0.000 s\n"));
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

START_TEST(a_limit_is_told)
{
	struct diag d = { 0 };
	static const char source[] = "while True:\n    pass\n";
	struct session *s = session_from_text(
		"cost.py", source, sizeof source - 1, &(struct limits){ .steps = 100 }, &d);
	const struct trace *const trace[SIDE_COUNT] = { s->side[SIDE_COROUTINE].trace };
	struct sbuf b = { 0 };
	cost_tell(trace, &b);
	ck_assert_ptr_nonnull(strstr(
		sbuf_cstr(&b), "A limit ended the coroutine side: these are its costs so far.\n"));
	ck_assert_ptr_null(strstr(b.text, "subroutine"));
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

/* Times are not looked at, but for their order. */
START_TEST(a_measure_does_what_it_measures)
{
	struct measure m = measure((enum measure_kind)_i, 3, 100);
	if (!m.done && _i == MEASURE_THREAD)
		return; /* a machine may forbid to keep threads on a processor */
	ck_assert_msg(m.done, "%s: %s", measure_infos[_i].name, m.why);
	ck_assert(m.low >= 0 && m.low <= m.median && m.median <= m.high);
}
END_TEST

START_TEST(one_run_has_no_spread)
{
	struct measure m = measure(MEASURE_C_CALL, 1, 1000);
	ck_assert(m.done && m.low == m.median &&
		m.median == m.high); /* the same number, not worked out three times */
}
END_TEST

Suite *cost_suite(void);

Suite *cost_suite(void)
{
	Suite *s = suite_create("cost");
	TCase *tc = tcase_create("cost");
	tcase_add_test(tc, calls_are_counted_and_nested);
	tcase_add_test(tc, suspensions_and_resumes_are_counted);
	tcase_add_test(tc, frames_that_are_suspended_are_there);
	tcase_add_test(tc, what_ends_by_an_exception_is_told_apart);
	tcase_add_test(tc, transfers_are_counted_and_do_not_nest);
	tcase_add_test(tc, virtual_time_is_the_clock_at_the_end);
	tcase_add_test(tc, both_sides_stand_side_by_side);
	tcase_add_test(tc, a_limit_is_told);
	tcase_add_loop_test(tc, a_measure_does_what_it_measures, 0, MEASURE_KIND_COUNT);
	tcase_add_test(tc, one_run_has_no_spread);
	suite_add_tcase(s, tc);
	return s;
}
