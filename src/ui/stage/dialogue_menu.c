#include "ui/stage/dialogue_menu.h"

#include "base/utf8.h"
#include "session/commands/script.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void put_menu_line(const struct lesson *l, size_t number, bool done, struct sbuf *out)
{
	sbuf_printf(out, "%zu: ", number);
	utf8_printable(out, l->title, strlen(l->title));
	sbuf_str(out, *l->teaches != '\0' ? "; it teaches " : "");
	utf8_printable(out, l->teaches, strlen(l->teaches));
	sbuf_str(out, done ? "; done\n" : "\n");
}

void dialogue_menu_list(const struct lesson_list *lessons, const struct progress *progress)
{
	struct sbuf out = { 0 };
	for (size_t i = 0; i < lessons->len; i++)
		put_menu_line(
			&lessons->at[i], i + 1, progress_has(progress, lessons->at[i].name), &out);
	fwrite(sbuf_cstr(&out), 1, out.len, stdout);
	sbuf_fini(&out);
}

/* The lesson of a number or of the beginning of a name that no other begins
 * with. */
static const struct lesson *find(const struct lesson_list *lessons, const char *text)
{
	const struct lesson *found = NULL;
	char *end;
	unsigned long number = strtoul(text, &end, 10);
	if (*end == '\0' && number >= 1 && number <= lessons->len)
		return &lessons->at[number - 1];
	for (size_t i = 0; i < lessons->len; i++) {
		if (strncmp(lessons->at[i].name, text, strlen(text)) != 0)
			continue;
		if (found != NULL)
			return NULL;
		found = &lessons->at[i];
	}
	return found;
}

static bool begins_word(const char *text, const char *word)
{
	return *text != '\0' && strncmp(word, text, strlen(text)) == 0;
}

const struct lesson *dialogue_menu_ask(
	const struct lesson_list *lessons, const struct progress *progress)
{
	struct script_line line = { 0 };
	const struct lesson *chosen = NULL;
	bool asks = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO), more = true;
	while (more && chosen == NULL) {
		fputs(asks ? "number of a lesson, list or quit: " : "", stdout);
		fflush(stdout);
		more = script_next(&line, stdin) && !begins_word(line.text, "quit");
		if (!more || line.len == 0)
			continue;
		if (begins_word(line.text, "list"))
			dialogue_menu_list(lessons, progress);
		else if (script_fault(&line) != NULL || (chosen = find(lessons, line.text)) == NULL)
			printf("expected is a number from 1 to %zu, the beginning of a lesson's "
			       "name, list or quit\n",
				lessons->len);
	}
	script_line_fini(&line);
	return chosen;
}
