#ifndef COSUB_TRACE_GREENLETS_H
#define COSUB_TRACE_GREENLETS_H

/*
 * The greenlets of a run: which object each is, and the first frame that ran in
 * it, which is its function's.  Their numbers are their own for the whole run.
 */

#include "base/array.h"
#include "base/map.h"

#include <stdbool.h>
#include <stdint.h>

/* Zeroed memory is an empty table. */
struct greenlet_table {
	struct {
		ARRAY(uint32_t);
	} first; /* by number: id of its first frame + 1; 0: none yet */
	struct {
		ARRAY(bool);
	} shown;            /* by number: whether its object is known */
	struct map numbers; /* serial of its object → number */
	uint32_t bearing;   /* in which the last frame was born, + 1; 0: none yet */
};

void greenlets_first_birth(struct greenlet_table *t, uint32_t number, uint32_t frame);
/* A frame is born while greenlet number runs. */
static inline void greenlets_birth(struct greenlet_table *t, uint32_t number, uint32_t frame)
{
	if (t->bearing != number + 1)
		greenlets_first_birth(t, number, frame);
}

void greenlets_first_show(struct greenlet_table *t, uint32_t number, uint64_t serial);
/* The object of that serial is the greenlet: each time the same. */
static inline void greenlets_show(struct greenlet_table *t, uint32_t number, uint64_t serial)
{
	if (number >= t->shown.len || !t->shown.at[number])
		greenlets_first_show(t, number, serial);
}
size_t greenlets_size(const struct greenlet_table *t);
void greenlets_fini(struct greenlet_table *t);

#endif
