/* What single panes draw. */

#include "ui/pane/pane_frames.h"
#include "ui/pane/pane_source.h"
#include "ui/pane/pane_story.h"
#include "ui/pane/syntax.h"

#include "base/mem.h"
#include "base/sbuf.h"

#include <check.h>

#include <string.h>

static struct canvas canvas(int rows, int cols, enum charset charset)
{
	struct canvas c = { .charset = charset };
	canvas_size(&c, rows, cols);
	return c;
}

static void expect(struct canvas *c, const char *want)
{
	struct sbuf out = { 0 };
	canvas_dump(c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
	canvas_fini(c);
}

static void expect_roles(const struct canvas *c, int row, const char *want)
{
	struct sbuf out = { 0 };
	for (int col = 0; col < c->cols; col++)
		sbuf_char(&out, role_look((enum role)canvas_cell(c, row, col)->role)->letter);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
}

/* Source. */

static struct view_line line(uint32_t number, const char *text)
{
	return (struct view_line){
		.number = number, .text = text, .len = strlen(text), .mine = true
	};
}

static const struct view_point point_one = { 1, 3 };
static const struct view_goes_on first_one[] = { { 1, 1, 1 }, { 2, 2, 1 }, { 3, 3, 1 } };

/* A generator of four lines, suspended; its caller runs. */
static void make_counter(struct view_line lines[6])
{
	lines[0] = line(8, "def counter(limit):");
	lines[0].entry = true;
	lines[1] = line(9, "    n = 0");
	lines[2] = line(10, "    while n < limit:");
	lines[3] = line(11, "        yield n");
	lines[3].points = &point_one;
	lines[3].npoints = 1;
	lines[3].goes_on = first_one;
	lines[3].goes_on_name = "counter#1";
	lines[3].ngoes_on = 1;
	lines[4] = (struct view_line){ 0 };
	lines[5] = line(14, "for value in counter(3):");
	lines[5].current = true;
}

static void draw_source(struct canvas *c, struct view_line *lines, uint32_t n,
	const struct view_line *pinned, bool below)
{
	struct pane_source p = { .lines = lines,
		.nlines = n,
		.pinned = pinned,
		.pinned_below = below,
		.moved = true,
		.digits = 2 };
	pane_source_draw(c, canvas_rect(c), &p);
}

START_TEST(the_source_shows_entry_points_and_where_it_goes_on)
{
	struct canvas c = canvas(6, 39, CHARSET_UTF8);
	struct view_line lines[6];
	make_counter(lines);
	draw_source(&c, lines, 6, NULL, false);
	expect(&c,
		"  8 ●  def counter(limit):\n"
		"  9        n = 0\n"
		" 10        while n < limit:\n"
		" 11 ◆1◄        yield n  ◄ #1 goes on\n"
		" ···\n"
		"►14    for value in counter(3):\n");
}
END_TEST

START_TEST(the_source_is_told_in_ascii)
{
	struct canvas c = canvas(6, 39, CHARSET_ASCII);
	struct view_line lines[6];
	make_counter(lines);
	draw_source(&c, lines, 6, NULL, false);
	expect(&c,
		"  8 @  def counter(limit):\n"
		"  9        n = 0\n"
		" 10        while n < limit:\n"
		" 11 *1<        yield n  < #1 goes on\n"
		" ...\n"
		">14    for value in counter(3):\n");
}
END_TEST

START_TEST(the_current_line_stands_out_in_its_whole_width_if_the_side_moved)
{
	struct canvas c = canvas(1, 12, CHARSET_UTF8);
	struct view_line l = line(5, "x = 1");
	l.current = true;
	draw_source(&c, &l, 1, NULL, false);
	expect_roles(&c, 0, "cccccccccccc");
	canvas_erase(&c, canvas_rect(&c));
	struct pane_source p = { .lines = &l, .nlines = 1, .digits = 2 };
	pane_source_draw(&c, canvas_rect(&c), &p);
	expect_roles(&c, 0, "r...........");
	expect(&c, "► 5    x = 1\n");
}
END_TEST

START_TEST(marks_and_what_is_said_behind_keep_their_colour_in_the_bar)
{
	struct canvas c = canvas(2, 40, CHARSET_UTF8);
	struct view_line lines[2] = { line(5, "yield n"), line(6, "def f():") };
	lines[0].current = lines[1].current = true;
	lines[0].points = &point_one;
	lines[0].npoints = 1;
	lines[0].goes_on = first_one;
	lines[0].goes_on_name = "f#1";
	lines[0].ngoes_on = 1;
	lines[1].entry = true;
	draw_source(&c, lines, 2, NULL, false);
	expect_roles(&c, 0, "ccccPPPcccccccccPPPPPPPPPPPPPPPPPPcccccc");
	expect_roles(&c, 1, "ccccEccccccccccccccccccccccccccccccccccc");
	expect(&c,
		"► 5 ◆1◄yield n  ◄ f#1 goes on here\n"
		"► 6 ●  def f():\n");
}
END_TEST

START_TEST(a_line_has_the_colours_of_its_syntax)
{
	struct canvas c = canvas(5, 30, CHARSET_UTF8);
	struct source file = { 0 };
	struct diag d = { 0 };
	const char *text =
		"def f():\n\tx = 'é漢' # c\nname = 12\n    return 1234567890123456789\n"
		"x = 1\n";
	ck_assert(source_from_text(&file, "f.py", text, strlen(text), &d));
	uint8_t *roles = syntax_roles(&file);
	struct view_line lines[5];
	for (uint32_t i = 0; i < 5; i++) {
		lines[i] = line(i + 1, "");
		lines[i].text = source_line(&file, i + 1, &lines[i].len);
	}
	lines[2].current = true;
	lines[4].mine = false;
	struct pane_source p = {
		.lines = lines, .nlines = 5, .digits = 2, .file = &file, .roles = roles
	};
	pane_source_draw(&c, canvas_rect(&c), &p);
	expect_roles(&c, 0, "..n....KKK.D..................");
	expect_roles(&c, 1, "..n................SSSSS.CCC..");
	expect_roles(&c, 2, "r.............NN..............");
	expect_roles(&c, 3, "..n........KKKKKK.NNNNNNNNNNNN");
	expect_roles(&c, 4, "..n....ggggg..................");
	p.moved = true;
	pane_source_draw(&c, canvas_rect(&c), &p);
	expect_roles(&c, 2, "cccccccccccccccccccccccccccccc");
	mem_free(roles);
	source_fini(&file);
	canvas_fini(&c);
}
END_TEST

START_TEST(a_wide_source_says_more)
{
	struct canvas c = canvas(2, 70, CHARSET_UTF8);
	struct view_line lines[2] = { line(3, "    yield n"), line(4, "    yield n + 1") };
	for (int i = 0; i < 2; i++) {
		lines[i].points = &point_one;
		lines[i].npoints = 1;
	}
	lines[0].goes_on = first_one;
	lines[0].goes_on_name = "counter#1";
	lines[0].ngoes_on = 3;
	lines[0].more = 4;
	draw_source(&c, lines, 2, NULL, false);
	expect(&c,
		"  3 ◆1◄    yield n  ◄ counter#1 #2 #3 +4 go on here\n"
		"  4 ◆1     yield n + 1                              re-entered 3 times\n");
}
END_TEST

START_TEST(a_line_too_long_gives_way_to_what_is_said_behind_it)
{
	struct canvas c = canvas(2, 39, CHARSET_UTF8);
	struct view_line lines[2] = { line(3, "    received = yield compute(a, b, c)"),
		line(4, "    nothing = said_behind(this, line, here)") };
	lines[0].goes_on = first_one;
	lines[0].goes_on_name = "counter#1";
	lines[0].ngoes_on = 1;
	draw_source(&c, lines, 2, NULL, false);
	expect(&c,
		"  3   ◄    received = yield comp…  ◄ #1\n"
		"  4        nothing = said_behind(this,…\n");
}
END_TEST

START_TEST(a_resume_links_the_two_lines)
{
	struct canvas c = canvas(2, 54, CHARSET_UTF8);
	struct view_line lines[2] = { line(3, "    x = yield"), line(9, "g.send(5)") };
	lines[0].current = true;
	lines[0].resumed_by = "<module>";
	lines[0].resumed_with = "5";
	lines[1].caller = true;
	draw_source(&c, lines, 2, NULL, false);
	expect(&c,
		"► 3        x = yield  <── resumed by <module> with 5\n"
		"─ 9    g.send(5)  resumes it ──>\n");
}
END_TEST

START_TEST(a_yield_shows_what_goes_out)
{
	struct canvas c = canvas(2, 40, CHARSET_UTF8);
	struct view_line lines[2] = { line(3, "    yield n"),
		line(4, "    result = yield self.value") };
	for (int i = 0; i < 2; i++) {
		lines[i].goes_on = first_one;
		lines[i].goes_on_name = "counter#1";
		lines[i].ngoes_on = 1;
		lines[i].yields = "'abc'";
	}
	draw_source(&c, lines, 2, NULL, false);
	expect(&c,
		"  3   ◄    yield n  ──> 'abc'  ◄ #1\n"
		"  4   ◄    result = yield self.value\n");
}
END_TEST

START_TEST(the_waiting_caller_stays_in_sight)
{
	struct view_line lines[3] = { line(1, "a"), line(2, "b"), line(3, "c") };
	struct view_line pinned = line(31, "print(next(g))");
	pinned.caller = true;
	struct canvas c = canvas(3, 30, CHARSET_UTF8);
	draw_source(&c, lines, 3, &pinned, true);
	expect(&c, "  1    a\n  2    b\n─31    print(next(g))\n");
	c = canvas(3, 30, CHARSET_UTF8);
	draw_source(&c, lines, 3, &pinned, false);
	expect(&c, "─31    print(next(g))\n  2    b\n  3    c\n");
}
END_TEST

START_TEST(lines_that_are_left_out_are_marked)
{
	struct view_line lines[3] = { line(1, "a"), line(2, "b"), line(31, "c") };
	lines[1].skips = true;
	struct canvas c = canvas(3, 30, CHARSET_UTF8);
	draw_source(&c, lines, 3, NULL, false);
	expect(&c, "  1    a\n  2…   b\n 31    c\n");
	lines[1].breakpoint = true;
	c = canvas(3, 30, CHARSET_ASCII);
	draw_source(&c, lines, 3, NULL, false);
	expect(&c, "  1    a\n  2!   b\n 31    c\n");
}
END_TEST

/* Frames. */

static const struct view_var limit_n[] = { { "limit", "3", NULL, NULL }, { "n", "0", NULL, NULL } };
static const struct view_var changed[] = { { "i", "2", "1", NULL }, { "new", "7", "", NULL } };
static const struct view_var only_n[] = { { "n", "0", NULL, NULL } };

static const struct view_frame frames[] = {
	{ .slot = 0,
		.state = VIEW_RUNNING,
		.name = "<module>",
		.line = 14,
		.vars = changed,
		.nvars = 2 },
	{ .slot = 1,
		.state = VIEW_SUSPENDED,
		.name = "counter#1",
		.line = 11,
		.point = 1,
		.vars = limit_n,
		.nvars = 2 },
	{ .slot = 2, .state = VIEW_GONE, .name = "next#1", .line = 28, .vars = only_n, .nvars = 1 },
	{ .slot = 3, .state = VIEW_NOTHING },
	{ .slot = 4, .state = VIEW_CREATED, .name = "counter#2", .line = 8, .fresh = true },
};
enum { FRAMES = sizeof frames / sizeof *frames };

static void draw_frames(struct canvas *c, int rows_each)
{
	struct pane_frames p = { .frames = frames, .nframes = FRAMES, .rows_each = rows_each };
	pane_frames_draw(c, canvas_rect(c), &p);
}

START_TEST(frames_fit_one_row_each)
{
	struct canvas c = canvas(5, 39, CHARSET_UTF8);
	draw_frames(&c, 1);
	expect_roles(&c, 0, "r.rrrrrrrr..rrrrrrr.....vvvvv.vvvvv....");
	expect(&c,
		"█ <module>  RUNNING L14 i=1→2 new=7\n"
		"▒ counter#1 SUSPENDED ◆1 limit=3 n=0\n"
		"× next#1    GONE  lost (n=0)\n"
		"\n"
		"○ counter#2 CREATED L8 new\n");
}
END_TEST

START_TEST(frames_of_two_rows_say_what_is_kept_and_lost)
{
	struct canvas c = canvas(10, 39, CHARSET_UTF8);
	draw_frames(&c, 2);
	expect(&c,
		"█ <module>  RUNNING L14\n"
		"  i=1→2  new=7\n"
		"▒ counter#1 SUSPENDED ◆1\n"
		"  kept limit=3  n=0\n"
		"× next#1    GONE\n"
		"  lost (n=0)\n"
		"\n"
		"\n"
		"○ counter#2 CREATED L8\n"
		"  new\n");
}
END_TEST

START_TEST(a_wide_pane_has_one_row_for_all)
{
	struct canvas c = canvas(3, 70, CHARSET_ASCII);
	draw_frames(&c, 1);
	expect(&c,
		"# <module>         RUNNING   L14  i=1->2 new=7\n"
		"% counter#1        SUSPENDED *1   kept limit=3 n=0\n"
		"x next#1           GONE           lost (n=0)\n");
}
END_TEST

START_TEST(a_waiting_frame_says_for_whom)
{
	static const struct view_frame waiting = {
		.state = VIEW_WAITING, .name = "<module>", .line = 14, .waits_for = "fib#1"
	};
	struct pane_frames p = { .frames = &waiting, .nframes = 1, .rows_each = 1 };
	struct canvas c = canvas(1, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, "─ <module>  WAITING L14 for fib#1\n");
}
END_TEST

START_TEST(a_name_that_is_too_long_keeps_its_number)
{
	static const struct view_frame long_name = {
		.state = VIEW_CREATED, .name = "Producer.produce#12", .line = 14
	};
	struct pane_frames p = { .frames = &long_name, .nframes = 1, .rows_each = 1 };
	struct canvas c = canvas(1, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, "○ Produ…#12 CREATED L14\n");
}
END_TEST

START_TEST(what_changed_is_in_sight)
{
	static const struct view_var vars[] = { { "first", "'a long text'", NULL, NULL },
		{ "second", "2", NULL, NULL }, { "third", "3", "2", NULL } };
	static const struct view_frame f = {
		.state = VIEW_RUNNING, .name = "f#1", .line = 14, .vars = vars, .nvars = 3
	};
	struct pane_frames p = { .frames = &f, .nframes = 1, .rows_each = 1 };
	struct canvas c = canvas(1, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, "█ f#1       RUNNING L14 …third=2→3\n");
}
END_TEST

/* A frame of one row in a pane of narrow width, alone. */
static void expect_frame(const struct view_frame *f, const char *want)
{
	struct pane_frames p = { .frames = f, .nframes = 1, .rows_each = 1 };
	struct canvas c = canvas(1, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, want);
}

START_TEST(long_values_make_room_for_the_others)
{
	static const struct view_var vars[] = {
		{ "self", "<Job name='load', n=1>", NULL, "<Job>" },
		{ "n", "1", NULL, NULL },
		{ "m", "5", "4", NULL },
	};
	struct view_frame f = {
		.state = VIEW_RUNNING, .name = "step#1", .line = 3, .vars = vars, .nvars = 2
	};
	expect_frame(&f, "█ step#1    RUNNING L3 self=<Job> n=1\n");
	static const struct view_var list[] = { { "made", "[1000, 2000, 3000]", NULL, NULL },
		{ "m", "5", NULL, NULL } };
	f.vars = list;
	expect_frame(&f, "█ step#1    RUNNING L3 made=[1000…] m=5\n");
	static const struct view_var short_list[] = { { "r", "[1000, 2000, 3000]", NULL, NULL },
		{ "m", "5", NULL, NULL } };
	f.vars = short_list;
	expect_frame(&f, "█ step#1    RUNNING L3 r=[1000, …] m=5\n");
}
END_TEST

START_TEST(what_a_frame_had_is_told_in_brief)
{
	static const struct view_var vars[] = { { "self", "<Job name='load', n=1>",
							"<Job name='load', n=0>", "<Job>" },
		{ "n", "1", NULL, NULL } };
	struct view_frame f = {
		.state = VIEW_GONE, .name = "step#1", .line = 3, .vars = vars, .nvars = 2
	};
	expect_frame(&f, "× step#1    GONE  lost (self=<Job> n=1)\n");
}
END_TEST

START_TEST(an_old_value_gives_way)
{
	static const struct view_var vars[] = { { "word", "'blue'", "'red'", NULL },
		{ "n", "1", NULL, NULL } };
	static const struct view_frame f = {
		.state = VIEW_RUNNING, .name = "f#1", .line = 3, .vars = vars, .nvars = 2
	};
	expect_frame(&f, "█ f#1       RUNNING L3 word='blue' n=1\n");
}
END_TEST

START_TEST(a_zoomed_frame_tells_its_values_over_several_rows)
{
	static const struct view_var vars[] = {
		{ "self", "<Watch basket=['egg', 'milk'], before=1>",
			"<Watch basket=['egg'], before=1>", "<Watch>" },
		{ "now", "2", NULL, NULL },
	};
	static const struct view_frame f = {
		.state = VIEW_GONE, .name = "new#1", .line = 14, .vars = vars, .nvars = 2
	};
	struct pane_frames p = { .frames = &f, .nframes = 1, .rows_each = 6 };
	struct canvas c = canvas(6, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c,
		"× new#1     GONE\n"
		"  lost (self=<Watch basket=['egg'], bef\n"
		"       ore=1>→<Watch basket=['egg', 'mi\n"
		"       lk'], before=1>  now=2)\n"
		"\n"
		"\n");
}
END_TEST

START_TEST(the_last_slots_have_the_rows_to_spare)
{
	struct pane_frames p = { .frames = frames, .nframes = 3, .rows_each = 1 };
	struct canvas c = canvas(4, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c,
		"█ <module>  RUNNING L14 i=1→2 new=7\n"
		"▒ counter#1 SUSPENDED ◆1 limit=3 n=0\n"
		"× next#1    GONE\n"
		"  lost (n=0)\n");
}
END_TEST

START_TEST(a_long_name_has_the_room_of_its_row)
{
	static const struct view_frame long_name = {
		.state = VIEW_WAITING, .name = "class Counter", .line = 14, .waits_for = "f#1"
	};
	struct pane_frames p = { .frames = &long_name, .nframes = 1, .rows_each = 2 };
	struct canvas c = canvas(2, 39, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, "─ class Counter WAITING L14 for f#1\n\n");
	c = canvas(2, 28, CHARSET_UTF8);
	pane_frames_draw(&c, canvas_rect(&c), &p);
	expect(&c, "─ class Coun… WAITING L14\n\n");
}
END_TEST

START_TEST(slots_get_two_rows_if_all_can)
{
	ck_assert_int_eq(pane_frames_rows_each(4, 2), 2);
	ck_assert_int_eq(pane_frames_rows_each(4, 3), 1);
	ck_assert_int_eq(pane_frames_rows_each(9, 2), 2);
	ck_assert_int_eq(pane_frames_rows_each(0, 2), 1);
	ck_assert_int_eq(pane_frames_rows_each(4, 0), 1);
}
END_TEST

/* Lanes. */

/* Story and status. */

START_TEST(a_second_note_stands_behind_the_first_if_it_has_room)
{
	struct pane_story p = { .tells = { true, true },
		.named = true,
		.note = { "one turn", "and another" },
		.note_rows = 1 };
	struct canvas c = canvas(1, 34, CHARSET_UTF8);
	pane_story_draw(&c, canvas_rect(&c), &p);
	expect(&c, " CO  » one turn  SUB » and another\n");
	c = canvas(1, 33, CHARSET_UTF8);
	pane_story_draw(&c, canvas_rect(&c), &p);
	expect(&c, " CO  » one turn\n");
}
END_TEST

START_TEST(each_side_has_its_sentence_and_the_notes_a_row)
{
	struct canvas c = canvas(3, 60, CHARSET_UTF8);
	struct pane_story p = {
		.tells = { true, true },
		.named = true,
		.sentence = { "counter#1 yields 0.", "next#2 is called." },
		.note = { NULL, "only control leaves" },
		.sentence_rows = 1,
		.note_rows = 1,
	};
	pane_story_draw(&c, canvas_rect(&c), &p);
	expect(&c,
		" CO  counter#1 yields 0.\n"
		" SUB next#2 is called.\n"
		" SUB » only control leaves\n");
}
END_TEST

START_TEST(a_long_sentence_is_wrapped_and_then_cut)
{
	struct canvas c = canvas(2, 20, CHARSET_UTF8);
	struct pane_story p = { .tells = { true, false },
		.sentence = { "one two three four five six seven eight nine", NULL },
		.sentence_rows = 2 };
	pane_story_draw(&c, canvas_rect(&c), &p);
	expect(&c, " one two three four\n five six seven    …\n");
}
END_TEST

static const struct pane_hint hints[] = { { "n", "next", 0 }, { "p", "back", 2 },
	{ "Tab", "side", 1 } };

static void draw_status(struct canvas *c, const char *message, bool refused)
{
	struct pane_status p = { .place = "step 17/31",
		.message = message,
		.refused = refused,
		.hints = hints,
		.nhints = 3 };
	pane_status_draw(c, canvas_rect(c), &p);
}

START_TEST(the_status_has_the_step_and_as_many_hints_as_fit)
{
	struct canvas c = canvas(1, 40, CHARSET_UTF8);
	draw_status(&c, "", false);
	expect(&c, " step 17/31  n next  p back  Tab side\n");
	c = canvas(1, 36, CHARSET_UTF8);
	draw_status(&c, "", false);
	expect(&c, " step 17/31  n next  Tab side\n");
	c = canvas(1, 20, CHARSET_UTF8);
	draw_status(&c, NULL, false);
	expect(&c, "step 17/31  n next\n");
	c = canvas(1, 9, CHARSET_UTF8);
	draw_status(&c, NULL, false);
	expect(&c, "step 17/…\n");
}
END_TEST

START_TEST(a_message_stands_in_place_of_the_hints)
{
	struct canvas c = canvas(1, 40, CHARSET_UTF8);
	draw_status(&c, "this is the end", true);
	expect_roles(&c, 0,
		"utttttttttt"
		"uuxxxxxxxxxxxxxxxuuuuuuuuuuuu");
	expect(&c, " step 17/31  this is the end\n");
}
END_TEST

START_TEST(every_pane_can_be_drawn_at_every_size)
{
	for (int rows = 0; rows < 8; rows++) {
		for (int cols = 0; cols < 70; cols++) {
			struct canvas c = canvas(rows, cols, (enum charset)(cols % 3));
			struct view_line lines[6];
			make_counter(lines);
			draw_source(&c, lines, 6, &lines[5], cols % 2 == 0);
			draw_frames(&c, 1 + cols % 2);
			draw_status(&c, "a message", false);
			canvas_fini(&c);
		}
	}
}
END_TEST

Suite *panes_suite(void)
{
	Suite *s = suite_create("panes");
	TCase *t = tcase_create("panes");
	tcase_add_test(t, the_source_shows_entry_points_and_where_it_goes_on);
	tcase_add_test(t, the_source_is_told_in_ascii);
	tcase_add_test(t, the_current_line_stands_out_in_its_whole_width_if_the_side_moved);
	tcase_add_test(t, marks_and_what_is_said_behind_keep_their_colour_in_the_bar);
	tcase_add_test(t, a_line_has_the_colours_of_its_syntax);
	tcase_add_test(t, a_wide_source_says_more);
	tcase_add_test(t, a_line_too_long_gives_way_to_what_is_said_behind_it);
	tcase_add_test(t, a_resume_links_the_two_lines);
	tcase_add_test(t, a_yield_shows_what_goes_out);
	tcase_add_test(t, the_waiting_caller_stays_in_sight);
	tcase_add_test(t, lines_that_are_left_out_are_marked);
	tcase_add_test(t, frames_fit_one_row_each);
	tcase_add_test(t, frames_of_two_rows_say_what_is_kept_and_lost);
	tcase_add_test(t, a_wide_pane_has_one_row_for_all);
	tcase_add_test(t, a_waiting_frame_says_for_whom);
	tcase_add_test(t, a_name_that_is_too_long_keeps_its_number);
	tcase_add_test(t, what_changed_is_in_sight);
	tcase_add_test(t, long_values_make_room_for_the_others);
	tcase_add_test(t, what_a_frame_had_is_told_in_brief);
	tcase_add_test(t, an_old_value_gives_way);
	tcase_add_test(t, a_zoomed_frame_tells_its_values_over_several_rows);
	tcase_add_test(t, the_last_slots_have_the_rows_to_spare);
	tcase_add_test(t, a_long_name_has_the_room_of_its_row);
	tcase_add_test(t, slots_get_two_rows_if_all_can);
	tcase_add_test(t, a_second_note_stands_behind_the_first_if_it_has_room);
	tcase_add_test(t, each_side_has_its_sentence_and_the_notes_a_row);
	tcase_add_test(t, a_long_sentence_is_wrapped_and_then_cut);
	tcase_add_test(t, the_status_has_the_step_and_as_many_hints_as_fit);
	tcase_add_test(t, a_message_stands_in_place_of_the_hints);
	tcase_add_test(t, every_pane_can_be_drawn_at_every_size);
	suite_add_tcase(s, t);
	return s;
}
