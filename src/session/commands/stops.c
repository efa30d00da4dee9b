#include "session/commands/stops.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/core/stop_list.h"
#include "session/inspect/evaluate.h"
#include "session/view/view.h"
#include "trace/step_kind.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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
		if (stop->side == like->side && stop->line == like->line &&
			stop->event == like->event && same_name(stop->function, like->function) &&
			same_name(stop->variable, like->variable) &&
			same_name(stop->expression, like->expression) &&
			same_name(stop->condition, like->condition))
			break;
		i++;
	}
	return i;
}

static char *copy(const char *name)
{
	return name != NULL ? mem_strdup(name) : NULL;
}

/* The i-th kind of steps at which a breakpoint can be, EVENT_KIND_COUNT if
 * there are no more. */
static enum event_kind kind_at(size_t i)
{
	int kind = 0;
	for (; kind < EVENT_KIND_COUNT; kind++) {
		if (step_kinds[kind].word != NULL && i-- == 0)
			break;
	}
	return (enum event_kind)kind;
}

const char *stops_kind(size_t i)
{
	return step_kinds[kind_at(i)].word;
}

static void say_event(const struct stop *stop, struct sbuf *out)
{
	sbuf_printf(out, "each %s%s%s", step_kinds[stop->event - 1].word,
		stop->function != NULL ? " of " : "", stop->function != NULL ? stop->function : "");
}

void stops_say(const struct stop *stop, struct sbuf *out)
{
	if (stop_list_is_watch(stop))
		sbuf_printf(out, "%s%s%s",
			stop->variable != NULL ? stop->variable : stop->expression,
			stop->function != NULL ? " of " : "",
			stop->function != NULL ? stop->function : "");
	else if (stop->event > 0)
		say_event(stop, out);
	else if (stop->line > 0)
		sbuf_printf(out, "line %u", stop->line);
	else
		sbuf_printf(out, "the entry of %s", stop->function);
	if (stop->condition != NULL)
		sbuf_printf(out, " if %s", stop->condition);
}

const char *stops_word(const struct stop *stop)
{
	return stop_list_is_watch(stop) ? "watch" : "breakpoint";
}

/* Says what became of a stop: "breakpoint 2 at line 12 (coroutine side)". */
static enum session_status say_done(struct session *s, const struct stop *stop, const char *done)
{
	struct sbuf what = { 0 };
	stops_say(stop, &what);
	utf8_cut(&what, 0, 40);
	session_say(s, SESSION_SAID, "%s %u %s %s%s", stops_word(stop), stop->number,
		stop_list_is_watch(stop) ? "on" : "at", what.text, done);
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
	stop.expression = copy(like->expression);
	stop.condition = copy(like->condition);
	array_push(&s->stops, stop);
	return say_done(s, &stop,
		stop_list_is_watch(&stop) ? ": continue stops where it changes"
					  : ": continue stops there");
}

/* A second break at the same place takes the first away. */
static enum session_status toggle_stop(struct session *s, const struct stop *like)
{
	size_t i = find_stop(s, like);
	if (i == s->stops.len)
		return add_stop(s, like);
	say_done(s, &s->stops.at[i], " is deleted");
	stop_list_remove(s, i);
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

/* Reads "SIDE:" in front of a place; the side in view if there is none. */
static const char *read_side(const struct session *s, const char *text, enum side *side)
{
	const char *colon = strchr(text, ':');
	*side = s->in_view;
	for (int i = 0; colon != NULL && colon > text && i < SIDE_COUNT; i++) {
		if (strncmp(side_name((enum side)i), text, (size_t)(colon - text)) == 0 &&
			session_has(s, (enum side)i)) {
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
		enum side side = i == 0                ? stop->side
			: stop->side == SIDE_COROUTINE ? SIDE_SUBROUTINE
						       : SIDE_COROUTINE;
		if (!session_has(s, side))
			continue;
		const struct code *c = number ? NULL
					      : stop_list_function(s->side[side].program, text);
		if (c == NULL && !(number && stops_has_code(s->side[side].program, (uint32_t)line)))
			continue;
		*stop = (struct stop){ .side = side,
			.line = number ? (uint32_t)line : 0,
			.function = c != NULL ? (char *)c->qualname : NULL };
		return true;
	}
	return false;
}

static enum session_status refuse_place(struct session *s, const char *what, const char *text)
{
	struct sbuf shown = { 0 };
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
	const char *word = stops_kind(0);
	while (word != NULL && (strlen(word) != n || memcmp(word, text, n) != 0))
		word = stops_kind(++i);
	if (word == NULL)
		return false;
	const char *name = text + n + strspn(text + n, " ");
	const struct code *c = *name != '\0' ? stop_list_function(s->side[stop->side].program, name)
					     : NULL;
	*stop = (struct stop){ .side = stop->side,
		.event = (uint32_t)kind_at(i) + 1u,
		.function = c != NULL ? (char *)c->qualname : NULL };
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

static enum session_status break_at(
	struct session *s, const struct command *c, const char *place, char *condition)
{
	struct stop stop = { .side = s->in_view, .line = view_current_line(s, s->in_view) };
	struct sbuf why = { 0 };
	if (*place != '\0' && !find_event(s, place, &stop) && !find_place(s, place, &stop))
		return refuse_place(
			s, "no line with code, no function and no kind of step is", place);
	if (*place == '\0' && stop.line == 0)
		return session_say(s, SESSION_REFUSED,
			"no line is current here; say which one, as in \"%s 12\"", c->name);
	stop.condition = condition;
	if (condition == NULL || evaluate_check(condition, &why))
		return toggle_stop(s, &stop);
	session_say(s, SESSION_WRONG, "%s", why.text);
	sbuf_fini(&why);
	return SESSION_WRONG;
}

enum session_status stops_break(
	struct session *s, const struct command *c, const struct arguments *a)
{
	char *place = mem_strdup(a->rest), *condition = cut_condition(place);
	enum session_status status = break_at(s, c, place, condition);
	mem_free(place);
	return status;
}

static bool has_name(const char *const *names, uint32_t n, const char *name)
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
	return (c->flags & CODE_MODULE) != 0
		? has_name(c->program->globals, c->program->nglobals, name)
		: (c->flags & CODE_CLASS_BODY) != 0 && has_name(c->names, c->nnames, name);
}

/* The code whose variable a person means by a bare name: the running one, one
 * of its callers, else the first that has it. */
static const struct code *code_with(const struct session *s, const char *name)
{
	const struct session_side *ss = &s->side[s->in_view];
	const struct mframe *f = NULL;
	for (uint32_t id = moment_running(ss->moment); id != FRAME_NONE;
		id = f != NULL ? f->back : FRAME_NONE) {
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

const struct code *stops_variable(const struct session *s, const char *text, const char **name)
{
	const char *dot = strrchr(text, '.');
	*name = dot != NULL ? dot + 1 : text;
	if (dot == NULL)
		return code_with(s, text);
	char *function = mem_strndup(text, (size_t)(dot - text));
	const struct code *code = stop_list_function(s->side[s->in_view].program, function);
	mem_free(function);
	return code != NULL && code_has(code, *name) ? code : NULL;
}

/* Whether a code has a variable that an expression mentions. */
static bool code_has_any(const struct code *c, const char *expression)
{
	for (uint32_t i = 0; i < c->nvars; i++) {
		if (c->vars[i].kind != VAR_HIDDEN &&
			definitions_mention(expression, c->vars[i].name, strlen(c->vars[i].name)))
			return true;
	}
	return false;
}

const struct code *stops_code_of(const struct session *s, const char *expression)
{
	const struct session_side *ss = &s->side[s->in_view];
	const struct mframe *f = NULL;
	for (uint32_t id = moment_running(ss->moment); id != FRAME_NONE;
		id = f != NULL ? f->back : FRAME_NONE) {
		f = moment_frame(ss->moment, id);
		if (f != NULL && code_has_any(f->info->code, expression))
			return f->info->code;
	}
	for (uint32_t i = 1; i < ss->program->ncodes; i++) {
		if (code_has_any(ss->program->codes[i], expression))
			return ss->program->codes[i];
	}
	return ss->program->main;
}

/* Whether a text is a name of nothing: of no variable, or of one that its
 * function has not. */
static bool is_no_name(const struct session *s, const char *text)
{
	char *head = mem_strdup(text);
	const char *at = text;
	while (evaluate_in_name(*at) || *at == '.')
		at++;
	head[strcspn(head, ".")] = '\0';
	bool none = *at == '\0' &&
		(stop_list_function(s->side[s->in_view].program, head) != NULL ||
			code_with(s, head) == NULL);
	mem_free(head);
	return none;
}

enum session_status stops_watch(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stop stop = { .side = s->in_view };
	const char *name;
	const struct code *code = stops_variable(s, a->rest, &name);
	(void)c;
	if (code != NULL) {
		stop.function = (char *)code->qualname;
		stop.variable = (char *)name;
		return add_stop(s, &stop);
	}
	if (is_no_name(s, a->rest))
		return refuse_place(s, "this side has no variable", a->rest);
	if (!evaluate_check(a->rest, &s->message))
		return SESSION_WRONG;
	stop.expression = (char *)a->rest;
	stop.function = (char *)stops_code_of(s, a->rest)->qualname;
	return add_stop(s, &stop);
}

enum session_status stops_delete(
	struct session *s, const struct command *c, const struct arguments *a)
{
	uint64_t n;
	if (s->stops.len == 0)
		return session_say(s, SESSION_REFUSED, "there is no breakpoint and no watch");
	if (!command_number(
		    s, c, a, 0, "the number of a breakpoint or watch", 1, s->stops_made, 0, &n))
		return SESSION_WRONG;
	size_t before = s->stops.len;
	for (size_t i = s->stops.len; i > 0; i--) {
		if (n == 0 || s->stops.at[i - 1].number == n)
			stop_list_remove(s, i - 1);
	}
	if (s->stops.len == before)
		return session_say(
			s, SESSION_REFUSED, "%llu was deleted before", (unsigned long long)n);
	return session_say(s, SESSION_SAID,
		n == 0 ? "all breakpoints and watches are deleted" : "%llu is deleted",
		(unsigned long long)n);
}

enum session_status stops_list(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	if (s->stops.len == 0)
		return session_say(s, SESSION_REFUSED, "there is no breakpoint and no watch");
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		sbuf_printf(&s->message, "%s%s %u, %s side: ", i > 0 ? "\n" : "", stops_word(stop),
			stop->number, side_name(stop->side));
		stops_say(stop, &s->message);
	}
	return SESSION_PAGE;
}
