#ifndef COSUB_OPTIONS_H
#define COSUB_OPTIONS_H

/*
 * The command line: what to do, with which file, and how.
 */

#include "base/sbuf.h"
#include "lang/text/scenario.h"
#include "session/user/settings.h"
#include "vm/value/vm.h"

#include <stdbool.h>
#include <stdint.h>

enum mode {
	MODE_STEP,
	MODE_RUN,
	MODE_TRACE,
	MODE_CHECK,
	MODE_COST,
	MODE_LIST,
	MODE_NEW,
	MODE_COPY,
	MODE_DUMP,
	MODE_HELP,
	MODE_VERSION,
	MODE_MANUAL,
	MODE_COUNT
};

struct options {
	enum mode mode;
	const char *file; /* a path or a lesson's name; NULL if the mode needs none */
	char **files;     /* all that were named (in argv); one but for check and copy */
	int nfiles;
	bool choose; /* no arguments: the list of lessons to choose from, if there is a screen */
	bool has_side;
	enum side side;
	const char *trace;  /* run: file for the steps, or NULL */
	const char *format; /* trace, check: "text" or the name of an export format */
	/* check: everything, or one line each; neither: as fits the number of files */
	bool lengthy, brief;
	bool machine; /* cost: of this machine, and of no file */
	bool library; /* steps of library code too */
	struct limits limits;
	bool ascii;
	bool plain;         /* step: a dialogue in plain sentences */
	const char *start;  /* step: a file of commands to begin with, or NULL */
	const char *script; /* step: a file of commands ("-": standard input), or NULL */
	int rows, cols;     /* dump: the size of the picture */
	const char *keys;   /* dump: pressed before it is drawn; "" for none */
	bool svg;           /* dump: as a picture, */
	bool light;         /* on a light background */
	bool has_step;
	uint64_t step; /* dump: gone to before the keys */
};

/* Reads the arguments.  False with one line that says what is wrong (without
 * the program's name, printable, no newline). */
bool options_read(struct options *o, int argc, char **argv, struct sbuf *why);

/* Lets what was asked for this one time hold: limits, signs. */
void options_settings(const struct options *o, struct settings *settings);

/* Appends the help: usage, modes, options. */
void options_help(struct sbuf *out);

#endif
