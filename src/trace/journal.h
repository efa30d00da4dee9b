#ifndef COSUB_TRACE_JOURNAL_H
#define COSUB_TRACE_JOURNAL_H

/*
 * What a world (world.h) replaced while it folded the last steps: the way back
 * from each.  An entry is made before a change; undoing takes the entries back,
 * last first.  What a change took out of the world (a frame whose slot went to
 * another, an object that died) belongs to its entry until then.
 */

#include "trace/log.h"
#include "trace/moment.h"

struct wframe;
struct wobject;
struct world;

/* What the control of a frame is, apart from its variables. */
struct control {
	enum coro_state state;
	uint32_t line;
	uint32_t resumer;   /* who called or resumed it, while it runs or waits; FRAME_NONE */
	uint32_t delegator; /* who delegates to it; FRAME_NONE */
	uint32_t delegates_to;
	enum suspend_kind why;
	uint32_t reentry, entries, resumes;
	uint64_t last_step;
	uint64_t names; /* serial of the dict with its names; 0: it has variables */
	bool unwound, destroyed;
};

enum change_kind {
	CHANGE_VAR,      /* frame, index, old */
	CHANGE_RESULT,   /* frame, old */
	CHANGE_LINE,     /* frame, index: old line, number: old last step */
	CHANGE_CONTROL,  /* frame, control */
	CHANGE_POINT,    /* counter: one less */
	CHANGE_GREENLET, /* index, number: its frame before */
	CHANGE_BIRTH,    /* index: slot, frame: who was there (owned) or NULL */
	CHANGE_ITEM,     /* object, index, old */
	CHANGE_SPLICE,   /* object, index, count: new ones, items (owned), n: old ones */
	CHANGE_CONTENTS, /* object, items (owned), n */
	CHANGE_ATTRS,    /* object, number */
	CHANGE_NEW,      /* object */
	CHANGE_GONE      /* object (owned) */
};

struct change {
	enum change_kind kind;
	uint32_t index, count, n;
	union {
		struct wframe *frame;
		struct wobject *object;
		uint32_t *counter;
	};
	union {
		struct rvalue old;
		uint64_t number;
		struct rvalue *items;
		struct control control;
	};
};

/* What else a world is, copied as a whole at each step. */
struct clockwork {
	uint64_t k;
	struct step_place place;
	uint32_t running;
	uint64_t objects; /* serial of the newest */
	int64_t clock;
	uint64_t output;
	uint32_t task; /* that made the last steps; + 1; 0 none */
};

struct journal_step {
	struct clockwork before;
	size_t first; /* index of its first change */
};

struct journal {
	struct {
		ARRAY(struct journal_step);
	} steps;
	struct {
		ARRAY(struct change);
	} changes;
	bool off; /* nothing is kept: the way back is not wanted */
};

/* How many steps are kept at most (a little more for a while), and how many of
 * those that a jump folds. */
enum { JOURNAL_STEPS = 4096, JOURNAL_JUMP_STEPS = 256 };

/* A step begins at this state. */
void journal_begin(struct journal *j, const struct clockwork *now);
/* A change of the step that was begun last.  What it owns is the journal's. */
void journal_note(struct journal *j, struct change c);

/* The same for changes that own nothing and are many: an entry to be filled
 * in, or NULL when nothing is kept. */
static inline struct change *journal_add(struct journal *j, enum change_kind kind)
{
	if (j->off)
		return NULL;
	if (j->changes.len == j->changes.cap)
		array_reserve(&j->changes, 1);
	struct change *c = &j->changes.at[j->changes.len++];
	c->kind = kind;
	return c;
}
/* The first of the changes of the last step, and how many there are. */
const struct change *journal_last(const struct journal *j, size_t *n);
void journal_clear(struct journal *j);
void journal_fini(struct journal *j);

#endif
