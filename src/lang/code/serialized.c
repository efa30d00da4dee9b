#include "lang/code/serialized.h"

#include "base/mem.h"

#include <string.h>

/* Where the parts of the code at hand begin. */
struct reader {
	const struct serialized_program *im;
	struct code *codes;
	struct var *vars;
	struct constant *constants;
	const char **names;
	const struct code **nested;
	const uint16_t *free_from;
	const struct instr *instrs;
	const struct handler_range *handlers;
	const struct reentry *reentries;
};

static const char *text_at(const struct serialized_program *im, uint32_t at)
{
	return at == IMAGE_NO_TEXT ? NULL : im->texts + at;
}

static const char **read_texts(
	struct program *p, const struct serialized_program *im, const uint32_t *from, uint32_t n)
{
	const char **texts = arena_alloc(&p->arena, n * sizeof *texts);

	for (uint32_t i = 0; i < n; i++)
		texts[i] = text_at(im, from[i]);
	return texts;
}

static struct var *read_vars(struct program *p, const struct serialized_program *im)
{
	struct var *vars = arena_alloc(&p->arena, im->nvars * sizeof *vars);

	for (uint32_t i = 0; i < im->nvars; i++) {
		const struct serialized_var *v = &im->vars[i];

		vars[i] = (struct var){ text_at(im, v->name), (enum var_kind)v->kind, v->is_cell };
	}
	return vars;
}

static struct constant *read_constants(struct program *p, const struct serialized_program *im)
{
	struct constant *all = arena_alloc(&p->arena, im->nconstants * sizeof *all);

	for (uint32_t i = 0; i < im->nconstants; i++) {
		const struct serialized_constant *from = &im->constants[i];
		struct constant *to = &all[i];

		to->kind = (enum constant_kind)from->kind;
		if (to->kind == CONSTANT_INT) {
			memcpy(&to->i, &from->bits, sizeof to->i);
		} else if (to->kind == CONSTANT_FLOAT) {
			memcpy(&to->f, &from->bits, sizeof to->f);
		} else if (to->kind == CONSTANT_STR) {
			to->s = (struct str_text){ im->texts + from->at, from->n };
		} else if (to->kind == CONSTANT_TUPLE || to->kind == CONSTANT_FROZENSET) {
			to->items = all + from->at;
			to->nitems = from->n;
		}
	}
	return all;
}

static const struct code **read_nested(
	struct program *p, const struct serialized_program *im, const struct code *codes)
{
	const struct code **nested = arena_alloc(&p->arena, im->nnested * sizeof *nested);

	for (uint32_t i = 0; i < im->nnested; i++)
		nested[i] = &codes[im->nested[i]];
	return nested;
}

/* Fills the code and passes its parts. */
static void read_code(struct reader *r, struct program *p, uint32_t number)
{
	const struct serialized_code *from = &r->im->codes[number];
	struct code *c = &r->codes[number];

	*c = from->plain;
	c->program = p;
	c->name = text_at(r->im, from->name);
	c->qualname = text_at(r->im, from->qualname);
	c->doc = text_at(r->im, from->doc);
	c->outer = from->outer == number ? NULL : &r->codes[from->outer];
	c->vars = r->vars;
	c->constants = r->constants;
	c->names = r->names;
	c->codes = r->nested;
	c->free_from = r->free_from;
	c->instrs = r->instrs;
	c->handlers = r->handlers;
	c->reentries = r->reentries;
	r->vars += c->nvars;
	r->constants += c->nconstants;
	r->names += c->nnames;
	r->nested += c->ncodes;
	r->free_from += c->nfree;
	r->instrs += c->ninstrs;
	r->handlers += c->nhandlers;
	r->reentries += c->nreentries;
}

struct program *serialized_load(const struct serialized_program *im, const struct source *src)
{
	struct program *p = mem_calloc(1, sizeof *p);
	struct code *codes = arena_alloc(&p->arena, im->ncodes * sizeof *codes);
	struct reader r = {
		.im = im,
		.codes = codes,
		.vars = read_vars(p, im),
		.constants = read_constants(p, im),
		.names = read_texts(p, im, im->names, im->nnames),
		.nested = read_nested(p, im, codes),
		.free_from = im->free_from,
		.instrs = im->instrs,
		.handlers = im->handlers,
		.reentries = im->reentries,
	};

	p->source = src;
	p->main = codes;
	p->ncodes = im->ncodes;
	p->codes = arena_alloc(&p->arena, im->ncodes * sizeof *p->codes);
	for (uint32_t i = 0; i < im->ncodes; i++) {
		p->codes[i] = &codes[i];
		read_code(&r, p, i);
	}
	p->nglobals = im->nglobals;
	p->globals = read_texts(p, im, im->globals, im->nglobals);
	return p;
}
