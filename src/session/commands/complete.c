#include "session/commands/complete.h"

#include "base/mem.h"
#include "session/commands/command.h"
#include "session/commands/inspect.h"
#include "session/commands/stops.h"
#include "session/inspect/evaluate.h"
#include "session/words/variable.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A word under way. */
struct gather {
	struct session *s;
	struct completion *c;
	const char *line;
	const char *word;              /* its beginning, inside of line */
	size_t n;                      /* its length so far */
	const struct command *command; /* whose argument it is; NULL: it is the command */
	struct arguments before;       /* the arguments in front of it */
};

static void add_candidate(struct gather *g, const char *text, size_t n)
{
	if (n < g->n || memcmp(text, g->word, g->n) != 0 || g->c->words.len >= COMPLETE_MOST)
		return;
	array_push(&g->c->words, mem_strndup(text, n));
}

static void add_word(struct gather *g, const char *text)
{
	add_candidate(g, text, strlen(text));
}

static void add_list(struct gather *g, const char *words)
{
	for (size_t n; *words != '\0'; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		add_candidate(g, words, n);
	}
}

/* Lets the word begin later: at byte `at` of the line. */
static void begin_at(struct gather *g, size_t at)
{
	size_t end = (size_t)(g->word - g->line) + g->n;
	g->word = g->line + at;
	g->n = end - at;
	g->c->from = at;
}

/* What there is. */

static void commands(struct gather *g)
{
	const struct command *c;
	for (size_t i = 0; (c = command_at(g->s, i)) != NULL; i++)
		add_word(g, c->name);
}

static const struct program *program_in_view(const struct gather *g)
{
	return g->s->side[g->s->in_view].program;
}

static void functions(struct gather *g)
{
	const struct program *p = program_in_view(g);
	for (uint32_t i = 0; i < p->ncodes; i++) {
		const struct code *c = p->codes[i];
		if ((c->flags & CODE_MODULE) == 0 && c->name[0] != '<')
			add_word(g, strchr(c->qualname, '<') == NULL ? c->qualname : c->name);
	}
}

static void lines(struct gather *g)
{
	for (uint32_t line = 1; g->n > 0 && line <= g->s->scenario.source.nlines; line++) {
		char text[12];
		if (!stops_has_code(program_in_view(g), line))
			continue;
		snprintf(text, sizeof text, "%u", line);
		add_word(g, text);
	}
}

static void add_name(void *self, const char *name, size_t n, struct rvalue v)
{
	if (v.kind != R_UNSET && n > 0 && name[0] != '_')
		add_candidate(self, name, n);
}

/* Attributes of the object that the name in front of the dot means. */
static void attributes(struct gather *g, const struct moment *m, uint32_t frame)
{
	const char *dot = g->word - 1, *start = dot;
	while (start > g->line && evaluate_in_name(start[-1]))
		start--;
	struct rvalue v = evaluate_name(m, frame, start, (size_t)(dot - start));
	const struct mobject *o = v.kind == R_OBJECT ? moment_object(m, v.n) : NULL;
	const struct mobject *attrs = o != NULL && o->attrs != 0 ? moment_object(m, o->attrs)
								 : NULL;
	for (uint32_t i = 0; attrs != NULL && i < attrs->n; i++) {
		size_t n;
		if (attrs->items[2 * i].kind != R_TEXT || attrs->items[2 * i + 1].kind == R_UNSET)
			continue;
		const char *name = trace_text(moment_trace(m), attrs->items[2 * i].n, &n);
		add_candidate(g, name, n);
	}
}

/* Names that the frame in view sees, and some that every frame sees. */
static void names(struct gather *g)
{
	const struct moment *m = g->s->side[g->s->in_view].moment;
	uint32_t frame = inspect_frame_in_view(g->s, g->s->in_view);
	const char *end = g->word + g->n, *start = end;
	while (start > g->line && evaluate_in_name(start[-1]))
		start--;
	begin_at(g, (size_t)(start - g->line));
	g->c->open = true;
	if (start > g->line && start[-1] == '.') {
		attributes(g, m, frame);
		return;
	}
	evaluate_names(m, frame, add_name, g);
	if (g->n > 0)
		add_list(g,
			"abs all any dict enumerate isinstance len list max min range repr "
			"reversed set sorted str sum tuple type vars zip");
}

static bool is_stop_kind(const char *word)
{
	size_t i = 0;
	while (stops_kind(i) != NULL && strcmp(stops_kind(i), word) != 0)
		i++;
	return stops_kind(i) != NULL;
}

static void places(struct gather *g)
{
	for (size_t i = 0; i < g->before.n; i++) {
		if (strcmp(g->before.word[i], "if") == 0) {
			names(g);
			return;
		}
	}
	const char *colon = memchr(g->word, ':', g->n);
	if (colon != NULL)
		begin_at(g, (size_t)(colon + 1 - g->line));
	if (g->before.n > 0)
		add_word(g, "if");
	else
		lines(g);
	if (g->before.n == 0 || (g->before.n == 1 && is_stop_kind(g->before.word[0])))
		functions(g);
	for (size_t i = 0; g->before.n == 0 && colon == NULL && stops_kind(i) != NULL; i++)
		add_word(g, stops_kind(i));
}

static void frames(struct gather *g)
{
	const struct moment *m = g->s->side[g->s->in_view].moment;
	uint32_t slots = trace_slots(moment_trace(m));
	struct sbuf name = { 0 };
	for (uint32_t i = 0; i < slots && i < COMPLETE_MOST; i++) {
		const struct mframe *f = moment_slot(m, i);
		if (f == NULL)
			continue;
		sbuf_truncate(&name, 0);
		variable_frame(*f->info, &name);
		add_candidate(g, name.text, name.len);
	}
	sbuf_fini(&name);
}

static void stops(struct gather *g)
{
	for (size_t i = 0; i < g->s->stops.len; i++) {
		char text[12];
		snprintf(text, sizeof text, "%u", g->s->stops.at[i].number);
		add_word(g, text);
	}
}

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Files of a folder, with the folder's path (n bytes) in front. */
static void add_files(struct gather *g, DIR *folder, size_t n)
{
	const struct dirent *entry;
	struct sbuf path = { 0 };
	while ((entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.' && g->word[n] != '.')
			continue;
		sbuf_truncate(&path, 0);
		sbuf_printf(&path, "%.*s%s", (int)n, g->word, entry->d_name);
		if (is_folder(path.text))
			sbuf_char(&path, '/');
		add_candidate(g, path.text, path.len);
	}
	sbuf_fini(&path);
}

static void files(struct gather *g)
{
	size_t n = g->n;
	while (n > 0 && g->word[n - 1] != '/')
		n--;
	char *path = n > 0 ? mem_strndup(g->word, n) : mem_strdup(".");
	DIR *folder = opendir(path);
	if (folder != NULL) {
		add_files(g, folder, n);
		closedir(folder);
	}
	mem_free(path);
	const struct completion *c = g->c;
	if (c->words.len == 1 && strchr(c->words.at[0], '/') != NULL && is_folder(c->words.at[0]))
		g->c->open = true;
}

static void settings(struct gather *g)
{
	for (int i = 0; i < SETTING_COUNT; i++)
		add_word(g, setting_rows[i].name);
}

static void setting_values(struct gather *g)
{
	enum setting which;
	struct sbuf why = { 0 };
	if (settings_find(g->before.word[0], &which, &why) && setting_rows[which].words != NULL)
		add_list(g, setting_rows[which].words);
	sbuf_fini(&why);
}

static void keys(struct gather *g)
{
	for (size_t i = 0; i < g->s->settings->bindings.len; i++)
		add_word(g, g->s->settings->bindings.at[i].key);
	if (g->n > 0)
		add_list(g,
			"Backspace Delete Down End Enter F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 "
			"Home Insert Left PageDown PageUp Right Space Tab Up");
}

/* What the names of arguments mean. */
static const struct {
	const char *argument;
	void (*gather)(struct gather *g);
	const char *words;
} kinds[] = {
	{ "COMMAND", commands, NULL },
	{ "LINE", lines, NULL },
	{ "PLACE", places, NULL },
	{ "EXPR", names, NULL },
	{ "NAME", names, NULL },
	{ "FRAME", frames, NULL },
	{ "STOP", stops, NULL },
	{ "FILE", files, NULL },
	{ "SETTING", settings, NULL },
	{ "VALUE", setting_values, NULL },
	{ "KEY", keys, NULL },
	{ "SIDE", NULL, "coroutine subroutine" },
	{ "VIEW", NULL, "short types shared" },
	{ "PANE", NULL, "source frames time" },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Argument i of a command, without brackets; the last one is that of all that
 * follow. */
static const char *argument(const struct command *c, size_t i, size_t *n)
{
	const char *at = c->args;
	for (const char *blank; i > 0 && (blank = strchr(at, ' ')) != NULL; i--)
		at = blank + 1;
	at += strspn(at, "[");
	*n = strcspn(at, " ]");
	return at;
}

static void gather_argument(struct gather *g)
{
	size_t n;
	const char *name = argument(g->command, g->before.n, &n);
	for (size_t i = 0; i < KINDS; i++) {
		if (strlen(kinds[i].argument) != n || memcmp(kinds[i].argument, name, n) != 0)
			continue;
		if (kinds[i].gather != NULL)
			kinds[i].gather(g);
		else
			add_list(g, kinds[i].words);
	}
}

/* Finds what stands in front of the word: the command, arguments. */
static void read_before(struct gather *g, char *copy)
{
	char *at = copy + strspn(copy, " \t");
	size_t n = strcspn(at, " \t");
	g->command = command_find(g->s, at, n);
	sbuf_truncate(&g->s->message, 0);
	for (at += n; g->before.n < COMMAND_MAX_WORDS && *(at += strspn(at, " \t")) != '\0';
		at += n) {
		n = strcspn(at, " \t");
		g->before.word[g->before.n++] = at;
		if (at[n] != '\0')
			at[n++] = '\0';
	}
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort(struct completion *c)
{
	size_t kept = 0;
	if (c->words.len == 0)
		return;
	qsort(c->words.at, c->words.len, sizeof *c->words.at, compare_words);
	for (size_t i = 0; i < c->words.len; i++) {
		if (kept > 0 && strcmp(c->words.at[kept - 1], c->words.at[i]) == 0)
			mem_free(c->words.at[i]);
		else
			c->words.at[kept++] = c->words.at[i];
	}
	c->words.len = kept;
}

void complete_line(struct session *s, const char *line, size_t n, struct completion *c)
{
	char *whole = mem_strndup(line, n), *before;
	struct gather g = { .s = s, .c = c, .line = whole };
	size_t at = n;
	while (at > 0 && strchr(" \t", whole[at - 1]) == NULL)
		at--;
	g.word = whole + at;
	g.n = n - at;
	c->from = at;
	before = mem_strndup(whole, at);
	if (before[strspn(before, " \t")] == '\0')
		commands(&g);
	else
		read_before(&g, before);
	if (g.command != NULL)
		gather_argument(&g);
	sort(c);
	mem_free(before);
	mem_free(whole);
}

size_t complete_common(const struct completion *c)
{
	size_t n = c->words.len > 0 ? strlen(c->words.at[0]) : 0;
	for (size_t i = 1; i < c->words.len; i++) {
		size_t same = 0;
		while (same < n && c->words.at[i][same] == c->words.at[0][same])
			same++;
		n = same;
	}
	/* Not in the middle of a character. */
	while (n > 0 && c->words.len > 0 && ((unsigned char)c->words.at[0][n] & 0xC0) == 0x80)
		n--;
	return n;
}

void complete_fini(struct completion *c)
{
	for (size_t i = 0; i < c->words.len; i++)
		mem_free(c->words.at[i]);
	array_fini(&c->words);
}
