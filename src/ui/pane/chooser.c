#include "ui/pane/chooser.h"

#include "ui/canvas/keys.h"

#include <string.h>

enum {
	NUMBER_COLS = 4, /* the number and a blank, beside the sign in front of it */
	DONE_COLS = 6,   /* "done" and what is around it */
	TITLE_COLS = 36, /* in front of what a lesson teaches, where both have room */
	WIDE = 70,
	DETAIL_ROWS = 3,   /* the first sentence of the chosen one, and a rule above */
	DETAILS_FROM = 10, /* rows of the screen */
	TEACHES_FROM = 16, /* and here what it teaches as well */
	SOUGHT_MOST = 200, /* bytes that can be typed */
};

static int count(const struct chooser *k)
{
	return (int)k->lessons->len;
}

/* What is shown. */

static bool holds(const char *text, const char *sought)
{
	return text != NULL && strcasestr(text, sought) != NULL;
}

/* Whether a lesson is shown: it has what is sought, which may be its part as well. */
static bool matches_sought(struct chooser *k, size_t i)
{
	const struct lesson *l = &k->lessons->at[i];
	const char *sought = sbuf_cstr(&k->sought);
	return *sought == '\0' || holds(l->name, sought) || holds(l->title, sought) ||
		holds(l->about, sought) || holds(l->teaches, sought) || holds(l->part, sought);
}

/* A row of the list: a lesson, or the heading of the part that it begins. */
struct chooser_row {
	size_t lesson;
	bool heading;
	int row;
	const char *part; /* that of the lessons above */
};

/* Before the first row; next_row goes on to the next one, or says that there is none. */
static const struct chooser_row before_all = { .row = -1, .heading = false };

static bool next_row(struct chooser *k, struct chooser_row *r)
{
	if (!r->heading) {
		size_t i = r->row < 0 ? 0 : r->lesson + 1;
		while (i < k->lessons->len && !matches_sought(k, i))
			i++;
		r->lesson = i;
	}
	if (r->lesson >= k->lessons->len)
		return false;
	const char *part = k->lessons->at[r->lesson].part;
	r->heading = !r->heading && part != NULL && part != r->part;
	r->part = part;
	r->row++;
	return true;
}

/* How many rows there are; that of the chosen lesson, and that of the heading over it if it
 * begins a part, else the same. */
static int count_rows(struct chooser *k, int *chosen, int *heading)
{
	struct chooser_row r = before_all;
	*chosen = *heading = 0;
	for (bool begins = false; next_row(k, &r); begins = r.heading) {
		if (r.lesson != k->at || r.heading)
			continue;
		*chosen = r.row;
		*heading = r.row - begins;
	}
	return r.row + 1;
}

/* Drawing. */

static void draw_heading(struct canvas *c, struct rect in, const char *heading)
{
	canvas_text(c, in, 0, 1, ROLE_TITLE, TEXT_CUT, heading, strlen(heading));
}

static void draw_lesson(const struct chooser *k, struct canvas *c, struct rect in, size_t i)
{
	const struct lesson *l = &k->lessons->at[i];
	struct rect whole = in;
	bool chosen = i == k->at, wide = in.cols >= WIDE;
	canvas_glyph(c, in, 0, 0, ROLE_TITLE, chosen ? GLYPH_CURRENT : GLYPH_DOT);
	rect_left(&in, 2);
	canvas_text(c, rect_left(&in, NUMBER_COLS), 0, 0, ROLE_NUMBER, TEXT_CUT, l->name,
		strspn(l->name, "0123456789"));
	if (progress_has(k->progress, l->name))
		canvas_str(c, in, 0, 0, ROLE_GONE, "done");
	rect_left(&in, DONE_COLS);
	struct rect title = wide ? rect_left(&in, TITLE_COLS) : in;
	canvas_text(c, title, 0, 0, ROLE_NORMAL, TEXT_CUT, l->title, strlen(l->title));
	if (wide) {
		rect_left(&in, 1);
		canvas_text(c, in, 0, 0, ROLE_GONE, TEXT_CUT, l->teaches, strlen(l->teaches));
	}
	if (chosen)
		canvas_paint(c, whole, ROLE_CURRENT);
}

static void draw_list(struct chooser *k, struct canvas *c, struct rect in)
{
	int chosen, heading, rows = count_rows(k, &chosen, &heading);
	scroll_follow(&k->scroll, heading, -1, rows, in.rows, 0);
	scroll_follow(&k->scroll, chosen, -1, rows, in.rows, 0);
	k->list = in;
	for (struct chooser_row r = before_all; next_row(k, &r);) {
		int row = r.row - k->scroll.top;
		struct rect at = { in.row + row, in.col, 1, in.cols };
		if (row < 0 || row >= in.rows)
			continue;
		if (r.heading)
			draw_heading(c, at, r.part);
		else
			draw_lesson(k, c, at, r.lesson);
	}
	if (rows == 0)
		canvas_str(c, in, 0, 1, ROLE_NORMAL,
			count(k) > 0 ? "No lesson has this." : "There are no lessons here.");
}

/* The first sentence of the chosen lesson, and what has no room in its row. */
static void draw_detail(struct chooser *k, struct canvas *c, struct rect in)
{
	const struct lesson *l = &k->lessons->at[k->at];
	if (in.rows == 0)
		return;
	canvas_rule_right(c, in, 0, 0, in.cols);
	if (!matches_sought(k, k->at))
		return;
	canvas_printf(c, in, 0, 1, ROLE_TITLE, " %s ", l->name);
	rect_top(&in, 1);
	rect_left(&in, 1);
	if (*l->teaches != '\0' && (in.rows >= DETAIL_ROWS || *l->about == '\0')) {
		struct rect teaches = rect_bottom(&in, 1);
		canvas_str(c, teaches, 0, 0, ROLE_NORMAL, "It teaches:");
		rect_left(&teaches, 12);
		canvas_text(c, teaches, 0, 0, ROLE_NOTE, TEXT_CUT, l->teaches, strlen(l->teaches));
	}
	canvas_wrap(c, in, ROLE_NORMAL, l->about, strlen(l->about));
}

static void draw_hints(struct canvas *c, struct rect in, int col, bool searches)
{
	static const struct {
		const char *key, *name;
		bool searching;
	} hints[] = {
		{ "Enter", "open", true },
		{ "Esc", "all", true },
		{ "Enter", "open", false },
		{ "/", "search", false },
		{ "h", "help", false },
		{ "q", "quit", false },
		{ "j", "down", false },
		{ "k", "up", false },
	};
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		if (hints[i].searching != searches)
			continue;
		col = canvas_str(c, in, 0, col, ROLE_KEY, hints[i].key);
		col = canvas_str(c, in, 0, col + 1, ROLE_STATUS, hints[i].name) + 2;
	}
}

static void draw_status(struct chooser *k, struct canvas *c, struct rect in)
{
	int done = 0, col;
	for (int i = 0; i < count(k); i++)
		done += progress_has(k->progress, k->lessons->at[i].name);
	if (k->searches)
		col = canvas_printf(c, in, 0, 1, ROLE_TITLE, "/%s", sbuf_cstr(&k->sought));
	else if (k->typed[0] != '\0')
		col = canvas_printf(c, in, 0, 1, ROLE_TITLE, "lesson %s", k->typed);
	else
		col = canvas_printf(c, in, 0, 1, ROLE_TITLE, "%d of %d done", done, count(k));
	draw_hints(c, in, col + 2, k->searches);
}

static int detail_rows(const struct chooser *k, const struct canvas *c)
{
	return c->rows < DETAILS_FROM || count(k) == 0 ? 0
						       : DETAIL_ROWS + (c->rows >= TEACHES_FROM);
}

void chooser_draw(struct chooser *k, struct canvas *c)
{
	struct rect rest = canvas_rect(c), all = rest;
	canvas_erase(c, rest);
	struct rect status = rest.rows > 1 ? rect_bottom(&rest, 1) : (struct rect){ 0 };
	struct rect detail = rect_bottom(&rest, detail_rows(k, c));
	if (c->rows >= DETAILS_FROM) {
		struct rect title = rect_top(&rest, 1);
		canvas_rule_right(c, title, 0, 0, title.cols);
		canvas_str(c, title, 0, 1, ROLE_TITLE, " cosub: lessons ");
	}
	draw_list(k, c, rest);
	draw_detail(k, c, detail);
	draw_status(k, c, status);
	if (k->page.open)
		page_draw(c, all, &k->page);
}

/* Choosing. */

/* Moves over so many lessons that are shown, as far as there are some. */
static void move(struct chooser *k, int by)
{
	int step = by < 0 ? -1 : 1;
	for (int i = (int)k->at + step; by != 0 && i >= 0 && i < count(k); i += step) {
		if (!matches_sought(k, (size_t)i))
			continue;
		k->at = (size_t)i;
		by -= step;
	}
}

/* After what is shown has changed: the chosen one, or else the first. */
static void choose_shown(struct chooser *k)
{
	if (count(k) == 0 || matches_sought(k, k->at))
		return;
	size_t before = k->at;
	k->at = 0;
	if (!matches_sought(k, 0))
		move(k, 1);
	if (!matches_sought(k, k->at))
		k->at = before;
}

void chooser_begin(struct chooser *k)
{
	for (size_t i = 0; i < k->lessons->len; i++) {
		if (!progress_has(k->progress, k->lessons->at[i].name)) {
			k->at = i;
			return;
		}
	}
}

/* The help. */

static const char help[] =
	"Digits choose a lesson by its number: 45. Then Enter opens it.\n"
	"\n"
	"Enter, Space, Right   open the chosen lesson\n"
	"j, n, Down, Tab       the next lesson\n"
	"k, p, Up              the one before\n"
	"PageDown, PageUp      a screen on, or back\n"
	"Home, End, $          the first, the last\n"
	"/                     search: only lessons that have the text are shown, in\n"
	"                      their title, first sentence, part or what they teach;\n"
	"                      Enter opens the chosen one, Esc shows all again\n"
	"h, F1, ?              this help\n"
	"Ctrl-L                draws the screen anew\n"
	"Ctrl-Z                stops cosub until the shell continues it\n"
	"q                     ends cosub; in a lesson: back to this list\n"
	"\n"
	"A lesson is done when you have stepped to its end, however it was opened; going to "
	"the last step at once does not count.\n";

/* Inputs. */

/* The lesson of a number as it is typed: the one that has it, else the first whose digits
 * begin so; -1 if there is none. */
static int find_typed(const struct chooser *k)
{
	int first = -1;
	for (int i = 0; i < count(k); i++) {
		const struct lesson *l = &k->lessons->at[i];
		if (l->number < 0)
			continue;
		if (l->number == lesson_number_read(k->typed))
			return i;
		if (first < 0 && strncmp(l->name, k->typed, strlen(k->typed)) == 0)
			first = i;
	}
	return first;
}

/* A digit goes on with the number, or, if no lesson's number begins so, begins a new one. */
static void choose_by_digit(struct chooser *k, char digit)
{
	int found = -1;
	for (int tries = 0; tries < 2 && found < 0; tries++) {
		size_t n = tries == 0 ? strlen(k->typed) : 0;
		if (n + 1 >= sizeof k->typed)
			n = 0;
		k->typed[n] = digit;
		k->typed[n + 1] = '\0';
		found = find_typed(k);
	}
	if (found < 0)
		k->typed[0] = '\0';
	else
		k->at = (size_t)found;
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

static void move_by_key(struct chooser *k, const char *key)
{
	int screen = k->list.rows > 1 ? k->list.rows - 1 : 1;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		if (strcmp(moves[i].key, key) == 0)
			move(k, moves[i].lessons + moves[i].screens * screen);
	}
}

static enum chooser_wish wish_of_key(struct chooser *k, const char *key)
{
	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		if (strcmp(wishes[i].key, key) != 0)
			continue;
		bool nothing = wishes[i].wish == CHOOSER_OPEN &&
			(count(k) == 0 || !matches_sought(k, k->at));
		return nothing ? CHOOSER_NOTHING : wishes[i].wish;
	}
	return CHOOSER_NOTHING;
}

static void end_search(struct chooser *k)
{
	k->searches = false;
	sbuf_truncate(&k->sought, 0);
}

/* The last character that was typed goes. */
static void take_back(struct chooser *k)
{
	size_t n = k->sought.len;
	while (n > 0 && ((unsigned char)k->sought.text[n - 1] & 0xc0) == 0x80)
		n--;
	sbuf_truncate(&k->sought, n > 0 ? n - 1 : 0);
}

/* While a text is typed letters are text; the other keys move and open. */
static enum chooser_wish search_by(struct chooser *k, const struct input *in, const char *key)
{
	bool text = in->kind == INPUT_TEXT && !in->alt && in->code >= ' ' && in->code != 0x7f;
	if (strcmp(key, "Esc") == 0 || strcmp(key, "Ctrl-C") == 0) {
		end_search(k);
	} else if (strcmp(key, "Backspace") == 0) {
		if (k->sought.len == 0)
			end_search(k);
		else
			take_back(k);
	} else if (text && k->sought.len < SOUGHT_MOST) {
		sbuf_utf8(&k->sought, in->code);
	} else if (!text) {
		move_by_key(k, key);
		enum chooser_wish wish = wish_of_key(k, key);
		if (wish == CHOOSER_OPEN)
			end_search(k);
		return wish;
	}
	choose_shown(k);
	return CHOOSER_NOTHING;
}

static enum chooser_wish choose_by_key(struct chooser *k, const struct input *in, const char *key)
{
	if (k->searches)
		return search_by(k, in, key);
	if (in->kind == INPUT_TEXT && !in->alt && in->code >= '0' && in->code <= '9') {
		choose_by_digit(k, (char)in->code);
		return CHOOSER_NOTHING;
	}
	k->typed[0] = '\0';
	if (strcmp(key, "/") == 0)
		k->searches = count(k) > 0;
	if (strcmp(key, "h") == 0 || strcmp(key, "F1") == 0 || strcmp(key, "?") == 0)
		page_open(&k->page, "help", help);
	move_by_key(k, key);
	return wish_of_key(k, key);
}

/* The lesson in a row of the list; false if it is none. */
static bool lesson_at(struct chooser *k, int row, size_t *at)
{
	for (struct chooser_row r = before_all; next_row(k, &r);) {
		if (r.row == row && !r.heading) {
			*at = r.lesson;
			return true;
		}
	}
	return false;
}

static enum chooser_wish choose_by_mouse(struct chooser *k, const struct input *in)
{
	int row = in->row - k->list.row;
	size_t at;
	if (in->mouse != MOUSE_LEFT) {
		move(k, in->mouse == MOUSE_WHEEL_UP ? -1 : 1);
		return CHOOSER_NOTHING;
	}
	if (row < 0 || row >= k->list.rows || !lesson_at(k, k->scroll.top + row, &at))
		return CHOOSER_NOTHING;
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
	return choose_by_key(k, in, key);
}

void chooser_fini(struct chooser *k)
{
	page_fini(&k->page);
	sbuf_fini(&k->sought);
}
