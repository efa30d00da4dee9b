#include "session/view/view.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/view/view_parts.h"
#include "session/view/view_task.h"
#include "session/words/aliases.h"
#include "session/words/printed.h"
#include "session/words/variable.h"
#include "trace/step_kind.h"

#include <assert.h>
#include <string.h>

/* Slots that are looked at for peers: a bound on the work, far past what a
 * screen can show. */
enum { PEER_SLOTS = 4096 };

char *view_keep(struct arena *a, struct sbuf *b)
{
	char *text = arena_strndup(a, sbuf_cstr(b), b->len);
	sbuf_fini(b);
	return text;
}

/* The slot's frame at a moment; NULL also for one that is made later. */
static const struct mframe *frame_in(const struct moment *m, uint32_t slot)
{
	return moment_slot(m, slot);
}

/* Frames. */

const char *view_state_word(enum view_state state)
{
	assert((unsigned)state < VIEW_STATE_COUNT && "a state has its word");
	static const char *const words[VIEW_STATE_COUNT] = {
		[VIEW_NOTHING] = "",
		[VIEW_CREATED] = "CREATED",
		[VIEW_RUNNING] = "RUNNING",
		[VIEW_WAITING] = "WAITING",
		[VIEW_SUSPENDED] = "SUSPENDED",
		[VIEW_GONE] = "GONE",
	};
	return words[state];
}

static enum view_state state_of(const struct moment *m, const struct mframe *f)
{
	assert(f->state < CORO_STATE_COUNT && "a state of a frame");
	static const enum view_state states[CORO_STATE_COUNT] = {
		[CORO_CREATED] = VIEW_CREATED,
		[CORO_RUNNING] = VIEW_RUNNING,
		[CORO_WAITING] = VIEW_WAITING,
		[CORO_DELEGATING] = VIEW_WAITING,
		[CORO_SUSPENDED] = VIEW_SUSPENDED,
		[CORO_FINISHED] = VIEW_GONE,
	};
	if (f->state == CORO_RUNNING && moment_in_loop(m))
		return VIEW_WAITING;
	return states[f->state];
}

uint32_t view_slots(const struct session *s, enum side side)
{
	return session_has(s, side) ? trace_slots(s->side[side].trace) : 0;
}

uint32_t view_running_slot(const struct session *s, enum side side)
{
	if (!session_has(s, side))
		return 0;
	const struct moment *m = s->side[side].moment;
	const struct step *last = moment_last(m);
	uint32_t id = moment_running(m);
	if ((id == FRAME_NONE || moment_in_loop(m)) && last->kind != EVENT_KIND_COUNT)
		id = last->frame;
	return id != FRAME_NONE ? trace_frame(s->side[side].trace, id).slot : 0;
}

/* How the variables of a picture are told. */
struct telling {
	const struct session_side *ss;
	enum variable_view view;
	struct aliases aliases; /* VALUES_SHARED */
	bool peers;             /* there is more than one greenlet */
	uint32_t columns;
	struct arena *a;
	struct sbuf *scratch; /* where a text is made before it is kept */
};

/* Begins a text, and keeps it. */
static struct sbuf *begin_text(const struct telling *t)
{
	sbuf_truncate(t->scratch, 0);
	return t->scratch;
}

static const char *keep(const struct telling *t)
{
	return arena_strndup(t->a, sbuf_cstr(t->scratch), t->scratch->len);
}

static const char *value_text(const struct telling *t, const struct moment *m, struct rvalue v)
{
	variable_value(m, v, t->columns, begin_text(t));
	return keep(t);
}

/* "n", "n: int". */
static const char *told_name(const struct telling *t, const struct variable *v)
{
	if (t->view != VALUES_TYPES)
		return arena_strndup(t->a, v->name, v->len);
	struct sbuf *b = begin_text(t);
	sbuf_bytes(b, v->name, v->len);
	sbuf_printf(b, ": %s", variable_type(t->ss->moment, v->value));
	return keep(t);
}

/* "[1, 2]"; of a shared object "A:[1, 2]" for the first time, then "A". */
static const char *told_value(const struct telling *t, const struct variable *v)
{
	char name[16];
	struct shared_object *share = t->view == VALUES_SHARED
		? aliases_find(&t->aliases, v->value, name)
		: NULL;
	if (share == NULL)
		return value_text(t, t->ss->moment, v->value);
	struct sbuf *b = begin_text(t);
	sbuf_str(b, name);
	if (!share->shown) {
		sbuf_char(b, ':');
		variable_value(t->ss->moment, v->value, t->columns, b);
	}
	share->shown = true;
	return keep(t);
}

/* NULL if that is no shorter than the value as it is told; objects that have a
 * letter are told by it. */
static const char *brief_value(const struct telling *t, const struct variable *v, const char *told)
{
	size_t columns = utf8_columns(told, strlen(told));
	bool is_brief = v->value.kind != R_OBJECT && columns <= VARIABLE_VALUE_COLUMNS;
	if (t->view == VALUES_SHARED || is_brief)
		return NULL;
	struct sbuf *b = begin_text(t);
	variable_brief(t->ss->moment, v->value, b);
	return utf8_columns(b->text, b->len) < columns ? keep(t) : NULL;
}

static void fill_var(const struct telling *t, const struct variable *v, struct view_var *out)
{
	out->name = told_name(t, v);
	out->value = told_value(t, v);
	out->brief = brief_value(t, v, out->value);
	if (!v->changed)
		return;
	out->old = v->old.kind == R_UNSET ? "" : value_text(t, t->ss->scan, v->old);
	if (strcmp(out->old, out->value) == 0)
		out->old = NULL;
}

static void fill_vars(const struct telling *t, const struct mframe *f, struct view_frame *out)
{
	struct variable list[VIEW_VARS_MOST];
	out->nvars = variable_list(t->ss->moment, t->ss->scan, f, VIEW_VARS_MOST, list);
	struct view_var *vars = arena_alloc(t->a, (out->nvars + 1) * sizeof *vars);
	assert(out->nvars <= VIEW_VARS_MOST && "no more variables than have room");
	for (uint32_t i = 0; i < out->nvars; i++)
		fill_var(t, &list[i], &vars[i]);
	out->vars = vars;
}

/* The name of the frame that f waits for: the running one if f stands right
 * below it. */
static const char *waits_for(const struct moment *m, const struct mframe *f, struct arena *a)
{
	const struct mframe *waiting = view_caller(m);
	if (f->delegates_to != FRAME_NONE || f->state != CORO_WAITING || waiting == NULL ||
		waiting->id != f->id)
		return NULL;
	struct sbuf name = { 0 };
	variable_frame(moment_frame_info(m, moment_running(m)), &name);
	return view_keep(a, &name);
}

/* What the last step did to the frame; ss->scan stands before it. */
static void fill_step(const struct session_side *ss, const struct mframe *f, struct view_frame *out)
{
	const struct step *last = moment_last(ss->moment);
	const struct mframe *before = frame_in(ss->scan, out->slot);
	bool was_there = moment_step(ss->moment) > 0 && before != NULL && before->id == f->id;
	bool mine = last->kind != EVENT_KIND_COUNT && last->frame == f->id;
	out->fresh = mine && step_is(last->kind, STEP_BEARS);
	out->kept = mine && step_is(last->kind, STEP_GIVES) && !step_is(last->kind, STEP_ENDS);
	out->changed_state = was_there ? state_of(ss->scan, before) != out->state : mine;
}

static void fill_frame(const struct telling *t, const struct mframe *f, struct view_frame *out)
{
	const struct session_side *ss = t->ss;
	struct arena *a = t->a;
	out->id = f->id;
	out->state = state_of(ss->moment, f);
	variable_frame(*f->info, begin_text(t));
	out->name = keep(t);
	out->line = f->line;
	out->point = f->state == CORO_SUSPENDED ? f->reentry : 0;
	out->greenlet = f->info->greenlet;
	out->peer = t->peers;
	out->in_loop = out->state == VIEW_WAITING && view_task_runs_loop(ss->moment, f);
	out->waits_for = out->in_loop ? NULL : waits_for(ss->moment, f, a);
	view_task_fill(ss->moment, f, out, a);
	fill_step(ss, f, out);
	fill_vars(t, f, out);
}

/* Whether some frame in sight belongs to another greenlet than the main one. */
static bool has_peers(const struct moment *m)
{
	uint32_t slots = trace_slots(moment_trace(m));
	for (uint32_t slot = 0; slot < slots && slot < PEER_SLOTS; slot++) {
		const struct mframe *f = frame_in(m, slot);
		if (f != NULL && f->info->greenlet != 0)
			return true;
	}
	return false;
}

struct view_frame *view_frames(const struct session *s, enum side side, uint32_t first, uint32_t *n,
	uint32_t columns, struct arena *a)
{
	const struct session_side *ss = &s->side[side];
	uint32_t slots = view_slots(s, side);
	*n = first >= slots ? 0 : *n < slots - first ? *n : slots - first;
	struct view_frame *rows = arena_alloc(a, (*n + 1) * sizeof *rows);
	struct sbuf scratch = { 0 };
	struct telling t = { .ss = ss,
		.view = s->values,
		.columns = columns,
		.a = a,
		.scratch = &scratch,
		.peers = *n > 0 && has_peers(ss->moment) };
	if (*n > 0 && t.view == VALUES_SHARED)
		t.aliases = aliases_at(ss->moment, a);
	if (*n > 0)
		variable_look_back(ss->moment, ss->scan);
	for (uint32_t i = 0; i < *n; i++) {
		const struct mframe *f = frame_in(ss->moment, first + i);
		rows[i].slot = first + i;
		if (f != NULL)
			fill_frame(&t, f, &rows[i]);
	}
	sbuf_fini(&scratch);
	return rows;
}

/* Lanes. */

const char *view_lane_name(const struct session *s, enum side side, uint32_t slot, struct arena *a)
{
	const struct mframe *f = slot < view_slots(s, side) ? frame_in(s->side[side].moment, slot)
							    : NULL;
	const unsigned kept = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
	if (f == NULL)
		return "";
	struct sbuf name = { 0 };
	if ((f->info->code->flags & kept) == 0)
		trace_frame_title(*f->info, &name);
	else
		variable_frame(*f->info, &name);
	if ((f->info->code->flags & CODE_CLASS_BODY) != 0)
		return view_keep(a, &name) + strlen("class ");
	return view_keep(a, &name);
}

struct view_lane_owner view_lane_owner(const struct session *s, enum side side, uint32_t slot)
{
	const struct mframe *f = slot < view_slots(s, side) ? frame_in(s->side[side].moment, slot)
							    : NULL;
	const unsigned kept = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
	struct view_lane_owner owner = { 0 };
	if (f == NULL)
		return owner;
	owner.code = f->info->code;
	owner.born = (owner.code->flags & kept) != 0 ? f->info->born : 0;
	return owner;
}

enum view_mark view_mark_of(const struct step *step)
{
#define X(kind, word, record_name, mark, cost, message, traits) [EVENT_##kind] = MARK_##mark,
	static const enum view_mark marks[EVENT_KIND_COUNT] = { STEP_KINDS(X) };
#undef X
	return marks[step->kind];
}

/* The frame that a step is about: after a transfer, the one that goes on. */
static uint32_t subject(const struct moment *m, const struct step *step)
{
	if (step_is(step->kind, STEP_PEERS) && step->from == step->to)
		return FRAME_NONE;
	return step_is(step->kind, STEP_PEERS) ? moment_running(m) : step->frame;
}

/* The state of a slot after the step at m; a frame that ended earlier has left
 * its lane. */
struct view_lane_cell view_cell(const struct moment *m, uint32_t slot)
{
	const struct step *step = moment_last(m);
	const struct mframe *f = frame_in(m, slot);
	struct view_lane_cell cell = { 0 };
	if (f == NULL)
		return cell;
	cell.state = (uint8_t)state_of(m, f);
	if (subject(m, step) == f->id) {
		cell.mark = (uint8_t)(step_is(step->kind, STEP_PEERS) ? MARK_TRANSFER
								      : view_mark_of(step));
		cell.error = step_fails(step);
	}
	return cell;
}

struct view_lane_cell *view_lanes(const struct session *s, enum side side, uint32_t first,
	uint32_t n, uint64_t from, uint32_t *nsteps, struct arena *a)
{
	const struct session_side *ss = &s->side[side];
	uint64_t now = session_has(s, side) ? session_step(s, side) : 0;
	uint64_t left = now >= from ? now - from + 1 : 0;
	*nsteps = left < *nsteps ? (uint32_t)left : *nsteps;
	struct view_lane_cell *cells = arena_alloc(a, ((size_t)n * *nsteps + 1) * sizeof *cells);
	if (*nsteps == 0)
		return cells;
	moment_goto(ss->scan, from);
	for (uint32_t j = 0; j < *nsteps; j++) {
		for (uint32_t i = 0; i < n && first + i < trace_slots(ss->trace); i++)
			cells[(size_t)i * *nsteps + j] = view_cell(ss->scan, first + i);
		if (j + 1 < *nsteps)
			moment_forward(ss->scan);
	}
	return cells;
}

/* Output. */

static struct view_print print_of(const struct trace *t, size_t i)
{
	size_t n;
	struct view_print print = { .step = trace_output_lines(t, &n)[i].step, .nth = i };
	print.text = printed_line(t, i, &print.len);
	return print;
}

/* The last *n of the lines before `end` and not before `first`. */
static struct view_print *last_prints(
	const struct trace *t, size_t first, size_t end, uint32_t *n, struct arena *a)
{
	*n = end - first < *n ? (uint32_t)(end - first) : *n;
	struct view_print *prints = arena_alloc(a, (*n + 1) * sizeof *prints);
	for (uint32_t i = 0; i < *n; i++)
		prints[i] = print_of(t, end - *n + i);
	return prints;
}

struct view_print *view_prints(const struct session *s, enum side side, uint64_t from,
	uint32_t nsteps, uint32_t *n, struct arena *a)
{
	const struct trace *t = s->side[side].trace;
	size_t first = t != NULL ? printed_before(t, from) : 0;
	return last_prints(t, first, t != NULL ? printed_before(t, from + nsteps) : 0, n, a);
}

struct view_print *view_output(
	const struct session *s, enum side side, uint32_t *n, struct arena *a)
{
	const struct trace *t = s->side[side].trace;
	return last_prints(
		t, 0, t != NULL ? printed_before(t, session_step(s, side) + 1) : 0, n, a);
}
