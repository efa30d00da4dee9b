#ifndef COSUB_TESTS_MACHINE_H
#define COSUB_TESTS_MACHINE_H

/* A machine without a program, for tests of values. */

#include "base/sbuf.h"
#include "vm/value/machine.h"

#include <check.h>

struct vm *machine_new(void);

/* Checks that repr(v) is text; v is dropped. */
void assert_repr(struct vm *vm, value v, const char *text);
/* Checks that "Type: message" is being raised, and clears it. */
void assert_raised(struct vm *vm, const char *summary);

#endif
