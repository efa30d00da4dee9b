#include "ui/entry.h"
#include "ui/keys.h"
#include "ui/page.h"

#include <check.h>

#include <string.h>

/* Keys as keys_read has them, given to an open entry. */
static enum entry_result type(struct entry *e, const char *keys)
{
	struct input in;
	enum entry_result result = ENTRY_EDITING;
	for (size_t n; (n = keys_read(keys, &in)) > 0; keys += n) {
		ck_assert(e->open);
		result = entry_input(e, &in);
	}
	return result;
}

static void expect_entry(const char *start, const char *keys, const char *want)
{
	struct entry e = {0};
	entry_open(&e, start);
	type(&e, keys);
	ck_assert_str_eq(sbuf_cstr(&e.text), want);
	entry_fini(&e);
}

START_TEST(a_line_is_edited)
{
	expect_entry("goto ", "17", "goto 17");
	expect_entry("", "abc<Backspace>d", "abd");
	expect_entry("", "ac<Left>b", "abc");
	expect_entry("", "bc<Home>a<End>d", "abcd");
	expect_entry("", "aé漢<Backspace><Backspace>b", "ab");
	expect_entry("", "éa<Left><Left>b", "béa");
	expect_entry("", "abc<Left><Left><Delete>", "ac");
	expect_entry("one two three", "<Ctrl-W>", "one two ");
	expect_entry("one two", "<Ctrl-U>", "");
	expect_entry("one two", "<Home><Right><Ctrl-K>", "o");
	expect_entry("b", "<Ctrl-A>a<Ctrl-E>c", "abc");
	expect_entry("", "<Left><Right><Delete><Up>", "");
}
END_TEST

START_TEST(a_line_ends_in_one_of_two_ways)
{
	struct entry e = {0};
	entry_open(&e, "");
	ck_assert_int_eq(type(&e, "x<Enter>"), ENTRY_DONE);
	ck_assert(!e.open);
	static const char *const cancels[] = { "x<Esc>", "x<Ctrl-C>", "<Backspace>", "<Ctrl-D>" };
	for (int i = 0; i < 4; i++) {
		entry_open(&e, "");
		ck_assert_int_eq(type(&e, cancels[i]), ENTRY_CANCELLED);
		ck_assert(!e.open);
	}
	entry_fini(&e);
}
END_TEST

START_TEST(of_a_paste_the_first_line_is_taken)
{
	struct entry e = {0};
	entry_open(&e, "");
	entry_input(&e, &(struct input){ .kind = INPUT_PASTE, .text = "go\033to\x7f 3\nquit", .len = 14 });
	ck_assert_str_eq(sbuf_cstr(&e.text), "goto 3");
	entry_fini(&e);
}
END_TEST

START_TEST(the_cursor_of_a_long_line_is_in_sight)
{
	struct canvas c = { .charset = CHARSET_UTF8 };
	struct entry e = {0};
	canvas_size(&c, 1, 10);
	entry_open(&e, "abc");
	ck_assert_int_eq(entry_draw(&c, canvas_rect(&c), &e), 4);
	entry_open(&e, "abcdefghijklmnop");
	ck_assert_int_eq(entry_draw(&c, canvas_rect(&c), &e), 9);
	struct sbuf out = {0};
	canvas_dump(&c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), ":…jklmnop\n");
	sbuf_fini(&out);
	entry_fini(&e);
	canvas_fini(&c);
}
END_TEST

/* Keys. */

static void expect_name(const char *text, const char *want, size_t used)
{
	struct input in;
	char name[KEYS_NAME_MAX];
	ck_assert_uint_eq(keys_read(text, &in), used);
	keys_name(&in, name);
	ck_assert_str_eq(name, want);
}

START_TEST(keys_are_read_and_named)
{
	expect_name("nn", "n", 1);
	expect_name(" ", "Space", 1);
	expect_name("<Space>", "Space", 7);
	expect_name("<Tab>x", "Tab", 5);
	expect_name("<Ctrl-L>", "Ctrl-L", 8);
	expect_name("<PageUp>", "PageUp", 8);
	expect_name("<n>", "<", 1);
	expect_name("é", "é", 2);
	struct input in;
	ck_assert_uint_eq(keys_read("", &in), 0);
}
END_TEST

START_TEST(keys_with_alt_have_names_of_their_own)
{
	char name[KEYS_NAME_MAX];
	keys_name(&(struct input){ .kind = INPUT_TEXT, .code = 'x', .alt = true }, name);
	ck_assert_str_eq(name, "Alt-x");
	keys_name(&(struct input){ .kind = INPUT_KEY, .key = INPUT_WORD_RIGHT, .alt = true }, name);
	ck_assert_str_eq(name, "Alt-Ctrl-Right");
	keys_name(&(struct input){ .kind = INPUT_PASTE }, name);
	ck_assert_str_eq(name, "");
}
END_TEST

/* Pages. */

static void press(struct page *p, const char *keys)
{
	struct input in;
	for (size_t n; (n = keys_read(keys, &in)) > 0; keys += n)
		page_input(p, &in);
}

static void expect_page(struct page *p, int rows, int cols, const char *want)
{
	struct canvas c = { .charset = CHARSET_UTF8 };
	struct sbuf out = {0};
	canvas_size(&c, rows, cols);
	page_draw(&c, canvas_rect(&c), p);
	canvas_dump(&c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
	canvas_fini(&c);
}

START_TEST(a_page_is_as_large_as_its_text)
{
	struct page p = {0};
	page_open(&p, "help", "n  next\n\np  back\n");
	expect_page(&p, 8, 30,
		"\n"
		"         ┌─ help ──┐\n"
		"         │ n  next │\n"
		"         │         │\n"
		"         │ p  back │\n"
		"         └─────────┘\n"
		"\n"
		"\n");
	page_fini(&p);
}
END_TEST

START_TEST(a_page_scrolls_and_goes_away)
{
	struct page p = {0};
	page_open(&p, "t", "1\n2\n3\n4\n5\n");
	expect_page(&p, 3, 10, "1\n2\n3\n");
	press(&p, "j");
	expect_page(&p, 3, 10, "2\n3\n4\n");
	press(&p, "<Space>");
	expect_page(&p, 3, 10, "4\n5\n\n");
	press(&p, "jj<Space>");
	expect_page(&p, 3, 10, "4\n5\n\n");
	press(&p, "k");
	expect_page(&p, 3, 10, "3\n4\n5\n");
	press(&p, "<Home>");
	expect_page(&p, 3, 10, "1\n2\n3\n");
	ck_assert(p.open);
	press(&p, "q");
	ck_assert(!p.open);
	page_fini(&p);
}
END_TEST

Suite *entry_suite(void)
{
	Suite *s = suite_create("entry");
	TCase *t = tcase_create("entry");
	tcase_add_test(t, a_line_is_edited);
	tcase_add_test(t, a_line_ends_in_one_of_two_ways);
	tcase_add_test(t, of_a_paste_the_first_line_is_taken);
	tcase_add_test(t, the_cursor_of_a_long_line_is_in_sight);
	tcase_add_test(t, keys_are_read_and_named);
	tcase_add_test(t, keys_with_alt_have_names_of_their_own);
	tcase_add_test(t, a_page_is_as_large_as_its_text);
	tcase_add_test(t, a_page_scrolls_and_goes_away);
	suite_add_tcase(s, t);
	return s;
}
