/* The history of a variable: each step that changed it. */

#include "session/commands/inspect.h"

#include "session/commands/stops.h"
#include "session/commands/watch.h"
#include "session/core/cancellation.h"
#include "session/core/seek.h"
#include "session/inspect/evaluate.h"
#include "session/words/variable.h"

#include <string.h>

enum { VALUE_COLUMNS = 200, LOCALS_MOST = 200, HISTORY_MOST = 1000 };

/* What the history of a variable follows: one frame, or all of a function. */
struct past {
	const struct moment *m;
	const char *name;
	uint32_t frame; /* FRAME_NONE: all frames of code */
	const struct code *code;
	uint32_t last_frame;
	struct rvalue last_value;
	struct sbuf last, now; /* its value as text */
	uint32_t told;
	struct sbuf *out;
};

/* The value of the variable in a frame; R_UNSET if it has none. */
static struct rvalue own_value(const struct moment *m, const struct mframe *f, const char *name)
{
	struct variable vars[LOCALS_MOST];
	uint32_t n = variable_list(m, m, f, LOCALS_MOST, vars);
	for (uint32_t i = 0; i < n; i++) {
		if (vars[i].len == strlen(name) && memcmp(vars[i].name, name, vars[i].len) == 0)
			return vars[i].value;
	}
	return (struct rvalue){ .kind = R_UNSET };
}

static void follow_frame(struct past *p, const struct mframe *f)
{
	struct rvalue v = own_value(p->m, f, p->name);
	sbuf_truncate(&p->now, 0);
	if (v.kind != R_UNSET)
		variable_value(p->m, v, VALUE_COLUMNS, &p->now);
	bool alike = p->last_frame == f->id && p->last.len == p->now.len &&
		memcmp(sbuf_cstr(&p->last), sbuf_cstr(&p->now), p->now.len) == 0,
	     another = alike && variable_another(p->m, p->last_value, v);
	if (alike && !another)
		return;
	if (p->now.len > 0 || p->last_frame == f->id) {
		sbuf_printf(p->out, "step %llu: ", (unsigned long long)moment_step(p->m));
		variable_frame(*f->info, p->out);
		sbuf_printf(p->out, ", %s %s%s\n", p->name,
			p->now.len == 0   ? "has no value any more"
				: another ? "is another "
					  : "is ",
			sbuf_cstr(&p->now));
		p->told++;
	}
	p->last_frame = f->id;
	p->last_value = v;
	sbuf_truncate(&p->last, 0);
	sbuf_str(&p->last, sbuf_cstr(&p->now));
}

/* The frame that a step is about, as far as the history follows it. */
static const struct mframe *followed(const struct past *p)
{
	const struct step *step = moment_last(p->m);
	uint32_t id = p->frame != FRAME_NONE ? p->frame : step->frame;
	const struct mframe *f = id != FRAME_NONE ? moment_frame(p->m, id) : NULL;
	return f != NULL && f->state != CORO_FINISHED && f->info->code == p->code ? f : NULL;
}

static void follow_run(struct past *p, struct moment *scan)
{
	moment_goto(scan, 0);
	while (p->told < HISTORY_MOST && moment_forward(scan)) {
		const struct mframe *f = followed(p);
		if (f != NULL)
			follow_frame(p, f);
	}
}

static bool code_has(const struct code *c, const char *name)
{
	for (uint32_t i = 0; i < c->nvars; i++) {
		if (strcmp(c->vars[i].name, name) == 0)
			return true;
	}
	return false;
}

/* Whose variable it is: of the frame in view and the ones below it, else of
 * the first function that has it, else the module's. */
static void find_owner(const struct session *s, struct past *p)
{
	const struct moment *m = s->side[s->in_view].moment;
	const struct program *program = trace_program(moment_trace(m));
	const struct mframe *f = NULL;
	p->code = program->main;
	p->frame = 0;
	for (uint32_t id = inspect_frame_in_view(s, s->in_view); id != FRAME_NONE;
		id = f != NULL ? f->back : FRAME_NONE) {
		f = moment_frame(m, id);
		if (f != NULL &&
			(code_has(f->info->code, p->name) ||
				(moment_namespace(m, id) != 0 &&
					own_value(m, f, p->name).kind != R_UNSET))) {
			p->code = f->info->code;
			bool resumable = (p->code->flags &
						 (CODE_GENERATOR | CODE_COROUTINE |
							 CODE_ASYNC_GENERATOR | CODE_MODULE)) != 0;
			p->frame = resumable ? id : FRAME_NONE;
			return;
		}
	}
	for (uint32_t i = 1; i < program->ncodes; i++) {
		if (code_has(program->codes[i], p->name)) {
			p->code = program->codes[i];
			p->frame = FRAME_NONE;
			return;
		}
	}
}

/* A variable, by its name: of code, in all its frames, or NULL: of whom find_owner says. */
static void follow_name(struct session *s, const struct code *code, const char *name)
{
	struct past p = { .m = s->side[s->in_view].scan,
		.name = name,
		.code = code,
		.frame = FRAME_NONE,
		.last_frame = FRAME_NONE,
		.out = &s->message };
	if (code == NULL)
		find_owner(s, &p);
	follow_run(&p, s->side[s->in_view].scan);
	if (p.told == HISTORY_MOST)
		sbuf_str(&s->message, "and so on\n");
	sbuf_fini(&p.last);
	sbuf_fini(&p.now);
}

/* An expression, in every frame of the function that has its variables. */
static void follow_expression(struct session *s, const char *expression)
{
	struct seeker h = seeker_at(s, s->in_view, 0);
	struct watch *w = watch_new(
		s->side[s->in_view].bench, expression, stops_code_of(s, expression)->qualname);
	struct sbuf before = { 0 }, after = { 0 };
	uint32_t told = 0, frame;
	while (told < HISTORY_MOST && cancellation_allows(s, CANCELLATION_TELL) &&
		seeker_move(&h, true)) {
		sbuf_truncate(&before, 0);
		sbuf_truncate(&after, 0);
		if (!watch_changed(w, &h, &frame, &before, &after))
			continue;
		sbuf_printf(&s->message, "step %llu: ", (unsigned long long)moment_step(h.at));
		variable_frame(moment_frame_info(h.at, frame), &s->message);
		sbuf_printf(&s->message, ", %s is %s\n", expression, after.text);
		told++;
	}
	if (told == HISTORY_MOST)
		sbuf_str(&s->message, "and so on\n");
	sbuf_fini(&before);
	sbuf_fini(&after);
	watch_free(w);
	seeker_fini(&h);
}

static bool is_name(const char *text)
{
	while (evaluate_in_name(*text))
		text++;
	return *text == '\0';
}

enum session_status inspect_history(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const char *name;
	const struct code *code = stops_variable(s, a->rest, &name);
	(void)c;
	if (is_name(a->rest))
		follow_name(s, NULL, a->rest);
	else if (code != NULL)
		follow_name(s, code, name);
	else if (evaluate_check(a->rest, &s->message))
		follow_expression(s, a->rest);
	else
		return SESSION_WRONG;
	if (s->message.len == 0)
		return session_say(s, SESSION_REFUSED,
			is_name(a->rest)
				? "no variable of this side is called so, or it never has a value"
				: "this never has a value");
	sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}
