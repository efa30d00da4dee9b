#include "session/user/settings.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <string.h>

const struct setting_row setting_rows[SETTING_COUNT] = {
	[SETTING_THEME] = { "theme", "auto dark light", 0, 2, 0, "",
		"colours for a dark or a light background; auto asks the terminal" },
	[SETTING_GLYPHS] = { "glyphs", "auto utf8 ascii", 0, 2, 0, "",
		"the signs that are drawn; auto goes by the locale and the terminal" },
	[SETTING_MOUSE] = { "mouse", "off on", 0, 1, SETTING_OFF, "",
		"whether clicks and the wheel go to cosub instead of the terminal" },
	[SETTING_DELAY] = { "delay", NULL, 50, 5000, 600, " ms",
		"how long run waits between two steps" },
	[SETTING_VALUES] = { "values", "short types shared", 0, 2, 0, "",
		"how values are shown: short, with types, shared objects by a letter" },
	[SETTING_VERBOSITY] = { "verbosity", "short normal full", 0, 2, VERBOSITY_NORMAL, "",
		"how much the dialogue tells of a step: its sentence; notes and values too; "
		"also the line and the frames" },
	[SETTING_SIDES] = { "sides", "both one", 0, 1, SIDES_BOTH, "",
		"whether the dialogue tells both sides of a step, or the one in view" },
	[SETTING_MAX_STEPS] = { "max-steps", NULL, 1, INT64_MAX, 10000000, " lines",
		"after which a run is ended; from the next reload on" },
	[SETTING_MAX_DEPTH] = { "max-depth", NULL, 1, 1000000, 1000, " frames",
		"that may be nested; from the next reload on" },
	[SETTING_MAX_MEMORY] = { "max-memory", NULL, 1, INT64_MAX, INT64_C(1) << 30, " bytes",
		"that a program may use; from the next reload on" },
	[SETTING_MAX_OUTPUT] = { "max-output", NULL, 1, INT64_MAX, INT64_C(16) << 20, " bytes",
		"that a program may print; from the next reload on" },
};

void settings_init(struct settings *t)
{
	*t = (struct settings){ 0 };
	for (int i = 0; i < SETTING_COUNT; i++)
		t->value[i] = setting_rows[i].usual;
}

void settings_fini(struct settings *t)
{
	for (size_t i = 0; i < t->bindings.len; i++) {
		mem_free(t->bindings.at[i].key);
		mem_free(t->bindings.at[i].line);
	}
	array_fini(&t->bindings);
}

void settings_put(struct settings *t, enum setting which, int64_t value)
{
	t->changes += t->value[which] != value;
	t->value[which] = value;
}

/* "x", printable and not long. */
static void put_shown(const char *text, struct sbuf *out)
{
	sbuf_char(out, '"');
	size_t start = out->len;
	utf8_printable(out, text, strlen(text));
	utf8_cut(out, start, 30);
	sbuf_char(out, '"');
}

/* "dark, light or grey" */
static void put_words(const char *words, struct sbuf *out)
{
	for (size_t n; *words != '\0'; words += n + (words[n] != '\0')) {
		n = strcspn(words, " ");
		sbuf_bytes(out, words, n);
		if (words[n] != '\0')
			sbuf_str(out, strchr(words + n + 1, ' ') != NULL ? ", " : " or ");
	}
}

void settings_say_range(enum setting which, struct sbuf *out)
{
	const struct setting_row *row = &setting_rows[which];
	if (row->words != NULL)
		put_words(row->words, out);
	else if (row->high == INT64_MAX)
		sbuf_printf(out, "a number of at least %" PRId64 "%s", row->low, row->unit);
	else
		sbuf_printf(out, "a number from %" PRId64 " to %" PRId64 "%s", row->low, row->high,
			row->unit);
}

bool settings_find(const char *name, enum setting *which, struct sbuf *why)
{
	size_t n = strlen(name), found = 0;
	for (int i = 0; i < SETTING_COUNT; i++) {
		bool exact = strcmp(setting_rows[i].name, name) == 0;
		if (!exact && strncmp(setting_rows[i].name, name, n) != 0)
			continue;
		*which = (enum setting)i;
		found = exact ? 1 : found + 1;
		if (exact)
			break;
	}
	if (found == 1)
		return true;
	put_shown(name, why);
	sbuf_str(why, found > 1 ? " could be several settings: " : " is no setting; there are ");
	for (int i = 0, told = 0; i < SETTING_COUNT; i++) {
		if (found == 0 || strncmp(setting_rows[i].name, name, n) == 0)
			sbuf_printf(why, "%s%s", told++ > 0 ? ", " : "", setting_rows[i].name);
	}
	return false;
}

/* The index of a word or of the only one that begins so; -1 if there is none. */
static int64_t find_word(const char *words, const char *text)
{
	int64_t found = -1;
	size_t len = strlen(text);
	for (int64_t i = 0; *words != '\0' && len > 0; i++) {
		size_t n = strcspn(words, " ");
		if (n == len && memcmp(words, text, n) == 0)
			return i;
		if (n > len && memcmp(words, text, len) == 0)
			found = found == -1 ? i : -2;
		words += n + (words[n] != '\0');
	}
	return found;
}

static bool read_setting_number(const struct setting_row *row, const char *text, int64_t *value)
{
	*value = 0;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at < '0' || *at > '9' || *value > (INT64_MAX - 9) / 10)
			return false;
		*value = *value * 10 + (*at - '0');
	}
	return *text != '\0' && *value >= row->low && *value <= row->high;
}

bool settings_read(struct settings *t, const char *name, const char *text, enum setting *which,
	struct sbuf *why)
{
	int64_t value;
	if (!settings_find(name, which, why))
		return false;
	const struct setting_row *row = &setting_rows[*which];
	bool good = row->words != NULL ? (value = find_word(row->words, text)) >= 0
				       : read_setting_number(row, text, &value);
	if (good) {
		settings_put(t, *which, value);
		return true;
	}
	sbuf_printf(why, "%s expects ", row->name);
	settings_say_range(*which, why);
	sbuf_str(why, ", not ");
	put_shown(text, why);
	return false;
}

void settings_say(const struct settings *t, enum setting which, struct sbuf *out)
{
	const struct setting_row *row = &setting_rows[which];
	const char *word = row->words;
	sbuf_printf(out, "%s is ", row->name);
	if (word == NULL) {
		sbuf_printf(out, "%" PRId64 "%s", t->value[which], row->unit);
		return;
	}
	for (int64_t i = t->value[which]; i > 0; i--)
		word = strchr(word, ' ') + 1;
	sbuf_bytes(out, word, strcspn(word, " "));
}

/* Keys. */

static struct binding *find_binding(const struct settings *t, const char *key)
{
	for (size_t i = 0; i < t->bindings.len; i++) {
		if (strcmp(t->bindings.at[i].key, key) == 0)
			return &t->bindings.at[i];
	}
	return NULL;
}

const char *settings_binding(const struct settings *t, const char *key)
{
	const struct binding *b = find_binding(t, key);
	return b != NULL ? b->line : NULL;
}

void settings_bind(struct settings *t, const char *key, const char *line)
{
	struct binding *b = find_binding(t, key);
	char *copy = mem_strdup(line);
	if (b == NULL) {
		array_push(&t->bindings, ((struct binding){ mem_strdup(key), copy }));
		return;
	}
	mem_free(b->line);
	b->line = copy;
}

bool settings_unbind(struct settings *t, const char *key)
{
	struct binding *b = find_binding(t, key);
	if (b == NULL)
		return false;
	mem_free(b->key);
	mem_free(b->line);
	for (size_t i = (size_t)(b - t->bindings.at); i + 1 < t->bindings.len; i++)
		t->bindings.at[i] = t->bindings.at[i + 1];
	t->bindings.len--;
	return true;
}
