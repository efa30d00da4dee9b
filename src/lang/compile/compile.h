#ifndef COSUB_LANG_COMPILE_COMPILE_H
#define COSUB_LANG_COMPILE_COMPILE_H

/*
 * The parts of the compiler, for each other; program_compile in code.h is what
 * others call.  Each part drafts its constructs into the builder at hand in
 * CPython 3.11's order (Python/compile.c has it; what tests/ keep was seen of
 * python3).  None can fail: a mistake is reported (builder_error), the first one
 * of a program counts, and what was drafted is thrown away in the end.
 *
 * An expression's value ends up in a register: a variable's own when it is
 * just read, else a temporary on top of the stack of temporaries.  A function
 * with a dst puts it there, or chooses with REG_ANY, and gives the register; who
 * asked takes a temporary away again (builder_pop, or by setting u->depth).
 *
 * Nodes of the tree are borrowed; a function that takes a statement or an
 * expression wants the kind that its name says.
 */

#include "lang/code/function_builder.h"

/* compile_expr.c */

/* Compiles e, at its own place, into dst, or with REG_ANY into a variable's
 * register or a new temporary (on top, if it is one); gives the register. */
uint16_t compile_to(struct builder *u, const struct expr *e, uint16_t dst);

/* The same with REG_ANY. */
uint16_t compile_expr(struct builder *u, const struct expr *e);

/* Compiles e into a new temporary on top, which it gives. */
uint16_t compile_push(struct builder *u, const struct expr *e);

/* As compile_expr, for an operand that is used only after later (or NULL) has
 * run: a variable that later rebinds is copied first. */
uint16_t compile_operand(struct builder *u, const struct expr *e, const struct expr *later);

/* Loads a constant into dst or a new temporary; gives the register. */
uint16_t compile_constant(struct builder *u, struct constant k, uint16_t dst);

/* dst, or a new temporary for REG_ANY. */
uint16_t compile_result(struct builder *u, uint16_t dst);

/* Moves the temporary on top to dst and takes it away, unless dst is REG_ANY or
 * the temporary; gives the register that has it. */
uint16_t compile_settle(struct builder *u, uint16_t temp, uint16_t dst);

/* The line of the last instruction of e, if that one writes its result where
 * it is told to; else 0. */
uint32_t compile_last_line(const struct builder *u, const struct expr *e);

/* Moves the place at hand to the name of the attribute, if that is on another
 * line than the beginning. */
void compile_at_attribute(struct builder *u, const struct expr *attribute);

/* compile_fold.c */

/* Whether e is a constant where CPython 3.11 folds too: numbers, strings, tuples of
 * these; *k has it then, with texts and items in the program's arena. */
bool compile_fold_expr(struct builder *u, const struct expr *e, struct constant *k);

/* Whether a constant counts as true. */
bool compile_fold_truth(const struct constant *k);

/* Whether e is "not x in y", "not x is y" or the like: then *copy is the comparison
 * with the operator reversed, which is in *op and must live as long. */
bool compile_fold_not(const struct expr *e, struct expr *copy, enum cmp_op *op);

/* compile_name.c: names are interned, and not mangled yet. */

/* Reads a variable; refuses a builtin that is left out. */
uint16_t compile_load_name(struct builder *u, const char *name, uint16_t dst);

/* Stores what is in reg, which is taken away if it is a temporary (the caller pops
 * it). */
void compile_store_name(struct builder *u, const char *name, uint16_t reg);

/* del NAME */
void compile_delete_name(struct builder *u, const char *name);

/* name = None; del name: at the end of except … as name. */
void compile_forget_name(struct builder *u, const char *name);

/* The register if the name is a plain local here, else REG_ANY. */
uint16_t compile_local(struct builder *u, const char *name);

/* The name as the class around it mangles it (interned); itself if it does not. */
const char *compile_mangle(struct builder *u, const char *name);

/* compile_store.c */

/* Stores the value in reg (taken away if temporary; the caller pops it). */
void compile_store(struct builder *u, const struct expr *target, uint16_t reg);

/* Deletes a target, or each of several. */
void compile_delete(struct builder *u, const struct expr *target);

/* TARGET = ... = VALUE */
void compile_assign(struct builder *u, const struct stmt *s);

/* TARGET += VALUE and the like */
void compile_aug_assign(struct builder *u, const struct stmt *s);

/* TARGET: ANNOTATION [= VALUE] */
void compile_ann_assign(struct builder *u, const struct stmt *s);

/* compile_call.c */

/* A call; of a method without an object for the bound method between. */
uint16_t compile_call(struct builder *u, const struct expr *e, uint16_t dst);

/* Calls what is in the nbefore temporaries from first on (a callable and first
 * arguments, on top of the stack) with more arguments, and takes them away. */
uint16_t compile_call_rest(struct builder *u, uint16_t first, unsigned nbefore,
	struct expr_seq args, const struct keyword *keywords, uint32_t nkeywords, uint16_t dst);

/* compile_display.c */

/* A list, set or tuple (kind: EXPR_LIST, EXPR_SET, EXPR_TUPLE) of what is in the
 * npushed temporaries on top, which it takes, and then of elts. */
uint16_t compile_sequence(struct builder *u, enum expr_kind kind, struct expr_seq elts,
	unsigned npushed, uint16_t dst);

/* An iterable that only a loop or "in" sees: a list is made as a tuple, a set of
 * constants is one.  As compile_expr. */
uint16_t compile_iterable(struct builder *u, const struct expr *e);

/* { KEY: VALUE, **MAPPING ... } */
uint16_t compile_dict(struct builder *u, const struct expr *e, uint16_t dst);

/* An f-string, or the spec of a field. */
uint16_t compile_joined(struct builder *u, const struct expr *e, uint16_t dst);

/* A field of an f-string, as text. */
uint16_t compile_formatted(struct builder *u, const struct expr *e, uint16_t dst);

/* compile_percent.c */

/* Compiles "…" % (…) as an f-string, if it is simple enough; then the result's
 * register goes to *dst, which says where it is wanted.  Else false, and nothing is
 * drafted (Python/ast_opt.c, optimize_format). */
bool compile_percent(struct builder *u, const struct expr *e, uint16_t *dst);

/* CPython builds displays of more elements one by one. */
enum { COMPILE_STACK_GUIDELINE = 30 };

/* compile_jump.c */

/* Jumps to target if e's truth is cond, else goes on; leaves no temporary. */
void compile_jump(struct builder *u, const struct expr *e, struct block *target, bool cond);

/* A comparison or a chain of them. */
uint16_t compile_compare(struct builder *u, const struct expr *e, uint16_t dst);

/* "and", "or" */
uint16_t compile_boolop(struct builder *u, const struct expr *e, uint16_t dst);

/* BODY if TEST else ORELSE */
uint16_t compile_ifexp(struct builder *u, const struct expr *e, uint16_t dst);

/* warn.c: what is strange about an expression or statement that is being
 * compiled, to the program's warnings, as CPython 3.11 words its SyntaxWarnings. */

/* "is" with a literal. */
void warn_compare(struct builder *u, const struct expr *e);

/* assert (CONDITION, MESSAGE), which is always true. */
void warn_assert(struct builder *u, const struct stmt *s);

/* A call of what is sure to be no function: a comma was forgotten. */
void warn_call(struct builder *u, const struct expr *e);

/* A subscript of what is sure to have none, or with what is sure to be no index. */
void warn_subscript(struct builder *u, const struct expr *e);

/* compile_stmt.c */

/* All statements of a body. */
void compile_body(struct builder *u, struct stmt_seq body);

/* Any statement; leaves no temporary. */
void compile_stmt(struct builder *u, const struct stmt *s);

/* compile_flow.c */

/* if TEST: … [else: …]; an elif is an if in the else */
void compile_if(struct builder *u, const struct stmt *s);

/* while TEST: … [else: …]; the test stands twice, as CPython 3.11 has it */
void compile_while(struct builder *u, const struct stmt *s);

/* for TARGET in ITERABLE: … [else: …], async or not */
void compile_for(struct builder *u, const struct stmt *s);

/* The same, where it is async. */
void compile_async_for(struct builder *u, const struct stmt *s);

/* Leaves what is inside the innermost loop, and it; a mistake where there is none. */
void compile_break(struct builder *u, const struct stmt *s);

/* The same, and goes on with its next round. */
void compile_continue(struct builder *u, const struct stmt *s);

/* return [VALUE]: leaves all constructs; a mistake outside functions. */
void compile_return(struct builder *u, const struct stmt *s);

/* A register for the next item of an iterator: the target's own if it is a
 * local on the line at hand, else a new temporary. */
uint16_t compile_item_register(struct builder *u, const struct expr *target);

/* Stores the item to the target, if it is not there yet. */
void compile_item_store(struct builder *u, const struct expr *target, uint16_t item);

/* Opens a construct that jumps out of it must leave; f, of which the caller fills
 * the rest, must stay where it is until it is left. */
void compile_enter(struct builder *u, struct fence *f, enum fence_kind kind);

/* Closes it; the innermost one first. */
void compile_leave(struct builder *u, struct fence *f);

/* compile_try.c, compile_star.c, compile_with.c */

/* try with except, else and finally; except* goes to compile_try_star */
void compile_try(struct builder *u, const struct stmt *s);

/* The part of a try that has except* (PEP 654). */
void compile_try_star(struct builder *u, const struct stmt *s);

/* with ITEM, …: each item is inside the one before it; async or not */
void compile_with(struct builder *u, const struct stmt *s);

/* Calls the __exit__ of the fence's with statement with three None (and awaits
 * the result), and drops what it gives. */
void compile_call_exit(struct builder *u, const struct fence *f);

/* At the block that is entered when handling an exception is cut short by
 * another: the handling that was saved goes on, and the exception is raised
 * again.  It and its place are in temporaries behind saved. */
void compile_cut_short(struct builder *u, struct block *cleanup, uint16_t saved);

/* compile_class.c */

/* class NAME(…): …, with its decorators */
void compile_class(struct builder *u, const struct stmt *s);

/* The code of a whole program, whose scopes are resolved; owned by the program's
 * arena. */
struct code *compile_module(struct compiler *c, struct ast *ast);

/* Refuses a special method, of the class that is being compiled, that is decorated
 * to be no function. */
void compile_check_method(struct builder *u, const struct stmt *s);

/* compile_def.c, compile_comp.c */

/* def NAME(…): …, with its decorators, async or not */
void compile_function(struct builder *u, const struct stmt *s);

/* lambda …: VALUE */
uint16_t compile_lambda(struct builder *u, const struct expr *e, uint16_t dst);

/* A comprehension or a generator expression: a function that is called at once. */
uint16_t compile_comprehension(struct builder *u, const struct expr *e, uint16_t dst);

/* Flags of the code of a scope, enum code_flag; library: of a program of ours. */
unsigned compile_flags(const struct scope *s, bool library);

/* At the beginning of a code: makes the cells of its variables. */
void compile_make_cells(struct builder *u);

/* Behind that: its entry, which has the line of the definition. */
void compile_begin(struct builder *u, uint32_t first_line);

/* Evaluates decorators from the top, into temporaries; gives the line with which
 * the definition at span begins. */
uint32_t compile_decorators(struct builder *u, struct expr_seq decorators, struct span span);

/* Calls them from the bottom with what is in reg, on top of them, and stores what
 * comes out under the name. */
void compile_decorated(
	struct builder *u, struct expr_seq decorators, const char *name, uint16_t reg);

/* The docstring of a body, or NULL. */
const struct expr *compile_docstring(struct stmt_seq body);

/* The body without its docstring, which becomes the code's. */
struct stmt_seq compile_without_docstring(struct builder *u, struct stmt_seq body);

/* A function of the code without defaults and annotations, into a new
 * temporary. */
uint16_t compile_closure(struct builder *u, const struct code *code);

/* Begins in u the code of the scope that node opens.  If it was compiled
 * before (a finally body and a test of a loop are compiled more than once),
 * gives that code, else NULL. */
const struct code *compile_open(struct builder *u, struct builder *outer, const void *node,
	const char *name, struct span span, uint32_t first_line);

/* Ends it: adds "return None" where the end can be reached, brings the code
 * into its last form, gives it and frees what is in u. */
const struct code *compile_close(struct builder *u);

/* Awaits what is in the temporary on top, kind 0 to 2 as in GET_AWAITABLE;
 * the result goes to dst or a temporary in its place. */
uint16_t compile_await_top(
	struct builder *u, unsigned kind, struct span place, uint8_t part, uint16_t dst);

#endif
