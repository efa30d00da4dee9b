#ifndef COSUB_LANG_SCOPE_SCOPE_H
#define COSUB_LANG_SCOPE_SCOPE_H

/*
 * The symbol table: which variable each name means, by the rules of The Python
 * Language Reference, 3.11, 4.2 (Naming and binding) and PEP 572 for := in
 * comprehensions.  A scope belongs to the node of the tree that opens it: the
 * module, a class, a function, a lambda, a comprehension.
 *
 * Names are mangled when they enter the table (5.2.1, private names in a
 * class), so that a symbol's name is the one that the program sees.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "lang/tree/ast.h"

enum scope_kind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_COMPREHENSION };

/* Where a symbol lives. */
enum symbol_home {
	HOME_LOCAL,   /* of this scope */
	HOME_CELL,    /* of this scope, and inner functions use it */
	HOME_FREE,    /* of an enclosing function */
	HOME_GLOBAL,  /* declared global */
	HOME_IMPLICIT /* global or builtin, not declared */
};

struct symbol {
	const char *name; /* interned, mangled */
	enum symbol_home home;
	unsigned uses;    /* enum symbol_use, as found in the text */
	struct span span; /* of the declaration, or the first use */
	uint32_t binds;   /* how often the text binds it here */
	/* what the last import that binds it names, interned; of binds, imports are such */
	const char *module;
	uint32_t imports;
	bool passed; /* a class: an inner function takes it from outside through this scope */
};

enum symbol_use {
	USE_READ = 1,
	USE_BIND = 2,
	USE_PARAM = 4,
	USE_GLOBAL = 8,
	USE_NONLOCAL = 16,
	USE_ANNOTATED = 32,
	USE_ITERATION = 64,
	USE_WALRUS = 128
};

struct scope {
	enum scope_kind kind;
	struct scope *outer;
	const char *private_name; /* class that mangles names here, or NULL */
	struct map by_name;       /* interned name -> index in symbols */
	struct {
		ARRAY(struct symbol *);
	} symbols;
	bool async_def;        /* async def */
	bool is_async;         /* awaits, or is a comprehension over what does */
	bool has_yield;        /* yield or yield from, or a generator expression */
	bool has_walrus;       /* some name here is bound by := */
	bool class_cell;       /* a class: an inner function uses __class__ or super */
	bool in_iterable;      /* the walk is in an iterable expression of a comprehension */
	const char *comp_word; /* a comprehension: "list comprehension", … */
};

/* Where the text names an attribute, or imports something. */
struct mention {
	const struct scope *scope;
	const struct expr *attribute; /* NULL: an import */
	const struct stmt *import;
};

struct scope_table {
	struct arena arena;
	struct map by_node; /* address of the node -> scope */
	struct {
		ARRAY(struct scope *);
	} all;
	struct {
		ARRAY(struct mention);
	} mentions;
};

/* Builds the table of a module.  False with the first mistake in d, in the
 * words of CPython 3.11.  Names are interned in ast.  scope_fini is right in
 * both cases. */
bool scope_build(struct scope_table *t, struct ast *ast, struct diag *d);

/* The scope that the node opens (the address of a stmt or expr; the ast's for
 * the module). */
struct scope *scope_of(const struct scope_table *t, const void *node);

/* The symbol of the mangled name, or NULL. */
struct symbol *scope_find(const struct scope *s, const char *name);

/* The name as the class private_name (or NULL) makes it: __x becomes _C__x. */
const char *scope_mangle(struct intern *names, const char *private_name, const char *name);

/* The second half of scope_build, for it alone: finds every symbol's home. */
bool scope_resolve(struct scope_table *t, struct ast *ast, struct diag *d);

/* The third: refuses what the modules of CPython 3.11 have and ours leave out,
 * where the text names it as module.name or as a method of event loops. */
bool scope_check_mentions(const struct scope_table *t, struct diag *d);

/* The symbol of the mangled name, made if there is none; for scope_build alone. */
struct symbol *scope_symbol(struct scope_table *t, struct scope *s, const char *name);

void scope_fini(struct scope_table *t);

#endif
