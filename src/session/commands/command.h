#ifndef COSUB_SESSION_COMMANDS_COMMAND_H
#define COSUB_SESSION_COMMANDS_COMMAND_H

/*
 * The commands: one table, from which the prompt, the keys, the help and the
 * manual follow.  A command line is a name, shortened as long as it stays
 * unique, and arguments separated by blanks.
 */

#include "session/core/session.h"

#include <stddef.h>

/* What follows the name, cut into words; the pointers live during the call. */
enum { COMMAND_MAX_WORDS = 8 };
struct arguments {
	size_t n;
	const char *word[COMMAND_MAX_WORDS];
	const char *rest; /* everything behind the name, without outer blanks */
};

/* What a command is for, and the heading over those in the help. */
#define COMMAND_GROUPS(X) \
	X(MOVE, "TO MOVE") \
	X(LOOK, "TO LOOK") \
	X(STOP, "TO STOP SOMEWHERE") \
	X(SET, "TO SET THINGS, AND THE REST")

#define X(name, heading) COMMAND_##name,
enum command_group { COMMAND_GROUPS(X) COMMAND_GROUP_COUNT };
#undef X

struct command {
	const char *name;
	const char *args; /* as in the help: "[N]", "STEP"; "" for none */
	const char *keys; /* names of keys, separated by blanks; "" for none */
	const char *help; /* one line: what it does */
	enum session_status (*run)(
		struct session *s, const struct command *c, const struct arguments *a);
	enum command_group group;
};

struct command_table {
	const struct command *at;
	size_t n;
};

/* The commands of every session. */
extern const struct command_table session_commands;

/* Command i of the session, its extra ones last; NULL past the end. */
const struct command *command_at(const struct session *s, size_t i);

/* The command whose name is, or as the only one begins with, the n bytes at
 * word (of next and next-side, "n" is next), or that the word usually stands for
 * ("b" is break, "p" is print), or that has the word as its key; NULL if there is none or more
 * than one, with the reason as the session's message. */
const struct command *command_find(struct session *s, const char *word, size_t n);

/* Short word i, and the name of the command that it stands for; false past the
 * last. */
bool command_short(size_t i, const char **word, const char **name);

/* As command_find, but a command that is elsewhere is found as well; false with
 * the reason as the session's message. */
bool command_is_known(struct session *s, const char *word, size_t n);

/* The command that a key usually stands for, or NULL.  One whose arguments do not
 * begin with '[' needs some: whoever reads keys asks for them. */
const struct command *command_of_key(const struct session *s, const char *key);

/* Whether c cannot be done without arguments. */
bool command_needs_arguments(const struct command *c);

/* For the functions of commands: sets the message, gives the status back. */
enum session_status session_say(struct session *s, enum session_status status, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Argument i as a number from low to high, absent if it is not there.  False
 * with the message "NAME expects a WHAT from LOW to HIGH, not 'x'". */
bool command_number(struct session *s, const struct command *c, const struct arguments *a, size_t i,
	const char *what, uint64_t low, uint64_t high, uint64_t absent, uint64_t *number);

#endif
