/*
 * Every symbol's home.  Scopes are visited outermost first; the owner of a
 * name from outside is looked for upwards, past classes, and the scopes in
 * between pass its cell on.
 */

#include "lang/scope/scope.h"

#include <assert.h>
#include <string.h>

enum { USE_BINDS = USE_BIND | USE_PARAM };

static bool is_function(const struct scope *s)
{
	return s->kind >= SCOPE_FUNCTION;
}

/* The enclosing function scope that owns the name, or NULL if it is global.
 * A class gives nothing to inner functions but __class__. */
static struct scope *owner_of(const struct scope *from, const char *name, bool is_class_cell)
{
	for (struct scope *s = from->outer; s; s = s->outer) {
		if (s->kind == SCOPE_CLASS && is_class_cell)
			return s;
		struct symbol *sym = is_function(s) ? scope_find(s, name) : NULL;

		if (!sym || (sym->uses & USE_NONLOCAL))
			continue;
		if (sym->uses & USE_GLOBAL)
			return NULL;
		if (sym->uses & USE_BINDS)
			return s;
	}
	return NULL;
}

/* Makes the owner's variable a cell and lets the scopes in between pass it. */
static void connect(
	struct scope_table *t, struct scope *from, struct scope *owner, const char *name)
{
	assert(owner && "an owner was found");
	for (struct scope *s = from->outer; s != owner; s = s->outer) {
		struct symbol *old = scope_find(s, name);
		struct symbol *sym = scope_symbol(t, s, name);

		if (s->kind == SCOPE_CLASS && old && (old->uses & (USE_BINDS | USE_GLOBAL)))
			sym->passed = true;
		else
			sym->home = HOME_FREE;
	}
	struct symbol *sym = scope_symbol(t, owner, name);

	if (owner->kind == SCOPE_CLASS)
		owner->class_cell = true;
	else
		sym->home = HOME_CELL;
}

static bool resolve_outside(
	struct scope_table *t, struct scope *s, struct symbol *sym, const char *class_name)
{
	struct scope *owner = owner_of(s, sym->name, sym->name == class_name && is_function(s));

	if (!owner)
		return false;
	sym->home = HOME_FREE;
	connect(t, s, owner, sym->name);
	return true;
}

static void resolve_nonlocal(struct scope_table *t, struct scope *s, struct symbol *sym,
	const char *class_name, struct diag *d)
{
	if (sym->uses & USE_GLOBAL)
		diag_set(d, sym->span, "name '%s' is nonlocal and global", sym->name);
	else if (s->kind == SCOPE_MODULE)
		diag_set(d, sym->span, "nonlocal declaration not allowed at module level");
	else if (!resolve_outside(t, s, sym, class_name))
		diag_set(d, sym->span, "no binding for nonlocal '%s' found", sym->name);
}

static void resolve_symbol(struct scope_table *t, struct scope *s, struct symbol *sym,
	const char *class_name, struct diag *d)
{
	if (sym->uses & USE_NONLOCAL)
		resolve_nonlocal(t, s, sym, class_name, d);
	else if (sym->uses & USE_GLOBAL)
		sym->home = HOME_GLOBAL;
	else if (sym->home == HOME_CELL || sym->home == HOME_FREE || (sym->uses & USE_BINDS))
		return;
	else if (!resolve_outside(t, s, sym, class_name))
		sym->home = HOME_IMPLICIT;
}

bool scope_resolve(struct scope_table *t, struct ast *ast, struct diag *d)
{
	const char *class_name = intern_cstr(&ast->names, "__class__");

	for (size_t i = 0; i < t->all.len; i++) {
		struct scope *s = t->all.at[i];

		/* connect may add symbols to outer scopes, never to this one */
		for (size_t k = 0; k < s->symbols.len; k++)
			resolve_symbol(t, s, s->symbols.at[k], class_name, d);
	}
	return !d->set;
}
