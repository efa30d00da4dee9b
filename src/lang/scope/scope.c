#include "lang/scope/scope.h"

#include "lang/tree/children.h"

#include <assert.h>
#include <string.h>

/* The state of one walk over the tree. */
struct walk {
	struct scope_table *table;
	struct ast *ast;
	struct diag *d;
	struct scope *scope;
	bool iteration_target; /* names bound now are a comprehension's own */
};

static void walk_expr(struct walk *w, const struct expr *e);
static void walk_body(struct walk *w, struct stmt_seq body);

static void walk_child(void *self, struct expr *e)
{
	walk_expr(self, e);
}

static void walk_block(void *self, struct stmt_seq body)
{
	walk_body(self, body);
}

static struct visitor visitor_of(struct walk *w)
{
	return (struct visitor){ w, walk_child, walk_block };
}

static uint64_t pointer_key(const void *p)
{
	return (uint64_t)(uintptr_t)p;
}

struct scope *scope_of(const struct scope_table *t, const void *node)
{
	assert(node && "a scope is opened by a node");
	uint64_t *found = map_find(&t->by_node, pointer_key(node));

	assert(found && "every node that opens a scope has one");
	return t->all.at[*found];
}

struct symbol *scope_find(const struct scope *s, const char *name)
{
	uint64_t *found = map_find(&s->by_name, pointer_key(name));

	return found ? s->symbols.at[*found] : NULL;
}

struct symbol *scope_symbol(struct scope_table *t, struct scope *s, const char *name)
{
	struct symbol *sym = scope_find(s, name);

	if (sym)
		return sym;
	sym = arena_alloc(&t->arena, sizeof *sym);
	sym->name = name;
	map_put(&s->by_name, pointer_key(name), s->symbols.len);
	array_push(&s->symbols, sym);
	return sym;
}

const char *scope_mangle(struct intern *names, const char *private_name, const char *name)
{
	if (!private_name || strncmp(name, "__", 2) != 0)
		return name;
	size_t len = strlen(name), skip = strspn(private_name, "_");

	if ((len >= 2 && strcmp(name + len - 2, "__") == 0) || strchr(name, '.') ||
		!private_name[skip])
		return name;
	size_t n = 1 + strlen(private_name + skip) + len;
	char *text = mem_alloc(n + 1);

	text[0] = '_';
	strcpy(text + 1, private_name + skip);
	strcat(text, name);
	const char *mangled = intern_get(names, text, n);

	mem_free(text);
	return mangled;
}

/* Opening and closing scopes. */

static struct scope *open_scope(struct walk *w, enum scope_kind kind, const void *node)
{
	struct scope *s = arena_alloc(&w->table->arena, sizeof *s);

	s->kind = kind;
	s->outer = w->scope;
	s->private_name = w->scope ? w->scope->private_name : NULL;
	map_put(&w->table->by_node, pointer_key(node), w->table->all.len);
	array_push(&w->table->all, s);
	w->scope = s;
	return s;
}

static void close_scope(struct walk *w)
{
	assert(w->scope->outer && "the module stays open");
	w->scope = w->scope->outer;
}

/* Names. */

static const char *mangled(struct walk *w, const char *name)
{
	return scope_mangle(&w->ast->names, w->scope->private_name, name);
}

static struct symbol *use(
	struct walk *w, struct scope *s, const char *name, unsigned how, struct span span)
{
	struct symbol *sym = scope_symbol(w->table, s, name);

	if (!sym->uses || (how & (USE_GLOBAL | USE_NONLOCAL)))
		sym->span = span;
	sym->uses |= how;
	sym->binds += (how & USE_BIND) != 0;
	return sym;
}

static struct symbol *use_here(struct walk *w, const char *name, unsigned how, struct span span)
{
	return use(w, w->scope, mangled(w, name), how, span);
}

static void bind_symbol(struct walk *w, const char *name, struct span span)
{
	struct symbol *sym = use_here(w, name, USE_BIND, span);

	if (!w->iteration_target)
		return;
	if (sym->uses & (USE_GLOBAL | USE_NONLOCAL))
		diag_set(w->d, span,
			"comprehension inner loop cannot rebind assignment expression target '%s'",
			name);
	sym->uses |= USE_ITERATION;
}

static void walk_name(struct walk *w, const struct expr *e)
{
	const char *name = e->as.name.id;

	if (e->ctx != EXPR_LOAD) {
		bind_symbol(w, name, e->span);
		return;
	}
	use_here(w, name, USE_READ, e->span);
	if (strcmp(name, "super") == 0 && w->scope->kind >= SCOPE_FUNCTION)
		use(w, w->scope, intern_cstr(&w->ast->names, "__class__"), USE_READ, e->span);
}

static void walk_params(struct walk *w, const struct params *p)
{
	struct param *all[2] = { p->vararg, p->kwarg };
	uint32_t n = p->npos_only + p->npos + p->nkw_only;

	for (uint32_t i = 0; i < n + 2; i++) {
		struct param *param = i < n ? &p->at[i] : all[i - n];

		if (!param)
			continue;
		const char *name = mangled(w, param->name);
		struct symbol *old = scope_find(w->scope, name);

		if (old && (old->uses & USE_PARAM))
			diag_set(w->d, param->span,
				"duplicate argument '%s' in function definition", name);
		use(w, w->scope, name, USE_PARAM | USE_BIND, param->span);
	}
}

/* Expressions. */

static void walk_seq(struct walk *w, struct expr_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++)
		if (seq.at[i])
			walk_expr(w, seq.at[i]);
}

static void walk_keywords(struct walk *w, const struct keyword *at, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		walk_expr(w, at[i].value);
}

static void walk_lambda(struct walk *w, const struct expr *e)
{
	const struct visitor v = visitor_of(w);

	children_of_params(e->as.lambda.params, &v);
	bool target = w->iteration_target;

	w->iteration_target = false;
	open_scope(w, SCOPE_LAMBDA, e);
	walk_params(w, e->as.lambda.params);
	walk_expr(w, e->as.lambda.body);
	close_scope(w);
	w->iteration_target = target;
}

static const char *comp_word(enum expr_kind kind)
{
	switch (kind) {
	case EXPR_LIST_COMP:
		return "list comprehension";
	case EXPR_SET_COMP:
		return "set comprehension";
	case EXPR_DICT_COMP:
		return "dict comprehension";
	default:
		return "generator expression";
	}
}

static void walk_iterable(struct walk *w, const struct expr *iter)
{
	bool before = w->scope->in_iterable;

	w->scope->in_iterable = true;
	walk_expr(w, iter);
	w->scope->in_iterable = before;
}

static void walk_target(struct walk *w, const struct expr *target)
{
	bool before = w->iteration_target;

	w->iteration_target = true;
	walk_expr(w, target);
	w->iteration_target = before;
}

/* The first iterable belongs to the scope around the comprehension. */
static void walk_comprehension(struct walk *w, const struct expr *e)
{
	struct comprehension_seq gens = e->as.comp.generators;

	walk_iterable(w, gens.at[0].iter);
	bool before = w->iteration_target;

	w->iteration_target = false;
	struct scope *s = open_scope(w, SCOPE_COMPREHENSION, e);

	s->comp_word = comp_word(e->kind);
	s->has_yield = e->kind == EXPR_GENERATOR;
	use(w, s, intern_cstr(&w->ast->names, ".0"), USE_PARAM | USE_BIND, e->span);
	for (uint32_t i = 0; i < gens.len; i++) {
		walk_target(w, gens.at[i].target);
		if (i > 0)
			walk_iterable(w, gens.at[i].iter);
		walk_seq(w, gens.at[i].ifs);
		s->is_async |= gens.at[i].is_async;
	}
	if (e->as.comp.value)
		walk_expr(w, e->as.comp.value);
	walk_expr(w, e->as.comp.elt);
	close_scope(w);
	w->iteration_target = before;
	if (s->is_async && e->kind != EXPR_GENERATOR)
		w->scope->is_async = true;
}

/* The target of := in a comprehension is bound in the function around it. */
static void bind_outside(struct walk *w, const char *name, struct span span)
{
	struct scope *s = w->scope;

	for (; s->kind == SCOPE_COMPREHENSION; s = s->outer) {
		struct symbol *sym = scope_find(s, name);

		if (sym && (sym->uses & USE_ITERATION)) {
			diag_set(w->d, span,
				"assignment expression cannot rebind comprehension iteration "
				"variable '%s'",
				name);
			return;
		}
	}
	if (s->kind == SCOPE_CLASS) {
		diag_set(w->d, span,
			"assignment expression within a comprehension cannot be used in a "
			"class body");
		return;
	}
	struct symbol *outer = scope_find(s, name);
	bool global = s->kind == SCOPE_MODULE || (outer && (outer->uses & USE_GLOBAL));

	use(w, w->scope, name, global ? USE_GLOBAL : USE_NONLOCAL, span);
	use(w, s, name, USE_BIND | (s->kind == SCOPE_MODULE ? USE_GLOBAL : 0), span);
}

static void walk_named(struct walk *w, const struct expr *e)
{
	const struct expr *target = e->as.named.target;

	if (w->scope->in_iterable)
		diag_set(w->d, e->span,
			"assignment expression cannot be used in a comprehension iterable "
			"expression");
	if (w->scope->kind == SCOPE_COMPREHENSION)
		bind_outside(w, mangled(w, target->as.name.id), target->span);
	walk_expr(w, e->as.named.value);
	w->scope->has_walrus = true;
	use_here(w, target->as.name.id, USE_BIND | USE_WALRUS, target->span);
}

static void walk_suspension(struct walk *w, const struct expr *e)
{
	if (e->as.await.value)
		walk_expr(w, e->as.await.value);
	if (e->kind == EXPR_AWAIT) {
		w->scope->is_async = true;
		return;
	}
	w->scope->has_yield = true;
	if (w->scope->kind == SCOPE_COMPREHENSION)
		diag_set(w->d, e->span, "'yield' inside %s", w->scope->comp_word);
}

static void walk_attribute(struct walk *w, const struct expr *e)
{
	struct mention m = { .scope = w->scope, .attribute = e };

	array_push(&w->table->mentions, m);
	walk_expr(w, e->as.attribute.value);
}

static void walk_expr(struct walk *w, const struct expr *e)
{
	const struct visitor v = visitor_of(w);

	switch (e->kind) {
	case EXPR_NAME:
		walk_name(w, e);
		break;
	case EXPR_ATTRIBUTE:
		walk_attribute(w, e);
		break;
	case EXPR_LIST_COMP:
	case EXPR_SET_COMP:
	case EXPR_DICT_COMP:
	case EXPR_GENERATOR:
		walk_comprehension(w, e);
		break;
	case EXPR_LAMBDA:
		walk_lambda(w, e);
		break;
	case EXPR_NAMED:
		walk_named(w, e);
		break;
	case EXPR_AWAIT:
	case EXPR_YIELD:
	case EXPR_YIELD_FROM:
		walk_suspension(w, e);
		break;
	default:
		children_of_expr(e, &v);
	}
}

/* Statements. */

static void walk_function(struct walk *w, const struct stmt *s)
{
	use_here(w, s->as.function.name, USE_BIND, s->span);
	const struct visitor v = visitor_of(w);

	children_of_params(s->as.function.params, &v);
	if (s->as.function.returns)
		walk_expr(w, s->as.function.returns);
	walk_seq(w, s->as.function.decorators);
	struct scope *scope = open_scope(w, SCOPE_FUNCTION, s);

	scope->async_def = s->as.function.is_async;
	walk_params(w, s->as.function.params);
	walk_body(w, s->as.function.body);
	close_scope(w);
}

static void walk_class(struct walk *w, const struct stmt *s)
{
	use_here(w, s->as.class_.name, USE_BIND, s->span);
	walk_seq(w, s->as.class_.bases);
	walk_keywords(w, s->as.class_.keywords, s->as.class_.nkeywords);
	walk_seq(w, s->as.class_.decorators);
	open_scope(w, SCOPE_CLASS, s)->private_name = s->as.class_.name;
	walk_body(w, s->as.class_.body);
	close_scope(w);
}

/* global and nonlocal: the name must not have been used before. */
static void walk_declaration(struct walk *w, const struct stmt *s)
{
	bool global = s->kind == STMT_GLOBAL;
	const char *word = global ? "global" : "nonlocal";

	for (uint32_t i = 0; i < s->as.scope.names.len; i++) {
		const char *name = mangled(w, s->as.scope.names.at[i]);
		struct symbol *sym = scope_find(w->scope, name);
		unsigned uses = sym ? sym->uses : 0;

		if (uses & USE_PARAM)
			diag_set(w->d, s->span, "name '%s' is parameter and %s", name, word);
		else if (uses & USE_READ)
			diag_set(w->d, s->span, "name '%s' is used prior to %s declaration", name,
				word);
		else if (uses & USE_ANNOTATED)
			diag_set(w->d, s->span, "annotated name '%s' can't be %s", name, word);
		else if (uses & USE_BIND)
			diag_set(w->d, s->span, "name '%s' is assigned to before %s declaration",
				name, word);
		use(w, w->scope, name, global ? USE_GLOBAL : USE_NONLOCAL, s->span);
	}
}

static void walk_annotated(struct walk *w, const struct stmt *s)
{
	const struct expr *target = s->as.ann.target;

	if (target->kind == EXPR_NAME) {
		const char *name = mangled(w, target->as.name.id);
		struct symbol *sym = scope_find(w->scope, name);
		unsigned declared = sym && s->as.ann.simple
			? sym->uses & (USE_GLOBAL | USE_NONLOCAL)
			: 0;

		if (declared && w->scope->kind != SCOPE_MODULE)
			diag_set(w->d, s->span,
				declared & USE_GLOBAL ? "annotated name '%s' can't be global"
						      : "annotated name '%s' can't be nonlocal",
				name);
		if (s->as.ann.simple || s->as.ann.value)
			use(w, w->scope, name, USE_BIND | (s->as.ann.simple ? USE_ANNOTATED : 0),
				target->span);
	} else {
		walk_expr(w, target);
	}
	walk_expr(w, s->as.ann.annotation);
	if (s->as.ann.value)
		walk_expr(w, s->as.ann.value);
}

static void walk_try(struct walk *w, const struct stmt *s)
{
	walk_body(w, s->as.try.body);
	walk_body(w, s->as.try.orelse);
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++) {
		const struct handler *h = &s->as.try.handlers[i];

		if (h->type)
			walk_expr(w, h->type);
		if (h->name)
			use_here(w, h->name, USE_BIND, h->span);
		walk_body(w, h->body);
	}
	walk_body(w, s->as.try.finalbody);
}

/* The module that "import a.b" or "import a.b as c" binds. */
static void note_module(struct walk *w, struct symbol *sym, const struct alias *a)
{
	size_t len = a->asname ? strlen(a->name) : strcspn(a->name, ".");
	const char *module = intern_get(&w->ast->names, a->name, len);

	sym->imports += !sym->imports || sym->module == module;
	sym->module = module;
}

static void walk_import(struct walk *w, const struct stmt *s)
{
	struct mention m = { .scope = w->scope, .import = s };

	array_push(&w->table->mentions, m);
	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const struct alias *a = &s->as.import.names[i];
		const char *name = a->asname ? a->asname : a->name;
		size_t len = s->kind == STMT_IMPORT ? strcspn(name, ".") : strlen(name);

		if (s->as.import.star)
			continue;
		struct symbol *sym = use_here(
			w, intern_get(&w->ast->names, name, len), USE_BIND, a->span);

		if (s->kind == STMT_IMPORT)
			note_module(w, sym, a);
	}
}

/* Chains of elif are walked in a loop: they may be long. */
static void walk_if(struct walk *w, const struct stmt *s)
{
	for (;;) {
		walk_expr(w, s->as.while_.test);
		walk_body(w, s->as.while_.body);
		if (s->as.while_.orelse.len != 1 || s->as.while_.orelse.at[0]->kind != STMT_IF)
			break;
		s = s->as.while_.orelse.at[0];
	}
	walk_body(w, s->as.while_.orelse);
}

static void walk_stmt(struct walk *w, const struct stmt *s)
{
	const struct visitor v = visitor_of(w);

	switch (s->kind) {
	case STMT_FUNCTION_DEF:
		walk_function(w, s);
		break;
	case STMT_CLASS_DEF:
		walk_class(w, s);
		break;
	case STMT_ANN_ASSIGN:
		walk_annotated(w, s);
		break;
	case STMT_IF:
		walk_if(w, s);
		break;
	case STMT_TRY:
		walk_try(w, s);
		break;
	case STMT_IMPORT:
	case STMT_IMPORT_FROM:
		walk_import(w, s);
		break;
	case STMT_GLOBAL:
	case STMT_NONLOCAL:
		walk_declaration(w, s);
		break;
	default:
		children_of_stmt(s, &v);
	}
}

static void walk_body(struct walk *w, struct stmt_seq body)
{
	for (uint32_t i = 0; i < body.len; i++)
		walk_stmt(w, body.at[i]);
}

bool scope_build(struct scope_table *t, struct ast *ast, struct diag *d)
{
	struct walk w = { .table = t, .ast = ast, .d = d };

	open_scope(&w, SCOPE_MODULE, ast);
	walk_body(&w, ast->body);
	return !d->set && scope_resolve(t, ast, d) && scope_check_mentions(t, d);
}

void scope_fini(struct scope_table *t)
{
	for (size_t i = 0; i < t->all.len; i++) {
		map_fini(&t->all.at[i]->by_name);
		array_fini(&t->all.at[i]->symbols);
	}
	array_fini(&t->all);
	map_fini(&t->by_node);
	array_fini(&t->mentions);
	arena_fini(&t->arena);
}
