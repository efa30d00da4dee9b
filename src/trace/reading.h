#ifndef COSUB_TRACE_READING_H
#define COSUB_TRACE_READING_H

/*
 * From the machine's values to recorded ones.  An object that the record meets
 * for the first time gets a serial number and is read in: its contents, the
 * objects in there, and so on, one after another and not one inside the other,
 * so that no nesting is too deep.
 */

#include "trace/store.h"
#include "vm/value/object.h"

/* The labels of coroutines of some functions, as texts + 1. */
enum { RECENT_LABELS = 16 };

struct reading {
	struct trace *t;
	struct vm *vm;
	uint32_t serials; /* given so far */
	struct {
		ARRAY(uint32_t);
	} births; /* what stood in the place of serial i + 1 before */
	struct {
		ARRAY(uint32_t);
	} frames; /* the record's number of the frame with watch i + 1 */
	struct {
		ARRAY(struct obj *);
	} waiting; /* have a serial and are not read in yet */
	struct {
		ARRAY(struct rvalue);
	} items;           /* of the object at hand */
	struct sbuf label; /* of the object at hand */
	struct label_seen {
		const struct proto *proto;
		uint64_t text;
	} recent[RECENT_LABELS]; /* by address */
};

/* v as it is recorded.  If that is a new object, it waits to be read in. */
struct rvalue reading_value(struct reading *r, value v);

/* For the readers of object_kind.c: puts down values as contents of the object
 * at hand. */
void reading_put(struct reading *r, value v);
void reading_put_all(struct reading *r, const value *at, uint32_t n);

/* Reads in all that wait.  Before the next step is logged. */
void reading_finish(struct reading *r);

/* The contents of an object as it is now, all in one. */
void reading_again(struct reading *r, struct obj *o);

/* The items [at, at + nold) of o gave way to n new ones. */
void reading_splice(
	struct reading *r, struct obj *o, uint32_t at, uint32_t nold, const value *new, uint32_t n);
/* Item i, that was old, is new; ints as a difference. */
void reading_item(struct reading *r, struct obj *o, uint32_t i, value old, value new);
/* Entry i of a dict or set. */
void reading_entry(
	struct reading *r, struct obj *o, uint32_t i, const value old[2], const value new[2]);

void reading_fini(struct reading *r);

#endif
