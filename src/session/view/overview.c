#include "session/view/overview.h"

#include "base/mem.h"
#include "trace/step_kind.h"

#include <assert.h>

/* The scales grow by four.  Each covers so many stretches from the beginning
 * on, so that a part of the run that is n steps long is told in hundreds of
 * stretches whatever n is. */
enum {
	SCALE_BITS = 2,
	SCALES_MAX = 20,
	STRETCHES = 1024,
	STRETCHES_LEAST = 64,
	SLOTS_MAX = 4096,    /* no screen shows more */
	CELLS_MAX = 1 << 18, /* of one scale */
	SHARES = 4096,
	BLOCK = 256, /* steps of which is known whether control is switched in them */
	KNOWN_FRAMES = 256,
	TOUCHED_MAX = 8,
};

/* What was seen of a slot in a stretch. */
typedef uint16_t seen;
enum {
	SEEN_ERROR = 1,
	SEEN_MARK = 1,
	SEEN_STATE = 8
}; /* bits: of the error, before the first mark, before the first state */

struct lane_taken {
	uint64_t step;
	const struct code *code;
};

struct overview {
	uint64_t steps;
	uint32_t slots, stretches, scales;
	seen *at[SCALES_MAX]; /* [slot * stretches + i] */
	uint32_t *inner;      /* before stretch i: the steps that overview_share counts */
	uint64_t share_steps; /* of such a stretch */
	uint64_t *busy;       /* a bit for each block */
	struct lane_past {
		ARRAY(struct lane_taken);
	} * taken; /* by slot: when a frame of another function came there */
};

/* What the overview needs to know of a frame. */
struct known {
	uint32_t frame, slot;
	const struct code *code;
	bool inner;
	uint64_t died;
};

/* What is in a slot while the pass goes on. */
struct place {
	enum view_state state;
	uint32_t back; /* slot of who gets control back; SLOT_FREE: nobody */
	uint64_t died;
	const struct code *code; /* of the last frame there */
};
#define SLOT_FREE UINT32_MAX

struct pass {
	struct overview *v;
	const struct trace *t;
	uint64_t k;
	struct place *places;
	uint32_t nplaces;
	uint32_t running;                        /* slot */
	uint32_t touched[TOUCHED_MAX], ntouched; /* slots whose state this step changed */
	struct {
		ARRAY(uint32_t);
	} greenlets; /* the slot in which each gave way */
	struct known known[KNOWN_FRAMES];
	bool has_coroutines; /* and those are what counts */
};

/* The table. */

static void note_bits(struct pass *p, uint32_t slot, unsigned bits)
{
	struct overview *v = p->v;
	if (slot >= v->slots)
		return;
	for (uint32_t scale = v->scales; scale > 0; scale--) {
		uint64_t i = (p->k - 1) >> ((scale - 1) * SCALE_BITS);
		if (i >= v->stretches)
			break;
		v->at[scale - 1][(size_t)slot * v->stretches + i] |= (seen)bits;
	}
}

static unsigned state_bit(enum view_state state)
{
	return state != VIEW_NOTHING && state < VIEW_GONE ? 1u << (SEEN_STATE + state) : 0;
}

static unsigned mark_bit(enum view_mark mark)
{
	return mark != MARK_NONE ? 1u << (SEEN_MARK + mark - 1) : 0;
}

/* A stretch of some scale begins with the states that there are. */
static void begin_stretch(struct pass *p, uint32_t scale, uint64_t i)
{
	struct overview *v = p->v;
	for (uint32_t slot = 0; slot < v->slots; slot++) {
		struct place *place = &p->places[slot];
		if (place->died <= p->k && place->state != VIEW_NOTHING)
			place->state = VIEW_NOTHING;
		v->at[scale][(size_t)slot * v->stretches + i] |= (seen)state_bit(place->state);
	}
}

/* The states that a step leaves. */
static void note_states(struct pass *p)
{
	struct overview *v = p->v;
	for (uint32_t i = 0; i < p->ntouched; i++)
		note_bits(p, p->touched[i], state_bit(p->places[p->touched[i]].state));
	p->ntouched = 0;
	for (uint32_t scale = v->scales; scale > 0; scale--) {
		unsigned shift = (scale - 1) * SCALE_BITS;
		uint64_t i = (p->k - 1) >> shift;
		if (i >= v->stretches)
			break;
		if (((p->k - 1) & (((uint64_t)1 << shift) - 1)) == 0)
			begin_stretch(p, scale - 1, i);
	}
}

/* Frames and who runs. */

static bool is_coroutine(const struct frame_info *f)
{
	return (f->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0 ||
		f->greenlet != 0;
}

static const struct known *know(struct pass *p, uint32_t frame)
{
	struct known *known = &p->known[frame % KNOWN_FRAMES];
	if (known->frame == frame)
		return known;
	struct frame_info f = trace_frame(p->t, frame);
	bool function = (f.code->flags & (CODE_MODULE | CODE_CLASS_BODY)) == 0;
	*known = (struct known){ .frame = frame,
		.slot = f.slot,
		.code = f.code,
		.inner = p->has_coroutines ? is_coroutine(&f) : function,
		.died = f.died };
	return known;
}

static void set_slot_state(struct pass *p, uint32_t slot, enum view_state state)
{
	if (slot >= p->nplaces)
		return;
	p->places[slot].state = state;
	assert(p->ntouched < TOUCHED_MAX && "a step changes the states of few frames");
	p->touched[p->ntouched++] = slot;
}

static void run_slot(struct pass *p, uint32_t slot, bool keep_back)
{
	uint32_t before = p->running;
	if (before != slot && before != SLOT_FREE && p->places[before].state == VIEW_RUNNING)
		set_slot_state(p, before, VIEW_WAITING);
	if (before != slot && !keep_back)
		p->places[slot].back = before;
	p->running = slot;
	set_slot_state(p, slot, VIEW_RUNNING);
}

static void give_back_slot(struct pass *p, uint32_t slot, enum view_state state)
{
	if (p->running != slot)
		run_slot(p, slot, p->places[slot].state == VIEW_WAITING);
	uint32_t back = p->places[slot].back;
	set_slot_state(p, slot, state);
	p->places[slot].back = SLOT_FREE;
	p->running = back != slot ? back : SLOT_FREE;
	if (p->running != SLOT_FREE && p->places[p->running].state != VIEW_NOTHING)
		set_slot_state(p, p->running, VIEW_RUNNING);
}

static void transfer(struct pass *p, const struct step *step)
{
	if (step->from == step->to)
		return;
	while (p->greenlets.len <= step->from || p->greenlets.len <= step->to)
		array_push(&p->greenlets, SLOT_FREE);
	if (p->running != SLOT_FREE && p->places[p->running].state == VIEW_RUNNING)
		set_slot_state(p, p->running, VIEW_SUSPENDED);
	p->greenlets.at[step->from] = p->running;
	p->running = p->greenlets.at[step->to];
	if (p->running == SLOT_FREE)
		return;
	set_slot_state(p, p->running, VIEW_RUNNING);
	note_bits(p, p->running, mark_bit(MARK_TRANSFER));
}

/* What a step does to its frame. */
static void apply_step(struct pass *p, const struct step *step, const struct known *f)
{
	bool born = step_is(step->kind, STEP_BEARS);
	bool starts = step_is(step->kind, STEP_TAKES);
	if (born && p->places[f->slot].state != VIEW_CREATED)
		p->places[f->slot].back = SLOT_FREE;
	if (born && p->places[f->slot].code != f->code && f->slot < p->v->slots)
		array_push(&p->v->taken[f->slot], ((struct lane_taken){ p->k, f->code }));
	p->places[f->slot].code = f->code;
	p->places[f->slot].died = f->died > p->k ? f->died : UINT64_MAX;
	note_bits(p, f->slot, mark_bit(view_mark_of(step)));
	if (born && !starts)
		set_slot_state(p, f->slot, VIEW_CREATED);
	else if (step_is(step->kind, STEP_GIVES))
		give_back_slot(
			p, f->slot, step_is(step->kind, STEP_ENDS) ? VIEW_NOTHING : VIEW_SUSPENDED);
	else
		run_slot(p, f->slot, !starts && p->places[f->slot].state == VIEW_WAITING);
	if (step_fails(step))
		note_bits(p, f->slot, SEEN_ERROR);
}

static void take_step(struct pass *p, const struct step *step)
{
	struct overview *v = p->v;
	uint64_t i = (p->k - 1) / v->share_steps;
	if (step_is(step->kind, STEP_PEERS)) {
		transfer(p, step);
		v->inner[i + 1]++;
	} else {
		const struct known *f = know(p, step->frame);
		apply_step(p, step, f);
		v->inner[i + 1] += f->inner;
	}
	note_states(p);
	if (view_mark_of(step) != MARK_NONE || step_is(step->kind, STEP_PEERS))
		v->busy[(p->k - 1) / BLOCK / 64] |= (uint64_t)1 << (p->k - 1) / BLOCK % 64;
}

static bool has_coroutines(const struct program *program)
{
	for (uint32_t i = 0; i < program->ncodes; i++) {
		if ((program->codes[i]->flags &
			    (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0)
			return true;
	}
	return false;
}

static void go_through(struct overview *v, const struct trace *t, bool coroutine_side)
{
	uint32_t nplaces = trace_slots(t);
	struct pass p = { .v = v, .t = t, .nplaces = nplaces, .running = SLOT_FREE };
	struct step_cursor cursor;
	struct step step;
	p.has_coroutines = coroutine_side && has_coroutines(trace_program(t));
	p.places = mem_calloc((size_t)nplaces + 1, sizeof *p.places);
	for (uint32_t i = 0; i < nplaces; i++)
		p.places[i] = (struct place){ .back = SLOT_FREE, .died = UINT64_MAX };
	for (size_t i = 0; i < KNOWN_FRAMES; i++)
		p.known[i].frame = FRAME_NONE;
	step_cursor_at(&cursor, t, 0);
	while (step_cursor_next(&cursor, &step)) {
		p.k = cursor.k;
		take_step(&p, &step);
	}
	for (uint32_t i = 0; i < SHARES; i++)
		v->inner[i + 1] += v->inner[i];
	array_fini(&p.greenlets);
	mem_free(p.places);
}

/* The overview. */

/* A stretch of the largest scale must reach the end. */
static void choose_scales(struct overview *v)
{
	v->stretches = STRETCHES;
	while (v->stretches > STRETCHES_LEAST && (uint64_t)v->slots * v->stretches > CELLS_MAX)
		v->stretches /= 2;
	v->scales = 1;
	while ((uint64_t)v->stretches << ((v->scales - 1) * SCALE_BITS) < v->steps &&
		v->scales < SCALES_MAX)
		v->scales++;
	for (uint32_t i = 0; i < v->scales; i++)
		v->at[i] = mem_calloc((size_t)v->slots * v->stretches + 1, sizeof *v->at[i]);
	v->busy = mem_calloc(v->steps / BLOCK / 64 + 1, sizeof *v->busy);
	v->share_steps = v->steps / SHARES + 1;
	v->inner = mem_calloc(SHARES + 1, sizeof *v->inner);
}

struct overview *overview_new(const struct session *s, enum side side)
{
	const struct trace *t = s->side[side].trace;
	struct overview *v = mem_calloc(1, sizeof *v);
	v->steps = trace_steps(t);
	v->slots = trace_slots(t) < SLOTS_MAX ? trace_slots(t) : SLOTS_MAX;
	v->taken = mem_calloc((size_t)v->slots + 1, sizeof *v->taken);
	choose_scales(v);
	go_through(v, t, side == SIDE_COROUTINE);
	return v;
}

void overview_free(struct overview *v)
{
	if (v == NULL)
		return;
	for (uint32_t i = 0; i < v->scales; i++)
		mem_free(v->at[i]);
	for (uint32_t i = 0; i < v->slots; i++)
		array_fini(&v->taken[i]);
	mem_free(v->taken);
	mem_free(v->inner);
	mem_free(v->busy);
	mem_free(v);
}

/* Questions. */

/* All that was seen of a slot in [from, to). */
static unsigned gather(const struct overview *v, uint32_t slot, uint64_t from, uint64_t to)
{
	uint32_t scale = 0;
	unsigned bits = 0;
	while (scale + 1 < v->scales && (uint64_t)v->stretches << (scale * SCALE_BITS) < to - 1)
		scale++;
	uint64_t last = (to - 2) >> (scale * SCALE_BITS);
	for (uint64_t i = (from - 1) >> (scale * SCALE_BITS); i <= last && i < v->stretches; i++)
		bits |= v->at[scale][(size_t)slot * v->stretches + i];
	return bits;
}

uint64_t overview_owned(const struct overview *v, uint32_t slot, const struct code *code,
	uint64_t from, uint64_t to)
{
	if (slot >= v->slots)
		return to;
	const struct lane_past *taken = &v->taken[slot];
	size_t low = 0, high = taken->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (taken->at[middle].step <= from)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low > 0 ? low - 1 : 0; i < taken->len && taken->at[i].step < to; i++) {
		if (taken->at[i].code == code)
			return taken->at[i].step > from ? taken->at[i].step : from;
	}
	return to;
}

struct view_lane_cell overview_cell(
	const struct overview *v, uint32_t slot, uint64_t from, uint64_t to)
{
	static const enum view_mark marks[] = { MARK_ENTRY, MARK_UNWIND, MARK_RETURN, MARK_CREATE,
		MARK_TRANSFER, MARK_YIELD, MARK_RESUME };
	static const enum view_state states[] = { VIEW_RUNNING, VIEW_SUSPENDED, VIEW_WAITING,
		VIEW_CREATED };
	struct view_lane_cell cell = { 0 };
	to = to <= v->steps ? to : v->steps + 1;
	if (slot >= v->slots || from >= to)
		return cell;
	unsigned bits = gather(v, slot, from, to);
	cell.error = (bits & SEEN_ERROR) != 0;
	for (size_t i = 0; i < sizeof marks / sizeof *marks && cell.mark == MARK_NONE; i++)
		cell.mark = (bits & mark_bit(marks[i])) != 0 ? (uint8_t)marks[i] : MARK_NONE;
	for (size_t i = 0; i < sizeof states / sizeof *states && cell.state == VIEW_NOTHING; i++)
		cell.state = (bits & state_bit(states[i])) != 0 ? (uint8_t)states[i] : VIEW_NOTHING;
	return cell;
}

unsigned overview_share(const struct overview *v, uint64_t from, uint64_t to)
{
	to = to <= v->steps ? to : v->steps + 1;
	if (from >= to)
		return 0;
	uint64_t first = (from - 1) / v->share_steps, end = (to - 2) / v->share_steps + 1;
	uint64_t steps = (end * v->share_steps < v->steps ? end * v->share_steps : v->steps) -
		first * v->share_steps;
	return (unsigned)((uint64_t)(v->inner[end] - v->inner[first]) * 100 / steps);
}

uint64_t overview_quiet_from(const struct overview *v, uint64_t k)
{
	uint64_t block = (k - 1) / BLOCK + 1;
	while (block > 0 && (v->busy[(block - 1) / 64] >> (block - 1) % 64 & 1) == 0) {
		block--;
		while (block > 0 && block % 64 == 0 && v->busy[block / 64 - 1] == 0)
			block -= 64;
	}
	uint64_t from = block * BLOCK + 1;
	return from < k + 1 ? from : k + 1;
}
