/* Bytes from the terminal as text and keys. */

#include "ui/canvas/decode.h"

#include <check.h>

#include <locale.h>
#include <string.h>

/* A keyboard: codes with pauses between them, for which next does not wait. */
struct keys {
	const int *codes;
	size_t len, at;
};

enum { PAUSE = -2, ENDLESS_MS = 1 << 20 };

static int next(void *context, int ms)
{
	struct keys *k = context;
	while (k->at < k->len && k->codes[k->at] == PAUSE && ms >= ENDLESS_MS)
		k->at++;
	return k->at < k->len && k->codes[k->at] != PAUSE ? k->codes[k->at++] : CODE_NONE;
}

static int patience;

/* Decodes codes and appends each input to out as "[...]". */
static void decode(const int *codes, size_t n, struct sbuf *out)
{
	static const char *const buttons[] = { "left", "up", "down" };
	struct keys keys = { codes, n, 0 };
	struct decoder d = { .next = next, .context = &keys, .patience = patience };
	while (keys.at < n || d.pushed != 0) {
		struct input in;
		int code = decoder_next(&d, ENDLESS_MS);
		if (code == CODE_NONE || !decoder_take(&d, code, &in))
			continue;
		sbuf_str(out, in.alt ? "[Alt " : "[");
		if (in.kind == INPUT_TEXT)
			sbuf_utf8(out, in.code);
		else if (in.kind == INPUT_KEY)
			sbuf_str(out, input_key_name(in.key));
		else if (in.kind == INPUT_MOUSE)
			sbuf_printf(out, "%s %d,%d", buttons[in.mouse], in.row, in.col);
		else if (in.kind == INPUT_BACKGROUND)
			sbuf_printf(out, "background %06x", in.code);
		else if (in.kind == INPUT_ANSWERED)
			sbuf_str(out, "answered");
		else
			sbuf_printf(out, "paste %zu %s", in.len, in.text);
		sbuf_char(out, ']');
	}
	decoder_fini(&d);
}

static void expect(const int *codes, size_t n, const char *want)
{
	struct sbuf got = { 0 };
	decode(codes, n, &got);
	ck_assert_str_eq(sbuf_cstr(&got), want);
	sbuf_fini(&got);
}

#define EXPECT(want, ...) \
	expect((const int[]){ __VA_ARGS__ }, sizeof(const int[]){ __VA_ARGS__ } / sizeof(int), want)

static void use_utf8(void)
{
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
}

START_TEST(bytes_become_characters)
{
	EXPECT("[a][é][漢]", 'a', 0xC3, 0xA9, 0xE6, PAUSE, 0xBC, 0xA2);
	EXPECT("[x][y]", 0xC3, 'x', 0xFF, 0xA9, 'y');
	EXPECT("[é]", 0xC3, CODE_OTHER, 0xC3, 0xA9);
}
END_TEST

START_TEST(some_control_characters_are_keys)
{
	EXPECT("[Enter][Enter][Tab][Backspace][Backspace][\003]", '\r', '\n', '\t', '\b', 127, 3);
}
END_TEST

START_TEST(codes_of_keys_are_those_keys)
{
	for (int key = 0; key < INPUT_KEY_COUNT; key++) {
		char want[40] = "[";
		strcat(strcat(want, input_key_name((enum input_key)key)), "]");
		EXPECT(want, CODE_KEY + key);
	}
	EXPECT("[a]", CODE_OTHER, 'a');
}
END_TEST

START_TEST(what_follows_an_escape_at_once_has_alt)
{
	EXPECT("[Esc][b]", 27, PAUSE, 'b');
	EXPECT("[Alt b][b]", 27, 'b', 'b');
	EXPECT("[Alt é]", 27, 0xC3, 0xA9);
	EXPECT("[Alt Up][Up]", 27, CODE_KEY + INPUT_UP, CODE_KEY + INPUT_UP);
	EXPECT("[Esc][Esc]", 27, 27);
	EXPECT("[Esc][Alt b]", 27, 27, 'b');
	EXPECT("[Alt [][a]", 27, '[', PAUSE, 'a');
	EXPECT("[a]", 27, CODE_OTHER, 'a');
	EXPECT("[a]", 27, 0xFF, 'a');
}
END_TEST

START_TEST(an_unknown_sequence_is_read_to_its_end)
{
	EXPECT("[x]", 27, '[', '9', ';', '7', '~', 'x');
	EXPECT("[x]", 27, '[', '?', '1', 'n', 'x');
	EXPECT("[answered][x]", 27, '[', '?', '1', 'c', 'x');
	EXPECT("[x]", 27, 'O', 'z', 'x');
	EXPECT("[x]", 27, '[', '9', PAUSE, 'x');
}
END_TEST

/* In pauses nothing is read until the decoder waits for ever. */
START_TEST(an_answer_may_come_in_pieces_while_it_is_awaited)
{
	patience = ENDLESS_MS;
	EXPECT("[background ff8000][x]", 27, PAUSE, ']', PAUSE, '1', PAUSE, '1', ';', 'r', 'g', 'b',
		':', PAUSE, 'f', 'f', '/', '8', '0', PAUSE, '/', '0', '0', PAUSE, 27, PAUSE, '\\',
		'x');
	EXPECT("[background ff8000]", CODE_OSC, PAUSE, '1', '1', ';', 'r', 'g', 'b', ':', 'f', '/',
		'8', '0', '/', '0', '\a');
	EXPECT("[answered][x]", 27, PAUSE, '[', PAUSE, '?', PAUSE, '6', PAUSE, '2', PAUSE, 'c',
		'x');
	EXPECT("[answered][x]", CODE_REPORT, PAUSE, '6', PAUSE, 'c', 'x');
	patience = 0;
}
END_TEST

START_TEST(what_is_no_answer_about_the_background_tells_nothing)
{
	EXPECT("[x]", CODE_OSC, '1', '0', ';', 'r', 'g', 'b', ':', 'f', '/', 'f', '/', 'f', '\a',
		'x');
	EXPECT("[x]", CODE_OSC, '1', '1', ';', 'r', 'g', 'b', ':', 'f', '/', 'f', '\a', 'x');
	EXPECT("[x]", CODE_OSC, '1', '1', ';', 'r', 'g', 'b', ':', 'g', '/', 'f', '/', 'f', '\a',
		'x');
	EXPECT("[x]", CODE_OSC, '1', '1', ';', 'r', 'e', 'd', 27, '\\', 'x');
	EXPECT("[x]", CODE_OSC, '5', '2', ';', 'c', ';', 0xC3, 0xA9, '=', '\a', 'x');
}
END_TEST

START_TEST(an_answer_that_is_cut_harms_only_itself)
{
	EXPECT("[Enter][x]", CODE_OSC, '1', '1', ';', '\r', 'x');
	EXPECT("[Up][x]", CODE_OSC, '1', '1', ';', 'r', CODE_KEY + INPUT_UP, 'x');
	EXPECT("[x]", CODE_OSC, '1', '1', ';', 'r', PAUSE, 'x');
	EXPECT("[Up]", CODE_REPORT, '6', CODE_KEY + INPUT_UP);
	EXPECT("[Esc]", CODE_REPORT, '6', 27);
	EXPECT("[x]", CODE_REPORT, '6', PAUSE, 'x');
}
END_TEST

START_TEST(a_bracket_with_alt_is_a_key)
{
	EXPECT("[Alt ]]", CODE_OSC);
	EXPECT("[Alt ]]", 27, ']');
	EXPECT("[Alt ]][x]", CODE_OSC, 'x');
	EXPECT("[Alt ]][1]", CODE_OSC, PAUSE, '1');
	EXPECT("[Alt ]][Up]", CODE_OSC, CODE_KEY + INPUT_UP);
}
END_TEST

START_TEST(a_paste_is_one_input)
{
	EXPECT("[paste 3 ab\n][c]", CODE_PASTE_BEGIN, 'a', CODE_KEY + INPUT_UP, 'b',
		CODE_KEY + INPUT_ENTER, CODE_PASTE_END, 'c');
	EXPECT("[paste 7 a\033]11\033[][paste 3 \033[?]", CODE_PASTE_BEGIN, 'a', CODE_OSC, '1', '1',
		27, '[', CODE_PASTE_END, CODE_PASTE_BEGIN, CODE_REPORT, CODE_PASTE_END);
	EXPECT("[paste 1 a][b]", CODE_PASTE_BEGIN, 'a', PAUSE, 'b');
	EXPECT("[paste 0 ][paste 1 q]", CODE_PASTE_BEGIN, CODE_PASTE_END, CODE_PASTE_BEGIN, 'q',
		CODE_PASTE_END);
	EXPECT("[q]", CODE_PASTE_END, 'q');
}
END_TEST

#define SGR(...) CODE_MOUSE_SGR, __VA_ARGS__
#define X10(button, col, row) CODE_MOUSE_X10, 32 + (button), 32 + (col), 32 + (row)

START_TEST(reports_of_the_mouse_are_clicks)
{
	EXPECT("[left 3,4]", SGR('0', ';', '5', ';', '4', 'M'));
	EXPECT("[left 199,4]", SGR('0', ';', '5', ';', '2', '0', '0', 'M'));
	EXPECT("[up 0,0][down 0,0]", SGR('6', '4', ';', '1', ';', '1', 'M'),
		SGR('6', '5', ';', '1', ';', '1', 'M'));
	EXPECT("[left 3,4][up 0,222][down 0,0]", X10(0, 5, 4), X10(64, 223, 1), X10(65, 1, 1));
	EXPECT("[left 3,4][left 3,4]", SGR('2', '8', ';', '5', ';', '4', 'M'), X10(4, 5, 4));
}
END_TEST

START_TEST(what_is_no_click_of_ours_is_read_over)
{
	EXPECT("[x]", SGR('0', ';', '5', ';', '4', 'm'), 'x');
	EXPECT("[x]", SGR('2', ';', '5', ';', '4', 'M'), 'x');
	EXPECT("[x]", SGR('3', '2', ';', '5', ';', '4', 'M'), 'x');
	EXPECT("[x]", X10(3, 5, 4), 'x');
	EXPECT("[x]", X10(1, 5, 4), 'x');
	EXPECT("[x]", SGR('0', ';', '0', ';', '4', 'M'), 'x');
	EXPECT("[x]", X10(0, 5, 0), 'x');
	EXPECT("[left 9998,9998]",
		SGR('0', ';', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', ';', '9', '9',
			'9', '9', '9', '9', '9', '9', '9', '9', '9', 'M'));
}
END_TEST

START_TEST(a_report_that_is_cut_harms_only_itself)
{
	EXPECT("[x]", SGR('0', ';', '5', PAUSE, 'x'));
	EXPECT("[x]", SGR('0', ';', '5', 'M', 'x'));
	EXPECT("[x]", SGR('0', ';', '5', ';', '4', ';', '9', 'M', 'x'));
	EXPECT("[Up]", SGR('0', ';', CODE_KEY + INPUT_UP));
	EXPECT("[left 0,0]", SGR('0', ';', '5'), SGR('0', ';', '1', ';', '1', 'M'));
	EXPECT("[Alt x]", SGR('0', ';', '5', 27, 'x'));
	EXPECT("[x]", CODE_MOUSE_X10, 32, 33, PAUSE, 'x');
	EXPECT("[Up]", CODE_MOUSE_X10, 32, CODE_KEY + INPUT_UP);
}
END_TEST

Suite *decode_suite(void)
{
	Suite *s = suite_create("decode");
	TCase *t = tcase_create("decode");
	tcase_add_checked_fixture(t, use_utf8, NULL);
	tcase_add_test(t, bytes_become_characters);
	tcase_add_test(t, some_control_characters_are_keys);
	tcase_add_test(t, codes_of_keys_are_those_keys);
	tcase_add_test(t, what_follows_an_escape_at_once_has_alt);
	tcase_add_test(t, an_unknown_sequence_is_read_to_its_end);
	tcase_add_test(t, an_answer_may_come_in_pieces_while_it_is_awaited);
	tcase_add_test(t, what_is_no_answer_about_the_background_tells_nothing);
	tcase_add_test(t, an_answer_that_is_cut_harms_only_itself);
	tcase_add_test(t, a_bracket_with_alt_is_a_key);
	tcase_add_test(t, a_paste_is_one_input);
	tcase_add_test(t, reports_of_the_mouse_are_clicks);
	tcase_add_test(t, what_is_no_click_of_ours_is_read_over);
	tcase_add_test(t, a_report_that_is_cut_harms_only_itself);
	suite_add_tcase(s, t);
	return s;
}
