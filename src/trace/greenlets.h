#ifndef COSUB_TRACE_GREENLETS_H
#define COSUB_TRACE_GREENLETS_H

/*
 * The greenlets of a run: which object each is, and the first frame that ran in
 * it, which is its function's.  Their numbers are their own for the whole run.
 */

#include "base/array.h"
#include "base/map.h"

#include <stdint.h>

/* Zeroed memory is an empty table. */
struct greenlet_table {
	struct {
		ARRAY(uint32_t);
	} first;            /* by number: id of its first frame + 1; 0: none yet */
	struct map numbers; /* serial of its object → number */
};

/* A frame is born while greenlet number runs. */
void greenlets_birth(struct greenlet_table *t, uint32_t number, uint32_t frame);
/* The object of that serial is the greenlet. */
void greenlets_show(struct greenlet_table *t, uint32_t number, uint64_t serial);
size_t greenlets_size(const struct greenlet_table *t);
void greenlets_fini(struct greenlet_table *t);

#endif
