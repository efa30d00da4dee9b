#ifndef COSUB_LANG_CODE_CODE_H
#define COSUB_LANG_CODE_CODE_H

/*
 * What the compiler makes of a program: code objects, one for each function,
 * lambda, comprehension, class body and for the module.  Plain data that knows
 * nothing of values or machines; the machine turns constants into values of
 * its own.  A struct program owns everything that it points to, together with
 * the syntax tree, which is kept.
 */

#include "base/array.h"
#include "base/map.h"
#include "base/span.h"
#include "lang/code/opcode.h"
#include "lang/text/source.h"
#include "lang/tree/ast.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

/* One instruction: 8 bytes. */
struct instr {
	uint16_t op, a;
	union {
		struct {
			uint16_t b, c;
		};
		uint32_t bc;  /* shapes g k L */
		int32_t jump; /* shape J */
	};
};
static_assert(sizeof(struct instr) == 8, "an instruction is one word");

enum constant_kind {
	CONSTANT_NONE,
	CONSTANT_TRUE,
	CONSTANT_FALSE,
	CONSTANT_ELLIPSIS,
	CONSTANT_INT,
	CONSTANT_FLOAT,
	CONSTANT_STR,
	CONSTANT_TUPLE,
	/* of the items in their order, and then anew in its own, as CPython makes it */
	CONSTANT_FROZENSET
};

struct constant {
	enum constant_kind kind;
	int64_t i;
	double f;
	struct str_text s;
	struct constant *items; /* TUPLE */
	uint32_t nitems;
};

/* Why a frame is suspended. */
enum suspend_kind {
	SUSPEND_NONE,
	SUSPEND_YIELD,
	SUSPEND_YIELD_FROM,
	SUSPEND_AWAIT,
	SUSPEND_KIND_COUNT
};

struct code;

/* Where the name stands that instruction instr of c stores its result in; NULL: it
 * stores none. */
const struct span *code_store_span(const struct code *c, uint32_t instr);

/* "yield", "yield from", "await". */
const char *suspend_kind_name(enum suspend_kind k);

/* A re-entry point: a place where a frame can be suspended and goes on later.
 * They are numbered from 1 per function in the order of the source. */
struct reentry {
	uint32_t instr; /* index of the YIELD or DELEGATE */
	uint32_t number;
	enum suspend_kind kind;
	struct span span;
};

/* Instructions start <= i < end are guarded: when one raises, the registers
 * from depth on are dropped, then, if keep_place, register depth is set to the
 * place that raised (an int that only RERAISE understands) and depth + 1 to the
 * exception, else depth to the exception; then it goes on at target.
 * The entries stand innermost first: the first one that covers i is taken. */
struct handler_range {
	uint32_t start, end, target;
	uint16_t depth;
	bool keep_place;
};

enum var_kind { VAR_PARAM, VAR_LOCAL, VAR_CELL, VAR_FREE, VAR_HIDDEN };

struct var {
	const char *name; /* interned; hidden ones begin with '.' */
	enum var_kind kind;
	/* the register holds a cell (VAR_CELL, VAR_FREE, and parameters that inner functions
	 * use) */
	bool is_cell;
};

enum code_flag {
	CODE_GENERATOR = 1,
	CODE_COROUTINE = 2,
	CODE_ASYNC_GENERATOR = 4,
	CODE_VARARGS = 8,
	CODE_VARKW = 16,
	CODE_MODULE = 32,
	CODE_CLASS_BODY = 64,
	CODE_COMPREHENSION = 128,
	CODE_LAMBDA = 256,
	CODE_LIBRARY = 512 /* takes no steps */
};

/* Instruction instr puts its result into a variable whose name stands at span: a store
 * of its own in CPython, and the place where what the variable held is dropped. */
struct store {
	uint32_t instr;
	struct span span;
};

struct code {
	const char *name, *qualname; /* interned */
	struct program *program;
	const struct code *outer; /* NULL for the module */
	uint32_t number;          /* index in program->codes */
	unsigned flags;           /* enum code_flag */
	uint32_t first_line;      /* of the def, or of its first decorator; 0 for the module */
	struct span span;         /* of the whole definition */
	const char *doc;          /* docstring or NULL */

	/* Parameters come first among the variables: positional-only, positional,
	 * keyword-only, then *args, then **kwargs. */
	uint16_t npos_only, npos /* with the positional-only ones */, nkw_only;
	/* Variables, in the order of CPython's: parameters and locals, cells,
	 * free variables, then hidden ones (such as .handled). */
	struct var *vars;
	uint16_t nvars;
	uint16_t nregs;             /* variables and temporaries */
	uint16_t nfree, first_free; /* registers first_free … hold the closure's cells */
	const uint16_t
		*free_from; /* for each: the register of the enclosing frame that holds the cell */
	/* the hidden variable with the exception being handled; -1: no handler in this code */
	int32_t handled_reg;
	int32_t class_cell_reg; /* the variable with the cell __class__ (for super()); -1: none */

	const struct instr *instrs;
	/* of each instruction, for tracebacks; line 0: none; NULL in a program of serialized.h */
	const struct span *spans;
	uint32_t ninstrs;
	const struct store *stores; /* by rising instr */
	uint32_t nstores;
	struct constant *constants;
	uint32_t nconstants;
	const char **names; /* interned */
	uint32_t nnames;
	const struct code **codes; /* nested */
	uint32_t ncodes;
	const struct handler_range *handlers;
	uint32_t nhandlers;
	const struct reentry *reentries; /* in the order of number */
	uint32_t nreentries;
};

/* What the compiler finds strange at a line: "SyntaxWarning: …". */
struct warning {
	uint32_t line;
	const char *text;
};

struct program {
	const struct source *source; /* not owned */
	struct ast ast;              /* owned, with all names */
	struct arena arena;
	struct code *main;   /* the module's */
	struct code **codes; /* all, main first, in the order of the source */
	uint32_t ncodes;
	const char **globals; /* names of the module's globals that the code uses, by index */
	uint32_t nglobals;
	struct map global_index;
	struct {
		ARRAY(struct warning);
	} warnings;        /* in the order of the compiler */
	struct map warned; /* line -> index of its first */
};

/* Larger functions are refused. */
enum { CODE_MAX_REGS = 16000 };

/* Parses and compiles the lines of src for which keep is true (all when NULL).
 * NULL with the first mistake in d: of syntax; of names (in CPython 3.11's
 * words: "'return' outside function", "name 'x' is parameter and global"); or
 * "X is outside the scenario language".  library: compile as library code
 * (CODE_LIBRARY; may use names that begin with "__cosub_").  The caller frees
 * the program with program_free; src must live as long. */
struct program *program_compile(
	const struct source *src, const bool *keep, bool library, struct diag *d);

void program_free(struct program *p);

/* The first warning of the line, or NULL. */
const char *program_warning_at(const struct program *p, uint32_t line);

/* The innermost code whose definition holds the line, main if none. */
const struct code *program_code_at(const struct program *p, uint32_t line);

/* A listing of the code and all nested ones, for tests and --help=code. */
void code_list(const struct code *c, struct sbuf *out);

/* Name and shape of an opcode. */
const char *opcode_name(enum opcode op);
const char *opcode_shape(enum opcode op);

/* What the form of its row says: bits of enum opcode_trait. */
extern const uint8_t opcode_trait_table[OPCODE_COUNT];
static inline unsigned opcode_traits(unsigned op)
{
	return opcode_trait_table[op];
}

/* The instruction of a form for an operator (enum bin_op or enum cmp_op); OP_EXT
 * if there is none. */
enum opcode opcode_of(enum opcode_form form, unsigned op);

#endif
