#include "options.h"

#include "base/utf8.h"
#include "export/export.h"
#include "ui/stage/dump.h"

#include <stdlib.h>
#include <string.h>

/* Modes. */

static const struct mode_row {
	const char *word; /* NULL: not chosen by a word */
	bool needs_file;
	const char *usage, *help;
} modes[MODE_COUNT] = {
	[MODE_STEP] = { NULL, true, "cosub FILE|NAME", "step through a scenario" },
	[MODE_RUN] = { "run", true, "cosub run FILE", "one program: its output and exit status" },
	[MODE_TRACE] = { "trace", true, "cosub trace FILE", "tell every step of one program" },
	[MODE_CHECK] = { "check", true, "cosub check FILE ...",
		"prove the claims, with the steps that show them" },
	[MODE_COST] = { "cost", true, "cosub cost FILE",
		"count what both runs did: calls, switches, frames" },
	[MODE_LIST] = { "list", false, "cosub list", "list the lessons" },
	[MODE_NEW] = { "new", true, "cosub new FILE", "write a scenario to begin with" },
	[MODE_COPY] = { "copy", true, "cosub copy NAME FILE",
		"copy a lesson, to change it (without FILE: to here)" },
	[MODE_DUMP] = { "dump", true, "cosub dump FILE",
		"print the stepper's screen as text or picture" },
	[MODE_HELP] = { NULL, false, NULL, NULL },
	[MODE_VERSION] = { NULL, false, NULL, NULL },
	[MODE_MANUAL] = { NULL, false, NULL, NULL },
};

/* Options. */

#define IN(mode) (1u << (mode))
enum {
	IN_ANY = (1 << MODE_COUNT) - 1,
	IN_SIDED = IN(MODE_RUN) | IN(MODE_TRACE),
	IN_RUNNING = IN(MODE_STEP) | IN(MODE_RUN) | IN(MODE_TRACE) | IN(MODE_DUMP) |
		IN(MODE_CHECK) | IN(MODE_COST),
};

struct option {
	const char *name;
	const char *arg; /* NULL: takes none */
	unsigned modes;
	const char *help;
	/* False if the value is none that the option takes. */
	bool (*set)(struct options *o, const char *text);
};

static bool read_count(const char *text, uint64_t most, uint64_t *number)
{
	*number = 0;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at < '0' || *at > '9' || *number > most / 10)
			return false;
		*number = *number * 10 + (uint64_t)(*at - '0');
	}
	return *text != '\0' && *number <= most;
}

static bool set_side(struct options *o, const char *text)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (strcmp(text, side_name((enum side)side)) == 0) {
			o->has_side = true;
			o->side = (enum side)side;
			return true;
		}
	}
	return false;
}

static bool set_trace(struct options *o, const char *text)
{
	o->trace = text;
	return *text != '\0';
}

static bool set_format(struct options *o, const char *text)
{
	o->format = text;
	return strcmp(text, "text") == 0 || export_find(text) != NULL;
}

static bool set_library(struct options *o, const char *text)
{
	(void)text;
	return o->library = true;
}

static bool set_ascii(struct options *o, const char *text)
{
	(void)text;
	return o->ascii = true;
}

static bool set_long(struct options *o, const char *text)
{
	(void)text;
	return o->lengthy = true;
}

static bool set_short(struct options *o, const char *text)
{
	(void)text;
	return o->brief = true;
}

static bool set_machine(struct options *o, const char *text)
{
	(void)text;
	return o->machine = true;
}

static bool set_svg(struct options *o, const char *text)
{
	(void)text;
	return o->svg = true;
}

static bool set_theme(struct options *o, const char *text)
{
	o->light = strcmp(text, "light") == 0;
	return o->light || strcmp(text, "dark") == 0;
}

static bool set_plain(struct options *o, const char *text)
{
	(void)text;
	return o->plain = true;
}

static bool set_start(struct options *o, const char *text)
{
	o->start = text;
	return *text != '\0';
}

static bool set_script(struct options *o, const char *text)
{
	o->script = text;
	return *text != '\0';
}

static bool set_size(struct options *o, const char *text)
{
	return dump_read_size(text, &o->cols, &o->rows);
}

static bool set_keys(struct options *o, const char *text)
{
	o->keys = text;
	return true;
}

static bool set_step(struct options *o, const char *text)
{
	o->has_step = true;
	return read_count(text, UINT64_MAX / 2, &o->step);
}

/* A limit is at least 1: 0 would mean the default. */
static bool read_limit(const char *text, int64_t *limit)
{
	uint64_t n;
	if (!read_count(text, INT64_MAX, &n) || n == 0)
		return false;
	*limit = (int64_t)n;
	return true;
}

static bool set_max_steps(struct options *o, const char *text)
{
	return read_limit(text, &o->limits.steps);
}

static bool set_max_depth(struct options *o, const char *text)
{
	return read_limit(text, &o->limits.depth) && o->limits.depth <= 1000000;
}

static bool set_max_memory(struct options *o, const char *text)
{
	int64_t n;
	if (!read_limit(text, &n))
		return false;
	o->limits.memory = (size_t)n;
	return true;
}

static bool set_max_output(struct options *o, const char *text)
{
	int64_t n;
	if (!read_limit(text, &n))
		return false;
	o->limits.output = (size_t)n;
	return true;
}

static bool set_help(struct options *o, const char *text)
{
	(void)text;
	o->mode = MODE_HELP;
	return true;
}

static bool set_manual(struct options *o, const char *text)
{
	(void)text;
	o->mode = MODE_MANUAL;
	return true;
}

static bool set_version(struct options *o, const char *text)
{
	(void)text;
	o->mode = MODE_VERSION;
	return true;
}

static const struct option table[] = {
	{ "side", "SIDE", IN_SIDED, "coroutine or subroutine (the first that is there)", set_side },
	{ "trace", "OUT", IN(MODE_RUN), "write the steps to the file OUT, as JSON lines",
		set_trace },
	{ "format", "FORMAT", IN(MODE_TRACE) | IN(MODE_CHECK), "text (sentences)", set_format },
	{ "library", NULL, IN_SIDED | IN(MODE_STEP) | IN(MODE_DUMP), "steps of library code too",
		set_library },
	{ "max-steps", "N", IN_RUNNING, "end a run after N lines (10000000)", set_max_steps },
	{ "max-depth", "N", IN_RUNNING, "nested frames before RecursionError (1000)",
		set_max_depth },
	{ "max-memory", "BYTES", IN_RUNNING, "memory of the program (1 GiB)", set_max_memory },
	{ "max-output", "BYTES", IN_RUNNING, "output of the program (16 MiB)", set_max_output },
	{ "size", "COLSxROWS", IN(MODE_DUMP), "size of the screen (80x24)", set_size },
	{ "step", "N", IN(MODE_DUMP), "go to step N first", set_step },
	{ "keys", "KEYS", IN(MODE_DUMP), "press these keys then, as in nnn]p", set_keys },
	{ "long", NULL, IN(MODE_CHECK), "every claim and what shows it, for each file", set_long },
	{ "short", NULL, IN(MODE_CHECK), "one line for each file, and the claims that fail",
		set_short },
	{ "machine", NULL, IN(MODE_COST), "measure calls and switches on this machine instead",
		set_machine },
	{ "svg", NULL, IN(MODE_DUMP), "a picture in SVG instead of text", set_svg },
	{ "theme", "THEME", IN(MODE_DUMP), "that picture's: dark or light (dark)", set_theme },
	{ "ascii", NULL, IN(MODE_STEP) | IN(MODE_DUMP), "draw with ASCII signs only", set_ascii },
	{ "plain", NULL, IN(MODE_STEP), "step by a dialogue in plain sentences", set_plain },
	{ "start", "SCRIPT", IN(MODE_STEP), "do the commands in SCRIPT first, then step",
		set_start },
	{ "script", "SCRIPT", IN(MODE_STEP),
		"do the commands in SCRIPT (-: those of stdin); also -x", set_script },
	{ "help", NULL, IN_ANY, "this help", set_help },
	{ "version", NULL, IN_ANY, "the version", set_version },
	{ "manual", NULL, IN_ANY, "what cosub(1) says of commands and settings", set_manual },
};

/* Appends an option's help; that of formats names them all. */
static void say_help(const struct option *option, struct sbuf *out)
{
	sbuf_str(out, option->help);
	for (size_t i = 0; option->set == set_format && i < export_format_count; i++)
		sbuf_printf(out, "%s%s (%s)", i + 1 < export_format_count ? ", " : " or ",
			export_formats[i]->name, export_formats[i]->doc);
}

static const struct option *find_option(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (strlen(table[i].name) == n && memcmp(table[i].name, name, n) == 0)
			return &table[i];
	}
	return NULL;
}

/* Options that have a letter too. */
static const struct {
	const char *letter, *name;
} letters[] = { { "-h", "help" }, { "-x", "script" } };

/* The option that an argument means, or NULL. */
static const struct option *option_of(const char *arg)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (strcmp(arg, letters[i].letter) == 0)
			return find_option(letters[i].name, strlen(letters[i].name));
	}
	return strncmp(arg, "--", 2) == 0 ? find_option(arg + 2, strcspn(arg + 2, "=")) : NULL;
}

/* Reading. */

/* Arguments under way. */
struct reading {
	struct options *o;
	char **at; /* the next argument; NULL ends them */
	struct sbuf *why;
	bool only_files;           /* "--" was read */
	unsigned used;             /* modes that suit all options so far */
	const struct option *last; /* the option that narrowed used */
	bool has_mode;
};

/* "what 'text'": what is wrong with an argument. */
static bool complain(struct reading *r, const char *what, const char *text, const char *more)
{
	sbuf_printf(r->why, "%s \"", what);
	size_t start = r->why->len;
	utf8_printable(r->why, text, strlen(text));
	utf8_cut(r->why, start, 60);
	sbuf_printf(r->why, "\"%s", more);
	return false;
}

static bool use_option(struct reading *r, const struct option *option, const char *text)
{
	if ((r->used & option->modes) != r->used)
		r->last = option;
	r->used &= option->modes;
	if (option->set(r->o, text))
		return true;
	struct sbuf expected = { 0 };
	sbuf_printf(&expected, " for --%s: ", option->name);
	say_help(option, &expected);
	complain(r, "not a value", text, expected.text);
	sbuf_fini(&expected);
	return false;
}

static bool read_option(struct reading *r, const char *arg)
{
	const char *equals = strchr(arg, '=');
	const struct option *option = option_of(arg);
	if (option == NULL)
		return complain(r, "unknown option", arg, "; cosub --help lists them");
	if (option->arg == NULL && equals != NULL)
		return complain(r, "an option without value got one:", arg, "");
	if (option->arg != NULL && equals == NULL && *r->at == NULL)
		return complain(r, "a value is missing behind", arg, "");
	return use_option(r, option,
		option->arg == NULL      ? ""
			: equals != NULL ? equals + 1
					 : *r->at++);
}

/* The files' names take the place of what was read before them in argv. */
static bool read_word(struct reading *r, char *arg)
{
	for (int mode = 0; mode < MODE_COUNT && !r->has_mode && !r->only_files; mode++) {
		if (modes[mode].word == NULL || strcmp(modes[mode].word, arg) != 0)
			continue;
		r->has_mode = true;
		if (r->o->mode == MODE_STEP)
			r->o->mode = (enum mode)mode;
		return true;
	}
	r->has_mode = true;
	bool more = r->o->mode == MODE_CHECK || (r->o->mode == MODE_COPY && r->o->nfiles < 2);
	if (r->o->file != NULL && !more)
		return complain(r, "more than one file: do not know what to do with", arg, "");
	r->o->file = r->o->file != NULL ? r->o->file : arg;
	r->o->files[r->o->nfiles++] = arg;
	return true;
}

static bool read_argument(struct reading *r, char *arg)
{
	if (!r->only_files && strcmp(arg, "--") == 0)
		return r->only_files = true;
	if (!r->only_files && arg[0] == '-' && arg[1] != '\0')
		return read_option(r, arg);
	return read_word(r, arg);
}

/* Whether the format can write what the mode has. */
static bool suits_mode(const struct options *o)
{
	const struct export_format *format = export_find(o->format);
	return format == NULL || (o->mode != MODE_TRACE && o->mode != MODE_CHECK) ||
		(o->mode == MODE_TRACE ? format->write_trace != NULL
				       : format->write_claims != NULL);
}

/* Whether the arguments make sense together. */
static bool check_arguments(struct reading *r)
{
	const struct mode_row *mode = &modes[r->o->mode];
	if (r->o->mode == MODE_HELP || r->o->mode == MODE_VERSION || r->o->mode == MODE_MANUAL)
		return true;
	if (r->last != NULL && (r->used & IN(r->o->mode)) == 0) {
		sbuf_printf(r->why, "--%s does not go with %s; cosub --help tells more",
			r->last->name, mode->word != NULL ? mode->word : "stepping");
		return false;
	}
	if (!suits_mode(r->o)) {
		sbuf_printf(r->why, "%s cannot write --format=%s; cosub --help tells more",
			mode->word, r->o->format);
		return false;
	}
	if (r->o->machine && r->o->file != NULL)
		return complain(r, "--machine measures no file: do not know what to do with",
			r->o->file, "");
	bool menu = r->o->mode == MODE_STEP && r->o->plain && r->o->script == NULL;
	if (mode->needs_file && r->o->file == NULL && !r->o->machine && !menu) {
		sbuf_printf(r->why, "a file is missing: %s; cosub --help tells more", mode->usage);
		return false;
	}
	if (!mode->needs_file && r->o->file != NULL)
		return complain(
			r, "do not know what to do with", r->o->file, "; cosub --help tells more");
	return true;
}

bool options_read(struct options *o, int argc, char **argv, struct sbuf *why)
{
	struct reading r = { .o = o, .at = argc > 0 ? argv + 1 : argv, .why = why, .used = IN_ANY };
	*o = (struct options){ .files = argv,
		.mode = MODE_STEP,
		.format = "text",
		.rows = 24,
		.cols = 80,
		.keys = "" };
	o->choose = *r.at == NULL;
	if (o->choose)
		o->mode = MODE_LIST;
	while (*r.at != NULL) {
		if (!read_argument(&r, *r.at++))
			return false;
	}
	return check_arguments(&r);
}

void options_settings(const struct options *o, struct settings *settings)
{
	const int64_t limits[] = {
		[SETTING_MAX_STEPS] = o->limits.steps,
		[SETTING_MAX_DEPTH] = o->limits.depth,
		[SETTING_MAX_MEMORY] = (int64_t)o->limits.memory,
		[SETTING_MAX_OUTPUT] = (int64_t)o->limits.output,
	};
	for (int i = SETTING_MAX_STEPS; i <= SETTING_MAX_OUTPUT; i++) {
		if (limits[i] > 0)
			settings_put(settings, (enum setting)i, limits[i]);
	}
	if (o->ascii)
		settings_put(settings, SETTING_GLYPHS, SETTING_GLYPHS_ASCII);
}

/* Help. */

static void help_modes(struct sbuf *out)
{
	for (int mode = 0; mode < MODE_COUNT; mode++) {
		size_t start = out->len;
		if (modes[mode].usage == NULL)
			continue;
		sbuf_printf(out, "  %s", modes[mode].usage);
		sbuf_pad(out, start, 24);
		sbuf_printf(out, "%s\n", modes[mode].help);
	}
}

static void help_options(struct sbuf *out)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t start = out->len;
		sbuf_printf(out, "  --%s%s%s", table[i].name, table[i].arg != NULL ? "=" : "",
			table[i].arg != NULL ? table[i].arg : "");
		sbuf_pad(out, start, 24);
		say_help(&table[i], out);
		sbuf_char(out, '\n');
	}
}

void options_help(struct sbuf *out)
{
	sbuf_str(out, "cosub shows what coroutines do, side by side with subroutines.\n\n");
	help_modes(out);
	sbuf_char(out, '\n');
	help_options(out);
	sbuf_str(out,
		"\nWithout arguments cosub shows the lessons, to choose one. A NAME is looked for\n"
		"as a file, in ./scenarios, beside the program and among the installed lessons;\n"
		"its number or its beginning is enough.\n"
		"Exit status: 0 fine, 1 the program or a claim failed, 2 bad usage or a file that\n"
		"cannot be used, 3 a limit was reached.\n");
}
