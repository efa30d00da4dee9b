#ifndef COSUB_SESSION_COMMANDS_CONFIG_H
#define COSUB_SESSION_COMMANDS_CONFIG_H

/*
 * The commands by which a person adapts cosub to themselves (set, bind, unbind),
 * and the file in which they keep them.  As commands they are rows of the command
 * table (command.c): SESSION_SAID or SESSION_PAGE with what is set now,
 * SESSION_REFUSED or SESSION_WRONG with why it cannot be.
 */

#include "session/commands/command.h"
#include "session/user/settings.h"

enum session_status config_set(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status config_bind(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status config_unbind(
	struct session *s, const struct command *c, const struct arguments *a);

/* Lets the settings hold for a session from now on; they outlive it. */
void config_session(struct session *s, struct settings *settings);

/* The limits that are set. */
struct limits config_limits(const struct settings *settings);

/* Does the lines of $XDG_CONFIG_HOME/cosub/config, a script of set, bind and
 * unbind; keys may be bound to the session's commands and to more.  What is
 * wrong is appended to why, a line "FILE:LINE: message" each, and left out; a
 * file that is not there is no error. */
void config_read(struct settings *settings, const struct command_table *more, struct sbuf *why);

#endif
