#include "session/view/timeline.h"

#include "base/sbuf.h"
#include "session/words/task_words.h"

#include <assert.h>
#include <string.h>

enum {
	INSTANTS_SCALED = 256, /* more are not shown in proportion */
	GAP_MOST = 10,         /* columns for the shortest time */
	SCALINGS = 100,        /* trials */
	CHANGES_MOST = 8       /* that are looked at in a column of many steps */
};

/* The run. */

bool timeline_has_tasks(const struct session *s, enum side side)
{
	return session_has(s, side) && timeline_tasks(s, side) > 0;
}

static uint32_t instants_of(const struct session *s, enum side side)
{
	uint32_t n;
	trace_instants(s->side[side].trace, &n);
	return n;
}

bool timeline_has_time(const struct session *s, enum side side)
{
	return session_has(s, side) && instants_of(s, side) > 1;
}

/* The loop's own tasks at the end of a run have none. */
uint32_t timeline_tasks(const struct session *s, enum side side)
{
	const struct trace *t = s->side[side].trace;
	uint32_t n = t != NULL ? trace_tasks(t) : 0;
	while (n > 0 && !task_is_seen(t, n - 1))
		n--;
	return n;
}

uint32_t timeline_current(const struct session *s, enum side side)
{
	uint32_t task = moment_task(s->side[side].moment), n = timeline_tasks(s, side);
	return task < n ? task : 0;
}

const char *timeline_name(const struct session *s, enum side side, uint32_t task, struct arena *a)
{
	const char *name = task_name(s->side[side].trace, task, session_step(s, side));
	return name != NULL ? arena_strndup(a, name, strlen(name)) : "";
}

/* Columns. */

/* Columns under way. */
struct weaving {
	const struct trace *t;
	const struct trace_instant *times;
	double per_ns; /* columns for a ns between two turns; 0: one for each time */
	uint64_t k;    /* up to this step */
	uint64_t skip; /* so many columns more are not wanted */
	uint32_t width;
	struct timeline *out;
};

static uint32_t gap_of(const struct weaving *w, uint32_t instant)
{
	assert(instant > 0 && w->times[instant].ns >= w->times[instant - 1].ns &&
		"time goes forward");
	double columns = (double)(w->times[instant].ns - w->times[instant - 1].ns) * w->per_ns;
	return columns < 1 ? 1 : (uint32_t)(columns + 0.5);
}

static void put_column(struct weaving *w, struct timeline_column column)
{
	assert(w->out->n <= w->width && "no more columns than have room");
	column.turns = true;
	if (w->skip > 0)
		w->skip--;
	else if (w->out->n < w->width)
		w->out->at[w->out->n++] = column;
}

/* What was put last ends before step k. */
static void end_column(struct weaving *w, uint64_t k)
{
	struct timeline_column *last = w->out->n > 0 ? &w->out->at[w->out->n - 1] : NULL;
	if (last != NULL && !last->idle)
		last->to = k > last->from ? k - 1 : last->from;
}

/* Time moves on: while a task's turn is on, or while nobody runs. */
static void put_time(struct weaving *w, const struct note *n, uint32_t turn)
{
	struct mtask task;
	bool blocked = turn != TASK_NONE && n->step > 0 &&
		task_at(w->t, turn, n->step - 1, &task) && task.state == TASK_STATE_RUNNING;
	uint32_t gap = gap_of(w, n->instant);
	struct timeline_column column = {
		.from = n->step,
		.to = n->step - 1,
		.instant = n->instant - 1,
		.task = blocked ? turn : TASK_NONE,
		.idle = !blocked,
	};
	for (uint32_t i = 0; i < gap; i++) {
		if (blocked && i + 1 == gap) {
			column.to = n->step;
			column.instant = n->instant;
		}
		put_column(w, column);
	}
}

static void weave(struct weaving *w, struct note_cursor *c)
{
	uint32_t turn = TASK_NONE;
	struct note n;
	while (w->out->n < w->width && note_cursor_next(c, &n) && n.step <= w->k) {
		if (n.kind == NOTE_CLOCK) {
			end_column(w, n.step);
			put_time(w, &n, turn);
		} else if (n.kind == NOTE_TURN && task_is_seen(w->t, n.task)) {
			end_column(w, n.step);
			put_column(w,
				(struct timeline_column){ .from = n.step,
					.to = n.step,
					.instant = n.instant,
					.task = n.task });
			turn = n.task;
		}
	}
	end_column(w, w->k + 1);
}

/* Columns of the whole run with so many for a ns. */
static uint64_t columns_of_run(struct weaving *w, uint32_t turns, uint32_t instants, double per_ns)
{
	uint64_t n = turns + 1;
	w->per_ns = per_ns;
	for (uint32_t i = 1; i < instants; i++)
		n += gap_of(w, i);
	return n;
}

/* The most columns for a ns with which the whole run has room. */
static bool scale(struct weaving *w, uint32_t turns, uint32_t instants)
{
	int64_t shortest = INT64_MAX;
	if (instants > INSTANTS_SCALED || columns_of_run(w, turns, instants, 0) > w->width)
		return false;
	for (uint32_t i = 1; i < instants; i++) {
		int64_t ns = w->times[i].ns - w->times[i - 1].ns;
		shortest = ns < shortest ? ns : shortest;
	}
	double per_ns = instants > 1 ? (double)GAP_MOST / (double)shortest : 0;
	for (int i = 0; i < SCALINGS && columns_of_run(w, turns, instants, per_ns) > w->width; i++)
		per_ns *= 0.95;
	if (columns_of_run(w, turns, instants, per_ns) > w->width)
		w->per_ns = 0;
	return true;
}

/* The first column: when the row is full it goes on by half a row. */
static uint64_t first_of(uint64_t columns, uint32_t width)
{
	uint64_t half = width / 2 > 0 ? width / 2 : 1;
	return columns <= width ? 0 : (columns - width + half - 1) / half * half;
}

/* No task runs: either the event loop does, or it has ended. */
static bool is_after_turn(const struct moment *m)
{
	return moment_task(m) == TASK_NONE || moment_in_loop(m);
}

struct timeline timeline_columns(
	const struct session *s, enum side side, uint32_t width, struct arena *a)
{
	const struct session_side *ss = &s->side[side];
	struct timeline out = { .at = arena_alloc(a, ((size_t)width + 1) * sizeof *out.at) };
	struct note_cursor end, c;
	uint32_t instants;
	struct weaving w = { .t = ss->trace,
		.times = trace_instants(ss->trace, &instants),
		.k = session_step(s, side),
		.width = width,
		.out = &out };
	note_cursor_at(&end, ss->trace, trace_steps(ss->trace));
	bool after = is_after_turn(ss->moment);
	if (scale(&w, end.place.turns, instants)) {
		note_cursor_near(&c, ss->trace, 0);
	} else {
		note_cursor_at(&end, ss->trace, w.k);
		uint64_t first = first_of(
			(uint64_t)end.place.turns + end.place.instant + after, width);
		note_cursor_near(&c, ss->trace, first);
		w.skip = first - (c.place.turns + c.place.instant);
		out.cut = first > 0;
		w.per_ns = 0;
	}
	weave(&w, &c);
	if (after && (out.n > 0 || w.skip > 0)) {
		bool loop = moment_in_loop(ss->moment);
		put_column(&w,
			(struct timeline_column){ .from = w.k,
				.to = w.k,
				.instant = instant_at(ss->trace, w.k),
				.task = TASK_NONE,
				.loop = loop });
	}
	return out;
}

uint32_t timeline_column_of(const struct timeline *t, uint64_t step)
{
	uint32_t low = 0, high = t->n;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (t->at[middle].from <= step)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const char *timeline_time(
	const struct session *s, enum side side, const struct timeline_column *c, struct arena *a)
{
	uint32_t n;
	struct sbuf b = { 0 };
	task_words_time(trace_instants(s->side[side].trace, &n)[c->instant].ns, &b);
	char *text = arena_strndup(a, b.text, b.len);
	sbuf_fini(&b);
	return text;
}

/* Cells. */

/* A task's changes, read once along the columns. */
struct reader {
	struct task_cursor c, next;
	struct task_event e;
	bool more;
	bool made;
};

static void look(struct reader *r)
{
	r->next = r->c;
	r->more = task_cursor_next(&r->next, &r->e);
}

/* Moves past the changes that a column has; true if its task ran among them.
 * Turns between which lies no step differ in nothing but their order: each
 * begins in its own column. */
static bool read_until(struct reader *r, const struct timeline_column *column, bool last)
{
	bool ran = false, other = column->turns && column->task != r->c.task && !last;
	for (int i = 0; r->more && r->e.step <= column->to && r->e.instant <= column->instant;
		i++) {
		if (other && r->e.change == TASK_RUNS && r->e.step >= column->from &&
			r->e.instant == column->instant)
			break;
		ran = ran || r->e.change == TASK_RUNS;
		r->c = r->next;
		if (!column->turns && i == CHANGES_MOST)
			task_cursor_at(&r->c, r->c.t, r->c.task, column->to);
		look(r);
	}
	return ran;
}

static bool is_over(const struct reader *r)
{
	return r->c.place.at > 0 && r->c.place.state >= TASK_STATE_DONE;
}

static enum time_cell cell_of_state(const struct reader *r)
{
	static const enum time_cell cells[TASK_STATE_COUNT] = {
		[TASK_STATE_READY] = TIME_READY,
		[TASK_STATE_RUNNING] = TIME_RUNS,
		[TASK_STATE_WAITING] = TIME_WAITS,
		[TASK_STATE_DONE] = TIME_DONE,
		[TASK_STATE_FAILED] = TIME_FAILED,
		[TASK_STATE_CANCELLED] = TIME_FAILED,
	};
	return r->c.place.at > 0 ? cells[r->c.place.state] : TIME_NOTHING;
}

/* In a column of steps a task that ran before and waits now has just given way. */
static enum time_cell cell_in(const struct timeline_column *column, const struct reader *r,
	uint32_t task, bool ran_before, bool ran)
{
	enum time_cell cell = cell_of_state(r);
	if (column->turns)
		return column->task == task ? TIME_RUNS : cell == TIME_RUNS ? TIME_READY : cell;
	bool gives_way = cell == TIME_WAITS || cell == TIME_READY;
	if (gives_way && column->to > column->from)
		return ran || ran_before ? TIME_RUNS : cell;
	return gives_way && ran_before ? TIME_POINT : cell;
}

uint8_t *timeline_cells(const struct session *s, enum side side, const struct timeline *t,
	uint32_t task, struct arena *a)
{
	const struct trace *trace = s->side[side].trace;
	uint8_t *cells = arena_alloc(a, (size_t)t->n + 1);
	struct reader r = { 0 };
	if (t->n == 0)
		return cells;
	task_cursor_at(&r.c, trace, task, t->at[0].from > 0 ? t->at[0].from - 1 : 0);
	look(&r);
	bool over = is_over(&r);
	for (uint32_t j = 0; j < t->n; j++) {
		bool ran_before = r.c.place.at > 0 && r.c.place.state == TASK_STATE_RUNNING;
		bool ran = read_until(&r, &t->at[j], j + 1 == t->n);
		enum time_cell cell = cell_in(&t->at[j], &r, task, ran_before, ran);
		bool ends = cell == TIME_DONE || cell == TIME_FAILED;
		cells[j] = (uint8_t)(ends && over ? TIME_NOTHING : cell);
		over = over || ends;
	}
	return cells;
}
