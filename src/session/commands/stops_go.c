/* Running on to the next stop: breakpoints, their conditions, and watches. */

#include "session/commands/stops.h"

#include "base/mem.h"
#include "session/commands/watch.h"
#include "session/core/cancellation.h"
#include "session/core/seek.h"
#include "session/core/stop_list.h"
#include "session/inspect/evaluate.h"
#include "session/words/variable.h"

#include <string.h>

/* Slots that a watch looks at. */
enum { WATCH_SLOTS = 4096 };

static bool same_name(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Breakpoints. */

static bool is_event(
	const struct session *s, enum side side, const struct stop *stop, const struct step *step)
{
	if (stop->event != step->kind + 1u || stop->function == NULL)
		return stop->event == step->kind + 1u;
	return step->frame != FRAME_NONE &&
		same_name(stop->function,
			trace_frame(s->side[side].trace, step->frame).code->qualname);
}

/* Whether a stop is for this step, whatever its condition. */
static bool is_place(
	const struct session *s, enum side side, const struct stop *stop, const struct step *step)
{
	if (stop->side != side || stop_list_is_watch(stop))
		return false;
	if (stop->event > 0)
		return is_event(s, side, stop, step);
	if (s->library && session_is_library(s->side[side].trace, step))
		return false;
	if (step->kind == EVENT_LINE)
		return stop->line == step->line;
	if (step->kind != EVENT_CALL)
		return false;
	const struct code *c = trace_frame(s->side[side].trace, step->frame).code;
	return stop->line > 0 ? stop->line == c->first_line
			      : same_name(stop->function, c->qualname);
}

/* Whether a condition holds after step k, in the frame that took the step.  One
 * that cannot be told there does not hold. */
static bool condition_holds(const struct session *s, enum side side, const char *condition,
	const struct step *step, uint64_t k)
{
	struct moment *m = s->side[side].scan;
	struct sbuf truth = { 0 };
	if (condition == NULL)
		return true;
	s->cancellation->work += CANCELLATION_EVALUATE;
	moment_goto(m, k);
	bool told = evaluate(s->side[side].bench, m,
		step->frame != FRAME_NONE ? step->frame : moment_running(m), condition,
		EVALUATE_TRUTH, &truth);
	bool held = told && strcmp(sbuf_cstr(&truth), "True") == 0;
	sbuf_fini(&truth);
	return held;
}

static bool breaks_at(const struct session *s, enum side side, const struct stop *stop,
	const struct step *step, uint64_t k)
{
	return is_place(s, side, stop, step) && condition_holds(s, side, stop->condition, step, k);
}

static bool any_breaks_at(
	const struct session *s, enum side side, const struct step *step, uint64_t k)
{
	for (size_t i = 0; i < s->stops.len; i++) {
		if (breaks_at(s, side, &s->stops.at[i], step, k))
			return true;
	}
	return false;
}

static uint64_t find_break(const struct session *s, enum side side, uint64_t from, bool forward)
{
	struct step_cursor cursor;
	struct step step;
	uint64_t k = forward ? from : from - 1;
	if (!forward && from <= 1)
		return 0;
	step_cursor_at(&cursor, s->side[side].trace, k);
	while (cancellation_allows(s, CANCELLATION_READ) &&
		(forward ? step_cursor_next(&cursor, &step) : step_cursor_back(&cursor, &step))) {
		k += forward;
		if (any_breaks_at(s, side, &step, k))
			return k;
		k -= !forward;
	}
	return 0;
}

/* Watches. */

/* Whether the step that led to h->at changed the watched variable of a frame. */
static bool changes(
	const struct seeker *h, const struct stop *stop, const struct mframe *f, struct variable *v)
{
	bool over = f->state == CORO_FINISHED && f->last_step != moment_step(h->at);
	if (over || !same_name(stop->function, f->info->code->qualname))
		return false;
	uint64_t names = moment_namespace(h->at, f->id);
	if (names != 0 && moment_object_changed(h->at, names))
		variable_look_back(h->at, h->before);
	else if (names != 0)
		moment_goto(h->before, moment_step(h->at));
	return variable_find(h->at, h->before, f, stop->variable, strlen(stop->variable), v) &&
		v->changed;
}

/* The frame whose watched variable the step changed; NULL if none. */
static const struct mframe *changed_frame(
	const struct seeker *h, const struct stop *stop, struct variable *v)
{
	uint32_t slots = trace_slots(moment_trace(h->at));
	for (uint32_t slot = 0; slot < slots && slot < WATCH_SLOTS; slot++) {
		const struct mframe *f = moment_slot(h->at, slot);
		if (f != NULL && changes(h, stop, f, v))
			return f;
	}
	return NULL;
}

/* The watches on expressions, by the index of their stop; NULL for others. */
struct watches {
	struct watch **at;
	size_t n;
};

static struct watches open_watches(const struct session *s, enum side side)
{
	struct watches w = { mem_calloc(s->stops.len + 1, sizeof *w.at), s->stops.len };
	for (size_t i = 0; i < w.n; i++) {
		const struct stop *stop = &s->stops.at[i];
		if (stop->side == side && stop->expression != NULL)
			w.at[i] = watch_new(s->side[side].bench, stop->expression, stop->function);
	}
	return w;
}

static void close_watches(struct watches *w)
{
	for (size_t i = 0; i < w->n; i++) {
		if (w->at[i] != NULL)
			watch_free(w->at[i]);
	}
	mem_free(w->at);
}

static bool any_changes(
	const struct session *s, enum side side, const struct seeker *h, const struct watches *w)
{
	struct variable v;
	struct sbuf before = { 0 }, after = { 0 };
	uint32_t frame;
	bool any = false;
	for (size_t i = 0; i < s->stops.len && !any; i++) {
		const struct stop *stop = &s->stops.at[i];
		if (w->at[i] != NULL)
			any = watch_changed(w->at[i], h, &frame, &before, &after);
		else if (stop->side == side && stop->variable != NULL)
			any = changed_frame(h, stop, &v) != NULL;
	}
	sbuf_fini(&before);
	sbuf_fini(&after);
	return any;
}

static bool has_watch(const struct session *s, enum side side)
{
	for (size_t i = 0; i < s->stops.len; i++) {
		if (s->stops.at[i].side == side && stop_list_is_watch(&s->stops.at[i]))
			return true;
	}
	return false;
}

/* The nearest change between from and limit (0: the end or the beginning). */
static uint64_t find_change(
	const struct session *s, enum side side, uint64_t from, uint64_t limit, bool forward)
{
	struct seeker h = seeker_at(s, side, from);
	struct watches w = open_watches(s, side);
	uint64_t found = 0;
	unsigned cost = CANCELLATION_MOVE +
		(trace_slots(s->side[side].trace) < WATCH_SLOTS ? trace_slots(s->side[side].trace)
								: WATCH_SLOTS);
	while (found == 0 && cancellation_allows(s, cost) && seeker_move(&h, forward) &&
		(limit == 0 || moment_step(h.at) != limit)) {
		if (any_changes(s, side, &h, &w))
			found = moment_step(h.at);
	}
	close_watches(&w);
	seeker_fini(&h);
	return found;
}

static uint64_t find_stop_step(
	const struct session *s, enum side side, uint64_t from, bool forward, void *self)
{
	(void)self;
	uint64_t k = find_break(s, side, from, forward);
	uint64_t changed = has_watch(s, side) ? find_change(s, side, from, k, forward) : 0;
	return changed != 0 ? changed : k;
}

/* Telling why it stopped. */

enum { MOST_COLUMNS = 8 * VARIABLE_VALUE_COLUMNS };

static void say_hit(const struct stop *stop, struct sbuf *out)
{
	sbuf_printf(out, "%s%s %u: ", out->len > 0 ? "; " : "", stops_word(stop), stop->number);
	stops_say(stop, out);
}

/* "watch 1: n of counter#1 went from 0 to 1". */
static void say_changed(const struct seeker *h, const struct stop *stop, const struct mframe *f,
	const struct variable *v, struct sbuf *out)
{
	struct sbuf old = { 0 }, new = { 0 };
	variable_look_back(h->at, h->before);
	/* As short as shows a difference. */
	for (uint32_t columns = VARIABLE_VALUE_COLUMNS; columns <= MOST_COLUMNS; columns *= 2) {
		sbuf_truncate(&old, 0);
		sbuf_truncate(&new, 0);
		variable_value(h->at, v->value, columns, &new);
		if (v->old.kind != R_UNSET)
			variable_value(h->before, v->old, columns, &old);
		if (strcmp(sbuf_cstr(&old), sbuf_cstr(&new)) != 0)
			break;
	}
	sbuf_printf(
		out, "%swatch %u: %s of ", out->len > 0 ? "; " : "", stop->number, stop->variable);
	variable_frame(*f->info, out);
	if (old.len > 0 && strcmp(old.text, sbuf_cstr(&new)) == 0 &&
		variable_another(h->at, v->old, v->value))
		sbuf_printf(out, " is now another %s", new.text);
	else if (old.len > 0)
		sbuf_printf(out, " went from %s to %s", old.text, sbuf_cstr(&new));
	else
		sbuf_printf(out, " is now %s", sbuf_cstr(&new));
	sbuf_fini(&old);
	sbuf_fini(&new);
}

/* "watch 2: n + limit of counter#1 went from 3 to 4". */
static void say_expression(const struct session *s, enum side side, const struct seeker *h,
	const struct stop *stop, struct sbuf *out)
{
	struct watch *w = watch_new(s->side[side].bench, stop->expression, stop->function);
	struct sbuf before = { 0 }, after = { 0 };
	uint32_t frame;
	if (watch_changed(w, h, &frame, &before, &after)) {
		sbuf_printf(out, "%swatch %u: %s of ", out->len > 0 ? "; " : "", stop->number,
			stop->expression);
		variable_frame(moment_frame_info(h->at, frame), out);
		if (before.len > 0)
			sbuf_printf(out, " went from %s to %s", before.text, after.text);
		else
			sbuf_printf(out, " is now %s", after.text);
	}
	sbuf_fini(&before);
	sbuf_fini(&after);
	watch_free(w);
}

static void say_hits(const struct session *s, enum side side, struct sbuf *out)
{
	const struct step *step = moment_last(s->side[side].moment);
	struct seeker h = seeker_at(s, side, session_step(s, side));
	struct variable v;
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		const struct mframe *f = stop->side == side && stop->variable != NULL
			? changed_frame(&h, stop, &v)
			: NULL;
		if (stop->side == side && stop->expression != NULL)
			say_expression(s, side, &h, stop, out);
		else if (f != NULL)
			say_changed(&h, stop, f, &v, out);
		else if (breaks_at(s, side, stop, step, session_step(s, side)))
			say_hit(stop, out);
	}
	seeker_fini(&h);
}

static enum session_status say_where(struct session *s)
{
	struct sbuf hits = { 0 };
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (session_has(s, (enum side)side) &&
			(s->linked || s->in_view == (enum side)side) &&
			session_step(s, (enum side)side) > 0)
			say_hits(s, (enum side)side, &hits);
	}
	session_say(s, SESSION_MOVED, "%s", sbuf_cstr(&hits));
	sbuf_fini(&hits);
	return SESSION_MOVED;
}

static enum session_status go_to_stop(struct session *s, bool forward)
{
	if (seek_go(s, forward, find_stop_step, NULL))
		return say_where(s);
	if (cancellation_requested(s))
		return SESSION_REFUSED;
	enum session_status status = session_do(s, forward ? "last" : "first");
	if (status == SESSION_MOVED)
		session_say(s, status,
			forward ? "the end: nothing stopped it"
				: "the beginning: nothing stopped it");
	return status;
}

enum session_status stops_continue(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return go_to_stop(s, true);
}

enum session_status stops_continue_back(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return go_to_stop(s, false);
}
