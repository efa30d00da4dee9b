/*
 * The claims.  Each is broken here by a run that never was, told fact by fact,
 * and must be the one that fails, at the step where it was broken.
 */

#include "compare/claims.h"

#include "base/mem.h"
#include "session/prove.h"
#include "trace/log.h"
#include "ui/dump.h"

#include <check.h>

#include <glob.h>
#include <stdarg.h>
#include <string.h>

/* The made programs: a module, a subroutine with a parameter and a local, a
 * generator with one re-entry point and two variables, two peers. */
enum { MAIN, NEXT, COUNTER, PING, PONG, CODES };

static struct var next_vars[] = { { "self", VAR_PARAM, false }, { "n", VAR_LOCAL, false } };
static struct var counter_vars[] = { { "limit", VAR_PARAM, false }, { "n", VAR_LOCAL, false } };

static const struct code codes[CODES] = {
	[MAIN] = { .name = "<module>", .flags = CODE_MODULE },
	[NEXT] = { .name = "next", .npos = 1, .vars = next_vars, .nvars = 2, .first_line = 30 },
	[COUNTER] = { .name = "counter", .flags = CODE_GENERATOR, .npos = 1, .vars = counter_vars, .nvars = 2, .nreentries = 2, .first_line = 10 },
	[PING] = { .name = "ping", .first_line = 40 },
	[PONG] = { .name = "pong", .first_line = 50 },
};

enum { FACTS = 200, FRAMES = 20 };

struct tape {
	struct fact fact[FACTS];
	struct frame_info frame[FRAMES];
	size_t n, at;
	uint32_t frames, greenlet;
	uint64_t k;
	struct fact_source source;
};

static void put(struct tape *t, struct fact f)
{
	ck_assert_uint_lt(t->n, FACTS);
	t->fact[t->n++] = f;
}

static void born(struct tape *t, int code)
{
	uint32_t nth = 1;
	for (uint32_t i = 0; i < t->frames; i++)
		nth += t->frame[i].code == &codes[code];
	t->frame[t->frames] = (struct frame_info){ .code = &codes[code], .nth = nth, .greenlet = t->greenlet };
	put(t, (struct fact){ .kind = FACT_BIRTH, .k = t->k + 1, .frame = t->frames++ });
}

static void step(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line)
{
	put(t, (struct fact){ .kind = FACT_STEP, .k = ++t->k, .frame = frame, .step = { .kind = kind, .frame = frame, .line = line }, .point = 1 });
}

static void silent(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line)
{
	step(t, kind, frame, line);
	t->fact[t->n - 1].step.silent = true;
}

static void transfer(struct tape *t, uint32_t from, uint32_t to)
{
	put(t, (struct fact){ .kind = FACT_STEP, .k = ++t->k, .frame = FRAME_NONE, .step = { .kind = EVENT_TRANSFER, .frame = FRAME_NONE, .from = from, .to = to } });
	t->greenlet = to;
}

static void sets(struct tape *t, uint32_t frame, uint32_t var, struct rvalue v)
{
	put(t, (struct fact){ .kind = FACT_VAR, .k = t->k + 1, .frame = frame, .index = var, .value = v });
}

static void touches(struct tape *t, uint64_t object)
{
	put(t, (struct fact){ .kind = FACT_TOUCH, .k = t->k + 1, .frame = FRAME_NONE, .object = object });
}

static bool next_fact(void *self, struct fact *f)
{
	struct tape *t = self;
	if (t->at == t->n)
		return false;
	*f = t->fact[t->at++];
	return true;
}

static struct frame_info frame_of(void *self, uint32_t id)
{
	const struct tape *t = self;
	ck_assert_uint_lt(id, t->frames);
	return t->frame[id];
}

/* The exceptions on the tapes are ints: 1 is GeneratorExit. */
static const char *exception_of(void *self, struct rvalue v)
{
	(void)self;
	return v.kind != R_INT ? NULL : v.i == 1 ? "GeneratorExit" : "ValueError";
}

/* A tape whose module, frame 0, was entered: step 1. */
static void begin(struct tape *t)
{
	memset(t, 0, sizeof *t);
	born(t, MAIN);
	step(t, EVENT_CALL, 0, 0);
}

static struct claims *check_ended(struct tape *t, enum trace_end end)
{
	t->source = (struct fact_source){ .self = t, .next = next_fact, .frame = frame_of, .exception = exception_of, .steps = t->k, .end = end };
	struct claims_input in[SIDE_COUNT] = { [SIDE_COROUTINE] = { .source = &t->source } };
	return claims_check(in, (struct difference){ .found = false }, COMPARE_OUTPUT);
}

/* Ends the module and checks. */
static struct claims *check_tape(struct tape *t)
{
	step(t, EVENT_RETURN, 0, 9);
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
	struct sbuf b = {0};
	claims_tell(c, false, &b, NULL);
	return sbuf_take(&b);
}

/* Fails unless just the claims in the list fail, and all show the step. */
static void expect_failing(struct claims *c, uint64_t k, int n, ...)
{
	bool wanted[CLAIM_COUNT] = {0};
	char *text = text_of(c);
	va_list ap;
	va_start(ap, n);
	for (int i = 0; i < n; i++)
		wanted[va_arg(ap, int)] = true;
	va_end(ap);
	for (int i = 0; i < CLAIM_COUNT; i++) {
		const struct claim_finding *f = finding(c, (enum claim)i);
		ck_assert_msg((f->verdict == VERDICT_FAILS) == wanted[i], "%s %s:\n%s", claim_infos[i].name, claim_verdict_word(f->verdict), text);
		ck_assert_msg(!wanted[i] || shows_step(f, k), "%s does not show step %llu:\n%s", claim_infos[i].name, (unsigned long long)k, text);
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
	born(t, NEXT);
	sets(t, id, 0, (struct rvalue){ .kind = R_NONE });
	step(t, EVENT_CALL, id, 30);
	step(t, EVENT_LINE, id, 31);
	sets(t, id, 1, rvalue_int(0));
	step(t, EVENT_LINE, id, 32);
	step(t, EVENT_RETURN, id, 32);
	return id;
}

/* counter is made and entered, and gives way at line 12: four steps. */
static uint32_t enters_counter(struct tape *t)
{
	uint32_t id = t->frames;
	born(t, COUNTER);
	sets(t, id, 0, rvalue_int(3));
	step(t, EVENT_CREATE, id, 10);
	step(t, EVENT_CALL, id, 10);
	sets(t, id, 1, rvalue_int(0));
	step(t, EVENT_LINE, id, 12);
	step(t, EVENT_YIELD, id, 12);
	return id;
}

START_TEST(a_right_run_breaks_no_claim)
{
	struct tape t;
	begin(&t);
	calls_next(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_LINE, 0, 5);
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_YIELD, c, 12);
	calls_next(&t);
	expect_failing(check_tape(&t), 0, 0);
}
END_TEST

START_TEST(a_claim_without_anything_to_show_it_does_not_apply)
{
	static const enum claim none[] = { CLAIM_RE_ENTRY, CLAIM_PRESERVED_LOCALS, CLAIM_LOST_LOCALS, CLAIM_CALLER_SUSPENDED, CLAIM_PEERS, CLAIM_SAME_RESULT };
	struct tape t;
	begin(&t);
	step(&t, EVENT_LINE, 0, 1);
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
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	step(&t, EVENT_CALL, 1, 30);
	step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 3, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

START_TEST(a_subroutine_with_two_entries_is_caught)
{
	struct tape t;
	begin(&t);
	calls_next(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 2, 31);
	step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 6, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

START_TEST(a_subroutine_that_is_suspended_and_re_entered_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	step(&t, EVENT_YIELD, 1, 31);
	step(&t, EVENT_RESUME, 1, 31);
	step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 4, 1, CLAIM_SINGLE_ENTRY);
}
END_TEST

/* Re-entry. */

START_TEST(a_re_entry_at_a_place_never_left_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_RESUME, c, 14);
	step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 6, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_re_entry_of_what_was_not_suspended_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 7, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_coroutine_that_is_entered_anew_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_CALL, c, 10);
	step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 6, 1, CLAIM_RE_ENTRY);
}
END_TEST

START_TEST(a_re_entry_before_the_entry_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, COUNTER);
	step(&t, EVENT_CREATE, 1, 10);
	step(&t, EVENT_RESUME, 1, 12);
	step(&t, EVENT_RETURN, 1, 14);
	expect_failing(check_tape(&t), 3, 1, CLAIM_RE_ENTRY);
}
END_TEST

/* Preserved locals. */

START_TEST(a_local_that_changes_while_suspended_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_LINE, 0, 5);
	sets(&t, c, 1, rvalue_int(7));
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 7, 1, CLAIM_PRESERVED_LOCALS);
}
END_TEST

START_TEST(both_steps_and_the_variable_are_named)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	sets(&t, c, 1, rvalue_int(7));
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RETURN, c, 14);
	expect_text(check_tape(&t), "n of counter#1 changed while it was suspended (steps 5, 6)");
}
END_TEST

START_TEST(a_local_of_a_peer_that_changes_while_away_is_caught)
{
	struct tape t;
	begin(&t);
	transfer(&t, 0, 1);
	born(&t, PING);
	step(&t, EVENT_CALL, 1, 40);
	transfer(&t, 1, 0);
	sets(&t, 1, 0, rvalue_int(7));
	step(&t, EVENT_LINE, 1, 41);
	step(&t, EVENT_RETURN, 1, 41);
	expect_failing(check_tape(&t), 5, 2, CLAIM_PRESERVED_LOCALS, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(what_others_change_in_a_shared_object_is_named_and_allowed)
{
	struct tape t;
	begin(&t);
	uint32_t c = t.frames;
	born(&t, COUNTER);
	sets(&t, c, 0, rvalue_object(5));
	step(&t, EVENT_CALL, c, 10);
	step(&t, EVENT_YIELD, c, 12);
	touches(&t, 5);
	step(&t, EVENT_LINE, 0, 5);
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RETURN, c, 14);
	expect_text(check_tape(&t), "others changed what limit of counter#1 refers to, while it was suspended (step 4)");
}
END_TEST

START_TEST(a_frame_that_went_on_untold_may_have_set_its_locals)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	sets(&t, c, 1, rvalue_int(7));
	silent(&t, EVENT_LINE, c, 13);
	step(&t, EVENT_RETURN, c, 14);
	expect_failing(check_tape(&t), 0, 0);
}
END_TEST

/* Lost locals. */

START_TEST(a_subroutine_that_is_seen_after_its_return_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t f = calls_next(&t);
	step(&t, EVENT_LINE, f, 32);
	expect_failing(check_tape(&t), 6, 3, CLAIM_LOST_LOCALS, CLAIM_NEVER_OVERLAPPED, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(a_call_that_finds_a_local_of_the_last_one_is_caught)
{
	struct tape t;
	begin(&t);
	calls_next(&t);
	born(&t, NEXT);
	sets(&t, 2, 1, rvalue_int(7));
	step(&t, EVENT_CALL, 2, 30);
	step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 6, 1, CLAIM_LOST_LOCALS);
}
END_TEST

/* Caller suspended. */

START_TEST(a_caller_that_steps_between_call_and_return_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	step(&t, EVENT_LINE, 0, 5);
	step(&t, EVENT_RETURN, 1, 32);
	expect_failing(check_tape(&t), 3, 2, CLAIM_CALLER_SUSPENDED, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_caller_that_returns_before_its_callee_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 2, 30);
	step(&t, EVENT_RETURN, 1, 32);
	step(&t, EVENT_RETURN, 2, 32);
	expect_failing(check_tape(&t), 4, 2, CLAIM_CALLER_SUSPENDED, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

/* Peers. */

START_TEST(a_peer_below_another_is_caught)
{
	struct tape t;
	begin(&t);
	transfer(&t, 0, 1);
	born(&t, PING);
	step(&t, EVENT_CALL, 1, 40);
	t.greenlet = 2;
	born(&t, PONG);
	step(&t, EVENT_CALL, 2, 50);
	step(&t, EVENT_RETURN, 2, 51);
	step(&t, EVENT_RETURN, 1, 41);
	transfer(&t, 1, 0);
	expect_failing(check_tape(&t), 4, 1, CLAIM_PEERS);
}
END_TEST

START_TEST(peers_that_switch_break_no_claim)
{
	struct tape t;
	begin(&t);
	transfer(&t, 0, 1);
	born(&t, PING);
	step(&t, EVENT_CALL, 1, 40);
	transfer(&t, 1, 2);
	born(&t, PONG);
	step(&t, EVENT_CALL, 2, 50);
	transfer(&t, 2, 1);
	step(&t, EVENT_LINE, 1, 41);
	step(&t, EVENT_RETURN, 1, 41);
	transfer(&t, 1, 0);
	struct claims *c = check_tape(&t);
	ck_assert_int_eq(finding(c, CLAIM_PEERS)->verdict, VERDICT_HOLDS);
	ck_assert(shows_step(finding(c, CLAIM_RE_ENTRY), 6));
	expect_failing(c, 0, 0);
}
END_TEST

/* Never overlapped. */

START_TEST(two_frames_that_run_at_once_are_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_LINE, c, 13);
	step(&t, EVENT_YIELD, c, 12);
	expect_failing(check_tape(&t), 6, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_step_of_a_frame_that_nobody_entered_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, COUNTER);
	step(&t, EVENT_CREATE, 1, 10);
	step(&t, EVENT_LINE, 1, 12);
	step(&t, EVENT_YIELD, 1, 12);
	expect_failing(check_tape(&t), 3, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

START_TEST(a_step_of_a_frame_that_was_never_made_is_caught)
{
	struct tape t;
	begin(&t);
	step(&t, EVENT_LINE, 17, 12);
	expect_failing(check_tape(&t), 2, 1, CLAIM_NEVER_OVERLAPPED);
}
END_TEST

/* Both return. */

START_TEST(a_missing_return_is_caught)
{
	struct tape t;
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	struct claims *c = check_ended(&t, TRACE_FINISHED);
	expect_failing(c, 2, 1, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(a_coroutine_that_goes_on_after_its_end_is_caught)
{
	struct tape t;
	begin(&t);
	uint32_t c = enters_counter(&t);
	step(&t, EVENT_RESUME, c, 12);
	step(&t, EVENT_RETURN, c, 14);
	step(&t, EVENT_RESUME, c, 12);
	expect_failing(check_tape(&t), 8, 1, CLAIM_BOTH_RETURN);
}
END_TEST

START_TEST(the_ends_of_frames_are_told_apart)
{
	static const char *const told[] = {
		"3 frames end by a return (steps 5, 21, 26)", "1 frame ends by an exception (step 17)", "1 frame is closed (step 11)",
		"counter#3 is still suspended at the end, at ◆1, line 12 (step 25)",
	};
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		struct tape t;
		begin(&t);
		calls_next(&t);
		uint32_t c = enters_counter(&t);
		step(&t, EVENT_RESUME, c, 12);
		step(&t, EVENT_UNWIND, c, 12);
		t.fact[t.n - 1].step.value = rvalue_int(1);
		c = enters_counter(&t);
		step(&t, EVENT_RESUME, c, 12);
		step(&t, EVENT_UNWIND, c, 12);
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
	begin(&t);
	born(&t, NEXT);
	step(&t, EVENT_CALL, 1, 30);
	struct claims *c = check_ended(&t, TRACE_LIMIT);
	ck_assert_int_eq(finding(c, CLAIM_BOTH_RETURN)->verdict, VERDICT_DOES_NOT_APPLY);
	ck_assert_str_eq(finding(c, CLAIM_BOTH_RETURN)->why.text, "a limit ended the run while 2 frames had no chance to return");
	expect_text(c, "The coroutine side: 2 steps; a limit ended it: what holds, holds so far");
}
END_TEST

START_TEST(a_deadlock_is_not_blamed)
{
	struct tape t;
	begin(&t);
	enters_counter(&t);
	expect_text(check_ended(&t, TRACE_DEADLOCK), "both return does not apply: a deadlock ended the run while 1 frame had no chance to return");
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
	begin(&p->tape);
	p->run = (struct pairing_run){ .lines = p->lines, .output = text };
	for (size_t at = 0; text[at] != '\0'; at++) {
		size_t len = strcspn(text + at, "\n");
		step(&p->tape, EVENT_LINE, 0, 5);
		p->lines[p->run.nlines++] = (struct output_line){ .step = p->tape.k, .at = at, .len = len };
		at += len;
	}
	step(&p->tape, EVENT_RETURN, 0, 9);
	p->run.steps = p->tape.k;
}

static struct claims *check_outputs(const char *left, const char *right, enum compare_mode mode, enum trace_end end)
{
	static struct printing p[SIDE_COUNT];
	struct claims_input in[SIDE_COUNT];
	prints(&p[0], left);
	prints(&p[1], right);
	for (int s = 0; s < SIDE_COUNT; s++) {
		struct tape *t = &p[s].tape;
		t->source = (struct fact_source){ .self = t, .next = next_fact, .frame = frame_of, .exception = exception_of, .steps = t->k, .end = end };
		in[s] = (struct claims_input){ &t->source, &p[s].run };
	}
	struct pairing *pairs = pairing_new(&p[0].run, &p[1].run, mode);
	struct claims *c = claims_check(in, pairing_difference(pairs), mode);
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
	expect_text(check_outputs("a\nb\n", "a\n", COMPARE_OUTPUT, TRACE_FINISHED), "same result FAILS");
}
END_TEST

START_TEST(an_output_that_a_limit_cut_short_is_not_blamed)
{
	expect_text(check_outputs("a\nb\n", "a\n", COMPARE_OUTPUT, TRACE_LIMIT), "same result does not apply: a limit ended a run before it had printed all");
}
END_TEST

START_TEST(an_output_that_differed_before_the_limit_is_caught)
{
	expect_text(check_outputs("a\nb\n", "x\n", COMPARE_OUTPUT, TRACE_LIMIT), "same result FAILS");
}
END_TEST

START_TEST(outputs_that_agree_as_asked_for_are_the_same)
{
	expect_text(check_outputs("a\nb\n", "b\na\n", COMPARE_LINES, TRACE_FINISHED), "both print the same 2 lines, in any order");
	expect_text(check_outputs("a\nb\n", "b\n", COMPARE_RESULT, TRACE_FINISHED), "both print the same last line");
	expect_text(check_outputs("a\nb\n", "b\n", COMPARE_NONE, TRACE_FINISHED), "same result does not apply: the scenario says that they need not");
}
END_TEST

/* Words. */

START_TEST(a_summary_names_what_fails)
{
	struct tape t;
	struct sbuf b = {0};
	begin(&t);
	uint32_t f = enters_counter(&t);
	sets(&t, f, 1, rvalue_int(7));
	step(&t, EVENT_RESUME, f, 12);
	step(&t, EVENT_RETURN, f, 14);
	struct claims *c = check_tape(&t);
	claims_say_summary(c, &b);
	ck_assert_str_eq(sbuf_cstr(&b), "1 claim FAILS: preserved locals (coroutine side); 5 hold, 3 do not apply");
	ck_assert_int_eq(prove_exit_status(c), 1);
	sbuf_fini(&b);
	claims_free(c);
}
END_TEST

START_TEST(what_is_left_out_is_counted)
{
	struct tape t;
	begin(&t);
	for (int i = 0; i < 10; i++)
		enters_counter(&t);
	expect_text(check_tape(&t), "so it is with 4 more frames: 0 re-entries");
}
END_TEST

START_TEST(a_claim_that_is_broken_often_says_how_often)
{
	struct tape t;
	begin(&t);
	for (int i = 0; i < 20; i++)
		step(&t, EVENT_LINE, 17, 12);
	expect_text(check_tape(&t), "and it is broken 14 more times");
}
END_TEST

/* On the screen. */

/* Fails unless the screen after the keys says the text. */
static void expect_screen(const char *keys, const char *says)
{
	struct diag d = {0};
	struct sbuf b = {0};
	struct session *s = session_open("tests/stage/locals.py", NULL, &d, NULL);
	dump_screen(s, &(struct dump_options){ .rows = 24, .cols = 80, .keys = keys, .charset = CHARSET_UTF8 }, &b);
	ck_assert_msg(strstr(sbuf_cstr(&b), says) != NULL, "%s: no \"%s\" in\n%s", keys, says, sbuf_cstr(&b));
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

/* True runs: no claim fails in any of them. */

static glob_t programs;

START_TEST(every_claim_that_applies_holds)
{
	const char *path = programs.gl_pathv[_i];
	struct diag d = {0};
	struct session *s = session_open(path, NULL, &d, NULL);
	ck_assert_msg(s != NULL, "%s: %s", path, d.message);
	struct claims *c = prove(s);
	char *text = text_of(c);
	ck_assert_msg(claims_count(c, VERDICT_FAILS) == 0, "%s:\n%s", path, text);
	mem_free(text);
	claims_free(c);
	session_free(s);
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
	tcase_add_test(tc, a_key_shows_the_claims_and_enter_what_proves_them);
	tcase_add_test(tc, evidence_of_a_side_brings_it_into_view);
	suite_add_tcase(s, tc);
	if (glob("tests/programs/*/*.py", 0, NULL, &programs) == 0)
		tcase_add_loop_test(tc, every_claim_that_applies_holds, 0, (int)programs.gl_pathc);
	return s;
}
