/* The line that is edited in the program's own prompt. */

#include "ui/term/editor.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

/* Without a choice of the person's, in a folder that is all of $PATH. */

static char folder[] = "/tmp/cosub-XXXXXX";
static char *path_before;

static void forget_editors(void)
{
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	path_before = strdup(getenv("PATH"));
	setenv("PATH", folder, 1);
	unsetenv("VISUAL");
	setenv("EDITOR", "", 1);
}

static void restore_editors(void)
{
	struct sbuf command = { 0 };
	setenv("PATH", path_before, 1);
	free(path_before);
	sbuf_printf(&command, "rm -rf '%s'", folder);
	ck_assert_int_eq(system(sbuf_cstr(&command)), 0);
	sbuf_fini(&command);
}

/* A program that writes its name and what it gets into the file "called". */
static void install_editor(const char *name)
{
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/%s", folder, name);
	FILE *f = fopen(sbuf_cstr(&path), "w");
	ck_assert_ptr_nonnull(f);
	fprintf(f, "#!/bin/sh\necho %s \"$1\" >%s/called\n", name, folder);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert_int_eq(chmod(path.text, 0700), 0);
	sbuf_fini(&path);
}

static void check_called(const char *expected)
{
	char line[100] = "";
	struct sbuf path = { 0 }, why = { 0 };
	ck_assert_msg(editor_run("a.py", &why), "%s", sbuf_cstr(&why));
	sbuf_printf(&path, "%s/called", folder);
	FILE *f = fopen(sbuf_cstr(&path), "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_ptr_nonnull(fgets(line, sizeof line, f));
	fclose(f);
	ck_assert_str_eq(line, expected);
	sbuf_fini(&path);
	sbuf_fini(&why);
}

START_TEST(where_nobody_has_chosen_the_usual_editors_are_tried)
{
	install_editor("vi");
	check_called("vi a.py\n");
	install_editor("nano");
	check_called("nano a.py\n");
	install_editor("sensible-editor");
	check_called("sensible-editor a.py\n");
}
END_TEST

START_TEST(when_none_is_there_they_are_named)
{
	struct sbuf why = { 0 };
	install_editor("sensible-editor"); /* which is none by itself */
	ck_assert(!editor_run("a.py", &why));
	ck_assert_str_eq(sbuf_cstr(&why),
		"there is no editor: VISUAL and EDITOR are not set, and there is no nano, "
		"micro, vim, vi, emacs, mg or editor");
	sbuf_fini(&why);
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
	t = tcase_create("usual");
	tcase_add_checked_fixture(t, forget_editors, restore_editors);
	tcase_add_test(t, where_nobody_has_chosen_the_usual_editors_are_tried);
	tcase_add_test(t, when_none_is_there_they_are_named);
	suite_add_tcase(s, t);
	return s;
}
