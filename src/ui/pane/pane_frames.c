#include "ui/pane/pane_frames.h"

#include "base/sbuf.h"
#include "ui/canvas/name.h"
#include "ui/pane/frame_vars.h"
#include "ui/pane/frame_wait.h"

#include <assert.h>
#include <string.h>

enum {
	STATE_COLS = 9,  /* SUSPENDED */
	PLACE_COLS = 4,  /* L123, ◆12 */
	TAG_COLS = 4,    /* kept, lost */
	VARS_LEAST = 20, /* with less room for variables there is no tag, if they need it */
	VARS_FEWEST = 8, /* behind what a frame waits for */
	ROWS_MOST = 2,
	ZOOM_ROWS = 4, /* of a value, in a pane that is zoomed */
	INDENT = 2,
};

/* The columns of names; in narrow panes the place stands right behind the
 * state and not in a column of its own. */
static const struct {
	int from_cols, name_cols;
	bool packed;
} widths[] = { { 70, 16, false }, { 50, 12, true }, { 0, 9, true } };

/* How a state looks; `tag` is what became of the variables. */
static const struct state_look {
	enum glyph glyph;
	enum role role;
	const char *tag;
} looks[] = {
	[VIEW_NOTHING] = { GLYPH_DOT, ROLE_NORMAL, "" },
	[VIEW_CREATED] = { GLYPH_CREATED, ROLE_WAITING, "" },
	[VIEW_RUNNING] = { GLYPH_RUNNING, ROLE_RUNNING, "" },
	[VIEW_WAITING] = { GLYPH_WAITING, ROLE_WAITING, "" },
	[VIEW_SUSPENDED] = { GLYPH_SUSPENDED, ROLE_SUSPENDED, "kept" },
	[VIEW_GONE] = { GLYPH_GONE, ROLE_GONE, "lost" },
};
static_assert(sizeof looks / sizeof *looks == VIEW_STATE_COUNT, "a row for each state");

/* The columns of a row. */
struct columns {
	int name, name_cols, state, place, after; /* place: 0 if packed */
};

static struct columns columns_of(int cols)
{
	size_t i = 0;
	while (cols < widths[i].from_cols)
		i++;
	struct columns k = { .name = 2, .name_cols = widths[i].name_cols };
	k.state = k.name + k.name_cols + 1;
	k.place = widths[i].packed ? 0 : k.state + STATE_COLS + 1;
	k.after = k.state + STATE_COLS + 1 + (widths[i].packed ? 2 : PLACE_COLS) + 1;
	return k;
}

static const char *tag_of(const struct view_frame *f)
{
	if (f->fresh && !frame_vars_over(f) && f->state != VIEW_SUSPENDED)
		return "new";
	return f->nvars > 0 || f->state == VIEW_SUSPENDED ? looks[f->state].tag : "";
}

/* The tag stands in front of the variables that it is about; returns the columns
 * that it takes with the blank behind it. */
static int put_tag(struct canvas *c, struct rect in, const struct view_frame *f)
{
	const char *tag = tag_of(f);
	if (*tag == '\0')
		return 0;
	return canvas_str(c, in, 0, 0, f->fresh ? ROLE_CHANGED : looks[f->state].role, tag) + 1;
}

/* Variables with their tag, which is left out if they have too little room with
 * it. */
static struct frame_vars_end put_tagged(
	struct canvas *c, struct rect in, const struct view_frame *f, const char *gap)
{
	struct rect rest = in;
	int tag = put_tag(c, in, f);
	rect_left(&rest, tag);
	struct frame_vars_end r = frame_vars_put(c, rest, f, gap);
	if (r.full && tag > 0 && in.rows == 1 && rest.cols < VARS_LEAST) {
		canvas_erase(c, in);
		return frame_vars_put(c, in, f, gap);
	}
	r.col += tag;
	return r;
}

/* "◆1" of a suspended frame, "L12" of one that lives; returns the column
 * behind it. */
static int put_point(struct canvas *c, struct rect in, int col, const struct view_frame *f)
{
	if (f->state == VIEW_SUSPENDED && f->point > 0) {
		int after = canvas_glyph(c, in, 0, col, ROLE_POINT, GLYPH_POINT);
		return canvas_number(c, in, 0, after, ROLE_POINT, 0, f->point);
	}
	if (f->line > 0 && !frame_vars_over(f))
		return canvas_number(c, in, 0, canvas_str(c, in, 0, col, ROLE_NORMAL, "L"),
			ROLE_NORMAL, 0, f->line);
	return col;
}

/* The place, and of peers the number of the greenlet: "L12 g1". */
static int put_place(struct canvas *c, struct rect in, int col, const struct view_frame *f)
{
	int after = put_point(c, in, col, f);
	if (!f->peer || frame_vars_over(f))
		return after;
	return canvas_number(c, in, 0,
		canvas_str(c, in, 0, after + (after > col), ROLE_NORMAL, "g"), ROLE_NORMAL, 0,
		f->greenlet);
}

/* Columns for a name that does not fit into its own, if the row has nothing
 * else to show than the state and the place. */
static struct columns columns_for(
	struct canvas *c, struct rect in, struct columns k, const char *name)
{
	int more = canvas_columns(c, name, strlen(name)) - k.name_cols;
	int room = in.cols - k.state - STATE_COLS - 1 - PLACE_COLS;
	more = more < room ? more : room;
	if (more <= 0)
		return k;
	k.name_cols += more;
	k.state += more;
	k.place += k.place > 0 ? more : 0;
	k.after += more;
	return k;
}

/* Sign, name, state, place; returns the column behind them. */
static int put_head(
	struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	const struct state_look *look = &looks[f->state];
	canvas_glyph(c, in, 0, 0, look->role, look->glyph);
	struct rect name = in;
	rect_left(&name, k->name);
	name_draw(c, rect_left(&name, k->name_cols), look->role, f->name);
	int col = canvas_str(c, in, 0, k->state, look->role, view_state_word(f->state)) + 1;
	return put_place(c, in, k->place > 0 ? k->place : col, f) + 1;
}

/* What the frame waits for, at column col and before column end; returns the
 * column behind it. */
static int put_wait(struct canvas *c, struct rect in, int col, int end, const struct view_frame *f)
{
	struct sbuf text = { 0 };
	frame_wait_text(c, f, end - col, &text);
	if (text.len > 0)
		col = canvas_text(c, in, 0, col, looks[f->state].role, 0, text.text, text.len) + 1;
	sbuf_fini(&text);
	return col;
}

/* Who waits for a task's end or for time says so before the variables. */
static bool waits_first(const struct view_frame *f)
{
	return f->waits != NULL || f->in_loop || (f->nchain > 0 && f->state == VIEW_SUSPENDED);
}

/* One row: what does not fit behind the variables is left out. */
static void put_low(
	struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	struct rect vars = in;
	int behind = put_head(c, in, k, f);
	int start = behind > k->after || k->place == 0 ? behind : k->after;
	int tag = (int)strlen(tag_of(f));
	if (waits_first(f))
		start = put_wait(c, in, start, in.cols, f);
	rect_left(&vars, start);
	if (waits_first(f) && vars.cols < VARS_FEWEST) {
		if (vars.cols >= tag)
			put_tag(c, vars, f);
		return;
	}
	struct frame_vars_end r = put_tagged(c, vars, f, " ");
	int used = start + r.col + (r.col > 0);
	if (!r.full && tag == 0 && !waits_first(f))
		put_wait(c, in, used, in.cols, f);
}

/* Several rows: the variables have those below the first. */
static void put_high(
	struct canvas *c, struct rect in, const struct columns *k, const struct view_frame *f)
{
	struct columns wide = columns_for(c, in, *k, f->name);
	int behind = put_head(c, in, &wide, f);
	put_wait(c, in, behind > wide.after || wide.place == 0 ? behind : wide.after, in.cols, f);
	rect_top(&in, 1);
	rect_left(&in, INDENT);
	put_tagged(c, in, f, "  ");
}

void pane_frames_draw(struct canvas *c, struct rect in, const struct pane_frames *p)
{
	struct columns k = columns_of(in.cols);
	int spare = in.rows - (int)p->nframes * p->rows_each;
	for (uint32_t i = 0; i < p->nframes && in.rows > 0; i++) {
		const struct view_frame *f = &p->frames[i];
		/* The last slots have rows to spare, where the callees are. */
		bool more = p->rows_each < ROWS_MOST && (int)(p->nframes - i) <= spare;
		struct rect slot = rect_top(&in, p->rows_each + more);
		if (f->state == VIEW_NOTHING)
			continue;
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
	int n = (cols - INDENT - TAG_COLS - 1) * ZOOM_ROWS;
	return n < 8 ? 8 : (uint32_t)n;
}
