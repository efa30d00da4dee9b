#include "session/core/stop_list.h"

#include "base/mem.h"

#include <assert.h>
#include <string.h>

void stop_list_remove(struct session *s, size_t i)
{
	assert(i < s->stops.len && "a stop that is there");
	mem_free(s->stops.at[i].function);
	mem_free(s->stops.at[i].variable);
	mem_free(s->stops.at[i].expression);
	mem_free(s->stops.at[i].condition);
	s->stops.len--;
	for (; i < s->stops.len; i++)
		s->stops.at[i] = s->stops.at[i + 1];
}

bool stop_list_is_watch(const struct stop *stop)
{
	return stop->variable != NULL || stop->expression != NULL;
}

const struct code *stop_list_function(const struct program *p, const char *name)
{
	for (uint32_t i = 0; i < p->ncodes; i++) {
		const struct code *c = p->codes[i];
		if ((c->flags & CODE_MODULE) == 0 &&
			(strcmp(c->name, name) == 0 || strcmp(c->qualname, name) == 0))
			return c;
	}
	return NULL;
}

bool stop_list_at_line(const struct session *s, enum side side, uint32_t line)
{
	for (size_t i = 0; i < s->stops.len; i++) {
		const struct stop *stop = &s->stops.at[i];
		if (stop->side != side || stop_list_is_watch(stop) || stop->event > 0)
			continue;
		if (stop->line == line && line > 0)
			return true;
		const struct code *c = stop->line == 0 && session_has(s, side)
			? stop_list_function(s->side[side].program, stop->function)
			: NULL;
		if (c != NULL && c->first_line == line)
			return true;
	}
	return false;
}
