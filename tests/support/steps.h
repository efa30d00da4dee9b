#ifndef COSUB_TESTS_STEPS_H
#define COSUB_TESTS_STEPS_H

/*
 * The steps of a run as short lines that a person can read and diff compares:
 *
 *     yield gen#1:3 why=yield value=0 | n='3'
 *
 * event, function, number of the frame, line; the event's own fields; then, of
 * the frame's variables, those that changed since the frame's last step, in the
 * order of their names ("-n" where one is gone).  Two runs have the same lines
 * just when they have the same steps with the same variables at each.
 * tests/programs keeps the steps of CPython 3.11 in this form.
 */

#include "base/sbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends a line for each of the n bytes' lines of JSON (export/jsonl.h); at
 * most so many steps, then "truncated".  False at a line that is not JSON.
 * The end of the run is no step and is left out. */
bool steps_from_jsonl(const char *text, size_t n, size_t most, struct sbuf *out);

#endif
