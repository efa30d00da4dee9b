/* import and from ... import. */

#include "lang/tree/parse.h"

/* dotted_name: NAME ("." NAME)* */
static const char *dotted_name(struct parser *p)
{
	struct sbuf text = { 0 };
	const char *name = NULL;

	do {
		if (!parse_at(p, TOKEN_NAME)) {
			parse_unexpected(p);
			goto out;
		}
		sbuf_str(&text, text.len ? "." : "");
		sbuf_bytes(&text, p->text + p->tok->start, p->tok->len);
		p->tok++;
	} while (parse_skip(p, TOKEN_DOT));
	name = intern_get(&p->ast->names, text.text, text.len);
out:
	sbuf_fini(&text);
	return name;
}

/* name ["as" NAME], pushed */
static bool alias(struct parser *p, const char *(*name)(struct parser *))
{
	const struct token *from = p->tok;
	struct alias *a = arena_alloc(&p->ast->arena, sizeof *a);

	a->name = name(p);
	if (!a->name)
		return false;
	if (parse_skip(p, TOKEN_AS)) {
		a->asname = parse_name(p);
		if (!a->asname)
			return false;
	}
	a->span = parse_span(p, from);
	parse_push(p, a);
	return true;
}

static struct stmt *import_node(
	struct parser *p, enum stmt_kind kind, const struct token *from, size_t mark)
{
	struct stmt *s = parse_stmt_node(p, kind, from);
	s->as.import.names = parse_take_structs(
		p, mark, sizeof *s->as.import.names, &s->as.import.nnames);
	return s;
}

/* import_name: "import" dotted_name ["as" NAME] ("," dotted_name ["as" NAME])* */
struct stmt *parse_import(struct parser *p)
{
	const struct token *from = p->tok++;
	size_t mark = parse_sequence(p);

	do {
		if (!alias(p, dotted_name))
			return NULL;
	} while (parse_skip(p, TOKEN_COMMA));
	return import_node(p, STMT_IMPORT, from, mark);
}

/* import_from_targets: "(" aliases [","] ")" | aliases !"," | "*" */
static bool targets(struct parser *p)
{
	bool in_parentheses;

	if (parse_at(p, TOKEN_STAR)) {
		parse_outside(p, p->tok++->span, "import *");
		return true;
	}
	in_parentheses = parse_skip(p, TOKEN_LPAR);
	do {
		if (in_parentheses && parse_at(p, TOKEN_RPAR) && p->tok[-1].kind == TOKEN_COMMA)
			break;
		if (!in_parentheses && parse_at(p, TOKEN_NEWLINE) && p->tok[-1].kind == TOKEN_COMMA)
			return parse_fail(p, p->tok->span,
				"trailing comma not allowed without surrounding parentheses");
		if (!alias(p, parse_name))
			return false;
	} while (parse_skip(p, TOKEN_COMMA));
	return !in_parentheses || parse_expect(p, TOKEN_RPAR);
}

/* import_from: "from" ("." | "...")* [dotted_name] "import" import_from_targets */
struct stmt *parse_import_from(struct parser *p)
{
	const struct token *from = p->tok++;
	size_t mark = parse_sequence(p);
	const char *module = NULL;
	uint32_t level = 0;

	for (; parse_at(p, TOKEN_DOT) || parse_at(p, TOKEN_ELLIPSIS); p->tok++)
		level += p->tok->len;
	if (!level || !parse_at(p, TOKEN_IMPORT)) {
		module = dotted_name(p);
		if (!module)
			return NULL;
	}
	if (!parse_expect(p, TOKEN_IMPORT) || !targets(p))
		return NULL;
	struct stmt *s = import_node(p, STMT_IMPORT_FROM, from, mark);
	s->as.import.module = module;
	s->as.import.level = level;
	return s;
}
