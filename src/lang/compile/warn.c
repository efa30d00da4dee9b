/*
 * What CPython 3.11's compiler finds strange and compiles: SyntaxWarnings, in
 * its words and in the order in which it comes across them.
 */

#include "lang/compile/compile.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

static __attribute__((format(printf, 3, 4))) void warn(
	struct builder *u, struct span span, const char *fmt, ...)
{
	struct program *p = u->compiler->program;
	struct sbuf text = { 0 };
	va_list ap;

	if (u->compiler->library)
		return;
	sbuf_str(&text, "SyntaxWarning: ");
	va_start(ap, fmt);
	sbuf_vprintf(&text, fmt, ap);
	va_end(ap);
	struct warning w = { span.line, arena_strndup(&p->arena, text.text, text.len) };

	if (!map_find(&p->warned, span.line))
		map_put(&p->warned, span.line, p->warnings.len);
	array_push(&p->warnings, w);
	sbuf_fini(&text);
}

static const char *constant_type(const struct constant *k)
{
	switch (k->kind) {
	case CONSTANT_NONE:
		return "NoneType";
	case CONSTANT_TRUE:
	case CONSTANT_FALSE:
		return "bool";
	case CONSTANT_ELLIPSIS:
		return "ellipsis";
	case CONSTANT_INT:
		return "int";
	case CONSTANT_FLOAT:
		return "float";
	case CONSTANT_STR:
		return "str";
	default:
		return "tuple";
	}
}

/* The name of the type that an expression is sure to have, or NULL. */
static const char *sure_type(struct builder *u, const struct expr *e)
{
	struct constant k;

	if (compile_fold_expr(u, e, &k))
		return constant_type(&k);
	switch (e->kind) {
	case EXPR_TUPLE:
		return "tuple";
	case EXPR_LIST:
	case EXPR_LIST_COMP:
		return "list";
	case EXPR_DICT:
	case EXPR_DICT_COMP:
		return "dict";
	case EXPR_SET:
	case EXPR_SET_COMP:
		return "set";
	case EXPR_GENERATOR:
		return "generator";
	case EXPR_LAMBDA:
		return "function";
	case EXPR_JOINED_STR:
	case EXPR_FORMATTED:
		return "str";
	case EXPR_CONSTANT:
		return "int"; /* past 64 bits: refused elsewhere */
	default:
		return NULL;
	}
}

/* Of which there is one alone, or which is no constant. */
static bool has_identity(struct builder *u, const struct expr *e)
{
	struct constant k;

	return !compile_fold_expr(u, e, &k) || k.kind == CONSTANT_NONE || k.kind == CONSTANT_TRUE ||
		k.kind == CONSTANT_FALSE || k.kind == CONSTANT_ELLIPSIS;
}

void warn_compare(struct builder *u, const struct expr *e)
{
	assert(e->kind == EXPR_COMPARE && "a comparison");
	const struct expr *left = e->as.compare.left;

	for (uint32_t i = 0; i < e->as.compare.comparators.len; i++) {
		const struct expr *right = e->as.compare.comparators.at[i];
		enum cmp_op op = e->as.compare.ops[i];

		if ((op == CMP_IS || op == CMP_IS_NOT) &&
			(!has_identity(u, left) || !has_identity(u, right))) {
			warn(u, e->span,
				op == CMP_IS ? "\"is\" with a literal. Did you mean \"==\"?"
					     : "\"is not\" with a literal. Did you mean \"!=\"?");
			return;
		}
		left = right;
	}
}

void warn_assert(struct builder *u, const struct stmt *s)
{
	const struct expr *test = s->as.assert_.test;

	if (test->kind == EXPR_TUPLE && test->as.list.elts.len > 0)
		warn(u, s->span, "assertion is always true, perhaps remove parentheses?");
}

void warn_call(struct builder *u, const struct expr *e)
{
	assert(e->kind == EXPR_CALL && "a call");
	const struct expr *func = e->as.call.func;
	const char *type = func->kind == EXPR_LAMBDA ? NULL : sure_type(u, func);

	if (type)
		warn(u, e->span, "'%s' object is not callable; perhaps you missed a comma?", type);
}

static bool has_items(const char *type)
{
	return strcmp(type, "str") == 0 || strcmp(type, "tuple") == 0 || strcmp(type, "list") == 0;
}

void warn_subscript(struct builder *u, const struct expr *e)
{
	assert(e->kind == EXPR_SUBSCRIPT && "a subscript");
	const char *type = sure_type(u, e->as.subscript.value),
		   *index = sure_type(u, e->as.subscript.index);

	if (!type || strcmp(type, "dict") == 0)
		return;
	if (!has_items(type))
		warn(u, e->span, "'%s' object is not subscriptable; perhaps you missed a comma?",
			type);
	else if (index && strcmp(index, "int") != 0 && strcmp(index, "bool") != 0)
		warn(u, e->span,
			"%s indices must be integers or slices, not %s; perhaps you missed a "
			"comma?",
			type, index);
}
