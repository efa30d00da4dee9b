#include "session/core/session.h"

#include "base/mem.h"
#include "session/core/cancellation.h"
#include "session/core/stop_list.h"
#include "session/inspect/sandbox.h"
#include "session/words/sentence.h"

#include <assert.h>
#include <string.h>

/* Making. */

/* Compiles both sides; false with all that is wrong with them. */
static bool compile_sides(struct session *s, struct diag *d)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		struct diag own = { 0 };
		if (!s->scenario.has[side])
			continue;
		assert(!s->side[side].program && "a side is opened once");
		s->side[side].program = program_compile(
			&s->scenario.source, s->scenario.keep[side], false, &own);
		diag_join(d, &own);
	}
	return !d->set;
}

static void run_side(struct session *s, enum side side, const struct limits *limits)
{
	struct session_side *ss = &s->side[side];
	ss->trace = trace_record(ss->program, limits, NULL, s->scenario.input, s->library);
	ss->moment = moment_new(ss->trace);
	ss->scan = moment_new(ss->trace);
	ss->bench = sandbox_new(ss->program);
}

static bool open_sides(struct session *s, const struct limits *limits, struct diag *d)
{
	if (limits != NULL)
		s->limits = *limits;
	if (!compile_sides(s, d))
		return false;
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (s->scenario.has[side])
			run_side(s, (enum side)side, limits);
	}
	s->pairing = pairing_of_traces(
		s->side[SIDE_COROUTINE].trace, s->side[SIDE_SUBROUTINE].trace, s->scenario.compare);
	s->linked = true;
	assert(s->pairing && "two runs have a schedule, or one alone");
	s->in_view = s->scenario.has[SIDE_COROUTINE] ? SIDE_COROUTINE : SIDE_SUBROUTINE;
	return true;
}

static bool has_a_program(const struct session *s, struct diag *d)
{
	if (session_has(s, SIDE_COROUTINE) || session_has(s, SIDE_SUBROUTINE))
		return true;
	diag_set(d, (struct span){ 0 }, "there is no program in this scenario");
	diag_hint(d, "put one behind a line \"# %%%% coroutine\"");
	return false;
}

/* Goes on with a scenario that was read, if it was; frees s if not. */
static struct session *finish_open(
	struct session *s, bool read, const struct limits *limits, struct diag *d, char **text)
{
	if (read && has_a_program(s, d) && open_sides(s, limits, d))
		return s;
	if (text != NULL && s->scenario.source.text != NULL)
		*text = mem_strndup(s->scenario.source.text, s->scenario.source.len);
	session_free(s);
	return NULL;
}

static struct session *new_session(void)
{
	struct session *s = mem_calloc(1, sizeof *s);
	s->cancellation = mem_calloc(1, sizeof *s->cancellation);
	settings_init(&s->own_settings);
	s->settings = &s->own_settings;
	return s;
}

struct session *session_open(
	const char *path, const struct limits *limits, struct diag *d, char **text)
{
	struct session *s = new_session();
	if (text != NULL)
		*text = NULL;
	return finish_open(s, scenario_read(&s->scenario, path, d), limits, d, text);
}

struct session *session_from_text(const char *path, const char *source, size_t len,
	const struct limits *limits, struct diag *d)
{
	struct session *s = new_session();
	return finish_open(
		s, scenario_from_text(&s->scenario, path, source, len, d), limits, d, NULL);
}

static void close_side(struct session_side *ss)
{
	sandbox_free(ss->bench);
	if (ss->trace != NULL) {
		moment_free(ss->scan);
		moment_free(ss->moment);
		trace_free(ss->trace);
	}
	if (ss->program != NULL)
		program_free(ss->program);
}

static void close_runs(struct session *s)
{
	pairing_free(s->pairing);
	for (int side = 0; side < SIDE_COUNT; side++)
		close_side(&s->side[side]);
	scenario_fini(&s->scenario);
}

void session_free(struct session *s)
{
	if (s == NULL)
		return;
	close_runs(s);
	sbuf_fini(&s->typed);
	while (s->stops.len > 0)
		stop_list_remove(s, s->stops.len - 1);
	array_fini(&s->stops);
	settings_fini(&s->own_settings);
	sbuf_fini(&s->sought);
	sbuf_fini(&s->message);
	mem_free(s->cancellation);
	mem_free(s);
}

/* Both sessions exchange what was read and run; programs point to their text. */
static void exchange_runs(struct session *s, struct session *other)
{
	assert(s != other && "two sessions");
	struct session old = *s;
	s->scenario = other->scenario;
	s->pairing = other->pairing;
	memcpy(s->side, other->side, sizeof s->side);
	other->scenario = old.scenario;
	other->pairing = old.pairing;
	memcpy(other->side, old.side, sizeof old.side);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (s->side[side].program != NULL)
			s->side[side].program->source = &s->scenario.source;
		if (other->side[side].program != NULL)
			other->side[side].program->source = &other->scenario.source;
	}
}

/* Lines for input() behind those of the file. */
static void put_behind_input(struct scenario *sc, const char *lines)
{
	struct sbuf all = { 0 };
	if (*lines == '\0')
		return;
	sbuf_str(&all, sc->input != NULL ? sc->input : "");
	sbuf_str(&all, lines);
	mem_free(sc->input);
	sc->input = sbuf_take(&all);
}

void session_give_line(struct session *s, const char *line)
{
	struct sbuf text = { 0 };
	sbuf_printf(&text, "%s\n", line);
	put_behind_input(&s->scenario, text.text);
	sbuf_str(&s->typed, text.text);
	sbuf_fini(&text);
	session_show_library(s, s->library);
}

bool session_reload(struct session *s, struct diag *d, char **text)
{
	uint64_t step = session_step(s, s->in_view);
	struct session *new = session_open(s->scenario.source.path, &s->limits, d, text);
	if (new == NULL)
		return false;
	put_behind_input(&new->scenario, sbuf_cstr(&s->typed));
	if (s->library || s->typed.len > 0)
		session_show_library(new, s->library);
	exchange_runs(s, new);
	session_free(new);
	s->in_view = session_has(s, s->in_view) ? s->in_view
		: s->in_view == SIDE_COROUTINE  ? SIDE_SUBROUTINE
						: SIDE_COROUTINE;
	s->pair = 0;
	s->linked = true;
	s->loads++;
	session_goto_step(s, s->in_view, step);
	return true;
}

void session_move_to(struct session *s, const char *path)
{
	char *copy = mem_strdup(path);
	mem_free(s->scenario.source.path);
	s->scenario.source.path = copy;
	s->installed = false;
}

/* Steps of the program itself among the first k of a run, or, for n of them,
 * the step at which there are so many. */
static uint64_t count_own_steps(const struct trace *t, uint64_t k, uint64_t n, uint64_t *at)
{
	struct step_cursor c;
	struct step step;
	uint64_t own = 0;
	step_cursor_at(&c, t, 0);
	while (c.k < k && own < n && step_cursor_next(&c, &step))
		own += !session_is_library(t, &step);
	*at = c.k;
	return own;
}

static void run_anew(struct session_side *ss, const struct session *s)
{
	assert(ss->program && "a side that was opened");
	moment_free(ss->scan);
	moment_free(ss->moment);
	trace_free(ss->trace);
	ss->trace = trace_record(ss->program, &s->limits, NULL, s->scenario.input, s->library);
	ss->moment = moment_new(ss->trace);
	ss->scan = moment_new(ss->trace);
}

void session_show_library(struct session *s, bool shown)
{
	uint64_t at,
		own = count_own_steps(
			s->side[s->in_view].trace, session_step(s, s->in_view), UINT64_MAX, &at);
	s->library = shown;
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (session_has(s, (enum side)side))
			run_anew(&s->side[side], s);
	}
	pairing_free(s->pairing);
	s->pairing = pairing_of_traces(
		s->side[SIDE_COROUTINE].trace, s->side[SIDE_SUBROUTINE].trace, s->scenario.compare);
	s->pair = 0;
	s->linked = true;
	s->loads++;
	count_own_steps(s->side[s->in_view].trace, UINT64_MAX, own, &at);
	session_goto_step(s, s->in_view, at);
}

/* The place. */

bool session_has(const struct session *s, enum side side)
{
	assert((unsigned)side < SIDE_COUNT && "a side");
	return s->scenario.has[side];
}

uint64_t session_step(const struct session *s, enum side side)
{
	assert(s->side[side].moment && "a side that the scenario has");
	return moment_step(s->side[side].moment);
}

uint64_t session_steps(const struct session *s, enum side side)
{
	assert(s->side[side].trace && "a side that the scenario has");
	return trace_steps(s->side[side].trace);
}

static void forget_moves(struct session *s)
{
	for (int side = 0; side < SIDE_COUNT; side++)
		s->side[side].moved = false;
}

/* Moves one side's moment; neighbours are reached by a single step. */
static void move_side(struct session_side *ss, uint64_t step)
{
	assert(step <= trace_steps(ss->trace) && "a step of the run");
	uint64_t at = moment_step(ss->moment);
	ss->moved = step != at;
	if (step == at + 1)
		moment_forward(ss->moment);
	else if (step + 1 == at)
		moment_back(ss->moment);
	else if (step != at)
		moment_goto(ss->moment, step);
}

bool session_goto_pair(struct session *s, uint64_t i)
{
	if (i > pairing_last(s->pairing))
		i = pairing_last(s->pairing);
	if (s->linked && i == s->pair)
		return false;
	struct pair pair = pairing_at(s->pairing, i);
	assert(i <= pairing_last(s->pairing) && "a pair of the schedule");
	s->linked = true;
	s->pair = i;
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (!session_has(s, (enum side)side))
			continue;
		move_side(&s->side[side], pair.step[side]);
		s->side[side].waits = pair.waits[side];
	}
	return true;
}

bool session_goto_step(struct session *s, enum side side, uint64_t step)
{
	if (step > session_steps(s, side))
		step = session_steps(s, side);
	if (step == session_step(s, side))
		return false;
	if (s->linked)
		return session_goto_pair(s, pairing_find(s->pairing, side, step));
	forget_moves(s);
	move_side(&s->side[side], step);
	return true;
}

bool session_is_at_end(const struct session *s)
{
	return s->linked ? s->pair == pairing_last(s->pairing)
			 : session_step(s, s->in_view) == session_steps(s, s->in_view);
}

bool session_is_library(const struct trace *t, const struct step *step)
{
	return step->frame != FRAME_NONE &&
		(trace_frame(t, step->frame).code->flags & CODE_LIBRARY) != 0;
}

/* Telling. */

/* Whether the last step directly follows the beginning of its line. */
static bool is_first_of_line(const struct moment *m)
{
	uint64_t k = moment_step(m);
	struct step before;
	if (k < 2)
		return false;
	trace_step(moment_trace(m), k - 1, &before);
	return before.kind == EVENT_LINE && before.frame == moment_last(m)->frame;
}

/* The line whose note belongs to the step: one that begins, or that now gives
 * way, returns or fails; 0: none.  Where control comes back to a line that was
 * told before, its note has ended. */
static uint32_t line_of_note(const struct moment *m)
{
	const struct step *step = moment_last(m);
	bool told = false;
	switch (step->kind) {
	case EVENT_CALL:
	case EVENT_CREATE:
	case EVENT_LINE:
	case EVENT_YIELD:
	case EVENT_UNWIND:
		told = true;
		break;
	case EVENT_RETURN:
		told = is_first_of_line(m);
		break;
	case EVENT_EXCEPTION:
		told = !step->stop;
		break;
	default:
		break;
	}
	return told && !session_is_library(moment_trace(m), step) ? step->line : 0;
}

/* The author's note, or what the compiler says of the line. */
static const char *note_at(const struct session *s, enum side side, uint32_t line)
{
	if (line > 0 && line <= s->scenario.source.nlines && s->scenario.notes[line - 1] != NULL)
		return s->scenario.notes[line - 1];
	return program_warning_at(s->side[side].program, line);
}

/* Whether a run that did not simply come to its end is at its last step. */
static bool is_cut_short_here(const struct session_side *ss)
{
	return trace_end(ss->trace) != TRACE_FINISHED &&
		moment_step(ss->moment) == trace_steps(ss->trace);
}

/* Whether the step is the error of an input() that found no line, or the end that it
 * makes. */
static bool lacks_input_here(const struct session_side *ss)
{
	uint64_t at = trace_no_input_at(ss->trace);
	if (at == 0)
		return false;
	if (is_cut_short_here(ss))
		return trace_end(ss->trace) == TRACE_UNCAUGHT &&
			strncmp(trace_end_text(ss->trace), "EOFError", 8) == 0;
	return moment_step(ss->moment) == at + 1 &&
		moment_last(ss->moment)->kind == EVENT_EXCEPTION;
}

/* What a side that is at its beat waits for: "Waits here until the coroutine side
 * has printed the same line." */
static void say_waiting(const struct session *s, enum side side, struct sbuf *out)
{
	static const char *const done[] = {
		[BEAT_LINE] = " has printed the same line.",
		[BEAT_LINES] = " has printed the same lines.",
		[BEAT_INSTANT] = " has come to the same time.",
	};
	sbuf_printf(out, "Waits here until the %s side%s",
		side == SIDE_COROUTINE ? "subroutine" : "coroutine",
		done[pairing_beat_kind(s->pairing)]);
}

void session_narrate(
	const struct session *s, enum side side, struct sbuf *sentence, const char **note)
{
	const struct session_side *ss = &s->side[side];
	*note = NULL;
	if (!session_has(s, side))
		return;
	if (ss->waits) {
		say_waiting(s, side, sentence);
		return;
	}
	if (is_cut_short_here(ss))
		sentence_end(ss->trace, sentence);
	else
		sentence_say(ss->moment, ss->scan, sentence);
	*note = lacks_input_here(ss)
		? "input() finds no line: the command input TEXT gives one more, a cell "
		  "# %% input gives them all"
		: note_at(s, side, line_of_note(ss->moment));
}

int session_exit_status(const struct session *s)
{
	int worst = 0;
	for (int side = 0; side < SIDE_COUNT; side++) {
		int status = session_has(s, (enum side)side)
			? trace_exit_status(s->side[side].trace)
			: 0;
		if (status > worst)
			worst = status;
	}
	return worst;
}
