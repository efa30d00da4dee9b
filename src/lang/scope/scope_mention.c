/*
 * What the modules of CPython have and ours leave out, refused where the text
 * names it.  A name means a module for sure if every binding of it imports
 * that one.  The methods of an event loop are known by their names alone: in a
 * program that imports asyncio and gives no class or object of its own such a
 * member.
 */

#include "lang/scope/scope.h"

#include "base/sbuf.h"
#include "lang/text/refuse.h"
#include "lang/text/unsupported.h"

#include <string.h>

struct check {
	const struct scope_table *t;
	struct diag *d;
	bool asyncio;              /* is imported */
	struct map bound, members; /* interned names -> whether, once it was asked */
};

/* "asyncio" "." "to_thread", "the event loop's" " " "add_reader" */
static void refuse_member(struct diag *d, struct span span, const char *owner, const char *between,
	const char *name, size_t len)
{
	struct sbuf what = { 0 };
	sbuf_printf(&what, "%s%s%.*s", owner, between, (int)len, name);
	refuse(d, span, what.text);
	sbuf_fini(&what);
}

/* import module.member, from module.member import name, from module import member */
static void check_import(const struct stmt *s, struct diag *d)
{
	bool from = s->kind == STMT_IMPORT_FROM;

	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const struct alias *a = &s->as.import.names[i];
		const char *path = from ? s->as.import.module : a->name;
		size_t head = path ? strcspn(path, ".") : 0;

		if (!path || s->as.import.level)
			return;
		const char *member = path[head] ? path + head + 1 : from ? a->name : "";
		const char *module = unsupported_member(path, head, member, strcspn(member, "."));

		if (module)
			refuse_member(d, a->span.line ? a->span : s->span, module, ".", member,
				strcspn(member, "."));
	}
}

/* The symbol that a name in the scope means, or NULL. */
static const struct symbol *meant(const struct scope *s, const char *name)
{
	const struct symbol *sym = scope_find(s, name);

	while (sym && sym->home == HOME_FREE && s->outer) {
		do
			s = s->outer;
		while (s->kind == SCOPE_CLASS && s->outer);
		sym = scope_find(s, name);
	}
	if (!sym || (sym->home != HOME_GLOBAL && sym->home != HOME_IMPLICIT))
		return sym;
	while (s->outer)
		s = s->outer;
	return scope_find(s, name);
}

/* ask(t, name), which looks at everything, asked once for each name. */
static bool asked_once(struct map *answers, const struct scope_table *t, const char *name,
	bool (*ask)(const struct scope_table *t, const char *name))
{
	uint64_t key = (uint64_t)(uintptr_t)name, *answer = map_find(answers, key);

	if (answer)
		return *answer != 0;
	bool yes = ask(t, name);

	map_put(answers, key, yes);
	return yes;
}

/* Whether some function binds the name for the module. */
static bool is_bound_from_inside(const struct scope_table *t, const char *name)
{
	for (size_t i = 1; i < t->all.len; i++) {
		const struct symbol *sym = scope_find(t->all.at[i], name);

		if (sym && (sym->uses & USE_GLOBAL) && (sym->uses & USE_BIND))
			return true;
	}
	return false;
}

/* Whether the text gives some class or object a member of that name. */
static bool has_member(const struct scope_table *t, const char *name)
{
	for (size_t i = 0; i < t->all.len; i++) {
		const struct symbol *sym = t->all.at[i]->kind == SCOPE_CLASS
			? scope_find(t->all.at[i], name)
			: NULL;

		if (sym && (sym->uses & USE_BIND))
			return true;
	}
	for (size_t i = 0; i < t->mentions.len; i++) {
		const struct expr *e = t->mentions.at[i].attribute;

		if (e && e->ctx == EXPR_STORE && e->as.attribute.attr == name)
			return true;
	}
	return false;
}

/* The module that the expression is for sure, or NULL. */
static const struct symbol *module_of(const struct mention *m)
{
	const struct expr *e = m->attribute->as.attribute.value;
	const struct symbol *sym = e->kind == EXPR_NAME ? meant(m->scope, e->as.name.id) : NULL;

	return sym && sym->imports && sym->imports == sym->binds ? sym : NULL;
}

static void check_attribute(struct check *c, const struct mention *m)
{
	const struct expr *e = m->attribute;
	const char *name = e->as.attribute.attr;
	const struct symbol *sym = module_of(m);
	const char *module = sym
		? unsupported_member(sym->module, strlen(sym->module), name, strlen(name))
		: NULL;

	if (module && !asked_once(&c->bound, c->t, sym->name, is_bound_from_inside))
		refuse_member(c->d, e->span, module, ".", name, strlen(name));
	else if (!sym && c->asyncio && unsupported_loop_method(name) &&
		!asked_once(&c->members, c->t, name, has_member))
		refuse_member(c->d, e->span, "the event loop's", " ", name, strlen(name));
}

static bool imports_asyncio(const struct stmt *s)
{
	for (uint32_t i = 0; i < s->as.import.nnames; i++) {
		const char *path = s->kind == STMT_IMPORT ? s->as.import.names[i].name
							  : s->as.import.module;

		if (path && strcmp(path, "asyncio") == 0)
			return true;
	}
	return false;
}

bool scope_check_mentions(const struct scope_table *t, struct diag *d)
{
	struct check c = { .t = t, .d = d };

	for (size_t i = 0; i < t->mentions.len && !c.asyncio; i++)
		c.asyncio = t->mentions.at[i].import && imports_asyncio(t->mentions.at[i].import);
	for (size_t i = 0; i < t->mentions.len; i++) {
		if (t->mentions.at[i].import)
			check_import(t->mentions.at[i].import, d);
		else
			check_attribute(&c, &t->mentions.at[i]);
	}
	map_fini(&c.bound);
	map_fini(&c.members);
	return !d->set;
}
