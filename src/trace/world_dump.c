/* A moment as text, complete and in a fixed order. */

#include "trace/object_kind.h"
#include "trace/world.h"

#include "base/sbuf.h"

#include <inttypes.h>
#include <stdlib.h>

static void dump_value(struct rvalue v, struct sbuf *out)
{
	static const char *const words[] = {
		[R_UNSET] = "-",
		[R_NONE] = "None",
		[R_TRUE] = "True",
		[R_FALSE] = "False",
		[R_ELLIPSIS] = "...",
		[R_NOT_IMPLEMENTED] = "NotImplemented",
	};
	switch (v.kind) {
	case R_INT:
		sbuf_printf(out, " %" PRId64, v.i);
		return;
	case R_FLOAT:
		sbuf_printf(out, " %a", v.f);
		return;
	case R_TEXT:
		sbuf_printf(out, " t%" PRIu64, v.n);
		return;
	case R_OBJECT:
		sbuf_printf(out, " o%" PRIu64, v.n);
		return;
	default:
		sbuf_printf(out, " %s", words[v.kind]);
	}
}

static void dump_id(const char *name, uint32_t id, struct sbuf *out)
{
	if (id != FRAME_NONE)
		sbuf_printf(out, " %s %u", name, id);
}

static void dump_frame(const struct moment *m, uint32_t slot, struct sbuf *out)
{
	const struct mframe *f = moment_slot(m, slot);
	if (!f)
		return;
	sbuf_printf(out, "slot %u: frame %u %s state %d line %u", slot, f->id,
		f->info->code->qualname, (int)f->state, f->line);
	dump_id("back", f->back, out);
	dump_id("delegates to", f->delegates_to, out);
	sbuf_printf(out, " why %d reentry %u entries %u resumes %u last %" PRIu64 "%s%s",
		(int)f->why, f->reentry, f->entries, f->resumes, f->last_step,
		f->unwound ? " unwound" : "", f->destroyed ? " destroyed" : "");
	sbuf_printf(out, " names %" PRIu64 " result", moment_namespace(m, f->id));
	dump_value(f->result, out);
	sbuf_str(out, " vars");
	for (uint32_t i = 0; i < f->info->code->nvars; i++)
		dump_value(f->vars[i], out);
	sbuf_str(out, " points");
	for (uint32_t i = 0; i < f->info->code->nreentries; i++)
		sbuf_printf(out, " %u", f->point_resumes[i]);
	sbuf_char(out, '\n');
}

static void dump_object(const struct moment *m, uint64_t serial, struct sbuf *out)
{
	const struct mobject *o = moment_object(m, serial);
	if (!o)
		return;
	sbuf_printf(out,
		"object %" PRIu64 ": kind %d label %s type %s attrs %" PRIu64 " extra %" PRId64,
		serial, (int)o->kind, o->label ? o->label : "-", o->type_name ? o->type_name : "-",
		o->attrs, o->extra);
	dump_id("frame", o->frame, out);
	uint32_t n = o->n * object_width(o->kind);
	for (uint32_t i = 0; i < n; i++)
		dump_value(o->items[i], out);
	sbuf_char(out, '\n');
}

static int compare_serials(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static void dump_objects(const struct moment *m, const struct world *w, struct sbuf *out)
{
	uint64_t *serials = mem_reallocarray(NULL, w->all.len, sizeof *serials);
	for (size_t i = 0; i < w->all.len; i++)
		serials[i] = w->all.at[i]->serial;
	qsort(serials, w->all.len, sizeof *serials, compare_serials);
	for (size_t i = 0; i < w->all.len; i++)
		dump_object(m, serials[i], out);
	mem_free(serials);
}

static void dump_step(const struct step *s, struct sbuf *out)
{
	sbuf_printf(out, "last: kind %d why %d how %d stop %d silent %d line %u", (int)s->kind,
		(int)s->why, (int)s->how, s->stop, s->silent, s->line);
	dump_id("frame", s->frame, out);
	sbuf_printf(out, " from %u to %u value", s->from, s->to);
	dump_value(s->value, out);
	sbuf_char(out, '\n');
}

static void dump_task(const struct mtask *task, struct sbuf *out)
{
	sbuf_printf(out, "task %u %s %s: since step %" PRIu64 ", %" PRId64 " ns", task->number,
		task->name ? task->name : "-", task_state_infos[task->state].word, task->since_step,
		task->since);
	dump_id("frame", task->frame, out);
	if (task->what)
		sbuf_printf(out, " for %s", task->what);
	if (task->until >= 0)
		sbuf_printf(out, " until %" PRId64, task->until);
	sbuf_str(out, task->asked ? " asked to cancel\n" : "\n");
}

static void dump_tasks(const struct moment *m, struct sbuf *out)
{
	for (uint32_t i = 0, n = moment_tasks(m); i < n; i++) {
		struct mtask task = moment_task_at(m, i);
		dump_task(&task, out);
	}
}

void moment_dump(const struct moment *m, struct sbuf *out)
{
	const struct world *w = moment_world(m);
	sbuf_printf(out, "step %" PRIu64 " clock %" PRId64 " output %zu greenlet %u task %s",
		moment_step(m), moment_clock(m), moment_output(m), moment_greenlet(m),
		moment_task_name(m) ? moment_task_name(m) : "-");
	dump_id("running", moment_running(m), out);
	sbuf_char(out, '\n');
	dump_step(moment_last(m), out);
	if (moment_in_loop(m))
		sbuf_str(out, "the event loop runs\n");
	for (uint32_t i = 0; i < trace_slots(w->t); i++)
		dump_frame(m, i, out);
	dump_objects(m, w, out);
	dump_tasks(m, out);
	for (uint32_t i = 0; i < w->t->frames.points; i++)
		sbuf_printf(out, "point %u: %u\n", i, w->points[i]);
}
