/* The modules that there are. */

#include "vm/coro/greenlet.h"
#include "vm/eval/module.h"
#include "vm/library/mods.h"

const struct module_def module_defs[] = { { "__future__", NULL, NULL, true, false },
	{ "abc", NULL, NULL, true, true }, { "asyncio", NULL, mod_asyncio_init, true, true },
	{ "collections", NULL, NULL, true, false }, { "collections.abc", NULL, NULL, true, true },
	{ "contextlib", NULL, NULL, true, true }, { "functools", NULL, NULL, true, false },
	{ "greenlet", greenlet_functions, greenlet_init_module, false, false },
	{ "heapq", NULL, NULL, true, false }, { "inspect", NULL, NULL, true, true },
	{ "itertools", NULL, NULL, true, false },
	{ "math", mod_math_functions, mod_math_init, false, false },
	{ "operator", NULL, NULL, true, false },
	{ "random", mod_random_functions, NULL, true, true }, { "sys", NULL, NULL, true, false },
	{ "time", mod_time_functions, NULL, false, false }, { "types", NULL, NULL, true, true },
	{ "typing", NULL, NULL, true, true }, { 0 } };
