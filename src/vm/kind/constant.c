/* None, Ellipsis and NotImplemented: one value each, and no object. */

#include "vm/value/kind.h"

const struct kind none_kind = {
	.name = "NoneType",
};

const struct kind ellipsis_kind = {
	.name = "ellipsis",
};

const struct kind not_implemented_kind = {
	.name = "NotImplementedType",
};
