#ifndef COSUB_LANG_CODE_SERIALIZED_H
#define COSUB_LANG_CODE_SERIALIZED_H

/*
 * A compiled program as constant tables.  The build compiles the files of the
 * library and writes them down in this form (tools/embed.c), so that a run
 * that needs one neither parses nor compiles.  The tables hold no addresses:
 * they are shared by all processes and nothing has to be relocated when the
 * binary starts.  What a code has of each kind stands together, one code after
 * the other in the order of their numbers.
 */

#include "lang/code/code.h"

/* Where a text is that there is not. */
#define IMAGE_NO_TEXT UINT32_MAX

struct serialized_code {
	uint32_t name, qualname, doc; /* texts */
	uint32_t outer;               /* a code's number; its own: there is none */
	struct code plain;            /* what is no address */
};

struct serialized_var {
	uint32_t name;
	uint8_t kind;
	bool is_cell;
};

struct serialized_constant {
	uint8_t kind;
	uint32_t at,
		n; /* STR: a text and its bytes; TUPLE, FROZENSET: its items, which are constants */
	uint64_t bits; /* INT, FLOAT */
};

struct serialized_program {
	const char *texts; /* each ends with a NUL and is named by its offset; equal ones are one */
	const struct serialized_code *codes;
	const struct serialized_var *vars;
	const struct serialized_constant
		*constants;      /* those of the codes, then those that are items */
	const uint32_t *names;   /* texts */
	const uint32_t *nested;  /* codes */
	const uint32_t *globals; /* texts */
	const uint16_t *free_from;
	const struct instr *instrs;
	const struct handler_range *handlers;
	const struct reentry *reentries;
	uint32_t ncodes, nvars, nconstants, nnames, nnested, nglobals;
};

/* The program as program_compile would give it for src, but without its tree,
 * the index of its globals and the spans of its instructions.  The tables and
 * src must live as long; the caller frees it with program_free. */
struct program *serialized_load(const struct serialized_program *im, const struct source *src);

#endif
