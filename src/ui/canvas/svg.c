#include "ui/canvas/svg.h"

#include "base/sbuf.h"

#include <string.h>

/* A cell in pixels, and where its text stands in it. */
enum { CELL_WIDTH = 9, CELL_HEIGHT = 18, FONT_SIZE = 15, BASELINE = 14, MARGIN = 9 };

/* The terminal's own colours. */
static const struct {
	int text, ground;
} grounds[] = {
	[THEME_DARK] = { 0xd8d8d8, 0x1b1b1b },
	[THEME_LIGHT] = { 0x202020, 0xfbfbfb },
};

enum { DIRECT_COLOURS = 1 << 24 };

struct svg {
	const struct canvas *c;
	enum theme theme;
	struct sbuf *out;
};

static int x_of(int col)
{
	return MARGIN + col * CELL_WIDTH;
}

static int y_of(int row)
{
	return MARGIN + row * CELL_HEIGHT;
}

static int colour_of(const struct svg *v, enum role role)
{
	int colour = look_colour(role_look(role), v->theme, DIRECT_COLOURS + 1);
	return colour < 0 ? grounds[v->theme].text : colour;
}

static void put_escaped(struct sbuf *out, uint32_t c)
{
	switch (c) {
	case '&':
		sbuf_str(out, "&amp;");
		break;
	case '<':
		sbuf_str(out, "&lt;");
		break;
	case '>':
		sbuf_str(out, "&gt;");
		break;
	default:
		sbuf_utf8(out, c);
		break;
	}
}

/* Each role is a class. */
static void put_style(const struct svg *v)
{
	sbuf_printf(v->out, "<style>text{font:%dpx monospace;fill:#%06x;white-space:pre}",
		FONT_SIZE, (unsigned)grounds[v->theme].text);
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct role_look *look = role_look((enum role)r);
		int colour = look->reverse ? grounds[v->theme].ground : colour_of(v, (enum role)r);
		sbuf_printf(v->out, ".%s{fill:#%06x%s%s}", look->name, (unsigned)colour,
			look->bold ? ";font-weight:bold" : "",
			look->underline ? ";text-decoration:underline" : "");
	}
	sbuf_str(v->out, "</style>\n");
}

/* Signs that fill their cell or join their neighbours are drawn, since few
 * fonts have them as high as a row. */
enum { FULL_BLOCK = 0x2588, SHADE = 0x2592, LINE = 0x2500 };

static bool is_drawn(const struct canvas_cell *cell)
{
	return cell->rules != 0 || cell->c == FULL_BLOCK || cell->c == SHADE || cell->c == LINE;
}

/* The pieces of rule in a cell; none outside. */
static unsigned rules_at(const struct svg *v, int row, int col)
{
	bool inside = row >= 0 && row < v->c->rows && col >= 0 && col < v->c->cols;
	return inside ? canvas_cell(v->c, row, col)->rules : 0;
}

/* Whether a cell's rule goes on in the next, one to the right or one below. */
static bool goes_on_right(const struct svg *v, int row, int col)
{
	return (rules_at(v, row, col) & RULE_RIGHT) != 0 &&
		(rules_at(v, row, col + 1) & RULE_LEFT) != 0;
}

static bool goes_on_down(const struct svg *v, int row, int col)
{
	return (rules_at(v, row, col) & RULE_DOWN) != 0 &&
		(rules_at(v, row + 1, col) & RULE_UP) != 0;
}

/* The rule to the right that begins in a cell, as far as it goes. */
static void put_rule_right(const struct svg *v, int row, int col)
{
	unsigned first = rules_at(v, row, col);
	int last = col, middle = CELL_WIDTH / 2;
	if ((first & (RULE_LEFT | RULE_RIGHT)) == 0 || goes_on_right(v, row, col - 1))
		return;
	while (goes_on_right(v, row, last))
		last++;
	int from = x_of(col) + ((first & RULE_LEFT) != 0 ? 0 : middle);
	int to = x_of(last) +
		((rules_at(v, row, last) & RULE_RIGHT) != 0 ? CELL_WIDTH : middle + 1);
	sbuf_printf(v->out, "M%d %dh%dv1h-%dz", from, y_of(row) + CELL_HEIGHT / 2, to - from,
		to - from);
}

static void put_rule_down(const struct svg *v, int row, int col)
{
	unsigned first = rules_at(v, row, col);
	int last = row, middle = CELL_HEIGHT / 2;
	if ((first & (RULE_UP | RULE_DOWN)) == 0 || goes_on_down(v, row - 1, col))
		return;
	while (goes_on_down(v, last, col))
		last++;
	int from = y_of(row) + ((first & RULE_UP) != 0 ? 0 : middle);
	int to = y_of(last) +
		((rules_at(v, last, col) & RULE_DOWN) != 0 ? CELL_HEIGHT : middle + 1);
	sbuf_printf(
		v->out, "M%d %dv%dh1v-%dz", x_of(col) + CELL_WIDTH / 2, from, to - from, to - from);
}

/* All rules together are one path. */
static void put_rules(const struct svg *v)
{
	sbuf_printf(v->out, "<path class=\"%s\" d=\"", role_look(ROLE_RULE)->name);
	for (int row = 0; row < v->c->rows; row++) {
		for (int col = 0; col < v->c->cols; col++) {
			put_rule_right(v, row, col);
			put_rule_down(v, row, col);
		}
	}
	sbuf_str(v->out, "\"/>\n");
}

static void put_rect(const struct svg *v, int row, int col, int cols, int colour)
{
	sbuf_printf(v->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
		x_of(col), y_of(row), cols * CELL_WIDTH, CELL_HEIGHT, (unsigned)colour);
}

/* A row of one of the drawn signs: whole cells, half of their light, a line. */
static void put_sign(
	const struct svg *v, int row, int col, int cols, const struct canvas_cell *cell)
{
	bool line = cell->c == LINE;
	sbuf_printf(v->out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s/>\n",
		role_look((enum role)cell->role)->name, x_of(col),
		y_of(row) + (line ? CELL_HEIGHT / 2 : 0), cols * CELL_WIDTH, line ? 1 : CELL_HEIGHT,
		cell->c == SHADE ? " opacity=\".45\"" : "");
}

/* The cells from col on that look the same: one element. */
static int run_length(const struct svg *v, int row, int col)
{
	const struct canvas_cell *first = canvas_cell(v->c, row, col);
	int n = 1;
	for (; col + n < v->c->cols; n++) {
		const struct canvas_cell *cell = canvas_cell(v->c, row, col + n);
		if (cell->role != first->role || is_drawn(cell) != is_drawn(first) ||
			(is_drawn(first) && (cell->c != first->c || first->rules != 0)))
			break;
	}
	return n;
}

static bool is_blank_run(const struct svg *v, int row, int col, int n)
{
	for (int i = 0; i < n; i++)
		if (canvas_cell(v->c, row, col + i)->c != ' ')
			return false;
	return true;
}

static void put_text_element(const struct svg *v, int row, int col, int n)
{
	const char *name = role_look((enum role)canvas_cell(v->c, row, col)->role)->name;
	sbuf_printf(v->out, "<text class=\"%s\" x=\"%d\" y=\"%d\" textLength=\"%d\">", name,
		x_of(col), y_of(row) + BASELINE, n * CELL_WIDTH);
	for (int i = 0; i < n; i++) {
		const struct canvas_cell *cell = canvas_cell(v->c, row, col + i);
		if (cell->width > 0)
			put_escaped(v->out, cell->c);
		for (const uint32_t *mark = canvas_marks(v->c, cell); *mark != 0; mark++)
			put_escaped(v->out, *mark);
	}
	sbuf_str(v->out, "</text>\n");
}

/* The blanks at both ends of a run need no text. */
static void put_trimmed(const struct svg *v, int row, int col, int n)
{
	while (n > 0 && is_blank_run(v, row, col, 1)) {
		col++;
		n--;
	}
	while (n > 0 && is_blank_run(v, row, col + n - 1, 1))
		n--;
	if (n > 0)
		put_text_element(v, row, col, n);
}

static void put_run(const struct svg *v, int row, int col, int n)
{
	const struct canvas_cell *cell = canvas_cell(v->c, row, col);
	const struct role_look *look = role_look((enum role)cell->role);
	if (look->reverse)
		put_rect(v, row, col, n, colour_of(v, (enum role)cell->role));
	if (cell->rules != 0)
		return;
	if (is_drawn(cell))
		put_sign(v, row, col, n, cell);
	else
		put_trimmed(v, row, col, n);
}

void svg_draw(const struct canvas *c, enum theme theme, struct sbuf *out)
{
	struct svg v = { c, theme, out };
	int width = x_of(c->cols) + MARGIN, height = y_of(c->rows) + MARGIN;
	sbuf_printf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" xml:space=\"preserve\">\n",
		width, height, width, height);
	put_style(&v);
	sbuf_printf(out, "<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#%06x\"/>\n", width,
		height, (unsigned)grounds[theme].ground);
	put_rules(&v);
	for (int row = 0; row < c->rows; row++)
		for (int col = 0, n; col < c->cols; col += n)
			put_run(&v, row, col, n = run_length(&v, row, col));
	sbuf_str(out, "</svg>\n");
}
