/* The line that is edited in the program's own prompt. */

#include "ui/term/editor.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdlib.h>

/* The shell's test stands in for an editor: it says whether the path is this. */
static bool gets_path(const char *path, const char *expected)
{
	struct sbuf command = { 0 }, why = { 0 };
	sbuf_printf(&command, "test '%s' =", expected);
	setenv("VISUAL", sbuf_cstr(&command), 1);
	bool same = editor_run(path, &why);
	sbuf_fini(&command);
	sbuf_fini(&why);
	return same;
}

START_TEST(the_path_reaches_the_editor_as_one_word)
{
	ck_assert(gets_path("a b; $(c) `d` \".py", "a b; $(c) `d` \".py"));
	ck_assert(!gets_path("a.py", "b.py"));
}
END_TEST

START_TEST(a_path_is_never_an_option)
{
	ck_assert(gets_path("-c.py", "./-c.py"));
}
END_TEST

static void check_failure(const char *command, const char *expected)
{
	struct sbuf why = { 0 };
	setenv("VISUAL", command, 1);
	ck_assert(!editor_run("a.py", &why));
	ck_assert_str_eq(sbuf_cstr(&why), expected);
	sbuf_fini(&why);
}

START_TEST(an_editor_that_fails_or_is_not_there_is_named)
{
	check_failure("false", "the editor \"false\" failed");
	check_failure("sh -c 'exit 3'", "the editor \"sh -c 'exit 3'\" failed");
	check_failure("/no/such/editor 2>/dev/null",
		"there is no editor \"/no/such/editor 2>/dev/null\": set VISUAL or EDITOR");
}
END_TEST

Suite *editor_suite(void);

Suite *editor_suite(void)
{
	Suite *s = suite_create("editor");
	TCase *t = tcase_create("editor");
	tcase_add_test(t, the_path_reaches_the_editor_as_one_word);
	tcase_add_test(t, a_path_is_never_an_option);
	tcase_add_test(t, an_editor_that_fails_or_is_not_there_is_named);
	suite_add_tcase(s, t);
	return s;
}
