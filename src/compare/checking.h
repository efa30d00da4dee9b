#ifndef COSUB_COMPARE_CHECKING_H
#define COSUB_COMPARE_CHECKING_H

/*
 * The inside of the claims: one run while its facts pass by.  Each claim has a
 * checker, which sees every fact before the ledger takes it in, and concludes
 * at the end.
 */

#include "compare/claims.h"

/* So much is shown of one claim; what is left out is counted. */
enum {
	FRAMES_SHOWN = 6,
	POINTS_SHOWN = 24,
	ROUTINES_SHOWN = 8,
	SPANS_SHOWN = 4,
	FAULTS_SHOWN = 6,
	CHECKING_NAMES = 4,
	NAME_COLUMNS = 24,
	LINE_COLUMNS = 50
};

/* A coroutine frame that is shown. */
struct shown {
	uint32_t id, line;
	uint64_t entered;
	bool peer;
	char *vars; /* names of those bound at the first re-entry; NULL: none seen yet */
	struct sbuf
		given; /* ... of those that got a value by the statement that had transferred control */
	struct step_list re_entries;
};

/* Its re-entries at one point; number 0: after a transfer. */
struct passage {
	uint32_t shown, number, line;
	struct step_list steps;
};

/* A caller that waits. */
struct stretch {
	uint32_t caller, callee;
	uint64_t from, to; /* to: 0 while it lasts */
};

struct checking {
	struct ledger ledger;
	const struct fact_source *source;
	enum side side;
	struct claim_finding finding[CLAIM_COUNT];
	struct sbuf names[CHECKING_NAMES];
	unsigned names_used;
	/* re-entry, preserved locals */
	struct shown shown[FRAMES_SHOWN];
	uint32_t nshown;
	struct passage passages[POINTS_SHOWN];
	uint32_t npassages;
	struct step_list entries, re_entries;
	struct map touched; /* serial → step of the object's last change */
	uint64_t shared;    /* changes by others while a frame was suspended */
	/* lost locals, caller suspended */
	struct stretch spans[SPANS_SHOWN];
	uint32_t nspans;
	struct step_list calls;
	uint64_t deepest, deepest_step;
	/* peers, never overlapped */
	struct step_list transfers, switches;
	uint64_t deepest_peer, deepest_peer_step, most_live, most_live_step;
	/* both return */
	struct step_list returned, unwound, closed, dropped;
};

struct checker {
	/* l: the frame that f is about, if it is there. */
	void (*see)(struct checking *c, const struct fact *f, struct live *l);
	void (*conclude)(struct checking *c);
};

extern const struct checker check_single_entry, check_re_entry, check_preserved_locals,
	check_lost_locals, check_caller_suspended, check_peers, check_never_overlapped,
	check_both_return;

/* The frame's name, until so many more were asked for. */
const char *checking_name(struct checking *c, uint32_t id);

/* A name of the program as it can be shown, as long. */
const char *checking_word(struct checking *c, const char *name);

/* Something that breaks the claim, shown by one step or two (b: 0). */
void checking_fault(struct checking *c, enum claim claim, uint64_t a, uint64_t b, const char *fmt,
	...) __attribute__((format(printf, 5, 6)));

/* Something that shows that it holds; steps may be NULL. */
void checking_show(struct checking *c, enum claim claim, const struct step_list *steps,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void checking_show_step(struct checking *c, enum claim claim, uint64_t step, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Nothing shows it, and this is why. */
void checking_pass_over(struct checking *c, enum claim claim, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* A step in which a frame does something, and does not enter or re-enter. */
static inline bool is_own_step(const struct fact *f)
{
	return f->kind == FACT_STEP && f->step.kind != EVENT_CALL && f->step.kind != EVENT_RESUME &&
		f->step.kind != EVENT_CREATE && f->step.kind != EVENT_TRANSFER && !f->step.silent;
}

static inline bool is_step(const struct fact *f, enum event_kind kind)
{
	return f->kind == FACT_STEP && f->step.kind == kind;
}

/* It goes on where it was suspended, told or untold. */
static inline bool is_re_entry(const struct fact *f)
{
	return f->kind == FACT_STEP && (f->step.kind == EVENT_RESUME || f->step.silent);
}

/* Whether the frames of a routine are those of subroutines. */
bool checking_is_subroutine(const struct routine *r);

/* For "1 frame", "3 frames". */
static inline const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

#endif
