#ifndef COSUB_LANG_TREE_PARSE_H
#define COSUB_LANG_TREE_PARSE_H

/*
 * What the files of the parser share; nobody else includes it.  The parser is
 * a recursive descent along the grammar of the Language Reference, chapter 10.
 * A parse function stands at its first token and leaves the parser behind its
 * last one; on a mistake it reports to p->d and gives NULL or false, and
 * everybody returns at once.  Only the first mistake is kept.  Nodes, sequences
 * and texts belong to the tree's arena and live as long as the tree.  Messages
 * are CPython 3.11's, as python3 was seen to give them.
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

/* parse.c: tokens, mistakes, sequences. */

/* Whether the current token is of this kind. */
bool parse_at(const struct parser *p, enum token_kind kind);

/* Passes the token if it is of this kind; false, without a mistake, if not. */
bool parse_skip(struct parser *p, enum token_kind kind);

/* Passes the token, or reports "invalid syntax". */
bool parse_expect(struct parser *p, enum token_kind kind);

/* Passes the token, or reports "expected 'x'" with its spelling. */
bool parse_force(struct parser *p, enum token_kind kind);

/* Passes a name and gives it interned; else NULL and "invalid syntax". */
const char *parse_name(struct parser *p);

/* The text of a token, interned; never NULL. */
const char *parse_intern(struct parser *p, const struct token *t);

/* Whether a token is spelled so; text is NUL-terminated. */
bool parse_text_is(const struct parser *p, const struct token *t, const char *text);

/* Can this token begin an expression? */
bool parse_starts_expression(const struct parser *p);

/* The span from the first byte of a token to the last one passed (line ends
 * and indentation do not count). */
struct span parse_span(const struct parser *p, const struct token *from);

/* The span from the beginning of one to the end of the other. */
struct span parse_join(struct span from, struct span to);

/* Reports a mistake, of which fmt makes the message (behind "f-string: " within
 * one).  Gives NULL, for returning. */
void *parse_fail(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* As parse_fail, for a mistake that no later one of the lexer may replace. */
void *parse_settle(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Refuses: "WHAT is outside the scenario language".  Reading goes on, with
 * something else in its place. */
void parse_outside(struct parser *p, struct span span, const char *what);

/* Notes a mistake that counts only if the grammar is satisfied up to the end of
 * the text; of several the first. */
void parse_late(struct parser *p, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Reports that the current token does not fit, with the best explanation, unless
 * a mistake was reported before.  Gives NULL. */
void *parse_unexpected(struct parser *p);

/* Reports the mistake of the lexer, because the parser needs what comes behind
 * it.  Gives true: something has been reported. */
bool parse_give_up(struct parser *p);

/* Counts recursion; false when it is too deep (reported).  Each successful
 * enter is followed by a leave, also on a mistake. */
bool parse_enter(struct parser *p);

/* Ends what parse_enter began. */
void parse_leave(struct parser *p);

/* Begins a reading that may be given up: mistakes go to trial, which is filled
 * here and must stay where it is until parse_decide.  One at a time, and only
 * while no mistake was reported. */
struct parse_mark parse_guess(struct parser *p, struct diag *trial);

/* Ends it; unless it is kept, the parser is where it was.  trial is emptied. */
void parse_decide(struct parser *p, struct parse_mark *m, bool keep);

/* Sequences: push elements, then take those above the mark into the arena. */

/* The mark at which a sequence begins: what is pushed from here on is its. */
size_t parse_sequence(const struct parser *p);

/* Appends an element (borrowed) to the innermost sequence. */
void parse_push(struct parser *p, void *element);

/* Takes the elements above the mark, which are expressions, off the stack. */
struct expr_seq parse_take_exprs(struct parser *p, size_t mark);

/* The same of statements. */
struct stmt_seq parse_take_stmts(struct parser *p, size_t mark);

/* The same of interned names. */
struct name_seq parse_take_names(struct parser *p, size_t mark);

/* Copies what the elements point to (size bytes each) into one array, whose
 * length goes to *len; NULL if that is 0. */
void *parse_take_structs(struct parser *p, size_t mark, size_t size, uint32_t *len);

/* parse_node.c: making expressions. */

/* A new node whose span is from the token to the last one passed.  NULL if it
 * were too high (a child of height AST_MAX_HEIGHT): reported. */
struct expr *parse_node(
	struct parser *p, enum expr_kind kind, const struct token *from, uint32_t child_height);

/* How many nodes are above each other in e, itself counted; 0 for NULL. */
uint32_t parse_height(const struct expr *e);

/* The largest height of the elements, of which some may be NULL; 0 if there is none. */
uint32_t parse_heights(const struct expr_seq *s);

/* A constant without a value yet; never NULL. */
struct expr *parse_constant(struct parser *p, enum const_kind kind, const struct token *from);

/* A list, tuple, set or f-string of the elements above the mark, which it takes;
 * NULL if it were too high (reported). */
struct expr *parse_sequence_node(
	struct parser *p, enum expr_kind kind, const struct token *from, size_t mark);

/* parse_expr.c: operators.  Each is one production of the grammar and gives its
 * node, or NULL with a mistake. */

/* expression: disjunction ["if" disjunction "else" expression] | lambdef */
struct expr *parse_expression(struct parser *p);

/* named_expression: NAME ":=" expression | expression !":=" */
struct expr *parse_named_expression(struct parser *p);

/* star_expressions: star_expression ("," star_expression)* [","]; one alone is
 * itself, else a tuple */
struct expr *parse_star_expressions(struct parser *p);

/* star_named_expression: "*" bitwise_or | named_expression */
struct expr *parse_star_named_expression(struct parser *p);

/* disjunction: conjunction ("or" conjunction)*; keeps where it was (p->operand) */
struct expr *parse_disjunction(struct parser *p);

/* bitwise_or: the operators from "|" to "**" */
struct expr *parse_bitwise_or(struct parser *p);

/* yield_expr: "yield" "from" expression | "yield" [star_expressions], at "yield" */
struct expr *parse_yield(struct parser *p);

/* yield_expr | star_expressions, as the right side of an assignment */
struct expr *parse_value(struct parser *p);

/* "*" bitwise_or */
struct expr *parse_starred(struct parser *p);

/* parse_atom.c: displays, atoms, and what may stand behind them. */

/* primary: atom ("." NAME | "(" [arguments] ")" | "[" slices "]")* */
struct expr *parse_primary(struct parser *p);

/* atom: NAME | "True" | "False" | "None" | "..." | strings | NUMBER | displays */
struct expr *parse_atom(struct parser *p);

/* parse_call.c: the arguments of a call or a class. */

struct arguments {
	struct expr_seq args;
	struct keyword *keywords;
	uint32_t nkeywords;
};

/* "(" [arguments] ")", at its bracket, into *a; of a call, which may have a generator expression
 * without parentheses of its own, or of a class.  *height is raised to the
 * highest argument. */
bool parse_arguments(struct parser *p, struct arguments *a, bool is_call, uint32_t *height);

/* parse_comp.c: comprehensions. */

/* Whether the clauses of a comprehension begin at the current token. */
bool parse_at_comprehension(const struct parser *p);

/* for_if_clauses; *height is raised to the highest expression in them. */
bool parse_clauses(struct parser *p, struct comprehension_seq *clauses, uint32_t *height);

/* The node of a comprehension that began at from and whose element has been parsed
 * (and of a dict's the value; else NULL): its clauses, and the bracket that closes it. */
struct expr *parse_comprehension(struct parser *p, enum expr_kind kind, const struct token *from,
	struct expr *elt, struct expr *value, enum token_kind close);

/* parse_params.c */

/* The parameters of a def, up to and without ")", or of a lambda, up to ":". */
struct params *parse_params(struct parser *p, bool is_lambda);

/* parse_target.c: what can be assigned to. */

enum target_use { TARGET_ASSIGN, TARGET_DELETE, TARGET_FOR };

/* "function call", "literal" …: what CPython calls e in its messages. */
const char *parse_describe(const struct expr *e);

/* Makes e and what is in it a target; false with "cannot assign to …" if some of
 * it can be none. */
bool parse_make_target(struct parser *p, struct expr *e, enum target_use use);

/* The first part of e that can be no target, or NULL. */
const struct expr *parse_no_target(const struct expr *e, enum target_use use);

/* Gives e and the targets in it a context; notes what is wrong only in a target
 * (two stars, __debug__) for later (parse_late). */
void parse_set_context(struct parser *p, struct expr *e, enum expr_context ctx);

/* star_targets: star_target ("," star_target)* [","], of a for and a comprehension */
struct expr *parse_for_targets(struct parser *p);

/* star_target, of a with */
struct expr *parse_with_target(struct parser *p);

/* parse_string.c, parse_fstring.c */

/* strings: STRING+, a constant or an f-string; a bytes literal is refused. */
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

/* Appends the bytes [from, to) of a literal with its escapes replaced (as they
 * are, if it is raw); false with a mistake in an escape. */
bool parse_unescape(
	struct parser *p, const struct literal *l, size_t from, size_t to, struct sbuf *out);

/* The span of n bytes at offset at of the text, somewhere behind the start of
 * a token. */
struct span parse_place(const struct parser *p, const struct token *t, size_t at, size_t n);

/* A string constant of the pending text, which is emptied; never NULL. */
struct expr *parse_pending(struct parser *p, struct joined *j);

/* Appends the parts of an f-string: fields and finished texts are pushed, what
 * follows the last field is pending.  False with a mistake. */
bool parse_fstring(struct parser *p, struct joined *j, const struct literal *l);

/* parse_simple.c, parse_import.c, parse_compound.c: statements. */

/* A new statement, empty but for its kind and its span, which reaches from the
 * token to the last one passed; never NULL. */
struct stmt *parse_stmt_node(struct parser *p, enum stmt_kind kind, const struct token *from);

/* simple_stmt (";" simple_stmt)* [";"] NEWLINE, pushed */
bool parse_simple_statements(struct parser *p);

/* import_name: "import" dotted_name ["as" NAME] ("," dotted_name ["as" NAME])* */
struct stmt *parse_import(struct parser *p);

/* import_from: "from" dotted_name "import" import_from_targets; of a
 * relative import the level counts the dots */
struct stmt *parse_import_from(struct parser *p);

/* Statements up to and without kind (END or DEDENT), pushed. */
bool parse_statements(struct parser *p, enum token_kind kind);

/* A compound statement, or NULL: then *found tells whether there was one, with a
 * mistake. */
struct stmt *parse_compound(struct parser *p, bool *found);

/* def, whose decorators have been parsed and which began at from: "async" or "def" */
struct stmt *parse_def(
	struct parser *p, const struct token *from, struct expr_seq decorators, bool is_async);

/* class, whose decorators have been parsed */
struct stmt *parse_class(struct parser *p, struct expr_seq decorators);

/* ":" block, into *body; after says what it belongs to, in the words of a mistake,
 * of which the first token is from.  force_colon: a missing colon is called so. */
bool parse_block(struct parser *p, struct stmt_seq *body, const char *after,
	const struct token *from, bool force_colon);

#endif
