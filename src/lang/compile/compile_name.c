/* Names: read, stored and deleted, by the home that their scope gave them. */

#include "lang/compile/compile.h"
#include "lang/text/special_name.h"
#include "lang/text/unsupported.h"

#include <string.h>

/* How a name is reached from the code at hand. */
enum access { ACCESS_LOCAL, ACCESS_CELL, ACCESS_CLASS_CELL, ACCESS_NAME, ACCESS_GLOBAL };

const char *compile_mangle(struct builder *u, const char *name)
{
	return scope_mangle(&u->compiler->program->ast.names, u->scope->private_name, name);
}

static enum access access_in_class(const struct symbol *sym)
{
	switch (sym ? sym->home : HOME_IMPLICIT) {
	case HOME_FREE:
		return ACCESS_CLASS_CELL;
	case HOME_GLOBAL:
		return ACCESS_GLOBAL;
	default:
		return ACCESS_NAME;
	}
}

static enum access access_of(struct builder *u, const char *name)
{
	const struct symbol *sym = scope_find(u->scope, name);

	if (u->scope->kind == SCOPE_MODULE)
		return ACCESS_GLOBAL;
	if (u->scope->kind == SCOPE_CLASS)
		return access_in_class(sym);
	switch (sym ? sym->home : HOME_IMPLICIT) {
	case HOME_LOCAL:
		return ACCESS_LOCAL;
	case HOME_CELL:
	case HOME_FREE:
		return ACCESS_CELL;
	default:
		return ACCESS_GLOBAL;
	}
}

uint16_t compile_local(struct builder *u, const char *name)
{
	const char *mangled = compile_mangle(u, name);

	return access_of(u, mangled) == ACCESS_LOCAL ? builder_local(u, mangled) : REG_ANY;
}

/* A local is read in place: only that it is set must be sure. */
static uint16_t load_local(struct builder *u, uint16_t var, uint16_t dst)
{
	builder_emit(u, OP_CHECK, var, 0, 0);
	if (dst == REG_ANY || dst == var)
		return var;
	builder_emit(u, OP_MOVE, dst, var, 0);
	return dst;
}

/* Whether the program binds the name: the module, the class body at hand, or a
 * function that declares it global. */
static bool is_bound(const struct builder *u, const char *name)
{
	const struct scope_table *t = &u->compiler->scopes;

	for (size_t i = 0; i < t->all.len; i++) {
		const struct scope *s = t->all.at[i];
		const struct symbol *sym = scope_find(s, name);

		if (sym && sym->uses & USE_BIND &&
			(s == u->scope || s->kind == SCOPE_MODULE || sym->uses & USE_GLOBAL))
			return true;
	}
	return false;
}

static void check_builtin(struct builder *u, const char *name)
{
	if (u->compiler->library || !unsupported_builtin(name) || is_bound(u, name))
		return;
	struct sbuf what = { 0 };

	sbuf_printf(&what, "the builtin %s", name);
	builder_outside(u, u->loc, what.text);
	sbuf_fini(&what);
}

uint16_t compile_load_name(struct builder *u, const char *name, uint16_t dst)
{
	const char *mangled = compile_mangle(u, name);
	enum access access = access_of(u, mangled);

	if (access == ACCESS_LOCAL)
		return load_local(u, builder_local(u, mangled), dst);
	if (access == ACCESS_GLOBAL || access == ACCESS_NAME)
		check_builtin(u, mangled);
	dst = compile_result(u, dst);
	switch (access) {
	case ACCESS_CELL:
		builder_emit(u, OP_GET_CELL, dst, builder_cell(u, mangled), 0);
		break;
	case ACCESS_CLASS_CELL:
		builder_emit(u, OP_GET_CLASS_CELL, dst, builder_cell(u, mangled),
			builder_name(u, mangled));
		break;
	case ACCESS_NAME:
		builder_emit(u, OP_GET_NAME, dst, builder_name(u, mangled), 0);
		break;
	default:
		builder_emit_wide(u, OP_GET_GLOBAL, dst, builder_global(u, mangled));
		break;
	}
	return dst;
}

/* What a class's body binds must not make it special in ways that we do not
 * know.  (Its own __qualname__ and the like have no place: they are ours.) */
static void check_class_name(struct builder *u, const char *name)
{
	const char *words = u->scope->kind == SCOPE_CLASS ? special_name_refused(name) : NULL;

	if (words && u->loc.line)
		builder_outside(u, u->loc, words);
}

void compile_store_name(struct builder *u, const char *name, uint16_t reg)
{
	const char *mangled = compile_mangle(u, name);

	check_class_name(u, mangled);
	switch (access_of(u, mangled)) {
	case ACCESS_LOCAL:
		builder_emit(u, OP_MOVE, builder_local(u, mangled), reg, 0);
		break;
	case ACCESS_CELL:
	case ACCESS_CLASS_CELL:
		builder_emit(u, OP_SET_CELL, builder_cell(u, mangled), reg, 0);
		break;
	case ACCESS_NAME:
		builder_emit(u, OP_SET_NAME, reg, builder_name(u, mangled), 0);
		break;
	case ACCESS_GLOBAL:
		builder_emit_wide(u, OP_SET_GLOBAL, reg, builder_global(u, mangled));
		break;
	}
}

void compile_delete_name(struct builder *u, const char *name)
{
	const char *mangled = compile_mangle(u, name);

	switch (access_of(u, mangled)) {
	case ACCESS_LOCAL:
		builder_emit(u, OP_UNSET, builder_local(u, mangled), 0, 0);
		break;
	case ACCESS_CELL:
	case ACCESS_CLASS_CELL:
		builder_emit(u, OP_DEL_CELL, builder_cell(u, mangled), 0, 0);
		break;
	case ACCESS_NAME:
		builder_emit(u, OP_DEL_NAME, 0, builder_name(u, mangled), 0);
		break;
	case ACCESS_GLOBAL:
		builder_emit_wide(u, OP_DEL_GLOBAL, 0, builder_global(u, mangled));
		break;
	}
}

void compile_forget_name(struct builder *u, const char *name)
{
	const char *mangled = compile_mangle(u, name);

	switch (access_of(u, mangled)) {
	case ACCESS_LOCAL:
		builder_emit(u, OP_FORGET, builder_local(u, mangled), 0, 0);
		return;
	case ACCESS_CELL:
	case ACCESS_CLASS_CELL:
		builder_emit(u, OP_FORGET_CELL, builder_cell(u, mangled), 0, 0);
		return;
	default:
		break;
	}
	uint16_t none = builder_push(u);

	builder_emit(u, OP_LOAD_NONE, none, 0, 0);
	compile_store_name(u, name, none);
	builder_pop(u, 1);
	compile_delete_name(u, name);
}
