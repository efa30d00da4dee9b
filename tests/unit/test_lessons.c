/* The lessons: where they are looked for, which one a name means, their parts. */

#include "session/user/lessons.h"

#include "base/mem.h"
#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with "bin/cosub", "scenarios" beside bin, and an installed place; the tests work
 * in an empty folder "here" in it. */
static char top[] = "/tmp/cosub-XXXXXX";
static char start[4096];

static char *place(const char *below)
{
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/%s", top, below);
	return sbuf_take(&path);
}

static void make_folder(const char *below)
{
	char *path = place(below);
	ck_assert_int_eq(mkdir(path, 0700), 0);
	mem_free(path);
}

static void write_file(const char *below, const char *text)
{
	char *path = place(below);
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	ck_assert_int_ge(fputs(text, f), 0);
	ck_assert_int_eq(fclose(f), 0);
	mem_free(path);
}

static void set_up(void)
{
	char *here;
	sprintf(top, "/tmp/cosub-XXXXXX");
	ck_assert_ptr_nonnull(getcwd(start, sizeof start));
	ck_assert_ptr_nonnull(mkdtemp(top));
	make_folder("bin");
	make_folder("here");
	make_folder("scenarios");
	make_folder("installed");
	here = place("here");
	ck_assert_int_eq(chdir(here), 0);
	mem_free(here);
}

static void tear_down(void)
{
	struct sbuf command = { 0 };
	ck_assert_int_eq(chdir(start), 0);
	sbuf_printf(&command, "rm -rf '%s'", top);
	ck_assert_int_eq(system(sbuf_cstr(&command)), 0);
	sbuf_fini(&command);
}

static struct lesson_folders look_around(void)
{
	struct lesson_folders f = { 0 };
	char *program = place("bin/cosub"), *installed = place("installed");
	lesson_folders_init(&f, program, installed);
	mem_free(program);
	mem_free(installed);
	return f;
}

/* A name means the file below top; NULL: none, and the sentence has the words. */
static void name_means(const char *name, const char *below, const char *words)
{
	struct lesson_folders f = look_around();
	struct sbuf why = { 0 };
	char *path = lesson_folders_find(&f, name, &why);
	if (below != NULL) {
		char *wanted = place(below);
		ck_assert_ptr_nonnull(path);
		ck_assert_str_eq(path, wanted);
		mem_free(wanted);
	} else {
		ck_assert_ptr_null(path);
		ck_assert_msg(strstr(sbuf_cstr(&why), words) != NULL, "no \"%s\" in \"%s\"", words,
			sbuf_cstr(&why));
	}
	mem_free(path);
	sbuf_fini(&why);
	lesson_folders_fini(&f);
}

START_TEST(a_lesson_is_found_beside_the_program_from_any_folder)
{
	write_file("scenarios/05-five.py", "pass\n");
	write_file("installed/06-six.py", "pass\n");
	name_means("05-five", "scenarios/05-five.py", NULL);
	name_means("05", "scenarios/05-five.py", NULL);
	name_means("05-f", "scenarios/05-five.py", NULL);
	name_means("06", "installed/06-six.py", NULL);
}
END_TEST

START_TEST(a_number_is_a_lessons_number_before_it_is_a_beginning)
{
	write_file("scenarios/05-five.py", "pass\n");
	write_file("scenarios/50-fifty.py", "pass\n");
	write_file("scenarios/51-more.py", "pass\n");
	name_means("5", "scenarios/05-five.py", NULL);
	name_means("005", "scenarios/05-five.py", NULL);
	name_means("50", "scenarios/50-fifty.py", NULL);
}
END_TEST

START_TEST(several_that_begin_so_are_named)
{
	write_file("scenarios/70-a.py", "pass\n");
	write_file("installed/71-b.py", "pass\n");
	write_file("scenarios/72-c.py", "pass\n");
	name_means("7", NULL, "several lessons begin so: 70-a, 72-c");
}
END_TEST

START_TEST(what_is_not_found_is_told_with_the_places)
{
	char *beside = place("scenarios");
	name_means("45", NULL, "no such lesson in ./scenarios, ");
	name_means("45", NULL, beside);
	name_means("45", NULL, "/installed");
	mem_free(beside);
}
END_TEST

START_TEST(a_path_is_what_it_says)
{
	struct lesson_folders f = look_around();
	struct sbuf why = { 0 };
	write_file("scenarios/05-five.py", "pass\n");
	char *path = lesson_folders_find(&f, "./05", &why);
	ck_assert_str_eq(path, "./05");
	mem_free(path);
	lesson_folders_fini(&f);
}
END_TEST

START_TEST(a_folder_counts_once_whatever_it_is_called)
{
	struct lesson_folders f = { 0 };
	make_folder("here/scenarios");
	char *program = place("here/build/cosub"), *installed = place("installed");
	lesson_folders_init(&f, program, installed);
	size_t same = 0;
	for (size_t i = 0; i < f.len; i++)
		same += strstr(f.at[i].path, "here/scenarios") != NULL;
	ck_assert_uint_eq(same, 0);
	ck_assert_str_eq(f.at[0].path, "scenarios");
	mem_free(program);
	mem_free(installed);
	lesson_folders_fini(&f);
}
END_TEST

START_TEST(what_is_installed_belongs_to_everybody)
{
	struct lesson_folders f = look_around();
	char *own = place("scenarios/05-five.py"), *theirs = place("installed/05-five.py");
	ck_assert(!lesson_folders_installed(&f, own));
	ck_assert(lesson_folders_installed(&f, theirs));
	ck_assert(!lesson_folders_installed(&f, "05-five.py"));
	mem_free(own);
	mem_free(theirs);
	lesson_folders_fini(&f);
}
END_TEST

START_TEST(parts_have_headings_and_lessons_come_by_number)
{
	struct lesson_folders f = look_around();
	struct lesson_list list = { 0 };
	write_file("scenarios/parts.txt", "2 Second\n1\tFirst\r\nnone at all\n9\n");
	write_file("scenarios/01-a.py",
		"# %% [markdown]\n# # A\n# It is\n# so. Not\n# %% coroutine\n");
	write_file("scenarios/2-b.py", "print(1)\n");
	write_file("scenarios/10-c.py", "print(1)\n");
	write_file("scenarios/other.py", "print(1)\n");
	lessons_list(&f, &list);
	ck_assert_uint_eq(list.len, 4);
	ck_assert_str_eq(list.at[0].about, "It is so.");
	ck_assert_int_eq(list.at[0].number, 1);
	ck_assert_str_eq(list.at[0].part, "First");
	ck_assert_str_eq(list.at[1].part, "Second");
	ck_assert_str_eq(list.at[2].name, "10-c");
	ck_assert_str_eq(list.at[2].part, "Second");
	ck_assert(lessons_begins_part(&list, 0) && lessons_begins_part(&list, 1));
	ck_assert(!lessons_begins_part(&list, 2) && !lessons_begins_part(&list, 3));
	ck_assert_int_eq(list.at[3].number, -1);
	ck_assert_ptr_null(list.at[3].part);
	lessons_fini(&list);
	lesson_folders_fini(&f);
}
END_TEST

Suite *lessons_suite(void)
{
	Suite *s = suite_create("lessons");
	TCase *t = tcase_create("lessons");
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, a_lesson_is_found_beside_the_program_from_any_folder);
	tcase_add_test(t, a_number_is_a_lessons_number_before_it_is_a_beginning);
	tcase_add_test(t, several_that_begin_so_are_named);
	tcase_add_test(t, what_is_not_found_is_told_with_the_places);
	tcase_add_test(t, a_path_is_what_it_says);
	tcase_add_test(t, a_folder_counts_once_whatever_it_is_called);
	tcase_add_test(t, what_is_installed_belongs_to_everybody);
	tcase_add_test(t, parts_have_headings_and_lessons_come_by_number);
	suite_add_tcase(s, t);
	return s;
}
