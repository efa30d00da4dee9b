#include "trace/reading.h"

#include "trace/object_kind.h"
#include "vm/value/frame.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"

#include <string.h>

static struct rvalue text_value(struct reading *r, struct str *s)
{
	if (s->obj.serial == 0)
		s->obj.serial = (uint32_t)trace_add_text(r->t, s->bytes, s->len, s->count) + 1;
	return rvalue_text(s->obj.serial - 1);
}

static struct rvalue object_value(struct reading *r, struct obj *o)
{
	if (!(o->flags & OBJ_SEEN)) {
		o->flags |= OBJ_SEEN;
		array_push(&r->births, o->serial);
		o->serial = ++r->serials;
		array_push(&r->waiting, o);
	}
	return rvalue_object(o->serial);
}

static struct rvalue constant_value(value v)
{
	switch (v) {
	case V_NONE:
		return (struct rvalue){ .kind = R_NONE };
	case V_TRUE:
		return (struct rvalue){ .kind = R_TRUE };
	case V_FALSE:
		return (struct rvalue){ .kind = R_FALSE };
	case V_ELLIPSIS:
		return (struct rvalue){ .kind = R_ELLIPSIS };
	case V_NOT_IMPLEMENTED:
		return (struct rvalue){ .kind = R_NOT_IMPLEMENTED };
	default:
		return (struct rvalue){ .kind = R_UNSET };
	}
}

struct rvalue reading_value(struct reading *r, value v)
{
	if (is_small(v))
		return rvalue_int(small_get(v));
	if (!is_obj(v))
		return constant_value(v);
	struct obj *o = obj_get(v);
	switch (o->kind) {
	case OBJ_INT:
		return rvalue_int(((struct big_int *)o)->i);
	case OBJ_FLOAT:
		return (struct rvalue){ .kind = R_FLOAT, .f = ((struct float_obj *)o)->f };
	case OBJ_STR:
		return o->flags & OBJ_TYPED ? object_value(r, o) : text_value(r, (struct str *)o);
	default:
		return object_value(r, o);
	}
}

void reading_put(struct reading *r, value v)
{
	array_push(&r->items, reading_value(r, v));
}

void reading_put_all(struct reading *r, const value *at, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		reading_put(r, at[i]);
}

static void read_contents(struct reading *r, const struct obj *o)
{
	r->items.len = 0;
	if (object_kinds[o->kind].read)
		object_kinds[o->kind].read(r, o);
}

/* The attributes of the program's own objects are followed, as a dict, and
 * those of futures, for their state. */
static uint64_t attrs_of(struct reading *r, const struct obj *o)
{
	const struct type *t = object_kind_type(o);
	if (!t || o->kind == OBJ_STR || o->kind == OBJ_EXCEPTION ||
		(t->obj.flags & OBJ_LIBRARY && !object_kind_is_future(t)))
		return 0;
	const struct dict *d = ((const struct instance *)o)->attrs;
	return d ? reading_value(r, obj_value(d)).n : 0;
}

static int64_t extra_of(const struct reading *r, const struct obj *o)
{
	const struct object_kind *k = &object_kinds[o->kind];
	return k->extra ? k->extra(r, o) : 0;
}

static uint32_t frame_of(const struct reading *r, const struct obj *o)
{
	if (!is_coroutine_kind((enum obj_kind)o->kind))
		return FRAME_NONE;
	uint32_t watch = ((const struct frame *)o)->watch;
	return watch ? r->frames.at[watch - 1] : FRAME_NONE;
}

static uint64_t text_or_zero(struct reading *r, const struct sbuf *b)
{
	return b->len > 0 ? trace_add_text(r->t, b->text, b->len, b->len) + 1 : 0;
}

static uint64_t type_text(struct reading *r, const struct obj *o)
{
	const struct type *t = object_kind_type(o);
	return t && is_str(t->name) ? text_value(r, (struct str *)obj_get(t->name)).n + 1 : 0;
}

/* The text + 1 that stands for o; 0: its contents say all. */
static uint64_t label_text(struct reading *r, const struct obj *o)
{
	sbuf_truncate(&r->label, 0);
	object_kind_label(r->vm, o, &r->label);
	return text_or_zero(r, &r->label);
}

/* The same; coroutines that have no names of their own are alike. */
static uint64_t label_number(struct reading *r, const struct obj *o)
{
	if (!is_coroutine_kind((enum obj_kind)o->kind) || ((const struct frame *)o)->renamed)
		return label_text(r, o);
	const struct proto *p = ((const struct frame *)o)->proto;
	struct label_seen *seen = &r->recent[(uintptr_t)p / sizeof *p % RECENT_LABELS];
	if (seen->proto != p)
		*seen = (struct label_seen){ p, label_text(r, o) };
	return seen->text;
}

static void read_in(struct reading *r, const struct obj *o)
{
	struct record n = { .kind = RECORD_NEW, .u = { o->kind }, .s = extra_of(r, o) };
	read_contents(r, o);
	uint64_t label = label_number(r, o);
	if (label > 0 || n.s != 0) {
		n.kind = RECORD_NEW_LABEL;
		n.u[1] = label;
		n.u[2] = type_text(r, o);
		n.u[3] = attrs_of(r, o);
		n.u[4] = (uint64_t)(uint32_t)(frame_of(r, o) + 1);
	}
	n.items = r->items.at;
	n.n = (uint32_t)r->items.len;
	log_put(&r->t->log, &n);
}

void reading_finish(struct reading *r)
{
	for (size_t i = 0; i < r->waiting.len; i++)
		read_in(r, r->waiting.at[i]);
	r->waiting.len = 0;
}

void reading_again(struct reading *r, struct obj *o)
{
	uint64_t attrs = attrs_of(r, o);
	if (attrs)
		log_put(&r->t->log,
			&(struct record){ .kind = RECORD_ATTRS, .u = { o->serial, attrs } });
	if (object_kinds[o->kind].read) {
		read_contents(r, o);
		log_put(&r->t->log,
			&(struct record){ .kind = RECORD_CONTENTS,
				.u = { o->serial },
				.items = r->items.at,
				.n = (uint32_t)r->items.len });
	}
	reading_finish(r);
}

static int64_t length_of(const struct reading *r, struct obj *o)
{
	return o->kind == OBJ_LIST ? ((const struct list *)o)->len
				   : r->vm->kinds[o->kind]->len(obj_value(o));
}

void reading_splice(
	struct reading *r, struct obj *o, uint32_t at, uint32_t nold, const value *new, uint32_t n)
{
	struct log *l = &r->t->log;
	if (nold == 0 && n == 1 && at + 1 == length_of(r, o)) {
		log_put_append(l, o->serial, reading_value(r, new[0]));
	} else if (n == 0) {
		log_put_cut(l, o->serial, at, nold);
	} else {
		r->items.len = 0;
		reading_put_all(r, new, n);
		log_put(l,
			&(struct record){ .kind = RECORD_SPLICE,
				.u = { o->serial, at, nold },
				.items = r->items.at,
				.n = n });
	}
	if (r->waiting.len > 0)
		reading_finish(r);
}

void reading_item(struct reading *r, struct obj *o, uint32_t i, value old, value new)
{
	if (both_small(old, new)) {
		log_put_item_add(&r->t->log, o->serial, i, small_get(new) - small_get(old));
		return;
	}
	log_put_item(&r->t->log, o->serial, i, reading_value(r, new));
	reading_finish(r);
}

static void dict_entry(
	struct reading *r, struct obj *o, uint32_t i, const value old[2], const value new[2])
{
	if (old[0] == new[0] && new[0] != V_UNSET) {
		reading_item(r, o, 2 * i + 1, old[1], new[1]);
		return;
	}
	struct record s = { .kind = RECORD_ENTRY, .u = { o->serial, i } };
	s.v[0] = reading_value(r, new[1] == V_UNSET ? V_UNSET : new[0]);
	s.v[1] = reading_value(r, new[1]);
	log_put(&r->t->log, &s);
	reading_finish(r);
}

void reading_entry(
	struct reading *r, struct obj *o, uint32_t i, const value old[2], const value new[2])
{
	if (object_kinds[o->kind].shape == SHAPE_ENTRIES)
		dict_entry(r, o, i, old, new);
	else
		reading_item(r, o, i, V_UNSET, new[0]);
}

void reading_fini(struct reading *r)
{
	array_fini(&r->waiting);
	array_fini(&r->births);
	array_fini(&r->frames);
	array_fini(&r->items);
	sbuf_fini(&r->label);
}
