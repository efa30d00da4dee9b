#include "ui/canvas/canvas.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>

enum {
	TAB_STOP = 8,
	MARKS_MOST = UINT16_MAX,
	ROLES_AT_ONCE = 64, /* more bytes than any character has */
};

static const struct canvas_cell blank = { .c = ' ', .width = 1 };

static int limit(int n)
{
	return n < 0 ? 0 : n > CANVAS_MAX ? CANVAS_MAX : n;
}

/* The filled part is copied behind itself. */
static void fill(struct canvas_cell *cells, size_t n, struct canvas_cell with)
{
	if (n > 0)
		cells[0] = with;
	for (size_t done = 1; done < n; done *= 2)
		memcpy(cells + done, cells, (done < n - done ? done : n - done) * sizeof *cells);
}

void canvas_size(struct canvas *c, int rows, int cols)
{
	size_t before = (size_t)c->rows * (size_t)c->cols;
	c->rows = limit(rows);
	assert((c->cells || before == 0) && "a canvas has cells for its size");
	c->cols = limit(cols);
	size_t count = (size_t)c->rows * (size_t)c->cols;
	if (count != before || c->cells == NULL)
		c->cells = mem_reallocarray(c->cells, count, sizeof *c->cells);
	fill(c->cells, count, blank);
	c->marks.len = 0;
}

void canvas_fini(struct canvas *c)
{
	mem_free(c->cells);
	array_fini(&c->marks);
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

static bool is_inside(const struct canvas *c, struct rect r)
{
	return r.row >= 0 && r.row + r.rows <= c->rows && r.col >= 0 && r.col + r.cols <= c->cols;
}

const struct canvas_cell *canvas_cell(const struct canvas *c, int row, int col)
{
	return at(c, row, col);
}

const uint32_t *canvas_marks(const struct canvas *c, const struct canvas_cell *cell)
{
	assert(cell->marks <= c->marks.len &&
		"a cell's marks are there until the canvas is erased");
	static const struct canvas_marks none = { 0 };
	return cell->marks == 0 ? none.c : c->marks.at[cell->marks - 1].c;
}

/* Takes the wide character away of which this cell is a half, so that the
 * other half does not stay behind alone. */
static void split_wide(struct canvas_cell *cell)
{
	if (cell->width == 1)
		return;
	struct canvas_cell *left = cell->width == 2 ? cell : cell - 1;
	assert(left[0].width == 2 && "the left half says how wide it is");
	for (int i = 0; i < 2; i++) {
		unsigned role = left[i].role;
		left[i] = blank;
		left[i].role = role & UINT8_MAX;
	}
}

static struct canvas_cell cell_of(uint32_t ch, unsigned width, enum role role)
{
	assert(width <= 2 && "a character takes two columns at most");
	struct canvas_cell cell = { .c = ch };
	cell.width = width & 3;
	cell.role = (unsigned)role & UINT8_MAX;
	return cell;
}

/* Puts a character of one or two columns, both of which exist. */
static void put_cell(struct canvas_cell *cell, uint32_t ch, int width, enum role role)
{
	assert((width == 1 || width == 2) && "one column, or two");
	for (int i = 0; i < width; i++) {
		split_wide(&cell[i]);
		cell[i] = cell_of(i == 0 ? ch : 0, i == 0 ? (unsigned)width : 0, role);
	}
}

static void add_mark(struct canvas *c, struct canvas_cell *cell, uint32_t mark)
{
	if (cell->marks == 0 && c->marks.len < MARKS_MOST) {
		array_push(&c->marks, (struct canvas_marks){ 0 });
		cell->marks = c->marks.len & MARKS_MOST;
	}
	for (int i = 0; cell->marks > 0 && i < CELL_MARKS; i++) {
		uint32_t *at = &c->marks.at[cell->marks - 1].c[i];
		if (*at == 0) {
			*at = mark;
			return;
		}
	}
}

/* Where a text is being drawn.  Rows and columns are those of the canvas. */
struct pen {
	struct canvas *canvas;
	struct rect clip; /* inside the canvas */
	int row, col;
	int end; /* nothing is drawn from past this column on */
	enum role role;
	struct canvas_cell *last; /* the character drawn last, if it was not clipped */
	bool left_out;            /* something ended left of the clip */
};

static struct pen pen_at(struct canvas *c, struct rect in, int row, int col, enum role role)
{
	assert((unsigned)role < ROLE_COUNT && "a role has a look");
	return (struct pen){
		.canvas = c,
		.clip = rect_meet(in, canvas_rect(c)),
		.row = in.row + row,
		.col = in.col + col,
		.end = in.col + in.cols,
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
	assert((width == 1 || width == 2) && "a mark has no place of its own");
	bool inside = p->col >= p->clip.col && p->col + width <= p->clip.col + p->clip.cols;
	p->left_out = p->left_out || p->col < p->clip.col;
	p->last = NULL;
	if (inside && is_row_visible(p)) {
		p->last = at(p->canvas, p->row, p->col);
		put_cell(p->last, ch, width, p->role);
	}
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
	/* The pen stands behind the character.  At the right edge terminals do not
	 * agree on where a mark belongs that comes by itself: libvterm 0.1.4 puts it
	 * into the next row, xterm.js 6.0 does not. */
	if (p->last != NULL && p->col < p->canvas->cols)
		add_mark(p->canvas, p->last, c);
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

/* Draws the plain characters that s begins with, those in sight cell by cell,
 * and returns how many they are. */
static size_t pen_plain(struct pen *p, const char *s, size_t n)
{
	size_t room = p->end < p->col ? 0 : (size_t)(p->end - p->col) + 1;
	int count = (int)utf8_plain(s, n < room ? n : room);
	int from = p->col < p->clip.col ? p->clip.col - p->col : 0;
	int to = p->clip.col + p->clip.cols - p->col < count ? p->clip.col + p->clip.cols - p->col
							     : count;
	if (count == 0)
		return 0;
	p->left_out = p->left_out || from > 0;
	p->last = NULL;
	if (from < to && is_row_visible(p)) {
		struct canvas_cell *cell = at(p->canvas, p->row, p->col + from);
		struct canvas_cell new = cell_of(0, 1, p->role);
		for (int i = from; i < to; i++, cell++) {
			if (cell->width != 1)
				split_wide(cell);
			new.c = (unsigned char)s[i];
			*cell = new;
		}
		p->last = to == count ? cell - 1 : NULL;
	}
	p->col += count;
	return (size_t)count;
}

/* Draws the first character of s, or the plain ones that it begins with, and
 * returns the bytes they have. */
static size_t pen_next(struct pen *p, const char *s, size_t n)
{
	assert(n > 0 && "there is a character to be drawn");
	size_t plain = pen_plain(p, s, n);
	if (plain > 0)
		return plain;
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
	if (n > 0 && utf8_plain(s, 1) == 0 && utf8_decode_wtf(s, n, &c) > 0 && utf8_width(c) == 0 &&
		!changes_width(c))
		pen_put(p, ' ', 1);
}

static void pen_cut_mark(struct pen *p, int col)
{
	const char *text = glyph_text(GLYPH_CUT);
	p->col = col;
	pen_next(p, text, strlen(text));
}

/* How many of n bytes are in the same role, as far as it is looked. */
static size_t same_role(const uint8_t *roles, size_t n)
{
	size_t most = n < ROLES_AT_ONCE ? n : ROLES_AT_ONCE, same = 1;
	while (same < most && roles[same] == roles[0])
		same++;
	return same;
}

/* roles: of each byte; NULL: all in one. */
static int draw_row(struct canvas *c, struct rect in, int row, int col, enum role role,
	unsigned flags, const char *s, size_t n, const uint8_t *roles)
{
	struct pen p = pen_at(c, in, row, col, role);
	int origin = p.col;
	pen_begin(&p, s, n);
	for (size_t i = 0; i < n && p.col <= p.end;) {
		size_t run = n - i;
		if (roles != NULL) {
			assert(roles[i] < ROLE_COUNT && "a role has a look");
			p.role = (enum role)roles[i];
			run = same_role(roles + i, n - i);
		}
		if (s[i] == '\t' && (flags & TEXT_TABS) != 0) {
			pen_tab(&p, origin);
			i++;
		} else {
			i += pen_next(&p, s + i, run);
		}
	}
	int after = p.col - in.col;
	if ((flags & TEXT_CUT) != 0 && in.cols > 0) {
		if (p.left_out && col < 0)
			pen_cut_mark(&p, in.col);
		if (after > in.cols)
			pen_cut_mark(&p, p.end - 1);
	}
	return after;
}

int canvas_text(struct canvas *c, struct rect in, int row, int col, enum role role, unsigned flags,
	const char *s, size_t n)
{
	return draw_row(c, in, row, col, role, flags, s, n, NULL);
}

int canvas_coloured(struct canvas *c, struct rect in, int row, unsigned flags, const char *s,
	size_t n, const uint8_t *roles)
{
	return draw_row(c, in, row, 0, ROLE_NORMAL, flags, s, n, roles);
}

int canvas_str(struct canvas *c, struct rect in, int row, int col, enum role role, const char *s)
{
	return canvas_text(c, in, row, col, role, 0, s, strlen(s));
}

int canvas_printf(
	struct canvas *c, struct rect in, int row, int col, enum role role, const char *fmt, ...)
{
	struct sbuf text = { 0 };
	va_list ap;
	va_start(ap, fmt);
	sbuf_vprintf(&text, fmt, ap);
	va_end(ap);
	int after = canvas_text(c, in, row, col, role, TEXT_CUT, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
	return after;
}

int canvas_number(
	struct canvas *c, struct rect in, int row, int col, enum role role, int width, uint64_t n)
{
	char text[DECIMAL_MOST];
	int digits = (int)decimal(n, text);
	return canvas_text(c, in, row, col + (width > digits ? width - digits : 0), role, TEXT_CUT,
		text, (size_t)digits);
}

int canvas_glyph(struct canvas *c, struct rect in, int row, int col, enum role role, enum glyph g)
{
	assert((unsigned)g < GLYPH_COUNT && "a glyph");
	struct rect cell = { in.row + row, in.col + col, 1, 1 };
	if (c->charset != CHARSET_UTF8) {
		struct pen p = pen_at(c, in, row, col, role);
		pen_printable(&p, glyph_code(g), 1);
		return p.col - in.col;
	}
	if (row >= 0 && row < in.rows && col >= 0 && col < in.cols && is_inside(c, cell))
		put_cell(at(c, cell.row, cell.col), glyph_code(g), 1, role);
	return col + 1;
}

int canvas_columns(struct canvas *c, const char *s, size_t n)
{
	if (n < INT_MAX && utf8_plain(s, n) == n)
		return (int)n;
	return canvas_text(c, (struct rect){ .cols = INT_MAX }, 0, 0, ROLE_NORMAL, 0, s, n);
}

void canvas_erase(struct canvas *c, struct rect in)
{
	struct rect r = rect_meet(in, canvas_rect(c));
	for (int row = r.row; row < r.row + r.rows && r.cols > 0; row++) {
		struct canvas_cell *cell = at(c, row, r.col);
		split_wide(cell);
		split_wide(cell + r.cols - 1);
		fill(cell, (size_t)r.cols, blank);
	}
	if (r.rows == c->rows && r.cols == c->cols)
		c->marks.len = 0;
}

void canvas_paint(struct canvas *c, struct rect in, enum role role)
{
	assert((unsigned)role < ROLE_COUNT && "a role has a look");
	struct rect r = rect_meet(in, canvas_rect(c));
	for (int row = r.row; row < r.row + r.rows && r.cols > 0; row++) {
		struct canvas_cell *cell = at(c, row, r.col);
		for (int i = 0; i < r.cols; i++)
			cell[i].role = (unsigned)role & UINT8_MAX;
	}
}

/* Adds directions to the rule in a cell, or begins one there. */
static void add_rule(const struct canvas *c, struct canvas_cell *cell, unsigned directions)
{
	assert(directions > 0 && directions < 16 && "a rule goes somewhere");
	directions |= cell->rules;
	if (directions == cell->rules)
		return;
	enum glyph g = glyph_rule(directions);
	put_cell(cell, c->charset == CHARSET_UTF8 ? glyph_code(g) : (uint32_t)*glyph_ascii(g), 1,
		ROLE_RULE);
	cell->rules = directions & 15;
}

/* A row of pieces of a rule that are all alike; most begin on blank cells. */
static void add_rules(const struct canvas *c, struct canvas_cell *cells, int n, unsigned directions)
{
	struct canvas_cell piece = blank;
	add_rule(c, &piece, directions);
	for (int i = 0; i < n; i++) {
		if (cells[i].rules == 0 && cells[i].width == 1)
			cells[i] = piece;
		else
			add_rule(c, &cells[i], directions);
	}
}

/* The directions of the i-th of n cells of a line from one side to another. */
static unsigned directions_of(int i, int n, unsigned back, unsigned forth)
{
	assert(i >= 0 && i < n && "a piece of the rule");
	if (n == 1)
		return back | forth;
	return (i > 0 ? back : 0) | (i < n - 1 ? forth : 0);
}

void canvas_rule_right(struct canvas *c, struct rect in, int row, int col, int n)
{
	struct rect line = { in.row + row, in.col + col, 1, n };
	struct rect r = rect_meet(rect_meet(in, canvas_rect(c)), line);
	if (r.rows == 0 || r.cols == 0)
		return;
	struct canvas_cell *cells = at(c, r.row, r.col);
	int last = r.cols - 1;
	add_rule(c, &cells[0], directions_of(r.col - line.col, n, RULE_LEFT, RULE_RIGHT));
	add_rules(c, &cells[1], last - 1, RULE_LEFT | RULE_RIGHT);
	if (last > 0)
		add_rule(c, &cells[last],
			directions_of(r.col + last - line.col, n, RULE_LEFT, RULE_RIGHT));
}

void canvas_rule_down(struct canvas *c, struct rect in, int row, int col, int n)
{
	struct rect line = { in.row + row, in.col + col, n, 1 };
	struct rect r = rect_meet(rect_meet(in, canvas_rect(c)), line);
	for (int i = 0; r.cols > 0 && i < r.rows; i++)
		add_rule(c, at(c, r.row + i, r.col),
			directions_of(r.row + i - line.row, n, RULE_UP, RULE_DOWN));
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

static void dump_cell(const struct canvas *c, const struct canvas_cell *cell, struct sbuf *out)
{
	if (cell->width == 0)
		return;
	sbuf_utf8(out, cell->c);
	for (const uint32_t *mark = canvas_marks(c, cell); *mark != 0; mark++)
		sbuf_utf8(out, *mark);
}

/* Cuts what is equal to c off the end of the text, but not before from. */
static void trim(struct sbuf *out, size_t from, char c)
{
	assert(from <= out->len && "a row begins in the text");
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
			dump_cell(c, at(c, row, col), out);
		trim(out, from, ' ');
		sbuf_char(out, '\n');
	}
}

void canvas_roles(const struct canvas *c, struct sbuf *out)
{
	for (int row = 0; row < c->rows; row++) {
		size_t from = out->len;
		for (int col = 0; col < c->cols; col++)
			sbuf_char(out, role_look((enum role)at(c, row, col)->role)->letter);
		trim(out, from, role_look(ROLE_NORMAL)->letter);
		sbuf_char(out, '\n');
	}
}
