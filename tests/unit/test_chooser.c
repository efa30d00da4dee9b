/* The list of lessons without a terminal: what it shows, and what keys do with it. */

#include "ui/pane/chooser.h"

#include "base/utf8.h"
#include "ui/canvas/keys.h"

#include <check.h>

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct lesson lessons[] = {
	{ (char[]){ "01-one" }, 1, (char[]){ "1.py" }, false, (char[]){ "The first" },
		(char[]){ "It begins." }, (char[]){ "entry" }, "First part" },
	{ (char[]){ "02-two" }, 2, (char[]){ "2.py" }, false, (char[]){ "The second" },
		(char[]){ "It goes on." }, (char[]){ "re-entry" }, "First part" },
	{ (char[]){ "10-ten" }, 10, (char[]){ "10.py" }, false, (char[]){ "The tenth" },
		(char[]){ "There are many." }, (char[]){ "entry" }, "Second part" },
	{ (char[]){ "45-later" }, 45, (char[]){ "45.py" }, false, (char[]){ "The last" },
		(char[]){ "It ends." }, (char[]){ "gather" }, "Second part" },
	{ (char[]){ "mine" }, -1, (char[]){ "mine.py" }, false, (char[]){ "My own" },
		(char[]){ "" }, (char[]){ "" }, NULL },
};
static char *done[] = { (char[]){ "01-one" } };

struct scene {
	struct lesson_list list;
	struct progress progress;
	struct chooser k;
	struct canvas c;
};

static void begin(struct scene *s, int rows)
{
	*s = (struct scene){ .list = { .at = lessons, .len = COUNT(lessons) },
		.progress = { .at = done, .len = COUNT(done) } };
	s->k.lessons = &s->list;
	s->k.progress = &s->progress;
	canvas_size(&s->c, rows, 80);
	chooser_begin(&s->k);
	chooser_draw(&s->k, &s->c);
}

static void end(struct scene *s)
{
	chooser_fini(&s->k);
	canvas_fini(&s->c);
}

/* Presses keys, as "45<Enter>"; the wish of the last. */
static enum chooser_wish press(struct scene *s, const char *keys)
{
	enum chooser_wish wish = CHOOSER_NOTHING;
	struct input in;
	for (size_t n; (n = keys_read(keys, &in)) > 0; keys += n) {
		wish = chooser_input(&s->k, &in);
		chooser_draw(&s->k, &s->c);
	}
	return wish;
}

/* The row of the canvas that has a text; -1: none. */
static int row_of(const struct scene *s, const char *text)
{
	for (int row = 0; row < s->c.rows; row++) {
		struct sbuf b = { 0 };
		for (int col = 0; col < s->c.cols; col++)
			sbuf_utf8(&b, canvas_cell(&s->c, row, col)->c);
		bool found = strstr(sbuf_cstr(&b), text) != NULL;
		sbuf_fini(&b);
		if (found)
			return row;
	}
	return -1;
}

static void shows(const struct scene *s, const char *text)
{
	ck_assert_msg(row_of(s, text) >= 0, "no \"%s\" on the screen", text);
}

START_TEST(parts_have_headings_and_lessons_their_numbers)
{
	struct scene s;
	begin(&s, 24);
	ck_assert_int_eq(row_of(&s, " First part"), 1);
	ck_assert_int_eq(row_of(&s, "01  done  The first"), 2);
	ck_assert_int_eq(row_of(&s, "02        The second"), 3);
	ck_assert_int_eq(row_of(&s, " Second part"), 4);
	ck_assert_int_eq(row_of(&s, "10        The tenth"), 5);
	ck_assert_int_eq(row_of(&s, "My own"), 7);
	shows(&s, "1 of 5 done");
	end(&s);
}
END_TEST

START_TEST(the_first_lesson_that_is_not_done_is_chosen_and_told)
{
	struct scene s;
	begin(&s, 24);
	ck_assert_uint_eq(s.k.at, 1);
	shows(&s, "It goes on.");
	shows(&s, "It teaches: re-entry");
	press(&s, "j");
	shows(&s, "There are many.");
	press(&s, "$");
	ck_assert_uint_eq(s.k.at, 4);
	press(&s, "<Home>");
	ck_assert_uint_eq(s.k.at, 0);
	end(&s);
}
END_TEST

START_TEST(digits_choose_by_number)
{
	static const struct {
		const char *keys;
		size_t at;
	} cases[] = {
		{ "45", 3 },
		{ "4", 3 },
		{ "1", 0 },
		{ "10", 2 },
		{ "02", 1 },
		{ "0", 0 },
		{ "145", 3 },  /* no number begins with 14: a new one begins with 4 */
		{ "1j45", 3 }, /* another key ends a number */
		{ "99", 1 },   /* none: nothing is chosen */
		{ "45999", 3 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct scene s;
		begin(&s, 24);
		press(&s, cases[i].keys);
		ck_assert_msg(s.k.at == cases[i].at, "%s chooses %zu", cases[i].keys, s.k.at);
		ck_assert_int_eq(press(&s, "<Enter>"), CHOOSER_OPEN);
		end(&s);
	}
}
END_TEST

START_TEST(a_search_leaves_what_has_the_text)
{
	struct scene s;
	begin(&s, 24);
	press(&s, "/GATH");
	ck_assert_uint_eq(s.k.at, 3);
	ck_assert_int_eq(row_of(&s, "The second"), -1);
	ck_assert_int_eq(row_of(&s, " Second part"), 1);
	shows(&s, "/GATH");
	press(&s, "<Backspace><Backspace><Backspace><Backspace>second p");
	ck_assert_int_eq(row_of(&s, "The tenth"), 2);
	ck_assert_int_eq(row_of(&s, "The first"), -1);
	press(&s, "<Up>");
	ck_assert_uint_eq(s.k.at, 2);
	ck_assert_int_eq(press(&s, "q"), CHOOSER_NOTHING);
	shows(&s, "No lesson has this.");
	ck_assert_int_eq(press(&s, "<Enter>"), CHOOSER_NOTHING);
	press(&s, "<Esc>");
	shows(&s, "The first");
	ck_assert_uint_eq(s.k.at, 2);
	ck_assert_int_eq(press(&s, "/last<Enter>"), CHOOSER_OPEN);
	ck_assert_uint_eq(s.k.at, 3);
	shows(&s, "The first");
	end(&s);
}
END_TEST

START_TEST(h_helps)
{
	struct scene s;
	begin(&s, 24);
	press(&s, "h");
	shows(&s, "Digits choose a lesson by its number");
	press(&s, "x");
	ck_assert_int_eq(row_of(&s, "Digits choose"), -1);
	ck_assert_int_eq(press(&s, "q"), CHOOSER_QUIT);
	end(&s);
}
END_TEST

START_TEST(the_heading_of_a_chosen_lesson_comes_along)
{
	struct scene s;
	begin(&s, 6); /* five rows of the list */
	press(&s, "$");
	ck_assert_int_eq(row_of(&s, "First part"), -1);
	press(&s, "10");
	ck_assert_int_ge(row_of(&s, "Second part"), 0);
	press(&s, "1<Home>");
	ck_assert_int_eq(row_of(&s, "First part"), 0);
	end(&s);
}
END_TEST

START_TEST(a_click_chooses_a_lesson_and_no_heading)
{
	struct scene s;
	begin(&s, 24);
	struct input click = { .kind = INPUT_MOUSE, .mouse = MOUSE_LEFT, .row = 4 };
	ck_assert_int_eq(chooser_input(&s.k, &click), CHOOSER_NOTHING);
	ck_assert_uint_eq(s.k.at, 1);
	click.row = 5;
	ck_assert_int_eq(chooser_input(&s.k, &click), CHOOSER_NOTHING);
	ck_assert_uint_eq(s.k.at, 2);
	ck_assert_int_eq(chooser_input(&s.k, &click), CHOOSER_OPEN);
	end(&s);
}
END_TEST

START_TEST(no_size_and_no_list_is_too_small)
{
	struct scene s;
	for (int rows = 1; rows < 20; rows++) {
		begin(&s, rows);
		press(&s, "$/xyz<Esc>4<PageUp>h");
		end(&s);
		begin(&s, rows);
		s.list.len = 0;
		s.k.at = 0;
		ck_assert_int_eq(press(&s, "j/x<Esc>45<Enter>"), CHOOSER_NOTHING);
		end(&s);
	}
}
END_TEST

Suite *chooser_suite(void)
{
	Suite *s = suite_create("chooser");
	TCase *t = tcase_create("chooser");
	tcase_add_test(t, parts_have_headings_and_lessons_their_numbers);
	tcase_add_test(t, the_first_lesson_that_is_not_done_is_chosen_and_told);
	tcase_add_test(t, digits_choose_by_number);
	tcase_add_test(t, a_search_leaves_what_has_the_text);
	tcase_add_test(t, h_helps);
	tcase_add_test(t, the_heading_of_a_chosen_lesson_comes_along);
	tcase_add_test(t, a_click_chooses_a_lesson_and_no_heading);
	tcase_add_test(t, no_size_and_no_list_is_too_small);
	suite_add_tcase(s, t);
	return s;
}
