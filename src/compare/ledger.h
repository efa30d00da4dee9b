#ifndef COSUB_COMPARE_LEDGER_H
#define COSUB_COMPARE_LEDGER_H

/*
 * Who runs, who waits for whom and who is suspended, worked out from calls,
 * yields, resumptions, returns, unwindings and transfers alone.  Frames that
 * have ended are forgotten, so the ledger grows with what lives at a time.
 *
 * A record may be wrong.  Then the ledger believes the step: its frame runs.
 */

#include "base/array.h"
#include "base/map.h"
#include "base/sbuf.h"
#include "compare/facts.h"

/* How many there were, and the first of them. */
enum { STEP_LIST_KEPT = 5 };
struct step_list {
	uint64_t n, at[STEP_LIST_KEPT];
};
void step_list_add(struct step_list *l, uint64_t step);

/* The frames of one function. */
struct routine {
	const struct code *code;
	const char *title;                     /* what its frames are called */
	uint32_t entry;                        /* line of the first call */
	struct step_list calls, ends, created; /* ends: returns and unwindings */
	uint32_t created_line;
	uint64_t peers; /* frames that gave way by a transfer */
};

enum live_state {
	LIVE_NEW,
	LIVE_RUNNING,
	LIVE_WAITING,
	LIVE_SUSPENDED,
	LIVE_PARKED /* by a transfer */
};

/* A frame that has not ended. */
struct live {
	uint32_t id, nth, routine, greenlet;
	enum live_state state;
	uint32_t under;        /* the frame that waits for it; FRAME_NONE */
	uint32_t depth;        /* frames on its stack, itself included */
	uint64_t entered;      /* step; 0: not yet */
	uint64_t since;        /* step at which it ceased to run */
	uint32_t line;         /* of its last step */
	uint32_t point;        /* SUSPENDED: number of the re-entry point */
	enum suspend_kind why; /* SUSPENDED */
	uint64_t resumes;
	bool coroutine; /* its function is a generator or coroutine function */
	bool peer;      /* it has given way by a transfer */
	bool arrived;   /* it went on after one, and has taken no step since */
	uint32_t nvars;
	struct rvalue *vars; /* coroutines; else NULL */
	uint32_t row;        /* for whoever reads the ledger: UINT32_MAX at first */
	/* likewise: number + 1 of a variable that changed while it was suspended; 0 */
	uint32_t spoilt;
	size_t index; /* in ledger.all */
};

struct ledger {
	const struct fact_source *source;
	struct {
		ARRAY(struct live *);
	} all;
	struct map by_id; /* id → struct live * */
	struct {
		ARRAY(struct routine);
	} routines;
	struct map by_code; /* struct code * → index of routines */
	struct map parked;  /* greenlet → id of the frame that runs when it goes on */
	uint32_t running;   /* FRAME_NONE */
	uint32_t greenlet;
	uint32_t births; /* numbers of frames below are known */
};

void ledger_init(struct ledger *l, const struct fact_source *s);
void ledger_fini(struct ledger *l);

/* Takes a fact in. */
void ledger_note(struct ledger *l, const struct fact *f);

/* The frame if it is there and has not ended; else NULL. */
struct live *ledger_find(const struct ledger *l, uint32_t id);
/* Whether it was there and has ended. */
bool ledger_has_ended(const struct ledger *l, uint32_t id);
/* While `below` waits for a frame that is, or waits for, ..., `above`: that
 * frame.  Else FRAME_NONE. */
uint32_t ledger_awaited(const struct ledger *l, uint32_t below, uint32_t above);

static inline struct routine *ledger_routine(const struct ledger *l, const struct live *f)
{
	assert(f->routine < l->routines.len && "a frame has a function");
	return &l->routines.at[f->routine];
}

/* Appends "counter#1". */
void ledger_name(const struct ledger *l, uint32_t id, struct sbuf *out);

#endif
