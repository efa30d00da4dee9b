/* The modules that there are. */

#include "vm/coro/greenlet.h"
#include "vm/eval/module.h"
#include "vm/library/mods.h"

const struct module_def module_defs[] = { { "__future__", NULL, NULL, true },
	{ "abc", NULL, NULL, true }, { "asyncio", NULL, mod_asyncio_init, true },
	{ "collections", NULL, NULL, true }, { "collections.abc", NULL, NULL, true },
	{ "contextlib", NULL, NULL, true }, { "functools", NULL, NULL, true },
	{ "greenlet", greenlet_functions, greenlet_init_module, false },
	{ "heapq", NULL, NULL, true }, { "inspect", NULL, NULL, true },
	{ "itertools", NULL, NULL, true }, { "math", mod_math_functions, mod_math_init, false },
	{ "operator", NULL, NULL, true }, { "random", mod_random_functions, NULL, true },
	{ "sys", NULL, NULL, true }, { "time", mod_time_functions, NULL, false },
	{ "types", NULL, NULL, true }, { "typing", NULL, NULL, true }, { 0 } };
