#include "session/progress.h"

#include "base/sbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_NAMES = 10000 };

/* The folder; false if the environment names none. */
static bool folder(struct sbuf *path)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	if (state != NULL && *state == '/')
		sbuf_printf(path, "%s/cosub", state);
	else if (home != NULL && *home == '/')
		sbuf_printf(path, "%s/.local/state/cosub", home);
	errno = path->len > 0 ? errno : ENOENT;
	return path->len > 0;
}

void progress_read(struct progress *p)
{
	struct sbuf path = {0};
	char *line = NULL;
	size_t cap = 0;
	if (folder(&path))
		sbuf_str(&path, "/progress");
	FILE *f = path.len > 0 ? fopen(path.text, "re") : NULL;
	for (ssize_t n; f != NULL && p->len < MAX_NAMES && (n = getline(&line, &cap, f)) > 0; ) {
		line[strcspn(line, "\n")] = '\0';
		if (*line != '\0' && !progress_has(p, line))
			array_push(p, mem_strdup(line));
	}
	free(line);
	if (f != NULL)
		fclose(f);
	sbuf_fini(&path);
}

bool progress_has(const struct progress *p, const char *name)
{
	for (size_t i = 0; i < p->len; i++) {
		if (strcmp(p->at[i], name) == 0)
			return true;
	}
	return false;
}

/* Makes the folders of a path that are missing, for its owner only. */
static bool make_folders(char *path)
{
	for (char *at = path + 1; ; at++) {
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

static bool write_names(const struct progress *p, int fd)
{
	FILE *f = fdopen(fd, "w");
	if (f == NULL) {
		close(fd);
		return false;
	}
	for (size_t i = 0; i < p->len; i++)
		fprintf(f, "%s\n", p->at[i]);
	bool written = fflush(f) == 0 && !ferror(f) && fsync(fd) == 0;
	return fclose(f) == 0 && written;
}

/* Writes a file beside the old one and puts it in its place. */
static bool replace_file(const struct progress *p, const char *in)
{
	struct sbuf new = {0}, old = {0};
	sbuf_printf(&new, "%s/progress.XXXXXX", in);
	sbuf_printf(&old, "%s/progress", in);
	int fd = mkostemp(new.text, O_CLOEXEC);         /* mode 0600 */
	bool done = fd >= 0 && write_names(p, fd) && rename(new.text, old.text) == 0;
	if (fd >= 0 && !done)
		unlink(new.text);
	sbuf_fini(&new);
	sbuf_fini(&old);
	return done;
}

bool progress_add(struct progress *p, const char *name)
{
	struct sbuf path = {0};
	if (progress_has(p, name) || strchr(name, '\n') != NULL)
		return true;
	array_push(p, mem_strdup(name));
	bool done = folder(&path) && make_folders(path.text) && replace_file(p, path.text);
	sbuf_fini(&path);
	return done;
}

void progress_fini(struct progress *p)
{
	for (size_t i = 0; i < p->len; i++)
		mem_free(p->at[i]);
	array_fini(p);
}
