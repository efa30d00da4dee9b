#include "ui/pane/chooser.h"

#include "ui/canvas/keys.h"

#include <string.h>

enum {
	DONE_COLS = 6,   /* "done" and what is around it */
	TITLE_COLS = 36, /* in front of what a lesson teaches, where both have room */
	WIDE = 70,
	DETAIL_ROWS = 3,   /* what the chosen one teaches, and its rule */
	DETAILS_FROM = 10, /* rows of the screen */
};

static int count(const struct chooser *k)
{
	return (int)k->lessons->len;
}

/* Drawing. */

static void draw_row(const struct chooser *k, struct canvas *c, struct rect in, size_t i)
{
	const struct lesson *l = &k->lessons->at[i];
	struct rect whole = in;
	bool chosen = i == k->at, wide = in.cols >= WIDE;
	canvas_glyph(c, in, 0, 0, ROLE_TITLE, chosen ? GLYPH_CURRENT : GLYPH_DOT);
	if (progress_has(k->progress, l->name))
		canvas_str(c, in, 0, 2, ROLE_GONE, "done");
	rect_left(&in, 2 + DONE_COLS);
	struct rect title = wide ? rect_left(&in, TITLE_COLS) : in;
	canvas_text(c, title, 0, 0, ROLE_NORMAL, TEXT_CUT, l->title, strlen(l->title));
	if (wide) {
		rect_left(&in, 1);
		canvas_text(c, in, 0, 0, ROLE_GONE, TEXT_CUT, l->teaches, strlen(l->teaches));
	}
	if (chosen)
		canvas_paint(c, whole, ROLE_CURRENT);
}

/* What has no room in the row of the chosen one. */
static void draw_detail(const struct chooser *k, struct canvas *c, struct rect in)
{
	const struct lesson *l = &k->lessons->at[k->at];
	if (in.rows == 0)
		return;
	canvas_rule_right(c, in, 0, 0, in.cols);
	canvas_printf(c, in, 0, 1, ROLE_TITLE, " %s ", l->name);
	rect_top(&in, 1);
	rect_left(&in, 1);
	if (*l->teaches == '\0')
		return;
	canvas_str(c, in, 0, 0, ROLE_NORMAL, "It teaches:");
	rect_left(&in, 12);
	canvas_wrap(c, in, ROLE_NOTE, l->teaches, strlen(l->teaches));
}

static void draw_status(const struct chooser *k, struct canvas *c, struct rect in)
{
	static const struct {
		const char *key, *name;
	} hints[] = {
		{ "Enter", "open" },
		{ "j", "down" },
		{ "k", "up" },
		{ "q", "quit" },
	};
	int done = 0;
	for (int i = 0; i < count(k); i++)
		done += progress_has(k->progress, k->lessons->at[i].name);
	int col = canvas_printf(c, in, 0, 1, ROLE_TITLE, "%d of %d done", done, count(k)) + 2;
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		col = canvas_str(c, in, 0, col, ROLE_KEY, hints[i].key);
		col = canvas_str(c, in, 0, col + 1, ROLE_STATUS, hints[i].name) + 2;
	}
}

void chooser_draw(struct chooser *k, struct canvas *c)
{
	struct rect rest = canvas_rect(c), all = rest;
	canvas_erase(c, rest);
	struct rect status = rest.rows > 1 ? rect_bottom(&rest, 1) : (struct rect){ 0 };
	struct rect detail = c->rows >= DETAILS_FROM && count(k) > 0
		? rect_bottom(&rest, DETAIL_ROWS)
		: (struct rect){ 0 };
	if (c->rows >= DETAILS_FROM) {
		struct rect title = rect_top(&rest, 1);
		canvas_rule_right(c, title, 0, 0, title.cols);
		canvas_str(c, title, 0, 1, ROLE_TITLE, " cosub: lessons ");
	}
	scroll_follow(&k->scroll, (int)k->at, -1, count(k), rest.rows, 0);
	k->list = rest;
	for (int row = 0; row < rest.rows && k->scroll.top + row < count(k); row++)
		draw_row(k, c, (struct rect){ rest.row + row, rest.col, 1, rest.cols },
			(size_t)k->scroll.top + (size_t)row);
	if (count(k) == 0)
		canvas_str(c, rest, 0, 1, ROLE_NORMAL, "There are no lessons here.");
	draw_detail(k, c, detail);
	draw_status(k, c, status);
	if (k->page.open)
		page_draw(c, all, &k->page);
}

/* Inputs. */

static void move(struct chooser *k, int by)
{
	int at = (int)k->at + by;
	at = at >= count(k) ? count(k) - 1 : at;
	k->at = at < 0 ? 0 : (size_t)at;
}

/* Keys that move, by so many lessons and so many screens. */
static const struct {
	const char *key;
	int lessons, screens;
} moves[] = {
	{ "j", 1, 0 },
	{ "Down", 1, 0 },
	{ "n", 1, 0 },
	{ "Tab", 1, 0 },
	{ "k", -1, 0 },
	{ "Up", -1, 0 },
	{ "p", -1, 0 },
	{ "PageDown", 0, 1 },
	{ "PageUp", 0, -1 },
	{ "Home", -1000000, 0 },
	{ "0", -1000000, 0 },
	{ "End", 1000000, 0 },
	{ "$", 1000000, 0 },
};

static const struct {
	const char *key;
	enum chooser_wish wish;
} wishes[] = {
	{ "Enter", CHOOSER_OPEN },
	{ "Space", CHOOSER_OPEN },
	{ "Right", CHOOSER_OPEN },
	{ "l", CHOOSER_OPEN },
	{ "Ctrl-L", CHOOSER_REDRAW },
	{ "Ctrl-Z", CHOOSER_SUSPEND },
	{ "q", CHOOSER_QUIT },
};

static enum chooser_wish choose_by_key(struct chooser *k, const char *key)
{
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		if (strcmp(moves[i].key, key) == 0)
			move(k,
				moves[i].lessons +
					moves[i].screens *
						(k->list.rows > 1 ? k->list.rows - 1 : 1));
	}
	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		if (strcmp(wishes[i].key, key) == 0)
			return wishes[i].wish == CHOOSER_OPEN && count(k) == 0 ? CHOOSER_NOTHING
									       : wishes[i].wish;
	}
	return CHOOSER_NOTHING;
}

static enum chooser_wish choose_by_mouse(struct chooser *k, const struct input *in)
{
	int row = in->row - k->list.row;
	if (in->mouse != MOUSE_LEFT) {
		move(k, in->mouse == MOUSE_WHEEL_UP ? -1 : 1);
		return CHOOSER_NOTHING;
	}
	if (row < 0 || row >= k->list.rows || k->scroll.top + row >= count(k))
		return CHOOSER_NOTHING;
	size_t at = (size_t)k->scroll.top + (size_t)row;
	bool again = k->at == at;
	k->at = at;
	return again ? CHOOSER_OPEN : CHOOSER_NOTHING;
}

enum chooser_wish chooser_input(struct chooser *k, const struct input *in)
{
	char key[KEYS_NAME_MAX];
	if (k->page.open) {
		page_input(&k->page, in);
		return CHOOSER_NOTHING;
	}
	if (in->kind == INPUT_MOUSE)
		return choose_by_mouse(k, in);
	keys_name(in, key);
	return choose_by_key(k, key);
}

void chooser_fini(struct chooser *k)
{
	page_fini(&k->page);
}
