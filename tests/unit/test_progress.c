/* Which lessons a person has been through. */

#include "session/user/progress.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* A folder of its own for each test, below which the state is kept. */
static void use_new_home(char *home)
{
	ck_assert_ptr_nonnull(mkdtemp(home));
	setenv("HOME", home, 1);
	unsetenv("XDG_STATE_HOME");
}

static void remove_home(const char *home)
{
	struct sbuf command = { 0 };
	sbuf_printf(&command, "rm -rf '%s'", home);
	ck_assert_int_eq(system(sbuf_cstr(&command)), 0);
	sbuf_fini(&command);
}

START_TEST(what_was_done_is_known_the_next_time)
{
	char home[] = "/tmp/cosub-XXXXXX";
	struct progress p = { 0 }, again = { 0 };
	use_new_home(home);
	progress_read(&p);
	ck_assert_uint_eq(p.len, 0);
	ck_assert(progress_add(&p, "one"));
	ck_assert(progress_add(&p, "two words"));
	ck_assert(progress_add(&p, "one"));
	progress_read(&again);
	ck_assert_uint_eq(again.len, 2);
	ck_assert(progress_has(&again, "one"));
	ck_assert(progress_has(&again, "two words"));
	ck_assert(!progress_has(&again, "two"));
	progress_fini(&p);
	progress_fini(&again);
	remove_home(home);
}
END_TEST

START_TEST(nobody_else_may_read_it)
{
	char home[] = "/tmp/cosub-XXXXXX";
	struct progress p = { 0 };
	struct sbuf path = { 0 };
	struct stat st;
	use_new_home(home);
	ck_assert(progress_add(&p, "one"));
	sbuf_printf(&path, "%s/.local/state/cosub/progress", home);
	ck_assert_int_eq(stat(path.text, &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	sbuf_fini(&path);
	progress_fini(&p);
	remove_home(home);
}
END_TEST

START_TEST(what_cannot_be_kept_counts_for_this_run)
{
	struct progress p = { 0 };
	setenv("XDG_STATE_HOME", "/dev/null/state", 1);
	progress_read(&p);
	ck_assert(!progress_add(&p, "one"));
	ck_assert(progress_has(&p, "one"));
	progress_fini(&p);
	unsetenv("XDG_STATE_HOME");
}
END_TEST

Suite *progress_suite(void)
{
	Suite *s = suite_create("progress");
	TCase *t = tcase_create("progress");
	tcase_add_test(t, what_was_done_is_known_the_next_time);
	tcase_add_test(t, nobody_else_may_read_it);
	tcase_add_test(t, what_cannot_be_kept_counts_for_this_run);
	suite_add_tcase(s, t);
	return s;
}
