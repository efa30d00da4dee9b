/* Functions, classes, the module: what has a code of its own. */

#include "lang/code/finish.h"
#include "lang/compile/compile.h"

#include <assert.h>
#include <string.h>

static bool is_function(const struct builder *u)
{
	return u->scope->kind == SCOPE_FUNCTION || u->scope->kind == SCOPE_LAMBDA;
}

/* PEP 3155: the path of the definition.  What is declared global in the scope
 * around it stands at the top. */
static const char *qualified(struct builder *u, const char *name)
{
	struct builder *outer = u->outer;

	if (!outer || outer->scope->kind == SCOPE_MODULE)
		return name;
	const struct symbol *sym = u->scope->kind == SCOPE_FUNCTION || u->scope->kind == SCOPE_CLASS
		? scope_find(outer->scope, compile_mangle(outer, name))
		: NULL;

	if (sym && sym->home == HOME_GLOBAL)
		return name;
	struct sbuf text = { 0 };

	sbuf_printf(&text, "%s%s.%s", outer->code->qualname, is_function(outer) ? ".<locals>" : "",
		name);
	const char *full = intern_get(&u->compiler->program->ast.names, text.text, text.len);

	sbuf_fini(&text);
	return full;
}

unsigned compile_flags(const struct scope *s, bool library)
{
	unsigned flags = library ? CODE_LIBRARY : 0;

	switch (s->kind) {
	case SCOPE_MODULE:
		return flags | CODE_MODULE;
	case SCOPE_CLASS:
		return flags | CODE_CLASS_BODY;
	case SCOPE_LAMBDA:
		flags |= CODE_LAMBDA;
		break;
	case SCOPE_COMPREHENSION:
		flags |= CODE_COMPREHENSION;
		break;
	case SCOPE_FUNCTION:
		break;
	}
	if (s->async_def || (s->kind == SCOPE_COMPREHENSION && s->is_async))
		return flags | (s->has_yield ? CODE_ASYNC_GENERATOR : CODE_COROUTINE);
	return s->has_yield ? flags | CODE_GENERATOR : flags;
}

void compile_make_cells(struct builder *u)
{
	struct scope *s = u->scope;

	for (size_t i = 0; i < s->symbols.len; i++)
		if (s->symbols.at[i]->home == HOME_CELL && (s->symbols.at[i]->uses & USE_PARAM))
			builder_emit(
				u, OP_MAKE_CELL, builder_local(u, s->symbols.at[i]->name), 0, 0);
	for (size_t i = 0; i < u->cells.len; i++)
		builder_emit(u, OP_MAKE_CELL, REG_CELL + (unsigned)i, 0, 0);
}

/* The entry comes first; it has the line of the definition. */
void compile_begin(struct builder *u, uint32_t first_line)
{
	u->loc = (struct span){ .line = first_line, .end_line = first_line };
	builder_emit(u, PSEUDO_START, 0, 0, 0);
}

const struct code *compile_open(struct builder *u, struct builder *outer, const void *node,
	const char *name, struct span span, uint32_t first_line)
{
	struct compiler *c = outer->compiler;
	uint64_t *found = map_find(&c->compiled, (uint64_t)(uintptr_t)node);

	if (found)
		return c->codes.at[*found];
	struct code *code = arena_alloc(&c->program->arena, sizeof *code);

	map_put(&c->compiled, (uint64_t)(uintptr_t)node, c->codes.len);
	array_push(&c->codes, code);
	*code = (struct code){ .name = name,
		.program = c->program,
		.outer = outer->code,
		.first_line = first_line,
		.span = span };
	builder_init(u, c, outer, scope_of(&c->scopes, node), code);
	code->qualname = qualified(u, name);
	code->flags = compile_flags(u->scope, c->library);
	return NULL;
}

const struct code *compile_close(struct builder *u)
{
	assert(u->code && "a code was opened");
	const struct code *code = u->code;

	if (!u->at->len || !draft_is_exit(&u->at->at[u->at->len - 1])) {
		builder_unplaced(u);
		builder_emit(u, OP_RETURN_NONE, 0, 0, 0);
	}
	finish_function(u);
	builder_fini(u);
	return code;
}

/* Makes the function of what is in the three temporaries from first on;
 * CPython has nothing for those that are absent, so nothing may come earlier. */
static void make_function(struct builder *u, uint16_t dst, uint16_t first, const bool present[3],
	const struct code *code)
{
	for (unsigned i = 0; i < 3; i++)
		if (!present[i])
			builder_emit(u, OP_LOAD_UNSET, first + i, 0, 0);
	builder_emit(u, OP_MAKE_FUNCTION, dst, first, builder_code(u, code));
}

uint16_t compile_closure(struct builder *u, const struct code *code)
{
	static const bool nothing[3];
	uint16_t first = builder_push(u);

	builder_push(u);
	builder_push(u);
	builder_pop(u, 2);
	make_function(u, first, first, nothing, code);
	return first;
}

/* Parameters, defaults, annotations. */

static void add_param(struct builder *u, const struct param *p)
{
	if (p)
		builder_local(u, compile_mangle(u, p->name));
}

static void add_params(struct builder *u, const struct params *p)
{
	uint32_t npos = p->npos_only + p->npos, n = npos + p->nkw_only;
	struct code *code = u->code;

	if (n > 255)
		builder_error(u, code->span, "more than 255 parameters");
	for (uint32_t i = 0; i < n; i++)
		add_param(u, &p->at[i]);
	add_param(u, p->vararg);
	add_param(u, p->kwarg);
	code->npos_only = (uint16_t)p->npos_only;
	code->npos = (uint16_t)npos;
	code->nkw_only = (uint16_t)p->nkw_only;
	code->flags |= (p->vararg ? CODE_VARARGS : 0) | (p->kwarg ? CODE_VARKW : 0);
}

static struct constant name_constant(struct builder *u, const char *name)
{
	const char *mangled = compile_mangle(u, name);

	return (struct constant){ .kind = CONSTANT_STR, .s = { mangled, intern_len(mangled) } };
}

/* Each of these makes one new temporary; whether there is something in it. */

static bool push_defaults(struct builder *u, const struct params *p)
{
	uint32_t npos = p->npos_only + p->npos, n = 0;
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);

	for (uint32_t i = 0; i < npos; i++) {
		if (!p->at[i].default_)
			continue;
		compile_push(u, p->at[i].default_);
		n++;
	}
	u->depth = base;
	builder_push(u);
	if (n)
		builder_emit(u, OP_BUILD_TUPLE, first, first, n);
	return n;
}

static bool push_keyword_defaults(struct builder *u, const struct params *p)
{
	uint32_t npos = p->npos_only + p->npos, n = 0;
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);
	struct constant keys = { .kind = CONSTANT_TUPLE };

	keys.items = arena_alloc(
		&u->compiler->program->arena, (p->nkw_only + 1) * sizeof *keys.items);
	for (uint32_t i = npos; i < npos + p->nkw_only; i++) {
		if (!p->at[i].default_)
			continue;
		compile_push(u, p->at[i].default_);
		keys.items[n++] = name_constant(u, p->at[i].name);
	}
	keys.nitems = n;
	u->depth = base;
	builder_push(u);
	if (!n)
		return false;
	builder_emit(u, OP_BUILD_DICT_KEYS, first, first, n);
	builder_emit_wide(u, OP_EXT, 0, builder_constant(u, keys));
	return true;
}

static uint32_t push_annotation(struct builder *u, const char *name, const struct expr *annotation)
{
	if (!annotation)
		return 0;
	compile_constant(u, name_constant(u, name), REG_ANY);
	compile_push(u, annotation);
	return 1;
}

static bool push_annotations(struct builder *u, const struct params *p, const struct expr *returns)
{
	uint32_t npos = p->npos_only + p->npos, n = 0;
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);

	for (uint32_t i = 0; i < npos; i++)
		n += push_annotation(u, p->at[i].name, p->at[i].annotation);
	if (p->vararg)
		n += push_annotation(u, p->vararg->name, p->vararg->annotation);
	for (uint32_t i = npos; i < npos + p->nkw_only; i++)
		n += push_annotation(u, p->at[i].name, p->at[i].annotation);
	if (p->kwarg)
		n += push_annotation(u, p->kwarg->name, p->kwarg->annotation);
	n += push_annotation(u, intern_cstr(&u->compiler->program->ast.names, "return"), returns);
	u->depth = base;
	builder_push(u);
	if (n)
		builder_emit(u, OP_BUILD_DICT, first, first, n);
	return n;
}

/* Decorators: evaluated from the top, called from the bottom. */

uint32_t compile_decorators(struct builder *u, struct expr_seq decorators, struct span span)
{
	for (uint32_t i = 0; i < decorators.len; i++)
		compile_push(u, decorators.at[i]);
	return decorators.len ? decorators.at[0]->span.line : span.line;
}

/* Calls them with what is on top, and stores the result under the name. */
void compile_decorated(
	struct builder *u, struct expr_seq decorators, const char *name, uint16_t reg)
{
	assert(builder_is_temp(reg) && "what is decorated is a temporary");
	struct span here = u->loc;

	for (uint32_t i = decorators.len; i-- > 0;) {
		u->loc = decorators.at[i]->span;
		reg--;
		builder_emit(u, OP_CALL, reg, reg, 1);
	}
	u->loc = here;
	compile_store_name(u, name, reg);
}

/* The docstring of a body, or NULL. */
const struct expr *compile_docstring(struct stmt_seq body)
{
	if (!body.len || body.at[0]->kind != STMT_EXPR)
		return NULL;
	const struct expr *e = body.at[0]->as.expr.value;

	return e->kind == EXPR_CONSTANT && e->as.constant.kind == CONST_STR ? e : NULL;
}

struct stmt_seq compile_without_docstring(struct builder *u, struct stmt_seq body)
{
	const struct expr *doc = compile_docstring(body);

	if (!doc)
		return body;
	u->code->doc = doc->as.constant.s.bytes;
	return (struct stmt_seq){ body.at + 1, body.len - 1 };
}

static const struct code *function_code(
	struct builder *outer, const struct stmt *s, uint32_t first_line)
{
	struct builder u;
	const struct code *before = compile_open(
		&u, outer, s, s->as.function.name, s->span, first_line);

	if (before)
		return before;
	add_params(&u, s->as.function.params);
	compile_make_cells(&u);
	compile_begin(&u, first_line);
	compile_body(&u, compile_without_docstring(&u, s->as.function.body));
	return compile_close(&u);
}

void compile_function(struct builder *u, const struct stmt *s)
{
	compile_check_method(u, s);
	uint16_t base = u->depth;
	struct expr_seq decorators = s->as.function.decorators;
	uint32_t first_line = compile_decorators(u, decorators, s->span);
	uint16_t function = (uint16_t)(REG_TEMP + u->depth);

	const struct params *p = s->as.function.params;
	bool present[3];

	present[0] = push_defaults(u, p);
	present[1] = push_keyword_defaults(u, p);
	present[2] = push_annotations(u, p, s->as.function.returns);
	const struct code *code = function_code(u, s, first_line);

	uint16_t dst = decorators.len ? REG_ANY : compile_local(u, s->as.function.name);

	make_function(u, dst == REG_ANY ? function : dst, function, present, code);
	u->depth = (uint16_t)(base + decorators.len + 1);
	if (dst == REG_ANY)
		compile_decorated(u, decorators, s->as.function.name, function);
	u->depth = base;
}

uint16_t compile_lambda(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);
	const char *name = intern_cstr(&u->compiler->program->ast.names, "<lambda>");
	struct builder inner;

	bool present[3] = { false };

	present[0] = push_defaults(u, e->as.lambda.params);
	present[1] = push_keyword_defaults(u, e->as.lambda.params);
	builder_push(u);
	const struct code *code = compile_open(&inner, u, e, name, e->span, e->span.line);

	if (!code) {
		add_params(&inner, e->as.lambda.params);
		compile_make_cells(&inner);
		compile_begin(&inner, e->span.line);
		uint16_t value = compile_expr(&inner, e->as.lambda.body);

		inner.loc = inner.scope->has_yield ? (struct span){ 0 } : e->span;
		builder_emit(&inner, OP_RETURN, value, 0, 0);
		code = compile_close(&inner);
	}
	u->depth = base;
	dst = compile_result(u, dst);
	make_function(u, dst, first, present, code);
	return dst;
}
