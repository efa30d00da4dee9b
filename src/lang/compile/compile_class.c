/* Classes and the module: bodies whose names stand in a dict. */

#include "lang/compile/compile.h"
#include "lang/text/special_name.h"

#include <string.h>

/* A special method of a class binds as a function does. */
void compile_check_method(struct builder *u, const struct stmt *s)
{
	static const char *const words[][2] = { { "staticmethod", "a static method" },
		{ "classmethod", "a class method" }, { "property", "a property" } };
	struct expr_seq decorators = s->as.function.decorators;

	if (u->scope->kind != SCOPE_CLASS || !decorators.len ||
		!special_name_is_method(s->as.function.name))
		return;
	const struct expr *last = decorators.at[0];

	for (size_t i = 0; last->kind == EXPR_NAME && i < sizeof words / sizeof *words; i++) {
		if (strcmp(last->as.name.id, words[i][0]) != 0)
			continue;
		struct sbuf what = { 0 };

		sbuf_printf(&what, "%s as %s", words[i][1], s->as.function.name);
		builder_outside(u, last->span, sbuf_cstr(&what));
		sbuf_fini(&what);
	}
}

static bool has_annotations(struct stmt_seq body);

static bool handlers_have_annotations(const struct stmt *s)
{
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		if (has_annotations(s->as.try.handlers[i].body))
			return true;
	return has_annotations(s->as.try.body) || has_annotations(s->as.try.orelse) ||
		has_annotations(s->as.try.finalbody);
}

static bool has_annotations(struct stmt_seq body)
{
	for (uint32_t i = 0; i < body.len; i++) {
		const struct stmt *s = body.at[i];
		bool found = false;

		switch (s->kind) {
		case STMT_ANN_ASSIGN:
			return true;
		case STMT_FOR:
			found = has_annotations(s->as.for_.body) ||
				has_annotations(s->as.for_.orelse);
			break;
		case STMT_IF:
		case STMT_WHILE:
			found = has_annotations(s->as.while_.body) ||
				has_annotations(s->as.while_.orelse);
			break;
		case STMT_WITH:
			found = has_annotations(s->as.with.body);
			break;
		case STMT_TRY:
			found = handlers_have_annotations(s);
			break;
		default:
			break;
		}
		if (found)
			return true;
	}
	return false;
}

/* A module's or class's statements, with what CPython puts in front. */
static void namespace_body(struct builder *u, struct stmt_seq body)
{
	struct intern *names = &u->compiler->program->ast.names;
	const struct expr *doc = compile_docstring(body);

	if (u->scope->kind == SCOPE_MODULE && body.len)
		u->loc = body.at[0]->span;
	if (has_annotations(body)) {
		uint16_t dict = builder_push(u);

		builder_emit(u, OP_BUILD_DICT, dict, dict, 0);
		compile_store_name(u, intern_cstr(names, "__annotations__"), dict);
		builder_pop(u, 1);
	}
	if (doc) {
		uint16_t text = compile_push(u, doc);

		builder_unplaced(u);
		compile_store_name(u, intern_cstr(names, "__doc__"), text);
		builder_pop(u, 1);
	}
	compile_body(u, compile_without_docstring(u, body));
}

static void store_constant(struct builder *u, const char *name, const char *text)
{
	struct constant k = { .kind = CONSTANT_STR, .s = { text, intern_len(text) } };

	compile_store_name(u, name, compile_constant(u, k, REG_ANY));
	builder_pop(u, 1);
}

/* The body gives the cell __class__, so that the machine can fill it. */
static void return_class_cell(struct builder *u)
{
	struct intern *names = &u->compiler->program->ast.names;

	builder_unplaced(u);
	if (!u->scope->class_cell) {
		builder_emit(u, OP_RETURN_NONE, 0, 0, 0);
		return;
	}
	uint16_t cell = builder_push(u), copy = builder_push(u);

	builder_emit(u, OP_MOVE, cell, builder_cell(u, intern_cstr(names, "__class__")), 0);
	builder_emit(u, OP_COPY, copy, cell, 0);
	builder_emit(u, OP_SET_NAME, copy, builder_name(u, intern_cstr(names, "__classcell__")), 0);
	builder_emit(u, OP_RETURN, cell, 0, 0);
	builder_pop(u, 2);
}

static const struct code *class_code(
	struct builder *outer, const struct stmt *s, uint32_t first_line)
{
	struct builder u;
	struct intern *names = &outer->compiler->program->ast.names;
	const struct code *before = compile_open(
		&u, outer, s, s->as.class_.name, s->span, first_line);

	if (before)
		return before;
	compile_make_cells(&u);
	compile_begin(&u, first_line);
	uint16_t module = builder_push(&u);

	builder_emit(&u, OP_GET_NAME, module, builder_name(&u, intern_cstr(names, "__name__")), 0);
	compile_store_name(&u, intern_cstr(names, "__module__"), module);
	builder_pop(&u, 1);
	store_constant(&u, intern_cstr(names, "__qualname__"), u.code->qualname);
	namespace_body(&u, s->as.class_.body);
	return_class_cell(&u);
	return compile_close(&u);
}

/* Refuses what a class statement has that is not ours; false if it cannot be compiled
 * even so, for a star. */
static bool check_class(struct builder *u, const struct stmt *s)
{
	struct expr_seq bases = s->as.class_.bases;
	bool stars = false;

	for (uint32_t i = 0; i < bases.len; i++) {
		if (i == 1)
			builder_outside(u, bases.at[i]->span, "multiple inheritance");
		if (bases.at[i]->kind != EXPR_STARRED)
			continue;
		stars = true;
		if (i == 0)
			builder_outside(u, bases.at[i]->span, "a starred base class");
	}
	for (uint32_t i = 0; i < s->as.class_.nkeywords; i++) {
		const struct keyword *k = &s->as.class_.keywords[i];

		stars = stars || !k->name;
		if (!k->name)
			builder_outside(u, k->span, "** in a class statement");
		else if (strcmp(k->name, "metaclass") == 0)
			builder_outside(u, k->span, "a metaclass");
	}
	return !stars;
}

void compile_class(struct builder *u, const struct stmt *s)
{
	uint16_t base = u->depth;
	struct expr_seq decorators = s->as.class_.decorators, bases = s->as.class_.bases;
	uint32_t first_line = compile_decorators(u, decorators, s->span);

	if (!check_class(u, s))
		return;
	const struct code *code = class_code(u, s, first_line);
	uint16_t build = builder_push(u);
	struct constant name = { .kind = CONSTANT_STR,
		.s = { s->as.class_.name, intern_len(s->as.class_.name) } };

	builder_emit(u, OP_LOAD_BUILD_CLASS, build, 0, 0);
	compile_closure(u, code);
	compile_constant(u, name, REG_ANY);
	compile_call_rest(
		u, build, 3, bases, s->as.class_.keywords, s->as.class_.nkeywords, REG_ANY);
	compile_decorated(u, decorators, s->as.class_.name, build);
	u->depth = base;
}

/* Numbers the names that the module binds in the order of its text, whoever
 * uses them first: a module's dict is in the order of these numbers. */
static void number_globals(struct builder *u)
{
	for (size_t i = 0; i < u->scope->symbols.len; i++) {
		const struct symbol *s = u->scope->symbols.at[i];
		if (s->uses & USE_BIND)
			builder_global(u, s->name);
	}
}

struct code *compile_module(struct compiler *c, struct ast *ast)
{
	struct builder u;
	struct code *code = arena_alloc(&c->program->arena, sizeof *code);
	const char *name = intern_cstr(&ast->names, "<module>");

	array_push(&c->codes, code);
	*code = (struct code){ .name = name, .qualname = name, .program = c->program };
	builder_init(&u, c, NULL, scope_of(&c->scopes, ast), code);
	code->flags = compile_flags(u.scope, c->library);
	number_globals(&u);
	compile_begin(&u, 0);
	namespace_body(&u, ast->body);
	compile_close(&u);
	return code;
}
