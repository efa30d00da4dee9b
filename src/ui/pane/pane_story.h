#ifndef COSUB_UI_PANE_PANE_STORY_H
#define COSUB_UI_PANE_PANE_STORY_H

/*
 * What happened, in sentences, each at a place of its own; the authors' notes;
 * and the status row with the step and the keys.
 */

#include "lang/text/scenario.h"
#include "ui/canvas/canvas.h"

struct pane_story {
	bool tells[SIDE_COUNT];
	bool named; /* sentences begin with their side: there are two */
	const char *sentence[SIDE_COUNT];
	const char *note[SIDE_COUNT]; /* NULL: none */
	int sentence_rows, note_rows;
};

void pane_story_draw(struct canvas *c, struct rect in, const struct pane_story *p);

struct pane_hint {
	const char *key, *name;
	int rank; /* those of the highest rank go first where room is scarce */
};

struct pane_status {
	const char *place; /* "step 17/31" */
	const char
		*message; /* of the last command: stands instead of the hints; NULL or "": none */
	bool refused;     /* the message says why something could not be done */
	const struct pane_hint *hints; /* as many as there is room for, in this order */
	size_t nhints;
};

void pane_status_draw(struct canvas *c, struct rect in, const struct pane_status *p);

/* "CO" or "SUB": a side's name where room is scarce. */
const char *pane_side_name(enum side side);

#endif
