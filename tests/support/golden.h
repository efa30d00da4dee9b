#ifndef COSUB_TESTS_GOLDEN_H
#define COSUB_TESTS_GOLDEN_H

/* What was right once and was kept, to be right again. */

/* Compares a text with tests/screens/NAME.txt, and fails with the first rows
 * that differ (rows.h); with UPDATE_GOLDEN=1 in the environment, as "make golden"
 * sets it, writes that file instead. */
void golden_check(const char *name, const char *got);

/* What is kept of that name; the caller frees it.  Empty if there is nothing. */
char *golden_read(const char *name);

#endif
