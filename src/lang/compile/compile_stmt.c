/* Statements: the small ones, and who compiles each of the others. */

#include "lang/compile/compile.h"
#include "lang/text/unsupported.h"

#include <assert.h>
#include <string.h>

static void expression(struct builder *u, const struct stmt *s)
{
	const struct expr *value = s->as.expr.value;
	uint16_t base = u->depth;
	struct constant k;

	if (compile_fold_expr(u, value, &k)) {
		builder_nop(u);
		return;
	}
	uint16_t reg = compile_expr(u, value);

	builder_unplaced(u);
	if (builder_is_temp(reg))
		builder_emit(u, OP_DROP, reg, 0, 0);
	else
		builder_mark(u);
	u->depth = base;
}

static void delete (struct builder *u, const struct stmt *s)
{
	for (uint32_t i = 0; i < s->as.delete.targets.len; i++)
		compile_delete(u, s->as.delete.targets.at[i]);
}

static void raise(struct builder *u, const struct stmt *s)
{
	uint16_t base = u->depth, exc = 0, cause = 0;
	unsigned n = 0;

	if (s->as.raise.exc) {
		exc = compile_operand(u, s->as.raise.exc, s->as.raise.cause);
		n++;
	}
	if (s->as.raise.cause) {
		cause = compile_expr(u, s->as.raise.cause);
		n++;
	}
	u->depth = base;
	builder_emit(u, OP_RAISE, exc, cause, n);
}

static void assert_(struct builder *u, const struct stmt *s)
{
	struct block *end = builder_block(u);
	uint16_t base = u->depth;

	warn_assert(u, s);
	compile_jump(u, s->as.assert_.test, end, true);
	uint16_t exc = builder_push(u);

	builder_emit(u, OP_LOAD_ASSERTION, exc, 0, 0);
	if (s->as.assert_.msg) {
		compile_push(u, s->as.assert_.msg);
		builder_emit(u, OP_CALL, exc, exc, 1);
	}
	builder_emit(u, OP_RAISE, exc, 0, 1);
	u->depth = base;
	builder_use(u, end);
}

/* import a.b.c binds a, import a.b.c as d binds c. */

static void check_module(struct builder *u, const char *name)
{
	if (u->compiler->library || !unsupported_module(name))
		return;
	struct sbuf what = { 0 };

	sbuf_printf(&what, "the module %.*s", (int)strcspn(name, "."), name);
	builder_outside(u, u->loc, what.text);
	sbuf_fini(&what);
}

static uint16_t import_module(struct builder *u, const char *name, size_t len)
{
	struct constant k = { .kind = CONSTANT_STR };
	uint16_t reg = builder_push(u);

	check_module(u, name);
	k.s.bytes = intern_get(&u->compiler->program->ast.names, name, len);
	k.s.len = len;
	builder_emit_wide(u, OP_IMPORT, reg, builder_constant(u, k));
	return reg;
}

static void import(struct builder *u, const struct stmt *s)
{
	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const struct alias *a = &s->as.import.names[i];
		size_t len = strlen(a->name), head = strcspn(a->name, ".");
		uint16_t base = u->depth, module = import_module(u, a->name, len);
		const char *bound = a->asname
			? a->asname
			: intern_get(&u->compiler->program->ast.names, a->name, head);

		if (!a->asname && head < len) {
			builder_emit(u, OP_DROP, module, 0, 0);
			u->depth = base;
			module = import_module(u, a->name, head);
		}
		compile_store_name(u, bound, module);
		u->depth = base;
	}
}

static void import_from(struct builder *u, const struct stmt *s)
{
	uint16_t base = u->depth;

	if (s->as.import.level || !s->as.import.module) {
		builder_outside(u, s->span, "a relative import");
		return;
	}
	uint16_t module = import_module(u, s->as.import.module, strlen(s->as.import.module));

	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const struct alias *a = &s->as.import.names[i];
		uint16_t value = builder_push(u);

		builder_emit(u, OP_IMPORT_FROM, value, module, builder_name(u, a->name));
		compile_store_name(u, a->asname ? a->asname : a->name, value);
		builder_pop(u, 1);
	}
	builder_emit(u, OP_DROP, module, 0, 0);
	u->depth = base;
}

static void pass(struct builder *u, const struct stmt *s)
{
	(void)s;
	builder_nop(u);
}

static void nothing(struct builder *u, const struct stmt *s)
{
	(void)u, (void)s;
}

static void (*const kinds[STMT_KIND_COUNT])(struct builder *, const struct stmt *) = {
	[STMT_FUNCTION_DEF] = compile_function,
	[STMT_CLASS_DEF] = compile_class,
	[STMT_RETURN] = compile_return,
	[STMT_DELETE] = delete,
	[STMT_ASSIGN] = compile_assign,
	[STMT_AUG_ASSIGN] = compile_aug_assign,
	[STMT_ANN_ASSIGN] = compile_ann_assign,
	[STMT_FOR] = compile_for,
	[STMT_WHILE] = compile_while,
	[STMT_IF] = compile_if,
	[STMT_WITH] = compile_with,
	[STMT_RAISE] = raise,
	[STMT_TRY] = compile_try,
	[STMT_ASSERT] = assert_,
	[STMT_IMPORT] = import,
	[STMT_IMPORT_FROM] = import_from,
	[STMT_GLOBAL] = nothing,
	[STMT_NONLOCAL] = nothing,
	[STMT_EXPR] = expression,
	[STMT_PASS] = pass,
	[STMT_BREAK] = compile_break,
	[STMT_CONTINUE] = compile_continue,
};

void compile_stmt(struct builder *u, const struct stmt *s)
{
	assert(kinds[s->kind] && "each kind of statement is compiled somewhere");
	u->loc = s->span;
	kinds[s->kind](u, s);
}

void compile_body(struct builder *u, struct stmt_seq body)
{
	for (uint32_t i = 0; i < body.len; i++)
		compile_stmt(u, body.at[i]);
}
