#ifndef COSUB_TRACE_FRAMES_H
#define COSUB_TRACE_FRAMES_H

/*
 * What is known of each frame of a run.  There can be millions: they are kept
 * in blocks of a few, and a block whose frames are all gone is packed.
 */

#include "base/map.h"
#include "trace/log.h"

enum { FRAMES_PER_BLOCK = 16 };

/* What is kept of a frame: a frame_info without what its code says, whose number
 * is here. */
struct frame_kept {
	uint32_t code, entry, nth, slot, greenlet;
	uint64_t born, died;
};

struct frame_open {
	struct frame_kept frame[FRAMES_PER_BLOCK];
};

struct frame_block {
	struct frame_open *open; /* NULL once packed */
	size_t packed;           /* place in the table's bytes */
	uint32_t alive;
};

/* A code whose frames are in the record. */
struct frame_code {
	const struct code *code;
	uint32_t frames;      /* so far */
	uint32_t first_point; /* number of its first re-entry point, among those of all codes */
	bool cells;           /* some variable is a cell */
	char *title;          /* owned (titles.h); NULL until the record is complete */
};

struct frame_table {
	struct {
		ARRAY(struct frame_block);
	} blocks;
	uint32_t len;
	uint32_t entered;
	uint32_t points; /* re-entry points of all codes */
	struct bytes packed;
	struct {
		ARRAY(struct frame_open *);
	} spare; /* of blocks that were packed, to be used again */
	struct {
		ARRAY(struct frame_code);
	} codes;
	struct map code_numbers; /* address of a struct code → index of codes */
};

/* The number of a code (it is added if need be). */
uint32_t frames_code(struct frame_table *t, const struct code *c);
/* The same, UINT32_MAX if no frame was of that code. */
uint32_t frames_code_find(const struct frame_table *t, const struct code *c);

/* A frame is born: its number. */
uint32_t frames_add(
	struct frame_table *t, uint32_t code, uint32_t slot, uint32_t greenlet, uint64_t born);
void frames_enter(struct frame_table *t, uint32_t id);
void frames_die(struct frame_table *t, uint32_t id, uint64_t step);
/* Those of the block of id, which is full or the last; gives the first's number. */
uint32_t frames_get_block(
	const struct frame_table *t, uint32_t id, struct frame_info infos[FRAMES_PER_BLOCK]);
struct frame_info frames_get(const struct frame_table *t, uint32_t id);
/* No more frames will come or go: packs what is left. */
void frames_close(struct frame_table *t);
size_t frames_size(const struct frame_table *t);
void frames_fini(struct frame_table *t);

#endif
