/*
 * Facts as they are read from a log.  The logs are written here record by
 * record, some of them wrong, and the claims must see what is wrong in them.
 */

#include "compare/claims.h"
#include "synthetic.h"
#include "trace/store.h"

#include <check.h>

#include <string.h>

static struct var vars[] = { { "limit", VAR_PARAM, false }, { "n", VAR_LOCAL, false } };
static struct reentry points[2];
static const struct code codes[] = {
	{ .name = "<module>", .qualname = "<module>", .flags = CODE_MODULE },
	{ .name = "counter",
		.qualname = "counter",
		.flags = CODE_GENERATOR,
		.npos = 1,
		.vars = vars,
		.nvars = 2,
		.reentries = points,
		.nreentries = 2,
		.first_line = 10 },
};
static const struct program program = { .main = (struct code *)&codes[0] };

static const struct rvalue nothing = { .kind = R_NONE };

static uint32_t give_birth(struct trace *t, const struct code *c)
{
	uint32_t slot;
	return trace_birth(t, frames_code(&t->frames, c), &slot);
}

static void let_die(struct trace *t, uint32_t id, bool late)
{
	trace_death(t, id, frames_get(&t->frames, id).slot, late);
}

static void put_step(struct log *l, enum record_kind kind, uint8_t flags, uint32_t point,
	uint32_t line, struct rvalue v)
{
	log_put(l,
		&(struct record){ .kind = kind,
			.flags = flags,
			.u = { point },
			.s = (int64_t)line - l->end.line,
			.v = { v } });
}

/* A record in which the module has entered counter, which has given way at
 * line 12: four steps.  Frame 0 is the module, frame 1 counter; the frame at
 * hand is counter. */
static struct trace *begin(struct rvalue limit)
{
	struct trace *t = trace_new(&program);
	give_birth(t, &codes[0]);
	put_step(&t->log, RECORD_CALL, 0, 0, 0, nothing);
	give_birth(t, &codes[1]);
	log_put_var(&t->log, 0, limit);
	put_step(&t->log, RECORD_CALL, 0, 0, 10, nothing);
	log_put_var(&t->log, 1, rvalue_int(0));
	log_put_line(&t->log, 12);
	put_step(&t->log, RECORD_YIELD, SUSPEND_YIELD, 1, 12, rvalue_int(0));
	return t;
}

static void at_hand(struct trace *t, uint32_t frame)
{
	if (t->log.end.frame != frame)
		log_put_switch(&t->log, (int64_t)frame - t->log.end.frame);
}

static void module_steps(struct trace *t)
{
	at_hand(t, 0);
	log_put_line(&t->log, 20);
	at_hand(t, 1);
}

/* counter goes on and ends, then the module does. */
static void finish(struct trace *t, enum record_kind end, struct rvalue v)
{
	at_hand(t, 1);
	put_step(&t->log, RECORD_RESUME, SUSPEND_YIELD, 0, 12, nothing);
	put_step(&t->log, end, 0, 0, 13, v);
	let_die(t, 1, false);
	at_hand(t, 0);
	put_step(&t->log, RECORD_RETURN, 0, 0, 21, nothing);
	let_die(t, 0, false);
	trace_close(t, TRACE_FINISHED, NULL, 0);
}

static void expect(struct trace *t, bool fails, const char *says)
{
	const struct trace *const both[SIDE_COUNT] = { t };
	struct pairing *p = pairing_of_traces(t, NULL, COMPARE_OUTPUT);
	struct claims *c = claims_of_traces(both, p, COMPARE_OUTPUT, NULL);
	struct sbuf text = { 0 };
	claims_tell(c, false, &text, NULL);
	ck_assert_msg((claims_count(c, VERDICT_FAILS) > 0) == fails, "%s", sbuf_cstr(&text));
	ck_assert_msg(
		strstr(sbuf_cstr(&text), says) != NULL, "no \"%s\" in\n%s", says, sbuf_cstr(&text));
	sbuf_fini(&text);
	claims_free(c);
	pairing_free(p);
	trace_free(t);
}

START_TEST(a_right_record_breaks_no_claim)
{
	struct trace *t = begin(rvalue_int(3));
	module_steps(t);
	finish(t, RECORD_RETURN, nothing);
	expect(t, false, "counter#1 is re-entered once at ◆1, line 12 (step 6)");
}
END_TEST

START_TEST(a_variable_that_is_logged_between_suspension_and_re_entry_is_caught)
{
	struct trace *t = begin(rvalue_int(3));
	module_steps(t);
	log_put_var(&t->log, 1, rvalue_int(7));
	finish(t, RECORD_RETURN, nothing);
	expect(t, true, "n of counter#1 changed while it was suspended (steps 4, 6)");
}
END_TEST

START_TEST(so_is_an_int_that_grows)
{
	struct trace *t = begin(rvalue_int(3));
	log_put_var_add(&t->log, 1, 5);
	finish(t, RECORD_RETURN, nothing);
	expect(t, true, "n of counter#1 changed while it was suspended (steps 4, 5)");
}
END_TEST

START_TEST(a_step_of_the_wrong_frame_is_caught)
{
	struct trace *t = begin(rvalue_int(3));
	log_put_line(&t->log, 13);
	finish(t, RECORD_RETURN, nothing);
	expect(t, true, "counter#1 takes a step at line 13 while <module> is running (step 5)");
}
END_TEST

static void put(struct trace *t, struct record r)
{
	log_put(&t->log, &r);
}

START_TEST(an_item_put_into_a_shared_list_is_seen)
{
	struct trace *t = begin(rvalue_object(1));
	at_hand(t, 0);
	put(t, (struct record){ .kind = RECORD_NEW, .u = { OBJ_LIST } });
	put(t, (struct record){ .kind = RECORD_APPEND, .u = { 1 }, .v = { rvalue_int(4) } });
	module_steps(t);
	finish(t, RECORD_RETURN, nothing);
	expect(t, false,
		"others changed what limit of counter#1 refers to, while it was suspended "
		"(step 5)");
}
END_TEST

/* Object 1 is the dict of object 2's attributes. */
START_TEST(an_attribute_that_others_set_is_a_change_of_the_instance)
{
	struct trace *t = begin(rvalue_object(2));
	uint64_t label = trace_add_text(t, "<C>", 3, 3) + 1;
	put(t, (struct record){ .kind = RECORD_NEW, .u = { OBJ_DICT } });
	put(t, (struct record){ .kind = RECORD_NEW_LABEL, .u = { OBJ_INSTANCE, label, 0, 1 } });
	put(t,
		(struct record){ .kind = RECORD_ENTRY,
			.u = { 1, 0 },
			.v = { rvalue_text(label - 1), rvalue_int(4) } });
	module_steps(t);
	finish(t, RECORD_RETURN, nothing);
	expect(t, false,
		"others changed what limit of counter#1 refers to, while it was suspended "
		"(step 5)");
}
END_TEST

static struct rvalue new_exception(struct trace *t, const char *name)
{
	uint64_t label = trace_add_text(t, name, strlen(name), strlen(name)) + 1;
	put(t, (struct record){ .kind = RECORD_NEW_LABEL, .u = { OBJ_EXCEPTION, label } });
	return rvalue_object(1);
}

START_TEST(a_close_is_told_from_another_exception)
{
	struct trace *t = begin(rvalue_int(3));
	finish(t, RECORD_UNWIND, new_exception(t, "GeneratorExit"));
	expect(t, false, "1 frame is closed (step 6)");
	t = begin(rvalue_int(3));
	finish(t, RECORD_UNWIND, new_exception(t, "ValueError"));
	expect(t, false, "1 frame ends by an exception (step 6)");
}
END_TEST

START_TEST(a_frame_that_is_dropped_is_no_longer_there)
{
	struct trace *t = begin(rvalue_int(3));
	put(t, (struct record){ .kind = RECORD_DESTROY });
	let_die(t, 1, true);
	at_hand(t, 0);
	put_step(&t->log, RECORD_RETURN, 0, 0, 21, nothing);
	let_die(t, 0, false);
	trace_close(t, TRACE_FINISHED, NULL, 0);
	expect(t, false, "1 frame is dropped while it is suspended (step 4)");
}
END_TEST

START_TEST(an_empty_record_has_no_facts)
{
	struct trace *t = trace_new(&program);
	trace_close(t, TRACE_FINISHED, NULL, 0);
	struct fact_source *s = facts_of_trace(t);
	struct fact f;
	ck_assert(!s->next(s->self, &f));
	facts_free(s);
	expect(t, false, "never overlapped does not apply: nothing ran");
}
END_TEST

/* Whatever happens, every claim gets its verdict, and each evidence a step that
 * there is. */
START_TEST(a_record_of_anything_is_judged)
{
	struct trace *t = synthetic_random((unsigned)_i, 3000);
	const struct trace *const both[SIDE_COUNT] = { t };
	struct pairing *p = pairing_of_traces(t, NULL, COMPARE_OUTPUT);
	struct claims *c = claims_of_traces(both, p, COMPARE_OUTPUT, NULL);
	ck_assert_uint_eq(c->findings.len, CLAIM_COUNT);
	for (size_t i = 0; i < c->findings.len; i++) {
		const struct claim_finding *f = &c->findings.at[i];
		ck_assert(f->verdict != VERDICT_FAILS || f->evidence.len > 0);
		ck_assert((f->verdict == VERDICT_DOES_NOT_APPLY) == (f->why.len > 0));
		for (size_t k = 0; k < f->evidence.len; k++)
			ck_assert_uint_le(
				f->evidence.at[k].steps.n > 0 ? f->evidence.at[k].steps.at[0] : 0,
				trace_steps(t));
	}
	claims_free(c);
	pairing_free(p);
	trace_free(t);
}
END_TEST

Suite *facts_suite(void);

Suite *facts_suite(void)
{
	Suite *s = suite_create("facts");
	TCase *tc = tcase_create("facts");
	tcase_add_test(tc, a_right_record_breaks_no_claim);
	tcase_add_test(tc, a_variable_that_is_logged_between_suspension_and_re_entry_is_caught);
	tcase_add_test(tc, so_is_an_int_that_grows);
	tcase_add_test(tc, a_step_of_the_wrong_frame_is_caught);
	tcase_add_test(tc, an_item_put_into_a_shared_list_is_seen);
	tcase_add_test(tc, an_attribute_that_others_set_is_a_change_of_the_instance);
	tcase_add_test(tc, a_close_is_told_from_another_exception);
	tcase_add_test(tc, a_frame_that_is_dropped_is_no_longer_there);
	tcase_add_test(tc, an_empty_record_has_no_facts);
	tcase_add_loop_test(tc, a_record_of_anything_is_judged, 1, 12);
	suite_add_tcase(s, tc);
	return s;
}
