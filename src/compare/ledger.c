#include "compare/ledger.h"
#include "trace/step_kind.h"

#include <assert.h>
#include <string.h>

void step_list_add(struct step_list *l, uint64_t step)
{
	if (l->n < STEP_LIST_KEPT)
		l->at[l->n] = step;
	l->n++;
}

/* Frames. */

static bool is_coroutine(const struct code *c)
{
	return (c->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
}

/* "Worker" of "class Worker": its body is what is called. */
static const char *title_of(const struct frame_info *info)
{
	static const char class[] = "class ";
	const char *title = info->title != NULL ? info->title : info->code->name;
	return strncmp(title, class, sizeof class - 1) == 0 ? title + sizeof class - 1 : title;
}

static uint32_t routine_of(struct ledger *l, const struct frame_info *info)
{
	const struct code *c = info->code;
	const uint64_t *known = map_find(&l->by_code, (uintptr_t)c);
	if (known != NULL)
		return (uint32_t)*known;
	array_push(&l->routines, ((struct routine){ .code = c, .title = title_of(info) }));
	map_put(&l->by_code, (uintptr_t)c, l->routines.len - 1);
	return (uint32_t)l->routines.len - 1;
}

static void add_live(struct ledger *l, uint32_t id)
{
	struct frame_info info = l->source->frame(l->source->self, id);
	assert(!ledger_find(l, id) && "a frame is born once");
	struct live *f = mem_calloc(1, sizeof *f);
	f->id = id;
	f->nth = info.nth;
	f->greenlet = info.greenlet;
	f->routine = routine_of(l, &info);
	f->under = FRAME_NONE;
	f->row = UINT32_MAX;
	f->coroutine = is_coroutine(info.code);
	f->nvars = info.code->nvars;
	if (f->coroutine)
		f->vars = mem_calloc(f->nvars, sizeof *f->vars);
	f->index = l->all.len;
	array_push(&l->all, f);
	map_put(&l->by_id, id, (uintptr_t)f);
	l->births = id >= l->births ? id + 1 : l->births;
}

static void live_free(struct live *f)
{
	mem_free(f->vars);
	mem_free(f);
}

static void drop(struct ledger *l, struct live *f)
{
	assert(f->index < l->all.len && l->all.at[f->index] == f &&
		"a frame knows its place among all");
	struct live *last = l->all.at[--l->all.len];
	l->all.at[f->index] = last;
	last->index = f->index;
	map_remove(&l->by_id, f->id);
	live_free(f);
}

struct live *ledger_find(const struct ledger *l, uint32_t id)
{
	const uint64_t *at = map_find(&l->by_id, id);
	return at != NULL ? (struct live *)(uintptr_t)*at : NULL;
}

bool ledger_has_ended(const struct ledger *l, uint32_t id)
{
	return id < l->births && ledger_find(l, id) == NULL;
}

uint32_t ledger_awaited(const struct ledger *l, uint32_t below, uint32_t above)
{
	const struct live *f = ledger_find(l, above);
	for (size_t n = l->all.len; f != NULL && n > 0; n--) {
		if (f->under == below)
			return f->id;
		f = ledger_find(l, f->under);
	}
	return FRAME_NONE;
}

void ledger_name(const struct ledger *l, uint32_t id, struct sbuf *out)
{
	if (id >= l->births)
		sbuf_str(out, "a frame that was never made");
	else
		trace_frame_name(l->source->frame(l->source->self, id), out);
}

/* Control. */

static void set_live_state(struct ledger *l, uint32_t id, enum live_state state, uint64_t k)
{
	struct live *f = ledger_find(l, id);
	if (f == NULL)
		return;
	f->state = state;
	if (state != LIVE_RUNNING)
		f->since = k;
}

/* f runs from step k on, and the one that ran waits for it. */
static void run_live(struct ledger *l, struct live *f, uint64_t k)
{
	const struct live *under = ledger_find(l, l->running);
	if (l->running != f->id) {
		set_live_state(l, l->running, LIVE_WAITING, k);
		f->under = l->running;
		f->depth = under != NULL ? under->depth + 1 : 1;
	}
	f->state = LIVE_RUNNING;
	l->running = f->id;
}

/* A step of f: whatever seemed to be, it runs. */
static void believe(struct ledger *l, struct live *f, uint64_t k)
{
	if (l->running != f->id)
		set_live_state(l, l->running, LIVE_WAITING, k);
	f->state = LIVE_RUNNING;
	l->running = f->id;
}

static void note_resume(struct ledger *l, struct live *f, uint64_t k)
{
	run_live(l, f, k);
	f->resumes++;
}

/* Control goes from f to the frame that waits for it. */
static void give_back_to_caller(struct ledger *l, struct live *f)
{
	l->running = ledger_find(l, f->under) != NULL ? f->under : FRAME_NONE;
	set_live_state(l, l->running, LIVE_RUNNING, 0);
	f->under = FRAME_NONE;
}

static void note_call(struct ledger *l, struct live *f, const struct fact *fact)
{
	struct routine *fn = ledger_routine(l, f);
	fn->entry = fn->calls.n == 0 ? fact->step.line : fn->entry;
	step_list_add(&fn->calls, fact->k);
	f->entered = f->entered == 0 ? fact->k : f->entered;
	run_live(l, f, fact->k);
}

static void suspend(struct ledger *l, struct live *f, const struct fact *fact)
{
	believe(l, f, fact->k);
	give_back_to_caller(l, f);
	f->state = LIVE_SUSPENDED;
	f->since = fact->k;
	f->point = fact->point;
	f->why = fact->step.why;
}

static void end(struct ledger *l, struct live *f, uint64_t k)
{
	believe(l, f, k);
	give_back_to_caller(l, f);
	step_list_add(&ledger_routine(l, f)->ends, k);
	drop(l, f);
}

static void park(struct ledger *l, uint32_t greenlet, uint64_t k)
{
	struct live *f = ledger_find(l, l->running);
	map_put(&l->parked, greenlet, l->running);
	set_live_state(l, l->running, LIVE_PARKED, k);
	if (f == NULL || f->peer)
		return;
	f->peer = true;
	ledger_routine(l, f)->peers++;
}

static void transfer(struct ledger *l, const struct fact *f)
{
	park(l, f->step.from, f->k);
	const uint64_t *to = map_find(&l->parked, f->step.to);
	l->running = to != NULL ? (uint32_t)*to : FRAME_NONE;
	l->greenlet = f->step.to;
	map_remove(&l->parked, f->step.to);
	set_live_state(l, l->running, LIVE_RUNNING, f->k);
	struct live *next = ledger_find(l, l->running);
	if (next != NULL)
		next->arrived = true;
}

static void note_create(struct ledger *l, struct live *f, const struct fact *fact)
{
	struct routine *fn = ledger_routine(l, f);
	fn->created_line = fn->created.n == 0 ? fact->step.line : fn->created_line;
	step_list_add(&fn->created, fact->k);
	f->line = fact->step.line;
}

static void note_step(struct ledger *l, struct live *f, const struct fact *fact)
{
	if (fact->step.silent && f->state == LIVE_SUSPENDED)
		note_resume(l, f, fact->k);
	f->line = fact->step.line;
	f->arrived = false;
	enum event_kind kind = fact->step.kind;
	if (step_is(kind, STEP_BEARS))
		note_call(l, f, fact);
	else if (step_is(kind, STEP_TAKES))
		note_resume(l, f, fact->k);
	else if (step_is(kind, STEP_ENDS))
		end(l, f, fact->k);
	else if (step_is(kind, STEP_GIVES))
		suspend(l, f, fact);
	else
		believe(l, f, fact->k);
}

static void note_control(struct ledger *l, const struct fact *f)
{
	struct live *frame = ledger_find(l, f->frame);
	if (is_transfer(f))
		transfer(l, f);
	else if (frame != NULL && step_is(f->step.kind, STEP_BEARS) &&
		!step_is(f->step.kind, STEP_TAKES))
		note_create(l, frame, f);
	else if (frame != NULL)
		note_step(l, frame, f);
}

void ledger_note(struct ledger *l, const struct fact *f)
{
	struct live *frame = f->frame != FRAME_NONE ? ledger_find(l, f->frame) : NULL;
	if (f->kind == FACT_BIRTH && frame == NULL)
		add_live(l, f->frame);
	else if (f->kind == FACT_VAR && frame != NULL && frame->vars != NULL &&
		f->index < frame->nvars)
		frame->vars[f->index] = f->value;
	else if (f->kind == FACT_GONE && frame != NULL && frame->state != LIVE_RUNNING)
		drop(l, frame);
	else if (f->kind == FACT_STEP)
		note_control(l, f);
}

void ledger_init(struct ledger *l, const struct fact_source *s)
{
	assert(s && "facts come from somewhere");
	*l = (struct ledger){ .source = s, .running = FRAME_NONE };
}

void ledger_fini(struct ledger *l)
{
	for (size_t i = 0; i < l->all.len; i++)
		live_free(l->all.at[i]);
	array_fini(&l->all);
	array_fini(&l->routines);
	map_fini(&l->by_id);
	map_fini(&l->by_code);
	map_fini(&l->parked);
}
