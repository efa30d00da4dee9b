#include "export/jsonl.h"

#include "base/sbuf.h"
#include "export/claims_jsonl.h"
#include "export/json.h"
#include "trace/moment.h"
#include "trace/step_kind.h"

#include <assert.h>
#include <string.h>

/* What is written, one object at a time. */
struct writer {
	const struct trace *t;
	struct moment *m;
	struct sbuf line;
	uint32_t written; /* steps */
	bool greenlets;   /* some frame runs in a greenlet of its own */
};

/* JSON. */

static void put_key(struct writer *w, const char *key)
{
	sbuf_printf(&w->line, "%s\"%s\":", w->line.len > 1 ? "," : "", key);
}

static void put_string(struct writer *w, const char *key, const char *s)
{
	put_key(w, key);
	json_put_text(&w->line, s, strlen(s));
}

static void put_unsigned(struct writer *w, const char *key, uint32_t n)
{
	put_key(w, key);
	sbuf_printf(&w->line, "%u", n);
}

static void put_null(struct writer *w, const char *key)
{
	put_key(w, key);
	sbuf_str(&w->line, "null");
}

static void put_true(struct writer *w, const char *key)
{
	put_key(w, key);
	sbuf_str(&w->line, "true");
}

/* Values and variables. */

static void put_repr(struct writer *w, struct rvalue v)
{
	struct sbuf text = { 0 };
	moment_repr(w->m, v, &text);
	json_put_text(&w->line, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}

static void put_value(struct writer *w, const char *key, struct rvalue v)
{
	put_key(w, key);
	put_repr(w, v);
}

/* Names that are there without being the program's. */
static bool is_furniture(const char *name, size_t len)
{
	static const char *const names[] = {
		"__name__",
		"__doc__",
		"__package__",
		"__loader__",
		"__spec__",
		"__file__",
		"__cached__",
		"__builtins__",
		"__annotations__",
		"__class__",
		"__classcell__",
		"__module__",
		"__qualname__",
	};
	if (len > 0 && name[0] == '.')
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return true;
	}
	return false;
}

static void put_local(struct writer *w, bool *first, const char *name, size_t len, struct rvalue v)
{
	if (v.kind == R_UNSET || is_furniture(name, len))
		return;
	if (!*first)
		sbuf_char(&w->line, ',');
	*first = false;
	json_put_text(&w->line, name, len);
	sbuf_char(&w->line, ':');
	put_repr(w, v);
}

static void put_namespace(struct writer *w, bool *first, const struct mobject *o)
{
	for (uint32_t i = 0; i < o->n; i++) {
		struct rvalue key = o->items[2 * i];
		size_t len;
		if (key.kind != R_TEXT)
			continue;
		const char *name = trace_text(w->t, key.n, &len);
		put_local(w, first, name, len, o->items[2 * i + 1]);
	}
}

static void put_locals(struct writer *w, const struct mframe *f)
{
	const struct code *c = f->info->code;
	const struct mobject *names = moment_object(w->m, moment_namespace(w->m, f->id));
	bool first = true;
	put_key(w, "locals");
	sbuf_char(&w->line, '{');
	for (uint32_t i = 0; names == NULL && i < c->nvars; i++)
		put_local(w, &first, c->vars[i].name, strlen(c->vars[i].name), f->vars[i]);
	if (names != NULL)
		put_namespace(w, &first, names);
	sbuf_char(&w->line, '}');
}

/* Steps. */

static const char *const how_names[] = {
	[HOW_NONE] = "send", [HOW_SEND] = "send", [HOW_THROW] = "throw", [HOW_SWITCH] = "switch"
};

/* The fields of a step besides those that all have. */
static const struct {
	bool value, why, at, how, how_if_throw;
} forms[EVENT_KIND_COUNT] = {
	[EVENT_CALL] = { .how_if_throw = true },
	[EVENT_YIELD] = { .why = true, .value = true },
	[EVENT_RESUME] = { .at = true, .how = true, .value = true },
	[EVENT_RETURN] = { .value = true },
	[EVENT_EXCEPTION] = { .value = true },
};

static void put_transfer(struct writer *w, const struct step *s)
{
	put_string(w, "how", how_names[s->how == HOW_THROW ? HOW_THROW : HOW_SWITCH]);
	put_unsigned(w, "from", s->from);
	put_unsigned(w, "to", s->to);
}

static void put_details(struct writer *w, const struct step *s, const struct code *c)
{
	if (forms[s->kind].at)
		put_string(w, "at", suspend_kind_name(s->why));
	if (forms[s->kind].how || (forms[s->kind].how_if_throw && s->how == HOW_THROW))
		put_string(w, "how", how_names[s->how]);
	if (forms[s->kind].why)
		put_string(w, "why", suspend_kind_name(s->why));
	if (forms[s->kind].value && s->value.kind != R_UNSET && s->how != HOW_THROW)
		put_value(w, "value",
			s->kind == EVENT_RETURN && (c->flags & CODE_CLASS_BODY) != 0
				? (struct rvalue){ .kind = R_NONE }
				: s->value);
	if (s->stop)
		put_true(w, "stop");
	if (s->silent)
		put_true(w, "silent_resume");
}

static void put_frame_step(struct writer *w, const struct step *s)
{
	const struct mframe *f = moment_frame(w->m, s->frame);
	put_string(w, "func", f->info->code->qualname);
	put_unsigned(w, "frame", f->info->entry);
	if (s->placeless)
		put_null(w, "line");
	else
		put_unsigned(w, "line", s->line);
	put_details(w, s, f->info->code);
	put_locals(w, f);
	if (moment_task_name(w->m))
		put_string(w, "task", moment_task_name(w->m));
	if (w->greenlets)
		put_unsigned(w, "greenlet", f->info->greenlet);
}

static bool end_object(struct writer *w, const struct export_sink *sink)
{
	assert(w->line.len > 0 && w->line.text[0] == '{' && "an object was begun");
	sbuf_str(&w->line, "}\n");
	return sink->write(sink->self, w->line.text, w->line.len);
}

static void begin_object(struct writer *w, const char *event)
{
	sbuf_truncate(&w->line, 0);
	sbuf_char(&w->line, '{');
	put_string(w, "event", event);
}

static bool write_step(struct writer *w, const struct step *s, const struct export_sink *sink)
{
	const char *name = step_kinds[s->kind].record_name;
	if (name == NULL)
		return true;
	begin_object(w, name);
	if (step_is(s->kind, STEP_PEERS))
		put_transfer(w, s);
	else
		put_frame_step(w, s);
	w->written++;
	return end_object(w, sink);
}

static bool write_end(struct writer *w, const struct export_sink *sink)
{
	bool cut = trace_end_is_cut(trace_end(w->t));
	bool failed = trace_end(w->t) == TRACE_UNCAUGHT || trace_end(w->t) == TRACE_EXIT;
	begin_object(w, cut ? "truncated" : "end");
	if (cut)
		put_unsigned(w, "after", w->written);
	else if (failed && trace_end_text(w->t) != NULL)
		put_string(w, "exc", trace_end_text(w->t));
	else if (trace_end(w->t) == TRACE_DEADLOCK)
		put_string(w, "exc", "deadlock");
	else
		put_null(w, "exc");
	return end_object(w, sink);
}

static bool has_greenlets(const struct trace *t)
{
	for (uint32_t id = 0; id < trace_frames(t); id++) {
		if (trace_frame(t, id).greenlet != 0)
			return true;
	}
	return false;
}

bool jsonl_write(const struct trace *t, const struct export_sink *sink)
{
	struct writer w = { .t = t, .m = moment_new(t), .greenlets = has_greenlets(t) };
	bool going = true;
	while (going && moment_forward(w.m))
		going = write_step(&w, moment_last(w.m), sink);
	going = going && write_end(&w, sink);
	sbuf_fini(&w.line);
	moment_free(w.m);
	return going;
}

const struct export_format format_jsonl = {
	.name = "jsonl",
	.doc = "one JSON object a line",
	.write_trace = jsonl_write,
	.write_claims = claims_jsonl_write,
};
