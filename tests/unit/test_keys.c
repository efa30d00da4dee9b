/* Keys, their names, and what is bound to them. */

#include "ui/canvas/keys.h"
#include "ui/pane/page.h"

#include <check.h>

#include <string.h>

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
	struct sbuf out = { 0 };
	canvas_size(&c, rows, cols);
	page_draw(&c, canvas_rect(&c), p);
	canvas_dump(&c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
	canvas_fini(&c);
}

START_TEST(a_page_is_as_large_as_its_text)
{
	struct page p = { 0 };
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
	struct page p = { 0 };
	page_open(&p, "t", "1\n2\n3\n4\n5\n");
	expect_page(&p, 3, 10, "1\n2\n3\n");
	press(&p, "j");
	expect_page(&p, 3, 10, "2\n3\n4\n");
	press(&p, "<Space>");
	expect_page(&p, 3, 10, "3\n4\n5\n");
	press(&p, "jj<Space>");
	expect_page(&p, 3, 10, "3\n4\n5\n");
	press(&p, "k");
	expect_page(&p, 3, 10, "2\n3\n4\n");
	press(&p, "<Home>");
	expect_page(&p, 3, 10, "1\n2\n3\n");
	press(&p, "<End>");
	expect_page(&p, 3, 10, "3\n4\n5\n");
	ck_assert(p.open);
	press(&p, "q");
	ck_assert(!p.open);
	page_fini(&p);
}
END_TEST

START_TEST(a_line_longer_than_the_page_is_read_to_its_end)
{
	struct page p = { 0 };
	page_open(&p, "t", "one two three four five six seven\nend\n");
	expect_page(&p, 3, 6, "one\ntwo\nthree\n");
	press(&p, "<Space>");
	expect_page(&p, 3, 6, "three\nfour\nfive\n");
	press(&p, "<Space>");
	expect_page(&p, 3, 6, "five\nsix\nseven\n");
	press(&p, "<Space><Space>");
	expect_page(&p, 3, 6, "six\nseven\nend\n");
	press(&p, "b");
	expect_page(&p, 3, 6, "four\nfive\nsix\n");
	/* In another width it is broken elsewhere, and the last page is full again. */
	press(&p, "<End>");
	expect_page(&p, 3, 14, "four five six\nseven\nend\n");
	page_fini(&p);
}
END_TEST

/* Where the page leads that was just left; 0 if it was not followed. */
static uint64_t followed(const struct page *p)
{
	uint64_t step = 0;
	if (p->followed)
		page_chosen(p, &step);
	return step;
}

static void open_with_links(struct page *p)
{
	page_open(p, "t", "a\nb\nc\nd\ne\nf\ng\n");
	page_add_link(p, (struct page_link){ .line = 1, .n = 1, .step = { 7 } });
	page_add_link(p, (struct page_link){ .line = 2, .n = 3, .step = { 11, 12, 13 } });
	page_add_link(p, (struct page_link){ .line = 6, .n = 1, .step = { 20 } });
}

START_TEST(a_page_leads_where_its_chosen_link_does)
{
	static const struct {
		const char *keys;
		uint64_t step;
	} ways[] = {
		{ "<Enter>", 7 },
		{ "j<Enter>", 11 },
		{ "j<Right><Enter>", 12 },
		{ "j<Right><Right><Right><Enter>", 11 },
		{ "j<Left><Enter>", 13 },
		{ "jj<Enter>", 20 },
		{ "jjjjj<Enter>", 20 },
		{ "jjk<Enter>", 11 },
		{ "kkk<Enter>", 7 },
		{ "<Right><Enter>", 7 },
		{ "j<Right>k<Enter>", 7 },
		{ "j<Right>kj<Enter>", 11 },
		{ "jj<Home><Enter>", 7 },
		{ "q", 0 },
		{ "jq", 0 },
	};
	const size_t n = sizeof ways / sizeof *ways;
	for (size_t i = 0; i < n; i++) {
		struct page p = { 0 };
		open_with_links(&p);
		expect_page(&p, 7, 10, "a\nb\nc\nd\ne\nf\ng\n");
		press(&p, ways[i].keys);
		ck_assert_msg(!p.open && followed(&p) == ways[i].step, "%s leads to %llu",
			ways[i].keys, (unsigned long long)followed(&p));
		page_fini(&p);
	}
}
END_TEST

START_TEST(the_chosen_link_stays_in_sight)
{
	struct page p = { 0 };
	open_with_links(&p);
	expect_page(&p, 3, 10, "a\nb\nc\n");
	press(&p, "jj");
	expect_page(&p, 3, 10, "e\nf\ng\n");
	press(&p, "k");
	expect_page(&p, 3, 10, "c\nd\ne\n");
	press(&p, "kk");
	expect_page(&p, 3, 10, "a\nb\nc\n");
	press(&p, "<Space>");
	expect_page(&p, 3, 10, "e\nf\ng\n");
	page_fini(&p);
}
END_TEST

START_TEST(the_page_says_where_its_link_leads)
{
	struct page p = { 0 };
	page_open(&p, "t", "a line as wide as its last row must be, for all it says\n  b\n");
	page_add_link(&p, (struct page_link){ .line = 1, .n = 3, .step = { 11, 12, 13 } });
	press(&p, "<Right>");
	expect_page(&p, 8, 64,
		"\n\n"
		"  ┌─ t ─────────────────────────────────────────────────────┐\n"
		"  │ a line as wide as its last row must be, for all it says │\n"
		"  │ ► b                                                     │\n"
		"  └─ Enter: to step 12 (2 of 3) Right: to the next ─────────┘\n"
		"\n\n");
	page_fini(&p);
}
END_TEST

START_TEST(a_new_page_has_no_links)
{
	struct page p = { 0 };
	open_with_links(&p);
	press(&p, "jj<Enter>");
	page_open(&p, "t", "1\n2\n");
	press(&p, "<Enter>");
	ck_assert(!p.open && followed(&p) == 0);
	page_fini(&p);
}
END_TEST

Suite *keys_suite(void)
{
	Suite *s = suite_create("keys");
	TCase *t = tcase_create("keys");
	tcase_add_test(t, keys_are_read_and_named);
	tcase_add_test(t, keys_with_alt_have_names_of_their_own);
	tcase_add_test(t, a_page_is_as_large_as_its_text);
	tcase_add_test(t, a_page_scrolls_and_goes_away);
	tcase_add_test(t, a_line_longer_than_the_page_is_read_to_its_end);
	tcase_add_test(t, a_page_leads_where_its_chosen_link_does);
	tcase_add_test(t, the_chosen_link_stays_in_sight);
	tcase_add_test(t, the_page_says_where_its_link_leads);
	tcase_add_test(t, a_new_page_has_no_links);
	suite_add_tcase(s, t);
	return s;
}
