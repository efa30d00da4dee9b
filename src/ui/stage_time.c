#include "ui/stage_parts.h"

#include "session/view.h"
#include "ui/pane_frames.h"
#include "ui/pane_ladder.h"
#include "ui/pane_lanes.h"
#include "ui/pane_prints.h"
#include "ui/pane_whole.h"

enum { HALF = 50 };     /* of a hundred */

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

static const struct survey *survey_of(struct stage *t, enum side side)
{
	if (t->side[side].survey == NULL)
		t->side[side].survey = survey_new(t->session, side);
	return t->side[side].survey;
}

/* The compressed beginning of n lanes from slot `first` on. */
static struct view_lane_cell *list_past(struct stage *t, enum side side, const struct pane_window *w, int first, int n, struct arena *a)
{
	struct view_lane_cell *cells = arena_alloc(a, ((size_t)n * w->npast + 1) * sizeof *cells);
	for (uint32_t j = 0; j < w->npast; j++) {
		uint64_t from = pane_lanes_past_step(w, j), to = pane_lanes_past_step(w, j + 1);
		for (int i = 0; i < n; i++)
			cells[(size_t)i * w->npast + j] = survey_cell(survey_of(t, side), (uint32_t)(first + i), from, to);
	}
	return cells;
}

/* If the window has no print, the last one before it is the newest. */
static void draw_prints(const struct stage *t, struct canvas *c, enum side side, const struct pane_window *w, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_PRINTS].body;
	struct pane_prints p = { .window = *w, .nprints = (uint32_t)(in.rows * in.cols) };
	p.prints = view_prints(t->session, side, w->from, w->nsteps, &p.nprints, a);
	if (p.nprints == 0) {
		p.nprints = 1;
		p.prints = view_output(t->session, side, &p.nprints, a);
	}
	pane_prints_draw(c, in, &p);
}

static void draw_whole(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_WHOLE].body;
	struct pane_whole p = { .step = session_step(t->session, side), .steps = session_steps(t->session, side) };
	uint32_t n = pane_lanes_columns(in.cols);
	bool *inner = arena_alloc(a, n * sizeof *inner);
	if (in.rows == 0)
		return;
	for (uint32_t j = 0; j < n; j++)
		inner[j] = survey_share(survey_of(t, side), pane_whole_step(in.cols, p.steps, j), pane_whole_step(in.cols, p.steps, j + 1)) >= HALF;
	p.inner = inner;
	pane_whole_draw(c, in, &p);
}

static void draw_lanes(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	const struct layout_pane *at = t->layout.at[side];
	struct rect in = at[PANE_LANES].body;
	struct scroll *scroll = &t->side[side].lanes;
	int cols = in.cols > 0 ? in.cols : at[PANE_PRINTS].body.cols;
	if (in.rows == 0 && at[PANE_PRINTS].body.rows == 0)
		return;
	follow_slots(t, side, PANE_LANES, scroll);
	int n = stage_slots(t, side) - scroll->top < in.rows ? stage_slots(t, side) - scroll->top : in.rows;
	struct pane_lanes p = { .nlanes = (uint32_t)n, .window = pane_lanes_window(cols, session_step(t->session, side)) };
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	p.cells = view_lanes(t->session, side, (uint32_t)scroll->top, p.nlanes, p.window.from, &p.window.nsteps, a);
	p.past = list_past(t, side, &p.window, scroll->top, n, a);
	for (int i = 0; i < n; i++)
		names[i] = view_lane_name(t->session, side, (uint32_t)(scroll->top + i), a);
	p.names = names;
	pane_lanes_draw(c, in, &p);
	draw_prints(t, c, side, &p.window, a);
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
	draw_whole(t, c, side, a);
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

static bool is_row_of(struct rect r, int row)
{
	return row >= r.row && row < r.row + r.rows;
}

uint64_t stage_time_step_at(const struct stage *t, enum side side, int row, int col)
{
	struct rect in = t->layout.at[side][PANE_LANES].body, whole = t->layout.at[side][PANE_WHOLE].body;
	if (is_row_of(whole, row))
		return pane_whole_step_at(whole.cols, session_steps(t->session, side), col - whole.col);
	if (t->ladder)
		return ladder_step_at(t, side, row);
	struct pane_window w = pane_lanes_window(in.cols, session_step(t->session, side));
	return pane_lanes_step_at(in.cols, &w, col - in.col);
}
