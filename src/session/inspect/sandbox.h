#ifndef COSUB_SESSION_INSPECT_SANDBOX_H
#define COSUB_SESSION_INSPECT_SANDBOX_H

/*
 * A machine on which the copies of moments of one program are looked at
 * (evaluate.h), kept from one question to the next: to make a machine takes ten
 * times as long as to ask it.
 */

#include "session/inspect/definitions.h"
#include "vm/value/vm.h"

struct sandbox;

/* For the moments of a program, which outlives it. */
struct sandbox *sandbox_new(const struct program *p);
void sandbox_free(struct sandbox *w);

/* What a copy may use of the program's own code. */
const struct definitions *sandbox_definitions(const struct sandbox *w);

/* Runs a text as a program, within bounds; what it prints is appended to said.
 * If it does not finish, a sentence is appended to why ("NameError: ..."). */
enum run_status sandbox_run(
	struct sandbox *w, const struct sbuf *text, struct sbuf *said, struct sbuf *why);

#endif
