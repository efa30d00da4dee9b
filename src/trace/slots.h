#ifndef COSUB_TRACE_SLOTS_H
#define COSUB_TRACE_SLOTS_H

/*
 * Rows for frames.  A frame gets the lowest row that is free; but one whose
 * last frame was of the same code comes first, so that the calls of a function
 * follow each other in one place.
 */

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

/* A heap of rows, lowest first; may hold rows that are no longer free. */
struct slot_heap { ARRAY(uint32_t); };

struct slot {
	uint32_t code;          /* of the frame that has it or had it last */
	bool taken, listed;     /* listed: it is in the heap of all */
};

struct slots {
	struct { ARRAY(struct slot); } all;
	struct slot_heap free;
	struct { ARRAY(struct slot_heap); } by_code;
};

/* A row for a frame of the code with this number. */
uint32_t slots_take(struct slots *s, uint32_t code);
void slots_release(struct slots *s, uint32_t slot);
void slots_fini(struct slots *s);

#endif
