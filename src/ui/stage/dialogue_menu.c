#include "ui/stage/dialogue_menu.h"

#include "base/utf8.h"
#include "session/commands/script.h"
#include "session/view/reply.h"

#include <langinfo.h>
#include <string.h>
#include <unistd.h>

/* A lesson is called by the number that its name begins with, or else by its name. */
static void put_call(const struct lesson *l, struct sbuf *out)
{
	size_t n = strspn(l->name, "0123456789");
	utf8_printable(out, l->name, l->number >= 0 ? n : strlen(l->name));
}

static void put_menu_line(const struct lesson *l, bool done, struct sbuf *out)
{
	put_call(l, out);
	sbuf_str(out, ": ");
	utf8_printable(out, l->title, strlen(l->title));
	sbuf_str(out, *l->teaches != '\0' ? "; it teaches " : "");
	utf8_printable(out, l->teaches, strlen(l->teaches));
	sbuf_str(out, done ? "; done\n" : "\n");
}

static void put_heading(const struct lesson *l, const char *end, struct sbuf *out)
{
	utf8_printable(out, l->part, strlen(l->part));
	sbuf_str(out, end);
}

static void put_out(struct sbuf *out)
{
	if (isatty(STDOUT_FILENO) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		reply_to_ascii(out);
	fwrite(sbuf_cstr(out), 1, out->len, stdout);
	sbuf_fini(out);
}

static void tell_lessons(const struct lesson_list *lessons, const struct progress *progress)
{
	struct sbuf out = { 0 };
	for (size_t i = 0; i < lessons->len; i++) {
		const struct lesson *l = &lessons->at[i];
		if (lessons_begins_part(lessons, i))
			put_heading(l, ":\n", &out);
		put_menu_line(l, progress_has(progress, l->name), &out);
	}
	put_out(&out);
}

/* "45 to 64: asyncio; 3 of 20 done" */
static void put_part(const struct lesson_list *lessons, size_t first,
	const struct progress *progress, struct sbuf *out)
{
	size_t end = first, done = 0;
	do
		done += progress_has(progress, lessons->at[end++].name);
	while (end < lessons->len && lessons->at[end].part == lessons->at[first].part);
	put_call(&lessons->at[first], out);
	if (end - first > 1) {
		sbuf_str(out, " to ");
		put_call(&lessons->at[end - 1], out);
	}
	sbuf_str(out, ": ");
	put_heading(&lessons->at[first], "", out);
	sbuf_printf(out, "; %zu of %zu done\n", done, end - first);
}

static void tell_parts(const struct lesson_list *lessons, const struct progress *progress)
{
	struct sbuf out = { 0 };
	for (size_t i = 0; i < lessons->len; i++) {
		if (lessons_begins_part(lessons, i))
			put_part(lessons, i, progress, &out);
	}
	if (out.len == 0)
		sbuf_str(&out, "the lessons are in no parts; list tells them\n");
	put_out(&out);
}

/* The lesson of a number or of the beginning of a name that no other begins
 * with. */
static const struct lesson *find(const struct lesson_list *lessons, const char *text)
{
	const struct lesson *found = NULL;
	int number = lesson_number_read(text);
	for (size_t i = 0; i < lessons->len; i++) {
		if (number >= 0 && lessons->at[i].number == number)
			return &lessons->at[i];
	}
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
		fputs(asks ? "number of a lesson, parts, list or quit: " : "", stdout);
		fflush(stdout);
		more = script_next(&line, stdin) && !begins_word(line.text, "quit");
		if (!more || line.len == 0)
			continue;
		if (begins_word(line.text, "list"))
			tell_lessons(lessons, progress);
		else if (begins_word(line.text, "parts"))
			tell_parts(lessons, progress);
		else if (script_fault(&line) != NULL || (chosen = find(lessons, line.text)) == NULL)
			fputs("expected is the number of a lesson, the beginning of its name, "
			      "parts, list or quit\n",
				stdout);
	}
	script_line_fini(&line);
	return chosen;
}
