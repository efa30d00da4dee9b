/* A tree as text, as Python's ast.dump writes it. */

#include "lang/tree/ast.h"

#include "base/sbuf.h"
#include "lang/tree/unparse.h"

#include <assert.h>
#include <string.h>

/* Functions named after a kind of node write its fields, in the order of
 * Python's abstract grammar. */

static void dump_expr(const struct expr *e, struct sbuf *out);
static void dump_stmt(const struct stmt *s, struct sbuf *out);

/* "name=", behind a comma if something came before it in the parentheses */
static void field(struct sbuf *out, const char *name)
{
	assert(out->len > 0 && "a node has its name before its fields");
	if (out->text[out->len - 1] != '(')
		sbuf_str(out, ", ");
	sbuf_printf(out, "%s=", name);
}

static void span_fields(struct sbuf *out, struct span s)
{
	field(out, "lineno");
	sbuf_printf(out, "%u, col_offset=%u, end_lineno=%u, end_col_offset=%u)", s.line, s.col,
		s.end_line, s.end_col);
}

static void name_field(struct sbuf *out, const char *label, const char *name)
{
	if (!name)
		return;
	field(out, label);
	unparse_str(out, name, strlen(name));
}

static void expr_field(struct sbuf *out, const char *label, const struct expr *e)
{
	if (!e)
		return;
	field(out, label);
	dump_expr(e, out);
}

static void exprs_field(struct sbuf *out, const char *label, const struct expr_seq *s)
{
	field(out, label);
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->len; i++) {
		sbuf_str(out, i ? ", " : "");
		if (s->at[i])
			dump_expr(s->at[i], out);
		else
			sbuf_str(out, "None");
	}
	sbuf_char(out, ']');
}

static void stmts_field(struct sbuf *out, const char *label, const struct stmt_seq *s)
{
	field(out, label);
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->len; i++) {
		sbuf_str(out, i ? ", " : "");
		dump_stmt(s->at[i], out);
	}
	sbuf_char(out, ']');
}

static void context_field(struct sbuf *out, enum expr_context ctx)
{
	field(out, "ctx");
	sbuf_str(out, ctx == EXPR_LOAD ? "Load()" : ctx == EXPR_STORE ? "Store()" : "Del()");
}

static const char *const bin_ops[BIN_OP_COUNT] = {
	[BIN_ADD] = "Add",
	[BIN_SUB] = "Sub",
	[BIN_MUL] = "Mult",
	[BIN_MATMUL] = "MatMult",
	[BIN_DIV] = "Div",
	[BIN_FLOORDIV] = "FloorDiv",
	[BIN_MOD] = "Mod",
	[BIN_POW] = "Pow",
	[BIN_LSHIFT] = "LShift",
	[BIN_RSHIFT] = "RShift",
	[BIN_OR] = "BitOr",
	[BIN_XOR] = "BitXor",
	[BIN_AND] = "BitAnd",
};

static const char *const cmp_ops[CMP_OP_COUNT] = {
	[CMP_LT] = "Lt",
	[CMP_LE] = "LtE",
	[CMP_EQ] = "Eq",
	[CMP_NE] = "NotEq",
	[CMP_GT] = "Gt",
	[CMP_GE] = "GtE",
	[CMP_IS] = "Is",
	[CMP_IS_NOT] = "IsNot",
	[CMP_IN] = "In",
	[CMP_NOT_IN] = "NotIn",
};

static const char *const unary_ops[] = {
	[UNARY_NOT] = "Not",
	[UNARY_NEG] = "USub",
	[UNARY_POS] = "UAdd",
	[UNARY_INVERT] = "Invert",
};

static void op_field(struct sbuf *out, const char *name)
{
	field(out, "op");
	sbuf_printf(out, "%s()", name);
}

static void dump_constant(const struct expr *e, struct sbuf *out)
{
	field(out, "value");
	switch (e->as.constant.kind) {
	case CONST_NONE:
		sbuf_str(out, "None");
		break;
	case CONST_TRUE:
		sbuf_str(out, "True");
		break;
	case CONST_FALSE:
		sbuf_str(out, "False");
		break;
	case CONST_ELLIPSIS:
		sbuf_str(out, "Ellipsis");
		break;
	case CONST_INT:
		sbuf_printf(out, "%lld", (long long)e->as.constant.i);
		break;
	case CONST_FLOAT:
		unparse_float(out, e->as.constant.f);
		break;
	case CONST_STR:
		unparse_str(out, e->as.constant.s.bytes, e->as.constant.s.len);
		break;
	}
	if (e->as.constant.kind == CONST_STR && e->as.constant.u_prefix)
		name_field(out, "kind", "u");
}

static void dump_name(const struct expr *e, struct sbuf *out)
{
	name_field(out, "id", e->as.name.id);
}

static void dump_binop(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "left", e->as.binop.left);
	op_field(out, bin_ops[e->as.binop.op]);
	expr_field(out, "right", e->as.binop.right);
}

static void dump_unary(const struct expr *e, struct sbuf *out)
{
	op_field(out, unary_ops[e->as.unary.op]);
	expr_field(out, "operand", e->as.unary.operand);
}

static void dump_boolop(const struct expr *e, struct sbuf *out)
{
	op_field(out, e->as.boolop.is_or ? "Or" : "And");
	exprs_field(out, "values", &e->as.boolop.values);
}

static void dump_compare(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "left", e->as.compare.left);
	field(out, "ops");
	for (uint32_t i = 0; i < e->as.compare.comparators.len; i++)
		sbuf_printf(out, "%s%s()", i ? ", " : "[", cmp_ops[e->as.compare.ops[i]]);
	sbuf_char(out, ']');
	exprs_field(out, "comparators", &e->as.compare.comparators);
}

static void dump_ifexp(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "test", e->as.ifexp.test);
	expr_field(out, "body", e->as.ifexp.body);
	expr_field(out, "orelse", e->as.ifexp.orelse);
}

static void keywords_field(struct sbuf *out, const struct keyword *k, uint32_t n)
{
	field(out, "keywords");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < n; i++) {
		sbuf_str(out, i ? ", keyword(" : "keyword(");
		name_field(out, "arg", k[i].name);
		expr_field(out, "value", k[i].value);
		span_fields(out, k[i].span);
	}
	sbuf_char(out, ']');
}

static void dump_call(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "func", e->as.call.func);
	exprs_field(out, "args", &e->as.call.args);
	keywords_field(out, e->as.call.keywords, e->as.call.nkeywords);
}

static void dump_attribute(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "value", e->as.attribute.value);
	name_field(out, "attr", e->as.attribute.attr);
}

static void dump_subscript(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "value", e->as.subscript.value);
	expr_field(out, "slice", e->as.subscript.index);
}

static void dump_slice(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "lower", e->as.slice.lower);
	expr_field(out, "upper", e->as.slice.upper);
	expr_field(out, "step", e->as.slice.step);
}

static void dump_elements(const struct expr *e, struct sbuf *out)
{
	exprs_field(out, "elts", &e->as.list.elts);
}

static void dump_dict(const struct expr *e, struct sbuf *out)
{
	exprs_field(out, "keys", &e->as.dict.keys);
	exprs_field(out, "values", &e->as.dict.values);
}

static void dump_comprehension(const struct expr *e, struct sbuf *out)
{
	expr_field(out, e->kind == EXPR_DICT_COMP ? "key" : "elt", e->as.comp.elt);
	expr_field(out, "value", e->as.comp.value);
	field(out, "generators");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < e->as.comp.generators.len; i++) {
		const struct comprehension *c = &e->as.comp.generators.at[i];
		sbuf_str(out, i ? ", comprehension(" : "comprehension(");
		expr_field(out, "target", c->target);
		expr_field(out, "iter", c->iter);
		exprs_field(out, "ifs", &c->ifs);
		field(out, "is_async");
		sbuf_str(out, c->is_async ? "1)" : "0)");
	}
	sbuf_char(out, ']');
}

static void dump_param(const struct param *p, struct sbuf *out)
{
	sbuf_str(out, "arg(");
	name_field(out, "arg", p->name);
	expr_field(out, "annotation", p->annotation);
	span_fields(out, p->span);
}

static void params_field(struct sbuf *out, const char *label, const struct param *p, uint32_t n)
{
	field(out, label);
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < n; i++) {
		sbuf_str(out, i ? ", " : "");
		dump_param(&p[i], out);
	}
	sbuf_char(out, ']');
}

/* The defaults of n parameters; those of keyword-only ones have a place even
 * if they are missing. */
static void defaults_field(
	struct sbuf *out, const char *label, const struct param *p, uint32_t n, bool all)
{
	const char *separator = "";

	field(out, label);
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < n; i++) {
		if (!p[i].default_ && !all)
			continue;
		sbuf_str(out, separator);
		separator = ", ";
		if (p[i].default_)
			dump_expr(p[i].default_, out);
		else
			sbuf_str(out, "None");
	}
	sbuf_char(out, ']');
}

static void dump_params(const struct params *p, struct sbuf *out)
{
	uint32_t npos = p->npos_only + p->npos;

	field(out, "args");
	sbuf_str(out, "arguments(");
	params_field(out, "posonlyargs", p->at, p->npos_only);
	params_field(out, "args", p->at + p->npos_only, p->npos);
	if (p->vararg) {
		field(out, "vararg");
		dump_param(p->vararg, out);
	}
	params_field(out, "kwonlyargs", p->at + npos, p->nkw_only);
	defaults_field(out, "kw_defaults", p->at + npos, p->nkw_only, true);
	if (p->kwarg) {
		field(out, "kwarg");
		dump_param(p->kwarg, out);
	}
	defaults_field(out, "defaults", p->at, npos, false);
	sbuf_char(out, ')');
}

static void dump_lambda(const struct expr *e, struct sbuf *out)
{
	dump_params(e->as.lambda.params, out);
	expr_field(out, "body", e->as.lambda.body);
}

static void dump_named(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "target", e->as.named.target);
	expr_field(out, "value", e->as.named.value);
}

static void dump_joined(const struct expr *e, struct sbuf *out)
{
	exprs_field(out, "values", &e->as.joined.values);
}

static void dump_formatted(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "value", e->as.formatted.value);
	field(out, "conversion");
	sbuf_printf(out, "%d", e->as.formatted.conversion ? e->as.formatted.conversion : -1);
	expr_field(out, "format_spec", e->as.formatted.spec);
}

static void dump_value(const struct expr *e, struct sbuf *out)
{
	expr_field(out, "value", e->as.await.value);
}

static const struct {
	const char *name;
	void (*fields)(const struct expr *e, struct sbuf *out);
	bool has_context;
} expr_rows[EXPR_KIND_COUNT] = {
	[EXPR_CONSTANT] = { "Constant", dump_constant, false },
	[EXPR_NAME] = { "Name", dump_name, true },
	[EXPR_BINOP] = { "BinOp", dump_binop, false },
	[EXPR_UNARY] = { "UnaryOp", dump_unary, false },
	[EXPR_BOOLOP] = { "BoolOp", dump_boolop, false },
	[EXPR_COMPARE] = { "Compare", dump_compare, false },
	[EXPR_IFEXP] = { "IfExp", dump_ifexp, false },
	[EXPR_CALL] = { "Call", dump_call, false },
	[EXPR_ATTRIBUTE] = { "Attribute", dump_attribute, true },
	[EXPR_SUBSCRIPT] = { "Subscript", dump_subscript, true },
	[EXPR_SLICE] = { "Slice", dump_slice, false },
	[EXPR_STARRED] = { "Starred", dump_value, true },
	[EXPR_LIST] = { "List", dump_elements, true },
	[EXPR_TUPLE] = { "Tuple", dump_elements, true },
	[EXPR_SET] = { "Set", dump_elements, false },
	[EXPR_DICT] = { "Dict", dump_dict, false },
	[EXPR_LIST_COMP] = { "ListComp", dump_comprehension, false },
	[EXPR_SET_COMP] = { "SetComp", dump_comprehension, false },
	[EXPR_DICT_COMP] = { "DictComp", dump_comprehension, false },
	[EXPR_GENERATOR] = { "GeneratorExp", dump_comprehension, false },
	[EXPR_LAMBDA] = { "Lambda", dump_lambda, false },
	[EXPR_NAMED] = { "NamedExpr", dump_named, false },
	[EXPR_JOINED_STR] = { "JoinedStr", dump_joined, false },
	[EXPR_FORMATTED] = { "FormattedValue", dump_formatted, false },
	[EXPR_AWAIT] = { "Await", dump_value, false },
	[EXPR_YIELD] = { "Yield", dump_value, false },
	[EXPR_YIELD_FROM] = { "YieldFrom", dump_value, false },
};

static void dump_expr(const struct expr *e, struct sbuf *out)
{
	sbuf_printf(out, "%s(", expr_rows[e->kind].name);
	expr_rows[e->kind].fields(e, out);
	if (expr_rows[e->kind].has_context)
		context_field(out, e->ctx);
	span_fields(out, e->span);
}

static void dump_function_def(const struct stmt *s, struct sbuf *out)
{
	name_field(out, "name", s->as.function.name);
	dump_params(s->as.function.params, out);
	stmts_field(out, "body", &s->as.function.body);
	exprs_field(out, "decorator_list", &s->as.function.decorators);
	expr_field(out, "returns", s->as.function.returns);
}

static void dump_class_def(const struct stmt *s, struct sbuf *out)
{
	name_field(out, "name", s->as.class_.name);
	exprs_field(out, "bases", &s->as.class_.bases);
	keywords_field(out, s->as.class_.keywords, s->as.class_.nkeywords);
	stmts_field(out, "body", &s->as.class_.body);
	exprs_field(out, "decorator_list", &s->as.class_.decorators);
}

static void dump_return(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "value", s->as.return_.value);
}

static void dump_delete(const struct stmt *s, struct sbuf *out)
{
	exprs_field(out, "targets", &s->as.delete.targets);
}

static void dump_assign(const struct stmt *s, struct sbuf *out)
{
	exprs_field(out, "targets", &s->as.assign.targets);
	expr_field(out, "value", s->as.assign.value);
}

static void dump_aug_assign(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "target", s->as.aug.target);
	op_field(out, bin_ops[s->as.aug.op]);
	expr_field(out, "value", s->as.aug.value);
}

static void dump_ann_assign(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "target", s->as.ann.target);
	expr_field(out, "annotation", s->as.ann.annotation);
	expr_field(out, "value", s->as.ann.value);
	field(out, "simple");
	sbuf_char(out, s->as.ann.simple ? '1' : '0');
}

static void dump_for(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "target", s->as.for_.target);
	expr_field(out, "iter", s->as.for_.iter);
	stmts_field(out, "body", &s->as.for_.body);
	stmts_field(out, "orelse", &s->as.for_.orelse);
}

static void dump_while(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "test", s->as.while_.test);
	stmts_field(out, "body", &s->as.while_.body);
	stmts_field(out, "orelse", &s->as.while_.orelse);
}

static void dump_with(const struct stmt *s, struct sbuf *out)
{
	field(out, "items");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->as.with.nitems; i++) {
		sbuf_str(out, i ? ", withitem(" : "withitem(");
		expr_field(out, "context_expr", s->as.with.items[i].context);
		expr_field(out, "optional_vars", s->as.with.items[i].vars);
		sbuf_char(out, ')');
	}
	sbuf_char(out, ']');
	stmts_field(out, "body", &s->as.with.body);
}

static void dump_raise(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "exc", s->as.raise.exc);
	expr_field(out, "cause", s->as.raise.cause);
}

static void dump_try(const struct stmt *s, struct sbuf *out)
{
	stmts_field(out, "body", &s->as.try.body);
	field(out, "handlers");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++) {
		const struct handler *h = &s->as.try.handlers[i];
		sbuf_str(out, i ? ", ExceptHandler(" : "ExceptHandler(");
		expr_field(out, "type", h->type);
		name_field(out, "name", h->name);
		stmts_field(out, "body", &h->body);
		span_fields(out, h->span);
	}
	sbuf_char(out, ']');
	stmts_field(out, "orelse", &s->as.try.orelse);
	stmts_field(out, "finalbody", &s->as.try.finalbody);
}

static void dump_assert(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "test", s->as.assert_.test);
	expr_field(out, "msg", s->as.assert_.msg);
}

static void dump_import(const struct stmt *s, struct sbuf *out)
{
	if (s->kind == STMT_IMPORT_FROM)
		name_field(out, "module", s->as.import.module);
	field(out, "names");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const struct alias *a = &s->as.import.names[i];
		sbuf_str(out, i ? ", alias(" : "alias(");
		name_field(out, "name", a->name);
		name_field(out, "asname", a->asname);
		span_fields(out, a->span);
	}
	sbuf_char(out, ']');
	if (s->kind == STMT_IMPORT_FROM) {
		field(out, "level");
		sbuf_printf(out, "%u", s->as.import.level);
	}
}

static void dump_scope(const struct stmt *s, struct sbuf *out)
{
	field(out, "names");
	sbuf_char(out, '[');
	for (uint32_t i = 0; i < s->as.scope.names.len; i++) {
		sbuf_str(out, i ? ", " : "");
		unparse_str(out, s->as.scope.names.at[i], strlen(s->as.scope.names.at[i]));
	}
	sbuf_char(out, ']');
}

static void dump_expr_stmt(const struct stmt *s, struct sbuf *out)
{
	expr_field(out, "value", s->as.expr.value);
}

static void dump_nothing(const struct stmt *s, struct sbuf *out)
{
	(void)s;
	(void)out;
}

static const struct {
	const char *name;
	void (*fields)(const struct stmt *s, struct sbuf *out);
} stmt_rows[STMT_KIND_COUNT] = {
	[STMT_FUNCTION_DEF] = { "FunctionDef", dump_function_def },
	[STMT_CLASS_DEF] = { "ClassDef", dump_class_def },
	[STMT_RETURN] = { "Return", dump_return },
	[STMT_DELETE] = { "Delete", dump_delete },
	[STMT_ASSIGN] = { "Assign", dump_assign },
	[STMT_AUG_ASSIGN] = { "AugAssign", dump_aug_assign },
	[STMT_ANN_ASSIGN] = { "AnnAssign", dump_ann_assign },
	[STMT_FOR] = { "For", dump_for },
	[STMT_WHILE] = { "While", dump_while },
	[STMT_IF] = { "If", dump_while },
	[STMT_WITH] = { "With", dump_with },
	[STMT_RAISE] = { "Raise", dump_raise },
	[STMT_TRY] = { "Try", dump_try },
	[STMT_ASSERT] = { "Assert", dump_assert },
	[STMT_IMPORT] = { "Import", dump_import },
	[STMT_IMPORT_FROM] = { "ImportFrom", dump_import },
	[STMT_GLOBAL] = { "Global", dump_scope },
	[STMT_NONLOCAL] = { "Nonlocal", dump_scope },
	[STMT_EXPR] = { "Expr", dump_expr_stmt },
	[STMT_PASS] = { "Pass", dump_nothing },
	[STMT_BREAK] = { "Break", dump_nothing },
	[STMT_CONTINUE] = { "Continue", dump_nothing },
};

static bool is_async(const struct stmt *s)
{
	return (s->kind == STMT_FUNCTION_DEF && s->as.function.is_async) ||
		(s->kind == STMT_FOR && s->as.for_.is_async) ||
		(s->kind == STMT_WITH && s->as.with.is_async);
}

static void dump_stmt(const struct stmt *s, struct sbuf *out)
{
	bool star = s->kind == STMT_TRY && s->as.try.is_star;

	sbuf_printf(out, "%s%s%s(", is_async(s) ? "Async" : "", stmt_rows[s->kind].name,
		star ? "Star" : "");
	stmt_rows[s->kind].fields(s, out);
	span_fields(out, s->span);
}

void ast_dump(const struct ast *a, struct sbuf *out)
{
	sbuf_str(out, "Module(");
	stmts_field(out, "body", &a->body);
	sbuf_str(out, ", type_ignores=[])");
}
