#include "lang/code/code.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/tree/ast.h"

#include <assert.h>
#include <string.h>

const struct span *code_store_span(const struct code *c, uint32_t instr)
{
	for (uint32_t i = 0; i < c->nstores && c->stores[i].instr <= instr; i++)
		if (c->stores[i].instr == instr)
			return &c->stores[i].span;
	return NULL;
}

const char *suspend_kind_name(enum suspend_kind k)
{
	static const char *const names[] = {
		[SUSPEND_NONE] = "none",
		[SUSPEND_YIELD] = "yield",
		[SUSPEND_YIELD_FROM] = "yield from",
		[SUSPEND_AWAIT] = "await",
	};
	static_assert(sizeof names / sizeof *names == SUSPEND_KIND_COUNT, "one name a kind");

	return names[k];
}

const char *opcode_name(enum opcode op)
{
#define X(name, shape, form, of, doc) [OP_##name] = #name,
	static const char *const names[] = { OPCODES(X) };
#undef X

	return names[op];
}

const char *opcode_shape(enum opcode op)
{
#define X(name, shape, form, of, doc) [OP_##name] = shape,
	static const char *const shapes[] = { OPCODES(X) };
#undef X

	return shapes[op];
}

#define X(name, traits) TRAITS_##name = traits,
enum form_traits { OPCODE_FORMS(X) };
#undef X

#define X(name, shape, form, of, doc) [OP_##name] = TRAITS_##form,
const uint8_t opcode_trait_table[OPCODE_COUNT] = { OPCODES(X) };
#undef X

/* Rows without an operator stand at places of their own behind all operators. */
enum { NONE = -1, OPERATORS = 16 };
static_assert((int)BIN_OP_COUNT <= (int)OPERATORS && (int)CMP_OP_COUNT <= (int)OPERATORS,
	"there is a place for each operator");
static_assert(OP_EXT == 0, "a place that no row fills is EXT");

enum opcode opcode_of(enum opcode_form form, unsigned op)
{
#define X(name, shape, form, of, doc) \
	[OPCODE_##form][(int)(of) == NONE ? OPERATORS + (int)OP_##name : (int)(of)] = OP_##name,
	static const uint8_t rows[OPCODE_FORM_COUNT][OPERATORS + OPCODE_COUNT] = { OPCODES(X) };
#undef X

	assert(op < OPERATORS && "it is an operator");
	return (enum opcode)rows[form][op];
}
static_assert((int)OPCODE_COUNT <= UINT8_MAX, "an opcode has room in a byte");

void program_free(struct program *p)
{
	if (!p)
		return;
	map_fini(&p->global_index);
	array_fini(&p->warnings);
	map_fini(&p->warned);
	arena_fini(&p->arena);
	ast_fini(&p->ast);
	mem_free(p);
}

const char *program_warning_at(const struct program *p, uint32_t line)
{
	const uint64_t *at = map_find(&p->warned, line);

	return at ? p->warnings.at[*at].text : NULL;
}

/* From the definition's first decorator on. */
static bool holds_line(const struct code *c, uint32_t line)
{
	return c->first_line <= line && line <= c->span.end_line;
}

const struct code *program_code_at(const struct program *p, uint32_t line)
{
	const struct code *best = p->main;

	/* codes stand in the order of the source: the last that holds the line is innermost */
	for (uint32_t i = 1; i < p->ncodes; i++)
		if (holds_line(p->codes[i], line))
			best = p->codes[i];
	return best;
}

/* The listing. */

static void list_constant(const struct constant *k, struct sbuf *out)
{
	switch (k->kind) {
	case CONSTANT_NONE:
		sbuf_str(out, "None");
		break;
	case CONSTANT_TRUE:
		sbuf_str(out, "True");
		break;
	case CONSTANT_FALSE:
		sbuf_str(out, "False");
		break;
	case CONSTANT_ELLIPSIS:
		sbuf_str(out, "...");
		break;
	case CONSTANT_INT:
		sbuf_printf(out, "%lld", (long long)k->i);
		break;
	case CONSTANT_FLOAT:
		sbuf_printf(out, "%.17g", k->f);
		break;
	case CONSTANT_STR:
		sbuf_char(out, '\'');
		sbuf_bytes(out, k->s.bytes, k->s.len);
		sbuf_char(out, '\'');
		break;
	case CONSTANT_TUPLE:
	case CONSTANT_FROZENSET:
		sbuf_char(out, k->kind == CONSTANT_TUPLE ? '(' : '{');
		for (uint32_t i = 0; i < k->nitems; i++) {
			sbuf_str(out, i ? ", " : "");
			list_constant(&k->items[i], out);
		}
		sbuf_char(out, k->kind == CONSTANT_TUPLE ? ')' : '}');
		break;
	}
}

static void list_register(const struct code *c, uint16_t reg, struct sbuf *out)
{
	if (reg < c->nvars)
		sbuf_str(out, c->vars[reg].name);
	else
		sbuf_printf(out, "%%%u", (unsigned)(reg - c->nvars));
}

static void list_operand(
	const struct code *c, uint32_t at, char shape, uint16_t value, struct sbuf *out)
{
	const struct instr *in = &c->instrs[at];

	switch (shape) {
	case 'n':
		sbuf_str(out, c->names[value]);
		break;
	case 'l':
		sbuf_str(out, c->codes[value]->qualname);
		break;
	case 'g':
		sbuf_str(out, c->program->globals[in->bc]);
		break;
	case 'k':
		list_constant(&c->constants[in->bc], out);
		break;
	case 'L':
		sbuf_printf(out, "%u", (unsigned)in->bc);
		break;
	case 'i':
		sbuf_printf(out, "%d", (int)(int16_t)value);
		break;
	case 'u':
		sbuf_printf(out, "%u", (unsigned)value);
		break;
	case 'j':
		sbuf_printf(out, "->%d", (int)at + 1 + (int16_t)value);
		break;
	case 'J':
		if (in->op == OP_LOAD_INT)
			sbuf_printf(out, "%d", (int)in->jump);
		else
			sbuf_printf(out, "->%d", (int)at + 1 + in->jump);
		break;
	default:
		list_register(c, value, out);
	}
}

static void list_instr(const struct code *c, uint32_t at, struct sbuf *out)
{
	const struct instr *in = &c->instrs[at];
	const char *shape = opcode_shape(in->op);
	const uint16_t operands[] = { in->a, in->b, in->c };

	sbuf_printf(out, "%5u  %s", (unsigned)at, opcode_name(in->op));
	for (int i = 0; i < 3 && shape[i]; i++) {
		if (shape[i] == '-')
			continue;
		sbuf_char(out, ' ');
		list_operand(c, at, shape[i], operands[i], out);
	}
	if (in->op == OP_EXT)
		sbuf_printf(out, " %u", (unsigned)in->bc);
	sbuf_char(out, '\n');
}

static void list_tables(const struct code *c, struct sbuf *out)
{
	for (uint32_t i = 0; i < c->nhandlers; i++) {
		const struct handler_range *h = &c->handlers[i];

		sbuf_printf(out, "      handler %u-%u -> %u keeps %u%s\n", (unsigned)h->start,
			(unsigned)h->end, (unsigned)h->target, (unsigned)(h->depth - c->nvars),
			h->keep_place ? " place" : "");
	}
	for (uint32_t i = 0; i < c->nreentries; i++) {
		const struct reentry *r = &c->reentries[i];

		sbuf_printf(out, "      re-entry %u at %u: %s, line %u\n", (unsigned)r->number,
			(unsigned)r->instr, suspend_kind_name(r->kind), (unsigned)r->span.line);
	}
}

void code_list(const struct code *c, struct sbuf *out)
{
	sbuf_printf(out, "%s line %u registers %u+%u\n", c->qualname, (unsigned)c->first_line,
		(unsigned)c->nvars, (unsigned)(c->nregs - c->nvars));
	for (uint32_t i = 0; i < c->ninstrs; i++)
		list_instr(c, i, out);
	list_tables(c, out);
	for (uint32_t i = 0; i < c->ncodes; i++)
		code_list(c->codes[i], out);
}
