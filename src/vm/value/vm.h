#ifndef COSUB_VM_VALUE_VM_H
#define COSUB_VM_VALUE_VM_H

/*
 * The machine: runs one program from beginning to end, deterministically, and
 * tells an observer everything that happens.  Any number of machines can run
 * side by side; none knows of another.
 *
 * A program cannot reach its host: it has output, input lines, a virtual clock,
 * and limits.
 */

#include "lang/code/code.h"
#include "vm/value/event.h"
#include "vm/value/frame.h"
#include "vm/value/object.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a machine asks of the outside. */
struct host {
	void *self;
	/* Writes n bytes to stream 1 or 2. */
	void (*write)(void *self, int stream, const char *text, size_t n);
	/* The next line for input(), without its end, owned by the caller
	 * (mem_free); NULL at the end of the input. */
	char *(*read_line)(void *self, size_t *len);
};

/* Bounds of a run; 0 means the default. */
struct limits {
	int64_t steps; /* source lines begun; default 10,000,000 */
	int64_t depth; /* nested frames; default 1,000 */
	size_t memory; /* bytes of the program's objects; default 1 GiB */
	size_t output; /* bytes written; default 16 MiB */
};

struct vm_options {
	struct host host;
	struct limits limits;
	const struct observer *observer; /* or NULL */
	bool library;                    /* library code takes steps too */
};

enum run_status {
	RUN_FINISHED,  /* came to its end */
	RUN_EXCEPTION, /* uncaught exception; the traceback went to stream 2 */
	RUN_EXIT,      /* SystemExit; the exit status is in vm_exit_status */
	RUN_DEADLOCK,  /* every task waits; the sentence went to stream 2 */
	RUN_LIMIT,     /* a limit; the sentence went to stream 2 */
	RUN_REFUSED    /* what is outside the language; place and sentence went to stream 2 */
};

struct vm *vm_new(const struct vm_options *o);

/* Runs a program as the main module.  Once per machine; the program must
 * outlive the machine. */
enum run_status vm_run(struct vm *vm, struct program *p);

/* Runs one program after another on a machine that vm_run was never called for:
 * for a host that asks many things and would not make a machine for each.  The
 * limits of steps, depth and output count anew for each; memory does not.  What
 * the one before left behind is gone first, unless its names were offered.  Each
 * program must outlive the machine, which is of no more use after
 * RUN_LIMIT and RUN_REFUSED. */
enum run_status vm_run_next(struct vm *vm, struct program *p);

/* Offers all names of the program that vm_run_next ran last to those that
 * follow, as if they were builtins. */
void vm_offer_names(struct vm *vm);

/* As a process's exit status: 0, 1 (exception), SystemExit's, 2 (refused), 3 (limit,
 * deadlock). */
int vm_exit_status(const struct vm *vm);

/* "Type: message" of the uncaught exception, the sentence of a limit or
 * deadlock, or NULL; owned by the machine. */
const char *vm_end_text(const struct vm *vm);

/* Frees the machine and everything that lives in it, cycles too. */
void vm_free(struct vm *vm);

#endif
