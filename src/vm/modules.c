/* The modules that there are. */

#include "vm/module.h"

const struct module_def module_defs[] = {
	{ 0 }
};
