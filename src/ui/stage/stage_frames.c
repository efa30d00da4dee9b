/* The pane of frames. */

#include "ui/stage/stage_parts.h"

#include "base/sbuf.h"
#include "session/view/view_task.h"
#include "ui/pane/pane_frames.h"

enum { ZOOM_ROWS_EACH = 6 };

/* Rows of the screen that each slot gets. */
static int rows_each(const struct stage *t, enum side side)
{
	int rows = t->layout.at[side][PANE_FRAMES].body.rows, slots = stage_slots(t, side);
	if (t->zoom == PANE_FRAMES && slots > 0)
		return rows / slots < 2                 ? 2
			: rows / slots > ZOOM_ROWS_EACH ? ZOOM_ROWS_EACH
							: rows / slots;
	return pane_frames_rows_each(rows, (uint32_t)slots);
}

static int room_frames(const struct stage *t, enum side side)
{
	return t->layout.at[side][PANE_FRAMES].body.rows / rows_each(t, side);
}

static void draw_frames(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_FRAMES].body;
	struct scroll *scroll = &t->side[side].frames;
	if (in.rows == 0)
		return;
	stage_follow_slots(t, side, PANE_FRAMES, scroll);
	struct pane_frames p = { .rows_each = rows_each(t, side),
		.nframes = (uint32_t)stage_room(t, side, PANE_FRAMES) };
	p.frames = view_frames(t->session, side, (uint32_t)scroll->top, &p.nframes,
		pane_frames_value_columns(in.cols), a);
	pane_frames_draw(c, in, &p);
}

static void title_frames(const struct stage *t, enum side side, struct sbuf *out)
{
	sbuf_str(out, pane_row(PANE_FRAMES)->title);
	stage_say_part(t->side[side].frames.top, room_frames(t, side), stage_slots(t, side), out);
}

/* While no frame of the program runs, the event loop does: above the frames. */
static void draw_loop(const struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_FRAMES].title;
	const char *does = view_task_loop(t->session, side, a);
	struct sbuf text = { 0 };
	if (in.rows == 0 || does == NULL)
		return;
	sbuf_printf(&text, " %s event loop %s ", glyph_text(GLYPH_RUNNING), does);
	rect_left(&in, 8);
	int width = canvas_columns(c, text.text, text.len);
	struct rect at = width < in.cols ? rect_right(&in, width + 1) : in;
	canvas_text(c, at, 0, 0, ROLE_RUNNING, TEXT_CUT, text.text, text.len);
	sbuf_fini(&text);
}

/* The lanes are those of the same slots. */
static void scroll_frames(struct stage *t, enum side side, int by)
{
	int total = stage_slots(t, side);
	scroll_by(&t->side[side].frames, by, total, room_frames(t, side));
	scroll_by(&t->side[side].lanes, by, total, stage_room(t, side, PANE_LANES));
}

static int count_frames(const struct layout_wish *w)
{
	return w->slots;
}

const struct pane_row pane_row_frames = {
	.title = "frames",
	.from_rows = 10,
	.turn = 2,
	.turn_ladder = 3,
	.there = count_frames,
	.wants = { { 1, 2 }, { 1, 4 }, { 2, 12 }, { 2, 12 }, { 1, 16 } },
	.ladder = { 3, 3, 4, 4, 16 },
	.whole = true,
	.draw = draw_frames,
	.say_title = title_frames,
	.mark_title = draw_loop,
	.room = room_frames,
	.scroll = scroll_frames,
};
