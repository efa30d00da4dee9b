#include "trace/tasks.h"

#include "trace/store.h"
#include "trace/task_table.h"

#include <assert.h>
#include <string.h>

#define X(name, word, doc) [TASK_STATE_##name] = { word, doc },
const struct task_info task_state_infos[TASK_STATE_COUNT] = { TASK_STATES(X) };
#undef X

#define X(name, word, doc) [TASK_##name] = { word, doc },
const struct task_info task_change_infos[TASK_CHANGE_COUNT] = { TASK_CHANGES(X) };
#undef X

/* Changes of a task, and notes, from one mark to the next. */
enum { TASK_STRIDE = 32, NOTE_STRIDE = 64 };

/* A change begins with a byte: what it is, and what follows the number of
 * steps since the change before. */
enum { CHANGE_BITS = 0x0f, HAS_INSTANT = 0x10, HAS_TEXT = 0x20, HAS_UNTIL = 0x40 };
static_assert((int)TASK_CHANGE_COUNT <= CHANGE_BITS + 1, "a change is four bits");

/* A note begins with a byte: its kind, and the steps since the one before, or
 * that their number follows. */
enum { NOTE_BITS = 0x07, NOTE_STEP = 8, NOTE_STEPS_MOST = 30, NOTE_STEPS_FOLLOW = 31 };
static_assert((int)NOTE_COUNT <= NOTE_BITS + 1, "a kind is three bits");

/* What a change makes of a task; TASK_STATE_COUNT: what it was before. */
static const enum task_state states_after[TASK_CHANGE_COUNT] = {
	[TASK_MADE] = TASK_STATE_READY,
	[TASK_RUNS] = TASK_STATE_RUNNING,
	[TASK_YIELDS] = TASK_STATE_READY,
	[TASK_WAITS] = TASK_STATE_WAITING,
	[TASK_WAKES] = TASK_STATE_READY,
	[TASK_DONE] = TASK_STATE_DONE,
	[TASK_FAILED] = TASK_STATE_FAILED,
	[TASK_CANCELLED] = TASK_STATE_CANCELLED,
	[TASK_ASKED] = TASK_STATE_COUNT,
	[TASK_NAMED] = TASK_STATE_COUNT,
};

/* The notes of changes; the others follow from the steps of the task. */
static const enum task_note notes_of[TASK_CHANGE_COUNT] = {
	[TASK_MADE] = NOTE_MADE,
	[TASK_RUNS] = NOTE_TURN,
	[TASK_WAKES] = NOTE_WAKES,
	[TASK_ASKED] = NOTE_ASKED,
};

/* What a change does. */

static void follow_change(
	struct task_place *p, enum task_change change, const struct task_about *about)
{
	if (change == TASK_NAMED || change == TASK_MADE)
		p->name = (uint32_t)about->text;
	p->asked = change == TASK_ASKED || (p->asked && change != TASK_RUNS);
	if (states_after[change] == TASK_STATE_COUNT)
		return;
	p->state = (uint8_t)states_after[change];
	p->since = p->instant;
	p->since_step = p->step;
	p->what = change == TASK_WAITS ? (uint32_t)about->text : 0;
	p->until = change == TASK_WAITS ? about->until : -1;
}

/* Writing. */

enum { BYTES_FIRST = 16 };

static uint32_t instant_now(const struct task_table *x)
{
	return x->instants.len > 0 ? (uint32_t)x->instants.len - 1 : 0;
}

static void add_bytes(struct task_life *l, const struct bytes *b)
{
	uint32_t n = (uint32_t)b->len;
	if (l->end.at + n > l->cap) {
		l->cap = l->cap < BYTES_FIRST ? BYTES_FIRST : 2 * l->cap;
		l->cap = l->cap < l->end.at + n ? l->end.at + n : l->cap;
		l->bytes = mem_realloc(l->bytes, l->cap);
	}
	memcpy(l->bytes + l->end.at, b->at, n);
	l->end.at += n;
	assert(l->end.at <= l->cap && "a change lies in its task's list");
}

/* There is a mark each TASK_STRIDE changes: the room for them doubles. */
static void mark_change(struct task_life *l)
{
	uint32_t i = l->count++ / TASK_STRIDE;
	if (l->count % TASK_STRIDE != 1 || i == 0)
		return;
	if ((i & (i - 1)) == 0)
		l->marks = mem_reallocarray(l->marks, 2 * i, sizeof *l->marks);
	l->marks[i - 1] = l->end;
}

static void write_change(struct task_table *x, struct task_life *l, enum task_change change,
	uint64_t k, const struct task_about *about)
{
	assert(k >= l->end.step && "a task's changes are told in order");
	struct bytes *b = &x->scratch;
	uint32_t instant = instant_now(x);
	assert(instant >= l->end.instant && "time does not go back");
	mark_change(l);
	b->len = 0;
	pack_number(b,
		(unsigned)change | (instant != l->end.instant ? HAS_INSTANT : 0u) |
			(about->text != 0 ? HAS_TEXT : 0u) | (about->until >= 0 ? HAS_UNTIL : 0u));
	pack_number(b, k - l->end.step);
	if (instant != l->end.instant)
		pack_number(b, instant - l->end.instant);
	if (about->text != 0)
		pack_number(b, about->text);
	if (about->until >= 0)
		pack_number(b, (uint64_t)about->until);
	add_bytes(l, b);
	l->end.step = k;
	l->end.instant = instant;
	follow_change(&l->end, change, about);
}

static void write_note(struct task_table *x, enum task_note kind, uint64_t k, uint32_t task)
{
	struct note_place *e = &x->end;
	assert(k >= e->step && "notes are told in order");
	if (x->nnotes++ % NOTE_STRIDE == 0)
		array_push(&x->marks, *e);
	uint64_t steps = k - e->step;
	array_reserve(&x->notes, 1);
	x->notes.at[x->notes.len++] = (uint8_t)((unsigned)kind |
		NOTE_STEP * (unsigned)(steps <= NOTE_STEPS_MOST ? steps : NOTE_STEPS_FOLLOW));
	if (steps > NOTE_STEPS_MOST)
		pack_number(&x->notes, steps);
	if (kind != NOTE_CLOCK) {
		pack_signed(&x->notes, (int64_t)task - e->task);
		e->task = task;
	}
	e->at = x->notes.len;
	e->step = k;
	e->instant += kind == NOTE_CLOCK;
	e->turns += kind == NOTE_TURN;
}

static void begin_time(struct task_table *x)
{
	if (x->instants.len == 0)
		array_push(&x->instants, ((struct trace_instant){ 0, 0 }));
}

uint32_t tasks_add(struct task_table *x, uint32_t frame, uint64_t name, uint64_t k)
{
	uint32_t i = (uint32_t)x->all.len;
	begin_time(x);
	if (frame != FRAME_NONE)
		map_put(&x->by_frame, frame, i);
	array_push(&x->all, ((struct task_life){ .frame = frame, .end = { .until = -1 } }));
	tasks_change(x, i, TASK_MADE, k, &(struct task_about){ name, -1 });
	return i;
}

void tasks_change(struct task_table *x, uint32_t task, enum task_change change, uint64_t k,
	const struct task_about *about)
{
	assert(task < x->all.len && change < TASK_CHANGE_COUNT && "a task that was made");
	struct task_life *l = &x->all.at[task];
	write_change(x, l, change, k < l->end.step ? l->end.step : k, about);
	if (notes_of[change] != NOTE_CLOCK)
		write_note(x, notes_of[change], k, task);
}

void tasks_clock(struct task_table *x, int64_t ns, uint64_t k)
{
	begin_time(x);
	assert(ns >= x->instants.at[x->instants.len - 1].ns && "time goes forward");
	array_push(&x->instants, ((struct trace_instant){ k, ns }));
	write_note(x, NOTE_CLOCK, k, TASK_NONE);
}

size_t tasks_size(const struct task_table *x)
{
	size_t size = x->all.len * sizeof *x->all.at + x->instants.len * sizeof *x->instants.at +
		x->notes.len + x->marks.len * sizeof *x->marks.at;
	for (size_t i = 0; i < x->all.len; i++)
		size += x->all.at[i].cap +
			x->all.at[i].count / TASK_STRIDE * sizeof *x->all.at[i].marks;
	return size;
}

void tasks_fini(struct task_table *x)
{
	for (size_t i = 0; i < x->all.len; i++) {
		mem_free(x->all.at[i].bytes);
		mem_free(x->all.at[i].marks);
	}
	array_fini(&x->all);
	map_fini(&x->by_frame);
	array_fini(&x->instants);
	array_fini(&x->notes);
	array_fini(&x->scratch);
	array_fini(&x->marks);
}

/* One task. */

uint32_t trace_tasks(const struct trace *t)
{
	return (uint32_t)t->tasks.all.len;
}

static const struct task_life *life_of(const struct trace *t, uint32_t i)
{
	assert(i < t->tasks.all.len);
	return &t->tasks.all.at[i];
}

/* What happened after the last step belongs to it. */
static uint64_t last_of(const struct trace *t, uint64_t k)
{
	return k < t->log.steps ? k : UINT64_MAX;
}

static uint64_t shown_step(const struct trace *t, uint64_t k)
{
	return k < t->log.steps ? k : t->log.steps;
}

/* Every list begins with MADE. */
static struct task_place before_made(void)
{
	return (struct task_place){ .until = -1 };
}

static void read_change(const struct task_life *l, struct task_place *p, enum task_change *change)
{
	assert(p->at < l->end.at && "there is a change to be read");
	struct task_about about = { 0, -1 };
	const uint8_t *b = l->bytes + p->at;
	uint8_t first = *b++;
	*change = (enum task_change)(first & CHANGE_BITS);
	p->step += unpack_number(&b);
	if (first & HAS_INSTANT)
		p->instant += (uint32_t)unpack_number(&b);
	if (first & HAS_TEXT)
		about.text = unpack_number(&b);
	if (first & HAS_UNTIL)
		about.until = (int64_t)unpack_number(&b);
	p->at = (uint32_t)(b - l->bytes);
	follow_change(p, *change, &about);
}

/* The last of n marks whose change before it is not later than step k, or the
 * beginning. */
static struct task_place mark_before(const struct task_life *l, uint64_t k)
{
	uint32_t low = 0, high = l->count > 0 ? (l->count - 1) / TASK_STRIDE : 0;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (l->marks[middle].step <= k)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? l->marks[low - 1] : before_made();
}

/* The place before the first change later than step k. */
static struct task_place place_at(const struct task_life *l, uint64_t k)
{
	if (k >= l->end.step)
		return l->end;
	struct task_place p = mark_before(l, k), next = p;
	enum task_change change;
	while (next.at < l->end.at) {
		read_change(l, &next, &change);
		if (next.step > k)
			break;
		p = next;
	}
	return p;
}

static uint64_t step_made(const struct task_life *l)
{
	struct task_place p = before_made();
	enum task_change change;
	read_change(l, &p, &change);
	return p.step;
}

uint32_t tasks_made(const struct trace *t, uint64_t k)
{
	uint32_t low = 0, high = trace_tasks(t);
	k = last_of(t, k);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (step_made(life_of(t, middle)) <= k)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const char *text_or_null(const struct trace *t, uint32_t text)
{
	return text != 0 ? trace_text(t, text - 1, NULL) : NULL;
}

bool task_at(const struct trace *t, uint32_t i, uint64_t k, struct mtask *m)
{
	const struct task_life *l = life_of(t, i);
	struct task_place p = place_at(l, last_of(t, k));
	if (p.at == 0)
		return false;
	*m = (struct mtask){
		.number = i,
		.name = text_or_null(t, p.name),
		.frame = l->frame,
		.state = (enum task_state)p.state,
		.what = text_or_null(t, p.what),
		.until = p.until,
		.asked = p.asked,
		.since_step = shown_step(t, p.since_step),
		.since = t->tasks.instants.at[p.since].ns,
	};
	return true;
}

const char *task_name(const struct trace *t, uint32_t i, uint64_t k)
{
	const struct task_life *l = life_of(t, i);
	uint64_t made = step_made(l);
	return text_or_null(t, place_at(l, k < made ? made : last_of(t, k)).name);
}

uint32_t task_of_frame(const struct trace *t, uint32_t frame)
{
	const uint64_t *i = map_find(&t->tasks.by_frame, frame);
	return i ? (uint32_t)*i : TASK_NONE;
}

bool task_is_seen(const struct trace *t, uint32_t i)
{
	const struct task_life *l = life_of(t, i);
	return l->end.state < TASK_STATE_DONE ||
		shown_step(t, step_made(l)) < shown_step(t, l->end.step);
}

void task_cursor_at(struct task_cursor *c, const struct trace *t, uint32_t i, uint64_t k)
{
	*c = (struct task_cursor){ t, i, place_at(life_of(t, i), last_of(t, k)) };
}

bool task_cursor_next(struct task_cursor *c, struct task_event *e)
{
	const struct task_life *l = life_of(c->t, c->task);
	if (c->place.at >= l->end.at)
		return false;
	read_change(l, &c->place, &e->change);
	e->step = shown_step(c->t, c->place.step);
	e->instant = c->place.instant;
	return true;
}

/* Time, and all together. */

const struct trace_instant *trace_instants(const struct trace *t, uint32_t *n)
{
	static const struct trace_instant beginning = { 0, 0 };
	*n = instant_now(&t->tasks) + 1;
	return t->tasks.instants.len > 0 ? t->tasks.instants.at : &beginning;
}

uint32_t instant_at(const struct trace *t, uint64_t k)
{
	uint32_t n;
	const struct trace_instant *all = trace_instants(t, &n);
	uint32_t low = 0, high = n;
	k = last_of(t, k);
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (all[middle].step <= k)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The last mark at which fewer than all steps up to k, or at most n turns and
 * instants, lie behind. */
static struct note_place note_mark(const struct task_table *x, uint64_t k, uint64_t n)
{
	size_t low = 0, high = x->marks.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct note_place *p = &x->marks.at[middle];
		if (p->step <= k && (uint64_t)p->turns + p->instant <= n)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? x->marks.at[low - 1] : (struct note_place){ 0 };
}

void note_cursor_near(struct note_cursor *c, const struct trace *t, uint64_t n)
{
	*c = (struct note_cursor){ t, note_mark(&t->tasks, UINT64_MAX, n) };
}

void note_cursor_at(struct note_cursor *c, const struct trace *t, uint64_t k)
{
	k = last_of(t, k);
	*c = (struct note_cursor){ t, note_mark(&t->tasks, k, UINT64_MAX) };
	struct note_cursor next = *c;
	struct note n;
	while (note_cursor_next(&next, &n) && next.place.step <= k)
		*c = next;
}

bool note_cursor_next(struct note_cursor *c, struct note *n)
{
	struct note_place *p = &c->place;
	const struct task_table *x = &c->t->tasks;
	if (p->at >= x->notes.len)
		return false;
	const uint8_t *b = x->notes.at + p->at;
	uint8_t first = *b++;
	uint64_t steps = first / NOTE_STEP;
	n->kind = (enum task_note)(first & NOTE_BITS);
	p->step += steps == NOTE_STEPS_FOLLOW ? unpack_number(&b) : steps;
	if (n->kind != NOTE_CLOCK)
		p->task = (uint32_t)(p->task + unpack_signed(&b));
	p->instant += n->kind == NOTE_CLOCK;
	p->turns += n->kind == NOTE_TURN;
	p->at = (size_t)(b - x->notes.at);
	n->step = shown_step(c->t, p->step);
	n->task = n->kind == NOTE_CLOCK ? TASK_NONE : p->task;
	n->instant = p->instant;
	n->turns = p->turns;
	return true;
}
