#ifndef COSUB_TESTS_PROGRAM_H
#define COSUB_TESTS_PROGRAM_H

/* Runs a small program and checks what it writes. */

struct written {
	char *out, *err;
}; /* streams 1 and 2; mem_free */

/* Runs the text as the file "p.py". */
struct written program_run(const char *text);

/* The program writes exactly this to stream 1 and nothing to stream 2. */
void check_output(const char *text, const char *expected);

/* The program writes exactly this to stream 2. */
void check_errors(const char *text, const char *expected);

#endif
