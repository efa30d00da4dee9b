#include "session/commands/move.h"

#include "session/core/cancellation.h"
#include "session/view/view.h"
#include "trace/step_kind.h"

/* More steps at once are no mistake, but nobody counts so far. */
enum { MAX_COUNT = 1000000000 };

/* The argument [N]: how often, 1 if it is not there. */
static bool count(
	struct session *s, const struct command *c, const struct arguments *a, uint64_t *n)
{
	return command_number(s, c, a, 0, "a number of times", 1, MAX_COUNT, 1, n);
}

static bool both(const struct session *s)
{
	return session_has(s, SIDE_COROUTINE) && session_has(s, SIDE_SUBROUTINE);
}

static enum session_status moved(struct session *s)
{
	return session_say(s, SESSION_MOVED, "%s", "");
}

/* The place by, from k on, as far as it goes. */
static uint64_t ahead(uint64_t k, uint64_t by, uint64_t last)
{
	return last - k > by ? k + by : last;
}

static uint64_t behind(uint64_t k, uint64_t by)
{
	return k > by ? k - by : 0;
}

/* Steps. */

static bool step_side(struct session *s, enum side side, bool forward, uint64_t n)
{
	uint64_t k = session_step(s, side);
	return session_goto_step(
		s, side, forward ? ahead(k, n, session_steps(s, side)) : behind(k, n));
}

/* Unlinked, both sides go n steps, each its own way. */
static bool step_each(struct session *s, bool forward, uint64_t n)
{
	bool moves[SIDE_COUNT], any = false;
	for (int side = 0; side < SIDE_COUNT; side++)
		any |= moves[side] = step_side(s, (enum side)side, forward, n);
	for (int side = 0; any && side < SIDE_COUNT; side++)
		s->side[side].moved = moves[side];
	return any;
}

static bool step_both(struct session *s, bool forward, uint64_t n)
{
	if (!s->linked)
		return step_each(s, forward, n);
	return session_goto_pair(
		s, forward ? ahead(s->pair, n, pairing_last(s->pairing)) : behind(s->pair, n));
}

static enum session_status at_the_edge(struct session *s, bool forward)
{
	return session_say(s, SESSION_REFUSED, "%s",
		forward ? "this is the end: there is no further step"
			: "this is the beginning: there is no earlier step");
}

static enum session_status step_command(
	struct session *s, const struct command *c, const struct arguments *a, bool forward)
{
	uint64_t n;
	if (!count(s, c, a, &n))
		return SESSION_WRONG;
	return step_both(s, forward, n) ? moved(s) : at_the_edge(s, forward);
}

enum session_status move_next(struct session *s, const struct command *c, const struct arguments *a)
{
	return step_command(s, c, a, true);
}

enum session_status move_back(struct session *s, const struct command *c, const struct arguments *a)
{
	return step_command(s, c, a, false);
}

/* One side alone: from then on the sides are not linked. */
static enum session_status step_alone(
	struct session *s, const struct command *c, const struct arguments *a, bool forward)
{
	uint64_t n;
	if (!both(s))
		return step_command(s, c, a, forward);
	if (!count(s, c, a, &n))
		return SESSION_WRONG;
	bool was_linked = s->linked;
	s->linked = false;
	if (!step_side(s, s->in_view, forward, n)) {
		s->linked = was_linked;
		return at_the_edge(s, forward);
	}
	s->side[SIDE_COROUTINE].waits = s->side[SIDE_SUBROUTINE].waits = false;
	return session_say(s, SESSION_MOVED, "%s",
		was_linked ? "the sides are unlinked now; link puts them together again" : "");
}

enum session_status move_next_side(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return step_alone(s, c, a, true);
}

enum session_status move_back_side(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return step_alone(s, c, a, false);
}

/* Searching. */

bool move_is_switch(const struct step *step)
{
	return step_is(step->kind, STEP_SWITCHES);
}

/* What a search stops at. */
struct wanted {
	bool (*match)(const struct wanted *w, const struct step *step);
	uint32_t frame, greenlet, line;
};

/* The nearest wanted step after k; 0 if there is none. */
static uint64_t search_ahead(
	const struct session *s, enum side side, uint64_t k, const struct wanted *w)
{
	struct step_cursor cursor;
	struct step step;
	step_cursor_at(&cursor, s->side[side].trace, k);
	while (cancellation_allows(s, CANCELLATION_READ) && step_cursor_next(&cursor, &step)) {
		k++;
		if (w->match(w, &step))
			return k;
	}
	return 0;
}

/* The nearest wanted step up to k; 0 if there is none. */
static uint64_t search_behind(
	const struct session *s, enum side side, uint64_t k, const struct wanted *w)
{
	struct step_cursor cursor;
	struct step step;
	step_cursor_at(&cursor, s->side[side].trace, k);
	for (; cancellation_allows(s, CANCELLATION_READ) && step_cursor_back(&cursor, &step); k--) {
		if (w->match(w, &step))
			return k;
	}
	return 0;
}

static bool match_switch(const struct wanted *w, const struct step *step)
{
	(void)w;
	return move_is_switch(step);
}

static uint64_t find_switch(const struct session *s, bool forward)
{
	static const struct wanted w = { .match = match_switch };
	uint64_t k = session_step(s, s->in_view);
	if (forward)
		return search_ahead(s, s->in_view, k, &w);
	return k > 0 ? search_behind(s, s->in_view, k - 1, &w) : 0;
}

/* Goes n times to the place that find gives; as far as there are any. */
static enum session_status repeat_switch(
	struct session *s, const struct command *c, const struct arguments *a, bool forward)
{
	uint64_t n, k, done = 0;
	if (!count(s, c, a, &n))
		return SESSION_WRONG;
	for (; done < n && (k = find_switch(s, forward)) != 0; done++)
		session_goto_step(s, s->in_view, k);
	if (done == 0)
		return session_say(s, SESSION_REFUSED, "no %s switch of control on this side",
			forward ? "further" : "earlier");
	return moved(s);
}

enum session_status move_switch(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return repeat_switch(s, c, a, true);
}

enum session_status move_switch_back(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return repeat_switch(s, c, a, false);
}

/* How many lines were out before step k. */
static size_t lines_before(const struct output_line *lines, size_t n, uint64_t k)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (lines[middle].step < k)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* With one side alone a beat is a line that it prints. */
static bool goto_line_printed(struct session *s, bool forward)
{
	size_t n;
	const struct output_line *lines = trace_output_lines(s->side[s->in_view].trace, &n);
	uint64_t k = session_step(s, s->in_view);
	size_t i = lines_before(lines, n, forward ? k + 1 : k);
	if (forward ? i == n : i == 0)
		return false;
	return session_goto_step(s, s->in_view, lines[forward ? i : i - 1].step);
}

/* Goes to the nearest beat; unlinked, with the side in view alone. */
static bool goto_beat(struct session *s, bool forward)
{
	if (!both(s))
		return goto_line_printed(s, forward);
	uint64_t from = s->linked
		? s->pair
		: pairing_find(s->pairing, s->in_view, session_step(s, s->in_view)),
		 at;
	if (!(forward ? pairing_beat_after : pairing_beat_before)(s->pairing, from, &at))
		return false;
	return s->linked
		? session_goto_pair(s, at)
		: session_goto_step(s, s->in_view, pairing_at(s->pairing, at).step[s->in_view]);
}

/* An edge is the same for both, linked or not: they stay as they are. */
static enum session_status jump(struct session *s, bool forward)
{
	return step_both(s, forward, UINT64_MAX) ? moved(s) : at_the_edge(s, forward);
}

static enum session_status repeat_beat(
	struct session *s, const struct command *c, const struct arguments *a, bool forward)
{
	uint64_t n, done = 0;
	if (!count(s, c, a, &n))
		return SESSION_WRONG;
	while (done < n && goto_beat(s, forward))
		done++;
	if (done > 0)
		return moved(s);
	if (jump(s, forward) != SESSION_MOVED)
		return session_say(
			s, SESSION_REFUSED, "no %s beat", forward ? "further" : "earlier");
	return session_say(s, SESSION_MOVED, "no %s beat: this is the %s",
		forward ? "further" : "earlier", forward ? "end" : "beginning");
}

enum session_status move_beat(struct session *s, const struct command *c, const struct arguments *a)
{
	return repeat_beat(s, c, a, true);
}

enum session_status move_beat_back(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return repeat_beat(s, c, a, false);
}

/* A frame's activity ends: by its end, its suspension, or a transfer out of
 * its greenlet. */
static bool match_finish(const struct wanted *w, const struct step *step)
{
	if (step_is(step->kind, STEP_PEERS))
		return step->from == w->greenlet && step->to != w->greenlet;
	return step->frame == w->frame && step_is(step->kind, STEP_GIVES);
}

enum session_status move_finish(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	const struct session_side *ss = &s->side[s->in_view];
	uint32_t running = moment_running(ss->moment);
	if (running == FRAME_NONE)
		return session_say(s, SESSION_REFUSED, "no frame is running on this side");
	struct wanted w = { .match = match_finish,
		.frame = running,
		.greenlet = trace_frame(ss->trace, running).greenlet };
	uint64_t k = search_ahead(s, s->in_view, moment_step(ss->moment), &w);
	if (cancellation_requested(s))
		return SESSION_REFUSED;
	if (!session_goto_step(s, s->in_view, k != 0 ? k : trace_steps(ss->trace)))
		return at_the_edge(s, true);
	return session_say(
		s, SESSION_MOVED, "%s", k != 0 ? "" : "the run ends before this frame does");
}

static bool match_line(const struct wanted *w, const struct step *step)
{
	return step->kind == EVENT_LINE && step->line == w->line;
}

static bool line_argument(
	struct session *s, const struct command *c, const struct arguments *a, uint32_t *line)
{
	uint32_t first, last;
	uint64_t n;
	view_extent(s, s->in_view, &first, &last);
	if (!command_number(s, c, a, 0, "a line of this side", first, last,
		    view_current_line(s, s->in_view), &n))
		return false;
	*line = (uint32_t)n;
	return true;
}

enum session_status move_until(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct wanted w = { .match = match_line };
	if (!line_argument(s, c, a, &w.line))
		return SESSION_WRONG;
	if (w.line == 0)
		return session_say(s, SESSION_REFUSED,
			"no line is current here; say which one, as in \"%s 12\"", c->name);
	uint64_t k = search_ahead(s, s->in_view, session_step(s, s->in_view), &w);
	if (k == 0)
		return session_say(
			s, SESSION_REFUSED, "line %u does not begin again after this", w.line);
	session_goto_step(s, s->in_view, k);
	return moved(s);
}

/* Jumps. */

enum session_status move_goto(struct session *s, const struct command *c, const struct arguments *a)
{
	uint64_t k;
	if (!command_number(s, c, a, 0, "a step", 0, session_steps(s, s->in_view), 0, &k))
		return SESSION_WRONG;
	if (!session_goto_step(s, s->in_view, k))
		return session_say(s, SESSION_REFUSED, "this is step %llu", (unsigned long long)k);
	return moved(s);
}

enum session_status move_first(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return jump(s, false);
}

enum session_status move_last(struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return jump(s, true);
}
