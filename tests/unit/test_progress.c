/* Which lessons a person has been through. */

#include "session/user/progress.h"

#include "base/sbuf.h"

#include <check.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* Adds one name after the other until it is killed. */
static void add_for_ever(void)
{
	struct progress p = { 0 };
	signal(SIGHUP, SIG_DFL);
	for (unsigned i = 0;; i++) {
		char name[20];
		snprintf(name, sizeof name, "%u", i);
		progress_add(&p, name);
	}
}

START_TEST(a_terminal_that_goes_away_leaves_no_half_of_a_file)
{
	char home[] = "/tmp/cosub-XXXXXX";
	struct sbuf left = { 0 };
	use_new_home(home);
	for (int i = 0; i < 40; i++) {
		pid_t pid = fork();
		ck_assert_int_ge(pid, 0);
		if (pid == 0)
			add_for_ever();
		usleep((useconds_t)(500 + i * 37));
		ck_assert_int_eq(kill(pid, SIGHUP), 0);
		ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
	}
	sbuf_printf(&left, "ls '%s/.local/state/cosub' 2>/dev/null | grep -v '^progress$'", home);
	ck_assert_int_ne(system(sbuf_cstr(&left)), 0);
	sbuf_fini(&left);
	remove_home(home);
}
END_TEST

Suite *progress_suite(void)
{
	Suite *s = suite_create("progress");
	TCase *t = tcase_create("progress");
	tcase_add_test(t, what_was_done_is_known_the_next_time);
	tcase_add_test(t, nobody_else_may_read_it);
	tcase_add_test(t, what_cannot_be_kept_counts_for_this_run);
	tcase_add_test(t, a_terminal_that_goes_away_leaves_no_half_of_a_file);
	suite_add_tcase(s, t);
	return s;
}
