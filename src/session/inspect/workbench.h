#ifndef COSUB_SESSION_INSPECT_WORKBENCH_H
#define COSUB_SESSION_INSPECT_WORKBENCH_H

/*
 * A machine on which the copies of moments of one program are looked at
 * (evaluate.h), kept from one question to the next: to make a machine takes ten
 * times as long as to ask it.
 */

#include "session/inspect/definitions.h"
#include "vm/value/vm.h"

struct workbench;

/* For the moments of a program, which outlives it. */
struct workbench *workbench_new(const struct program *p);
void workbench_free(struct workbench *w);

/* What a copy may use of the program's own code. */
const struct definitions *workbench_definitions(const struct workbench *w);

/* Runs a text as a program, within bounds; what it prints is appended to said.
 * If it does not finish, a sentence is appended to why ("NameError: ..."). */
enum run_status workbench_run(struct workbench *w, const struct sbuf *text, struct sbuf *said, struct sbuf *why);

#endif
