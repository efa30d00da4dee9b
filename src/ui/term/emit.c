#include "ui/term/emit.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <assert.h>
#include <string.h>
#include <wchar.h>

enum {
	GAP_MOST = 4,     /* cells that are sent again rather than passed over */
	TO_END_LEAST = 4, /* blanks up to the edge that are worth a command */
	ERASE_LEAST = 6,  /* blanks elsewhere that are worth one, */
	ERASE_MOVE = 4,   /* and how many more if the cursor has to be moved behind them */
	PARTS_MOST = 5,
	BACK_MOST = 3,     /* columns that are gone back one by one, */
	LINES_MOST = 3,    /* and rows down */
	LETTERS_MOST = 80, /* sent at once */
	BLOCK = 8,         /* cells that are compared at once */
};

void emit_fini(struct emitter *e)
{
	struct emit_terminal *t = &e->t;
	char *all[] = { t->clear, t->erase_to_end, t->reset, t->bold, t->underline, t->reverse };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		mem_free(all[i]);
	for (int r = 0; r < ROLE_COUNT; r++)
		mem_free(t->colour[r]);
	for (int from = 0; from <= ROLE_COUNT; from++)
		for (int to = 0; to < ROLE_COUNT; to++)
			mem_free(e->change[from][to]);
	canvas_fini(&e->shown);
	sbuf_fini(&e->out);
	*e = (struct emitter){ 0 };
}

static_assert(ROLE_COUNT <= 32, "a bit for each role");

void emit_forget(struct emitter *e)
{
	canvas_fini(&e->shown);
	e->row = e->role = -1;
	e->seen_blank = 0;
	for (int r = 0; r < ROLE_COUNT; r++)
		if (role_look((enum role)r)->reverse || role_look((enum role)r)->underline)
			e->seen_blank |= 1u << r;
}

/* Attributes. */

/* The inside of "ESC [ ... m", if s is one such sequence. */
static size_t sgr_body(const char *s)
{
	size_t n = strlen(s);
	if (n < 3 || s[0] != '\033' || s[1] != '[' || s[n - 1] != 'm' ||
		strspn(s + 2, "0123456789;:") != n - 3)
		return SIZE_MAX;
	return n - 3;
}

/* Appends sequences, all in one if that can be. */
static void put_parts(struct sbuf *out, const char *const *parts, size_t n)
{
	bool one = n > 0;
	for (size_t i = 0; i < n; i++)
		one = one && sgr_body(parts[i]) != SIZE_MAX;
	if (one)
		sbuf_str(out, "\033[");
	for (size_t i = 0; i < n; i++) {
		if (!one) {
			sbuf_str(out, parts[i]);
			continue;
		}
		sbuf_str(out, i > 0 ? ";" : "");
		sbuf_bytes(out, parts[i] + 2, sgr_body(parts[i]));
	}
	if (one)
		sbuf_char(out, 'm');
}

static bool same_colour(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Whether a role's look is had from another's by adding to it. */
static bool adds(const struct emitter *e, int from, enum role to)
{
	if (from < 0)
		return false;
	const struct role_look *a = role_look((enum role)from), *b = role_look(to);
	return a->bold <= b->bold && a->underline <= b->underline && a->reverse <= b->reverse &&
		(e->t.colour[to] != NULL || e->t.colour[from] == NULL);
}

/* The sequence that leads from a role, -1 for an unknown one, to another. */
static char *role_change(const struct emitter *e, int from, enum role to)
{
	static const struct role_look plain = { 0 };
	const struct emit_terminal *t = &e->t;
	const char *parts[PARTS_MOST];
	size_t n = 0;
	bool more = adds(e, from, to);
	const struct role_look *a = more ? role_look((enum role)from) : &plain, *b = role_look(to);
	const char *colour = more ? t->colour[from] : NULL;
	if (!more && t->reset != NULL)
		parts[n++] = t->reset;
	if (b->bold && !a->bold && t->bold != NULL)
		parts[n++] = t->bold;
	if (b->underline && !a->underline && t->underline != NULL)
		parts[n++] = t->underline;
	if (b->reverse && !a->reverse && t->reverse != NULL)
		parts[n++] = t->reverse;
	if (t->colour[to] != NULL && !same_colour(colour, t->colour[to]))
		parts[n++] = t->colour[to];
	struct sbuf out = { 0 };
	put_parts(&out, parts, n);
	return sbuf_take(&out);
}

/* Makes the terminal draw in a role. */
static void put_role(struct emitter *e, enum role to)
{
	if (e->role == (int)to)
		return;
	char **change = &e->change[e->role < 0 ? ROLE_COUNT : e->role][to];
	if (*change == NULL)
		*change = role_change(e, e->role, to);
	sbuf_str(&e->out, *change);
	e->role = (int)to;
}

void emit_plain(struct emitter *e)
{
	if (e->t.reset != NULL)
		sbuf_str(&e->out, e->t.reset);
	e->role = ROLE_NORMAL;
}

/* Places. */

/* ESC [ n final, with no number for 1, which is what none means. */
static void put_ecma(struct sbuf *out, int n, char final)
{
	sbuf_bytes(out, "\033[", 2);
	if (n != 1)
		sbuf_unsigned(out, (unsigned)n);
	sbuf_char(out, final);
}

static int ecma_length(int n)
{
	return 3 + (n != 1 ? decimal_digits((unsigned)n) : 0);
}

static int place_length(int row, int col)
{
	return col == 0 ? ecma_length(row + 1)
			: 4 + decimal_digits((unsigned)row + 1) + decimal_digits((unsigned)col + 1);
}

static void put_place(struct sbuf *out, int row, int col)
{
	if (col == 0) {
		put_ecma(out, row + 1, 'H');
		return;
	}
	sbuf_bytes(out, "\033[", 2);
	sbuf_unsigned(out, (unsigned)row + 1);
	sbuf_char(out, ';');
	sbuf_unsigned(out, (unsigned)col + 1);
	sbuf_char(out, 'H');
}

/* Ways to move within a row or a column: bytes, and how. */
enum way {
	WAY_NONE,
	WAY_STAY,
	WAY_RETURN,
	WAY_BACK,
	WAY_FORWARD,
	WAY_IN_ROW,
	WAY_DOWN,
	WAY_IN_COLUMN
};

struct moved {
	enum way way;
	int length;
};

static void consider(struct moved *best, bool able, enum way way, int length)
{
	if (able && (best->way == WAY_NONE || length < best->length))
		*best = (struct moved){ way, length };
}

static struct moved way_in_row(const struct emit_terminal *t, int from, int to)
{
	struct moved best = { 0 };
	consider(&best, from == to, WAY_STAY, 0);
	consider(&best, t->feeds && to == 0, WAY_RETURN, 1);
	consider(&best, t->back && to < from && from - to <= BACK_MOST, WAY_BACK, from - to);
	consider(&best, t->forward && to > from, WAY_FORWARD, ecma_length(to - from));
	consider(&best, t->in_row, WAY_IN_ROW, ecma_length(to + 1));
	return best;
}

static struct moved way_in_column(const struct emit_terminal *t, int from, int to)
{
	struct moved best = { 0 };
	consider(&best, from == to, WAY_STAY, 0);
	consider(&best, t->feeds && to > from && to - from <= LINES_MOST, WAY_DOWN, to - from);
	consider(&best, t->in_column, WAY_IN_COLUMN, ecma_length(to + 1));
	return best;
}

static void put_way(struct sbuf *out, enum way way, int from, int to)
{
	switch (way) {
	case WAY_RETURN:
		sbuf_char(out, '\r');
		break;
	case WAY_BACK:
		sbuf_fill(out, '\b', (size_t)(from - to));
		break;
	case WAY_FORWARD:
		put_ecma(out, to - from, 'C');
		break;
	case WAY_IN_ROW:
		put_ecma(out, to + 1, 'G');
		break;
	case WAY_DOWN:
		sbuf_fill(out, '\n', (size_t)(to - from));
		break;
	case WAY_IN_COLUMN:
		put_ecma(out, to + 1, 'd');
		break;
	case WAY_NONE:
	case WAY_STAY:
		break;
	}
}

/* The shortest way: straight there, or first the row and then the column. */
static void go_ecma(struct emitter *e, int row, int col)
{
	struct moved down = { 0 }, across = { 0 };
	if (e->row >= 0) {
		down = way_in_column(&e->t, e->row, row);
		across = way_in_row(&e->t, e->col, col);
	}
	if (down.way == WAY_NONE || across.way == WAY_NONE ||
		down.length + across.length > place_length(row, col)) {
		put_place(&e->out, row, col);
		return;
	}
	put_way(&e->out, down.way, e->row, row);
	put_way(&e->out, across.way, e->col, col);
}

void emit_cursor(struct emitter *e, int row, int col)
{
	if (e->row == row && e->col == col)
		return;
	if (e->t.ecma)
		go_ecma(e, row, col);
	else
		e->t.go(&e->out, row, col);
	e->row = row;
	e->col = col;
}

/* Cells. */

/* Whether a blank in a role looks like something. */
static bool is_seen(const struct emitter *e, unsigned role)
{
	return (e->seen_blank >> role & 1) != 0;
}

static bool is_blank_cell(const struct emitter *e, const struct canvas_cell *cell)
{
	return cell->c == ' ' && cell->marks == 0 && !is_seen(e, cell->role);
}

/* The locale's idea of a character's width is the one that terminals go by;
 * where it is not ours the character cannot be shown in its place. */
static bool is_known(const struct canvas_cell *cell)
{
	return cell->c < 0x80 || wcwidth((wchar_t)cell->c) == (int)cell->width;
}

/* A row that is being sent. */
struct line {
	const struct canvas *canvas, *shown;
	const struct canvas_cell *new, *old;
	int row, n; /* cells */
};

static bool same_marks(const struct line *l, int col)
{
	return memcmp(canvas_marks(l->canvas, &l->new[col]), canvas_marks(l->shown, &l->old[col]),
		       sizeof(struct canvas_marks)) == 0;
}

/* Most cells are the same, and have no marks. */
static bool is_same(const struct line *l, int col)
{
	return memcmp(&l->new[col], &l->old[col], sizeof *l->new) == 0 && l->new[col].marks == 0;
}

static bool looks_same(const struct emitter *e, const struct line *l, int col)
{
	const struct canvas_cell *a = &l->new[col], *b = &l->old[col];
	if (is_same(l, col))
		return true;
	if (is_blank_cell(e, a) && is_blank_cell(e, b))
		return true;
	return a->c == b->c && a->role == b->role && a->width == b->width && same_marks(l, col);
}

static void put_cell_text(struct emitter *e, const struct line *l, const struct canvas_cell *cell)
{
	if (cell->c < 0x80) {
		sbuf_char(&e->out, (char)cell->c);
	} else if (is_known(cell)) {
		sbuf_utf8(&e->out, cell->c);
	} else {
		sbuf_str(&e->out, cell->width == 2 ? "??" : "?");
		return;
	}
	for (const uint32_t *mark = canvas_marks(l->canvas, cell); *mark != 0; mark++)
		if (wcwidth((wchar_t)*mark) == 0)
			sbuf_utf8(&e->out, *mark);
}

/* The role as it is left; a blank needs one in which it is not seen. */
static void put_role_of(struct emitter *e, const struct canvas_cell *cell)
{
	if (!is_blank_cell(e, cell))
		put_role(e, (enum role)cell->role);
	else if (e->role < 0 || is_seen(e, (unsigned)e->role))
		put_role(e, ROLE_NORMAL);
}

/* Sends the cell at the cursor.  Behind one that terminals may draw wider or
 * narrower, and at the end of a row, nobody knows where the cursor is. */
static void put_cell(struct emitter *e, const struct line *l, const struct canvas_cell *cell)
{
	put_role_of(e, cell);
	put_cell_text(e, l, cell);
	e->col += (int)cell->width;
	if (cell->width != 1 || cell->marks != 0 || e->col >= e->cols)
		e->row = -1;
}

static int blanks_from(const struct emitter *e, const struct line *l, int col)
{
	int n = 0;
	while (col + n < l->n && is_blank_cell(e, &l->new[col + n]))
		n++;
	return n;
}

/* Whether all from the cursor to a column of its row is blank. */
static bool only_blanks_before(const struct emitter *e, const struct line *l, int col)
{
	if (e->row != l->row || e->col > col)
		return false;
	return blanks_from(e, l, e->col) >= col - e->col;
}

/* Blanks by a command instead of one by one; returns how many. */
static int put_blanks(struct emitter *e, const struct line *l, int col)
{
	int n = blanks_from(e, l, col);
	bool to_end = col + n == e->cols && e->t.erase_to_end != NULL && n >= TO_END_LEAST;
	if (!to_end) {
		bool goes_on = col + n < l->n && !looks_same(e, l, col + n);
		while (n > 0 && looks_same(e, l, col + n - 1))
			n--;
		if (!e->t.erases || n < ERASE_LEAST + (goes_on ? ERASE_MOVE : 0))
			return 0;
	}
	if (!to_end || !only_blanks_before(e, l, col))
		emit_cursor(e, l->row, col);
	if (e->role < 0 || is_seen(e, (unsigned)e->role))
		put_role(e, ROLE_NORMAL);
	if (to_end)
		sbuf_str(&e->out, e->t.erase_to_end);
	else
		put_ecma(&e->out, n, 'X');
	return n;
}

/* Unchanged cells before a changed one are sent again if they are few and the
 * cursor stands before them. */
static int begin_at(const struct emitter *e, const struct line *l, int col)
{
	if (e->row != l->row || e->col > col || col - e->col > GAP_MOST)
		return col;
	for (int i = e->col; i < col; i++) {
		const struct canvas_cell *cell = &l->new[i];
		bool same = is_blank_cell(e, cell) ? !is_seen(e, (unsigned)e->role)
						   : (int)cell->role == e->role;
		if (cell->width != 1 || cell->c >= 0x80 || cell->marks != 0 || !same)
			return col;
	}
	return e->col;
}

/* The letters of the cursor's role that begin at it and differ from what is
 * shown: most of what is sent.  Returns how many they are. */
static int put_letters(struct emitter *e, const struct line *l, int col)
{
	char text[LETTERS_MOST];
	int n = 0;
	while (col + n < l->n - 1 && n < LETTERS_MOST && e->row >= 0) {
		const struct canvas_cell *cell = &l->new[col + n];
		if (cell->c <= ' ' || cell->c >= 0x80 || cell->marks != 0 ||
			(int)cell->role != e->role || is_same(l, col + n))
			break;
		text[n++] = (char)cell->c;
	}
	sbuf_bytes(&e->out, text, (size_t)n);
	e->col += n;
	return n;
}

static void emit_line(struct emitter *e, const struct line *l)
{
	bool marked = l->canvas->marks.len > 0;
	for (int col = 0, n; col < l->n; col += n) {
		n = BLOCK;
		if (!marked && col % BLOCK == 0 && col + BLOCK <= l->n &&
			memcmp(&l->new[col], &l->old[col], BLOCK * sizeof *l->new) == 0)
			continue;
		n = 1;
		if (is_same(l, col) || l->new[col].width == 0 || looks_same(e, l, col))
			continue;
		int blanks = is_blank_cell(e, &l->new[col]) ? put_blanks(e, l, col) : 0;
		if (blanks > 0) {
			n = blanks;
			continue;
		}
		int from = begin_at(e, l, col);
		emit_cursor(e, l->row, from);
		for (; from <= col; from++)
			put_cell(e, l, &l->new[from]);
		n += put_letters(e, l, from);
	}
}

static void begin_anew(struct emitter *e, const struct canvas *c)
{
	canvas_size(&e->shown, c->rows, c->cols);
	emit_plain(e);
	if (e->t.clear != NULL)
		sbuf_str(&e->out, e->t.clear);
	e->row = -1;
}

/* The marks that the shown cells refer to. */
static void keep_marks(struct emitter *e, const struct canvas *c)
{
	e->shown.marks.len = 0;
	for (size_t i = 0; i < c->marks.len; i++)
		array_push(&e->shown.marks, c->marks.at[i]);
}

void emit_picture(struct emitter *e, const struct canvas *c)
{
	int rows = c->rows < e->rows ? c->rows : e->rows,
	    cols = c->cols < e->cols ? c->cols : e->cols;
	sbuf_truncate(&e->out, 0);
	if (e->shown.rows != c->rows || e->shown.cols != c->cols)
		begin_anew(e, c);
	bool marked = c->marks.len > 0 || e->shown.marks.len > 0;
	for (int row = 0; row < rows && cols > 0; row++) {
		struct canvas_cell *old = &e->shown.cells[(size_t)row * (size_t)c->cols];
		struct line l = { c, &e->shown, canvas_cell(c, row, 0), old, row, cols };
		if (!marked && memcmp(l.new, old, (size_t)c->cols * sizeof *old) == 0)
			continue;
		l.n -= row == e->rows - 1 && cols == e->cols && e->t.spares_corner;
		emit_line(e, &l);
		memcpy(old, l.new, (size_t)c->cols * sizeof *old);
	}
	keep_marks(e, c);
}
