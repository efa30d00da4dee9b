#ifndef COSUB_COMPARE_CLAIMS_H
#define COSUB_COMPARE_CLAIMS_H

/*
 * The claims: what coroutines and subroutines are said to be, as sentences
 * that a run can break.  They are checked over the facts of a record alone
 * (facts.h); who runs is worked out from them (ledger.h) and compared with the
 * frame that each step belongs to.  Time is linear in the facts, memory grows
 * with what lives at a time.
 *
 * A claim of a run that has nothing to show it by does not apply, and the
 * finding says why.
 */

#include "base/array.h"
#include "base/sbuf.h"
#include "compare/facts.h"
#include "compare/ledger.h"
#include "compare/pairing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order in which they are told.  A claim is a file, claim_ROW.c, that
 * ends with its const struct claim_row (checking.h), and its line here. */
#define CLAIMS(X) \
	X(SINGLE_ENTRY, single_entry) \
	X(RE_ENTRY, re_entry) \
	X(PRESERVED_LOCALS, preserved_locals) \
	X(LOST_LOCALS, lost_locals) \
	X(CALLER_SUSPENDED, caller_suspended) \
	X(PEERS, peers) \
	X(NEVER_OVERLAPPED, never_overlapped) \
	X(BOTH_RETURN, both_return) \
	X(SAME_RESULT, same_result)

#define X(name, row) CLAIM_##name,
enum claim { CLAIMS(X) CLAIM_COUNT };
#undef X

struct claim_info {
	const char *name, *about, *sentence;
};
struct claim_info claim_info(enum claim claim);

enum claim_verdict { VERDICT_HOLDS, VERDICT_FAILS, VERDICT_DOES_NOT_APPLY };

/* A sentence without its full stop, and the steps that show it: the first of
 * them, and how many there are.  n is 0 where it is about all steps. */
struct claim_evidence {
	char *text;
	enum side side; /* of the steps */
	struct step_list steps;
	bool fault; /* it breaks the claim */
};

struct claim_finding {
	enum claim claim;
	enum side side; /* SIDE_COUNT: about both */
	enum claim_verdict verdict;
	struct sbuf why; /* it does not apply; without a full stop */
	struct {
		ARRAY(struct claim_evidence);
	} evidence;
	uint64_t faults; /* of which some may not be among the evidence */
};

/* What was found; in the order of the claims, first of the coroutine side. */
struct claims {
	struct {
		ARRAY(struct claim_finding);
	} findings;
	struct {
		bool there;
		uint64_t steps;
		enum trace_end end;
	} side[SIDE_COUNT];
};

/* One side; the source is read to its end. */
struct claims_input {
	const struct fact_source *source; /* NULL: there is no such side */
	const struct pairing_run *run;    /* its output */
};

/* Who is asked at each step whether to go on; NULL: nobody. */
struct claims_leave {
	bool (*goes_on)(const void *self);
	const void *self;
};

/* Checks all claims.  difference is that of the pairing of both runs under
 * the mode.  The caller frees the claims with claims_free; NULL if it did not
 * go on. */
struct claims *claims_check(const struct claims_input input[SIDE_COUNT],
	struct difference difference, enum compare_mode mode, const struct claims_leave *leave);

/* The same of records, either of which may be NULL, and their pairing. */
struct claims *claims_of_traces(const struct trace *const trace[SIDE_COUNT],
	const struct pairing *p, enum compare_mode mode, const struct claims_leave *leave);

void claims_free(struct claims *c);

/* How many findings have the verdict. */
size_t claims_count(const struct claims *c, enum claim_verdict v);

/* Text.  "holds", "FAILS", "does not apply". */
const char *claim_verdict_word(enum claim_verdict v);

/* Appends an evidence as a sentence: "counter#1 is re-entered 3 times at ◆1,
 * line 21 (steps 9, 14, 19)". */
void claims_say_evidence(const struct claim_evidence *e, struct sbuf *out);

/* Appends the head of a side: "The coroutine side, 30 steps", and how it ended
 * if not by itself. */
void claims_say_side(const struct claims *c, enum side side, struct sbuf *out);

/* Appends one line: "11 claims hold, 2 do not apply", "2 claims FAIL: ...". */
void claims_say_summary(const struct claims *c, struct sbuf *out);

/* Where an evidence stands in a text: its line, from 0. */
struct claims_place {
	size_t line;
	const struct claim_evidence *evidence;
};
struct claims_places {
	ARRAY(struct claims_place);
};

/* Appends everything, a line for each claim and for each evidence; or those
 * that fail alone.  places may be NULL: else it gets those with steps. */
void claims_tell(
	const struct claims *c, bool failing_only, struct sbuf *out, struct claims_places *places);

#endif
