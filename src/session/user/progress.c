#include "session/user/progress.h"

#include "base/sbuf.h"
#include "session/user/user_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_NAMES = 10000 };

static const char file_name[] = "progress";

void progress_read(struct progress *p)
{
	struct sbuf path = { 0 };
	char *line = NULL;
	size_t cap = 0;
	FILE *f = user_files_path(USER_FILES_STATE, file_name, &path) ? fopen(path.text, "re")
								      : NULL;
	for (ssize_t n; f != NULL && p->len < MAX_NAMES && (n = getline(&line, &cap, f)) > 0;) {
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

bool progress_add(struct progress *p, const char *name)
{
	struct sbuf text = { 0 };
	if (progress_has(p, name) || strchr(name, '\n') != NULL)
		return true;
	array_push(p, mem_strdup(name));
	int lock = user_files_lock();
	progress_read(p); /* what others have added since */
	for (size_t i = 0; i < p->len; i++)
		sbuf_printf(&text, "%s\n", p->at[i]);
	bool done = user_files_replace(USER_FILES_STATE, file_name, sbuf_cstr(&text), text.len);
	if (lock >= 0)
		close(lock);
	sbuf_fini(&text);
	return done;
}

void progress_fini(struct progress *p)
{
	for (size_t i = 0; i < p->len; i++)
		mem_free(p->at[i]);
	array_fini(p);
}
