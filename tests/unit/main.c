/* Runs the suites of all tests/unit/test_*.c, or of those named as arguments;
 * with --list it tells their names.
 * suites.inc is written by the build: SUITE(map) for test_map.c, and so on. */

#include "session/user/user.h"

#include <check.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SUITE(name) Suite *name##_suite(void);
#include "suites.inc"
#undef SUITE

static const struct {
	const char *name;
	Suite *(*make)(void);
} suites[] = {
#define SUITE(name) { #name, name##_suite },
#include "suites.inc"
#undef SUITE
};

static int is_wanted(const char *name, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], name) == 0)
			return 1;
	}
	return argc < 2;
}

static int list(void)
{
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
		puts(suites[i].name);
	return EXIT_SUCCESS;
}

/* Who starts the tests may ignore signals (nohup, a shell in the background,
 * Python's subprocess) or block them, and all that tests start would, too. */
static void take_signals_anew(void)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL); /* SIGKILL and SIGSTOP refuse, and have no other */
}

/* The tests' person has a home of their own, so that nothing that ours keeps there
 * changes them, or is changed; and is no longer new, so that no test is another
 * one for being the first. */
static void make_home(char *home)
{
	if (mkdtemp(home) == NULL)
		exit(EXIT_FAILURE);
	setenv("HOME", home, 1);
	setenv("EDITRC", "/dev/null", 1);
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	struct user person = { .is_new = true };
	user_greeted(&person);
}

static void remove_home(const char *home)
{
	char command[60];
	snprintf(command, sizeof command, "rm -rf '%s'", home);
	if (system(command) != 0)
		fprintf(stderr, "%s is left\n", home);
}

int main(int argc, char **argv)
{
	char home[] = "/tmp/cosub-home-XXXXXX";
	if (argc == 2 && strcmp(argv[1], "--list") == 0)
		return list();
	/* A loaded machine is slow; Check's own limit is four seconds. */
	setenv("CK_DEFAULT_TIMEOUT", "60", 0);
	take_signals_anew();
	umask(022);
	make_home(home);
	SRunner *runner = srunner_create(NULL);
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) {
		if (is_wanted(suites[i].name, argc, argv))
			srunner_add_suite(runner, suites[i].make());
	}
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	int passed = srunner_ntests_run(runner) - failed;
	srunner_free(runner);
	remove_home(home);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0 || passed == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
