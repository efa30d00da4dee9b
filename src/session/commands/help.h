#ifndef COSUB_SESSION_COMMANDS_HELP_H
#define COSUB_SESSION_COMMANDS_HELP_H

/*
 * The command "help": on a screen in columns, elsewhere a sentence for each
 * command.  Gives SESSION_PAGE, or SESSION_WRONG for a word that is no command.
 */

#include "session/commands/command.h"

enum session_status help_command(
	struct session *s, const struct command *c, const struct arguments *a);

#endif
