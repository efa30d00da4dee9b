#include "session/commands/command.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/commands/config.h"
#include "session/commands/dump_command.h"
#include "session/commands/help.h"
#include "session/commands/inspect.h"
#include "session/commands/inspect_task.h"
#include "session/commands/move.h"
#include "session/commands/point.h"
#include "session/commands/script.h"
#include "session/commands/search.h"
#include "session/commands/stops.h"
#include "session/core/cancellation.h"
#include "session/core/reach.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <string.h>

static enum session_status command_side(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_link(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_values(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_reload(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_library(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_input(
	struct session *s, const struct command *c, const struct arguments *a);
static enum session_status command_quit(
	struct session *s, const struct command *c, const struct arguments *a);

static const struct command table[] = {
	{ "next", "[N]", "n Space Right Enter", "one step on, both sides; N steps", move_next,
		COMMAND_MOVE },
	{ "back", "[N]", "p Backspace Left", "one step back, both sides; N steps", move_back,
		COMMAND_MOVE },
	{ "next-side", "[N]", "N", "one step on with the side in view alone (unlinks the sides)",
		move_next_side, COMMAND_MOVE },
	{ "back-side", "[N]", "P", "one step back with the side in view alone (unlinks the sides)",
		move_back_side, COMMAND_MOVE },
	{ "switch", "[N]", "]",
		"to the next switch of control: call, creation, yield, resume, return, transfer",
		move_switch, COMMAND_MOVE },
	{ "switch-back", "[N]", "[", "to the previous switch of control", move_switch_back,
		COMMAND_MOVE },
	{ "beat", "[N]", "}",
		"to the next beat, where both sides have printed the same line (of one side alone: "
		"where it printed one); from the last one to the end",
		move_beat, COMMAND_MOVE },
	{ "beat-back", "[N]", "{", "to the previous beat", move_beat_back, COMMAND_MOVE },
	{ "finish", "", "f", "until the running frame ends or is suspended", move_finish,
		COMMAND_MOVE },
	{ "until", "[LINE]", "u", "until this line (or line LINE) begins again", move_until,
		COMMAND_MOVE },
	{ "goto", "STEP", "g", "to a step of the side in view; the other side comes along",
		move_goto, COMMAND_MOVE },
	{ "point", "", "*",
		"to the step at which the lesson's one thing is to be seen; again: to the next "
		"such step",
		move_point, COMMAND_MOVE },
	{ "first", "", "0 Home", "to the time before the first step", move_first, COMMAND_MOVE },
	{ "last", "", "$ End", "to the last step", move_last, COMMAND_MOVE },
	{ "continue", "", "c",
		"on to the next breakpoint or change of a watched variable, or to the end",
		stops_continue, COMMAND_STOP },
	{ "reverse-continue", "", "C", "back to the last one, or to the beginning",
		stops_continue_back, COMMAND_STOP },
	{ "break", "[PLACE]", "b",
		"a breakpoint at this line, or at [SIDE:]LINE, FUNCTION or yield, resume, call, "
		"return … [FUNCTION]; then perhaps if EXPR; again: takes it away",
		stops_break, COMMAND_STOP },
	{ "watch", "EXPR", "w",
		"a watch on a variable (NAME or FUNCTION.NAME) or on an expression in the frames "
		"that have its names",
		stops_watch, COMMAND_STOP },
	{ "delete", "[STOP]", "", "takes breakpoint or watch N away, or all", stops_delete,
		COMMAND_STOP },
	{ "stops", "", "", "the list of breakpoints and watches", stops_list, COMMAND_STOP },
	{ "search", "TEXT", "/",
		"to the next step with TEXT in its line, its sentence, a value or the output",
		search_ahead, COMMAND_MOVE },
	{ "search-again", "", ";", "to the next one", search_again, COMMAND_MOVE },
	{ "search-back", "", ",", "to the one before", search_back, COMMAND_MOVE },
	{ "values", "[VIEW]", "v", "shows values short, with types, or shared objects by name",
		command_values, COMMAND_LOOK },
	{ "print", "EXPR", "",
		"the value of an expression here, with the names of the frame in view",
		inspect_print, COMMAND_LOOK },
	{ "locals", "[FRAME]", "",
		"the variables of the frame in view, or of FRAME, such as counter#1",
		inspect_locals, COMMAND_LOOK },
	{ "frames", "", "", "the frames that are there, with their states and variables",
		inspect_frames, COMMAND_LOOK },
	{ "where", "", "", "who runs, who waits for it, and which frames are suspended",
		inspect_where, COMMAND_LOOK },
	{ "tasks", "", "",
		"the tasks of asyncio: what each does, what it waits for, who awaits whom",
		inspect_tasks, COMMAND_LOOK },
	{ "list", "[LINE]", "", "the source around the current line or LINE", inspect_list,
		COMMAND_LOOK },
	{ "output", "", "", "what the side in view has printed so far", inspect_output,
		COMMAND_LOOK },
	{ "history", "EXPR", "",
		"every value that a variable (NAME or FUNCTION.NAME) or an expression has in the "
		"whole run, with the steps",
		inspect_history, COMMAND_LOOK },
	{ "compare", "", "", "where the outputs of the two runs first differ", inspect_compare,
		COMMAND_LOOK },
	{ "side", "[SIDE]", "Tab", "the other side comes in view; or the one named", command_side,
		COMMAND_LOOK },
	{ "link", "", "L", "unlinks the two sides, or links them again", command_link,
		COMMAND_SET },
	{ "set", "[SETTING] [VALUE]", "", "sets how cosub behaves; alone: lists all settings",
		config_set, COMMAND_SET },
	{ "bind", "[KEY] [COMMAND]", "",
		"lets a key do a command line; alone: lists the keys that you have bound",
		config_bind, COMMAND_SET },
	{ "unbind", "KEY", "",
		"gives a key back its usual meaning; a key that has just that: takes it away",
		config_unbind, COMMAND_SET },
	{ "dump", "FILE", "", "writes what is to be seen now to a file, as text", dump_command,
		COMMAND_LOOK },
	{ "source", "FILE", "", "does the commands of a script, a line each", script_source,
		COMMAND_SET },
	{ "reload", "", "", "reads the file anew and runs it anew; the place stays", command_reload,
		COMMAND_SET },
	{ "input", "[TEXT]", "",
		"gives input() one more line, behind those of the cell # %% input, and runs the "
		"file anew; the place stays",
		command_input, COMMAND_SET },
	{ "library", "", "",
		"steps of library code too, such as the event loop's; again: no longer",
		command_library, COMMAND_SET },
	{ "help", "[COMMAND]", "h F1", "this help, or that of one command", help_command,
		COMMAND_SET },
	{ "quit", "", "q", "ends cosub", command_quit, COMMAND_SET },
};

const struct command_table session_commands = { table, sizeof table / sizeof *table };

const struct command *command_at(const struct session *s, size_t i)
{
	assert(s && "commands are those of a session");
	if (i < session_commands.n)
		return &session_commands.at[i];
	i -= session_commands.n;
	return s->extra != NULL && i < s->extra->n ? &s->extra->at[i] : NULL;
}

enum session_status session_say(struct session *s, enum session_status status, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sbuf_truncate(&s->message, 0);
	sbuf_vprintf(&s->message, fmt, ap);
	va_end(ap);
	return status;
}

/* Finding a command. */

/* Short words that stand for one of several commands, as in gdb and pdb, or for
 * one that has another name there. */
static const struct {
	const char *word, *name;
} short_words[] = {
	{ "b", "break" },
	{ "bt", "where" },
	{ "c", "continue" },
	{ "d", "delete" },
	{ "f", "finish" },
	{ "h", "help" },
	{ "l", "list" },
	{ "p", "print" },
	{ "r", "run" },
	{ "rc", "reverse-continue" },
	{ "s", "switch" },
	{ "step", "next" },
	{ "u", "until" },
	{ "w", "where" },
};

bool command_short(size_t i, const char **word, const char **name)
{
	if (i >= sizeof short_words / sizeof *short_words)
		return false;
	*word = short_words[i].word;
	*name = short_words[i].name;
	return true;
}

/* The command that a short word stands for, if it is there. */
static const struct command *find_short(const struct session *s, const char *word, size_t n)
{
	const struct command *c;
	for (size_t i = 0; i < sizeof short_words / sizeof *short_words; i++) {
		if (strlen(short_words[i].word) != n || memcmp(short_words[i].word, word, n) != 0)
			continue;
		for (size_t k = 0; (c = command_at(s, k)) != NULL; k++) {
			if (strcmp(c->name, short_words[i].name) == 0)
				return c;
		}
	}
	return NULL;
}

static bool begins_with(const char *name, const char *word, size_t n)
{
	return strncmp(name, word, n) == 0;
}

/* The message of an abbreviation that several commands begin with. */
static void say_ambiguous(struct session *s, const char *word, size_t n, size_t matches)
{
	const struct command *c;
	session_say(s, SESSION_WRONG, "\"%.*s\" could be ", (int)n, word);
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++) {
		if (!begins_with(c->name, word, n))
			continue;
		matches--;
		sbuf_printf(&s->message, "%s%s", c->name,
			matches > 1            ? ", "
				: matches == 1 ? " or "
					       : "");
	}
}

static void say_unknown(struct session *s, const char *word, size_t n)
{
	struct sbuf shown = { 0 };
	utf8_printable(&shown, word, n);
	utf8_cut(&shown, 0, 30);
	session_say(
		s, SESSION_WRONG, "there is no command \"%s\"; help lists them", sbuf_cstr(&shown));
	sbuf_fini(&shown);
}

/* The command of a key that is typed as a word: "]", "$", "C". */
static const struct command *find_key(const struct session *s, const char *word, size_t n)
{
	return n == 1 ? command_of_key(s, (const char[]){ *word, '\0' }) : NULL;
}

/* The command elsewhere that is called so, or the first that begins so. */
static const struct command *find_elsewhere(const struct session *s, const char *word, size_t n)
{
	for (size_t i = 0; s->elsewhere != NULL && n > 0 && i < s->elsewhere->n; i++) {
		if (begins_with(s->elsewhere->at[i].name, word, n))
			return &s->elsewhere->at[i];
	}
	return NULL;
}

const struct command *command_find(struct session *s, const char *word, size_t n)
{
	const struct command *c, *shortest = NULL, *meant = find_short(s, word, n);
	meant = meant != NULL ? meant : find_key(s, word, n);
	size_t matches = 0;
	bool one_family = true;
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++) {
		if (!begins_with(c->name, word, n))
			continue;
		if (c->name[n] == '\0')
			return c;
		const struct command *longer = shortest == NULL ||
				strlen(c->name) >= strlen(shortest->name)
			? c
			: shortest;
		shortest = longer == c && shortest != NULL ? shortest : c;
		one_family = one_family &&
			begins_with(longer->name, shortest->name, strlen(shortest->name));
		matches++;
	}
	if (meant != NULL || (matches > 0 && one_family))
		return meant != NULL ? meant : shortest;
	if (matches > 0)
		say_ambiguous(s, word, n, matches);
	else if ((c = find_elsewhere(s, word, n)) != NULL)
		session_say(
			s, SESSION_WRONG, "%s is a command of the screen; here is none", c->name);
	else
		say_unknown(s, word, n);
	return NULL;
}

bool command_is_known(struct session *s, const char *word, size_t n)
{
	return find_elsewhere(s, word, n) != NULL || command_find(s, word, n) != NULL;
}

/* Whether the blank-separated list holds the word. */
static bool list_holds(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = list; *at != '\0'; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		if (len == n && memcmp(at, word, n) == 0)
			return true;
		at += len;
	}
	return false;
}

const struct command *command_of_key(const struct session *s, const char *key)
{
	const struct command *c;
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++) {
		if (list_holds(c->keys, key))
			return c;
	}
	return NULL;
}

bool command_needs_arguments(const struct command *c)
{
	return c->args[0] != '\0' && c->args[0] != '[';
}

/* Doing one. */

/* Cuts line, a copy that it may write to, into words. */
static void cut_words(char *line, struct arguments *a)
{
	for (char *at = line + strspn(line, " \t"); *at != '\0' && a->n < COMMAND_MAX_WORDS;) {
		a->word[a->n++] = at;
		at += strcspn(at, " \t");
		if (*at != '\0')
			*at++ = '\0';
		at += strspn(at, " \t");
	}
}

static bool arguments_suit(struct session *s, const struct command *c, const struct arguments *a)
{
	if (c->args[0] == '\0' && a->n > 0)
		session_say(s, SESSION_WRONG, "%s takes no argument", c->name);
	else if (command_needs_arguments(c) && a->n == 0)
		session_say(s, SESSION_WRONG, "%s expects %s", c->name, c->args);
	else
		return true;
	return false;
}

/* Whether a command that moved went past steps that nobody saw. */
static bool is_jump(const struct session *s, const struct command *c)
{
	static enum session_status (*const jumps[])(
		struct session *, const struct command *, const struct arguments *) = { move_goto,
		move_last, search_ahead, search_again, search_back, script_source };
	for (size_t i = 0; i < sizeof jumps / sizeof *jumps; i++) {
		if (c->run == jumps[i])
			return true;
	}
	return c->run == stops_continue && s->stops.len == 0;
}

static enum session_status run_command(struct session *s, const struct command *c, const char *rest)
{
	s->found = false;
	char *copy = mem_strdup(rest), *words = mem_strdup(rest);
	struct arguments a = { .rest = copy };
	cut_words(words, &a);
	session_say(s, SESSION_SAID, "%s", "");
	cancellation_begin(s);
	struct reach_place before = reach_place(s);
	enum session_status status = arguments_suit(s, c, &a) ? c->run(s, c, &a) : SESSION_WRONG;
	reach_note(s, &before, is_jump(s, c));
	if (cancellation_requested(s))
		session_say(s, status, "given up after %llu steps were looked at",
			(unsigned long long)s->cancellation->looked);
	mem_free(words);
	mem_free(copy);
	return status;
}

enum session_status session_do(struct session *s, const char *line)
{
	line += strspn(line, " \t");
	size_t n = strcspn(line, " \t"), end = strlen(line);
	if (n == 0)
		return session_say(s, SESSION_SAID, "%s", "");
	const struct command *c = command_find(s, line, n);
	if (c == NULL)
		return SESSION_WRONG;
	while (end > n && strchr(" \t\r\n", line[end - 1]) != NULL)
		end--;
	size_t skip = n + strspn(line + n, " \t");
	char *rest = skip < end ? mem_strndup(line + skip, end - skip) : mem_strdup("");
	enum session_status status = run_command(s, c, rest);
	mem_free(rest);
	return status;
}

enum session_status session_key(struct session *s, const char *key)
{
	const struct command *c = command_of_key(s, key);
	const char *line = settings_binding(s->settings, key);
	if (line != NULL && *line != '\0')
		return session_do(s, line);
	if (c == NULL || line != NULL)
		return session_say(s, SESSION_WRONG, "the key %s does nothing here; h helps", key);
	return run_command(s, c, "");
}

/* Reads a whole word as a number; false if it is none or too large. */
static bool read_whole_word(const char *word, uint64_t *number)
{
	*number = 0;
	for (const char *at = word; *at != '\0'; at++) {
		if (!isdigit((unsigned char)*at) || *number > (UINT64_MAX - 9) / 10)
			return false;
		*number = *number * 10 + (uint64_t)(*at - '0');
	}
	return *word != '\0';
}

bool command_number(struct session *s, const struct command *c, const struct arguments *a, size_t i,
	const char *what, uint64_t low, uint64_t high, uint64_t absent, uint64_t *number)
{
	*number = absent;
	if (i >= a->n || (read_whole_word(a->word[i], number) && *number >= low && *number <= high))
		return true;
	struct sbuf shown = { 0 };
	utf8_printable(&shown, a->word[i], strlen(a->word[i]));
	utf8_cut(&shown, 0, 30);
	session_say(s, SESSION_WRONG, "%s expects %s from %llu to %llu, not \"%s\"", c->name, what,
		(unsigned long long)low, (unsigned long long)high, sbuf_cstr(&shown));
	sbuf_fini(&shown);
	return false;
}

/* The commands that do not move. */

static enum session_status view_side(struct session *s, enum side side)
{
	if (!session_has(s, side))
		return session_say(
			s, SESSION_REFUSED, "this scenario has no %s side", side_name(side));
	s->in_view = side;
	return session_say(s, SESSION_SAID, "the %s side is in view", side_name(side));
}

static enum session_status command_side(
	struct session *s, const struct command *c, const struct arguments *a)
{
	if (a->n == 0)
		return view_side(
			s, s->in_view == SIDE_COROUTINE ? SIDE_SUBROUTINE : SIDE_COROUTINE);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (begins_with(side_name((enum side)side), a->rest, strlen(a->rest)))
			return view_side(s, (enum side)side);
	}
	return session_say(s, SESSION_WRONG, "%s expects coroutine or subroutine", c->name);
}

static enum session_status command_link(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	if (!session_has(s, SIDE_COROUTINE) || !session_has(s, SIDE_SUBROUTINE))
		return session_say(s, SESSION_REFUSED, "there is only one side");
	if (!s->linked) {
		session_goto_pair(
			s, pairing_find(s->pairing, s->in_view, session_step(s, s->in_view)));
		return session_say(s, SESSION_MOVED, "the sides are linked");
	}
	s->linked = false;
	s->side[SIDE_COROUTINE].waits = s->side[SIDE_SUBROUTINE].waits = false;
	return session_say(s, SESSION_SAID, "the sides are unlinked: each keeps its own step");
}

static enum session_status command_values(
	struct session *s, const struct command *c, const struct arguments *a)
{
	static const char *const names[VALUES_COUNT] = {
		[VALUES_SHORT] = "short", [VALUES_TYPES] = "types", [VALUES_SHARED] = "shared"
	};
	static const char *const said[VALUES_COUNT] = {
		[VALUES_SHORT] = "values are short",
		[VALUES_TYPES] = "values have their types",
		[VALUES_SHARED] = "objects that are shared have a letter, shown once",
	};
	enum variable_view view = a->n == 0 ? (s->values + 1) % VALUES_COUNT : VALUES_COUNT;
	for (int i = 0; a->n > 0 && i < VALUES_COUNT; i++)
		view = begins_with(names[i], a->word[0], strlen(a->word[0])) ? (enum variable_view)i
									     : view;
	if (view == VALUES_COUNT)
		return session_say(s, SESSION_WRONG, "%s expects short, types or shared", c->name);
	s->values = view;
	settings_put(s->settings, SETTING_VALUES, (int64_t)view);
	return session_say(s, SESSION_SAID, "%s", said[view]);
}

static enum session_status command_library(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	session_show_library(s, !s->library);
	return session_say(s, SESSION_MOVED,
		s->library ? "library code has steps too now"
			   : "library code has no steps any more");
}

static enum session_status command_reload(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct diag d = { 0 };
	char *text;
	(void)c;
	(void)a;
	if (session_reload(s, &d, &text))
		return session_say(s, SESSION_MOVED, "the file was read and run anew");
	sbuf_truncate(&s->message, 0);
	diag_render(
		&d, s->scenario.source.path, text, text != NULL ? strlen(text) : 0, &s->message);
	sbuf_str(&s->message, "\nNothing was changed here: this is still the run of before.");
	mem_free(text);
	diag_fini(&d);
	return SESSION_PAGE;
}

static enum session_status command_input(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	session_give_line(s, a->rest);
	return session_say(s, SESSION_MOVED, "input() has one more line: the file was run anew");
}

static enum session_status command_quit(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return session_say(s, SESSION_QUIT, "%s", "");
}
