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

void page_open(struct page *p, const char *title, const char *text)
{
	sbuf_truncate(&p->title, 0);
	sbuf_str(&p->title, title);
	sbuf_truncate(&p->text, 0);
	sbuf_str(&p->text, text);
	p->top = 0;
	p->open = true;
	p->lesson = false;
	p->more = true;
	p->links.len = p->link = 0;
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
	array_fini(&p->links);
}

/* Keys that scroll, by so many lines and so many pages. */
static const struct {
	const char *key;
	int lines, pages;
} scrolls[] = {
	{ "j", 1, 0 },
	{ "Down", 1, 0 },
	{ "k", -1, 0 },
	{ "Up", -1, 0 },
	{ "Space", 0, 1 },
	{ "PageDown", 0, 1 },
	{ "b", 0, -1 },
	{ "PageUp", 0, -1 },
	{ "Home", -1000000, 0 },
};

static void scroll(struct page *p, long lines)
{
	if (lines > 0 && !p->more)
		return;
	size_t up = lines < 0 ? (size_t)-lines : 0;
	p->top = up > p->top ? 0 : p->top - up + (lines > 0 ? (size_t)lines : 0);
}

/* Links. */

void page_add_link(struct page *p, struct page_link link)
{
	assert(link.n > 0 && "a link leads somewhere");
	array_push(&p->links, link);
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
	int page = p->rows > 1 ? p->rows - 1 : 1;
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
				choose_link(p, scrolls[i].lines, (long)scrolls[i].pages * page);
			else
				scroll(p, scrolls[i].lines + (long)scrolls[i].pages * page);
			return;
		}
	}
	p->open = false;
}

/* Line n of the text; NULL past the end. */
static const char *page_line(const struct page *p, size_t n)
{
	const char *at = p->text.text != NULL ? p->text.text : "";
	for (; n > 0; n--) {
		at = strchr(at, '\n');
		if (at == NULL)
			return NULL;
		at++;
	}
	return *at != '\0' ? at : NULL;
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

/* Draws a text without its backticks; returns the rows that it takes. */
static int draw_words(struct canvas *c, struct rect in, enum role role, const char *line, size_t n)
{
	struct sbuf plain = { 0 };
	for (size_t i = 0; i < n; i++) {
		if (line[i] != '`')
			sbuf_char(&plain, line[i]);
	}
	int rows = canvas_wrap(c, in, role, sbuf_cstr(&plain), plain.len);
	sbuf_fini(&plain);
	return rows > 0 ? rows : 1;
}

/* A line of a lesson. */
static int draw_marked(struct canvas *c, struct rect in, const char *line, size_t n)
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
	canvas_text(c, in, 0, 0, ROLE_POINT, 0, line, mark);
	rect_left(&in, indent);
	return draw_words(c, in, heading > 0 ? ROLE_TITLE : ROLE_NORMAL, line + mark, n - mark);
}

/* Draws one line of text and returns the rows that it takes.  What stands left
 * of the indent is on the first row alone. */
static int draw_line(struct canvas *c, struct rect in, const char *line, size_t n, bool lesson)
{
	if (lesson)
		return draw_marked(c, in, line, n);
	int indent = indent_of(c, in.cols, line, n);
	size_t head = 0;
	while (head < n && canvas_columns(c, line, head) < indent)
		head++;
	canvas_text(c, in, 0, 0, ROLE_NORMAL, 0, line, head);
	rect_left(&in, indent);
	return n == head ? 1 : canvas_wrap(c, in, ROLE_NORMAL, line + head, n - head);
}

/* The columns and rows that the text takes in at most `most` columns. */
static void measure_page(struct canvas *c, const struct page *p, int most, int *cols, int *rows)
{
	*cols = canvas_columns(c, p->title.text, p->title.len) + BOX;
	*rows = 0;
	const char *line = page_line(p, 0);
	while (line != NULL) {
		size_t n = strcspn(line, "\n");
		int width = canvas_columns(c, line, n);
		*cols = width > *cols ? width : *cols;
		*cols = *cols < most ? *cols : most;
		*rows += draw_line(c, (struct rect){ .cols = most }, line, n, p->lesson);
		line = line[n] == '\n' && line[n + 1] != '\0' ? line + n + 1 : NULL;
	}
}

/* Rows that a line takes in so many columns. */
static int rows_of(struct canvas *c, const struct page *p, size_t n, int cols)
{
	const char *line = page_line(p, n);
	return line == NULL
		? 0
		: draw_line(c, (struct rect){ .cols = cols }, line, strcspn(line, "\n"), p->lesson);
}

/* Scrolls so that the chosen link is in sight. */
static void follow_link(struct canvas *c, struct rect in, struct page *p)
{
	size_t chosen = p->links.at[p->link].line, first = chosen;
	int used = rows_of(c, p, chosen, in.cols);
	if (chosen < p->top)
		p->top = chosen;
	while (first > p->top && used + rows_of(c, p, first - 1, in.cols) <= in.rows)
		used += rows_of(c, p, --first, in.cols);
	p->top = first;
}

static void draw_chosen(struct canvas *c, struct rect rows, const char *line)
{
	if (*line == ' ')
		canvas_glyph(c, rows, 0, 0, ROLE_CURRENT, GLYPH_CURRENT);
	canvas_paint(c, rows, ROLE_CURRENT);
}

static void draw_lines(struct canvas *c, struct rect in, struct page *p)
{
	if (p->links.len > 0)
		follow_link(c, in, p);
	size_t n = p->top;
	const char *line = page_line(p, n);
	p->rows = in.rows;
	while (line != NULL && in.rows > 0) {
		struct rect rows = rect_top(
			&in, draw_line(c, in, line, strcspn(line, "\n"), p->lesson));
		if (p->links.len > 0 && p->links.at[p->link].line == n)
			draw_chosen(c, rows, line);
		line = page_line(p, ++n);
	}
	p->more = line != NULL;
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
	int cols, rows;
	measure_page(c, p, most < 1 ? 1 : most, &cols, &rows);
	struct rect box = in, inside = in;
	if (framed) {
		box = rect_centre(in, rows + BOX, cols + around);
		inside = canvas_box(c, box);
		rect_left(&inside, PAD / 2);
		rect_right(&inside, PAD / 2);
		canvas_printf(c, box, 0, 2, ROLE_TITLE, " %s ", sbuf_cstr(&p->title));
	} else {
		canvas_erase(c, in);
	}
	draw_lines(c, inside, p);
	if (framed && p->links.len > 0)
		draw_link(c, (struct rect){ box.row + box.rows - 1, box.col, 1, box.cols }, p);
	else if (framed && p->more)
		canvas_printf(c, box, box.rows - 1, 2, ROLE_KEY, " %s Space: more ",
			glyph_text(GLYPH_BELOW));
}
