#include "ui/pane/page.h"

#include "ui/canvas/keys.h"

#include <assert.h>
#include <string.h>

enum {
	WIDTH_MOST = 100,
	BOX = 2, /* rows or columns of the frame around it */
	PAD = 2, /* blank columns inside the frame */
	FRAME_ROWS_FROM = 8,
	FRAME_COLS_FROM = 30, /* smaller screens are filled */
};

static void find_lines(struct page *p)
{
	const char *text = sbuf_cstr(&p->text);
	p->lines.len = 0;
	for (size_t at = 0; text[at] != '\0';) {
		size_t n = strcspn(text + at, "\n");
		array_push(&p->lines, ((struct page_line){ .at = at, .len = n }));
		at += n + (text[at + n] == '\n');
	}
}

void page_open(struct page *p, const char *title, const char *text)
{
	sbuf_truncate(&p->title, 0);
	sbuf_str(&p->title, title);
	sbuf_truncate(&p->text, 0);
	sbuf_str(&p->text, text);
	find_lines(p);
	p->cols = 0;
	p->top = p->total = p->rows = 0;
	p->open = true;
	p->lesson = false;
	p->links.len = p->signs.len = p->link = 0;
	p->way = 0;
	p->followed = false;
}

void page_open_lesson(struct page *p, const char *title, const char *text)
{
	page_open(p, title, text);
	p->lesson = true;
}

void page_fini(struct page *p)
{
	sbuf_fini(&p->title);
	sbuf_fini(&p->text);
	array_fini(&p->lines);
	array_fini(&p->links);
	array_fini(&p->signs);
}

enum { FAR = 1000000000 };

/* Keys that scroll, by so many rows and so many pages. */
static const struct {
	const char *key;
	int rows, pages;
} scrolls[] = {
	{ "j", 1, 0 },
	{ "Down", 1, 0 },
	{ "k", -1, 0 },
	{ "Up", -1, 0 },
	{ "Space", 0, 1 },
	{ "PageDown", 0, 1 },
	{ "b", 0, -1 },
	{ "PageUp", 0, -1 },
	{ "Home", -FAR, 0 },
	{ "End", FAR, 0 },
};

/* The last page is a full one. */
static void scroll(struct page *p, long rows)
{
	long last = p->total > p->rows ? p->total - p->rows : 0;
	long top = p->top + rows;
	p->top = top < 0 ? 0 : top > last ? last : top;
}

/* Links. */

void page_add_link(struct page *p, struct page_link link)
{
	assert(link.n > 0 && "a link leads somewhere");
	array_push(&p->links, link);
}

void page_add_sign(struct page *p, struct page_sign sign)
{
	assert(sign.line < p->lines.len && "a sign stands in the text");
	array_push(&p->signs, sign);
}

struct page_link page_chosen(const struct page *p, uint64_t *step)
{
	assert(p->link < p->links.len && "a page with links has one chosen");
	const struct page_link *l = &p->links.at[p->link];
	*step = l->step[p->way];
	return *l;
}

/* By so many links; by so many lines of text, to the next link behind. */
static void choose_link(struct page *p, long links, long lines)
{
	assert(p->links.len > 0 && p->link < p->links.len && "a page with links has one chosen");
	long at = (long)p->link + links, last = (long)p->links.len - 1;
	long line = (long)p->links.at[p->link].line + lines;
	while (lines > 0 && at < last && (long)p->links.at[at].line < line)
		at++;
	while (lines < 0 && at > 0 && (long)p->links.at[at].line > line)
		at--;
	if (at <= 0 && (links < 0 || lines < 0))
		p->top = 0;
	p->link = at < 0 ? 0 : at > last ? (size_t)last : (size_t)at;
	p->way = 0;
}

/* Keys of a page with links; false if it is none. */
static bool take_link_key(struct page *p, const char *key)
{
	assert(p->link < p->links.len && p->links.at[p->link].n > 0 && "a link leads somewhere");
	uint32_t n = p->links.at[p->link].n;
	if (strcmp(key, "Right") == 0 || strcmp(key, "Tab") == 0)
		p->way = (p->way + 1) % n;
	else if (strcmp(key, "Left") == 0)
		p->way = (p->way + n - 1) % n;
	else if (strcmp(key, "Enter") == 0)
		p->open = !(p->followed = true);
	else
		return false;
	return true;
}

void page_input(struct page *p, const struct input *in)
{
	char name[KEYS_NAME_MAX];
	long page = p->rows > 1 ? p->rows - 1 : 1;
	p->followed = false;
	if (in->kind == INPUT_MOUSE && in->mouse != MOUSE_LEFT) {
		if (p->links.len > 0)
			choose_link(p, in->mouse == MOUSE_WHEEL_UP ? -1 : 1, 0);
		else
			scroll(p, in->mouse == MOUSE_WHEEL_UP ? -3 : 3);
		return;
	}
	if (in->kind == INPUT_PASTE)
		return;
	keys_name(in, name);
	if (p->links.len > 0 && take_link_key(p, name))
		return;
	for (size_t i = 0; i < sizeof scrolls / sizeof *scrolls; i++) {
		if (strcmp(scrolls[i].key, name) == 0) {
			if (p->links.len > 0)
				choose_link(p, scrolls[i].rows, scrolls[i].pages * page);
			else
				scroll(p, scrolls[i].rows + scrolls[i].pages * page);
			return;
		}
	}
	p->open = false;
}

/* Where the rows go on that a line needs beyond its first: in a table of keys
 * and the like, below its last column. */
static int indent_of(struct canvas *c, int cols, const char *line, size_t n)
{
	size_t last = 0;
	for (size_t i = 2; i < n; i++)
		if (line[i] != ' ' && line[i - 1] == ' ' && line[i - 2] == ' ')
			last = i;
	int col = canvas_columns(c, line, last);
	return col > cols * 2 / 3 ? 0 : col;
}

/* The bytes of a list's mark, "- " or "12. ", with the blanks before it; 0 if
 * the line is none. */
static size_t list_mark(const char *line, size_t n)
{
	size_t at = strspn(line, " "), digits = strspn(line + at, "0123456789");
	if (at > 3)
		return 0;
	if (digits > 0 && at + digits + 1 < n && line[at + digits] == '.' &&
		line[at + digits + 1] == ' ')
		return at + digits + 2;
	return at + 1 < n && strchr("-*", line[at]) != NULL && line[at + 1] == ' ' ? at + 2 : 0;
}

static bool is_code(const char *line)
{
	return strncmp(line, "    ", 4) == 0 || *line == '\t';
}

/* Draws a text without its backticks, from one of its rows on; returns the rows
 * that it takes. */
static int draw_words(
	struct canvas *c, struct rect in, int from, enum role role, const char *line, size_t n)
{
	struct sbuf plain = { 0 };
	for (size_t i = 0; i < n; i++) {
		if (line[i] != '`')
			sbuf_char(&plain, line[i]);
	}
	int rows = canvas_wrap_from(c, in, from, role, sbuf_cstr(&plain), plain.len);
	sbuf_fini(&plain);
	return rows;
}

/* A line of a lesson. */
static int draw_marked(struct canvas *c, struct rect in, int from, const char *line, size_t n)
{
	size_t heading = strspn(line, "#"), mark = list_mark(line, n);
	if (is_code(line)) {
		canvas_text(c, in, 0, 0, ROLE_ENTRY, TEXT_CUT | TEXT_TABS, line, n);
		return 1;
	}
	if (heading > 0 && line[heading] == ' ')
		mark = 0, line += heading + 1, n -= heading + 1;
	else
		heading = 0;
	int indent = canvas_columns(c, line, mark);
	if (from == 0)
		canvas_text(c, in, 0, 0, ROLE_POINT, 0, line, mark);
	rect_left(&in, indent);
	return draw_words(
		c, in, from, heading > 0 ? ROLE_TITLE : ROLE_NORMAL, line + mark, n - mark);
}

/* Draws a line of text from one of its rows on, and returns the rows that it
 * takes as a whole.  What stands left of the indent is on the first row alone. */
static int draw_line(
	struct canvas *c, struct rect in, int from, const struct page *p, const struct page_line *l)
{
	const char *line = p->text.text + l->at;
	size_t n = l->len, head = 0;
	int rows;
	if (p->lesson) {
		rows = draw_marked(c, in, from, line, n);
	} else {
		int indent = indent_of(c, in.cols, line, n);
		while (head < n &&
			(canvas_columns(c, line, head) < indent ||
				((unsigned char)line[head] & 0xC0) == 0x80))
			head++;
		if (from == 0)
			canvas_text(c, in, 0, 0, ROLE_NORMAL, 0, line, head);
		rect_left(&in, indent);
		rows = canvas_wrap_from(c, in, from, ROLE_NORMAL, line + head, n - head);
	}
	return rows > 0 ? rows : 1;
}

/* Finds out at which row each line begins in so many columns. */
static void lay_out(struct canvas *c, struct page *p, int cols)
{
	if (p->cols == cols)
		return;
	long row = 0;
	for (size_t i = 0; i < p->lines.len; i++) {
		p->lines.at[i].row = row;
		row += draw_line(c, (struct rect){ .cols = cols }, 0, p, &p->lines.at[i]);
	}
	p->total = row;
	p->cols = cols;
}

/* The columns that the text takes, at most so many. */
static int text_columns(struct canvas *c, const struct page *p, int most)
{
	int cols = canvas_columns(c, p->title.text, p->title.len) + BOX;
	for (size_t i = 0; i < p->lines.len && cols < most; i++) {
		int width = canvas_columns(c, p->text.text + p->lines.at[i].at, p->lines.at[i].len);
		cols = width > cols ? width : cols;
	}
	return cols < most ? cols : most;
}

/* The row behind line i. */
static long line_end(const struct page *p, size_t i)
{
	return i + 1 < p->lines.len ? p->lines.at[i + 1].row : p->total;
}

/* Scrolls so that the chosen link is in sight. */
static void follow_link(struct page *p)
{
	size_t chosen = p->links.at[p->link].line;
	assert(chosen < p->lines.len && "a link is a line of the text");
	if (line_end(p, chosen) > p->top + p->rows)
		p->top = line_end(p, chosen) - p->rows;
	if (p->lines.at[chosen].row < p->top)
		p->top = p->lines.at[chosen].row;
}

static void draw_chosen(struct canvas *c, struct rect rows, const char *line)
{
	if (*line == ' ')
		canvas_glyph(c, rows, 0, 0, ROLE_CURRENT, GLYPH_CURRENT);
	canvas_paint(c, rows, ROLE_CURRENT);
}

/* The line that has a row of the text. */
static size_t line_of_row(const struct page *p, long row)
{
	size_t low = 0, high = p->lines.len;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (p->lines.at[middle].row <= row)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void draw_sign(struct canvas *c, struct rect row, const struct page *p, size_t line)
{
	for (size_t i = 0; i < p->signs.len; i++) {
		const struct page_line *l = &p->lines.at[line];
		const char *text = p->text.text + l->at;
		row.cols = canvas_columns(c, text, strcspn(text, " \n"));
		if (p->signs.at[i].line == line)
			canvas_paint(c, row, p->signs.at[i].role);
	}
}

long page_rows_below(const struct page *p)
{
	long end = p->top + p->rows;
	return end < p->total ? p->total - end : 0;
}

long page_draw_text(struct canvas *c, struct rect in, struct page *p)
{
	lay_out(c, p, in.cols);
	p->rows = in.rows;
	if (p->links.len > 0)
		follow_link(p);
	scroll(p, 0);
	for (size_t i = line_of_row(p, p->top); i < p->lines.len && in.rows > 0; i++) {
		const struct page_line *l = &p->lines.at[i];
		int from = p->top > l->row ? (int)(p->top - l->row) : 0;
		struct rect rows = rect_top(&in, draw_line(c, in, from, p, l) - from);
		if (p->links.len > 0 && p->links.at[p->link].line == i)
			draw_chosen(c, rows, p->text.text + l->at);
		if (from == 0)
			draw_sign(c, rows, p, i);
	}
	return page_rows_below(p);
}

/* What Enter does. */
static void draw_link(struct canvas *c, struct rect row, const struct page *p)
{
	uint64_t step;
	struct page_link l = page_chosen(p, &step);
	int col = canvas_printf(
		c, row, 0, 2, ROLE_KEY, " Enter: to step %llu ", (unsigned long long)step);
	if (l.n > 1)
		canvas_printf(c, row, 0, col, ROLE_KEY, "(%u of %u) Right: to the next ",
			p->way + 1, l.n);
}

void page_draw(struct canvas *c, struct rect in, struct page *p)
{
	bool framed = in.rows >= FRAME_ROWS_FROM && in.cols >= FRAME_COLS_FROM;
	int around = framed ? BOX + PAD : 0;
	int most = in.cols - around < WIDTH_MOST ? in.cols - around : WIDTH_MOST;
	struct rect box = in, inside = in;
	if (framed) {
		int cols = text_columns(c, p, most);
		lay_out(c, p, cols);
		int rows = p->total < CANVAS_MAX ? (int)p->total : CANVAS_MAX;
		box = rect_centre(in, rows + BOX, cols + around);
		inside = canvas_box(c, box);
		rect_left(&inside, PAD / 2);
		rect_right(&inside, PAD / 2);
		canvas_printf(c, box, 0, 2, ROLE_TITLE, " %s ", sbuf_cstr(&p->title));
	} else {
		canvas_erase(c, in);
	}
	bool more = page_draw_text(c, inside, p) > 0;
	if (framed && p->links.len > 0)
		draw_link(c, (struct rect){ box.row + box.rows - 1, box.col, 1, box.cols }, p);
	else if (framed && more)
		canvas_printf(c, box, box.rows - 1, 2, ROLE_KEY, " %s Space: more ",
			glyph_text(GLYPH_BELOW));
}
