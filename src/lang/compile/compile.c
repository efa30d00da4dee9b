#include "lang/compile/compile.h"

#include "lang/tree/future.h"

#include <stdlib.h>
#include <string.h>

static int by_source(const void *a, const void *b)
{
	const struct code *x = *(struct code *const *)a, *y = *(struct code *const *)b;
	const struct span *s = &x->span, *t = &y->span;

	if (s->line != t->line)
		return s->line < t->line ? -1 : 1;
	if (s->col != t->col)
		return s->col < t->col ? -1 : 1;
	if (s->end_line != t->end_line)
		return s->end_line > t->end_line ? -1 : 1;
	return s->end_col > t->end_col ? -1 : s->end_col < t->end_col;
}

/* Hands the codes and globals over, main first, the others in the order of the
 * source. */
static void fill_program(struct program *p, struct compiler *c)
{
	p->main = c->codes.at[0];
	p->ncodes = (uint32_t)c->codes.len;
	if (c->codes.len > 1)
		qsort(c->codes.at + 1, c->codes.len - 1, sizeof *c->codes.at, by_source);
	p->codes = arena_alloc(&p->arena, c->codes.len * sizeof *p->codes);
	for (uint32_t i = 0; i < p->ncodes; i++) {
		p->codes[i] = c->codes.at[i];
		p->codes[i]->number = i;
	}
	p->nglobals = (uint32_t)c->globals.len;
	p->globals = arena_alloc(&p->arena, c->globals.len * sizeof *p->globals + 1);
	if (c->globals.len)
		memcpy(p->globals, c->globals.at, c->globals.len * sizeof *p->globals);
}

static void compile_tree(struct program *p, bool library, struct diag *d)
{
	struct compiler c = { .program = p, .d = d, .library = library };

	if (scope_build(&c.scopes, &p->ast, d)) {
		compile_module(&c, &p->ast);
		if (!d->set && d->refusals.len == 0)
			fill_program(p, &c);
	}
	scope_fini(&c.scopes);
	arena_fini(&c.arena);
	map_fini(&c.compiled);
	array_fini(&c.codes);
	array_fini(&c.globals);
}

struct program *program_compile(
	const struct source *src, const bool *keep, bool library, struct diag *d)
{
	struct program *p = mem_calloc(1, sizeof *p);

	p->source = src;
	if (ast_parse(&p->ast, src, keep, d) && (library || future_apply(&p->ast, d)))
		compile_tree(p, library, d);
	if (!diag_settle(d))
		return p;
	program_free(p);
	return NULL;
}
