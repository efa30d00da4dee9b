#ifndef COSUB_SESSION_VIEW_LADDER_H
#define COSUB_SESSION_VIEW_LADDER_H

/*
 * A run as messages between frames, for a sequence diagram: each call,
 * creation, yield, resumption, return, exception and transfer is one that goes
 * from a frame to another; what is printed goes to nobody.
 */

#include "session/view/overview.h"
#include "session/view/view.h"

enum message_kind {
	MESSAGE_CALL,
	MESSAGE_CREATE,
	MESSAGE_YIELD,
	MESSAGE_RESUME,
	MESSAGE_RETURN,
	MESSAGE_THROW,
	MESSAGE_TRANSFER,
	MESSAGE_PRINT
};

#define SLOT_NONE UINT32_MAX

struct message {
	uint64_t step;
	enum message_kind kind;
	uint32_t from, to;                  /* slots; SLOT_NONE: nobody that is shown */
	const char *text;                   /* "yields 0" */
	const struct view_lane_cell *cells; /* of the slots in the window, after the step */
};

/* The last *n messages up to the current step, the oldest first; *n is set to
 * their number.  The cells are those of nslots slots from first on. */
struct message *ladder_messages(const struct session *s, enum side side, const struct overview *v,
	uint32_t *n, uint32_t first, uint32_t nslots, struct arena *a);

#endif
