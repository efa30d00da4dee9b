/* The modules that there are. */

#include "vm/greenlet.h"
#include "vm/module.h"

const struct module_def module_defs[] = {
	{ "greenlet", greenlet_functions, greenlet_init_module, false },
	{ 0 }
};
