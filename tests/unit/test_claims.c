/*
 * The claims.  Each is broken here by a run that never was, told fact by fact,
 * and must be the one that fails, at the step where it was broken.
 */

#include "compare/claims.h"

#include "base/mem.h"
#include "session/view/check.h"
#include "tape.h"

#include <check.h>

#include <stdarg.h>
#include <string.h>

static struct claims *check_ended(struct tape *t, enum trace_end end)
{
	struct claims_input in[SIDE_COUNT] = { [SIDE_COROUTINE] = {
						       .source = tape_source(t, end) } };
	return claims_check(in, (struct difference){ .found = false }, COMPARE_OUTPUT, NULL);
}

/* Ends the module and checks. */
static struct claims *check_tape(struct tape *t)
{
	tape_step(t, EVENT_RETURN, 0, 9);
	return check_ended(t, TRACE_FINISHED);
}

static const struct claim_finding *finding(const struct claims *c, enum claim claim)
{
	for (size_t i = 0; i < c->findings.len; i++) {
		if (c->findings.at[i].claim == claim)
			return &c->findings.at[i];
	}
	ck_abort_msg("no such claim");
}

static bool shows_step(const struct claim_finding *f, uint64_t k)
{
	for (size_t i = 0; i < f->evidence.len; i++) {
		const struct step_list *l = &f->evidence.at[i].steps;
		for (uint64_t j = 0; j < l->n && j < STEP_LIST_KEPT; j++) {
			if (l->at[j] == k)
				return true;
		}
	}
	return false;
}

static char *text_of(const struct claims *c)
{
	struct sbuf b = { 0 };
	claims_tell(c, false, &b, NULL);
	return sbuf_take(&b);
}

/* Fails unless just the claims in the list fail, and all show the step. */
static void expect_failing(struct claims *c, uint64_t k, int n, ...)
{
	bool wanted[CLAIM_COUNT] = { 0 };
	char *text = text_of(c);
	va_list ap;
	va_start(ap, n);
	for (int i = 0; i < n; i++)
		wanted[va_arg(ap, int)] = true;
	va_end(ap);
	for (int i = 0; i < CLAIM_COUNT; i++) {
		const struct claim_finding *f = finding(c, (enum claim)i);
		ck_assert_msg((f->verdict == VERDICT_FAILS) == wanted[i], "%s %s:\n%s",
			claim_info((enum claim)i).name, claim_verdict_word(f->verdict), text);
		ck_assert_msg(!wanted[i] || shows_step(f, k), "%s does not show step %llu:\n%s",
			claim_info((enum claim)i).name, (unsigned long long)k, text);
	}
	mem_free(text);
	claims_free(c);
}

static void expect_text(struct claims *c, const char *what)
{
	char *text = text_of(c);
	ck_assert_msg(strstr(text, what) != NULL, "no \"%s\" in\n%s", what, text);
	mem_free(text);
	claims_free(c);
}

/* Pieces of runs. */

/* A call of next from the frame that runs, and its return: four steps. */
static uint32_t calls_next(struct tape *t)
{
	uint32_t id = t->frames;
	tape_born(t, NEXT);
	tape_sets(t, id, 0, (struct rvalue){ .kind = R_NONE });
	tape_step(t, EVENT_CALL, id, 30);
	tape_step(t, EVENT_LINE, id, 31);
	tape_sets(t, id, 1, rvalue_int(0));
	tape_step(t, EVENT_LINE, id, 32);
	tape_step(t, EVENT_RETURN, id, 32);
	return id;
}

/* counter is made and entered, and gives way at line 12: four steps. */
static uint32_t enters_counter(struct tape *t)
{
	uint32_t id = t->frames;
	tape_born(t, COUNTER);
	tape_sets(t, id, 0, rvalue_int(3));
	tape_step(t, EVENT_CREATE, id, 10);
	tape_step(t, EVENT_CALL, id, 10);
	tape_sets(t, id, 1, rvalue_int(0));
	tape_step(t, EVENT_LINE, id, 12);
	tape_step(t, EVENT_YIELD, id, 12);
	return id;
}

START_TEST(a_right_run_breaks_no_claim)
{
	struct tape t;
	tape_begin(&t);
	calls_next(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_LINE, 0, 5);
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_YIELD, c, 12);
	calls_next(&t);
	expect_failing(check_tape(&t), 0, 0);
}
END_TEST

START_TEST(a_claim_without_anything_to_show_it_does_not_apply)
{
	static const enum claim none[] = { CLAIM_RE_ENTRY, CLAIM_PRESERVED_LOCALS,
		CLAIM_LOST_LOCALS, CLAIM_CALLER_SUSPENDED, CLAIM_PEERS, CLAIM_SAME_RESULT };
	struct tape t;
	tape_begin(&t);
	tape_step(&t, EVENT_LINE, 0, 1);
	struct claims *c = check_tape(&t);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		ck_assert_int_eq(finding(c, none[i])->verdict, VERDICT_DOES_NOT_APPLY);
		ck_assert_uint_gt(finding(c, none[i])->why.len, 0);
	}
	ck_assert_uint_eq(claims_count(c, VERDICT_HOLDS), CLAIM_COUNT - sizeof none / sizeof *none);
	claims_free(c);
}
END_TEST

/* Single entry. */

START_TEST(a_subroutine_that_is_entered_twice_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 3, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

START_TEST(a_subroutine_with_two_entries_is_caught)
{
	struct tape t;
	tape_begin(&t);
	calls_next(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 2, 31);
	tape_step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 6, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

START_TEST(a_subroutine_that_is_suspended_and_re_entered_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_step(&t, EVENT_YIELD, 1, 31);
	tape_step(&t, EVENT_RESUME, 1, 31);
	tape_step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 4, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

/* Re-entry. */

START_TEST(a_re_entry_at_a_place_never_left_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_RESUME, c, 14);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 6, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_re_entry_of_what_was_not_suspended_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 7, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_coroutine_that_is_entered_anew_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_CALL, c, 10);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 6, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_re_entry_before_the_entry_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, COUNTER);
	tape_step(&t, EVENT_CREATE, 1, 10);
	tape_step(&t, EVENT_RESUME, 1, 12);
	tape_step(&t, EVENT_RETURN, 1, 14);
	expect_failing(check_tape(&t), 3, 1, CLAIM_RE_ENTRY);
}
END_TEST

/* Preserved locals. */

START_TEST(a_local_that_changes_while_suspended_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_LINE, 0, 5);
	tape_sets(&t, c, 1, rvalue_int(7));
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 7, 1, CLAIM_PRESERVED_LOCALS);
}
END_TEST

START_TEST(both_steps_and_the_variable_are_named)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_sets(&t, c, 1, rvalue_int(7));
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_text(check_tape(&t), "n of counter#1 changed while it was suspended (steps 5, 6)");
}
END_TEST

START_TEST(a_local_of_a_peer_that_changes_while_away_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_transfer(&t, 0, 1);
	tape_born(&t, PING);
	tape_step(&t, EVENT_CALL, 1, 40);
	tape_transfer(&t, 1, 0);
	tape_sets(&t, 1, 0, rvalue_int(7));
	tape_step(&t, EVENT_LINE, 1, 41);
	tape_step(&t, EVENT_RETURN, 1, 41);
	expect_failing(check_tape(&t), 5, 2, CLAIM_PRESERVED_LOCALS, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(what_others_change_in_a_shared_object_is_named_and_allowed)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = t.frames;
	tape_born(&t, COUNTER);
	tape_sets(&t, c, 0, rvalue_object(5));
	tape_step(&t, EVENT_CALL, c, 10);
	tape_step(&t, EVENT_YIELD, c, 12);
	tape_touches(&t, 5);
	tape_step(&t, EVENT_LINE, 0, 5);
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_text(check_tape(&t),
		"others changed what limit of counter#1 refers to, while it was suspended "
		"(step 4)");
}
END_TEST

START_TEST(a_frame_that_went_on_untold_may_have_set_its_locals)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_sets(&t, c, 1, rvalue_int(7));
	tape_silent(&t, EVENT_LINE, c, 13);
	tape_step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 0, 0);
}
END_TEST

/* Lost locals. */

START_TEST(a_subroutine_that_is_seen_after_its_return_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t f = calls_next(&t);
	tape_step(&t, EVENT_LINE, f, 32);
	expect_failing(
		check_tape(&t), 6, 3, CLAIM_LOST_LOCALS, CLAIM_NEVER_OVERLAPPED, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(a_call_that_finds_a_local_of_the_last_one_is_caught)
{
	struct tape t;
	tape_begin(&t);
	calls_next(&t);
	tape_born(&t, NEXT);
	tape_sets(&t, 2, 1, rvalue_int(7));
	tape_step(&t, EVENT_CALL, 2, 30);
	tape_step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 6, 1, CLAIM_LOST_LOCALS);
}
END_TEST

/* Caller suspended. */

START_TEST(a_caller_that_steps_between_call_and_return_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_step(&t, EVENT_LINE, 0, 5);
	tape_step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 3, 2, CLAIM_CALLER_SUSPENDED, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_caller_that_returns_before_its_callee_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 2, 30);
	tape_step(&t, EVENT_RETURN, 1, 32);
	tape_step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 4, 2, CLAIM_CALLER_SUSPENDED, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

/* Peers. */

START_TEST(a_peer_below_another_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_transfer(&t, 0, 1);
	tape_born(&t, PING);
	tape_step(&t, EVENT_CALL, 1, 40);
	t.greenlet = 2;
	tape_born(&t, PONG);
	tape_step(&t, EVENT_CALL, 2, 50);
	tape_step(&t, EVENT_RETURN, 2, 51);
	tape_step(&t, EVENT_RETURN, 1, 41);
	tape_transfer(&t, 1, 0);
	expect_failing(check_tape(&t), 4, 1, CLAIM_PEERS);
}
END_TEST

START_TEST(peers_that_switch_break_no_claim)
{
	struct tape t;
	tape_begin(&t);
	tape_transfer(&t, 0, 1);
	tape_born(&t, PING);
	tape_step(&t, EVENT_CALL, 1, 40);
	tape_transfer(&t, 1, 2);
	tape_born(&t, PONG);
	tape_step(&t, EVENT_CALL, 2, 50);
	tape_transfer(&t, 2, 1);
	tape_step(&t, EVENT_LINE, 1, 41);
	tape_step(&t, EVENT_RETURN, 1, 41);
	tape_transfer(&t, 1, 0);
	struct claims *c = check_tape(&t);
	ck_assert_int_eq(finding(c, CLAIM_PEERS)->verdict, VERDICT_HOLDS);
	ck_assert(shows_step(finding(c, CLAIM_RE_ENTRY), 6));
	expect_failing(c, 0, 0);
}
END_TEST

START_TEST(what_a_peer_is_given_as_it_goes_on_is_named)
{
	struct tape t;
	tape_begin(&t);
	tape_transfer(&t, 0, 1);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	tape_transfer(&t, 1, 0);
	tape_transfer(&t, 0, 1);
	tape_sets(&t, 1, 1, rvalue_int(3));
	tape_step(&t, EVENT_LINE, 1, 32);
	tape_sets(&t, 1, 0, rvalue_int(3));
	tape_step(&t, EVENT_RETURN, 1, 32);
	tape_transfer(&t, 1, 0);
	struct claims *c = check_tape(&t);
	ck_assert_uint_eq(claims_count(c, VERDICT_FAILS), 0);
	expect_text(c, "next#1 goes on 1 time after a transfer; only n is new (step 5)");
}
END_TEST

/* Never overlapped. */

START_TEST(two_frames_that_run_at_once_are_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_LINE, c, 13);
	tape_step(&t, EVENT_YIELD, c, 12);
	expect_failing(check_tape(&t), 6, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_step_of_a_frame_that_nobody_entered_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, COUNTER);
	tape_step(&t, EVENT_CREATE, 1, 10);
	tape_step(&t, EVENT_LINE, 1, 12);
	tape_step(&t, EVENT_YIELD, 1, 12);
	expect_failing(check_tape(&t), 3, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_step_of_a_frame_that_was_never_made_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_step(&t, EVENT_LINE, 17, 12);
	expect_failing(check_tape(&t), 2, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

/* Both return. */

START_TEST(a_missing_return_is_caught)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	struct claims *c = check_ended(&t, TRACE_FINISHED);
	expect_failing(c, 2, 1, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(a_coroutine_that_goes_on_after_its_end_is_caught)
{
	struct tape t;
	tape_begin(&t);
	uint32_t c = enters_counter(&t);
	tape_step(&t, EVENT_RESUME, c, 12);
	tape_step(&t, EVENT_RETURN, c, 14);
	tape_step(&t, EVENT_RESUME, c, 12);
	expect_failing(check_tape(&t), 8, 1, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(the_ends_of_frames_are_told_apart)
{
	static const char *const told[] = {
		"3 frames end by a return (steps 5, 21, 26)",
		"1 frame ends by an exception (step 17)",
		"1 frame is closed (step 11)",
		"counter#3 is still suspended at the end, at ◆1, line 12 (step 25)",
	};
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		struct tape t;
		tape_begin(&t);
		calls_next(&t);
		uint32_t c = enters_counter(&t);
		tape_step(&t, EVENT_RESUME, c, 12);
		tape_step(&t, EVENT_UNWIND, c, 12);
		t.fact[t.n - 1].step.value = rvalue_int(1);
		c = enters_counter(&t);
		tape_step(&t, EVENT_RESUME, c, 12);
		tape_step(&t, EVENT_UNWIND, c, 12);
		t.fact[t.n - 1].step.value = rvalue_int(2);
		calls_next(&t);
		enters_counter(&t);
		expect_text(check_tape(&t), told[i]);
	}
}
END_TEST

START_TEST(a_run_that_a_limit_ended_is_not_blamed)
{
	struct tape t;
	tape_begin(&t);
	tape_born(&t, NEXT);
	tape_step(&t, EVENT_CALL, 1, 30);
	struct claims *c = check_ended(&t, TRACE_LIMIT);
	ck_assert_int_eq(finding(c, CLAIM_BOTH_RETURN)->verdict, VERDICT_DOES_NOT_APPLY);
	ck_assert_str_eq(finding(c, CLAIM_BOTH_RETURN)->why.text,
		"a limit ended the run while 2 frames had no chance to return");
	expect_text(c, "The coroutine side: 2 steps; a limit ended it: what holds, holds so far");
}
END_TEST

START_TEST(a_deadlock_is_not_blamed)
{
	struct tape t;
	tape_begin(&t);
	enters_counter(&t);
	expect_text(check_ended(&t, TRACE_DEADLOCK),
		"both return does not apply: a deadlock ended the run while 1 frame had no chance "
		"to return");
}
END_TEST

/* Same result. */

/* A run that prints the lines of text, one a step. */
struct printing {
	struct tape tape;
	struct output_line lines[10];
	struct pairing_run run;
};

static void prints(struct printing *p, const char *text)
{
	tape_begin(&p->tape);
	p->run = (struct pairing_run){ .lines = p->lines, .output = text };
	for (size_t at = 0; text[at] != '\0'; at++) {
		size_t len = strcspn(text + at, "\n");
		tape_step(&p->tape, EVENT_LINE, 0, 5);
		p->lines[p->run.nlines++] =
			(struct output_line){ .step = p->tape.k, .at = at, .len = len };
		at += len;
	}
	tape_step(&p->tape, EVENT_RETURN, 0, 9);
	p->run.steps = p->tape.k;
}

static struct claims *check_outputs(
	const char *left, const char *right, enum compare_mode mode, enum trace_end end)
{
	static struct printing p[SIDE_COUNT];
	struct claims_input in[SIDE_COUNT];
	prints(&p[0], left);
	prints(&p[1], right);
	for (int s = 0; s < SIDE_COUNT; s++) {
		in[s] = (struct claims_input){ tape_source(&p[s].tape, end), &p[s].run };
	}
	struct pairing *pairs = pairing_new(&p[0].run, &p[1].run, mode);
	struct claims *c = claims_check(in, pairing_difference(pairs), mode, NULL);
	pairing_free(pairs);
	return c;
}

START_TEST(outputs_that_differ_are_caught_with_both_lines)
{
	struct claims *c = check_outputs("a\nb\nc\n", "a\nx\nc\n", COMPARE_OUTPUT, TRACE_FINISHED);
	const struct claim_finding *f = finding(c, CLAIM_SAME_RESULT);
	ck_assert_int_eq(f->verdict, VERDICT_FAILS);
	ck_assert_uint_eq(f->evidence.len, 2);
	ck_assert_str_eq(f->evidence.at[0].text, "the coroutine side prints as its line 2: b");
	ck_assert_int_eq(f->evidence.at[1].side, SIDE_SUBROUTINE);
	ck_assert_uint_eq(f->evidence.at[1].steps.at[0], 3);
	expect_text(c, "the subroutine side prints as its line 2: x (step 3)");
}
END_TEST

START_TEST(an_output_that_is_shorter_is_caught)
{
	expect_text(check_outputs("a\nb\n", "a\n", COMPARE_OUTPUT, TRACE_FINISHED),
		"same result FAILS");
}
END_TEST

START_TEST(an_output_that_a_limit_cut_short_is_not_blamed)
{
	expect_text(check_outputs("a\nb\n", "a\n", COMPARE_OUTPUT, TRACE_LIMIT),
		"same result does not apply: a limit ended a run before it had printed all");
}
END_TEST

START_TEST(an_output_that_differed_before_the_limit_is_caught)
{
	expect_text(
		check_outputs("a\nb\n", "x\n", COMPARE_OUTPUT, TRACE_LIMIT), "same result FAILS");
}
END_TEST

START_TEST(outputs_that_agree_as_asked_for_are_the_same)
{
	expect_text(check_outputs("a\nb\n", "b\na\n", COMPARE_LINES, TRACE_FINISHED),
		"both print the same 2 lines, in any order");
	expect_text(check_outputs("a\nb\n", "b\n", COMPARE_RESULT, TRACE_FINISHED),
		"both print the same last line");
	expect_text(check_outputs("a\nb\n", "b\n", COMPARE_NONE, TRACE_FINISHED),
		"same result does not apply: the scenario says that they need not");
}
END_TEST

/* Words. */

START_TEST(a_summary_names_what_fails)
{
	struct tape t;
	struct sbuf b = { 0 };
	tape_begin(&t);
	uint32_t f = enters_counter(&t);
	tape_sets(&t, f, 1, rvalue_int(7));
	tape_step(&t, EVENT_RESUME, f, 12);
	tape_step(&t, EVENT_RETURN, f, 14);
	struct claims *c = check_tape(&t);
	claims_say_summary(c, &b);
	ck_assert_str_eq(sbuf_cstr(&b),
		"1 claim FAILS: preserved locals (coroutine side); 5 hold, 3 do not apply");
	ck_assert_int_eq(check_exit_status(c), 1);
	sbuf_fini(&b);
	claims_free(c);
}
END_TEST

START_TEST(what_is_left_out_is_counted)
{
	struct tape t;
	tape_begin(&t);
	for (int i = 0; i < 10; i++)
		enters_counter(&t);
	expect_text(check_tape(&t), "so it is with 4 more frames: 0 re-entries");
}
END_TEST

START_TEST(a_claim_that_is_broken_often_says_how_often)
{
	struct tape t;
	tape_begin(&t);
	for (int i = 0; i < 20; i++)
		tape_step(&t, EVENT_LINE, 17, 12);
	expect_text(check_tape(&t), "and it is broken 14 more times");
}
END_TEST

Suite *claims_suite(void);

Suite *claims_suite(void)
{
	Suite *s = suite_create("claims");
	TCase *tc = tcase_create("claims");
	tcase_add_test(tc, a_right_run_breaks_no_claim);
	tcase_add_test(tc, a_claim_without_anything_to_show_it_does_not_apply);
	tcase_add_test(tc, a_subroutine_that_is_entered_twice_is_caught);
	tcase_add_test(tc, a_subroutine_with_two_entries_is_caught);
	tcase_add_test(tc, a_subroutine_that_is_suspended_and_re_entered_is_caught);
	tcase_add_test(tc, a_re_entry_at_a_place_never_left_is_caught);
	tcase_add_test(tc, a_re_entry_of_what_was_not_suspended_is_caught);
	tcase_add_test(tc, a_coroutine_that_is_entered_anew_is_caught);
	tcase_add_test(tc, a_re_entry_before_the_entry_is_caught);
	tcase_add_test(tc, a_local_that_changes_while_suspended_is_caught);
	tcase_add_test(tc, both_steps_and_the_variable_are_named);
	tcase_add_test(tc, a_local_of_a_peer_that_changes_while_away_is_caught);
	tcase_add_test(tc, what_others_change_in_a_shared_object_is_named_and_allowed);
	tcase_add_test(tc, a_frame_that_went_on_untold_may_have_set_its_locals);
	tcase_add_test(tc, a_subroutine_that_is_seen_after_its_return_is_caught);
	tcase_add_test(tc, a_call_that_finds_a_local_of_the_last_one_is_caught);
	tcase_add_test(tc, a_caller_that_steps_between_call_and_return_is_caught);
	tcase_add_test(tc, a_caller_that_returns_before_its_callee_is_caught);
	tcase_add_test(tc, a_peer_below_another_is_caught);
	tcase_add_test(tc, peers_that_switch_break_no_claim);
	tcase_add_test(tc, what_a_peer_is_given_as_it_goes_on_is_named);
	tcase_add_test(tc, two_frames_that_run_at_once_are_caught);
	tcase_add_test(tc, a_step_of_a_frame_that_nobody_entered_is_caught);
	tcase_add_test(tc, a_step_of_a_frame_that_was_never_made_is_caught);
	tcase_add_test(tc, a_missing_return_is_caught);
	tcase_add_test(tc, a_coroutine_that_goes_on_after_its_end_is_caught);
	tcase_add_test(tc, the_ends_of_frames_are_told_apart);
	tcase_add_test(tc, a_run_that_a_limit_ended_is_not_blamed);
	tcase_add_test(tc, a_deadlock_is_not_blamed);
	tcase_add_test(tc, outputs_that_differ_are_caught_with_both_lines);
	tcase_add_test(tc, an_output_that_is_shorter_is_caught);
	tcase_add_test(tc, an_output_that_a_limit_cut_short_is_not_blamed);
	tcase_add_test(tc, an_output_that_differed_before_the_limit_is_caught);
	tcase_add_test(tc, outputs_that_agree_as_asked_for_are_the_same);
	tcase_add_test(tc, a_summary_names_what_fails);
	tcase_add_test(tc, what_is_left_out_is_counted);
	tcase_add_test(tc, a_claim_that_is_broken_often_says_how_often);
	suite_add_tcase(s, tc);
	return s;
}
