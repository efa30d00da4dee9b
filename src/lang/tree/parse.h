#ifndef COSUB_LANG_TREE_PARSE_H
#define COSUB_LANG_TREE_PARSE_H

/*
 * What the files of the parser share; nobody else includes it.  The parser is
 * a recursive descent along the grammar of the Language Reference, chapter 10.
 * A parse function stands at its first token and leaves the parser behind its
 * last one; on a mistake it reports and gives NULL or false, and everybody
 * returns at once.  Nodes belong to the tree's arena.
 */

#include "base/array.h"
#include "base/sbuf.h"
#include "lang/text/lexer.h"
#include "lang/text/literal.h"
#include "lang/text/token.h"
#include "lang/tree/ast.h"

enum {
	/* How often parse functions may be inside each other.  A level costs some
	 * 2 KiB of the C stack at most, where it is a bracket. */
	PARSE_MAX_DEPTH = 1000,
};

struct parser {
	struct ast *ast;
	const char *text;
	const struct token *first; /* the first one of those that are being parsed */
	const struct token *tok;   /* the current one */
	struct diag *d;            /* the first mistake */
	struct diag late; /* the first of those that count only if the grammar is satisfied */
	struct {
		ARRAY(void *);
	} stack; /* elements of the sequences under construction */
	uint32_t depth, fstrings;
	uint32_t furthest_line; /* that a reading which was given up has reached */
	bool at_lexer_error;    /* the parser could not go on because the lexer had not */
	bool settled;           /* the mistake counts, whatever the lexer says about later text */
	bool guessing; /* this reading may be given up, so its mistakes are not explained */
	const struct token *operand, *operand_end; /* the tokens of the disjunction parsed last */
};

/* A state to return to. */
struct parse_mark {
	const struct token *tok;
	size_t stack;
	uint32_t depth;
	struct diag *d, late;
};

/* ---- parse.c: tokens, mistakes, sequences */

bool parse_at(const struct parser *p, enum token_kind kind);

/* Passes the token if it is of this kind. */
bool parse_skip(struct parser *p, enum token_kind kind);

/* Passes the token, or reports "invalid syntax". */
bool parse_expect(struct parser *p, enum token_kind kind);

/* Passes the token, or reports "expected 'x'" with its spelling. */
bool parse_force(struct parser *p, enum token_kind kind);

/* Passes a name and gives it interned; else NULL and "invalid syntax". */
const char *parse_name(struct parser *p);

/* The text of a token, interned. */
const char *parse_intern(struct parser *p, const struct token *t);

bool parse_text_is(const struct parser *p, const struct token *t, const char *text);

/* Can this token begin an expression? */
bool parse_starts_expression(const struct parser *p);

/* The span from the first byte of a token to the last one passed (line ends
 * and indentation do not count). */
struct span parse_span(const struct parser *p, const struct token *from);

struct span parse_join(struct span from, struct span to);

/* Reports a mistake.  Gives NULL, for returning. */
void *parse_fail(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* As parse_fail, for a mistake that no later one of the lexer may replace. */
void *parse_settle(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Reports "X is outside the scenario language". */
void *parse_outside(struct parser *p, struct span span, const char *what);

/* Notes a mistake that counts only if the grammar is satisfied. */
void parse_late(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Reports that the current token does not fit, with the best explanation. */
void *parse_unexpected(struct parser *p);

/* Reports the mistake of the lexer, because the parser needs what comes behind
 * it.  Gives true: something has been reported. */
bool parse_give_up(struct parser *p);

/* Counts recursion; false when it is too deep (reported).  Each successful
 * enter is followed by a leave, also on a mistake. */
bool parse_enter(struct parser *p);
void parse_leave(struct parser *p);

/* Begins a reading that may be given up: mistakes go to trial. */
struct parse_mark parse_guess(struct parser *p, struct diag *trial);
/* Ends it; unless it is kept, the parser is where it was.  trial is emptied. */
void parse_decide(struct parser *p, struct parse_mark *m, bool keep);

/* Sequences: push elements, then take those above the mark into the arena. */
size_t parse_sequence(const struct parser *p);
void parse_push(struct parser *p, void *element);
struct expr_seq parse_take_exprs(struct parser *p, size_t mark);
struct stmt_seq parse_take_stmts(struct parser *p, size_t mark);
struct name_seq parse_take_names(struct parser *p, size_t mark);
/* Copies what the elements point to (size bytes each) into one array. */
void *parse_take_structs(struct parser *p, size_t mark, size_t size, uint32_t *len);

/* ---- parse_node.c: making expressions */

/* A new node whose span is from the token to the last one passed.  NULL if it
 * were too high (a child of height AST_MAX_HEIGHT): reported. */
struct expr *parse_node(
	struct parser *p, enum expr_kind kind, const struct token *from, uint32_t child_height);
uint32_t parse_height(const struct expr *e);      /* 0 for NULL */
uint32_t parse_heights(const struct expr_seq *s); /* the largest */
struct expr *parse_constant(struct parser *p, enum const_kind kind, const struct token *from);
struct expr *parse_sequence_node(
	struct parser *p, enum expr_kind kind, const struct token *from, size_t mark);

/* ---- parse_expr.c: operators */

struct expr *parse_expression(struct parser *p);
struct expr *parse_named_expression(struct parser *p);
struct expr *parse_star_expressions(struct parser *p);
struct expr *parse_star_named_expression(struct parser *p);
struct expr *parse_disjunction(struct parser *p);
struct expr *parse_bitwise_or(struct parser *p);
struct expr *parse_yield(struct parser *p);
/* yield_expr | star_expressions, as the right side of an assignment */
struct expr *parse_value(struct parser *p);
struct expr *parse_starred(struct parser *p);

/* ---- parse_atom.c: displays, atoms, and what may stand behind them */

struct expr *parse_primary(struct parser *p);
struct expr *parse_atom(struct parser *p);

/* ---- parse_call.c: the arguments of a call or a class */

struct arguments {
	struct expr_seq args;
	struct keyword *keywords;
	uint32_t nkeywords;
};

/* "(" [arguments] ")"; of a call, which may have a generator expression
 * without parentheses of its own, or of a class.  *height is raised to the
 * highest argument. */
bool parse_arguments(struct parser *p, struct arguments *a, bool is_call, uint32_t *height);

/* ---- parse_comp.c: comprehensions */

bool parse_at_comprehension(const struct parser *p);
/* for_if_clauses; *height is raised to the highest expression in them. */
bool parse_clauses(struct parser *p, struct comprehension_seq *clauses, uint32_t *height);
/* The node of a comprehension whose element (and value) have been parsed. */
struct expr *parse_comprehension(struct parser *p, enum expr_kind kind, const struct token *from,
	struct expr *elt, struct expr *value, enum token_kind close);

/* ---- parse_params.c */

/* parameters of a def (up to ")") or of a lambda (up to ":") */
struct params *parse_params(struct parser *p, bool is_lambda);

/* ---- parse_target.c: what can be assigned to */

enum target_use { TARGET_ASSIGN, TARGET_DELETE, TARGET_FOR };

/* "function call", "literal" …: what CPython calls e in its messages. */
const char *parse_describe(const struct expr *e);
/* Makes e a target, or reports "cannot assign to …". */
bool parse_make_target(struct parser *p, struct expr *e, enum target_use use);
/* The part of e that is no target, or NULL. */
const struct expr *parse_no_target(const struct expr *e, enum target_use use);
void parse_set_context(struct parser *p, struct expr *e, enum expr_context ctx);
/* star_targets, for a for and a comprehension */
struct expr *parse_for_targets(struct parser *p);
/* star_target, for a with */
struct expr *parse_with_target(struct parser *p);

/* ---- parse_string.c, parse_fstring.c */

/* One or more adjacent string literals. */
struct expr *parse_strings(struct parser *p);

/* A string literal's parts. */
struct literal {
	const struct token *tok;
	size_t from, to; /* the bytes between the quotes, in the text */
	bool raw, formatted, bytes;
};

/* Adjacent literals under construction: finished parts of an f-string are on
 * the parser's stack, and text that may still grow is in pending. */
struct joined {
	const struct token *first;
	const struct token *in_one; /* in a spec, which never spans several: the literal */
	struct sbuf pending;
	bool u_prefix;
};

/* Appends the bytes [from, to) of a literal with its escapes replaced. */
bool parse_unescape(
	struct parser *p, const struct literal *l, size_t from, size_t to, struct sbuf *out);

/* The span of n bytes at offset at of the text, somewhere behind the start of
 * a token. */
struct span parse_place(const struct parser *p, const struct token *t, size_t at, size_t n);

/* A string constant of the pending text, which is emptied. */
struct expr *parse_pending(struct parser *p, struct joined *j);

/* Appends the parts of an f-string. */
bool parse_fstring(struct parser *p, struct joined *j, const struct literal *l);

/* ---- parse_simple.c, parse_import.c, parse_compound.c: statements */

struct stmt *parse_stmt_node(struct parser *p, enum stmt_kind kind, const struct token *from);
/* simple_stmt (";" simple_stmt)* [";"] NEWLINE, pushed */
bool parse_simple_statements(struct parser *p);
struct stmt *parse_import(struct parser *p);
struct stmt *parse_import_from(struct parser *p);
/* Statements up to kind (END or DEDENT), pushed. */
bool parse_statements(struct parser *p, enum token_kind kind);
/* A compound statement, or NULL: then *found tells whether there was one. */
struct stmt *parse_compound(struct parser *p, bool *found);
/* def and class, whose decorators have been parsed */
struct stmt *parse_def(
	struct parser *p, const struct token *from, struct expr_seq decorators, bool is_async);
struct stmt *parse_class(struct parser *p, struct expr_seq decorators);
/* ":" block; after says what it belongs to, in the words of a mistake, of
 * which the first token is from. */
bool parse_block(struct parser *p, struct stmt_seq *body, const char *after,
	const struct token *from, bool force_colon);

#endif
