#ifndef COSUB_SESSION_USER_USER_FILES_H
#define COSUB_SESSION_USER_USER_FILES_H

/*
 * The files in which cosub keeps what belongs to a person: where they are, and
 * how they are written so that no reader ever sees half of one.
 */

#include "base/sbuf.h"

#include <stdbool.h>

enum user_file_kind {
	USER_FILES_STATE, /* $XDG_STATE_HOME/cosub, or ~/.local/state/cosub */
	USER_FILES_CONFIG /* $XDG_CONFIG_HOME/cosub, or ~/.config/cosub */
};

/* Appends the path of the file called name, or the folder's if name is NULL.
 * False, with errno, if the environment names no place (a path that is not
 * absolute counts as none). */
bool user_files_path(enum user_file_kind kind, const char *name, struct sbuf *path);

/* Takes hold of the folder of the state, made if it was missing, so that of
 * several programs one at a time reads and writes there; -1 if that cannot be.
 * Closing the descriptor lets go. */
int user_files_lock(void);

/* Puts n bytes as the file called name in place of the old one, readable for
 * its owner only; missing folders are made so too.  False, with errno, if it
 * cannot be: then the old file is as it was. */
bool user_files_replace(enum user_file_kind kind, const char *name, const char *text, size_t n);

/* Writes all n bytes to a descriptor, however many calls that takes; false with errno. */
bool user_files_write(int fd, const char *text, size_t n);

#endif
