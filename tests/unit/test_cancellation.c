/* Long work is given up when a person presses a key. */

#include "session/core/cancellation.h"

#include "session/commands/command.h"
#include "session/view/check.h"

#include <check.h>

#include <string.h>

/* Far more steps than a slice of work. */
static const char long_run[] =
	"def g():\n"
	"    n = 0\n"
	"    while n < 20000:\n"
	"        n += 1\n"
	"        yield n\n"
	"for v in g():\n"
	"    pass\n"
	"end = 1\n";

struct asked {
	uint64_t times, limit, looked;
};

static bool count(void *self, uint64_t looked)
{
	struct asked *a = self;
	ck_assert_uint_gt(looked, a->looked);
	a->looked = looked;
	return ++a->times < a->limit;
}

static struct session *open_long(struct asked *a)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("long.py", long_run, strlen(long_run), NULL, &d);
	ck_assert_ptr_nonnull(s);
	s->cancellation->lasts = count;
	s->cancellation->self = a;
	return s;
}

/* What looks through the whole run and finds nothing, but the last. */
static const char *const commands[] = { "search nowhere", "until 8", "continue", "reverse-continue",
	"finish", "search-again" };
enum { COMMANDS = sizeof commands / sizeof *commands };

static void prepare(struct session *s, int i)
{
	static const char *const before[] = { NULL, NULL, "break 5 if n == 21000", "watch end",
		NULL, "search nowhere" };
	if (before[i] != NULL)
		session_do(s, before[i]);
	session_do(s, i == 2 ? "goto 135000" : i == 3 ? "goto 100000" : "goto 1");
}

START_TEST(a_long_command_asks_whether_to_go_on)
{
	struct asked a = { .limit = UINT64_MAX };
	struct session *s = open_long(&a);
	prepare(s, _i);
	a = (struct asked){ .limit = UINT64_MAX };
	session_do(s, commands[_i]);
	ck_assert_uint_ge(a.times, 2);
	ck_assert_uint_gt(a.looked, 1000);
	ck_assert_ptr_null(strstr(sbuf_cstr(&s->message), "given up"));
	session_free(s);
}
END_TEST

START_TEST(a_command_that_is_given_up_moves_nothing)
{
	struct asked a = { .limit = UINT64_MAX };
	struct session *s = open_long(&a);
	prepare(s, _i);
	uint64_t step = session_step(s, s->in_view);
	a = (struct asked){ .limit = 2 };
	ck_assert_int_eq(session_do(s, commands[_i]), SESSION_REFUSED);
	ck_assert_uint_eq(a.times, 2);
	ck_assert_ptr_nonnull(strstr(sbuf_cstr(&s->message), "given up after "));
	ck_assert_uint_eq(session_step(s, s->in_view), step);
	session_free(s);
}
END_TEST

START_TEST(the_next_command_begins_anew)
{
	struct asked a = { .limit = 1 };
	struct session *s = open_long(&a);
	session_do(s, "search nowhere");
	ck_assert(cancellation_requested(s));
	a = (struct asked){ .limit = UINT64_MAX };
	ck_assert_int_eq(session_do(s, "search end"), SESSION_MOVED);
	ck_assert(!cancellation_requested(s));
	session_free(s);
}
END_TEST

START_TEST(the_proof_of_the_claims_can_be_given_up)
{
	struct asked a = { .limit = UINT64_MAX };
	struct session *s = open_long(&a);
	cancellation_begin(s);
	struct claims *c = check_claims(s);
	ck_assert_ptr_nonnull(c);
	ck_assert_uint_ge(a.times, 2);
	ck_assert(!cancellation_requested(s));
	claims_free(c);
	a = (struct asked){ .limit = 2 };
	cancellation_begin(s);
	ck_assert_ptr_null(check_claims(s));
	ck_assert_uint_eq(a.times, 2);
	ck_assert(cancellation_requested(s));
	session_free(s);
}
END_TEST

START_TEST(short_commands_ask_nothing)
{
	struct asked a = { .limit = 1 };
	struct session *s = open_long(&a);
	ck_assert_int_eq(session_do(s, "until 5"), SESSION_MOVED);
	ck_assert_int_eq(session_do(s, "switch 5"), SESSION_MOVED);
	ck_assert_uint_eq(a.times, 0);
	session_free(s);
}
END_TEST

Suite *cancellation_suite(void)
{
	Suite *s = suite_create("cancellation");
	TCase *t = tcase_create("cancellation");
	tcase_add_loop_test(t, a_long_command_asks_whether_to_go_on, 0, COMMANDS);
	tcase_add_loop_test(t, a_command_that_is_given_up_moves_nothing, 0, COMMANDS);
	tcase_add_test(t, the_next_command_begins_anew);
	tcase_add_test(t, the_proof_of_the_claims_can_be_given_up);
	tcase_add_test(t, short_commands_ask_nothing);
	suite_add_tcase(s, t);
	return s;
}
