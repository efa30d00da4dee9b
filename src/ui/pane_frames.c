#include "ui/pane_frames.h"

#include "base/sbuf.h"

#include <string.h>

enum {
	STATE_COLS = 9,         /* SUSPENDED */
	PLACE_COLS = 4,         /* L123, ◆12 */
	NAME_NARROW = 10, NAME_WIDE = 16,
	WIDE = 56,
	TAG_COLS = 4,           /* kept, lost */
	VARS_LEAST = 20,        /* with less room for variables the tag has none of its own */
	ROWS_MOST = 2,
	INDENT = 2,
};

/* How a state looks; `tag` is what became of the variables. */
static const struct state_look {
	enum glyph glyph;
	enum role role;
	const char *tag;
} looks[] = {
	[VIEW_NOTHING]   = { GLYPH_DOT, ROLE_NORMAL, "" },
	[VIEW_CREATED]   = { GLYPH_CREATED, ROLE_WAITING, "" },
	[VIEW_RUNNING]   = { GLYPH_RUNNING, ROLE_RUNNING, "" },
	[VIEW_WAITING]   = { GLYPH_WAITING, ROLE_WAITING, "" },
	[VIEW_SUSPENDED] = { GLYPH_SUSPENDED, ROLE_SUSPENDED, "kept" },
	[VIEW_FINISHED]  = { GLYPH_GONE, ROLE_GONE, "lost" },
	[VIEW_GONE]      = { GLYPH_GONE, ROLE_GONE, "lost" },
};
_Static_assert(sizeof looks / sizeof *looks == VIEW_STATE_COUNT, "a row for each state");

/* The columns of a row. */
struct columns {
	int name, state, place, after;
	int name_cols;
};

static struct columns columns_of(int cols)
{
	struct columns k = { .name = 2, .name_cols = cols >= WIDE ? NAME_WIDE : NAME_NARROW };
	k.state = k.name + k.name_cols + 1;
	k.place = k.state + STATE_COLS + 1;
	k.after = k.place + PLACE_COLS + 1;
	return k;
}

static bool is_over(enum view_state s)
{
	return s == VIEW_FINISHED || s == VIEW_GONE;
}

/* Draws s at *col if all of it has room; otherwise, and ever after, only the
 * sign of a cut. */
struct run {
	struct canvas *canvas;
	struct rect in;
	int row, col;
	bool full;
};

static void run_put(struct run *r, enum role role, const char *s)
{
	int width = canvas_columns(r->canvas, s, strlen(s));
	if (r->full)
		return;
	if (r->col + width > r->in.cols) {
		canvas_text(r->canvas, r->in, r->row, r->col, role, TEXT_CUT, s, strlen(s));
		if (r->col >= r->in.cols)
			canvas_glyph(r->canvas, r->in, r->row, r->in.cols - 1, ROLE_NORMAL, GLYPH_CUT);
		r->full = true;
		return;
	}
	r->col = canvas_str(r->canvas, r->in, r->row, r->col, role, s);
}

/* "n=0", "n=0→1". */
static void put_var(struct run *r, enum role role, const struct view_var *v)
{
	struct sbuf text = {0};
	sbuf_printf(&text, "%s=", v->name);
	if (v->old != NULL && *v->old != '\0')
		sbuf_printf(&text, "%s%s", v->old, glyph_text(GLYPH_CHANGE));
	sbuf_str(&text, v->value);
	run_put(r, v->old != NULL ? ROLE_CHANGED : role, sbuf_cstr(&text));
	sbuf_fini(&text);
}

/* Variables in the rows of `in`; those of a frame that is over in parentheses. */
static struct run put_vars(struct canvas *c, struct rect in, const struct view_frame *f, const char *gap)
{
	struct run r = { .canvas = c, .in = in };
	bool over = is_over(f->state);
	enum role role = over ? ROLE_GONE : ROLE_NORMAL;
	if (f->nvars == 0)
		return r;
	if (over)
		run_put(&r, role, "(");
	for (uint32_t i = 0; i < f->nvars; i++) {
		if (i > 0)
			run_put(&r, role, gap);
		put_var(&r, role, &f->vars[i]);
	}
	if (over)
		run_put(&r, role, ")");
	return r;
}

static const char *tag_of(const struct view_frame *f)
{
	if (f->fresh && !is_over(f->state) && f->state != VIEW_SUSPENDED)
		return "new";
	return f->nvars > 0 || f->state == VIEW_SUSPENDED ? looks[f->state].tag : "";
}

static void put_tag(struct canvas *c, struct rect in, int row, const struct view_frame *f)
{
	const char *tag = tag_of(f);
	int width = (int)strlen(tag);
	canvas_str(c, in, row, in.cols - width, f->fresh ? ROLE_CHANGED : looks[f->state].role, tag);
}

/* Sign, name, state, place. */
static void put_head(struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	const struct state_look *look = &looks[f->state];
	canvas_glyph(c, in, 0, 0, look->role, look->glyph);
	struct rect name = in;
	name.cols = k->name + k->name_cols < in.cols ? k->name + k->name_cols : in.cols;
	canvas_text(c, name, 0, k->name, look->role, TEXT_CUT, f->name, strlen(f->name));
	canvas_str(c, in, 0, k->state, look->role, view_state_word(f->state));
	if (f->state == VIEW_SUSPENDED && f->point > 0) {
		int after = canvas_glyph(c, in, 0, k->place, ROLE_POINT, GLYPH_POINT);
		canvas_printf(c, in, 0, after, ROLE_POINT, "%u", f->point);
	} else if (f->line > 0 && !is_over(f->state)) {
		canvas_printf(c, in, 0, k->place, ROLE_NORMAL, "L%u", f->line);
	}
}

/* "for counter#1", at column col if it fits there. */
static void put_waits_for(struct canvas *c, struct rect in, int col, const struct view_frame *f)
{
	if (f->waits_for == NULL)
		return;
	struct sbuf text = {0};
	sbuf_printf(&text, "for %s", f->waits_for);
	if (col + canvas_columns(c, text.text, text.len) <= in.cols)
		canvas_text(c, in, 0, col, ROLE_WAITING, 0, text.text, text.len);
	sbuf_fini(&text);
}

/* One row: what does not fit behind the variables is left out. */
static void put_low(struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	struct rect vars = in;
	rect_left(&vars, k->after);
	int tag = (int)strlen(tag_of(f));
	bool reserved = vars.cols - TAG_COLS - 1 >= VARS_LEAST;
	if (reserved)
		rect_right(&vars, TAG_COLS + 1);
	struct run r = put_vars(c, vars, f, " ");
	int used = k->after + r.col + (r.col > 0);
	if (reserved || (!r.full && used + tag <= in.cols))
		put_tag(c, in, 0, f);
	if (!r.full && tag == 0)
		put_waits_for(c, in, used, f);
}

/* Several rows: the variables have those below the first. */
static void put_high(struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	put_waits_for(c, in, k->after, f);
	rect_top(&in, 1);
	put_tag(c, in, 0, f);
	rect_left(&in, INDENT);
	rect_right(&in, TAG_COLS + 1);
	put_vars(c, in, f, "  ");
}

void pane_frames_draw(struct canvas *c, struct rect in, const struct pane_frames *p)
{
	struct columns k = columns_of(in.cols);
	for (uint32_t i = 0; i < p->nframes && in.rows > 0; i++) {
		const struct view_frame *f = &p->frames[i];
		struct rect slot = rect_top(&in, p->rows_each);
		if (f->state == VIEW_NOTHING)
			continue;
		put_head(c, slot, &k, f);
		if (slot.rows > 1)
			put_high(c, slot, &k, f);
		else
			put_low(c, slot, &k, f);
	}
}

int pane_frames_rows_each(int rows, uint32_t slots)
{
	if (slots == 0 || (uint32_t)rows < 2 * slots)
		return 1;
	return ROWS_MOST;
}

uint32_t pane_frames_value_columns(int cols)
{
	int n = cols - INDENT - TAG_COLS - 1;
	return n < 8 ? 8 : (uint32_t)n;
}
