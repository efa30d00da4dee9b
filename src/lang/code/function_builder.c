#include "lang/code/function_builder.h"

#include "lang/text/refuse.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool name_list_find(const struct name_list *l, const char *name, uint32_t *at)
{
	uint64_t *found = map_find(&l->index, (uint64_t)(uintptr_t)name);

	if (found)
		*at = (uint32_t)*found;
	return found;
}

uint32_t name_list_add(struct name_list *l, const char *name)
{
	uint32_t at;

	if (name_list_find(l, name, &at))
		return at;
	at = (uint32_t)l->len;
	assert(l->index.len == l->len && "each name has one number");
	map_put(&l->index, (uint64_t)(uintptr_t)name, at);
	array_push(l, name);
	return at;
}

static void name_list_fini(struct name_list *l)
{
	array_fini(l);
	map_fini(&l->index);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the scope's cells or free variables, sorted as CPython sorts. */
static void collect_names(struct builder *u, struct name_list *l, enum symbol_home home)
{
	struct scope *s = u->scope;
	struct {
		ARRAY(const char *);
	} found = { 0 };

	for (size_t i = 0; i < s->symbols.len; i++) {
		struct symbol *sym = s->symbols.at[i];
		bool own = sym->home == home && !(home == HOME_CELL && (sym->uses & USE_PARAM));

		if (own || (home == HOME_FREE && sym->passed))
			array_push(&found, sym->name);
	}
	if (home == HOME_CELL && s->class_cell)
		array_push(&found, intern_cstr(&u->compiler->program->ast.names, "__class__"));
	if (found.len)
		qsort(found.at, found.len, sizeof *found.at, by_text);
	for (size_t i = 0; i < found.len; i++)
		name_list_add(l, found.at[i]);
	array_fini(&found);
}

void builder_init(struct builder *u, struct compiler *c, struct builder *outer, struct scope *scope,
	struct code *code)
{
	assert(scope && code && "a builder makes the code of a scope");
	*u = (struct builder){ .compiler = c, .outer = outer, .scope = scope, .code = code };
	collect_names(u, &u->cells, HOME_CELL);
	collect_names(u, &u->frees, HOME_FREE);
	u->first = u->at = builder_block(u);
}

void builder_fini(struct builder *u)
{
	for (size_t i = 0; i < u->blocks.len; i++)
		array_fini(u->blocks.at[i]);
	array_fini(&u->blocks);
	name_list_fini(&u->locals);
	name_list_fini(&u->cells);
	name_list_fini(&u->frees);
	name_list_fini(&u->names);
	array_fini(&u->constants);
	array_fini(&u->codes);
}

void builder_error(struct builder *u, struct span span, const char *fmt, ...)
{
	struct sbuf text = { 0 };
	va_list ap;

	va_start(ap, fmt);
	sbuf_vprintf(&text, fmt, ap);
	va_end(ap);
	diag_set(u->compiler->d, span, "%s", sbuf_cstr(&text));
	sbuf_fini(&text);
}

void builder_outside(struct builder *u, struct span span, const char *what)
{
	refuse(u->compiler->d, span, what);
}

/* Blocks. */

struct block *builder_block(struct builder *u)
{
	struct block *b = arena_alloc(&u->compiler->arena, sizeof *b);

	array_push(&u->blocks, b);
	return b;
}

void builder_use(struct builder *u, struct block *b)
{
	assert(b && "a block is placed");
	assert(!b->next && b != u->at && "a block is placed once");
	u->at->next = b;
	u->at = b;
}

/* Drafts. */

/* Those that stand for no instruction have none. */
static unsigned traits(const struct draft *d)
{
	return d->op < OPCODE_COUNT ? opcode_traits(d->op) : 0;
}

bool draft_is_conditional(const struct draft *d)
{
	return (traits(d) & OPCODE_MAY_GO_ON) != 0;
}

bool draft_is_jump(const struct draft *d)
{
	return (traits(d) & OPCODE_JUMPS) != 0;
}

bool draft_is_exit(const struct draft *d)
{
	return (traits(d) & OPCODE_LEAVES) != 0;
}

bool draft_ends(const struct draft *d)
{
	return draft_is_jump(d) || draft_is_exit(d);
}

static struct draft *append(struct builder *u, unsigned op, unsigned a)
{
	if (u->at->len && draft_ends(&u->at->at[u->at->len - 1]) && op != OP_EXT)
		builder_use(u, builder_block(u));
	struct draft d = {
		.op = (uint16_t)op, .a = (uint16_t)a, .guard = u->guard, .span = u->loc
	};

	array_push(u->at, d);
	return &u->at->at[u->at->len - 1];
}

struct draft *builder_emit(struct builder *u, unsigned op, unsigned a, unsigned b, unsigned c)
{
	assert(op <= PSEUDO_START && "an opcode, or what stands for none");
	struct draft *d = append(u, op, a);

	d->b = (uint16_t)b;
	d->c = (uint16_t)c;
	return d;
}

struct draft *builder_emit_wide(struct builder *u, unsigned op, unsigned a, uint32_t bc)
{
	struct draft *d = append(u, op, a);

	d->bc = bc;
	return d;
}

void builder_jump(struct builder *u, unsigned op, unsigned a, unsigned b, struct block *target)
{
	assert(target && "a jump goes somewhere");
	builder_emit(u, op, a, b, 0)->target = target;
}

void builder_mark(struct builder *u)
{
	append(u, PSEUDO_MARK, 0);
}

void builder_stored(struct builder *u, uint16_t var, struct span target)
{
	struct span here = u->loc;

	if (!u->at->len || u->at->at[u->at->len - 1].a != var)
		return;
	u->loc = target;
	append(u, PSEUDO_STORE, var);
	u->loc = here;
}

void builder_nop(struct builder *u)
{
	append(u, PSEUDO_NOP, 0);
}

void builder_unplaced(struct builder *u)
{
	u->loc = (struct span){ 0 };
}

void builder_guard(struct builder *u, struct block *target, uint16_t depth, bool keep_place)
{
	assert(target && depth <= u->depth && "what a handler keeps is in use");
	struct guard *g = arena_alloc(&u->compiler->arena, sizeof *g);

	*g = (struct guard){ target, u->guard, (uint16_t)(REG_TEMP + depth), keep_place };
	append(u, PSEUDO_GUARD, 0)->target = target;
	u->guard = g;
	u->handles = true;
	if (u->max_depth < depth + 2)
		u->max_depth = (uint16_t)(depth + 2);
}

void builder_unguard(struct builder *u)
{
	assert(u->guard && "a guard is left that was entered");
	append(u, PSEUDO_UNGUARD, 0);
	u->guard = u->guard->outer;
}

struct span builder_place(const struct builder *u, struct span otherwise)
{
	return u->loc.line ? u->loc : otherwise;
}

/* Temporaries. */

uint16_t builder_push(struct builder *u)
{
	assert(u->depth <= u->max_depth && "the deepest is no less than what is in use");
	if (u->depth >= CODE_MAX_REGS) {
		u->deep = true;
		return REG_TEMP;
	}
	uint16_t reg = (uint16_t)(REG_TEMP + u->depth++);

	if (u->max_depth < u->depth) {
		u->max_depth = u->depth;
		u->deepest = builder_place(u, u->deepest);
	}
	return reg;
}

void builder_pop(struct builder *u, unsigned n)
{
	if (u->deep)
		n = n < u->depth ? n : u->depth;
	assert(n <= u->depth && "temporaries are a stack");
	u->depth = (uint16_t)(u->depth - n);
}

/* Indices. */

static uint16_t fit(struct builder *u, size_t at, const char *what)
{
	if (at > UINT16_MAX)
		builder_error(
			u, builder_place(u, u->code->span), "too many %s in one function", what);
	return (uint16_t)at;
}

uint16_t builder_name(struct builder *u, const char *name)
{
	return fit(u, name_list_add(&u->names, name), "names");
}

static bool same_constant(const struct constant *a, const struct constant *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case CONSTANT_INT:
		return a->i == b->i;
	case CONSTANT_FLOAT:
		return memcmp(&a->f, &b->f, sizeof a->f) == 0;
	case CONSTANT_STR:
		return a->s.len == b->s.len && memcmp(a->s.bytes, b->s.bytes, a->s.len) == 0;
	case CONSTANT_TUPLE:
	case CONSTANT_FROZENSET:
		if (a->nitems != b->nitems)
			return false;
		for (uint32_t i = 0; i < a->nitems; i++)
			if (!same_constant(&a->items[i], &b->items[i]))
				return false;
		return true;
	default:
		return true;
	}
}

uint32_t builder_constant(struct builder *u, struct constant k)
{
	assert(k.kind <= CONSTANT_FROZENSET && "a constant is of some kind");
	/* equal constants far apart may be kept twice: a search must not be long */
	size_t n = u->constants.len, from = n > 64 ? n - 64 : 0;

	for (size_t i = from; i < n; i++)
		if (same_constant(&u->constants.at[i], &k))
			return (uint32_t)i;
	array_push(&u->constants, k);
	return (uint32_t)n;
}

uint32_t builder_global(struct builder *u, const char *name)
{
	struct compiler *c = u->compiler;
	uint64_t key = (uint64_t)(uintptr_t)name, *found = map_find(&c->program->global_index, key);

	if (found)
		return (uint32_t)*found;
	map_put(&c->program->global_index, key, c->globals.len);
	array_push(&c->globals, name);
	return (uint32_t)c->globals.len - 1;
}

uint16_t builder_code(struct builder *u, const struct code *code)
{
	for (size_t i = u->codes.len; i-- > 0 && i + 8 > u->codes.len;)
		if (u->codes.at[i] == code)
			return (uint16_t)i;
	array_push(&u->codes, code);
	return fit(u, u->codes.len - 1, "functions");
}

uint16_t builder_local(struct builder *u, const char *name)
{
	uint32_t at = name_list_add(&u->locals, name);

	if (at >= REG_CELL)
		builder_error(
			u, builder_place(u, u->code->span), "too many variables in one function");
	return (uint16_t)(REG_LOCAL + (at & (REG_CELL - 1)));
}

uint16_t builder_cell(struct builder *u, const char *name)
{
	assert(name && "a variable has a name");
	uint32_t at;

	if (name_list_find(&u->cells, name, &at))
		return (uint16_t)(REG_CELL + at);
	if (name_list_find(&u->frees, name, &at))
		return (uint16_t)(REG_FREE + at);
	return builder_local(u, name);
}
