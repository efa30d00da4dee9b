#ifndef COSUB_TRACE_TITLES_H
#define COSUB_TRACE_TITLES_H

/*
 * What frames are called, "gen" of "gen#1": by the name of their function where
 * no other function with frames in the record has it; else by its class, or by
 * what is around it, too ("Left.gen"); else by its line ("<lambda>:12"), and by
 * its column where two stand on a line.  So the names of two frames differ.
 *
 * A generator that the program renames goes by its new name from then on.
 */

#include "trace/frames.h"

/* The program gave the frame a name before a step. */
struct rename {
	uint32_t frame;
	uint64_t step;
	size_t order;    /* among all */
	char *name;      /* owned; as the program has it */
	char *title;     /* owned; NULL: that of its function again */
	uint32_t number; /* among the frames of that title */
};

struct rename_table {
	ARRAY(struct rename);
};

/* Gives every code of the table its title, and every rename.  Once the record
 * is complete. */
void titles_make(struct frame_table *t, struct rename_table *renames);
/* Gives info of frame id the title that it has at step k. */
void titles_rename(
	const struct rename_table *renames, uint32_t id, uint64_t k, struct frame_info *info);
void titles_fini(struct frame_table *t, struct rename_table *renames);

#endif
