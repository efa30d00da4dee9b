#ifndef COSUB_VM_EVAL_CONSTRUCT_H
#define COSUB_VM_EVAL_CONSTRUCT_H

/* Calls of classes. */

#include "vm/value/native.h"

/* object.__new__, a static method. */
extern const struct native_def object_new_def;

#endif
