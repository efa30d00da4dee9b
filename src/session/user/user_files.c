#include "session/user/user_files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *variable, *folder;
} places[] = {
	[USER_FILES_STATE] = { "XDG_STATE_HOME", ".local/state" },
	[USER_FILES_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
};

bool user_files_path(enum user_file_kind kind, const char *name, struct sbuf *path)
{
	const char *place = getenv(places[kind].variable), *home = getenv("HOME");
	if (place != NULL && *place == '/')
		sbuf_printf(path, "%s/cosub", place);
	else if (home != NULL && *home == '/')
		sbuf_printf(path, "%s/%s/cosub", home, places[kind].folder);
	else {
		errno = ENOENT;
		return false;
	}
	if (name != NULL)
		sbuf_printf(path, "/%s", name);
	return true;
}

/* Makes the folders of a path that are missing, for its owner only. */
static bool make_folders(char *path)
{
	for (char *at = path + 1;; at++) {
		if (*at != '/' && *at != '\0')
			continue;
		char end = *at;
		*at = '\0';
		bool there = mkdir(path, 0700) == 0 || errno == EEXIST;
		*at = end;
		if (!there || end == '\0')
			return there;
	}
}

int user_files_lock(void)
{
	struct sbuf folder = { 0 };
	bool there = user_files_path(USER_FILES_STATE, NULL, &folder) && make_folders(folder.text);
	int fd = there ? open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	sbuf_fini(&folder);
	if (fd >= 0 && flock(fd, LOCK_EX) != 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

bool user_files_write(int fd, const char *text, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, text, n);
		if (done < 0 && errno != EINTR)
			return false;
		text += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

/* Writes a file beside the old one and puts it in its place.  Signals wait meanwhile: a
 * terminal that goes away leaves no half of it. */
static bool replace(const char *path, const char *text, size_t n)
{
	struct sbuf new = { 0 };
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	sbuf_printf(&new, "%s.XXXXXX", path);
	int fd = mkostemp(new.text, O_CLOEXEC); /* mode 0600 */
	bool done = fd >= 0 && user_files_write(fd, text, n) && fsync(fd) == 0;
	done = fd >= 0 && close(fd) == 0 && done && rename(new.text, path) == 0;
	int error = errno;
	if (fd >= 0 && !done)
		unlink(new.text);
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = error;
	sbuf_fini(&new);
	return done;
}

bool user_files_replace(enum user_file_kind kind, const char *name, const char *text, size_t n)
{
	struct sbuf path = { 0 };
	bool done = user_files_path(kind, NULL, &path) && make_folders(path.text);
	sbuf_printf(&path, "/%s", name);
	done = done && replace(path.text, text, n);
	sbuf_fini(&path);
	return done;
}
