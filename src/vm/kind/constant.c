/* None, Ellipsis and NotImplemented: one value each, and no object. */

#include "vm/value/kind.h"

const struct kind none_kind = {
	.name = "NoneType",
	.flags = KIND_FINAL,
};

const struct kind ellipsis_kind = {
	.name = "ellipsis",
	.flags = KIND_FINAL,
};

const struct kind not_implemented_kind = {
	.name = "NotImplementedType",
};
