#include "lang/compile.h"

void compile_try_star(struct unit *u, const struct stmt *s)
{
	unit_outside(u, s->span, "except*");
}
