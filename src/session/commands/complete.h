#ifndef COSUB_SESSION_COMMANDS_COMPLETE_H
#define COSUB_SESSION_COMMANDS_COMPLETE_H

/*
 * What the word before the cursor of a command line could become.  What fits
 * follows from the command table: the name of an argument (LINE, PLACE, FRAME,
 * NAME, FILE, ...) says what it is.
 */

#include "base/array.h"
#include "session/core/session.h"

struct completion {
	size_t from; /* where the word begins, in bytes */
	bool open;   /* it may go on behind what was completed: no blank follows */
	struct {
		ARRAY(char *);
	} words; /* each begins with the word; sorted, no two equal */
};

enum { COMPLETE_MOST = 1000 };

/* What could stand in the n bytes of line from the last word on; c is zeroed.
 * Not more than COMPLETE_MOST. */
void complete_line(struct session *s, const char *line, size_t n, struct completion *c);

/* The bytes that all words have in common. */
size_t complete_common(const struct completion *c);

void complete_fini(struct completion *c);

#endif
