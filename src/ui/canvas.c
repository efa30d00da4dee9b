#include "ui/canvas.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>

enum { TAB_STOP = 8 };

static const struct canvas_cell blank = { .c = { ' ' }, .width = 1 };

static int limit(int n)
{
	return n < 0 ? 0 : n > CANVAS_MAX ? CANVAS_MAX : n;
}

void canvas_size(struct canvas *c, int rows, int cols)
{
	c->rows = limit(rows);
	c->cols = limit(cols);
	size_t count = (size_t)c->rows * (size_t)c->cols;
	c->cells = mem_reallocarray(c->cells, count, sizeof *c->cells);
	for (size_t i = 0; i < count; i++)
		c->cells[i] = blank;
}

void canvas_fini(struct canvas *c)
{
	mem_free(c->cells);
	*c = (struct canvas){ .charset = c->charset };
}

struct rect canvas_rect(const struct canvas *c)
{
	return (struct rect){ .rows = c->rows, .cols = c->cols };
}

static struct canvas_cell *at(const struct canvas *c, int row, int col)
{
	assert(row >= 0 && row < c->rows && col >= 0 && col < c->cols);
	return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

const struct canvas_cell *canvas_cell(const struct canvas *c, int row, int col)
{
	return at(c, row, col);
}

/* Takes the wide character away of which this cell is a half, so that the
 * other half does not stay behind alone. */
static void split_wide(struct canvas *c, int row, int col)
{
	struct canvas_cell *cell = at(c, row, col);
	if (cell->width == 1)
		return;
	struct canvas_cell *left = cell->width == 2 ? cell : cell - 1;
	for (int i = 0; i < 2; i++) {
		uint8_t role = left[i].role;
		left[i] = blank;
		left[i].role = role;
	}
}

/* Puts a character of one or two columns, both of which exist. */
static struct canvas_cell *put(struct canvas *c, int row, int col, uint32_t ch, int width, enum role role)
{
	struct canvas_cell *cell = at(c, row, col);
	for (int i = 0; i < width; i++) {
		if (cell[i].width != 1)
			split_wide(c, row, col + i);
		cell[i] = (struct canvas_cell){ .role = (uint8_t)role };
	}
	cell->c[0] = ch;
	cell->width = (uint8_t)width;
	return cell;
}

static void add_mark(struct canvas_cell *cell, uint32_t mark)
{
	for (int i = 1; i <= CELL_MARKS; i++) {
		if (cell->c[i] == 0) {
			cell->c[i] = mark;
			return;
		}
	}
}

/* Where a text is being drawn.  Rows and columns are those of the canvas. */
struct pen {
	struct canvas *canvas;
	struct rect clip;       /* inside the canvas */
	int row, col;
	enum role role;
	struct canvas_cell *last;      /* the character drawn last, if it was not clipped */
	bool left_out;          /* something ended left of the clip */
};

static struct pen pen_at(struct canvas *c, struct rect in, int row, int col, enum role role)
{
	return (struct pen){
		.canvas = c,
		.clip = rect_meet(in, canvas_rect(c)),
		.row = in.row + row,
		.col = in.col + col,
		.role = role,
	};
}

static bool is_row_visible(const struct pen *p)
{
	return p->row >= p->clip.row && p->row < p->clip.row + p->clip.rows && p->clip.cols > 0;
}

/* Draws one character if all of it is inside, and moves on by its width.  Of a
 * wide one that is half inside, that half stays as it was. */
static void pen_put(struct pen *p, uint32_t ch, int width)
{
	bool inside = p->col >= p->clip.col && p->col + width <= p->clip.col + p->clip.cols;
	p->left_out = p->left_out || p->col < p->clip.col;
	p->last = NULL;
	if (inside && is_row_visible(p))
		p->last = put(p->canvas, p->row, p->col, ch, width, p->role);
	p->col += width;
}

static void pen_ascii(struct pen *p, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pen_put(p, (unsigned char)s[i], 1);
}

/* Joiners and variation selectors take no column but tell some terminals to
 * draw what they stand between narrower or wider than we count. */
static bool changes_width(uint32_t c)
{
	return (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2064) ||
		(c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0x180E ||
		(c >= 0xE0100 && c <= 0xE01EF);
}

static void pen_mark(struct pen *p, uint32_t c)
{
	if (changes_width(c) || p->canvas->charset == CHARSET_ASCII)
		return;
	if (p->last != NULL)
		add_mark(p->last, c);
}

/* Draws a character that is known to be printable, in the canvas's charset. */
static void pen_printable(struct pen *p, uint32_t c, int width)
{
	const char *ascii = NULL;
	if (c >= 0x80 && p->canvas->charset != CHARSET_UTF8)
		ascii = glyph_ascii_of(c);
	if (ascii != NULL)
		pen_ascii(p, ascii, strlen(ascii));
	else if (width == 0)
		pen_mark(p, c);
	else if (c >= 0x80 && p->canvas->charset == CHARSET_ASCII)
		pen_ascii(p, "??", (size_t)width);
	else
		pen_put(p, c, width);
}

static void pen_tab(struct pen *p, int origin)
{
	do
		pen_put(p, ' ', 1);
	while ((p->col - origin) % TAB_STOP != 0);
}

/* Most of all text: a character that is shown as it is. */
static bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

/* Draws the first character of s and returns the bytes it has. */
static size_t pen_next(struct pen *p, const char *s, size_t n)
{
	if (is_plain(*s)) {
		pen_put(p, (unsigned char)*s, 1);
		return 1;
	}
	struct utf8_shown shown = utf8_show(s, n);
	uint32_t c;
	if (utf8_decode_wtf(shown.text, shown.len, &c) == shown.len)
		pen_printable(p, c, shown.columns);
	else
		pen_ascii(p, shown.text, shown.len);
	return shown.used;
}

/* A mark on the first character of a text would fall on what stands before
 * it, so it gets a place of its own. */
static void pen_begin(struct pen *p, const char *s, size_t n)
{
	uint32_t c;
	if (n > 0 && utf8_decode_wtf(s, n, &c) > 0 && utf8_width(c) == 0 && !changes_width(c))
		pen_put(p, ' ', 1);
}

static void pen_cut_mark(struct pen *p, int col)
{
	const char *text = glyph_text(GLYPH_CUT);
	p->col = col;
	pen_next(p, text, strlen(text));
}

int canvas_text(struct canvas *c, struct rect in, int row, int col, enum role role, unsigned flags, const char *s, size_t n)
{
	struct pen p = pen_at(c, in, row, col, role);
	int origin = p.col;
	int end = in.col + in.cols;
	pen_begin(&p, s, n);
	for (size_t i = 0; i < n && p.col <= end; ) {
		if (s[i] == '\t' && (flags & TEXT_TABS) != 0) {
			pen_tab(&p, origin);
			i++;
		} else {
			i += pen_next(&p, s + i, n - i);
		}
	}
	int after = p.col - in.col;
	if ((flags & TEXT_CUT) != 0 && in.cols > 0) {
		if (p.left_out && col < 0)
			pen_cut_mark(&p, in.col);
		if (after > in.cols)
			pen_cut_mark(&p, end - 1);
	}
	return after;
}

int canvas_str(struct canvas *c, struct rect in, int row, int col, enum role role, const char *s)
{
	return canvas_text(c, in, row, col, role, 0, s, strlen(s));
}

int canvas_printf(struct canvas *c, struct rect in, int row, int col, enum role role, const char *fmt, ...)
{
	struct sbuf text = {0};
	va_list ap;
	va_start(ap, fmt);
	sbuf_vprintf(&text, fmt, ap);
	va_end(ap);
	int after = canvas_text(c, in, row, col, role, TEXT_CUT, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
	return after;
}

int canvas_glyph(struct canvas *c, struct rect in, int row, int col, enum role role, enum glyph g)
{
	struct pen p = pen_at(c, in, row, col, role);
	pen_printable(&p, glyph_code(g), 1);
	return p.col - in.col;
}

int canvas_columns(struct canvas *c, const char *s, size_t n)
{
	size_t plain = 0;
	while (plain < n && is_plain(s[plain]))
		plain++;
	if (plain == n && n < INT_MAX)
		return (int)n;
	return canvas_text(c, (struct rect){ .cols = INT_MAX }, 0, 0, ROLE_NORMAL, 0, s, n);
}

void canvas_erase(struct canvas *c, struct rect in)
{
	struct rect r = rect_meet(in, canvas_rect(c));
	for (int row = r.row; row < r.row + r.rows && r.cols > 0; row++) {
		split_wide(c, row, r.col);
		split_wide(c, row, r.col + r.cols - 1);
		for (int col = r.col; col < r.col + r.cols; col++)
			*at(c, row, col) = blank;
	}
}

void canvas_paint(struct canvas *c, struct rect in, enum role role)
{
	struct rect r = rect_meet(in, canvas_rect(c));
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			at(c, row, col)->role = (uint8_t)role;
}

/* Adds directions to the rule in a cell, or begins one there. */
static void add_rule(struct canvas *c, struct rect clip, int row, int col, unsigned directions)
{
	if (row < clip.row || row >= clip.row + clip.rows || col < clip.col || col >= clip.col + clip.cols)
		return;
	enum glyph g = glyph_rule(at(c, row, col)->rules | directions);
	directions |= at(c, row, col)->rules;
	struct canvas_cell *cell = put(c, row, col, c->charset == CHARSET_UTF8 ? glyph_code(g) : (uint32_t)*glyph_ascii(g), 1, ROLE_RULE);
	cell->rules = (uint8_t)directions;
}

/* The directions of the i-th of n cells of a line from one side to another. */
static unsigned directions_of(int i, int n, unsigned back, unsigned forth)
{
	if (n == 1)
		return back | forth;
	return (i > 0 ? back : 0) | (i < n - 1 ? forth : 0);
}

void canvas_rule_right(struct canvas *c, struct rect in, int row, int col, int n)
{
	struct rect clip = rect_meet(in, canvas_rect(c));
	for (int i = 0; i < n; i++)
		add_rule(c, clip, in.row + row, in.col + col + i, directions_of(i, n, RULE_LEFT, RULE_RIGHT));
}

void canvas_rule_down(struct canvas *c, struct rect in, int row, int col, int n)
{
	struct rect clip = rect_meet(in, canvas_rect(c));
	for (int i = 0; i < n; i++)
		add_rule(c, clip, in.row + row + i, in.col + col, directions_of(i, n, RULE_UP, RULE_DOWN));
}

struct rect canvas_box(struct canvas *c, struct rect in)
{
	canvas_erase(c, in);
	canvas_rule_right(c, in, 0, 0, in.cols);
	canvas_rule_right(c, in, in.rows - 1, 0, in.cols);
	canvas_rule_down(c, in, 0, 0, in.rows);
	canvas_rule_down(c, in, 0, in.cols - 1, in.rows);
	rect_top(&in, 1);
	rect_bottom(&in, 1);
	rect_left(&in, 1);
	rect_right(&in, 1);
	return in;
}

static void dump_cell(const struct canvas_cell *cell, struct sbuf *out)
{
	for (int i = 0; i <= CELL_MARKS && cell->c[i] != 0; i++)
		sbuf_utf8(out, cell->c[i]);
}

/* Cuts what is equal to c off the end of the text, but not before from. */
static void trim(struct sbuf *out, size_t from, char c)
{
	size_t n = out->len;
	while (n > from && out->text[n - 1] == c)
		n--;
	sbuf_truncate(out, n);
}

void canvas_dump(const struct canvas *c, struct sbuf *out)
{
	for (int row = 0; row < c->rows; row++) {
		size_t from = out->len;
		for (int col = 0; col < c->cols; col++)
			dump_cell(at(c, row, col), out);
		trim(out, from, ' ');
		sbuf_char(out, '\n');
	}
}

void canvas_roles(const struct canvas *c, struct sbuf *out)
{
	for (int row = 0; row < c->rows; row++) {
		size_t from = out->len;
		for (int col = 0; col < c->cols; col++)
			sbuf_char(out, role_look(at(c, row, col)->role)->letter);
		trim(out, from, role_look(ROLE_NORMAL)->letter);
		sbuf_char(out, '\n');
	}
}
