#ifndef COSUB_LANG_CODE_FUNCTION_BUILDER_H
#define COSUB_LANG_CODE_FUNCTION_BUILDER_H

/*
 * A code object under construction: basic blocks of draft instructions.
 *
 * A run takes the steps that CPython 3.11 takes: before an instruction whose
 * line differs from that of the one before it, or that is reached by a jump
 * backwards.  So the compiler drafts one instruction for each of CPython's, in
 * its order and with its place, also where nothing is left to do (PSEUDO_MARK,
 * for the load of a local, say).  finish.h then brings the blocks into the shape
 * in which CPython has them, finds where lines begin and writes the code.
 *
 * Registers are symbolic until then: how many variables there are is known
 * only at the end.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/code/code.h"
#include "lang/scope/scope.h"

/* What a draft may be besides an opcode. */
enum pseudo {
	PSEUDO_MARK = OPCODE_COUNT, /* does nothing, but its line counts */
	PSEUDO_STORE,               /* the same: what was just put into local a is stored */
	PSEUDO_NOP,                 /* the same, and goes away where its line shows anyway */
	PSEUDO_GUARD,               /* from here on exceptions go to target */
	PSEUDO_UNGUARD,             /* the end of that */
	PSEUDO_START                /* the entry of the code */
};

/* Symbolic registers: the number within its group, plus the group. */
enum reg_group {
	REG_LOCAL = 0,
	REG_CELL = 0x4000,
	REG_FREE = 0x5000,
	REG_HIDDEN = 0x6000,
	REG_TEMP = 0x8000,
	REG_ANY = 0xffff /* asks for any register */
};

struct draft {
	uint16_t op, a;
	union {
		struct {
			uint16_t b, c;
		};
		uint32_t bc;
	};
	struct block *target; /* of a jump or a guard */
	struct guard *guard;  /* innermost around it, or NULL */
	struct span span;     /* line 0: none */
	struct span place;    /* YIELD, DELEGATE: of the re-entry point */
	uint8_t part;         /* tells re-entry points of one place apart */
};

struct block {
	ARRAY(struct draft);
	struct block *next; /* in the order of the code */
	uint32_t order;
	uint32_t preds;
	bool reached;
	uint64_t *bound;       /* variables bound at its start */
	uint32_t start, quiet; /* layout: where it begins, with and without its line */
	bool fires, split;
};

/* A guarded region's handler: the registers kept when it is entered. */
struct guard {
	struct block *target;
	struct guard *outer;
	uint16_t depth; /* symbolic temporary */
	bool keep_place;
};

/* A construct around the statement at hand that break, continue and return
 * must leave. */
enum fence_kind {
	FENCE_WHILE,
	FENCE_FOR,
	FENCE_TRY,
	FENCE_FINALLY,
	FENCE_FINALLY_END,
	FENCE_WITH,
	FENCE_ASYNC_WITH,
	FENCE_HANDLER,
	FENCE_STAR
};

struct fence {
	enum fence_kind kind;
	struct fence *outer;
	struct block *again, *exit; /* loops */
	const struct stmt *stmt;    /* FINALLY, WITH, ASYNC_WITH */
	const char *name;           /* HANDLER: of except … as name */
	struct span place;          /* ASYNC_WITH: of the re-entry points */
	uint16_t reg;               /* iterator, __exit__, or saved exception */
};

struct name_list {
	ARRAY(const char *);
	struct map index;
};

/* What all functions of a program share. */
struct compiler {
	struct program *program;
	struct scope_table scopes;
	struct diag *d;
	struct arena arena;  /* drafts live until the program stands */
	struct map compiled; /* node -> its code: a test may be compiled twice */
	struct {
		ARRAY(struct code *);
	} codes;
	struct {
		ARRAY(const char *);
	} globals;
	bool library;
};

struct builder {
	struct compiler *compiler;
	struct builder *outer;
	struct scope *scope;
	struct code *code;
	struct block *first, *at;
	struct {
		ARRAY(struct block *);
	} blocks;        /* all, for freeing */
	struct span loc; /* place of the next draft */
	struct guard *guard;
	struct fence *fence;
	uint16_t depth, max_depth;     /* temporaries in use */
	struct span deepest;           /* where most of them were */
	bool deep;                     /* too many: refused */
	bool handles;                  /* has an exception handler */
	struct name_list locals;       /* LOCAL in the order of first use, parameters first */
	struct name_list cells, frees; /* sorted */
	struct name_list names;
	struct {
		ARRAY(struct constant);
	} constants;
	struct {
		ARRAY(const struct code *);
	} codes;
};

/* Begins the code of a scope; outer is the builder of the code around it, NULL for
 * the module.  All four are borrowed, and the code must have its span. */
void builder_init(struct builder *u, struct compiler *c, struct builder *outer, struct scope *scope,
	struct code *code);

/* Frees what was drafted; the code stays. */
void builder_fini(struct builder *u);

/* Reports a mistake at the span, in CPython's words where it knows it too; only
 * the first of a program counts. */
void builder_error(struct builder *u, struct span span, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* u->loc, or otherwise if that has no line. */
struct span builder_place(const struct builder *u, struct span otherwise);

/* Refuses: "WHAT is outside the scenario language"; compiling goes on. */
void builder_outside(struct builder *u, struct span span, const char *what);

/* Blocks.  They are made in the order in which CPython makes its own, which
 * flow_shape must know. */

/* A new block, which is not placed yet; owned by the builder. */
struct block *builder_block(struct builder *u);

/* Places a block behind the one at hand: drafts go there from now on.  Once for
 * each block. */
void builder_use(struct builder *u, struct block *b);

/* Drafts, at u->loc and under u->guard.  A draft behind a jump or an exit begins a
 * new block.  What comes back may be filled up until the next draft. */

/* Drafts an opcode or an enum pseudo with three operands of 16 bits. */
struct draft *builder_emit(struct builder *u, unsigned op, unsigned a, unsigned b, unsigned c);

/* The same with one operand of 32 bits in the place of b and c. */
struct draft *builder_emit_wide(struct builder *u, unsigned op, unsigned a, uint32_t bc);

/* Drafts a jump to a block, which may be placed later. */
void builder_jump(struct builder *u, unsigned op, unsigned a, unsigned b, struct block *target);

/* Drafts PSEUDO_MARK: an instruction of CPython's that ours has no need of. */
void builder_mark(struct builder *u);

/* Drafts PSEUDO_STORE for local var, whose name stands at target, if the last draft
 * set it. */
void builder_stored(struct builder *u, uint16_t var, struct span target);

/* Drafts PSEUDO_NOP: CPython's NOP. */
void builder_nop(struct builder *u);

/* From here on drafts have no line, until u->loc is set again. */
void builder_unplaced(struct builder *u);

/* Exceptions from here on go to target, with the temporaries below depth kept; two
 * more hold what is handled.  keep_place: and one the place that raised. */
void builder_guard(struct builder *u, struct block *target, uint16_t depth, bool keep_place);

/* Ends the innermost guard. */
void builder_unguard(struct builder *u);

/* Temporaries: a stack. */

/* A new temporary on top.  Past CODE_MAX_REGS the first one, and u->deep is set,
 * for which finish.h refuses the function. */
uint16_t builder_push(struct builder *u);

/* Takes the n temporaries on top away. */
void builder_pop(struct builder *u, unsigned n);

/* Whether a register, which may be REG_ANY, is a temporary. */
static inline bool builder_is_temp(uint16_t reg)
{
	return reg >= REG_TEMP;
}

/* Indices; made where they are new.  Names are interned and mangled.  What does
 * not fit into 16 bits is reported as a mistake of the program's. */

/* The index of a name, for the operand n of opcode.h. */
uint16_t builder_name(struct builder *u, const char *name);

/* The index of a constant, whose texts and items must live as long as the program.
 * Equal ones mostly share one. */
uint32_t builder_constant(struct builder *u, struct constant k);

/* The index of a global of the whole program. */
uint32_t builder_global(struct builder *u, const char *name);

/* The index of a code in the one that is being made. */
uint16_t builder_code(struct builder *u, const struct code *code);

/* The register of a local variable. */
uint16_t builder_local(struct builder *u, const char *name);

/* The register of a variable that is a cell here, its own or one from outside; a
 * parameter that is a cell has its local register. */
uint16_t builder_cell(struct builder *u, const char *name);

/* Lists of interned names: */

/* Whether a list has the name; its number goes to *at. */
bool name_list_find(const struct name_list *l, const char *name, uint32_t *at);

/* The number of the name, which is added if it is new. */
uint32_t name_list_add(struct name_list *l, const char *name);

/* Properties of a draft's op; pseudo ones have none. */
bool draft_is_conditional(const struct draft *d); /* jumps or goes on */
bool draft_is_jump(const struct draft *d);        /* any jump */
bool draft_is_exit(const struct draft *d);        /* leaves the code */
bool draft_ends(const struct draft *d);           /* nothing follows it in its block */

#endif
