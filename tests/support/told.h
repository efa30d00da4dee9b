#ifndef COSUB_TESTS_TOLD_H
#define COSUB_TESTS_TOLD_H

/* What is told of a program: the sentences of its run, what is claimed of it,
 * what a command replies. */

/* Every sentence of the run of the text as "test.py", a line each, with the
 * number of the step before it; mem_free. */
char *told_story(const char *text);
/* The story of the text has this line, as a whole; or none that holds `part`. */
void told_line(const char *text, const char *line);
void told_never(const char *text, const char *part);

/* What is claimed of it, all of it; mem_free. */
char *told_claims(const char *text);
/* Every claim that applies to the text holds. */
void told_no_claim_fails(const char *text);

/* What the command replies at a step of the text; mem_free. */
char *told_reply(const char *text, unsigned step, const char *command);
/* It holds this part. */
void told_replies(const char *text, unsigned step, const char *command, const char *part);

/* The row of the screen of 80 columns at a step of the text that begins so;
 * mem_free. */
char *told_row(const char *text, unsigned step, const char *begins);

#endif
