#include "ui/stage/manual.h"

#include "session/commands/command.h"
#include "session/user/settings.h"
#include "ui/stage/stage.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

enum { LINE_COLUMNS = 78 };

/* A word as the argument of a macro: signs that mean something there do not. */
static void put_word(const char *word, size_t n, struct sbuf *out)
{
	if (n > 0 && !isalnum((unsigned char)word[0]))
		sbuf_str(out, "\\&");
	for (size_t i = 0; i < n; i++)
		sbuf_printf(out, word[i] == '-' ? "\\-" : word[i] == '\\' ? "\\e" : "%c", word[i]);
}

/* A sentence, in lines of some 80 columns that do not begin like a request. */
static void put_paragraph(const char *text, struct sbuf *out)
{
	size_t start = out->len;
	for (size_t n; *text != '\0'; text += n + (text[n] == ' ')) {
		n = strcspn(text, " ");
		if (out->len > start && out->len - start + n > LINE_COLUMNS) {
			sbuf_char(out, '\n');
			start = out->len;
		} else if (out->len > start) {
			sbuf_char(out, ' ');
		}
		if (out->len == start && (*text == '.' || *text == '\''))
			sbuf_str(out, "\\&");
		for (size_t i = 0; i < n; i++)
			sbuf_printf(out, text[i] == '\\' ? "\\e" : "%c", text[i]);
	}
	sbuf_char(out, '\n');
}

/* " Op Ar n" for "[N]", " Ar step" for "STEP". */
static void put_arguments(const char *args, struct sbuf *out)
{
	for (size_t n; *args != '\0'; args += n + (args[n] == ' ')) {
		n = strcspn(args, " ");
		bool optional = *args == '[';
		sbuf_str(out, optional ? " Op Ar " : " Ar ");
		for (size_t i = optional; i < n - optional; i++)
			sbuf_char(out, (char)tolower((unsigned char)args[i]));
	}
}

static void put_keys(const char *keys, struct sbuf *out)
{
	if (*keys == '\0')
		return;
	sbuf_str(out, strchr(keys, ' ') != NULL ? "Keys:\n" : "Key:\n");
	for (size_t n; *keys != '\0'; keys += n + (keys[n] == ' ')) {
		n = strcspn(keys, " ");
		sbuf_str(out, ".Ic ");
		put_word(keys, n, out);
		sbuf_str(out, keys[n] == ' ' ? " ,\n" : " .\n");
	}
}

static void put_command(const struct command *c, struct sbuf *out)
{
	sbuf_str(out, ".It Ic ");
	put_word(c->name, strlen(c->name), out);
	put_arguments(c->args, out);
	sbuf_char(out, '\n');
	struct sbuf help = { 0 };
	sbuf_printf(&help, "%c%s.", toupper((unsigned char)c->help[0]), c->help + 1);
	put_paragraph(help.text, out);
	put_keys(c->keys, out);
	sbuf_fini(&help);
}

static void put_table(const struct command_table *t, struct sbuf *out)
{
	sbuf_str(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < t->n; i++)
		put_command(&t->at[i], out);
	sbuf_str(out, ".El\n");
}

static void put_short_words(struct sbuf *out)
{
	const char *word, *name;
	for (size_t i = 0; command_short(i, &word, &name); i++) {
		sbuf_str(out, i > 0 ? " ,\n" : "");
		sbuf_printf(out, ".Ic %s\nfor\n.Ic ", word);
		put_word(name, strlen(name), out);
	}
	sbuf_str(out, " .\n");
}

static void put_setting(enum setting which, struct sbuf *out)
{
	const struct setting_row *row = &setting_rows[which];
	struct settings usual;
	struct sbuf range = { 0 }, said = { 0 };
	settings_init(&usual);
	settings_say_range(which, &range);
	settings_say(&usual, which, &said);
	sbuf_str(out, ".It Cm ");
	put_word(row->name, strlen(row->name), out);
	sbuf_printf(out, "\n%s; usually %s.\n%c%s.\n", range.text,
		said.text + strlen(row->name) + strlen(" is "),
		toupper((unsigned char)row->help[0]), row->help + 1);
	sbuf_fini(&range);
	sbuf_fini(&said);
	settings_fini(&usual);
}

void manual_sections(struct sbuf *out)
{
	sbuf_str(out,
		".Sh COMMANDS\nThe same on the screen, in the plain dialogue and in scripts.\n");
	sbuf_str(out,
		"A command may be shortened as long as it is unique, and a key may be typed as a\n"
		"word.\nShort words stand for\n");
	put_short_words(out);
	put_table(&session_commands, out);
	sbuf_str(out, ".Pp\nOnly on the screen:\n");
	put_table(&stage_commands, out);
	sbuf_str(out, ".Sh SETTINGS\n.Bl -tag -width Ds\n");
	for (int i = 0; i < SETTING_COUNT; i++)
		put_setting((enum setting)i, out);
	sbuf_str(out, ".El\n");
}
