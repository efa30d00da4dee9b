#ifndef COSUB_SESSION_VIEW_CHECK_H
#define COSUB_SESSION_VIEW_CHECK_H

/*
 * The claims (compare/claims.h) of a session's two runs, for people.
 */

#include "compare/claims.h"
#include "session/core/session.h"

/* Checks them; the caller frees them with claims_free.  NULL if it was given up
 * (cancellation.h). */
struct claims *check_claims(const struct session *s);

/* Appends what was found under the scenario's name: everything, or (brief) one
 * line and the claims that fail.  Printable. */
void check_tell(const struct session *s, const struct claims *c, bool brief, struct sbuf *out);

/* 0: all claims that apply hold; 1: one fails; 3: a limit ended a run. */
int check_exit_status(const struct claims *c);

#endif
