#include "session/commands/inspect.h"

#include "base/utf8.h"
#include "session/commands/inspect_task.h"
#include "session/inspect/evaluate.h"
#include "session/view/view.h"
#include "session/words/variable.h"

#include <stdlib.h>
#include <string.h>

enum {
	VALUE_COLUMNS = 200,
	FRAMES_MOST = 2000,
	LOCALS_MOST = 200,
	LIST_AROUND = 5,
	LIST_MOST = 200,
	OUTPUT_MOST = 10000,
	CHAIN_MOST = 200
};

static struct moment *moment_in_view(const struct session *s)
{
	return s->side[s->in_view].moment;
}

uint32_t inspect_frame_in_view(const struct session *s, enum side side)
{
	const struct moment *m = s->side[side].moment;
	uint32_t running = moment_running(m);
	if (running != FRAME_NONE)
		return running;
	return moment_step(m) > 0 && moment_frame(m, 0) != NULL ? 0 : FRAME_NONE;
}

/* Ends a page of lines: without the last line end. */
static enum session_status page(struct session *s)
{
	if (s->message.len > 0 && s->message.text[s->message.len - 1] == '\n')
		sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}

/* One line is said, several make a page. */
static enum session_status said(struct session *s)
{
	page(s);
	return memchr(sbuf_cstr(&s->message), '\n', s->message.len) != NULL ||
			utf8_columns(s->message.text, s->message.len) > 76
		? SESSION_PAGE
		: SESSION_SAID;
}

static void put_frame(const struct moment *m, uint32_t id, struct sbuf *out)
{
	variable_frame(moment_frame_info(m, id), out);
}

/* print */

enum session_status inspect_print(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	sbuf_truncate(&s->message, 0);
	if (!evaluate_check(a->rest, &s->message) ||
		!evaluate(s->side[s->in_view].bench, moment_in_view(s),
			inspect_frame_in_view(s, s->in_view), a->rest, EVALUATE_REPR, &s->message))
		return SESSION_REFUSED;
	return said(s);
}

/* frames, where */

/* "SUSPENDED at re-entry point 1 (yield), line 21". */
static void put_state(const struct moment *m, const struct mframe *f, struct sbuf *out)
{
	static const char *const words[] = {
		[CORO_CREATED] = "is CREATED: no line of it has run yet",
		[CORO_RUNNING] = "is RUNNING",
		[CORO_WAITING] = "is WAITING",
		[CORO_SUSPENDED] = "is SUSPENDED",
		[CORO_FINISHED] = "is GONE",
	};
	if (f->state == CORO_RUNNING && moment_in_loop(m)) {
		sbuf_printf(out, "is WAITING for the event loop, line %u", f->line);
		return;
	}
	sbuf_str(out, words[f->state]);
	if (f->state == CORO_SUSPENDED && f->reentry > 0)
		sbuf_printf(out, " at its re-entry point %u (%s)", f->reentry,
			suspend_kind_name(f->why));
	if (f->state != CORO_CREATED && f->line > 0)
		sbuf_printf(out, ", line %u", f->line);
	inspect_task_of_frame(m, f, out);
	if (f->delegates_to != FRAME_NONE) {
		sbuf_str(out, ", and delegates to ");
		put_frame(m, f->delegates_to, out);
	}
}

static void put_frame_line(const struct moment *m, const struct mframe *f, struct sbuf *out)
{
	struct sbuf vars = { 0 };
	variable_frame(*f->info, out);
	sbuf_char(out, ' ');
	put_state(m, f, out);
	if (f->state != CORO_FINISHED && variable_text(m, f, VALUE_COLUMNS, &vars) > 0)
		sbuf_printf(out, "; %s", vars.text);
	sbuf_char(out, '\n');
	sbuf_fini(&vars);
}

enum session_status inspect_frames(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct moment *m = moment_in_view(s);
	uint32_t slots = trace_slots(moment_trace(m));
	(void)c;
	(void)a;
	for (uint32_t i = 0; i < slots && i < FRAMES_MOST; i++) {
		const struct mframe *f = moment_slot(m, i);
		if (f != NULL)
			put_frame_line(m, f, &s->message);
	}
	if (s->message.len == 0)
		return session_say(s, SESSION_REFUSED, "there is no frame yet: nothing has run");
	return page(s);
}

/* The frame that runs and those that wait for it, the nearest first. */
static void put_chain(const struct moment *m, uint32_t id, struct sbuf *out)
{
	for (int i = 0; id != FRAME_NONE && i < CHAIN_MOST; i++) {
		const struct mframe *f = moment_frame(m, id);
		if (f == NULL)
			return;
		variable_frame(*f->info, out);
		sbuf_char(out, ' ');
		put_state(m, f, out);
		id = f->back;
		if (id != FRAME_NONE) {
			bool by_loop = inspect_task_is_first(m, f->id);
			sbuf_str(out,
				by_loop ? ", resumed by the event loop in "
					: ", called or resumed by ");
			put_frame(m, id, out);
		}
		sbuf_char(out, '\n');
	}
}

static void put_suspended(const struct moment *m, struct sbuf *out)
{
	uint32_t slots = trace_slots(moment_trace(m));
	for (uint32_t i = 0; i < slots && i < FRAMES_MOST; i++) {
		const struct mframe *f = moment_slot(m, i);
		if (f == NULL || (f->state != CORO_SUSPENDED && f->state != CORO_CREATED))
			continue;
		variable_frame(*f->info, out);
		sbuf_char(out, ' ');
		put_state(m, f, out);
		sbuf_char(out, '\n');
	}
}

enum session_status inspect_where(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct moment *m = moment_in_view(s);
	(void)c;
	(void)a;
	inspect_task_loop(m, &s->message);
	put_chain(m, moment_running(m), &s->message);
	put_suspended(m, &s->message);
	if (s->message.len == 0)
		return session_say(s, SESSION_REFUSED,
			moment_step(m) > 0 ? "no frame is running: the program has come to its end"
					   : "no frame is running: the program is about to begin");
	return page(s);
}

/* locals */

/* By what its frames are called, or by the function's name. */
static bool is_called(const struct mframe *f, const char *name)
{
	return strcmp(f->info->code->name, name) == 0 ||
		(f->info->title != NULL && strcmp(f->info->title, name) == 0);
}

/* The frame that a person names "counter#1", "counter" (its last one that is
 * there) or "<module>"; FRAME_NONE if there is none now. */
static uint32_t find_frame(const struct moment *m, const char *name)
{
	uint32_t slots = trace_slots(moment_trace(m)), found = FRAME_NONE;
	struct sbuf full = { 0 };
	for (uint32_t i = 0; i < slots && i < FRAMES_MOST; i++) {
		const struct mframe *f = moment_slot(m, i);
		if (f == NULL)
			continue;
		sbuf_truncate(&full, 0);
		variable_frame(*f->info, &full);
		if (strcmp(full.text, name) == 0 || is_called(f, name))
			found = f->id;
	}
	sbuf_fini(&full);
	return found;
}

static enum session_status say_locals(
	struct session *s, const struct moment *m, const struct mframe *f)
{
	struct variable vars[LOCALS_MOST];
	uint32_t n = variable_list(m, m, f, LOCALS_MOST, vars);
	for (uint32_t i = 0; i < n; i++) {
		sbuf_printf(&s->message, "%.*s is ", (int)vars[i].len, vars[i].name);
		variable_value(m, vars[i].value, VALUE_COLUMNS, &s->message);
		sbuf_printf(&s->message, "%s\n", vars[i].outer ? ", of the function around" : "");
	}
	if (n == 0) {
		variable_frame(*f->info, &s->message);
		sbuf_str(&s->message, " has no variables here");
	}
	return said(s);
}

enum session_status inspect_locals(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct moment *m = moment_in_view(s);
	uint32_t id = a->n > 0 ? find_frame(m, a->word[0]) : inspect_frame_in_view(s, s->in_view);
	const struct mframe *f = id != FRAME_NONE ? moment_frame(m, id) : NULL;
	if (f == NULL && a->n == 0)
		return session_say(s, SESSION_REFUSED, "no frame is in view: nothing has run yet");
	if (f == NULL)
		return session_say(s, SESSION_REFUSED,
			"%s expects a frame such as counter#1 that is there now; frames lists them",
			c->name);
	return say_locals(s, m, f);
}

/* list */

static void put_points(const struct view_line *l, struct sbuf *out)
{
	for (uint32_t i = 0; i < l->npoints; i++)
		sbuf_printf(out, ", re-entry point %u (used %u times)", l->points[i].number,
			l->points[i].used);
	for (uint32_t i = 0; i < l->ngoes_on; i++)
		sbuf_printf(out, ", frame #%u goes on here", l->goes_on[i].nth);
}

static void put_source_line(const struct view_line *l, struct sbuf *out)
{
	sbuf_printf(out, "line %u", l->number);
	sbuf_str(out, l->current ? ", current" : "");
	sbuf_str(out, l->caller ? ", its caller waits here" : "");
	sbuf_str(out, l->entry ? ", an entry" : "");
	put_points(l, out);
	sbuf_str(out, ": ");
	sbuf_bytes(out, l->text, l->len);
	while (out->len > 0 && out->text[out->len - 1] == ' ')
		sbuf_truncate(out, out->len - 1);
	sbuf_char(out, '\n');
}

enum session_status inspect_list(
	struct session *s, const struct command *c, const struct arguments *a)
{
	uint32_t first, last, at = view_current_line(s, s->in_view);
	uint64_t line;
	view_extent(s, s->in_view, &first, &last);
	if (last == 0)
		return session_say(s, SESSION_REFUSED, "this program has no lines");
	if (!command_number(s, c, a, 0, "a line of this side", first, last,
		    at >= first ? at : first, &line))
		return SESSION_WRONG;
	uint32_t from = line > first + LIST_AROUND ? (uint32_t)line - LIST_AROUND : first;
	uint32_t to = line + LIST_AROUND < last ? (uint32_t)line + LIST_AROUND : last;
	struct arena arena = { 0 };
	const struct view_line *lines = view_lines(s, s->in_view, from, to - from + 1, &arena);
	for (uint32_t i = 0; i <= to - from; i++) {
		if (lines[i].mine && lines[i].text != NULL)
			put_source_line(&lines[i], &s->message);
	}
	arena_fini(&arena);
	return page(s);
}

/* output */

enum session_status inspect_output(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct arena arena = { 0 };
	uint32_t n = OUTPUT_MOST;
	(void)c;
	(void)a;
	const struct view_print *lines = view_output(s, s->in_view, &n, &arena);
	for (uint32_t i = 0; i < n; i++) {
		sbuf_bytes(&s->message, lines[i].text, lines[i].len);
		sbuf_char(&s->message, '\n');
	}
	arena_fini(&arena);
	if (n == 0)
		return session_say(s, SESSION_SAID, "nothing was printed so far");
	return page(s);
}

/* compare */

static void put_difference(const struct session *s, const struct difference *d, struct sbuf *out)
{
	sbuf_str(out, "the runs differ first where ");
	for (int side = 0; side < SIDE_COUNT; side++) {
		const struct trace *t = s->side[side].trace;
		size_t n, len;
		sbuf_printf(
			out, "%sthe %s side ", side > 0 ? " and " : "", side_name((enum side)side));
		if (d->has_line[side]) {
			const struct output_line *line = &trace_output_lines(t, &n)[d->line[side]];
			sbuf_printf(out, "prints \"%.*s\" (step %llu)",
				(int)(line->len < 200 ? line->len : 200),
				trace_output(t, &len) + line->at,
				(unsigned long long)d->step[side]);
		} else {
			sbuf_str(out, "prints nothing more");
		}
	}
}

enum session_status inspect_compare(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	if (!session_has(s, SIDE_COROUTINE) || !session_has(s, SIDE_SUBROUTINE))
		return session_say(
			s, SESSION_REFUSED, "there is only one side: nothing to compare");
	if (s->scenario.compare == COMPARE_NONE)
		return session_say(
			s, SESSION_SAID, "the lesson says that its two programs need not agree");
	struct difference d = pairing_difference(s->pairing);
	if (!d.found)
		return session_say(s, SESSION_SAID,
			"the runs print the same, and meet at %zu beats",
			pairing_beats(s->pairing));
	put_difference(s, &d, &s->message);
	return said(s);
}
