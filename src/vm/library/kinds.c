#include "vm/library/kinds.h"

#define X(k, row) [OBJ_##k] = &row##_kind,
const struct kind *const kind_rows[OBJ_KIND_COUNT] = { OBJ_KINDS(X) };
#undef X

const char *kind_name(enum obj_kind k)
{
	return kind_rows[k]->name;
}
