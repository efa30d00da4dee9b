#include "session/inspect/definitions.h"

#include <string.h>

static bool in_name(char c)
{
	return (unsigned char)c >= 0x80 || c == '_' || (c >= '0' && c <= '9') ||
		(unsigned)((c | 32) - 'a') < 26;
}

bool definitions_mention(const char *text, const char *name, size_t n)
{
	for (const char *at = text; n > 0 && (at = memmem(at, strlen(at), name, n)) != NULL;
		at += n) {
		if ((at == text || (!in_name(at[-1]) && at[-1] != '.')) && !in_name(at[n]))
			return true;
	}
	return false;
}

static const char *definition_name(const struct stmt *s)
{
	return s->kind == STMT_CLASS_DEF       ? s->as.class_.name
		: s->kind == STMT_FUNCTION_DEF ? s->as.function.name
					       : NULL;
}

/* How many functions and classes of a name the program makes, wherever. */
static uint32_t count_codes(const struct program *p, const char *name)
{
	uint32_t n = 0;
	for (uint32_t i = 1; i < p->ncodes; i++)
		n += strcmp(p->codes[i]->name, name) == 0 &&
			(p->codes[i]->outer->flags & CODE_CLASS_BODY) == 0;
	return n;
}

static bool is_import(const struct stmt *s)
{
	return s->kind == STMT_IMPORT || s->kind == STMT_IMPORT_FROM;
}

static uint32_t first_line(const struct stmt *s)
{
	struct expr_seq decorators = s->kind == STMT_CLASS_DEF ? s->as.class_.decorators
		: s->kind == STMT_FUNCTION_DEF                 ? s->as.function.decorators
							       : (struct expr_seq){ 0 };
	return decorators.len > 0 ? decorators.at[0]->span.line : s->span.line;
}

/* Whether a line holds nothing but statement i. */
static bool stands_alone(const struct stmt_seq *body, uint32_t i)
{
	const struct stmt *s = body->at[i];
	return (i == 0 || body->at[i - 1]->span.end_line < first_line(s)) &&
		(i + 1 >= body->len || first_line(body->at[i + 1]) > s->span.end_line);
}

static void put_lines(struct definitions *d, const struct stmt *s)
{
	for (uint32_t line = first_line(s); line <= s->span.end_line; line++) {
		size_t n;
		const char *text = source_line(d->program->source, line, &n);
		sbuf_bytes(&d->text, text, n);
		sbuf_char(&d->text, '\n');
	}
}

/* Whether a class inherits from nothing but classes of the program. */
static bool is_plain_class(const struct definitions *d, const struct stmt *s)
{
	for (uint32_t i = 0; s->kind == STMT_CLASS_DEF && i < s->as.class_.bases.len; i++) {
		const struct expr *base = s->as.class_.bases.at[i];
		const char *name = base->kind == EXPR_NAME ? base->as.name.id : "";
		const struct definition *known = definitions_find(d, name, strlen(name));
		if (strcmp(name, "object") != 0 && (known == NULL || !known->is_plain))
			return false;
	}
	return s->kind == STMT_CLASS_DEF;
}

static void take_definition(struct definitions *d, const struct stmt *s)
{
	const char *name = definition_name(s);
	bool is_plain = is_plain_class(d, s);
	put_lines(d, s);
	array_push(&d->list, ((struct definition){ name, s->kind == STMT_CLASS_DEF, is_plain }));
	sbuf_printf(&d->text, "_cosub_own_%s = %s\n", name, name);
	if (is_plain)
		sbuf_printf(&d->text, "_cosub_shown(%s)\n", name);
}

static void list_globals(struct definitions *d)
{
	for (uint32_t i = 0; i < d->program->nglobals; i++) {
		const char *name = d->program->globals[i];
		if (definitions_find(d, name, strlen(name)) == NULL &&
			definitions_mention(sbuf_cstr(&d->text), name, strlen(name)))
			array_push(&d->globals, name);
	}
}

void definitions_init(struct definitions *d, const struct program *p)
{
	const struct stmt_seq *body = &p->ast.body;
	*d = (struct definitions){ .program = p };
	for (uint32_t i = 0; i < body->len; i++) {
		const char *name = definition_name(body->at[i]);
		if (!stands_alone(body, i))
			continue;
		if (is_import(body->at[i]))
			put_lines(d, body->at[i]);
		else if (name != NULL && count_codes(p, name) == 1)
			take_definition(d, body->at[i]);
	}
	list_globals(d);
}

void definitions_fini(struct definitions *d)
{
	array_fini(&d->list);
	array_fini(&d->globals);
	sbuf_fini(&d->text);
}

const struct definition *definitions_find(const struct definitions *d, const char *name, size_t n)
{
	for (size_t i = 0; d != NULL && i < d->list.len; i++) {
		if (strlen(d->list.at[i].name) == n && memcmp(d->list.at[i].name, name, n) == 0)
			return &d->list.at[i];
	}
	return NULL;
}
