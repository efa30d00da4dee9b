/* The tables of colours: what can be read on what, and what stands out. */

#include "ui/canvas/look.h"

#include <check.h>

#include <math.h>
#include <stdint.h>

START_TEST(each_role_has_its_own_letter)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		for (int j = 0; j < i; j++)
			ck_assert_int_ne(
				role_look((enum role)i)->letter, role_look((enum role)j)->letter);
}
END_TEST

START_TEST(only_the_current_line_is_reversed)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		ck_assert_int_eq(role_look((enum role)i)->reverse,
			i == ROLE_CURRENT || i == ROLE_CURRENT_ENTRY || i == ROLE_CURRENT_POINT);
}
END_TEST

START_TEST(a_mark_in_the_bar_has_its_colour)
{
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		for (int colours = 8; colours <= 512; colours *= 2) {
			ck_assert_int_eq(
				look_colour(role_look(ROLE_POINT), (enum theme)theme, colours),
				look_colour(
					role_look(ROLE_CURRENT_POINT), (enum theme)theme, colours));
			ck_assert_int_eq(
				look_colour(role_look(ROLE_ENTRY), (enum theme)theme, colours),
				look_colour(
					role_look(ROLE_CURRENT_ENTRY), (enum theme)theme, colours));
		}
		ck_assert_int_ne(look_colour(role_look(ROLE_CURRENT), (enum theme)theme, 256),
			look_colour(role_look(ROLE_CURRENT_POINT), (enum theme)theme, 256));
	}
}
END_TEST

START_TEST(a_colour_is_chosen_by_what_the_terminal_has)
{
	const struct role_look *running = role_look(ROLE_RUNNING);
	const struct role_look *gone = role_look(ROLE_GONE);
	ck_assert_int_eq(look_colour(running, THEME_DARK, 8), 6);
	ck_assert_int_eq(look_colour(running, THEME_LIGHT, 8), 4);
	ck_assert_int_eq(look_colour(running, THEME_DARK, 16), 14);
	ck_assert_int_eq(look_colour(running, THEME_DARK, 256), 75);
	ck_assert_int_eq(look_colour(running, THEME_LIGHT, 256), 25);
	ck_assert_int_eq(look_colour(running, THEME_DARK, 1 << 24), 0x5fafff);
	ck_assert_int_eq(look_colour(gone, THEME_DARK, 1 << 24), 0x9e9e9e);
	ck_assert_int_eq(look_colour(gone, THEME_DARK, 8), -1);
	ck_assert_int_eq(look_colour(role_look(ROLE_NORMAL), THEME_DARK, 1 << 24), -1);
}
END_TEST

/* Contrast, as the Web Content Accessibility Guidelines 2.1 compute it: the ratio
 * of two relative luminances. */

static double linear(int byte)
{
	double c = byte / 255.0;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(int rgb)
{
	return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) +
		0.0722 * linear(rgb & 0xff);
}

static double contrast(int a, int b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
	return x > y ? x / y : y / x;
}

START_TEST(contrast_is_computed_as_the_guidelines_say)
{
	ck_assert_double_eq_tol(contrast(0x000000, 0xffffff), 21, 0.001);
	ck_assert_double_eq_tol(contrast(0xffffff, 0x777777), 4.478, 0.001);
	ck_assert_double_eq_tol(contrast(0x0000ff, 0xffffff), 8.592, 0.001);
}
END_TEST

enum { BACKGROUNDS_MAX = 8 };

static const struct {
	int of[BACKGROUNDS_MAX], n;
} backgrounds[] = {
	/* black; common editors and terminals; Solarized, Gruvbox, Nord, Ubuntu, our pictures */
	[THEME_DARK] = { { 0x000000, 0x1e1e1e, 0x002b36, 0x282828, 0x2e3440, 0x300a24, 0x1b1b1b },
		7 },
	/* white; Solarized and its highlights; Gruvbox, GNOME, our pictures */
	[THEME_LIGHT] = { { 0xffffff, 0xfdf6e3, 0xeee8d5, 0xfbf1c7, 0xf6f5f4, 0xfbfbfb }, 6 },
};

#define CONTRAST_LEAST 4.5

static void expect_contrast(const struct role_look *look, int colour, int background)
{
	double got = contrast(colour, background);
	ck_assert_msg(got >= CONTRAST_LEAST, "%s: #%06x on #%06x is %.2f:1", look->name,
		(unsigned)colour, (unsigned)background, got);
}

START_TEST(every_role_can_be_read_on_usual_backgrounds)
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct role_look *look = role_look((enum role)r);
		int colour = look_colour(look, (enum theme)_i, 1 << 24);
		ck_assert_int_eq(colour < 0, look_colour(look, (enum theme)_i, 256) < 0);
		for (int k = 0; colour >= 0 && k < backgrounds[_i].n; k++)
			expect_contrast(look, colour, backgrounds[_i].of[k]);
	}
}
END_TEST

/* A colour beyond the first 16 of the 256 is the same everywhere, and so the table for
 * 256 is as good as that in red, green and blue. */
START_TEST(no_colour_of_256_is_what_a_person_set_it_to)
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		int colour = look_colour(role_look((enum role)r), (enum theme)_i, 256);
		ck_assert(colour == -1 || (colour >= 16 && colour < 256));
	}
}
END_TEST

/* The first 16 as xterm has them, and as a PC does. */
static const int palettes[][16] = {
	{ 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
		0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff },
	{ 0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
		0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff },
};

/* Where there are so few, a bold one is a bright one. */
START_TEST(few_colours_can_be_read_on_black_and_white)
{
	static const int black_or_white[] = { [THEME_DARK] = 0x000000, [THEME_LIGHT] = 0xffffff };
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct role_look *look = role_look((enum role)r);
		for (int colours = 8; colours <= 16; colours += 8) {
			int colour = look_colour(look, (enum theme)_i, colours);
			if (colour >= 0 && colour < 8 && look->bold)
				colour += 8;
			for (int p = 0; colour >= 0 && p < 2; p++)
				expect_contrast(look, palettes[p][colour], black_or_white[_i]);
		}
	}
}
END_TEST

/* How far a colour is from grey. */
static int chroma(const struct role_look *look, enum theme theme)
{
	int rgb = look_colour(look, theme, 1 << 24), least = 255, most = 0;
	for (int shift = 0; shift <= 16; shift += 8) {
		int byte = rgb >> shift & 0xff;
		least = byte < least ? byte : least;
		most = byte > most ? byte : most;
	}
	return most - least;
}

static const enum role syntax[] = { ROLE_KEYWORD, ROLE_STRING, ROLE_COMMENT, ROLE_NUMERAL,
	ROLE_DEFINED };
static const enum role states[] = { ROLE_RUNNING, ROLE_SUSPENDED, ROLE_ENTRY, ROLE_POINT,
	ROLE_ERROR, ROLE_BREAKPOINT };
enum { SYNTAX = sizeof syntax / sizeof *syntax, STATES = sizeof states / sizeof *states };

START_TEST(syntax_is_quieter_than_states)
{
	for (int i = 0; i < SYNTAX; i++) {
		const struct role_look *quiet = role_look(syntax[i]);
		ck_assert(!quiet->bold && !quiet->underline && !quiet->reverse);
		for (int k = 0; k < STATES; k++) {
			const struct role_look *loud = role_look(states[k]);
			ck_assert(loud->bold);
			ck_assert_msg(4 * chroma(quiet, (enum theme)_i) <=
					3 * chroma(loud, (enum theme)_i),
				"%s is as strong as %s", quiet->name, loud->name);
		}
	}
}
END_TEST

START_TEST(syntax_has_no_colours_where_there_are_few)
{
	for (int i = 0; i < SYNTAX; i++) {
		ck_assert_int_eq(look_colour(role_look(syntax[i]), (enum theme)_i, 8), -1);
		ck_assert_int_eq(look_colour(role_look(syntax[i]), (enum theme)_i, 16), -1);
		ck_assert_int_ge(look_colour(role_look(syntax[i]), (enum theme)_i, 256), 16);
	}
}
END_TEST

Suite *look_suite(void)
{
	Suite *s = suite_create("look");
	TCase *t = tcase_create("look");
	tcase_add_test(t, each_role_has_its_own_letter);
	tcase_add_test(t, only_the_current_line_is_reversed);
	tcase_add_test(t, a_mark_in_the_bar_has_its_colour);
	tcase_add_test(t, a_colour_is_chosen_by_what_the_terminal_has);
	tcase_add_test(t, contrast_is_computed_as_the_guidelines_say);
	tcase_add_loop_test(t, every_role_can_be_read_on_usual_backgrounds, 0, THEME_COUNT);
	tcase_add_loop_test(t, no_colour_of_256_is_what_a_person_set_it_to, 0, THEME_COUNT);
	tcase_add_loop_test(t, few_colours_can_be_read_on_black_and_white, 0, THEME_COUNT);
	tcase_add_loop_test(t, syntax_is_quieter_than_states, 0, THEME_COUNT);
	tcase_add_loop_test(t, syntax_has_no_colours_where_there_are_few, 0, THEME_COUNT);
	suite_add_tcase(s, t);
	return s;
}
