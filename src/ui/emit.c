#include "ui/emit.h"

#include "base/mem.h"

#include <string.h>
#include <wchar.h>

enum {
	GAP_MOST = 4,           /* cells that are sent again rather than passed over */
	ERASE_LEAST = 14,       /* blanks in a row that are worth a command, and another move */
	PARTS_MOST = 5,
};

void emit_fini(struct emitter *e)
{
	struct emit_terminal *t = &e->t;
	char *all[] = { t->clear, t->erase_to_end, t->reset, t->bold, t->underline, t->reverse };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		mem_free(all[i]);
	for (int r = 0; r < ROLE_COUNT; r++)
		mem_free(t->colour[r]);
	canvas_fini(&e->shown);
	sbuf_fini(&e->out);
	*e = (struct emitter){0};
}

void emit_forget(struct emitter *e)
{
	canvas_fini(&e->shown);
	e->row = e->role = -1;
}

/* Attributes. */

/* The inside of "ESC [ ... m", if s is one such sequence. */
static size_t sgr_body(const char *s)
{
	size_t n = strlen(s);
	if (n < 3 || s[0] != '\033' || s[1] != '[' || s[n - 1] != 'm' || strspn(s + 2, "0123456789;:") != n - 3)
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

/* Makes the terminal draw in a role. */
static void put_role(struct emitter *e, enum role to)
{
	static const struct role_look plain = {0};
	const struct emit_terminal *t = &e->t;
	const char *parts[PARTS_MOST];
	size_t n = 0;
	if (e->role == (int)to)
		return;
	bool more = adds(e, e->role, to);
	const struct role_look *a = more ? role_look((enum role)e->role) : &plain, *b = role_look(to);
	const char *colour = more ? t->colour[e->role] : NULL;
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
	put_parts(&e->out, parts, n);
	e->role = (int)to;
}

void emit_plain(struct emitter *e)
{
	if (e->t.reset != NULL)
		sbuf_str(&e->out, e->t.reset);
	e->role = ROLE_NORMAL;
}

/* Places. */

void emit_cursor(struct emitter *e, int row, int col)
{
	if (e->row == row && e->col == col)
		return;
	if (e->row == row && e->t.go_in_row != NULL)
		e->t.go_in_row(&e->out, col);
	else
		e->t.go(&e->out, row, col);
	e->row = row;
	e->col = col;
}

/* Cells. */

static bool shows_blanks(enum role role)
{
	return role_look(role)->reverse || role_look(role)->underline;
}

static bool is_blank(const struct canvas_cell *cell)
{
	return cell->c[0] == ' ' && cell->c[1] == 0 && !shows_blanks(cell->role);
}

static bool looks_same(const struct canvas_cell *a, const struct canvas_cell *b)
{
	if (is_blank(a) && is_blank(b))
		return true;
	return a->role == b->role && a->width == b->width && memcmp(a->c, b->c, sizeof a->c) == 0;
}

/* The locale's idea of a character's width is the one that terminals go by;
 * where it is not ours the character cannot be shown in its place. */
static bool is_known(const struct canvas_cell *cell)
{
	return cell->c[0] < 0x80 || wcwidth((wchar_t)cell->c[0]) == cell->width;
}

static void put_character(struct emitter *e, const struct canvas_cell *cell)
{
	if (!is_known(cell)) {
		sbuf_str(&e->out, cell->width == 2 ? "??" : "?");
		return;
	}
	sbuf_utf8(&e->out, cell->c[0]);
	for (int i = 1; i <= CELL_MARKS && cell->c[i] != 0; i++)
		if (wcwidth((wchar_t)cell->c[i]) == 0)
			sbuf_utf8(&e->out, cell->c[i]);
}

/* Sends the cell at the cursor.  Behind one that terminals may draw wider or
 * narrower, and at the end of a row, nobody knows where the cursor is. */
static void put_cell(struct emitter *e, const struct canvas_cell *cell)
{
	bool blank = is_blank(cell), plain = cell->width == 1 && cell->c[1] == 0;
	if (!blank || e->role < 0 || shows_blanks((enum role)e->role))
		put_role(e, blank ? ROLE_NORMAL : cell->role);
	put_character(e, cell);
	e->col += cell->width;
	if (!plain || e->col >= e->cols)
		e->row = -1;
}

/* A row that is being sent. */
struct line {
	const struct canvas_cell *new, *old;
	int row, n;             /* cells */
};

static int blanks_from(const struct line *l, int col)
{
	int n = 0;
	while (col + n < l->n && is_blank(&l->new[col + n]))
		n++;
	return n;
}

/* Blanks by a command instead of one by one; returns how many. */
static int put_blanks(struct emitter *e, const struct line *l, int col)
{
	int n = blanks_from(l, col);
	bool to_end = col + n == e->cols && e->t.erase_to_end != NULL && n > 3;
	if (!to_end && (n < ERASE_LEAST || e->t.erase == NULL))
		return 0;
	if (!to_end || e->row != l->row || e->col > col || blanks_from(l, e->col) < col - e->col)
		emit_cursor(e, l->row, col);
	if (e->role < 0 || shows_blanks((enum role)e->role))
		put_role(e, ROLE_NORMAL);
	if (to_end)
		sbuf_str(&e->out, e->t.erase_to_end);
	else
		e->t.erase(&e->out, n);
	return n;
}

/* Unchanged cells before a changed one are sent again if they are few and the
 * cursor stands before them. */
static int begin_at(const struct emitter *e, const struct line *l, int col)
{
	if (e->row != l->row || e->col > col || col - e->col > GAP_MOST)
		return col;
	for (int i = e->col; i < col; i++)
		if (l->new[i].width != 1 || l->new[i].c[0] >= 0x80 || l->new[i].c[1] != 0 || (!is_blank(&l->new[i]) && (int)l->new[i].role != e->role))
			return col;
	return e->col;
}

static void put_line(struct emitter *e, const struct line *l)
{
	for (int col = 0, n; col < l->n; col += n) {
		n = 1;
		if (l->new[col].width == 0 || looks_same(&l->new[col], &l->old[col]))
			continue;
		int blanks = put_blanks(e, l, col);
		if (blanks > 0) {
			n = blanks;
			continue;
		}
		int from = begin_at(e, l, col);
		emit_cursor(e, l->row, from);
		for (; from <= col; from++)
			put_cell(e, &l->new[from]);
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

void emit_picture(struct emitter *e, const struct canvas *c)
{
	int rows = c->rows < e->rows ? c->rows : e->rows, cols = c->cols < e->cols ? c->cols : e->cols;
	sbuf_truncate(&e->out, 0);
	if (e->shown.rows != c->rows || e->shown.cols != c->cols)
		begin_anew(e, c);
	for (int row = 0; row < rows && cols > 0; row++) {
		struct canvas_cell *old = &e->shown.cells[(size_t)row * (size_t)c->cols];
		struct line l = { canvas_cell(c, row, 0), old, row, cols };
		if (memcmp(l.new, old, (size_t)c->cols * sizeof *old) == 0)
			continue;
		l.n -= row == e->rows - 1 && cols == e->cols && e->t.spares_corner;
		put_line(e, &l);
		memcpy(old, l.new, (size_t)c->cols * sizeof *old);
	}
}
