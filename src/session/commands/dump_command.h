#ifndef COSUB_SESSION_COMMANDS_DUMP_COMMAND_H
#define COSUB_SESSION_COMMANDS_DUMP_COMMAND_H

/*
 * The command "dump": what is to be seen now, as a file.  On a screen that is
 * its picture, elsewhere the sentences of both sides.  Gives SESSION_SAID with the
 * file's name, or SESSION_REFUSED with why it could not be written.
 */

#include "session/commands/command.h"

enum session_status dump_command(
	struct session *s, const struct command *c, const struct arguments *a);

#endif
