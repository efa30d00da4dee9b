#ifndef COSUB_TRACE_STEP_KIND_H
#define COSUB_TRACE_STEP_KIND_H

/*
 * The kinds of events that are steps, a row each: what a kind does to its frame
 * and to control.  Whoever asks this of a step reads it here, so that a new kind
 * need be told only where it is made, kept and put into words.
 */

#include "trace/trace.h"

enum step_trait {
	STEP_BEARS = 1 << 0,  /* its frame is new */
	STEP_TAKES = 1 << 1,  /* control comes to its frame */
	STEP_GIVES = 1 << 2,  /* control goes back from its frame to the one that waits for it */
	STEP_ENDS = 1 << 3,   /* its frame has come to its end */
	STEP_PEERS = 1 << 4,  /* between two greenlets: it is no frame's */
	STEP_RAISES = 1 << 5, /* by an exception, if it does not merely end a loop */
	STEP_WITHIN = 1 << 6, /* a frame that runs does something */
	STEP_SWITCHES = STEP_BEARS | STEP_TAKES | STEP_GIVES | STEP_PEERS
};

/* Kind, the word of a breakpoint at each (NULL: there are too many), its name in
 * the record for other programs (NULL: it is none there); what marks it in a lane
 * (enum view_mark), what it counts as (enum cost_kind) and which message it is
 * (enum message_kind; PRINT: only with what it prints); what it is. */
/* clang-format off */
#define STEP_KINDS(X) \
	X(CALL,      "call",      "call",      ENTRY,  CALLS,       CALL, \
		STEP_BEARS | STEP_TAKES) \
	X(CREATE,    "create",    NULL,        CREATE, NOTHING,     CREATE,   STEP_BEARS) \
	X(LINE,      NULL,        "line",      NONE,   LINES,       PRINT,    STEP_WITHIN) \
	X(YIELD,     "yield",     "yield",     YIELD,  SUSPENSIONS, YIELD, \
		STEP_GIVES | STEP_WITHIN) \
	X(RESUME,    "resume",    "resume",    RESUME, RESUMES,     RESUME,   STEP_TAKES) \
	X(RETURN,    "return",    "return",    RETURN, RETURNS,     RETURN, \
		STEP_GIVES | STEP_ENDS | STEP_WITHIN) \
	X(UNWIND,    "unwind",    "unwind",    UNWIND, UNWINDS,     THROW, \
		STEP_GIVES | STEP_ENDS | STEP_RAISES | STEP_WITHIN) \
	X(EXCEPTION, "exception", "exception", NONE,   NOTHING,     PRINT, \
		STEP_RAISES | STEP_WITHIN) \
	X(TRANSFER,  "transfer",  "greenlet",  NONE,   TRANSFERS,   TRANSFER, STEP_PEERS)
/* clang-format on */

struct step_kind {
	const char *word, *record_name;
	unsigned traits;
};

/* Rows of kinds that are no steps are empty. */
extern const struct step_kind step_kinds[EVENT_KIND_COUNT + 1];

/* Whether the kind has any of the traits. */
static inline bool step_is(enum event_kind kind, unsigned traits)
{
	return (step_kinds[kind].traits & traits) != 0;
}

/* Whether the step is about something that went wrong. */
static inline bool step_fails(const struct step *s)
{
	return step_is(s->kind, STEP_RAISES) && !s->stop;
}

#endif
