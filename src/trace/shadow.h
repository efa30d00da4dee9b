#ifndef COSUB_TRACE_SHADOW_H
#define COSUB_TRACE_SHADOW_H

/*
 * What a recorder saw last of the frames that live: found by frame->watch, the
 * index + 1.  Those of dead frames are used again for frames of the same code.
 */

#include "trace/frames.h"
#include "vm/value/frame.h"

/* A variable as it was seen.  If word is an object: what tells it from others
 * that may lie at the same address later. */
struct seen {
	value word;
	uint64_t content;
};

/* What the frames of a code have in common. */
struct shadow_code {
	const struct code *code;
	uint32_t number; /* in the record */
	uint16_t nvars;  /* without the hidden ones at the end */
	bool named;      /* its frames have variables, not a dict of names */
	struct shadow *spare;
};

struct shadow {
	struct shadow_code *of;
	uint32_t watch;
	uint32_t id, slot; /* in the record */
	uint32_t point;    /* the re-entry point before point_pc; valid if that is not NULL */
	const struct instr *point_pc;
	bool dead;           /* it has ended; its generator may still be there */
	bool named;          /* the dict with its names was told, or there is none */
	struct shadow *next; /* spare one */
	struct seen vars[];
};

enum { RECENT_CODES = 16 };

struct shadows {
	struct {
		ARRAY(struct shadow *);
	} all;
	struct {
		ARRAY(struct shadow_code *);
	} codes;                                  /* by number; NULL: no frame yet */
	struct shadow_code *recent[RECENT_CODES]; /* by address */
};

struct shadow_code *shadows_find_code(
	struct shadows *s, struct frame_table *t, const struct code *c);
/* What is known of a code, whose number is that of t (it is added if need be). */
static inline struct shadow_code *shadows_code(
	struct shadows *s, struct frame_table *t, const struct code *c)
{
	struct shadow_code *recent = s->recent[(uintptr_t)c / sizeof *c % RECENT_CODES];
	return recent && recent->code == c ? recent : shadows_find_code(s, t, c);
}

/* One for a new frame of that code: no variable was seen; id and slot are not set. */
struct shadow *shadows_take(struct shadows *s, struct shadow_code *of);
void shadows_give_back(struct shadow *shadow);
void shadows_fini(struct shadows *s);

static inline struct shadow *shadows_of(const struct shadows *s, const struct frame *f)
{
	return f->watch ? s->all.at[f->watch - 1] : NULL;
}

/* See struct seen; after the record has given o its number. */
static inline uint64_t seen_content(const struct obj *o)
{
	if (o->kind != OBJ_INT && o->kind != OBJ_FLOAT)
		return (uint64_t)o->serial << 8 | o->kind;
	/* An int or float is what it holds: eight bytes behind the header. */
	uint64_t bits = (uint64_t)((const struct big_int *)o)->i;
	return o->kind == OBJ_INT ? bits : bits ^ 0x9e3779b97f4a7c15;
}

/* Whether the variable is as it was. */
static inline bool seen_same(const struct seen *s, value v)
{
	return v == s->word && (!is_obj(v) || seen_content(obj_get(v)) == s->content);
}

#endif
