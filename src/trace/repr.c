/*
 * Values as text, by the rules of the trace format: they never run the
 * program's code, never show an address, and are short.
 */

#include "trace/moment.h"

#include "base/array.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "trace/object_kind.h"
#include "trace/text.h"
#include "vm/kind/number.h"
#include "vm/library/kinds.h"
#include "vm/value/native.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ITEMS = 20, MAX_STR = 80, MAX_DEPTH = 4, MAX_LEN = 400 };

/* One value in others: how deep, and which objects are around it. */
struct repr {
	const struct moment *m;
	struct sbuf *out;
	bool brief; /* for a person: names as short as they can be */
	int depth;
	uint64_t around[MAX_DEPTH + 1];
};

static void repr_value(struct repr *r, struct rvalue v);

static bool is_around(const struct repr *r, uint64_t serial)
{
	for (int i = 0; i < r->depth; i++) {
		if (r->around[i] == serial)
			return true;
	}
	return false;
}

static void repr_text(struct repr *r, uint64_t n)
{
	size_t len;
	const char *s = trace_text(moment_trace(r->m), n, &len);
	text_repr(s, len, trace_text_count(moment_trace(r->m), n), MAX_STR, r->out);
}

static void separate(struct repr *r, uint32_t i)
{
	if (i > 0)
		sbuf_str(r->out, ", ");
}

/* The sign for the items past the first MAX_ITEMS; false while i is below. */
static bool ends_items(struct repr *r, uint32_t i, uint32_t n)
{
	if (i < MAX_ITEMS)
		return false;
	sbuf_printf(r->out, "…+%u", n - MAX_ITEMS);
	return true;
}

static void repr_items(struct repr *r, const struct rvalue *items, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		separate(r, i);
		if (ends_items(r, i, n))
			return;
		repr_value(r, items[i]);
	}
}

static uint32_t count_entries(const struct mobject *o)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < o->n; i++)
		n += o->items[2 * i].kind != R_UNSET && o->items[2 * i + 1].kind != R_UNSET;
	return n;
}

static void repr_entries(struct repr *r, const struct mobject *o, uint32_t n)
{
	uint32_t shown = 0;
	for (uint32_t i = 0; i < o->n; i++) {
		const struct rvalue *entry = &o->items[2 * i];
		if (entry[0].kind == R_UNSET || entry[1].kind == R_UNSET)
			continue;
		separate(r, shown);
		if (ends_items(r, shown++, n))
			return;
		repr_value(r, entry[0]);
		sbuf_str(r->out, ": ");
		repr_value(r, entry[1]);
	}
}

static int compare_texts(const void *a, const void *b)
{
	const struct sbuf *x = a, *y = b;
	return strcmp(x->text, y->text);
}

/* The elements of a set in the order of their text. */
static void repr_elements(struct repr *r, const struct mobject *o)
{
	struct {
		ARRAY(struct sbuf);
	} texts = { 0 };
	struct sbuf *out = r->out;
	for (uint32_t i = 0; i < o->n; i++) {
		if (o->items[i].kind == R_UNSET)
			continue;
		struct sbuf text = { 0 };
		r->out = &text;
		repr_value(r, o->items[i]);
		array_push(&texts, text);
	}
	r->out = out;
	if (texts.len > 0)
		qsort(texts.at, texts.len, sizeof *texts.at, compare_texts);
	for (uint32_t i = 0; i < texts.len; i++) {
		if (i <= MAX_ITEMS)
			separate(r, i);
		if (i == MAX_ITEMS)
			ends_items(r, i, (uint32_t)texts.len);
		else if (i < MAX_ITEMS)
			sbuf_bytes(out, texts.at[i].text, texts.at[i].len);
	}
	for (uint32_t i = 0; i < texts.len; i++)
		sbuf_fini(&texts.at[i]);
	array_fini(&texts);
}

static uint32_t count_elements(const struct mobject *o)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < o->n; i++)
		n += o->items[i].kind != R_UNSET;
	return n;
}

static uint32_t count_contents(const struct mobject *o)
{
	switch (object_kinds[o->kind].shape) {
	case SHAPE_ENTRIES:
		return count_entries(o);
	case SHAPE_ELEMENTS:
		return count_elements(o);
	default:
		return o->n;
	}
}

/* The text that is all if the n contents are not shown; NULL: they are. */
static const char *in_place_of_contents(
	const struct repr *r, const struct mobject *o, uint32_t n, const struct object_brackets *b)
{
	if (b->inside && is_around(r, o->serial))
		return b->inside;
	if (n == 0)
		return b->empty;
	return r->depth >= MAX_DEPTH ? b->deep : NULL;
}

static void enter(struct repr *r, const struct mobject *o, const char *open)
{
	sbuf_str(r->out, open);
	r->around[r->depth++] = o->serial;
}

static void leave_nested(struct repr *r, const char *close)
{
	r->depth--;
	sbuf_str(r->out, close);
}

/* Containers whose class is built in show what they hold. */
static void repr_contents(struct repr *r, const struct mobject *o)
{
	const struct object_kind *k = &object_kinds[o->kind];
	const struct object_brackets *b = k->brackets;
	uint32_t n = count_contents(o);
	const char *all = in_place_of_contents(r, o, n, b);
	if (all) {
		sbuf_str(r->out, all);
		return;
	}
	enter(r, o, b->open);
	if (k->shape == SHAPE_ENTRIES)
		repr_entries(r, o, n);
	else if (k->shape == SHAPE_ELEMENTS)
		repr_elements(r, o);
	else
		repr_items(r, o->items, n);
	leave_nested(r, n == 1 && b->one ? b->one : b->close);
	if (b->bound && o->extra >= 0)
		sbuf_printf(r->out, "%s%" PRId64, b->bound, o->extra);
	if (b->end)
		sbuf_str(r->out, b->end);
}

static bool shows_group(const struct mobject *o)
{
	return o->extra && o->n > 0;
}

/* The exceptions of a group: a list in it. */
static void repr_members(struct repr *r, const struct mobject *o)
{
	const struct object_brackets *b = object_kinds[OBJ_LIST].brackets;
	sbuf_str(r->out, ", ");
	if (r->depth >= MAX_DEPTH) {
		sbuf_str(r->out, b->deep);
		return;
	}
	enter(r, o, b->open);
	repr_items(r, o->items + 1, o->n - 1);
	leave_nested(r, b->close);
}

static void repr_exception(struct repr *r, const struct mobject *o)
{
	const char *name = o->label ? o->label : "Exception";
	if (is_around(r, o->serial) || r->depth >= MAX_DEPTH) {
		sbuf_printf(r->out, "%s(…)", name);
		return;
	}
	sbuf_printf(r->out, "%s(", name);
	r->around[r->depth++] = o->serial;
	uint32_t nargs = shows_group(o) ? 1 : o->n;
	for (uint32_t i = 0; i < nargs; i++) {
		separate(r, i);
		repr_value(r, o->items[i]);
	}
	if (shows_group(o))
		repr_members(r, o);
	leave_nested(r, ")");
}

static const char *find_state(
	const struct moment *m, const struct mobject *o, const char *name, struct rvalue *v)
{
	const struct mobject *attrs = moment_object(m, o->attrs);
	const struct trace *t = moment_trace(m);
	for (uint32_t i = 0; attrs && i < attrs->n; i++) {
		struct rvalue key = attrs->items[2 * i];
		if (key.kind != R_TEXT || strcmp(trace_text(t, key.n, NULL), name) != 0)
			continue;
		*v = attrs->items[2 * i + 1];
		return v->kind == R_TEXT ? trace_text(t, v->n, NULL) : NULL;
	}
	return NULL;
}

/* Futures and tasks show their state, which their class keeps in attributes. */
static bool repr_future(struct repr *r, const struct mobject *o)
{
	static const struct {
		const char *state, *word;
	} states[] = {
		{ "PENDING", "pending" },
		{ "CANCELLED", "cancelled" },
		{ "FINISHED", "finished" },
	};
	struct rvalue v;
	const char *state = o->attrs ? find_state(r->m, o, "_state", &v) : NULL;
	for (size_t i = 0; state && i < sizeof states / sizeof *states; i++) {
		if (strcmp(state, states[i].state) != 0)
			continue;
		const char *name = find_state(r->m, o, "_name", &v);
		if (name)
			sbuf_printf(r->out, "<Task %s %s>", name, states[i].word);
		else
			sbuf_printf(r->out, "<Future %s>", states[i].word);
		return true;
	}
	return false;
}

static bool is_future_label(const struct mobject *o)
{
	return o->label && (strcmp(o->label, "<Task>") == 0 || strcmp(o->label, "<Future>") == 0);
}

static void repr_frame_name(struct repr *r, uint32_t id, bool brackets)
{
	struct sbuf name = { 0 };
	trace_frame_name(moment_frame_info(r->m, id), &name);
	sbuf_printf(
		r->out, !brackets || *sbuf_cstr(&name) == '<' ? "%s" : "<%s>", sbuf_cstr(&name));
	sbuf_fini(&name);
}

/* The name of the frame of a generator or coroutine, "<counter#1>". */
static bool repr_frame(struct repr *r, const struct mobject *o)
{
	if (!is_coroutine_kind((enum obj_kind)o->kind) || o->frame == FRAME_NONE)
		return false;
	repr_frame_name(r, o->frame, true);
	return true;
}

/* "<function step>" for "<function fibonacci.<locals>.step>". */
static bool repr_local(struct repr *r, const struct mobject *o)
{
	static const char function[] = "<function ", locals[] = ".<locals>.";
	const char *last = NULL;
	for (const char *at = o->label; at && (at = strstr(at, locals)); at = last)
		last = at + sizeof locals - 1;
	if (!last || strncmp(o->label, function, sizeof function - 1) != 0)
		return false;
	sbuf_printf(r->out, "%s%s", function, last);
	return true;
}

void moment_called(const struct moment *m, struct rvalue v, struct sbuf *out)
{
	static const char *const kinds[] = { "function ", "method " };
	struct sbuf text = { 0 };
	struct repr r = { .m = m, .out = &text, .brief = true };
	repr_value(&r, v);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *name = strstr(sbuf_cstr(&text), kinds[i]);
		if (text.text[0] != '<' || !name)
			continue;
		name += strlen(kinds[i]);
		const char *of = strstr(name, " of ");
		utf8_printable(out, name, of ? (size_t)(of - name) : strlen(name) - 1);
		break;
	}
	sbuf_fini(&text);
}

/* What a greenlet runs first. */
static void repr_run(struct repr *r, struct rvalue run)
{
	size_t start = r->out->len;
	sbuf_char(r->out, ' ');
	moment_called(r->m, run, r->out);
	if (r->out->len == start + 1)
		sbuf_truncate(r->out, start);
}

/* By the frame that it ran first, "<waits#1>", "<Worker run#1>"; before it has
 * begun by its function, "<greenlet waits>". */
static bool repr_greenlet(struct repr *r, const struct mobject *o)
{
	if (o->kind != OBJ_GREENLET)
		return false;
	if (o->extra) {
		sbuf_str(r->out, "<main greenlet>");
		return true;
	}
	const struct trace *t = moment_trace(r->m);
	uint32_t id = trace_greenlet_frame(t, trace_greenlet_number(t, o->serial));
	bool own = o->type_name != NULL,
	     begun = id != FRAME_NONE && trace_frame(t, id).born <= moment_step(r->m);
	sbuf_str(r->out, own ? "<" : begun ? "" : "<greenlet");
	if (own)
		sbuf_str(r->out, o->type_name);
	if (begun) {
		sbuf_str(r->out, own ? " " : "");
		repr_frame_name(r, id, !own);
	} else if (o->n > 0) {
		repr_run(r, o->items[0]);
	}
	sbuf_str(r->out, own || !begun ? ">" : "");
	return true;
}

static bool repr_briefly(struct repr *r, const struct mobject *o)
{
	return r->brief && (repr_frame(r, o) || repr_local(r, o) || repr_greenlet(r, o));
}

static void repr_object(struct repr *r, uint64_t serial)
{
	const struct mobject *o = moment_object(r->m, serial);
	if (!o)
		sbuf_str(r->out, "<gone>");
	else if (repr_briefly(r, o))
		return;
	else if (o->kind == OBJ_EXCEPTION)
		repr_exception(r, o);
	else if (is_future_label(o) && repr_future(r, o))
		return;
	else if (o->label)
		sbuf_str(r->out, o->label);
	else if (object_kinds[o->kind].brackets)
		repr_contents(r, o);
	else
		sbuf_printf(r->out, "<%s>", o->type_name ? o->type_name : kind_name(o->kind));
}

static void repr_value(struct repr *r, struct rvalue v)
{
	static const char *const words[] = {
		[R_UNSET] = "<unset>",
		[R_NONE] = "None",
		[R_TRUE] = "True",
		[R_FALSE] = "False",
		[R_ELLIPSIS] = "Ellipsis",
		[R_NOT_IMPLEMENTED] = "NotImplemented",
	};
	switch (v.kind) {
	case R_INT:
		sbuf_signed(r->out, v.i);
		return;
	case R_FLOAT:
		float_repr(v.f, r->out);
		return;
	case R_TEXT:
		repr_text(r, v.n);
		return;
	case R_OBJECT:
		repr_object(r, v.n);
		return;
	default:
		sbuf_str(r->out, words[v.kind]);
	}
}

/* Cuts what stands behind start to so many characters and an ellipsis. */
static void cut_characters(struct sbuf *out, size_t start, size_t most)
{
	size_t at = start;
	for (size_t n = 0; n < most && at < out->len; n++) {
		uint32_t c;
		size_t len = utf8_decode_wtf(out->text + at, out->len - at, &c);
		at += len > 0 ? len : 1;
	}
	if (at >= out->len)
		return;
	sbuf_truncate(out, at);
	sbuf_str(out, "…");
}

static void repr_whole(const struct moment *m, struct rvalue v, bool brief, struct sbuf *out)
{
	size_t start = out->len;
	struct repr r = { .m = m, .out = out, .brief = brief };
	repr_value(&r, v);
	cut_characters(out, start, MAX_LEN);
}

void moment_repr(const struct moment *m, struct rvalue v, struct sbuf *out)
{
	repr_whole(m, v, false, out);
}

/* What ends the text of a value that begins so: ")" of "deque([", "]" of "A:[". */
static char closing(const char *text)
{
	static const char pairs[] = "()[]{}<>''\"\"";
	text += strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:");
	const char *open = *text != '\0' ? strchr(pairs, *text) : NULL;
	return open != NULL ? open[1] : '\0';
}

/* Where the last whole item ends in a text that is cut, if that leaves half of
 * it; else its end. */
static size_t end_of_items(const struct sbuf *b, size_t start)
{
	for (size_t i = b->len; i > start + (b->len - start) / 2; i--)
		if (b->text[i - 2] == ',' && b->text[i - 1] == ' ')
			return i;
	return b->len;
}

enum { CLOSED_FROM = 6 }; /* columns from which on there is room for a bracket behind a cut */

void moment_repr_cut(struct sbuf *out, size_t start, uint32_t columns)
{
	if (out->len == start || utf8_columns(out->text + start, out->len - start) <= columns)
		return;
	char end = columns >= CLOSED_FROM ? closing(out->text + start) : '\0';
	if (end == '\0') {
		utf8_cut(out, start, columns);
		return;
	}
	utf8_cut(out, start, columns - 1);
	sbuf_truncate(out, out->len - strlen("…"));
	if (end != '\'' && end != '"')
		sbuf_truncate(out, end_of_items(out, start));
	if (out->text[out->len - 1] == ',')
		sbuf_truncate(out, out->len - 1);
	sbuf_printf(out, "…%c", end);
}

void moment_repr_short(const struct moment *m, struct rvalue v, uint32_t columns, struct sbuf *out)
{
	struct sbuf whole = { 0 };
	size_t start = out->len;
	repr_whole(m, v, true, &whole);
	utf8_printable(out, sbuf_cstr(&whole), whole.len);
	moment_repr_cut(out, start, columns);
	sbuf_fini(&whole);
}
