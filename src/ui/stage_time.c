#include "ui/stage_parts.h"

#include "session/view.h"
#include "ui/pane_frames.h"
#include "ui/pane_ladder.h"
#include "ui/pane_lanes.h"

/* The running slot, and above it the one that waits for it. */
static void follow_slots(struct stage *t, enum side side, enum pane p, struct scroll *scroll)
{
	int room = stage_room(t, side, p), running = (int)view_running_slot(t->session, side);
	int home = running - (running > scroll->top ? room - 1 : room > 1);
	scroll_follow(scroll, running, home < 0 ? 0 : home, stage_slots(t, side), room, 0);
}

void stage_time_frames(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_FRAMES].body;
	struct scroll *scroll = &t->side[side].frames;
	if (in.rows == 0)
		return;
	follow_slots(t, side, PANE_FRAMES, scroll);
	struct pane_frames p = { .rows_each = stage_rows_each(t, side), .nframes = (uint32_t)stage_room(t, side, PANE_FRAMES) };
	p.frames = view_frames(t->session, side, (uint32_t)scroll->top, &p.nframes, pane_frames_value_columns(in.cols), a);
	pane_frames_draw(c, in, &p);
}

static void draw_lanes(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	const struct layout_pane *at = t->layout.at[side];
	struct rect in = at[PANE_LANES].body, prints = at[PANE_PRINTS].body;
	struct scroll *scroll = &t->side[side].lanes;
	if (in.rows == 0 && prints.rows == 0)
		return;
	follow_slots(t, side, PANE_LANES, scroll);
	int n = stage_slots(t, side) - scroll->top < in.rows ? stage_slots(t, side) - scroll->top : in.rows;
	struct pane_lanes p = { .nlanes = (uint32_t)n, .nsteps = pane_lanes_columns(in.cols) };
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	p.from = pane_lanes_from(in.cols, session_step(t->session, side));
	p.cells = view_lanes(t->session, side, (uint32_t)scroll->top, p.nlanes, p.from, &p.nsteps, a);
	p.prints = view_prints(t->session, side, p.from, p.nsteps, a);
	for (int i = 0; i < n; i++)
		names[i] = view_lane_name(t->session, side, (uint32_t)(scroll->top + i), a);
	p.names = names;
	pane_lanes_draw(c, in, &p);
	pane_prints_draw(c, prints, &p);
	if (at[PANE_LANES].title.rows > 0)
		pane_lanes_axis(c, at[PANE_LANES].title, &p);
}

/* The window of poles: both ends of the latest message are in it if there is
 * room. */
static void follow_poles(struct stage *t, enum side side, uint32_t room, struct arena *a)
{
	struct scroll *scroll = &t->side[side].poles;
	uint32_t n = 1, total = view_slots(t->session, side);
	const struct message *last = ladder_messages(t->session, side, &n, 0, 0, a);
	uint32_t to = n > 0 && last->to != SLOT_NONE ? last->to : view_running_slot(t->session, side);
	uint32_t from = n > 0 && last->from != SLOT_NONE ? last->from : to;
	int low = (int)(from < to ? from : to), high = (int)(from < to ? to : from);
	scroll->top = scroll->top > low ? low : scroll->top;
	if (high >= scroll->top + (int)room)
		scroll->top = high - (int)room + 1;
	scroll_by(scroll, 0, (int)total, (int)room);
}

static struct pane_ladder list_ladder(const struct stage *t, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	uint32_t room = pane_ladder_poles(in.cols), total = view_slots(t->session, side);
	struct pane_ladder p = { .first = (uint32_t)t->side[side].poles.top, .now = session_step(t->session, side) };
	p.nslots = total - p.first < room ? total - p.first : room;
	p.nmessages = in.rows > 1 ? (uint32_t)in.rows - 1 : 0;
	p.messages = ladder_messages(t->session, side, &p.nmessages, p.first, p.nslots, a);
	return p;
}

static void draw_ladder(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	if (in.rows == 0)
		return;
	follow_poles(t, side, pane_ladder_poles(in.cols), a);
	struct pane_ladder p = list_ladder(t, side, a);
	uint32_t n = p.nslots;
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	const struct view_frame *frames = view_frames(t->session, side, p.first, &n, 1, a);
	for (uint32_t i = 0; i < n; i++)
		names[i] = frames[i].state != VIEW_NOTHING ? frames[i].name : "";
	p.names = names;
	pane_ladder_draw(c, in, &p);
}

void stage_time_draw(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	(t->ladder ? draw_ladder : draw_lanes)(t, c, side, a);
}

static uint64_t ladder_step_at(const struct stage *t, enum side side, int row)
{
	struct arena a = {0};
	struct pane_ladder p = list_ladder(t, side, &a);
	int i = row - t->layout.at[side][PANE_LANES].body.row - 1;
	uint64_t step = i >= 0 && (uint32_t)i < p.nmessages ? p.messages[i].step : 0;
	arena_fini(&a);
	return step;
}

uint64_t stage_time_step_at(const struct stage *t, enum side side, int row, int col)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	if (t->ladder)
		return ladder_step_at(t, side, row);
	return pane_lanes_step_at(in.cols, pane_lanes_from(in.cols, session_step(t->session, side)), col - in.col);
}
