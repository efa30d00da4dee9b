/* The panes that run along the steps: lanes, prints, tasks, and the ladder. */

#include "ui/stage/stage_parts.h"

#include "base/mem.h"
#include "session/view/timeline.h"
#include "session/view/view.h"
#include "session/view/view_task.h"
#include "ui/pane/pane_ladder.h"
#include "ui/pane/pane_lanes.h"
#include "ui/pane/pane_prints.h"
#include "ui/pane/pane_tasks.h"

#include <string.h>

/* Whose the lanes of n slots from slot `first` on are. */
static struct view_lane_owner *list_owners(
	struct stage *t, enum side side, int first, int n, struct arena *a)
{
	struct view_lane_owner *owners = arena_alloc(a, ((size_t)n + 1) * sizeof *owners);
	for (int i = 0; i < n; i++)
		owners[i] = view_lane_owner(t->session, side, (uint32_t)(first + i));
	return owners;
}

/* The first of the steps [from, to) that are the owner's; to if there is none. */
static uint64_t first_owned(struct stage *t, enum side side, uint32_t slot,
	const struct view_lane_owner *owner, uint64_t from, uint64_t to)
{
	from = from > owner->born ? from : owner->born;
	return from < to ? overview_owned(stage_overview(t, side), slot, owner->code, from, to)
			 : to;
}

/* The compressed beginning of n lanes from slot `first` on. */
static struct view_lane_cell *list_past(struct stage *t, enum side side,
	const struct pane_window *w, const struct view_lane_owner *owners, int first, int n,
	struct arena *a)
{
	struct view_lane_cell *cells = arena_alloc(a, ((size_t)n * w->npast + 1) * sizeof *cells);
	for (uint32_t j = 0; j < w->npast; j++) {
		uint64_t from = pane_lanes_past_step(w, j), to = pane_lanes_past_step(w, j + 1);
		for (int i = 0; i < n; i++) {
			uint32_t slot = (uint32_t)(first + i);
			uint64_t owned = first_owned(t, side, slot, &owners[i], from, to);
			cells[(size_t)i * w->npast + j] = overview_cell(
				stage_overview(t, side), slot, owned, to);
		}
	}
	return cells;
}

/* If the window has no print, the last one before it is the newest. */
static void draw_prints(const struct stage *t, struct canvas *c, enum side side,
	const struct pane_window *w, struct arena *a)
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

/* The lanes of n slots from slot `first` on up to the current step; of the
 * steps only those are looked at that nobody has asked for yet. */
static const struct view_lane_cell *know_lanes(struct stage *t, enum side side, uint32_t first,
	uint32_t n, struct pane_window *w, struct arena *a)
{
	struct stage_lanes *known = &t->side[side].known_lanes;
	uint64_t now = session_step(t->session, side),
		 shown = now >= w->from ? now - w->from + 1 : 0;
	if (known->cells == NULL || known->from != w->from || known->first != first ||
		known->n != n || known->room != w->nsteps) {
		mem_free(known->cells);
		*known = (struct stage_lanes){ w->from, first, n, w->nsteps, 0,
			mem_calloc((size_t)n * w->nsteps + 1, sizeof *known->cells) };
	}
	w->nsteps = shown < w->nsteps ? (uint32_t)shown : w->nsteps;
	if (known->known < w->nsteps) {
		uint32_t more = w->nsteps - known->known;
		const struct view_lane_cell *cells = view_lanes(
			t->session, side, first, n, w->from + known->known, &more, a);
		for (uint32_t i = 0; i < n; i++)
			memcpy(&known->cells[(size_t)i * known->room + known->known],
				&cells[(size_t)i * more], more * sizeof *cells);
		known->known += more;
	}
	return known->cells;
}

/* Lanes without what others did in their slots. */
static struct view_lane_cell *own_lanes(struct stage *t, enum side side,
	const struct view_lane_cell *cells, size_t stride, const struct pane_window *w,
	const struct view_lane_owner *owners, int first, int n, struct arena *a)
{
	struct view_lane_cell *own = arena_alloc(a, ((size_t)n * w->nsteps + 1) * sizeof *own);
	for (int i = 0; i < n; i++) {
		for (uint32_t j = 0; j < w->nsteps; j++) {
			uint64_t k = w->from + j;
			if (first_owned(t, side, (uint32_t)(first + i), &owners[i], k, k + 1) == k)
				own[(size_t)i * w->nsteps + j] = cells[(size_t)i * stride + j];
		}
	}
	return own;
}

static void draw_lanes(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	const struct layout_pane *at = t->layout.at[side];
	struct rect in = at[PANE_LANES].body;
	struct scroll *scroll = &t->side[side].lanes;
	int cols = in.cols > 0 ? in.cols : at[PANE_PRINTS].body.cols;
	if (in.rows == 0 && at[PANE_PRINTS].body.rows == 0)
		return;
	stage_follow_slots(t, side, PANE_LANES, scroll);
	int n = stage_slots(t, side) - scroll->top < in.rows ? stage_slots(t, side) - scroll->top
							     : in.rows;
	struct pane_lanes p = { .nlanes = (uint32_t)n,
		.window = pane_lanes_window(cols, session_step(t->session, side)) };
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	const struct view_lane_owner *owners = list_owners(t, side, scroll->top, n, a);
	size_t stride = p.window.nsteps;
	const struct view_lane_cell *cells = know_lanes(
		t, side, (uint32_t)scroll->top, p.nlanes, &p.window, a);
	p.cells = own_lanes(t, side, cells, stride, &p.window, owners, scroll->top, n, a);
	p.stride = p.window.nsteps;
	p.past = list_past(t, side, &p.window, owners, scroll->top, n, a);
	for (int i = 0; i < n; i++)
		names[i] = view_lane_name(t->session, side, (uint32_t)(scroll->top + i), a);
	p.names = names;
	pane_lanes_draw(c, in, &p);
	draw_prints(t, c, side, &p.window, a);
	if (at[PANE_LANES].title.rows > 0)
		pane_lanes_axis(c, at[PANE_LANES].title, &p);
}

/* Tasks. */

/* Columns of steps, as lanes of frames have them. */
static struct timeline columns_of_steps(
	const struct stage *t, enum side side, const struct pane_window *w, struct arena *a)
{
	struct timeline line = { .at = arena_alloc(
					 a, ((size_t)w->npast + w->nsteps + 1) * sizeof *line.at) };
	for (uint32_t j = 0; j < w->npast; j++) {
		uint64_t from = pane_lanes_past_step(w, j), to = pane_lanes_past_step(w, j + 1);
		line.at[line.n++] = (struct timeline_column){
			.from = from, .to = to > from ? to - 1 : from, .task = TASK_NONE
		};
	}
	for (uint32_t j = 0; j < w->nsteps; j++)
		line.at[line.n++] = (struct timeline_column){
			.from = w->from + j, .to = w->from + j, .task = TASK_NONE
		};
	if (line.n > 0)
		line.at[line.n - 1].loop = moment_in_loop(t->session->side[side].moment);
	return line;
}

static void list_tasks(const struct stage *t, enum side side, const struct timeline *line,
	uint32_t first, struct pane_tasks *p, struct arena *a)
{
	const char **names = arena_alloc(a, (p->ntasks + 1) * sizeof *names);
	const uint8_t **cells = arena_alloc(a, (p->ntasks + 1) * sizeof *cells);
	const char **states = arena_alloc(a, (p->ntasks + 1) * sizeof *states);
	for (uint32_t i = 0; i < p->ntasks; i++) {
		states[i] = view_task_state(t->session->side[side].moment, first + i, a);
		names[i] = timeline_name(t->session, side, first + i, a);
		cells[i] = timeline_cells(t->session, side, line, first + i, a);
	}
	p->names = names;
	p->cells = cells;
	p->states = states;
}

static const char *const *list_times(
	const struct stage *t, enum side side, const struct timeline *line, struct arena *a)
{
	const char **times = arena_alloc(a, (line->n + 1) * sizeof *times);
	for (uint32_t j = 0; j < line->n; j++)
		times[j] = timeline_time(t->session, side, &line->at[j], a);
	return times;
}

/* What was printed, in the columns of the turns that printed it. */
static void draw_task_prints(const struct stage *t, struct canvas *c, enum side side,
	const struct timeline *line, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_PRINTS].body;
	struct pane_prints p = { .nprints = (uint32_t)(in.rows * in.cols) };
	p.prints = view_output(t->session, side, &p.nprints, a);
	int *columns = arena_alloc(a, (p.nprints + 1) * sizeof *columns);
	for (uint32_t i = 0; i < p.nprints; i++)
		columns[i] = pane_lanes_name_columns(in.cols) +
			(int)timeline_column_of(line, p.prints[i].step);
	p.columns = columns;
	pane_prints_draw(c, in, &p);
}

/* The first step of a column. */
static uint64_t task_step_at(const struct stage *t, enum side side, int cols, int col)
{
	struct arena a = { 0 };
	struct timeline line = timeline_columns(t->session, side, pane_tasks_columns(cols), &a);
	int j = col - pane_lanes_name_columns(cols);
	uint64_t step = j >= 0 && (uint32_t)j < line.n ? line.at[j].from : 0;
	arena_fini(&a);
	return step;
}

int stage_tasks(const struct stage *t, enum side side)
{
	uint32_t n = session_has(t->session, side) ? timeline_tasks(t->session, side) : 0;
	return n < 1000000 ? (int)n : 1000000;
}

/* The lane of the task whose turn it is stays in sight. */
static uint32_t first_task(struct stage *t, enum side side, int rows)
{
	struct scroll *scroll = &t->side[side].tasks;
	int n = (int)timeline_tasks(t->session, side);
	scroll_follow(scroll, (int)timeline_current(t->session, side), -1, n, rows, 0);
	return (uint32_t)scroll->top;
}

/* The lanes, in columns that are there already. */
static void draw_task_lanes(
	struct stage *t, struct canvas *c, enum side side, struct pane_tasks *p, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	uint32_t n = timeline_tasks(t->session, side);
	if (in.rows == 0)
		return;
	p->loop = true;
	p->ntasks = n < (uint32_t)in.rows ? n : (uint32_t)in.rows;
	list_tasks(t, side, p->time, first_task(t, side, in.rows), p, a);
	pane_tasks_draw(c, in, p);
}

static void draw_tasks_by_time(
	struct stage *t, struct canvas *c, enum side side, int cols, struct arena *a)
{
	struct rect title = t->layout.at[side][PANE_LANES].title;
	struct timeline line = timeline_columns(t->session, side, pane_tasks_columns(cols), a);
	struct timeline_column now = { .instant = instant_at(t->session->side[side].trace,
					       session_step(t->session, side)) };
	struct pane_tasks p = { .time = &line,
		.times = list_times(t, side, &line, a),
		.clock = timeline_time(t->session, side, &now, a) };
	draw_task_lanes(t, c, side, &p, a);
	draw_task_prints(t, c, side, &line, a);
	if (title.rows > 0)
		pane_tasks_axis(c, title, &p);
}

static void draw_tasks_by_steps(
	struct stage *t, struct canvas *c, enum side side, int cols, struct arena *a)
{
	struct rect title = t->layout.at[side][PANE_LANES].title;
	uint64_t now = session_step(t->session, side);
	struct pane_window w = pane_lanes_window(cols, now);
	w.nsteps = now >= w.from && now - w.from + 1 < w.nsteps ? (uint32_t)(now - w.from + 1)
		: now < w.from                                  ? 0
								: w.nsteps;
	struct timeline line = columns_of_steps(t, side, &w, a);
	struct pane_tasks p = { .time = &line };
	struct pane_lanes axis = { .window = w };
	draw_task_lanes(t, c, side, &p, a);
	draw_prints(t, c, side, &w, a);
	if (title.rows > 0)
		pane_lanes_axis(c, title, &axis);
}

static void draw_tasks(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	const struct layout_pane *at = t->layout.at[side];
	int cols = at[PANE_LANES].body.rows > 0 ? at[PANE_LANES].body.cols
						: at[PANE_PRINTS].body.cols;
	if (timeline_has_time(t->session, side))
		draw_tasks_by_time(t, c, side, cols, a);
	else
		draw_tasks_by_steps(t, c, side, cols, a);
}

/* The window of poles: both ends of the latest message are in it if there is
 * room. */
static void follow_poles(struct stage *t, enum side side, uint32_t room, struct arena *a)
{
	struct scroll *scroll = &t->side[side].poles;
	uint32_t n = 1, total = view_slots(t->session, side);
	const struct message *last = ladder_messages(
		t->session, side, stage_overview(t, side), &n, 0, 0, a);
	uint32_t to = n > 0 && last->to != SLOT_NONE ? last->to
						     : view_running_slot(t->session, side);
	uint32_t from = n > 0 && last->from != SLOT_NONE ? last->from : to;
	int low = (int)(from < to ? from : to), high = (int)(from < to ? to : from);
	scroll->top = scroll->top > low ? low : scroll->top;
	if (high >= scroll->top + (int)room)
		scroll->top = high - (int)room + 1;
	scroll_by(scroll, 0, (int)total, (int)room);
}

static struct pane_ladder list_ladder(struct stage *t, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	uint32_t room = pane_ladder_poles(in.cols), total = view_slots(t->session, side);
	struct pane_ladder p = { .first = (uint32_t)t->side[side].poles.top,
		.now = session_step(t->session, side) };
	p.nslots = total - p.first < room ? total - p.first : room;
	p.nmessages = in.rows > 1 ? (uint32_t)in.rows - 1 : 0;
	p.messages = ladder_messages(
		t->session, side, stage_overview(t, side), &p.nmessages, p.first, p.nslots, a);
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

static void draw_time(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	if (t->ladder)
		draw_ladder(t, c, side, a);
	else if (timeline_has_tasks(t->session, side))
		draw_tasks(t, c, side, a);
	else
		draw_lanes(t, c, side, a);
}

static void title_time(const struct stage *t, enum side side, struct sbuf *out)
{
	int tasks = stage_tasks(t, side);
	if (t->ladder || tasks == 0) {
		sbuf_str(out, t->ladder ? "messages" : pane_row(PANE_LANES)->title);
		return;
	}
	sbuf_str(out, "tasks");
	stage_say_part(t->side[side].tasks.top, stage_room(t, side, PANE_LANES), tasks, out);
}

static uint64_t ladder_step_at(struct stage *t, enum side side, int row)
{
	struct arena a = { 0 };
	struct pane_ladder p = list_ladder(t, side, &a);
	int i = row - t->layout.at[side][PANE_LANES].body.row - 1;
	uint64_t step = i >= 0 && (uint32_t)i < p.nmessages ? p.messages[i].step : 0;
	arena_fini(&a);
	return step;
}

/* The step that a place of the whole screen shows; 0 if none. */
static uint64_t step_at(struct stage *t, enum side side, int row, int col)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	if (t->ladder)
		return ladder_step_at(t, side, row);
	if (timeline_has_tasks(t->session, side) && timeline_has_time(t->session, side))
		return task_step_at(t, side, in.cols, col - in.col);
	struct pane_window w = pane_lanes_window(in.cols, session_step(t->session, side));
	return pane_lanes_step_at(in.cols, &w, col - in.col);
}

static void click_time(struct stage *t, enum side side, int row, int col, struct sbuf *line)
{
	stage_say_goto(t, side, step_at(t, side, row, col), line);
}

/* Messages take all the rows that there are; tasks have a lane each, and the
 * event loop one. */
static int count_lanes(const struct layout_wish *w)
{
	return w->ladder ? CANVAS_MAX : w->tasks > 0 ? w->tasks + 1 : w->slots;
}

const struct pane_row pane_row_lanes = {
	.title = "time",
	.from_rows = 14,
	.turn = 4,
	.turn_ladder = 1,
	.there = count_lanes,
	.wants = { { 1, 2 }, { 1, 3 }, { 1, 4 }, { 1, 4 }, { 1, 12 } },
	.ladder = { 4, 8, 14, 14, 30 },
	.tasks = { 3, 5, 6, 8, 16 },
	.draw = draw_time,
	.say_title = title_time,
	.click = click_time,
};

/* While messages are shown, what is printed is one of them. */
static bool are_prints_of_use(const struct layout_wish *w)
{
	return !w->ladder;
}

static int count_prints(const struct layout_wish *w)
{
	return w->prints;
}

/* Drawn with the lanes, whose columns it has. */
const struct pane_row pane_row_prints = {
	.title = "",
	.from_rows = 12,
	.is_of_use = are_prints_of_use,
	.turn = 3,
	.turn_ladder = 4,
	.there = count_prints,
	.wants = { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 3 }, { 1, 4 } },
};
