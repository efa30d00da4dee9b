/*
 * From blocks to code.  A line begins before a draft whose line differs from
 * that of the draft run before it, or that a jump backwards reached.  Within a
 * block the draft before is known; at its start each way in has one: so where
 * only some ways in begin the line, its LINE stands on those ways.  Only a
 * handler that is entered from several lines needs LINE_IF.
 */

#include "lang/code/finish.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A jump whose target's place is not known yet. */
struct patch {
	uint32_t instr;
	const struct block *target;
	bool quiet; /* to behind the LINE at the target's start */
	bool wide;
};

struct layout {
	struct builder *u;
	bool library;
	uint32_t line;             /* of the last draft; 0: none, or unknown */
	const struct guard *guard; /* of the instructions written now */
	uint16_t first_cell, first_free, first_hidden, first_temp;
	struct {
		ARRAY(struct instr);
	} instrs;
	struct {
		ARRAY(struct span);
	} spans;
	struct {
		ARRAY(struct store);
	} stores;
	struct {
		ARRAY(const struct guard *);
	} guards;
	struct {
		ARRAY(struct patch);
	} patches;
	struct {
		ARRAY(struct reentry);
	} reentries;
	struct {
		ARRAY(uint8_t);
	} parts; /* of each reentry, as long as they have no number */
	struct {
		ARRAY(struct block *);
	} detours; /* blocks that need LINE and a jump at the end */
};

/* How each block is entered. */
struct entry {
	bool fall, fall_fires;
	bool jump_fires, jump_quiet;
	bool guard_fires, guard_quiet;
};

static uint32_t line_of(const struct draft *d)
{
	return d->op == PSEUDO_START ? 0 : d->span.line;
}

static uint32_t first_line(const struct block *b)
{
	assert(b->len > 0 && "empty blocks were removed");
	return line_of(&b->at[0]);
}

static bool jump_fires(const struct draft *d, const struct block *from)
{
	uint32_t line = first_line(d->target);

	return line && (line_of(d) != line || d->target->order <= from->order);
}

static bool falls_through(const struct block *b)
{
	assert(b->len > 0 && "empty blocks were removed");
	const struct draft *last = &b->at[b->len - 1];

	return b->next && last->op != OP_JUMP && !draft_is_exit(last);
}

/* Registers. */

static uint16_t real_register(const struct layout *l, uint16_t reg)
{
	assert(reg != REG_ANY && "a register was chosen");
	if (reg >= REG_TEMP)
		return (uint16_t)(l->first_temp + (reg - REG_TEMP));
	if (reg >= REG_HIDDEN)
		return (uint16_t)(l->first_hidden + (reg - REG_HIDDEN));
	if (reg >= REG_FREE)
		return (uint16_t)(l->first_free + (reg - REG_FREE));
	if (reg >= REG_CELL)
		return (uint16_t)(l->first_cell + (reg - REG_CELL));
	return reg;
}

static bool is_register(char shape)
{
	return shape == 'd' || shape == 'r' || shape == 'p' || shape == 'w' || shape == 'q' ||
		shape == 'm';
}

static void number_registers(struct layout *l)
{
	struct builder *u = l->u;
	size_t nvars = u->locals.len + u->cells.len + u->frees.len + u->handles;

	if (nvars + u->max_depth > CODE_MAX_REGS)
		builder_error(u, u->deepest.line ? u->deepest : u->code->span,
			"too many variables and values in one function");
	l->first_cell = (uint16_t)u->locals.len;
	l->first_free = (uint16_t)(l->first_cell + u->cells.len);
	l->first_hidden = (uint16_t)(l->first_free + u->frees.len);
	l->first_temp = (uint16_t)nvars;
}

/* Writing instructions. */

static uint32_t write(struct layout *l, struct instr in, struct span span)
{
	assert(l->instrs.len == l->spans.len && l->instrs.len == l->guards.len &&
		"an instruction has its place and its guard");
	array_push(&l->instrs, in);
	array_push(&l->spans, span);
	array_push(&l->guards, l->guard);
	return (uint32_t)l->instrs.len - 1;
}

static void write_line(struct layout *l, enum opcode op, struct span span)
{
	write(l, (struct instr){ .op = (uint16_t)op, .a = 1, .bc = span.line }, span);
}

/* A line in the middle of a block.  In library code only what a jump can come
 * back to counts against the limit of steps. */
static void write_inner_line(struct layout *l, struct span span)
{
	write(l, (struct instr){ .op = OP_LINE, .a = !l->library, .bc = span.line }, span);
}

static void add_reentry(struct layout *l, const struct draft *d, uint32_t at)
{
	assert((d->op == OP_YIELD || d->op == OP_DELEGATE) && "only these suspend");
	enum suspend_kind kind = d->op == OP_YIELD ? SUSPEND_YIELD : (enum suspend_kind)d->c;
	struct reentry r = { .instr = at, .kind = kind, .span = d->place };

	array_push(&l->reentries, r);
	array_push(&l->parts, d->part);
}

static void write_jump(
	struct layout *l, const struct draft *d, struct instr in, const struct block *from)
{
	assert(d->target && "a jump goes somewhere");
	bool fires = jump_fires(d, from), wide = strchr(opcode_shape(d->op), 'J');
	bool detour = fires && d->target->split;

	if (detour && d->op == OP_JUMP)
		write_line(l, OP_LINE, d->target->at[0].span);
	struct patch p = { 0, d->target, !fires || (detour && d->op == OP_JUMP), wide };

	p.instr = write(l, in, d->span);
	array_push(&l->patches, p);
	if (detour && d->op != OP_JUMP && !d->target->fires) {
		d->target->fires = true;
		array_push(&l->detours, d->target);
	}
}

/* The store d belongs to the last instruction, if that sets the variable. */
static void note_store(struct layout *l, const struct draft *d)
{
	size_t i = l->instrs.len;

	while (i > 0 && (l->instrs.at[i - 1].op == OP_LINE || l->instrs.at[i - 1].op == OP_LINE_IF))
		i--;
	if (i > 0 && l->instrs.at[i - 1].a == real_register(l, d->a))
		array_push(&l->stores, ((struct store){ (uint32_t)i - 1, d->span }));
}

static void write_draft(struct layout *l, const struct draft *d, const struct block *from)
{
	if (d->op == PSEUDO_STORE)
		note_store(l, d);
	if (d->op >= OPCODE_COUNT)
		return;
	const char *shape = opcode_shape(d->op);
	struct instr in = { .op = d->op,
		.a = is_register(shape[0]) ? real_register(l, d->a) : d->a };

	in.bc = d->bc;
	if (is_register(shape[1]))
		in.b = real_register(l, d->b);
	if (shape[1] && is_register(shape[2]))
		in.c = real_register(l, d->c);
	l->guard = d->guard;
	if (draft_is_jump(d)) {
		write_jump(l, d, in, from);
		return;
	}
	uint32_t at = write(l, in, d->span);

	if (d->op == OP_YIELD || d->op == OP_DELEGATE)
		add_reentry(l, d, at);
}

/* Blocks. */

static void note_jump(struct entry *e, bool fires)
{
	e->jump_fires |= fires;
	e->jump_quiet |= !fires;
}

static void note_guard(struct entry *e, const struct draft *d)
{
	uint32_t line = first_line(d->guard->target);
	bool fires = line && line_of(d) != line;

	if (d->op >= OPCODE_COUNT || d->op == OP_EXT)
		return;
	e->guard_fires |= fires;
	e->guard_quiet |= !fires;
}

static struct entry *find_entries(struct builder *u)
{
	uint32_t n = 0;

	for (struct block *b = u->first; b; b = b->next)
		b->order = n++;
	struct entry *entries = mem_calloc(n, sizeof *entries);

	for (struct block *b = u->first; b; b = b->next) {
		for (size_t i = 0; i < b->len; i++) {
			const struct draft *d = &b->at[i];

			if (draft_is_jump(d))
				note_jump(&entries[d->target->order], jump_fires(d, b));
			if (d->guard)
				note_guard(&entries[d->guard->target->order], d);
		}
		if (!falls_through(b))
			continue;
		struct entry *e = &entries[b->next->order];

		e->fall = true;
		e->fall_fires = first_line(b->next) &&
			first_line(b->next) != line_of(&b->at[b->len - 1]);
	}
	return entries;
}

/* Writes what stands at the block's start.  Its LINE is passed by ways in that
 * are quiet; where the way from above is quiet and jumps are not, it is split:
 * their LINE stands elsewhere. */
static void begin_block(struct layout *l, struct block *b, const struct entry *e)
{
	assert(l->instrs.len < UINT32_MAX && "a block begins at an instruction");
	bool fires = e->fall_fires || e->jump_fires || e->guard_fires;
	bool quiet = (e->fall && !e->fall_fires) || e->jump_quiet || e->guard_quiet;

	l->guard = b->at[0].guard;
	b->start = b->quiet = (uint32_t)l->instrs.len;
	if (!fires || !first_line(b) || b->split)
		return;
	if (quiet && (e->guard_quiet || e->guard_fires))
		write_line(l, OP_LINE_IF, b->at[0].span);
	else
		write_line(l, OP_LINE, b->at[0].span);
	b->quiet = (uint32_t)l->instrs.len;
}

static void write_block(struct layout *l, struct block *b, const struct entry *e)
{
	begin_block(l, b, e);
	l->line = first_line(b);
	for (size_t i = 0; i < b->len; i++) {
		const struct draft *d = &b->at[i];
		uint32_t line = line_of(d);

		l->guard = d->guard;
		if (line && line != l->line && d->op != OP_EXT)
			write_inner_line(l, d->span);
		l->line = line;
		write_draft(l, d, b);
	}
}

static void mark_split(struct builder *u, const struct entry *entries)
{
	for (struct block *b = u->first; b; b = b->next) {
		const struct entry *e = &entries[b->order];

		b->split = e->fall && !e->fall_fires && e->jump_fires;
	}
}

/* LINE and a jump, for conditional jumps to split blocks. */
static void write_detours(struct layout *l)
{
	for (size_t i = 0; i < l->detours.len; i++) {
		struct block *b = l->detours.at[i];
		assert(b->split && b->fires && "a detour is to where the line was left out");

		l->guard = NULL;
		b->start = (uint32_t)l->instrs.len;
		write_line(l, OP_LINE, b->at[0].span);
		struct patch p = { 0, b, true, true };

		p.instr = write(l, (struct instr){ .op = OP_JUMP }, b->at[0].span);
		array_push(&l->patches, p);
	}
}

static void apply_patches(struct layout *l)
{
	for (size_t i = 0; i < l->patches.len; i++) {
		const struct patch *p = &l->patches.at[i];
		struct instr *in = &l->instrs.at[p->instr];
		int64_t to = p->quiet ? p->target->quiet : p->target->start,
			distance = to - p->instr - 1;
		assert(to >= 0 && (size_t)to < l->instrs.len && "a jump stays in its code");

		if (p->wide) {
			in->jump = (int32_t)distance;
			continue;
		}
		if (distance < INT16_MIN || distance > INT16_MAX)
			builder_error(l->u, l->spans.at[p->instr],
				"this loop or condition spans too much code");
		in->c = (uint16_t)(int16_t)distance;
	}
}

static void *copied(struct code *code, const void *at, size_t len, size_t size)
{
	void *to = arena_alloc(&code->program->arena, len * size + 1);

	if (len)
		memcpy(to, at, len * size);
	return to;
}

/* Handlers. */

static void write_handlers(struct layout *l)
{
	struct code *code = l->u->code;
	struct {
		ARRAY(struct handler_range);
	} ranges = { 0 };

	for (uint32_t i = 0; i < l->guards.len;) {
		const struct guard *g = l->guards.at[i];
		uint32_t start = i;

		while (i < l->guards.len && l->guards.at[i] == g)
			i++;
		if (!g)
			continue;
		struct handler_range r = { start, i, g->target->start, real_register(l, g->depth),
			g->keep_place };

		assert(r.start < r.end && "a guard guards something");
		array_push(&ranges, r);
	}
	code->nhandlers = (uint32_t)ranges.len;
	code->handlers = copied(code, ranges.at, ranges.len, sizeof *code->handlers);
	array_fini(&ranges);
}

/* Re-entry points. */

struct numbered {
	struct reentry r;
	uint8_t part;
};

static int place_order(const struct numbered *x, const struct numbered *y)
{
	const struct span *a = &x->r.span, *b = &y->r.span;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	if (a->end_line != b->end_line)
		return a->end_line > b->end_line ? -1 : 1;
	if (a->end_col != b->end_col)
		return a->end_col > b->end_col ? -1 : 1;
	return (int)x->part - (int)y->part;
}

static int by_place(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;
	int order = place_order(x, y);

	return order ? order : (x->r.instr > y->r.instr) - (x->r.instr < y->r.instr);
}

/* Copies of one place, as in a finally body, share its number. */
static void write_reentries(struct layout *l)
{
	struct code *code = l->u->code;
	size_t n = l->reentries.len;
	assert(l->parts.len == n && "a re-entry point is told from its copies");
	struct numbered *all = mem_calloc(n + 1, sizeof *all);
	uint32_t number = 0;

	for (size_t i = 0; i < n; i++)
		all[i] = (struct numbered){ l->reentries.at[i], l->parts.at[i] };
	qsort(all, n, sizeof *all, by_place);
	code->nreentries = (uint32_t)n;
	struct reentry *reentries = arena_alloc(&code->program->arena, n * sizeof *reentries + 1);

	for (size_t i = 0; i < n; i++) {
		if (!i || place_order(&all[i - 1], &all[i]) != 0)
			number++;
		reentries[i] = all[i].r;
		reentries[i].number = number;
	}
	code->reentries = reentries;
	mem_free(all);
}

/* Variables. */

static void add_vars(
	struct code *code, const struct name_list *list, uint32_t first, enum var_kind kind)
{
	for (size_t i = 0; i < list->len; i++)
		code->vars[first + i] = (struct var){ list->at[i], kind,
			kind == VAR_CELL || kind == VAR_FREE };
}

static void write_params(struct builder *u, struct code *code)
{
	size_t n = (size_t)code->npos + code->nkw_only + !!(code->flags & CODE_VARARGS) +
		!!(code->flags & CODE_VARKW);

	assert(n <= code->nvars && "parameters are variables");
	for (size_t i = 0; i < n; i++) {
		const struct symbol *sym = scope_find(u->scope, code->vars[i].name);

		code->vars[i].kind = VAR_PARAM;
		code->vars[i].is_cell = sym && sym->home == HOME_CELL;
	}
}

static void write_vars(struct layout *l)
{
	struct builder *u = l->u;
	struct code *code = u->code;
	assert(l->first_cell <= l->first_free && l->first_free <= l->first_hidden &&
		l->first_hidden <= l->first_temp && "groups of registers follow each other");
	struct intern *names = &code->program->ast.names;
	const char *class_cell = intern_cstr(names, "__class__");
	uint32_t at;

	code->nvars = l->first_temp;
	code->nregs = (uint16_t)(l->first_temp + u->max_depth);
	code->vars = arena_alloc(&code->program->arena, code->nvars * sizeof *code->vars + 1);
	add_vars(code, &u->locals, 0, VAR_LOCAL);
	add_vars(code, &u->cells, l->first_cell, VAR_CELL);
	add_vars(code, &u->frees, l->first_free, VAR_FREE);
	write_params(u, code);
	code->nfree = (uint16_t)u->frees.len;
	code->first_free = l->first_free;
	code->handled_reg = u->handles ? l->first_hidden : -1;
	if (u->handles)
		code->vars[l->first_hidden] = (struct var){ intern_cstr(names, ".handled"),
			VAR_HIDDEN, false };
	code->class_cell_reg = -1;
	if (u->scope->kind != SCOPE_CLASS && name_list_find(&u->frees, class_cell, &at))
		code->class_cell_reg = (int32_t)(l->first_free + at);
}

/* The nested codes take their free variables' cells from registers here. */
static void write_closures(struct layout *l)
{
	struct builder *u = l->u;

	for (size_t i = 0; i < u->codes.len; i++) {
		struct code *inner = (struct code *)u->codes.at[i];

		if (inner->free_from)
			continue;
		assert(inner->nfree <= inner->nvars && "free variables are variables");
		uint16_t *from = arena_alloc(
			&inner->program->arena, (size_t)inner->nfree * sizeof *from + 1);

		for (uint32_t k = 0; k < inner->nfree; k++) {
			const char *name = inner->vars[inner->first_free + k].name;

			from[k] = real_register(l, builder_cell(u, name));
		}
		inner->free_from = from;
	}
}

static void write_tables(struct layout *l)
{
	assert(l->instrs.len > 0 && "a code returns at least");
	struct builder *u = l->u;
	struct code *code = u->code;

	code->ninstrs = (uint32_t)l->instrs.len;
	code->instrs = copied(code, l->instrs.at, l->instrs.len, sizeof *code->instrs);
	code->spans = copied(code, l->spans.at, l->spans.len, sizeof *code->spans);
	code->nstores = (uint32_t)l->stores.len;
	code->stores = copied(code, l->stores.at, l->stores.len, sizeof *code->stores);
	code->nconstants = (uint32_t)u->constants.len;
	code->constants = copied(code, u->constants.at, u->constants.len, sizeof *code->constants);
	code->nnames = (uint32_t)u->names.len;
	code->names = copied(code, u->names.at, u->names.len, sizeof *code->names);
	code->ncodes = (uint32_t)u->codes.len;
	code->codes = copied(code, u->codes.at, u->codes.len, sizeof *code->codes);
}

/* Room for most codes: what they have more than drafts are lines. */
static void make_room(struct layout *l)
{
	size_t n = 0;

	for (struct block *b = l->u->first; b; b = b->next)
		n += b->len;
	n += n / 2;
	array_reserve(&l->instrs, n);
	array_reserve(&l->spans, n);
	array_reserve(&l->guards, n);
}

void assemble_write(struct builder *u)
{
	struct layout l = { .u = u, .library = u->code->flags & CODE_LIBRARY };
	struct entry *entries = find_entries(u);

	make_room(&l);
	number_registers(&l);
	mark_split(u, entries);
	for (struct block *b = u->first; b; b = b->next)
		write_block(&l, b, &entries[b->order]);
	write_detours(&l);
	apply_patches(&l);
	write_vars(&l);
	write_closures(&l);
	write_handlers(&l);
	write_reentries(&l);
	write_tables(&l);
	mem_free(entries);
	array_fini(&l.instrs);
	array_fini(&l.spans);
	array_fini(&l.stores);
	array_fini(&l.guards);
	array_fini(&l.patches);
	array_fini(&l.reentries);
	array_fini(&l.parts);
	array_fini(&l.detours);
}
