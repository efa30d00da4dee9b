#ifndef COSUB_COMPARE_CHECKING_H
#define COSUB_COMPARE_CHECKING_H

/*
 * The inside of the claims: one run while its facts pass by.  A claim about a
 * run sees every fact before the ledger takes it in, with state of its own, and
 * concludes at the end; a claim about both runs judges what they printed.
 */

#include "compare/claims.h"
#include "compare/visits.h"
#include "trace/step_kind.h"

/* So much is shown of one claim; what is left out is counted. */
enum {
	ROUTINES_SHOWN = 8,
	FAULTS_SHOWN = 6,
	CHECKING_NAMES = 4,
	NAME_COLUMNS = 24,
	LINE_COLUMNS = 50
};

struct checking {
	struct ledger ledger;
	struct visits visits;
	const struct fact_source *source;
	enum side side;
	/* Of the claim that is asked: its state, what is found. */
	void *self;
	struct claim_finding *finding;
	struct sbuf names[CHECKING_NAMES];
	unsigned names_used;
};

struct claim_row {
	const char *name, *about, *sentence;
	/* About one run; NULL: about both. */
	size_t size; /* of its state, in bytes that are 0 at first; a pointer to it is c->self */
	/* l: the frame that f is about, if it is there. */
	void (*see)(struct checking *c, const struct fact *f, struct live *l);
	void (*conclude)(struct checking *c);
	void (*fini)(void *self); /* frees what the state owns; NULL: nothing */
	/* About both; d is the first difference of what they printed. */
	void (*judge)(struct claim_finding *f, const struct claims_input in[SIDE_COUNT],
		const struct difference *d, enum compare_mode mode);
};

#define X(name, row) extern const struct claim_row claim_##row;
CLAIMS(X)
#undef X

/* The frame's name, until so many more were asked for. */
const char *checking_name(struct checking *c, uint32_t id);

/* The name of a variable of the frame, likewise. */
const char *checking_var(struct checking *c, const struct live *l, uint32_t i);

/* A name of the program as it can be shown, as long. */
const char *checking_word(struct checking *c, const char *name);

/* Something that breaks the claim, shown by one step or two (b: 0). */
void checking_fault(struct checking *c, uint64_t a, uint64_t b, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Something that shows that it holds; steps may be NULL. */
void checking_show(struct checking *c, const struct step_list *steps, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void checking_show_step(struct checking *c, uint64_t step, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Nothing shows it, and this is why. */
void checking_pass_over(struct checking *c, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds a sentence to what is found, whose text it takes; steps may be NULL. */
void checking_evidence(struct claim_finding *f, enum side side, bool fault,
	const struct step_list *steps, char *text);

/* Takes back what was found, and frees its texts. */
void checking_clear(struct claim_finding *f);

/* A step in which a frame does something, and does not enter or re-enter. */
static inline bool is_own_step(const struct fact *f)
{
	return f->kind == FACT_STEP && step_is(f->step.kind, STEP_WITHIN) && !f->step.silent;
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
static inline const char *checking_plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

#endif
