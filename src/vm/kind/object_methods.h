#ifndef COSUB_VM_KIND_OBJECT_METHODS_H
#define COSUB_VM_KIND_OBJECT_METHODS_H

/* The methods of the class object, which all classes inherit. */

#include "vm/value/native.h"

extern const struct native_def object_methods[];

#endif
