#ifndef COSUB_VM_LIBRARY_KINDS_H
#define COSUB_VM_LIBRARY_KINDS_H

/* The table of all kinds of objects, for whoever makes a machine or reads what
 * one recorded.  The machine itself goes by vm->kinds. */

#include "vm/value/kind.h"

extern const struct kind *const kind_rows[OBJ_KIND_COUNT];

/* The name of the kind's type, as Python shows it. */
const char *kind_name(enum obj_kind k);

#endif
