/* The lines of the source with their marks: a part of view.h. */

#include "session/view/view_parts.h"

#include "base/sbuf.h"
#include "session/core/stop_list.h"
#include "session/view/view_task.h"
#include "session/words/variable.h"

#include <string.h>

/* Slots that are looked at for frames that go on in a line: a bound on the
 * work, far past what a screen can show. */
enum { MARK_SLOTS = 4096, MARK_FRAMES = 3, LINE_MARKS = 8 };

/* Where a side is. */

/* The program to which the step of a side's moment belongs. */
static const struct program *program_at(
	const struct session *s, enum side side, const struct moment *m)
{
	const struct session_side *ss = &s->side[side];
	uint32_t id = moment_running(m);
	if (!s->library || id == FRAME_NONE)
		return ss->program;
	const struct code *c = trace_frame(ss->trace, id).code;
	return (c->flags & CODE_LIBRARY) != 0 ? c->program : ss->program;
}

static const struct program *program_in_view(const struct session *s, enum side side)
{
	return program_at(s, side, s->side[side].moment);
}

const struct source *view_source(const struct session *s, enum side side)
{
	return session_has(s, side) ? program_in_view(s, side)->source : &s->scenario.source;
}

static uint32_t line_of_moment(const struct moment *m)
{
	const struct step *last = moment_last(m);
	uint32_t running = moment_running(m);
	const struct mframe *f = running != FRAME_NONE && !moment_in_loop(m)
		? moment_frame(m, running)
		: NULL;
	if (f != NULL)
		return f->line;
	return last->kind == EVENT_KIND_COUNT ? 0 : last->line;
}

uint32_t view_current_line(const struct session *s, enum side side)
{
	return session_has(s, side) ? line_of_moment(s->side[side].moment) : 0;
}

const struct mframe *view_caller(const struct moment *m)
{
	uint32_t running = moment_running(m);
	if (running != FRAME_NONE && moment_in_loop(m))
		return moment_frame(m, running);
	const struct mframe *f = running != FRAME_NONE ? moment_frame(m, running) : NULL;
	return f != NULL && f->back != FRAME_NONE ? moment_frame(m, f->back) : NULL;
}

static uint32_t caller_line_at(const struct moment *m, const struct program *program)
{
	const struct mframe *f = view_caller(m);
	return f != NULL && f->info->code->program == program ? f->line : 0;
}

uint32_t view_caller_line(const struct session *s, enum side side)
{
	return session_has(s, side) ? caller_line_at(s->side[side].moment, program_in_view(s, side))
				    : 0;
}

uint32_t view_places(
	const struct session *s, enum side side, bool back, uint32_t n, struct view_place *places)
{
	const struct session_side *ss = &s->side[side];
	uint32_t got = 0;
	if (!session_has(s, side))
		return 0;
	const struct program *program = program_in_view(s, side);
	moment_goto(ss->scan, moment_step(ss->moment));
	while (got < n && (back ? moment_back(ss->scan) : moment_forward(ss->scan)) &&
		program_at(s, side, ss->scan) == program)
		places[got++] = (struct view_place){ line_of_moment(ss->scan),
			caller_line_at(ss->scan, program) };
	return got;
}

static bool is_blank_line(const struct source *source, uint32_t line)
{
	size_t len;
	const char *text = source_line(source, line, &len);
	return strspn(text, " \t") >= len;
}

static bool is_mine(const struct session *s, enum side side, uint32_t line)
{
	const bool *kept = s->scenario.keep[side];
	return session_has(s, side) && line >= 1 && line <= s->scenario.source.nlines &&
		(kept == NULL || kept[line - 1]);
}

void view_extent(const struct session *s, enum side side, uint32_t *first, uint32_t *last)
{
	*first = *last = 0;
	const struct source *source = view_source(s, side);
	bool own = source == &s->scenario.source;
	for (uint32_t line = 1; line <= source->nlines; line++) {
		if ((own && !is_mine(s, side, line)) || is_blank_line(source, line))
			continue;
		*first = *first == 0 ? line : *first;
		*last = line;
	}
}

/* Marks of lines. */

/* A window of lines under way. */
struct window {
	const struct session *s;
	const struct session_side *side;
	struct arena *a;
	struct view_line *at;
	uint32_t first, n;
	const struct program *program; /* whose lines they are */
	const struct source *source;
};

/* The line of the window with a number, or NULL. */
static struct view_line *line_in(const struct window *w, uint32_t number)
{
	return number >= w->first && number - w->first < w->n ? &w->at[number - w->first] : NULL;
}

static bool has_entry(const struct code *c)
{
	return (c->flags & (CODE_MODULE | CODE_CLASS_BODY | CODE_COMPREHENSION)) == 0;
}

static void add_point(const struct window *w, const struct code *c, const struct reentry *r)
{
	struct view_line *line = line_in(w, r->span.line);
	if (line == NULL || line->npoints == LINE_MARKS)
		return;
	struct view_point *points = line->points != NULL
		? (struct view_point *)line->points
		: arena_alloc(w->a, LINE_MARKS * sizeof *points);
	points[line->npoints++] = (struct view_point){ r->number,
		moment_point_count(w->side->moment, c, r->number) };
	line->points = points;
}

static void mark_code(const struct window *w, const struct code *c)
{
	struct view_line *line = line_in(w, c->first_line);
	if (line != NULL && has_entry(c))
		line->entry = true;
	for (uint32_t i = 0; i < c->nreentries; i++)
		add_point(w, c, &c->reentries[i]);
}

static void add_goes_on(const struct window *w, const struct mframe *f)
{
	struct view_line *line = line_in(w, f->line);
	if (line == NULL)
		return;
	if (line->ngoes_on == MARK_FRAMES) {
		line->more++;
		return;
	}
	if (line->ngoes_on == 0) {
		struct sbuf name = { 0 };
		variable_frame(*f->info, &name);
		line->goes_on_name = view_keep(w->a, &name);
	}
	struct view_goes_on *list = line->goes_on != NULL
		? (struct view_goes_on *)line->goes_on
		: arena_alloc(w->a, MARK_FRAMES * sizeof *list);
	list[line->ngoes_on++] = (struct view_goes_on){ f->id, f->info->nth, f->reentry };
	line->goes_on = list;
}

static void mark_suspended(const struct window *w)
{
	uint32_t slots = trace_slots(w->side->trace);
	for (uint32_t slot = 0; slot < slots && slot < MARK_SLOTS; slot++) {
		const struct mframe *f = moment_slot(w->side->moment, slot);
		if (f != NULL && f->state == CORO_SUSPENDED && f->info->code->program == w->program)
			add_goes_on(w, f);
	}
}

/* The link between who resumes and who is resumed, on the step that does it. */
static void mark_resume(const struct window *w)
{
	const struct step *step = moment_last(w->side->moment);
	struct view_line *line = line_in(w, step->line);
	const struct mframe *by = view_caller(w->side->moment);
	if (line == NULL || by == NULL || step->kind != EVENT_RESUME)
		return;
	struct sbuf name = { 0 };
	line->by_loop = view_task_runs_loop(w->side->moment, by);
	if (line->by_loop)
		sbuf_str(&name, "event loop");
	else
		variable_frame(*by->info, &name);
	line->resumed_by = view_keep(w->a, &name);
	if (step->how == HOW_SEND && (step->value.kind == R_NONE || step->value.kind == R_UNSET))
		return;
	struct sbuf with = { 0 };
	variable_value(w->side->moment, step->value, VARIABLE_VALUE_COLUMNS, &with);
	line->resumed_with = view_keep(w->a, &with);
}

static void mark_yield(const struct window *w)
{
	const struct step *step = moment_last(w->side->moment);
	struct view_line *line = line_in(w, step->line);
	if (line == NULL || step->kind != EVENT_YIELD || step->value.kind == R_UNSET)
		return;
	line->yields = view_task_yields(w->side->moment, w->a);
	if (line->yields != NULL)
		return;
	struct sbuf out = { 0 };
	variable_value(w->side->moment, step->value, VARIABLE_VALUE_COLUMNS, &out);
	line->yields = view_keep(w->a, &out);
}

static void mark_places(const struct window *w, enum side side)
{
	struct view_line *line = line_in(w, view_current_line(w->s, side));
	if (line != NULL)
		line->current = true;
	const struct mframe *waiting = view_caller(w->side->moment);
	line = waiting != NULL && waiting->info->code->program == w->program
		? line_in(w, waiting->line)
		: NULL;
	if (line != NULL)
		line->caller = true;
}

/* The length of a line without the author's note, which is told elsewhere. */
static size_t length_without_note(const char *text, size_t len)
{
	size_t at = len;
	while (at > 0 && !(text[at - 1] == '#' && at < len && text[at] == '>'))
		at--;
	at = at > 0 ? at - 1 : len;
	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
		at--;
	return at;
}

static void fill_line(const struct window *w, enum side side, uint32_t i)
{
	struct view_line *line = &w->at[i];
	line->number = w->first + i;
	bool own = w->source == &w->s->scenario.source;
	line->text = source_line(w->source, line->number, &line->len);
	if (own && line->text != NULL && w->s->scenario.notes[line->number - 1] != NULL)
		line->len = length_without_note(line->text, line->len);
	line->mine = !own || is_mine(w->s, side, line->number);
	line->breakpoint = own && line->text != NULL && stop_list_at_line(w->s, side, line->number);
}

struct view_line *view_lines(
	const struct session *s, enum side side, uint32_t first, uint32_t n, struct arena *a)
{
	struct window w = { s, &s->side[side], a, arena_alloc(a, (n + 1) * sizeof *w.at), first, n,
		NULL, NULL };
	w.source = view_source(s, side);
	for (uint32_t i = 0; i < n; i++)
		fill_line(&w, side, i);
	if (!session_has(s, side))
		return w.at;
	w.program = program_in_view(s, side);
	for (uint32_t i = 0; i < w.program->ncodes; i++)
		mark_code(&w, w.program->codes[i]);
	mark_suspended(&w);
	mark_resume(&w);
	mark_yield(&w);
	mark_places(&w, side);
	return w.at;
}
