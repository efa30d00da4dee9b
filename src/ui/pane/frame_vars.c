#include "ui/pane/frame_vars.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "trace/moment.h"

#include <string.h>

enum {
	LEAST_COLS = 8,   /* of a value that is told by its beginning */
	SIGN_COLS = 2,    /* the gap and the sign that variables follow */
	CHANGE_COLS = 16, /* of a change that is told where there is no room for all variables */
};

bool frame_vars_over(const struct view_frame *f)
{
	return f->state == VIEW_GONE;
}

/* Draws what of a text has room on the row and begins the next one; returns the
 * bytes that were drawn. */
static size_t run_row(struct frame_vars_end *r, enum role role, const char *s)
{
	size_t n = 0, len = strlen(s);
	for (int col = r->col; n < len;) {
		struct utf8_shown next = utf8_show(s + n, len - n);
		col += next.columns;
		if (col > r->in.cols)
			break;
		n += next.used;
	}
	canvas_text(r->canvas, r->in, r->row, r->col, role, 0, s, n);
	r->row++;
	r->col = 0;
	return n;
}

/* Whether a text ends with the sign of a cut and a bracket: "[1, …]". */
static bool ends_cut(const char *s)
{
	static const char sign[] = "…";
	size_t n = strlen(s), len = sizeof sign - 1;
	return n > len && memcmp(s + n - len - 1, sign, len) == 0;
}

static void run_put(struct frame_vars_end *r, enum role role, const char *s)
{
	int width = canvas_columns(r->canvas, s, strlen(s));
	if (r->full)
		return;
	if (r->col > (int)strlen("(") && r->col + width > r->in.cols && r->row + 1 < r->in.rows) {
		r->row++;
		r->col = 0;
	}
	while (r->col + width > r->in.cols && r->row + 1 < r->in.rows) {
		s += run_row(r, role, s);
		width = canvas_columns(r->canvas, s, strlen(s));
	}
	r->full = r->cut && r->col >= r->in.cols && width > 0;
	if (r->full)
		return;
	if (r->col + width > r->in.cols) {
		/* Without its bracket such a text ends with the sign anyway. */
		bool signs = ends_cut(s) && r->col + width == r->in.cols + 1;
		canvas_text(
			r->canvas, r->in, r->row, r->col, role, signs ? 0 : TEXT_CUT, s, strlen(s));
		if (r->col >= r->in.cols)
			canvas_glyph(
				r->canvas, r->in, r->row, r->in.cols - 1, ROLE_NORMAL, GLYPH_CUT);
		r->full = true;
		return;
	}
	r->col = canvas_str(r->canvas, r->in, r->row, r->col, role, s);
	r->cut = ends_cut(s) || (r->cut && strspn(s, " ") == strlen(s));
}

/* How much is told of a variable: "n=0→1", the old value only if all of it fits
 * into the room; without the old value; in brief; the beginning. */
enum how { TELL_CHANGE, TELL_VALUE, TELL_BRIEF, TELL_BEGINNING, TELL_COUNT };

struct told {
	enum how how;
	int columns; /* of name and value, at most */
};

/* Returns the columns it takes, with an old value only if that is no more than
 * the room. */
static int say_var(
	struct canvas *c, int room, const struct view_var *v, struct told t, struct sbuf *out)
{
	int width = 0;
	for (int with_old = t.how == TELL_CHANGE && v->old != NULL && *v->old != '\0';
		with_old >= 0; with_old--) {
		sbuf_truncate(out, 0);
		sbuf_printf(out, "%s=", v->name);
		if (with_old)
			sbuf_printf(out, "%s%s", v->old, glyph_text(GLYPH_CHANGE));
		size_t start = out->len;
		int most = t.columns - canvas_columns(c, v->name, strlen(v->name)) - 1;
		sbuf_str(out, t.how >= TELL_BRIEF && v->brief != NULL ? v->brief : v->value);
		moment_repr_cut(out, start, most > LEAST_COLS ? (uint32_t)most : LEAST_COLS);
		width = canvas_columns(c, out->text, out->len);
		if (width <= room)
			break;
	}
	return width;
}

/* Variables that are to be told in one row. */
struct row_of_vars {
	struct canvas *canvas;
	const struct view_frame *frame;
	int room, gap;
	struct told told[VIEW_VARS_MOST];
	int width[VIEW_VARS_MOST][TELL_COUNT];
	int all; /* columns that they take as they are told */
};

static struct told told_so(const struct row_of_vars *r, enum how how)
{
	return (struct told){ how, how == TELL_BEGINNING ? 0 : r->room };
}

static void tell_all(struct row_of_vars *r)
{
	for (uint32_t i = 0; i < r->frame->nvars; i++)
		r->told[i] = told_so(r, TELL_CHANGE);
}

/* The columns that the variables take if they are told so. */
static void measure_vars(struct row_of_vars *r, enum how how)
{
	struct sbuf text = { 0 };
	for (uint32_t i = 0; i < r->frame->nvars; i++)
		r->width[i][how] = say_var(
			r->canvas, r->room, &r->frame->vars[i], told_so(r, how), &text);
	sbuf_fini(&text);
}

/* What this step changed in a frame that lives is not told in brief. */
static enum how least_told(const struct view_frame *f, const struct view_var *v)
{
	return v->old != NULL && !frame_vars_over(f) ? TELL_VALUE : TELL_BEGINNING;
}

static int width_of(const struct row_of_vars *r, uint32_t i)
{
	return r->width[i][r->told[i].how];
}

/* Tells less of the variable that takes the most room; false if there is none
 * of which less can be told. */
static bool tell_less(struct row_of_vars *r)
{
	uint32_t n = r->frame->nvars, widest = n;
	for (uint32_t i = 0; i < n; i++)
		if (r->told[i].how < least_told(r->frame, &r->frame->vars[i]) &&
			(widest == n || width_of(r, i) > width_of(r, widest)))
			widest = i;
	if (widest == n)
		return false;
	r->all -= width_of(r, widest);
	r->told[widest] = told_so(r, r->told[widest].how + 1);
	r->all += width_of(r, widest);
	return true;
}

/* Room that is left goes to the first variable that was cut. */
static void give_back_room(struct row_of_vars *r)
{
	for (uint32_t i = 0; i < r->frame->nvars; i++) {
		if (r->told[i].how == TELL_BEGINNING &&
			r->width[i][TELL_BEGINNING] < r->width[i][TELL_VALUE]) {
			r->told[i] = (struct told){ TELL_BEGINNING,
				width_of(r, i) + r->room - r->all };
			return;
		}
	}
}

/* Tells less of variables until all of them have room; if they never have, all
 * of each, but for long old values, and false is returned. */
static bool fit_vars(struct row_of_vars *r)
{
	measure_vars(r, TELL_CHANGE);
	r->all = -r->gap;
	for (uint32_t i = 0; i < r->frame->nvars; i++)
		r->all += r->width[i][TELL_CHANGE] + r->gap;
	if (r->all <= r->room)
		return true;
	for (int how = TELL_CHANGE + 1; how < TELL_COUNT; how++)
		measure_vars(r, (enum how)how);
	while (r->all > r->room && tell_less(r))
		;
	if (r->all <= r->room) {
		give_back_room(r);
		return true;
	}
	for (uint32_t i = 0; i < r->frame->nvars; i++) {
		r->told[i] = told_so(
			r, r->width[i][TELL_CHANGE] > CHANGE_COLS ? TELL_VALUE : TELL_CHANGE);
		r->told[i].columns -= i + 1 < r->frame->nvars ? SIGN_COLS : 0;
	}
	return false;
}

/* The first variable to show: what this step changed must be in sight. */
static uint32_t first_var(const struct row_of_vars *r)
{
	const struct view_frame *f = r->frame;
	uint32_t first_changed = f->nvars;
	int col = 0;
	bool hidden = false;
	for (uint32_t i = 0; i < f->nvars; i++) {
		col += width_of(r, i) + r->gap;
		if (f->vars[i].old == NULL)
			continue;
		first_changed = i < first_changed ? i : first_changed;
		hidden = hidden || col - r->gap > r->room;
	}
	return hidden ? first_changed : 0;
}

struct frame_vars_end frame_vars_put(
	struct canvas *c, struct rect in, const struct view_frame *f, const char *gap)
{
	struct frame_vars_end r = { .canvas = c, .in = in };
	struct sbuf text = { 0 };
	bool over = frame_vars_over(f);
	enum role role = over ? ROLE_GONE : ROLE_NORMAL;
	struct row_of_vars row = { .canvas = c,
		.frame = f,
		.room = in.rows * in.cols - (over ? 2 : 0),
		.gap = (int)strlen(gap) };
	tell_all(&row);
	uint32_t first = in.rows > 1 || fit_vars(&row) ? 0 : first_var(&row);
	if (first > 0)
		run_put(&r, role, glyph_text(GLYPH_CUT));
	for (uint32_t i = first; i < f->nvars; i++) {
		bool last = i + 1 == f->nvars;
		say_var(c, row.room - (first > 0), &f->vars[i], row.told[i], &text);
		if (over && i == first)
			run_put(&r, role, "(");
		run_put(&r, f->vars[i].old != NULL ? ROLE_CHANGED : role, sbuf_cstr(&text));
		run_put(&r, role, !last ? gap : over ? ")" : "");
	}
	sbuf_fini(&text);
	return r;
}
