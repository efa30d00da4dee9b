#ifndef COSUB_UI_PANE_PANE_LADDER_H
#define COSUB_UI_PANE_PANE_LADDER_H

/*
 * A side's run as a ladder: a pole for each frame slot, that shows the frame's
 * state, and a rung for each message from one to another, downwards in time.
 */

#include "session/view/ladder.h"
#include "ui/canvas/canvas.h"

struct pane_ladder {
	const struct message *messages; /* one for each row below the names */
	uint32_t nmessages;
	const char *const *names; /* of the slots in the window */
	uint32_t first, nslots;
	uint64_t now; /* the current step: its message stands out */
};

/* Poles that have room in so many columns. */
uint32_t pane_ladder_poles(int cols);

void pane_ladder_draw(struct canvas *c, struct rect in, const struct pane_ladder *p);

#endif
