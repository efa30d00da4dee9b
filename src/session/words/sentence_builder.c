#include "session/words/sentence_builder.h"

#include "base/utf8.h"
#include "session/words/sentence.h"
#include "session/words/variable.h"

#include <stdarg.h>
#include <string.h>

uint32_t sentence_columns(const struct sbuf *b)
{
	return b->len > 0 ? (uint32_t)utf8_columns(b->text, b->len) : 0;
}

static uint32_t width(const char *s)
{
	return (uint32_t)utf8_columns(s, strlen(s));
}

void sentence_add(struct sentence_builder *y, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sbuf_vprintf(&y->text, fmt, ap);
	va_end(ap);
}

bool sentence_fits(const struct sentence_builder *y)
{
	return sentence_columns(&y->text) <= SENTENCE_COLUMNS;
}

void sentence_frame(struct sentence_builder *y, uint32_t id)
{
	if (id == FRAME_NONE)
		sbuf_str(&y->text, "nobody");
	else
		variable_frame(moment_frame_info(y->m, id), &y->text);
}

static void add_value(struct sentence_builder *y, const struct moment *m, struct rvalue v)
{
	size_t start = y->text.len;
	variable_value(m, v, y->value_columns, &y->text);
	uint32_t columns = (uint32_t)utf8_columns(sbuf_cstr(&y->text) + start, y->text.len - start);
	y->widest = columns > y->widest ? columns : y->widest;
}

void sentence_value(struct sentence_builder *y, struct rvalue v)
{
	add_value(y, y->m, v);
}

bool sentence_coming_exception(struct sentence_builder *y)
{
	moment_goto(y->scan, moment_step(y->m) + 1);
	const struct step *next = moment_last(y->scan);
	bool raises = moment_step(y->scan) > moment_step(y->m) && next->kind == EVENT_EXCEPTION &&
		next->frame == y->step->frame;
	if (raises)
		add_value(y, y->scan, next->value);
	variable_look_back(y->m, y->scan);
	return raises;
}

const char *sentence_type(const struct sentence_builder *y, struct rvalue v)
{
	const struct mobject *o = v.kind == R_OBJECT ? moment_object(y->m, v.n) : NULL;
	return o != NULL && o->type_name != NULL ? o->type_name : "";
}

static uint32_t longer(const char *a, const char *b)
{
	return width(a) > width(b) ? width(a) : width(b);
}

/* The variables that have room between the texts of an ending; *all says
 * whether none had to be left out.  False if there is none to show. */
static bool fit_variables(const struct sentence_builder *y, const struct sentence_ending *e,
	struct sbuf *vars, uint32_t *n, bool *all)
{
	uint32_t used = sentence_columns(&y->text) + width(e->before) +
		longer(e->after_one, e->after_many);
	*n = 0;
	if (used + 3 > SENTENCE_COLUMNS)
		return false;
	*n = variable_text(y->m, y->frame, SENTENCE_COLUMNS - used, vars);
	size_t cut = vars->len >= 3 ? vars->len - 3 : 0;
	*all = *n > 0 && strcmp(vars->text + cut, "…") != 0;
	return *n > 0 && strcmp(vars->text, "…") != 0;
}

static bool end_with_variables(struct sentence_builder *y, const struct sentence_ending *e)
{
	struct sbuf vars = { 0 };
	uint32_t n;
	bool all, done = fit_variables(y, e, &vars, &n, &all);
	if (e->shorter != NULL && (!done || !all) && end_with_variables(y, e->shorter)) {
		done = true;
	} else if (done) {
		sentence_add(
			y, "%s%s%s", e->before, vars.text, n == 1 ? e->after_one : e->after_many);
		y->squeezed = y->squeezed || !all;
	}
	sbuf_fini(&vars);
	return done;
}

static bool has_variables(const struct sentence_builder *y)
{
	struct sbuf vars = { 0 };
	uint32_t n = variable_text(y->m, y->frame, 0, &vars);
	sbuf_fini(&vars);
	return n > 0;
}

void sentence_ending(struct sentence_builder *y, const struct sentence_ending *e)
{
	if (end_with_variables(y, e))
		return;
	bool fits = sentence_columns(&y->text) + width(e->without) <= SENTENCE_COLUMNS;
	y->squeezed = y->squeezed || !fits || has_variables(y);
	sentence_add(y, "%s", fits ? e->without : ".");
}

uint32_t sentence_point_before(const struct sentence_builder *y)
{
	const struct mframe *f = moment_frame(y->before, y->step->frame);
	if (f != NULL && f->reentry != 0)
		return f->reentry;
	for (uint32_t i = 0; i < y->code->nreentries; i++) {
		if (y->code->reentries[i].span.line == y->step->line)
			return y->code->reentries[i].number;
	}
	return 0;
}

void sentence_point(struct sentence_builder *y, uint32_t point)
{
	if (point != 0)
		sentence_add(y, "◆%u", point);
	else
		sentence_add(y, "line %u", y->step->line);
}
