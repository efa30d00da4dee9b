#ifndef COSUB_COMPARE_VISITS_H
#define COSUB_COMPARE_VISITS_H

/*
 * The coroutines of a run and where they were re-entered: what more than one
 * claim tells of.  The first frames are shown one by one, the others counted.
 */

#include "compare/ledger.h"

enum { FRAMES_SHOWN = 6, POINTS_SHOWN = 24 };

/* A coroutine frame that is shown: struct live has its row. */
struct visitor {
	uint32_t id, line;
	uint64_t entered;
	bool peer; /* by a transfer: it is shown from its first one on */
	struct step_list re_entries;
};

/* Its re-entries at one point; number 0: after a transfer. */
struct passage {
	uint32_t shown, number, line;
	struct step_list steps;
};

struct visits {
	struct visitor shown[FRAMES_SHOWN];
	uint32_t nshown;
	struct passage passages[POINTS_SHOWN];
	uint32_t npassages;
	struct step_list entries, re_entries;
};

/* Takes in a fact that the ledger has not yet taken in; l: the frame that it is
 * about, if it is there.  Entries and re-entries that no run can have are left
 * out. */
void visits_note(
	struct visits *v, const struct ledger *ledger, const struct fact *f, struct live *l);

#endif
