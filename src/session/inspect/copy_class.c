#include "session/inspect/copy_class.h"

#include <string.h>

bool copy_has_own(struct copy *c, const char *name, size_t n, bool is_class)
{
	const struct definition *d = n > 0 ? definitions_find(c->definitions, name, n) : NULL;
	bool has = d != NULL && d->is_class == is_class;
	c->own = c->own || has;
	return has;
}

/* "Counter" of "<Counter>" or "<make.<locals>.Counter>"; n = 0 if that is no
 * name. */
const char *copy_class_name(const char *label, size_t *n)
{
	size_t end = strlen(label), start;
	end -= end > 0 && label[end - 1] == '>';
	end -= end > 0 && label[end - 1] == '\'';
	for (start = end; start > 0 && strchr(".<'", label[start - 1]) == NULL; start--)
		;
	*n = end - start;
	for (size_t i = start; i < end; i++) {
		bool letter = (unsigned char)label[i] >= 0x80 || label[i] == '_' ||
			(unsigned)((label[i] | 32) - 'a') < 26;
		if (!letter && (i == start || label[i] < '0' || label[i] > '9'))
			*n = 0;
	}
	return label + start;
}

static bool is_class_body(const struct code *code, const char *name, size_t n)
{
	return code != NULL && (code->flags & CODE_CLASS_BODY) != 0 &&
		(name == NULL || (strlen(code->name) == n && memcmp(code->name, name, n) == 0));
}

static bool is_listed(const char *const *list, const char *name)
{
	for (; *list != NULL; list++) {
		if (strcmp(*list, name) == 0)
			return true;
	}
	return false;
}

static bool is_special(const char *name)
{
	return strncmp(name, "__", 2) == 0 && strlen(name) > 4;
}

/* A method: the copy's one refuses, and says which it would be. */
static void put_method(struct copy *c, const char *name)
{
	static const char *const kept[] = { "__new__", "__init_subclass__", "__set_name__",
		"__setattr__", "__delattr__", "__getattr__", "__getattribute__", "__del__",
		"__class_getitem__", NULL };
	static const char *const shows[] = { "__repr__", "__str__", "__format__", NULL };
	if (is_listed(kept, name))
		return;
	if (is_listed(shows, name))
		sbuf_printf(&c->text,
			"    def %s(self, *args):\n        return _cosub_show_own(self, '%s')\n",
			name, name);
	else if (is_special(name))
		sbuf_printf(&c->text, "    def %s(self, *args, **more):\n        _cosub_no('%s')\n",
			name, name);
	else
		sbuf_printf(
			&c->text, "    %s = property(lambda self: _cosub_no('%s'))\n", name, name);
}

/* The class statement at the top of the program, or NULL. */
static const struct stmt *class_statement(const struct program *p, const char *name, size_t n)
{
	for (uint32_t i = 0; i < p->ast.body.len; i++) {
		const struct stmt *s = p->ast.body.at[i];
		if (s->kind == STMT_CLASS_DEF && strlen(s->as.class_.name) == n &&
			memcmp(s->as.class_.name, name, n) == 0)
			return s;
	}
	return NULL;
}

/* Whether the class that s makes may inherit from one of the program's. */
static bool may_inherit(const struct program *p, const struct stmt *s)
{
	for (uint32_t i = 0; s != NULL && i < s->as.class_.bases.len; i++) {
		const struct expr *base = s->as.class_.bases.at[i];
		if (base->kind != EXPR_NAME ||
			class_statement(p, base->as.name.id, strlen(base->as.name.id)) != NULL)
			return true;
	}
	return s == NULL;
}

/* The methods of the program's class of that name.  Where it may inherit, those
 * of all classes: better refused than wrong. */
static void put_methods(struct copy *c, const char *name, size_t n)
{
	const struct program *p = trace_program(moment_trace(c->m));
	const struct stmt *s = class_statement(p, name, n);
	bool heir = may_inherit(p, s);
	bool equal = s != NULL && s->as.class_.decorators.len > 0, hash = false;
	for (uint32_t i = 0; i < p->ncodes; i++) {
		const struct code *code = p->codes[i];
		if (!is_class_body(code->outer, heir ? NULL : name, n) ||
			(code->flags & (CODE_CLASS_BODY | CODE_COMPREHENSION | CODE_LAMBDA)) != 0)
			continue;
		put_method(c, code->name);
		equal |= strcmp(code->name, "__eq__") == 0;
		hash |= strcmp(code->name, "__hash__") == 0;
	}
	if (equal)
		put_method(c, "__eq__");
	if (equal && !hash)
		put_method(c, "__hash__");
}

/* The one class of this name as _cosub_class; base is text. */
void copy_put_class(struct copy *c, const char *name, size_t n, const char *base)
{
	if (n == 0)
		name = "Object", n = strlen(name);
	if (copy_has_own(c, name, n, true)) {
		sbuf_printf(&c->text, "_cosub_class = _cosub_own_%.*s\n", (int)n, name);
		return;
	}
	if (map_put(&c->classes, hash_bytes(name, n) >> 1, 1)) {
		sbuf_printf(&c->text, "class %.*s(%s):\n    pass\n", (int)n, name, base);
		put_methods(c, name, n);
		sbuf_printf(&c->text, "_cosub_class_%.*s = %.*s\ndel %.*s\n", (int)n, name, (int)n,
			name, (int)n, name);
	}
	sbuf_printf(&c->text, "_cosub_class = _cosub_class_%.*s\n", (int)n, name);
}

/* A class that the machine knows, unless the program has one of that name. */
void copy_put_known_class(struct copy *c, const char *name, size_t n, const char *base)
{
	const struct program *p = trace_program(moment_trace(c->m));
	for (uint32_t i = 0; i < p->ncodes; i++) {
		if (is_class_body(p->codes[i], name, n)) {
			copy_put_class(c, name, n, base);
			return;
		}
	}
	if (n == 0)
		copy_put_class(c, name, n, base);
	else
		sbuf_printf(&c->text,
			"try:\n    _cosub_class = %.*s\nexcept NameError:\n"
			"    class _cosub_class(%s):\n        pass\n"
			"    _cosub_class.__name__ = '%.*s'\n",
			(int)n, name, base, (int)n, name);
}
