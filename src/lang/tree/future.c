/* from __future__ import …: what it asks of the rest of the file (PEP 236, PEP 563). */

#include "lang/tree/future.h"

#include "base/sbuf.h"
#include "lang/text/refuse.h"
#include "lang/tree/children.h"
#include "lang/tree/unparse.h"

#include <string.h>

struct walk {
	struct ast *ast;
	struct diag *d;
	bool as_text; /* annotations stay text */
};

static void walk_body(void *self, struct stmt_seq body);

static bool is_future(const struct stmt *s)
{
	return s->kind == STMT_IMPORT_FROM && !s->as.import.level && s->as.import.module &&
		strcmp(s->as.import.module, "__future__") == 0;
}

static bool is_text(const struct stmt *s)
{
	return s->kind == STMT_EXPR && s->as.expr.value->kind == EXPR_CONSTANT &&
		s->as.expr.value->as.constant.kind == CONST_STR;
}

/* One feature; those that every Python 3 has change nothing. */
static void ask_for(struct walk *w, const char *name, struct span span)
{
	static const char *const had[] = { "nested_scopes", "generators", "division",
		"absolute_import", "with_statement", "print_function", "unicode_literals",
		"generator_stop" };

	if (strcmp(name, "annotations") == 0) {
		w->as_text = true;
		return;
	}
	for (size_t i = 0; i < sizeof had / sizeof *had; i++)
		if (strcmp(name, had[i]) == 0)
			return;
	if (strcmp(name, "braces") == 0)
		diag_set(w->d, span, "not a chance");
	else if (strcmp(name, "barry_as_FLUFL") == 0)
		refuse(w->d, span, "__future__.barry_as_FLUFL");
	else
		diag_set(w->d, span, "future feature %s is not defined", name);
}

/* Gives how many statements at the beginning are a docstring and these imports. */
static uint32_t read_features(struct walk *w)
{
	uint32_t i = 0;

	if (w->ast->body.len && is_text(w->ast->body.at[0]))
		i++;
	for (; i < w->ast->body.len && is_future(w->ast->body.at[i]); i++) {
		const struct stmt *s = w->ast->body.at[i];
		for (uint32_t k = 0; k < s->as.import.nnames; k++)
			ask_for(w, s->as.import.names[k].name, s->span);
	}
	return i;
}

static void refuse_in_annotation(struct walk *w, const struct expr *e)
{
	const char *what = e->kind == EXPR_NAMED ? "named"
		: e->kind == EXPR_AWAIT          ? "await"
						 : "yield";

	if (e->kind == EXPR_JOINED_STR || e->kind == EXPR_FORMATTED)
		refuse(w->d, e->span, "an f-string in an annotation that stays text");
	else
		diag_set(w->d, e->span, "'%s expression' can not be used within an annotation",
			what);
}

/* Puts the text of the annotation in its place. */
static void keep_text(struct walk *w, struct expr **annotation)
{
	struct sbuf text = { 0 };

	if (!*annotation)
		return;
	const struct expr *refused = unparse_expr(*annotation, &text);
	if (refused) {
		refuse_in_annotation(w, refused);
	} else {
		struct expr *e = arena_alloc(&w->ast->arena, sizeof *e);
		char *bytes = arena_alloc(&w->ast->arena, text.len + 1);
		memcpy(bytes, sbuf_cstr(&text), text.len + 1);
		*e = (struct expr){
			.kind = EXPR_CONSTANT, .height = 1, .span = (*annotation)->span
		};
		e->as.constant.kind = CONST_STR;
		e->as.constant.s = (struct str_text){ bytes, text.len };
		*annotation = e;
	}
	sbuf_fini(&text);
}

static void walk_function(struct walk *w, struct stmt *s)
{
	struct params *p = s->as.function.params;

	for (uint32_t i = 0; i < p->npos_only + p->npos + p->nkw_only; i++)
		keep_text(w, &p->at[i].annotation);
	if (p->vararg)
		keep_text(w, &p->vararg->annotation);
	if (p->kwarg)
		keep_text(w, &p->kwarg->annotation);
	keep_text(w, &s->as.function.returns);
}

/* Statements nest no deeper than the parser allows (100 indentations), but an
 * elif is an if in the else of the one before: these are walked in a row. */
static void walk_stmt(struct walk *w, struct stmt *s)
{
	const struct visitor v = { .self = w, .body = walk_body };

	if (is_future(s))
		diag_set(w->d, s->span,
			"from __future__ imports must occur at the beginning of the file");
	if (w->as_text && s->kind == STMT_FUNCTION_DEF)
		walk_function(w, s);
	else if (w->as_text && s->kind == STMT_ANN_ASSIGN)
		keep_text(w, &s->as.ann.annotation);
	for (; s->kind == STMT_IF && s->as.while_.orelse.len == 1 &&
		s->as.while_.orelse.at[0]->kind == STMT_IF;
		s = s->as.while_.orelse.at[0])
		walk_body(w, s->as.while_.body);
	children_of_stmt(s, &v);
}

static void walk_body(void *self, struct stmt_seq body)
{
	for (uint32_t i = 0; i < body.len; i++)
		walk_stmt(self, body.at[i]);
}

bool future_apply(struct ast *a, struct diag *d)
{
	struct walk w = { .ast = a, .d = d };
	struct stmt_seq rest = a->body;
	uint32_t first = read_features(&w);

	rest.at += first;
	rest.len -= first;
	walk_body(&w, rest);
	return !d->set;
}
