/*
 * The claims over true runs: none fails in any program of the tests, and what
 * the ledger works out is what every moment says.  And the claims as a person
 * meets them in the stepper.
 */

#include "base/sbuf.h"
#include "session/view/check.h"
#include "trace/moment.h"
#include "ui/stage/dump.h"
#include "vm/value/frame.h"

#include <check.h>

#include <glob.h>
#include <string.h>

/* Of longer runs the moments are not looked at: every step looks at all frames. */
enum { STEPS_COMPARED = 2000 };

/* On the screen. */

/* Fails unless the screen after the keys says the text. */
static void expect_screen(const char *keys, const char *says)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	struct session *s = session_open("tests/stage/locals.py", NULL, &d, NULL);
	dump_screen(s,
		&(struct dump_options){
			.rows = 24, .cols = 80, .keys = keys, .charset = CHARSET_UTF8 },
		&b);
	ck_assert_msg(strstr(sbuf_cstr(&b), says) != NULL, "%s: no \"%s\" in\n%s", keys, says,
		sbuf_cstr(&b));
	sbuf_fini(&b);
	session_free(s);
}

START_TEST(a_key_shows_the_claims_and_enter_what_proves_them)
{
	expect_screen("V", "─ 12 claims hold, 5 do not apply ─");
	expect_screen("V", "►   - <module> is entered once, at its beginning (step 1)");
	expect_screen("V<Enter>", " step 1/");
	expect_screen("Vj", "►   - counter#1 is entered once, at line ");
	expect_screen("Vj<Enter>", "counter#1 RUNNING");
	expect_screen("Vj<Enter>", "is resumed for the first time");
	expect_screen("Vjj<Right>", "(2 of 3) Right: to the next");
	expect_screen("Vjj<Right><Enter>", "counter#1 is resumed and goes on at ◆1");
	expect_screen("V<Esc>", " step 0/");
}
END_TEST

START_TEST(evidence_of_a_side_brings_it_into_view)
{
	expect_screen("V<Space><Space><Enter>", "/35  n next");
	expect_screen(":claims<Enter>", "─ 12 claims hold, 5 do not apply ─");
	expect_screen("Vjj<Enter>V", "►   - counter#1 is re-entered 3 times");
}
END_TEST

/* What the ledger worked out, and what a moment says: two ways to one truth. */

static bool is_same_state(const struct live *l, const struct mframe *f)
{
	static const enum coro_state states[] = {
		[LIVE_NEW] = CORO_CREATED,
		[LIVE_RUNNING] = CORO_RUNNING,
		[LIVE_WAITING] = CORO_WAITING,
		[LIVE_SUSPENDED] = CORO_SUSPENDED,
		[LIVE_PARKED] = CORO_SUSPENDED,
	};
	return f != NULL && f->state == states[l->state];
}

static void compare_states(const struct ledger *l, const struct moment *m, const char *path)
{
	unsigned long long k = moment_step(m);
	ck_assert_msg(l->running == moment_running(m), "%s, step %llu: frame %u runs, not %u", path,
		k, moment_running(m), l->running);
	for (size_t i = 0; i < l->all.len; i++) {
		const struct live *f = l->all.at[i];
		ck_assert_msg(is_same_state(f, moment_frame(m, f->id)),
			"%s, step %llu: frame %u is in another state", path, k, f->id);
	}
}

static void compare_run(const struct trace *t, const char *path)
{
	struct fact_source *source = facts_of_trace(t);
	struct moment *m = moment_new(t);
	struct ledger l;
	struct fact f;
	ledger_init(&l, source);
	while (source->next(source->self, &f)) {
		ledger_note(&l, &f);
		if (f.kind != FACT_STEP)
			continue;
		moment_forward(m);
		compare_states(&l, m, path);
	}
	ck_assert_uint_eq(moment_step(m), trace_steps(t));
	ledger_fini(&l);
	moment_free(m);
	facts_free(source);
}

/* True runs. */

static glob_t programs;

static void check_that_all_hold(const struct session *s, const char *path)
{
	struct claims *c = check_claims(s);
	struct sbuf text = { 0 };
	claims_tell(c, true, &text, NULL);
	ck_assert_msg(claims_count(c, VERDICT_FAILS) == 0, "%s:\n%s", path, sbuf_cstr(&text));
	sbuf_fini(&text);
	claims_free(c);
}

START_TEST(every_claim_that_applies_holds_and_every_moment_agrees)
{
	const char *path = programs.gl_pathv[_i];
	struct diag d = { 0 };
	struct session *s = session_open(path, NULL, &d, NULL);
	ck_assert_msg(s != NULL, "%s: %s", path, d.message);
	check_that_all_hold(s, path);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (s->side[side].trace != NULL &&
			trace_steps(s->side[side].trace) < STEPS_COMPARED)
			compare_run(s->side[side].trace, path);
	}
	session_free(s);
}
END_TEST

Suite *proofs_suite(void);

Suite *proofs_suite(void)
{
	Suite *s = suite_create("proofs");
	TCase *tc = tcase_create("proofs");
	tcase_add_test(tc, a_key_shows_the_claims_and_enter_what_proves_them);
	tcase_add_test(tc, evidence_of_a_side_brings_it_into_view);
	suite_add_tcase(s, tc);
	if (glob("tests/programs/*/*.py", 0, NULL, &programs) != 0 ||
		glob("scenarios/*.py", GLOB_APPEND, NULL, &programs) != 0)
		return s;
	tcase_add_loop_test(tc, every_claim_that_applies_holds_and_every_moment_agrees, 0,
		(int)programs.gl_pathc);
	return s;
}
