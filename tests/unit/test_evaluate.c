/* Expressions over a moment of the past. */

#include "session/commands/command.h"
#include "session/core/session.h"
#include "session/inspect/evaluate.h"
#include "session/inspect/fingerprint.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "export/export.h"

#include <check.h>

#include <string.h>

static struct session *open_own(void)
{
	struct diag d = { 0 };
	char *text;
	struct session *s = session_open("tests/scripts/programs/own.py", NULL, &d, &text);
	ck_assert_ptr_nonnull(s);
	return s;
}

static bool put(void *self, const char *text, size_t n)
{
	sbuf_bytes(self, text, n);
	return true;
}

/* Everything that is known: the whole record, and the moment. */
static void put_all(const struct session *s, struct sbuf *out)
{
	struct export_sink sink = { out, put };
	ck_assert(export_find("jsonl")->write_trace(s->side[0].trace, &sink));
	moment_dump(s->side[0].moment, out);
}

static const char *const questions[] = {
	"print account.pay(3)",
	"print calls.append(9), calls, calls.clear()",
	"print [account.money for account in (account, saver)]",
	"print account.log.append(4) or account.log",
	"print vars(saver).update(owner='x') or saver",
	"print list(work(account)), account.money",
	"print account.for_ever()",
	"print account.nothing",
	"print 1 / 0",
	"print (account := 5)",
	"print globals",
	"print twice(twice)",
	"print setattr(account, 'money', 0), account.money",
	"print calls.__class__, type(account)('z', 1)",
	"print [[0] * 1000 for i in range(1000000)]",
	"watch account.pay(1)",
	"continue",
	"reverse-continue",
	"break 74 if calls.append(1)",
	"continue",
	"delete",
	"print delattr(account, 'owner')",
	"print exec",
	"print sum(account.parts(3))",
	"print repr(saver) * 100000",
	"history calls",
	"locals",
	"frames",
};

START_TEST(no_question_touches_the_record)
{
	struct session *s = open_own();
	static const uint64_t steps[] = { 52, 60, 97, 1, 0 };
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct sbuf before = { 0 }, after = { 0 };
		session_goto_step(s, SIDE_COROUTINE, steps[i]);
		put_all(s, &before);
		for (size_t k = 0; k < sizeof questions / sizeof *questions; k++)
			session_do(s, questions[k]);
		session_goto_step(s, SIDE_COROUTINE, steps[i]);
		put_all(s, &after);
		ck_assert_uint_eq(before.len, after.len);
		ck_assert_mem_eq(before.text, after.text, before.len);
		sbuf_fini(&before);
		sbuf_fini(&after);
	}
	session_free(s);
}
END_TEST

static void expect(struct session *s, const char *expression, const char *want)
{
	struct sbuf out = { 0 };
	ck_assert(evaluate_check(expression, &out));
	evaluate(s->side[0].bench, s->side[0].moment, moment_running(s->side[0].moment), expression,
		EVALUATE_REPR, &out);
	ck_assert_msg(strcmp(sbuf_cstr(&out), want) == 0, "%s is \"%s\", not \"%s\"", expression,
		out.text, want);
	sbuf_fini(&out);
}

static const struct {
	const char *expression, *want;
} refusals[] = {
	{ "closed(1)",
		"<function make.<locals>.inner> cannot be used here: the record does not keep the "
		"variables of make that it uses" },
	{ "again(1)",
		"<function again> cannot be used here: the program defines it 2 times, and the "
		"record does not say which of them it is" },
	{ "one(1)",
		"<function <lambda>> cannot be used here: the record does not say which of 2 "
		"lambdas it is" },
	{ "inside(1)",
		"<function inside> cannot be used here: only functions that a def at the top of "
		"the program makes can be" },
	{ "bound()",
		"<bound method A.m> cannot be used here: the record does not keep the object that "
		"it is bound to" },
	{ "[again(x) for x in (1, 2)]",
		"<function again> cannot be used here: the program defines it 2 times, and the "
		"record does not say which of them it is" },
	{ "closed", "<function make.<locals>.inner>" },
	{ "make(5)(6)", "11" },
};

START_TEST(a_function_that_cannot_be_called_says_why)
{
	static const char text[] =
		"def make(n):\n"
		"    def inner(x):\n"
		"        return x + n\n"
		"    return inner\n"
		"def again(x): return 1\n"
		"def again(x): return 2\n"
		"if again:\n"
		"    def inside(x): return 3\n"
		"class A:\n"
		"    def m(self): return 4\n"
		"closed, one, two, bound = make(1), lambda x: 5, lambda x: 6, A().m\n"
		"end = 1\n";
	struct diag d = { 0 };
	struct session *s = session_from_text("f.py", text, strlen(text), NULL, &d);
	ck_assert_ptr_nonnull(s);
	session_do(s, "last");
	session_do(s, "back");
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		expect(s, refusals[i].expression, refusals[i].want);
	session_free(s);
}
END_TEST

START_TEST(each_question_begins_with_the_record)
{
	struct session *s = open_own();
	session_goto_step(s, SIDE_COROUTINE, 52);
	for (int i = 0; i < 3; i++) {
		expect(s, "account.pay(2)", "10");
		expect(s, "account.for_ever()",
			"this takes too long, or too much memory, to be told here");
		expect(s, "(calls.append(1), calls, LIMIT)", "(None, [1], 10)");
		expect(s, "[0] * 100000000", "MemoryError");
		expect(s, "account.pay(99)", "ValueError: Ann has only 12");
		expect(s, "left", "name 'left' is not defined; locals lists the names of a frame");
		expect(s, "last()",
			"name 'last' is not defined; locals lists the names of a frame");
	}
	session_free(s);
}
END_TEST

/* A machine is kept for many questions, not for ever. */
START_TEST(a_thousand_questions_are_answered_alike)
{
	struct session *s = open_own();
	session_goto_step(s, SIDE_COROUTINE, 52);
	for (int i = 0; i < 1000; i++) {
		struct sbuf question = { 0 }, want = { 0 };
		sbuf_printf(&question, "[account.money + %d] * 100", i);
		sbuf_printf(&want, "len(%s)", question.text);
		expect(s, want.text, "100");
		sbuf_fini(&question);
		sbuf_fini(&want);
	}
	expect(s, "account", "<Account owner='Ann', money=12, log=deque([])>");
	session_free(s);
}
END_TEST

START_TEST(a_fingerprint_is_of_what_is_seen)
{
	struct session *s = open_own();
	const struct definitions *d = sandbox_definitions(s->side[0].bench);
	struct moment *m = s->side[0].moment;
	uint64_t prints[3][98];
	static const char *const expressions[] = { "LIMIT", "len(account.log)", "1 + 1" };
	for (uint64_t k = 0; k <= 97; k++) {
		moment_goto(m, k);
		for (int i = 0; i < 3; i++)
			prints[i][k] = fingerprint(m, 0, expressions[i], d);
	}
	ck_assert_uint_eq(prints[0][60], prints[0][61]);
	ck_assert_uint_ne(prints[0][62], prints[0][63]);
	ck_assert_uint_ne(prints[1][56], prints[1][57]);
	for (uint64_t k = 97; k > 0; k--) {
		moment_goto(m, k);
		for (int i = 0; i < 3; i++)
			ck_assert_uint_eq(prints[i][k], fingerprint(m, 0, expressions[i], d));
	}
	session_free(s);
}
END_TEST

Suite *evaluate_suite(void)
{
	Suite *s = suite_create("evaluate");
	TCase *t = tcase_create("evaluate");
	tcase_add_test(t, no_question_touches_the_record);
	tcase_add_test(t, each_question_begins_with_the_record);
	tcase_add_test(t, a_function_that_cannot_be_called_says_why);
	tcase_add_test(t, a_thousand_questions_are_answered_alike);
	tcase_add_test(t, a_fingerprint_is_of_what_is_seen);
	suite_add_tcase(s, t);
	return s;
}
