/* The screen as a picture in SVG. */

#include "ui/canvas/svg.h"

#include "base/sbuf.h"
#include "hostile.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

static char *draw(const struct canvas *c, enum theme theme)
{
	struct sbuf out = { 0 };
	svg_draw(c, theme, &out);
	return sbuf_take(&out);
}

static bool has(const char *svg, const char *part)
{
	return strstr(svg, part) != NULL;
}

START_TEST(text_stands_in_its_place_and_colour)
{
	struct canvas c = { 0 };
	canvas_size(&c, 2, 20);
	canvas_str(&c, canvas_rect(&c), 1, 3, ROLE_SUSPENDED, "a < b & c");
	char *svg = draw(&c, THEME_DARK);
	ck_assert(has(svg,
		"<text class=\"suspended\" x=\"36\" y=\"41\" textLength=\"81\">a &lt; b &amp; "
		"c</text>"));
	ck_assert(has(svg, ".suspended{fill:#ffaf00;font-weight:bold}"));
	free(svg);
	svg = draw(&c, THEME_LIGHT);
	ck_assert(has(svg, ".suspended{fill:#875f00;font-weight:bold}"));
	free(svg);
	canvas_fini(&c);
}
END_TEST

START_TEST(the_current_line_is_reversed)
{
	struct canvas c = { 0 };
	canvas_size(&c, 1, 10);
	canvas_str(&c, canvas_rect(&c), 0, 0, ROLE_NORMAL, "n = 1");
	canvas_paint(&c, canvas_rect(&c), ROLE_CURRENT);
	char *svg = draw(&c, THEME_DARK);
	ck_assert(has(svg, "<rect x=\"9\" y=\"9\" width=\"90\" height=\"18\" fill=\"#d8d8d8\"/>"));
	ck_assert(has(svg, ".current{fill:#1b1b1b;font-weight:bold}"));
	free(svg);
	canvas_fini(&c);
}
END_TEST

START_TEST(lanes_and_rules_are_drawn)
{
	struct canvas c = { 0 };
	canvas_size(&c, 2, 10);
	canvas_rule_right(&c, canvas_rect(&c), 0, 0, 2);
	for (int i = 0; i < 3; i++)
		canvas_glyph(&c, canvas_rect(&c), 1, i, ROLE_RUNNING, GLYPH_RUNNING);
	char *svg = draw(&c, THEME_DARK);
	ck_assert(has(svg, "<path class=\"rule\" d=\"M13 18h10v1h-10z\"/>"));
	ck_assert(
		has(svg, "<rect class=\"running\" x=\"9\" y=\"27\" width=\"27\" height=\"18\"/>"));
	ck_assert(!has(svg, "█"));
	free(svg);
	canvas_fini(&c);
}
END_TEST

START_TEST(a_rule_is_one_piece_as_far_as_it_goes)
{
	struct canvas c = { 0 };
	canvas_size(&c, 3, 6);
	canvas_box(&c, canvas_rect(&c));
	canvas_rule_down(&c, canvas_rect(&c), 0, 2, 3);
	char *svg = draw(&c, THEME_LIGHT);
	ck_assert(has(svg,
		"d=\"M13 18h46v1h-46zM13 18v37h1v-37zM31 18v37h1v-37zM58 18v37h1v-37z"
		"M13 54h46v1h-46z\"/>"));
	free(svg);
	canvas_fini(&c);
}
END_TEST

/* Every '<' begins a tag of ours, and nothing is below a blank but newlines. */
START_TEST(hostile_text_stays_text)
{
	static const char *const tags[] = { "svg ", "/svg>", "style>", "/style>", "rect ", "path ",
		"text ", "/text>" };
	uint32_t state = (uint32_t)_i + 1;
	struct canvas c = { 0 };
	canvas_size(&c, 1 + hostile_number(&state, 30), 1 + hostile_number(&state, 120));
	hostile_screen(&state, &c, canvas_rect(&c));
	canvas_str(&c, canvas_rect(&c), 0, 0, ROLE_NORMAL, "</text><script>&amp;");
	char *svg = draw(&c, THEME_DARK);
	for (const char *at = svg; *at != '\0'; at++) {
		ck_assert(*at == '\n' || (unsigned char)*at >= ' ');
		size_t i = 0;
		while (*at == '<' && i < sizeof tags / sizeof *tags &&
			strncmp(at + 1, tags[i], strlen(tags[i])) != 0)
			i++;
		ck_assert_msg(i < sizeof tags / sizeof *tags, "%.20s", at);
	}
	free(svg);
	canvas_fini(&c);
}
END_TEST

Suite *svg_suite(void)
{
	Suite *s = suite_create("svg");
	TCase *t = tcase_create("svg");
	tcase_add_test(t, text_stands_in_its_place_and_colour);
	tcase_add_test(t, the_current_line_is_reversed);
	tcase_add_test(t, lanes_and_rules_are_drawn);
	tcase_add_test(t, a_rule_is_one_piece_as_far_as_it_goes);
	tcase_add_loop_test(t, hostile_text_stays_text, 0, 50);
	suite_add_tcase(s, t);
	return s;
}
