#ifndef COSUB_TRACE_WORLD_H
#define COSUB_TRACE_WORLD_H

/*
 * The state of a program as the log tells it: what a moment shows.  It folds
 * the log forward, a record at a time, and keeps in a journal what each change
 * replaced, so that it can go back the way it came.
 *
 * Who runs follows from the steps: CALL and RESUME make their frame run and
 * the one that ran wait for it; YIELD, RETURN and UNWIND give control back to
 * that one; a TRANSFER leaves the running frame of one greenlet suspended and
 * goes on with that of the other.
 */

#include "base/map.h"
#include "trace/journal.h"
#include "trace/store.h"

/* The frame in a slot.  One block of memory. */
struct wframe {
	struct control c;
	struct rvalue *vars;  /* as they are: cells as objects */
	struct rvalue *shown; /* NULL if no variable is a cell */
	uint32_t *points;     /* see mframe.point_resumes */
	struct rvalue result;
	struct frame_info info;
	uint32_t first_point; /* see frame_code */
	struct mframe view;   /* filled when it is asked for */
};

struct wobject {
	uint64_t serial;
	size_t index; /* in all */
	enum obj_kind kind;
	uint64_t label, type; /* texts + 1; 0 none */
	uint64_t attrs;
	uint32_t frame;
	int64_t extra;
	struct rvalue *items;
	uint32_t n, cap;
	struct mobject view;
};

struct world {
	const struct trace *t;
	struct clockwork now;
	struct {
		ARRAY(struct wframe *);
	} slots;                /* NULL: no frame was there yet */
	struct map frames;      /* id → struct wframe *, of those in slots */
	struct wframe *at_hand; /* frame at_hand_id, for speed; NULL: look it up */
	uint32_t at_hand_id;
	struct map objects; /* serial → struct wobject * */
	struct {
		ARRAY(struct wobject *);
	} all;
	struct {
		ARRAY(uint32_t);
	} greenlets;      /* the frame in which each gave way */
	uint32_t *points; /* counts of re-entries, by frame_code.first_point */
	struct journal journal;
	struct frame_info infos[FRAMES_PER_BLOCK]; /* those from block on, unpacked together */
	uint32_t block;                            /* FRAME_NONE: none */
};

void world_init(struct world *w, const struct trace *t);
/* Back to the state before the first step. */
void world_clear(struct world *w);
void world_fini(struct world *w);

/* Folds the next step; false at the end. */
bool world_forward(struct world *w);
/* What the last step was, if the journal has it. */
void world_last(const struct world *w, struct step *s);
/* Takes the last step back; false if the journal does not reach so far. */
bool world_back(struct world *w);

/* What a record does to the world, except for the change of place and what
 * steps have in common (fold.c). */
void world_apply(struct world *w, const struct record *r);
/* Takes a change back. */
void world_undo(struct world *w, struct change *c);

/* The frame, if its slot is still its own; else NULL. */
struct wframe *world_frame(const struct world *w, uint32_t id);
struct wobject *world_object(const struct world *w, uint64_t serial);

/* The world of a moment. */
const struct world *moment_world(const struct moment *m);

struct wframe *wframe_new(struct world *w, uint32_t id);
void wframe_free(struct wframe *f);
/* An object of n items, in the world. */
struct wobject *world_add_object(struct world *w, uint64_t serial, uint32_t n);
void wobject_free(struct wobject *o);
void world_remove_object(struct world *w, struct wobject *o);
/* Puts an object back that was removed. */
void world_insert_object(struct world *w, struct wobject *o);
/* The items [at, at + nold) give way to n new ones. */
void wobject_splice(
	struct wobject *o, uint32_t at, uint32_t nold, const struct rvalue *new, uint32_t n);
/* Puts f (or NULL) into a slot; gives the frame that was there, which is now
 * the caller's. */
struct wframe *world_set_slot(struct world *w, uint32_t slot, struct wframe *f);
/* Gives the frame that was there. */
uint32_t world_set_greenlet(struct world *w, uint32_t greenlet, uint32_t frame);

#endif
