#include "session/stops.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/evaluate.h"
#include "session/hunt.h"
#include "session/patience.h"
#include "session/variable.h"
#include "session/view.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Slots that a watch looks at. */
enum { WATCH_SLOTS = 4096 };

/* The list. */

void stops_remove(struct session *s, size_t i)
{
	mem_free(s->stops.at[i].function);
	mem_free(s->stops.at[i].variable);
	mem_free(s->stops.at[i].condition);
	s->stops.len--;
	for (; i < s->stops.len; i++)
		s->stops.at[i] = s->stops.at[i + 1];
}

static bool same_name(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The index of an equal stop; s->stops.len if there is none. */
static size_t find_stop(const struct session *s, const struct stop *like)
{
	size_t i = 0;
	while (i < s->stops.len) {
		const struct stop *stop = &s->stops.at[i];
		if (stop->side == like->side && stop->line == like->line && stop->event == like->event && same_name(stop->function, like->function) &&
			same_name(stop->variable, like->variable) && same_name(stop->condition, like->condition))
			break;
		i++;
	}
	return i;
}

static char *copy(const char *name)
{
	return name != NULL ? mem_strdup(name) : NULL;
}

/* The kinds of steps at which a breakpoint can be. */
static const struct { const char *word; enum event_kind kind; } kinds[] = {
	{ "call", EVENT_CALL }, { "create", EVENT_CREATE }, { "yield", EVENT_YIELD }, { "resume", EVENT_RESUME }, { "return", EVENT_RETURN },
	{ "unwind", EVENT_UNWIND }, { "exception", EVENT_EXCEPTION }, { "transfer", EVENT_TRANSFER },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *stops_kind(size_t i)
{
	return i < KINDS ? kinds[i].word : NULL;
}

static void say_event(const struct stop *stop, struct sbuf *out)
{
	for (size_t i = 0; i < KINDS; i++) {
		if (stop->event == kinds[i].kind + 1u)
			sbuf_printf(out, "each %s%s%s", kinds[i].word, stop->function != NULL ? " of " : "", stop->function != NULL ? stop->function : "");
	}
}

/* "line 12", "the entry of f", "each yield of f", "n of counter". */
static void say_stop(const struct stop *stop, struct sbuf *out)
{
	if (stop->variable != NULL)
		sbuf_printf(out, "%s%s%s", stop->variable, stop->function != NULL ? " of " : "", stop->function != NULL ? stop->function : "");
	else if (stop->event > 0)
		say_event(stop, out);
	else if (stop->line > 0)
		sbuf_printf(out, "line %u", stop->line);
	else
		sbuf_printf(out, "the entry of %s", stop->function);
	if (stop->condition != NULL)
		sbuf_printf(out, " if %s", stop->condition);
}

static const char *kind_word(const struct stop *stop)
{
	return stop->variable != NULL ? "watch" : "breakpoint";
}

/* Says what became of a stop: "breakpoint 2 at line 12 (coroutine side)". */
static enum session_status say_done(struct session *s, const struct stop *stop, const char *done)
{
	struct sbuf what = {0};
	say_stop(stop, &what);
	utf8_cut(&what, 0, 40);
	session_say(s, SESSION_SAID, "%s %u %s %s%s", kind_word(stop), stop->number, stop->variable != NULL ? "on" : "at", what.text, done);
	sbuf_fini(&what);
	return SESSION_SAID;
}

static enum session_status add_stop(struct session *s, const struct stop *like)
{
	struct stop stop = *like;
	size_t i = find_stop(s, like);
	if (i < s->stops.len)
		return say_done(s, &s->stops.at[i], " is there already");
	stop.number = ++s->stops_made;
	stop.function = copy(like->function);
	stop.variable = copy(like->variable);
	stop.condition = copy(like->condition);
	array_push(&s->stops, stop);
	return say_done(s, &stop, stop.variable != NULL ? ": c and C stop where it changes" : ": c and C stop there");
}

/* A second break at the same place takes the first away. */
static enum session_status toggle_stop(struct session *s, const struct stop *like)
{
	size_t i = find_stop(s, like);
	if (i == s->stops.len)
		return add_stop(s, like);
	say_done(s, &s->stops.at[i], " is deleted");
	stops_remove(s, i);
	return SESSION_SAID;
}

/* Places. */

bool stops_has_code(const struct program *p, uint32_t line)
{
	for (uint32_t i = 0; i < p->ncodes; i++) {
		for (uint32_t k = 0; k < p->codes[i]->ninstrs; k++) {
			if (p->codes[i]->spans[k].line == line)
				return true;
		}
	}
	return false;
}

static const struct code *find_function(const struct program *p, const char *name)
{
	for (uint32_t i = 0; i < p->ncodes; i++) {
		const struct code *c = p->codes[i];
		if ((c->flags & CODE_MODULE) == 0 && (strcmp(c->name, name) == 0 || strcmp(c->qualname, name) == 0))
			return c;
	}
	return NULL;
}

/* Reads "SIDE:" in front of a place; the side in view if there is none. */
static const char *read_side(const struct session *s, const char *text, enum side *side)
{
	const char *colon = strchr(text, ':');
	*side = s->in_view;
	for (int i = 0; colon != NULL && colon > text && i < SIDE_COUNT; i++) {
		if (strncmp(side_name((enum side)i), text, (size_t)(colon - text)) == 0 && session_has(s, (enum side)i)) {
			*side = (enum side)i;
			return colon + 1;
		}
	}
	return text;
}

/* A place in the program; the other side is tried if this one has it not. */
static bool find_place(const struct session *s, const char *text, struct stop *stop)
{
	char *end;
	text = read_side(s, text, &stop->side);
	unsigned long line = isdigit((unsigned char)*text) ? strtoul(text, &end, 10) : 0;
	bool number = line > 0 && *end == '\0' && line <= s->scenario.source.nlines;
	for (int i = 0; i < SIDE_COUNT; i++) {
		enum side side = i == 0 ? stop->side : stop->side == SIDE_COROUTINE ? SIDE_SUBROUTINE : SIDE_COROUTINE;
		if (!session_has(s, side))
			continue;
		const struct code *c = number ? NULL : find_function(s->side[side].program, text);
		if (c == NULL && !(number && stops_has_code(s->side[side].program, (uint32_t)line)))
			continue;
		*stop = (struct stop){ .side = side, .line = number ? (uint32_t)line : 0, .function = c != NULL ? (char *)c->qualname : NULL };
		return true;
	}
	return false;
}

static enum session_status refuse_place(struct session *s, const char *what, const char *text)
{
	struct sbuf shown = {0};
	utf8_printable(&shown, text, strlen(text));
	utf8_cut(&shown, 0, 30);
	session_say(s, SESSION_REFUSED, "%s \"%s\"", what, sbuf_cstr(&shown));
	sbuf_fini(&shown);
	return SESSION_REFUSED;
}

/* A kind of step, and behind it perhaps the function whose steps they are. */
static bool find_event(const struct session *s, const char *text, struct stop *stop)
{
	text = read_side(s, text, &stop->side);
	size_t n = strcspn(text, " "), i = 0;
	while (i < KINDS && (strlen(kinds[i].word) != n || memcmp(kinds[i].word, text, n) != 0))
		i++;
	if (i == KINDS)
		return false;
	const char *name = text + n + strspn(text + n, " ");
	const struct code *c = *name != '\0' ? find_function(s->side[stop->side].program, name) : NULL;
	*stop = (struct stop){ .side = stop->side, .event = kinds[i].kind + 1u, .function = c != NULL ? (char *)c->qualname : NULL };
	return *name == '\0' || c != NULL;
}

/* Cuts "if EXPR" off a text; the expression, or NULL. */
static char *cut_condition(char *text)
{
	char *at = strncmp(text, "if ", 3) == 0 ? text : strstr(text, " if ");
	if (at == NULL)
		return NULL;
	char *condition = at + (at == text ? 3 : 4);
	while (at > text && at[-1] == ' ')
		at--;
	*at = '\0';
	return condition + strspn(condition, " ");
}

static enum session_status break_at(struct session *s, const struct command *c, const char *place, char *condition)
{
	struct stop stop = { .side = s->in_view, .line = view_current_line(s, s->in_view) };
	struct sbuf why = {0};
	if (*place != '\0' && !find_event(s, place, &stop) && !find_place(s, place, &stop))
		return refuse_place(s, "no line with code, no function and no kind of step is", place);
	if (*place == '\0' && stop.line == 0)
		return session_say(s, SESSION_REFUSED, "no line is current here; say which one, as in \"%s 12\"", c->name);
	stop.condition = condition;
	if (condition == NULL || evaluate_check(condition, &why))
		return toggle_stop(s, &stop);
	session_say(s, SESSION_WRONG, "%s", why.text);
	sbuf_fini(&why);
	return SESSION_WRONG;
}

enum session_status stops_break(struct session *s, const struct command *c, const struct arguments *a)
{
	char *place = mem_strdup(a->rest), *condition = cut_condition(place);
	enum session_status status = break_at(s, c, place, condition);
	mem_free(place);
	return status;
}

static bool is_in(const char *const *names, uint32_t n, const char *name)
{
	for (uint32_t i = 0; i < n; i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

static bool code_has(const struct code *c, const char *name)
{
	for (uint32_t i = 0; i < c->nvars; i++) {
		if (c->vars[i].kind != VAR_HIDDEN && strcmp(c->vars[i].name, name) == 0)
			return true;
	}
	return (c->flags & CODE_MODULE) != 0 ? is_in(c->program->globals, c->program->nglobals, name) :
		(c->flags & CODE_CLASS_BODY) != 0 && is_in(c->names, c->nnames, name);
}

/* The code whose variable a person means by a bare name: the running one, one
 * of its callers, else the first that has it. */
static const struct code *code_with(const struct session *s, const char *name)
{
	const struct session_side *ss = &s->side[s->in_view];
	const struct mframe *f = NULL;
	for (uint32_t id = moment_running(ss->moment); id != FRAME_NONE; id = f != NULL ? f->back : FRAME_NONE) {
		f = moment_frame(ss->moment, id);
		if (f != NULL && code_has(f->info->code, name))
			return f->info->code;
	}
	for (uint32_t i = ss->program->ncodes; i > 0; i--) {
		if (code_has(ss->program->codes[i - 1], name))
			return ss->program->codes[i - 1];
	}
	return NULL;
}

enum session_status stops_watch(struct session *s, const struct command *c, const struct arguments *a)
{
	const char *dot = strrchr(a->rest, '.');
	struct stop stop = { .side = s->in_view };
	char *function = dot != NULL ? mem_strndup(a->rest, (size_t)(dot - a->rest)) : NULL;
	const char *name = dot != NULL ? dot + 1 : a->rest;
	const struct program *p = s->side[s->in_view].program;
	const struct code *code = dot != NULL ? find_function(p, function) : code_with(s, name);
	(void)c;
	mem_free(function);
	if (code == NULL || !code_has(code, name))
		return refuse_place(s, "this side has no variable", a->rest);
	stop.function = (char *)code->qualname;
	stop.variable = (char *)name;
	return add_stop(s, &stop);
}

enum session_status stops_delete(struct session *s, const struct command *c, const struct arguments *a)
{
	uint64_t n;
	if (s->stops.len == 0)
		return session_say(s, SESSION_REFUSED, "there is no breakpoint and no watch");
	if (!command_number(s, c, a, 0, "the number of a breakpoint or watch", 1, s->stops_made, 0, &n))
		return SESSION_WRONG;
	size_t before = s->stops.len;
	for (size_t i = s->stops.len; i > 0; i--) {
		if (n == 0 || s->stops.at[i - 1].number == n)
			stops_remove(s, i - 1);
	}
	if (s->stops.len == before)
		return session_say(s, SESSION_REFUSED, "%llu was deleted before", (unsigned long long)n);
	return session_say(s, SESSION_SAID, n == 0 ? "all breakpoints and watches are deleted" : "%llu is deleted", (unsigned long long)n);
}

enum session_status stops_list(struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	if (s->stops.len == 0)
		return session_say(s, SESSION_REFUSED, "there is no breakpoint and no watch");
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		sbuf_printf(&s->message, "%s%3u  %-11s %-11s ", i > 0 ? "\n" : "", stop->number, kind_word(stop), side_name(stop->side));
		say_stop(stop, &s->message);
	}
	return SESSION_PAGE;
}

bool stops_at_line(const struct session *s, enum side side, uint32_t line)
{
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		if (stop->side != side || stop->variable != NULL || stop->event > 0)
			continue;
		if (stop->line == line && line > 0)
			return true;
		const struct code *c = stop->line == 0 && session_has(s, side) ? find_function(s->side[side].program, stop->function) : NULL;
		if (c != NULL && c->first_line == line)
			return true;
	}
	return false;
}

/* Breakpoints. */

static bool is_event(const struct session *s, enum side side, const struct stop *stop, const struct step *step)
{
	if (stop->event != step->kind + 1u || stop->function == NULL)
		return stop->event == step->kind + 1u;
	return step->frame != FRAME_NONE && same_name(stop->function, trace_frame(s->side[side].trace, step->frame).code->qualname);
}

/* Whether a stop is for this step, whatever its condition. */
static bool is_place(const struct session *s, enum side side, const struct stop *stop, const struct step *step)
{
	if (stop->side != side || stop->variable != NULL)
		return false;
	if (stop->event > 0)
		return is_event(s, side, stop, step);
	if (step->kind == EVENT_LINE)
		return stop->line == step->line;
	if (step->kind != EVENT_CALL)
		return false;
	const struct code *c = trace_frame(s->side[side].trace, step->frame).code;
	return stop->line > 0 ? stop->line == c->first_line : same_name(stop->function, c->qualname);
}

/* Whether a condition holds after step k, in the frame that took the step.  One
 * that cannot be told there does not hold. */
static bool holds(const struct session *s, enum side side, const char *condition, const struct step *step, uint64_t k)
{
	struct moment *m = s->side[side].scan;
	struct sbuf truth = {0};
	if (condition == NULL)
		return true;
	s->patience->work += PATIENCE_EVALUATE;
	moment_goto(m, k);
	bool told = evaluate(s->side[side].bench, m, step->frame != FRAME_NONE ? step->frame : moment_running(m), condition, EVALUATE_TRUTH, &truth);
	bool held = told && strcmp(sbuf_cstr(&truth), "True") == 0;
	sbuf_fini(&truth);
	return held;
}

static bool breaks_at(const struct session *s, enum side side, const struct stop *stop, const struct step *step, uint64_t k)
{
	return is_place(s, side, stop, step) && holds(s, side, stop->condition, step, k);
}

static bool any_breaks_at(const struct session *s, enum side side, const struct step *step, uint64_t k)
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
	while (patience_lasts(s, PATIENCE_READ) && (forward ? step_cursor_next(&cursor, &step) : step_cursor_back(&cursor, &step))) {
		k += forward;
		if (any_breaks_at(s, side, &step, k))
			return k;
		k -= !forward;
	}
	return 0;
}

/* Watches. */

/* Whether the step that led to h->at changed the watched variable of a frame. */
static bool changes(const struct hunter *h, const struct stop *stop, const struct mframe *f, struct variable *v)
{
	bool over = f->state == CORO_FINISHED && f->last_step != moment_step(h->at);
	if (over || !same_name(stop->function, f->info->code->qualname))
		return false;
	uint64_t names = moment_namespace(h->at, f->id);
	if (names != 0 && moment_object_changed(h->at, names))
		variable_look_back(h->at, h->before);
	else if (names != 0)
		moment_goto(h->before, moment_step(h->at));
	return variable_find(h->at, h->before, f, stop->variable, strlen(stop->variable), v) && v->changed;
}

/* The frame whose watched variable the step changed; NULL if none. */
static const struct mframe *changed_frame(const struct hunter *h, const struct stop *stop, struct variable *v)
{
	uint32_t slots = trace_slots(moment_trace(h->at));
	for (uint32_t slot = 0; slot < slots && slot < WATCH_SLOTS; slot++) {
		const struct mframe *f = moment_slot(h->at, slot);
		if (f != NULL && changes(h, stop, f, v))
			return f;
	}
	return NULL;
}

static bool any_changes(const struct session *s, enum side side, const struct hunter *h)
{
	struct variable v;
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		if (stop->side == side && stop->variable != NULL && changed_frame(h, stop, &v) != NULL)
			return true;
	}
	return false;
}

static bool has_watch(const struct session *s, enum side side)
{
	for (size_t i = 0; i < s->stops.len; i++) {
		if (s->stops.at[i].side == side && s->stops.at[i].variable != NULL)
			return true;
	}
	return false;
}

/* The nearest change between from and limit (0: the end or the beginning). */
static uint64_t find_change(const struct session *s, enum side side, uint64_t from, uint64_t limit, bool forward)
{
	struct hunter h = hunter_at(s, side, from);
	uint64_t found = 0;
	unsigned cost = PATIENCE_MOVE + (trace_slots(s->side[side].trace) < WATCH_SLOTS ? trace_slots(s->side[side].trace) : WATCH_SLOTS);
	while (found == 0 && patience_lasts(s, cost) && hunter_move(&h, forward) && (limit == 0 || moment_step(h.at) != limit)) {
		if (any_changes(s, side, &h))
			found = moment_step(h.at);
	}
	hunter_fini(&h);
	return found;
}

static uint64_t find_stop_step(const struct session *s, enum side side, uint64_t from, bool forward, void *self)
{
	(void)self;
	uint64_t k = find_break(s, side, from, forward);
	uint64_t changed = has_watch(s, side) ? find_change(s, side, from, k, forward) : 0;
	return changed != 0 ? changed : k;
}

/* Telling why it stopped. */

static void say_hit(const struct stop *stop, struct sbuf *out)
{
	sbuf_printf(out, "%s%s %u: ", out->len > 0 ? "; " : "", kind_word(stop), stop->number);
	say_stop(stop, out);
}

/* "watch 1: n of counter#1 went from 0 to 1". */
static void say_changed(const struct hunter *h, const struct stop *stop, const struct mframe *f, const struct variable *v, struct sbuf *out)
{
	struct sbuf old = {0}, new = {0};
	variable_look_back(h->at, h->before);
	variable_value(h->at, v->value, VARIABLE_VALUE_COLUMNS, &new);
	if (v->old.kind != R_UNSET)
		variable_value(h->before, v->old, VARIABLE_VALUE_COLUMNS, &old);
	sbuf_printf(out, "%swatch %u: %s of ", out->len > 0 ? "; " : "", stop->number, stop->variable);
	variable_frame(*f->info, out);
	if (old.len > 0)
		sbuf_printf(out, " went from %s to %s", old.text, sbuf_cstr(&new));
	else
		sbuf_printf(out, " is now %s", sbuf_cstr(&new));
	sbuf_fini(&old);
	sbuf_fini(&new);
}

static void say_hits(const struct session *s, enum side side, struct sbuf *out)
{
	const struct step *step = moment_last(s->side[side].moment);
	struct hunter h = hunter_at(s, side, session_step(s, side));
	struct variable v;
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		const struct mframe *f = stop->side == side && stop->variable != NULL ? changed_frame(&h, stop, &v) : NULL;
		if (f != NULL)
			say_changed(&h, stop, f, &v, out);
		else if (breaks_at(s, side, stop, step, session_step(s, side)))
			say_hit(stop, out);
	}
	hunter_fini(&h);
}

static enum session_status say_where(struct session *s)
{
	struct sbuf hits = {0};
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (session_has(s, (enum side)side) && (s->linked || s->in_view == (enum side)side) && session_step(s, (enum side)side) > 0)
			say_hits(s, (enum side)side, &hits);
	}
	session_say(s, SESSION_MOVED, "%s", sbuf_cstr(&hits));
	sbuf_fini(&hits);
	return SESSION_MOVED;
}

static enum session_status go_on(struct session *s, bool forward)
{
	if (hunt_go(s, forward, find_stop_step, NULL))
		return say_where(s);
	if (patience_is_lost(s))
		return SESSION_REFUSED;
	enum session_status status = session_do(s, forward ? "last" : "first");
	if (status == SESSION_MOVED)
		session_say(s, status, forward ? "the end: nothing stopped it" : "the beginning: nothing stopped it");
	return status;
}

enum session_status stops_continue(struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return go_on(s, true);
}

enum session_status stops_continue_back(struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return go_on(s, false);
}
