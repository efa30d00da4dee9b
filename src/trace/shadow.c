#include "trace/shadow.h"

static uint16_t visible_vars(const struct code *c)
{
	uint16_t n = c->nvars;
	while (n > 0 && c->vars[n - 1].kind == VAR_HIDDEN)
		n--;
	return n;
}

static struct shadow_code *add_code(const struct code *c, uint32_t number)
{
	struct shadow_code *of = mem_alloc(sizeof *of);
	*of = (struct shadow_code){
		.code = c,
		.number = number,
		.nvars = visible_vars(c),
		.named = !(c->flags & (CODE_MODULE | CODE_CLASS_BODY)),
	};
	return of;
}

struct shadow_code *shadows_find_code(
	struct shadows *s, struct frame_table *t, const struct code *c)
{
	uint32_t number = frames_code(t, c);
	while (s->codes.len <= number)
		array_push(&s->codes, NULL);
	if (!s->codes.at[number])
		s->codes.at[number] = add_code(c, number);
	return s->recent[(uintptr_t)c / sizeof *c % RECENT_CODES] = s->codes.at[number];
}

static struct shadow *add_shadow(struct shadows *s, struct shadow_code *of)
{
	struct shadow *shadow = mem_alloc(sizeof *shadow + of->nvars * sizeof *shadow->vars);
	array_push(&s->all, shadow);
	shadow->watch = (uint32_t)s->all.len;
	shadow->of = of;
	shadow->point_pc = NULL;
	return shadow;
}

struct shadow *shadows_take(struct shadows *s, struct shadow_code *of)
{
	struct shadow *shadow = of->spare;
	if (shadow)
		of->spare = shadow->next;
	else
		shadow = add_shadow(s, of);
	shadow->dead = false;
	shadow->named = of->named;
	for (unsigned i = 0; i < of->nvars; i++)
		shadow->vars[i].word = V_UNSET;
	return shadow;
}

void shadows_give_back(struct shadow *shadow)
{
	shadow->next = shadow->of->spare;
	shadow->of->spare = shadow;
}

void shadows_fini(struct shadows *s)
{
	for (size_t i = 0; i < s->codes.len; i++)
		mem_free(s->codes.at[i]);
	for (size_t i = 0; i < s->all.len; i++)
		mem_free(s->all.at[i]);
	array_fini(&s->codes);
	array_fini(&s->all);
}
