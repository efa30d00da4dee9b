#ifndef COSUB_LANG_TREE_AST_H
#define COSUB_LANG_TREE_AST_H

/*
 * The syntax tree: Python 3.11's, with the positions that Python's ast module
 * gives (lines from 1, columns from 0 in bytes), because the steps of a run
 * follow from them.  All nodes live in one arena; names are interned, so that
 * equal names have equal addresses.
 *
 * Sequences are counted arrays.  A field that may be missing is NULL.
 * Documented where the shape is not Python's own.
 */

#include "base/arena.h"
#include "base/diag.h"
#include "base/intern.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct expr;
struct stmt;

struct expr_seq {
	struct expr **at;
	uint32_t len;
};
struct stmt_seq {
	struct stmt **at;
	uint32_t len;
};
struct name_seq {
	const char **at;
	uint32_t len;
};

enum expr_context { EXPR_LOAD, EXPR_STORE, EXPR_DEL };

enum bin_op {
	BIN_ADD,
	BIN_SUB,
	BIN_MUL,
	BIN_MATMUL,
	BIN_DIV,
	BIN_FLOORDIV,
	BIN_MOD,
	BIN_POW,
	BIN_LSHIFT,
	BIN_RSHIFT,
	BIN_OR,
	BIN_XOR,
	BIN_AND,
	BIN_OP_COUNT
};

enum unary_op { UNARY_NOT, UNARY_NEG, UNARY_POS, UNARY_INVERT };

enum cmp_op {
	CMP_LT,
	CMP_LE,
	CMP_EQ,
	CMP_NE,
	CMP_GT,
	CMP_GE,
	CMP_IS,
	CMP_IS_NOT,
	CMP_IN,
	CMP_NOT_IN,
	CMP_OP_COUNT
};

enum const_kind {
	CONST_NONE,
	CONST_TRUE,
	CONST_FALSE,
	CONST_ELLIPSIS,
	CONST_INT,
	CONST_FLOAT,
	CONST_STR
};

struct str_text {
	const char *bytes;
	size_t len;
}; /* UTF-8, surrogates allowed; NUL behind */

struct keyword {
	const char *name; /* NULL: **value */
	struct expr *value;
	struct span span;
};

struct comprehension {
	struct expr *target, *iter;
	struct expr_seq ifs;
	bool is_async;
};
struct comprehension_seq {
	struct comprehension *at;
	uint32_t len;
};

struct param {
	const char *name;
	struct expr *annotation;
	struct expr *default_; /* NULL: required */
	struct span span;      /* name and annotation, as ast.arg */
};

struct params {
	struct param *at; /* positional-only, positional, keyword-only: in this order */
	uint32_t npos_only, npos /* without the positional-only ones */, nkw_only;
	struct param *vararg, *kwarg; /* *args, **kwargs or NULL */
};

/* clang-format off */
#define EXPR_KINDS(X) \
	X(CONSTANT) X(NAME) X(BINOP) X(UNARY) X(BOOLOP) X(COMPARE) X(IFEXP) X(CALL) X(ATTRIBUTE) \
	X(SUBSCRIPT) X(SLICE) X(STARRED) X(LIST) X(TUPLE) X(SET) X(DICT) X(LIST_COMP) X(SET_COMP) \
	X(DICT_COMP) X(GENERATOR) X(LAMBDA) X(NAMED) X(JOINED_STR) X(FORMATTED) X(AWAIT) X(YIELD) \
	X(YIELD_FROM)
/* clang-format on */

#define X(n) EXPR_##n,
enum expr_kind { EXPR_KINDS(X) EXPR_KIND_COUNT };
#undef X

struct expr {
	enum expr_kind kind;
	enum expr_context ctx; /* NAME ATTRIBUTE SUBSCRIPT STARRED LIST TUPLE */
	uint32_t height;       /* of the expression as a tree: 1 to AST_MAX_HEIGHT */
	struct span span;
	union {
		struct {
			enum const_kind kind;
			int64_t i;
			double f;
			struct str_text s;
			bool u_prefix;
			/* INT from 2**63 to 2**64 - 1, as its bits in i: only for folding */
			bool wide;
		} constant;
		struct {
			const char *id;
		} name;
		struct {
			enum bin_op op;
			struct expr *left, *right;
		} binop;
		struct {
			enum unary_op op;
			struct expr *operand;
		} unary;
		struct {
			bool is_or;
			struct expr_seq values;
		} boolop;
		struct {
			struct expr *left;
			enum cmp_op *ops;
			struct expr_seq comparators;
		} compare;
		struct {
			struct expr *test, *body, *orelse;
		} ifexp;
		struct {
			struct expr *func;
			struct expr_seq args;
			struct keyword *keywords;
			uint32_t nkeywords;
		} call;
		struct {
			struct expr *value;
			const char *attr;
		} attribute;
		struct {
			struct expr *value, *index;
		} subscript;
		struct {
			struct expr *lower, *upper, *step;
		} slice;
		struct {
			struct expr *value;
		} starred;
		struct {
			struct expr_seq elts;
		} list; /* LIST TUPLE SET */
		struct {
			struct expr_seq keys, values;
		} dict; /* key NULL: **value */
		struct {
			struct expr *elt;
			struct expr *value /* DICT_COMP */;
			struct comprehension_seq generators;
		} comp;
		struct {
			struct params *params;
			struct expr *body;
		} lambda;
		struct {
			struct expr *target, *value;
		} named;
		struct {
			struct expr_seq values;
		} joined; /* CONSTANT strings and FORMATTED */
		struct {
			struct expr *value;
			char conversion /* 0 r s a */;
			struct expr *spec /* JOINED_STR or NULL */;
		} formatted;
		struct {
			struct expr *value;
		} await; /* AWAIT YIELD (value may be NULL) YIELD_FROM */
	} as;
};

/* clang-format off */
#define STMT_KINDS(X) \
	X(FUNCTION_DEF) X(CLASS_DEF) X(RETURN) X(DELETE) X(ASSIGN) X(AUG_ASSIGN) X(ANN_ASSIGN) \
	X(FOR) X(WHILE) X(IF) X(WITH) X(RAISE) X(TRY) X(ASSERT) X(IMPORT) X(IMPORT_FROM) X(GLOBAL) \
	X(NONLOCAL) X(EXPR) X(PASS) X(BREAK) X(CONTINUE)
/* clang-format on */

#define X(n) STMT_##n,
enum stmt_kind { STMT_KINDS(X) STMT_KIND_COUNT };
#undef X

struct handler { /* except [type [as name]]: body */
	struct expr *type;
	const char *name;
	struct stmt_seq body;
	struct span span;
};

struct with_item {
	struct expr *context, *vars;
};

struct alias {
	const char *name /* dotted; "*" never comes here */, *asname;
	struct span span;
};

struct stmt {
	enum stmt_kind kind;
	struct span span; /* of a decorated def or class: from the word def or class */
	union {
		struct {
			const char *name;
			struct params *params;
			struct stmt_seq body;
			struct expr_seq decorators;
			struct expr *returns;
			bool is_async;
		} function;
		struct {
			const char *name;
			struct expr_seq bases;
			struct keyword *keywords;
			uint32_t nkeywords;
			struct stmt_seq body;
			struct expr_seq decorators;
		} class_;
		struct {
			struct expr *value;
		} return_;
		struct {
			struct expr_seq targets;
		} delete;
		struct {
			struct expr_seq targets;
			struct expr *value;
		} assign;
		struct {
			struct expr *target;
			enum bin_op op;
			struct expr *value;
		} aug;
		struct {
			struct expr *target, *annotation, *value;
			bool simple;
		} ann;
		struct {
			struct expr *target, *iter;
			struct stmt_seq body, orelse;
			bool is_async;
		} for_;
		struct {
			struct expr *test;
			struct stmt_seq body, orelse;
		} while_; /* and IF; elif is a nested IF in orelse */
		struct {
			struct with_item *items;
			uint32_t nitems;
			struct stmt_seq body;
			bool is_async;
		} with;
		struct {
			struct expr *exc, *cause;
		} raise;
		struct {
			struct stmt_seq body;
			struct handler *handlers;
			uint32_t nhandlers;
			struct stmt_seq orelse, finalbody;
			bool is_star;
		} try;
		struct {
			struct expr *test, *msg;
		} assert_;
		struct {
			struct alias *names;
			uint32_t nnames;
			const char *module /* IMPORT_FROM; dotted */;
			uint32_t level;
			bool star;
		} import;
		struct {
			struct name_seq names;
		} scope; /* GLOBAL NONLOCAL */
		struct {
			struct expr *value;
		} expr;
	} as;
};

enum {
	/* Who walks a tree by recursion may rely on these: the height of an
	 * expression, and the number of elifs of one if. */
	AST_MAX_HEIGHT = 1000,
	AST_MAX_ELIFS = 1000,
};

/* A parsed program and the memory of all of it. */
struct ast {
	struct arena arena;
	struct intern names;
	struct stmt_seq body;
};

struct source;

/* Parses the lines of src for which keep is true (all when keep is NULL; keep
 * has src->nlines entries, index 0 is line 1); the other lines count as blank,
 * so that line numbers are always those of the file.  On a mistake: false, and
 * the first one in d.  ast_fini is right in both cases.
 *
 * The grammar is Python 3.11's (The Python Language Reference, 3.11, chapters 2
 * to 9).  What is Python but not in the scenario language is refused with the
 * sentence "X is outside the scenario language" at its place; what is no
 * Python is refused in the words of CPython 3.11's SyntaxError where it has
 * specific ones ("'(' was never closed", "expected ':'", "invalid syntax").
 * Nesting deeper than 200 brackets or 100 indentations is refused, as by
 * CPython, and no input makes the C stack deep. */
bool ast_parse(struct ast *a, const struct source *src, const bool *keep, struct diag *d);

/* Appends the tree as text in the form of Python's
 * ast.dump(tree, include_attributes=True, indent=None), for tests. */
struct sbuf;
void ast_dump(const struct ast *a, struct sbuf *out);

void ast_fini(struct ast *a);

#endif
