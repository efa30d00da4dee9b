/* Scenario files: cells, notes, input. */

#include "lang/text/scenario.h"

#include <check.h>
#include <stdio.h>

#include <string.h>

static const char whole[] =
	"# %% [markdown]\n" /* 1 */
	"# # Locals that stay\n"
	"# A frame is kept.\n"
	"#\n"
	"# Try it: change 3.\n" /* 5 */
	"#\n"
	"# teaches: preserved-locals, re-entry\n"
	"# compare: lines\n"
	"\n"
	"# %% both\n" /* 10 */
	"LIMIT = 3\n"
	"# %% coroutine\n"
	"def count():\n"
	"    yield LIMIT  #> only control leaves\n"
	"print('#> no note')  # no note\n" /* 15 */
	"text = '''\n"
	"#> no note either\n"
	"'''\n"
	"# %% subroutine\n"
	"print(LIMIT)    #>   as before  \n" /* 20 */
	"# %% input\n"
	"# first line\n"
	"#   second\n"
	"#\n";

static struct scenario read_scenario(const char *text)
{
	struct scenario sc;
	struct diag d = { 0 };

	bool ok = scenario_from_text(&sc, "dir/lesson.py", text, strlen(text), &d);
	ck_assert_msg(ok, "refused: %s", d.message ? d.message : "");
	return sc;
}

/* The lines of a program as a string of "#" (part of it) and "." */
static void check_keep(const struct scenario *sc, enum side side, const char *expected)
{
	char lines[64] = { 0 };

	ck_assert_uint_eq(sc->source.nlines, strlen(expected));
	for (uint32_t i = 0; i < sc->source.nlines; i++)
		lines[i] = sc->keep[side][i] ? '#' : '.';
	ck_assert_str_eq(lines, expected);
}

static void check_refused(
	const char *text, uint32_t line, uint32_t col, const char *message, const char *hint)
{
	struct scenario sc;
	struct diag d = { 0 };

	ck_assert(!scenario_from_text(&sc, "a.py", text, strlen(text), &d));
	ck_assert_str_eq(d.message, message);
	ck_assert_uint_eq(d.span.line, line);
	ck_assert_uint_eq(d.span.col, col);
	if (hint)
		ck_assert_str_eq(d.hint, hint);
	else
		ck_assert_ptr_null(d.hint);
	diag_fini(&d);
	scenario_fini(&sc);
}

START_TEST(each_program_is_the_file_without_the_cells_of_the_other)
{
	struct scenario sc = read_scenario(whole);

	ck_assert(sc.has[SIDE_COROUTINE]);
	ck_assert(sc.has[SIDE_SUBROUTINE]);
	check_keep(&sc, SIDE_COROUTINE, "..........#.######......");
	check_keep(&sc, SIDE_SUBROUTINE, "..........#........#....");
	scenario_fini(&sc);
}
END_TEST

START_TEST(the_lesson_is_the_markdown_without_its_settings)
{
	struct scenario sc = read_scenario(whole);

	ck_assert_str_eq(sc.title, "Locals that stay");
	ck_assert_str_eq(sc.lesson, "# Locals that stay\nA frame is kept.\n\nTry it: change 3.");
	ck_assert_uint_eq(sc.nteaches, 2);
	ck_assert_str_eq(sc.teaches[0], "preserved-locals");
	ck_assert_str_eq(sc.teaches[1], "re-entry");
	ck_assert_int_eq(sc.compare, COMPARE_LINES);
	scenario_fini(&sc);
}
END_TEST

START_TEST(notes_are_comments_and_never_parts_of_strings)
{
	struct scenario sc = read_scenario(whole);

	for (uint32_t i = 1; i <= sc.source.nlines; i++)
		if (i != 14 && i != 20)
			ck_assert_ptr_null(sc.notes[i - 1]);
	ck_assert_str_eq(sc.notes[13], "only control leaves");
	ck_assert_str_eq(sc.notes[19], "as before");
	scenario_fini(&sc);
}
END_TEST

START_TEST(the_input_cell_gives_lines)
{
	struct scenario sc = read_scenario(whole);

	ck_assert_str_eq(sc.input, "first line\n  second\n\n");
	scenario_fini(&sc);
	sc = read_scenario("# %% coroutine\npass\n# %% input\n");
	ck_assert_str_eq(sc.input, "");
	scenario_fini(&sc);
}
END_TEST

START_TEST(a_file_without_cells_is_the_coroutine_program)
{
	struct scenario sc = read_scenario("# a comment\nprint(1)  #> here\n");

	ck_assert(sc.has[SIDE_COROUTINE]);
	ck_assert(!sc.has[SIDE_SUBROUTINE]);
	ck_assert_ptr_null(sc.keep[SIDE_SUBROUTINE]);
	check_keep(&sc, SIDE_COROUTINE, "##");
	ck_assert_str_eq(sc.title, "lesson.py");
	ck_assert_str_eq(sc.lesson, "");
	ck_assert_ptr_null(sc.input);
	ck_assert_int_eq(sc.compare, COMPARE_OUTPUT);
	ck_assert_str_eq(sc.notes[1], "here");
	scenario_fini(&sc);
}
END_TEST

START_TEST(an_empty_file_is_an_empty_program)
{
	struct scenario sc = read_scenario("");

	ck_assert(sc.has[SIDE_COROUTINE]);
	check_keep(&sc, SIDE_COROUTINE, "");
	scenario_fini(&sc);
}
END_TEST

START_TEST(comments_may_stand_before_the_first_cell_but_no_code)
{
	struct scenario sc = read_scenario("#!/usr/bin/env python3\n\n#%% subroutine\npass\n");

	check_keep(&sc, SIDE_SUBROUTINE, "...#");
	ck_assert(!sc.has[SIDE_COROUTINE]);
	scenario_fini(&sc);
	check_refused("\n  x = 1\n# %% coroutine\n", 2, 2, "code before the first cell",
		"put the line \"# %% both\" before it, or \"# %% coroutine\"");
}
END_TEST

START_TEST(a_cell_must_be_known_and_there_once)
{
	check_refused("# %% corutine\n", 1, 5, "unknown cell 'corutine'",
		"a cell is one of [markdown], both, coroutine, subroutine, input; [raw] is "
		"passed over");
	check_refused("# %%\n", 1, 4, "unknown cell ''",
		"a cell is one of [markdown], both, coroutine, subroutine, input; [raw] is "
		"passed over");
	check_refused("# %% both\n# %% coroutine\n# %% both\n", 3, 5,
		"the cell both is there twice", NULL);
}
END_TEST

START_TEST(markers_are_read_as_jupytext_writes_them)
{
	static const char *const coroutines[] = { "# %% coroutine", "#%% coroutine",
		"#  %%  coroutine ", "#\t%%\tcoroutine", "# %% coroutine tags=[\"hide\"]",
		"# %% coroutine key=\"v\" n=1", "# %% coroutine {\"tags\": [\"a\", \"b\"]}",
		"# %%% coroutine" };
	static const char *const texts[] = { "# %% [markdown]", "# %% [md]",
		"# %% A title [markdown]", "# %% A title [md] tags=[\"intro\"]",
		"# %% [markdown] {\"a\": 1}", "# %% coroutine [markdown]" };

	for (size_t i = 0; i < sizeof coroutines / sizeof *coroutines; i++)
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
			char text[200];
			snprintf(text, sizeof text, "%s\n# # T\n%s\npass\n# %%%% [raw]\nno code\n",
				texts[k], coroutines[i]);
			struct scenario sc = read_scenario(text);
			check_keep(&sc, SIDE_COROUTINE, "...#..");
			ck_assert_str_eq(sc.title, "T");
			scenario_fini(&sc);
		}
}
END_TEST

START_TEST(what_only_looks_like_a_marker_is_the_programs)
{
	struct scenario sc = read_scenario(
		"x = \"\"\"\n# %% subroutine\n\"\"\"\n# %%time\nif x:\n    # %% a part\n"
		"    pass\n");

	check_keep(&sc, SIDE_COROUTINE, "#######");
	ck_assert(!sc.has[SIDE_SUBROUTINE]);
	scenario_fini(&sc);
	check_refused("# %% both\nif 1:\n    # %% coroutine\n    pass\n", 3, 9,
		"the marker of a cell is indented", "begin the line with \"# %%\"");
	check_refused("# %% coroutine # the first\n", 1, 5, "unknown cell 'coroutine # the first'",
		"a cell is one of [markdown], both, coroutine, subroutine, input; [raw] is "
		"passed over");
}
END_TEST

START_TEST(some_cell_must_be_a_program)
{
	check_refused("# %% [markdown]\n# text\n", 0, 0, "there is no program in the file",
		"begin one with the line \"# %% coroutine\" or \"# %% subroutine\"");
}
END_TEST

START_TEST(a_text_cell_holds_comments_only)
{
	check_refused("# %% [markdown]\n# text\nx = 1\n", 3, 0,
		"the lines of the cell [markdown] are comments",
		"begin the line with \"# \", or the next cell with a line like \"# %% coroutine\"");
}
END_TEST

START_TEST(settings_must_be_known_and_there_once)
{
	check_refused("# %% [markdown]\n# compare: none\n# teach: send\n# %% coroutine\n", 3, 2,
		"unknown setting 'teach'", "a setting is one of teaches, point, compare");
	check_refused("# %% [markdown]\n# compare: word\n# %% coroutine\n", 2, 11,
		"unknown way to compare 'word'", "compare: is one of output, lines, result, none");
	check_refused("# %% [markdown]\n# compare: none\n# compare: none\n# %% coroutine\n", 3, 2,
		"the setting compare is there twice", NULL);
}
END_TEST

START_TEST(a_point_is_a_step_of_a_side_and_what_it_shows)
{
	struct scenario sc = read_scenario(
		"# %% [markdown]\n# point: 7 a; b = 1\n"
		"# point: subroutine  12\n# compare: none\n"
		"# point: coroutine 999999999999999   x \n"
		"# %% coroutine\npass\n");
	ck_assert_uint_eq(sc.npoints, 3);
	ck_assert_int_eq(sc.points[0].side, SIDE_COROUTINE);
	ck_assert_uint_eq(sc.points[0].step, 7);
	ck_assert_str_eq(sc.points[0].shows, "a; b = 1");
	ck_assert_int_eq(sc.points[1].side, SIDE_SUBROUTINE);
	ck_assert_uint_eq(sc.points[1].step, 12);
	ck_assert_str_eq(sc.points[1].shows, "");
	ck_assert_uint_eq(sc.points[2].step, 999999999999999);
	ck_assert_str_eq(sc.points[2].shows, "x");
	scenario_fini(&sc);
	static const char *const wrong[] = { "", "coroutine", "both 7", "-1", "7a", "1e3",
		"1000000000000000" };
	static const char *const named[] = { "", "", "both", "-1", "7a", "1e3",
		"1000000000000000" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char text[100], message[100];
		snprintf(text, sizeof text, "# %%%% [markdown]\n# point: %s\n# %%%% coroutine\n",
			wrong[i]);
		snprintf(message, sizeof message, "a point is a step, not '%s'", named[i]);
		uint32_t col = strcmp(wrong[i], "coroutine") == 0 ? 18 : *wrong[i] == '\0' ? 8 : 9;
		check_refused(text, 2, col, message, "as in point: coroutine 12 SUSPENDED; n=0");
	}
}
END_TEST

START_TEST(an_unknown_lesson_is_refused_with_the_known_ones)
{
	static const char text[] = "# %% [markdown]\n# teaches: send, sing\n# %% coroutine\n";
	struct scenario sc;
	struct diag d = { 0 };

	ck_assert(!scenario_from_text(&sc, "a.py", text, strlen(text), &d));
	ck_assert_str_eq(d.message, "unknown lesson 'sing'");
	ck_assert_uint_eq(d.span.line, 2);
	ck_assert_uint_eq(d.span.col, 17);
	ck_assert_ptr_nonnull(strstr(d.hint, "preserved-locals, single-thread"));
	diag_fini(&d);
	scenario_fini(&sc);
}
END_TEST

START_TEST(a_program_that_cannot_be_read_still_makes_a_scenario)
{
	struct scenario sc = read_scenario("x = 1  #> seen\ny = '\nz = 2  #> not seen\n");

	ck_assert_str_eq(sc.notes[0], "seen");
	ck_assert_ptr_null(sc.notes[2]);
	scenario_fini(&sc);
}
END_TEST

START_TEST(what_is_no_text_file_is_refused_as_by_source)
{
	check_refused(
		"x\xFF\n", 1, 1, "byte 0xff is not UTF-8", "save the file in the encoding UTF-8");
	struct scenario sc;
	struct diag d = { 0 };
	ck_assert(!scenario_read(&sc, "/nonexistent/a.py", &d));
	ck_assert_str_eq(d.message, "cannot be opened: No such file or directory");
	diag_fini(&d);
	scenario_fini(&sc);
}
END_TEST

START_TEST(sides_have_names)
{
	ck_assert_str_eq(side_name(SIDE_COROUTINE), "coroutine");
	ck_assert_str_eq(side_name(SIDE_SUBROUTINE), "subroutine");
}
END_TEST

Suite *scenario_suite(void)
{
	Suite *s = suite_create("scenario");
	TCase *t = tcase_create("scenario");
	tcase_add_test(t, each_program_is_the_file_without_the_cells_of_the_other);
	tcase_add_test(t, the_lesson_is_the_markdown_without_its_settings);
	tcase_add_test(t, notes_are_comments_and_never_parts_of_strings);
	tcase_add_test(t, the_input_cell_gives_lines);
	tcase_add_test(t, a_file_without_cells_is_the_coroutine_program);
	tcase_add_test(t, an_empty_file_is_an_empty_program);
	tcase_add_test(t, comments_may_stand_before_the_first_cell_but_no_code);
	tcase_add_test(t, a_cell_must_be_known_and_there_once);
	tcase_add_test(t, markers_are_read_as_jupytext_writes_them);
	tcase_add_test(t, what_only_looks_like_a_marker_is_the_programs);
	tcase_add_test(t, some_cell_must_be_a_program);
	tcase_add_test(t, a_text_cell_holds_comments_only);
	tcase_add_test(t, settings_must_be_known_and_there_once);
	tcase_add_test(t, a_point_is_a_step_of_a_side_and_what_it_shows);
	tcase_add_test(t, an_unknown_lesson_is_refused_with_the_known_ones);
	tcase_add_test(t, a_program_that_cannot_be_read_still_makes_a_scenario);
	tcase_add_test(t, what_is_no_text_file_is_refused_as_by_source);
	tcase_add_test(t, sides_have_names);
	suite_add_tcase(s, t);
	return s;
}
