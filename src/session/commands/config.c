#include "session/commands/config.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/commands/script.h"
#include "session/core/cancellation.h"
#include "session/user/user_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Settings. */

struct limits config_limits(const struct settings *settings)
{
	return (struct limits){
		.steps = settings->value[SETTING_MAX_STEPS],
		.depth = settings->value[SETTING_MAX_DEPTH],
		.memory = (size_t)settings->value[SETTING_MAX_MEMORY],
		.output = (size_t)settings->value[SETTING_MAX_OUTPUT],
	};
}

static void take_settings(struct session *s)
{
	s->values = (enum variable_view)s->settings->value[SETTING_VALUES];
	s->limits = config_limits(s->settings);
}

void config_session(struct session *s, struct settings *settings)
{
	s->settings = settings;
	take_settings(s);
}

/* " (dark or light): colours for ..." */
static void say_meaning(enum setting which, struct sbuf *out)
{
	sbuf_str(out, " (");
	settings_say_range(which, out);
	sbuf_printf(out, "): %s", setting_rows[which].help);
}

static enum session_status list_settings(struct session *s)
{
	for (int i = 0; i < SETTING_COUNT; i++) {
		settings_say(s->settings, (enum setting)i, &s->message);
		say_meaning((enum setting)i, &s->message);
		sbuf_str(&s->message, i + 1 < SETTING_COUNT ? "\n" : "");
	}
	return SESSION_PAGE;
}

enum session_status config_set(
	struct session *s, const struct command *c, const struct arguments *a)
{
	enum setting which;
	if (a->n == 0)
		return list_settings(s);
	if (a->n > 2)
		return session_say(s, SESSION_WRONG, "%s expects a setting and one value", c->name);
	bool done = a->n == 2
		? settings_read(s->settings, a->word[0], a->word[1], &which, &s->message)
		: settings_find(a->word[0], &which, &s->message);
	if (!done)
		return SESSION_WRONG;
	settings_say(s->settings, which, &s->message);
	if (a->n == 1)
		say_meaning(which, &s->message);
	take_settings(s);
	return SESSION_SAID;
}

/* Keys. */

/* A key's name, without the brackets around it if it has such. */
static char *key_name(const char *word)
{
	size_t n = strlen(word);
	return n > 2 && word[0] == '<' && word[n - 1] == '>' ? mem_strndup(word + 1, n - 2)
							     : mem_strdup(word);
}

static enum session_status refuse_key(struct session *s, const struct command *c, const char *key)
{
	struct sbuf shown = { 0 };
	utf8_printable(&shown, key, strlen(key));
	utf8_cut(&shown, 0, 30);
	session_say(s, SESSION_WRONG,
		"%s expects a key such as x, Space, F5, Ctrl-X or Alt-x, not \"%s\"", c->name,
		sbuf_cstr(&shown));
	sbuf_fini(&shown);
	return SESSION_WRONG;
}

static bool is_free(const struct session *s, const char *key)
{
	return *key != '\0' && strcmp(key, "Esc") != 0 && strcmp(key, "Ctrl-C") != 0 &&
		(s->settings->is_key == NULL || s->settings->is_key(key));
}

/* The line behind the key's word. */
static const char *line_behind(const char *rest)
{
	rest += strcspn(rest, " \t");
	return rest + strspn(rest, " \t");
}

static enum session_status bind_key(
	struct session *s, const struct command *c, const char *key, const char *line)
{
	if (!is_free(s, key))
		return refuse_key(s, c, key);
	if (!command_is_known(s, line, strcspn(line, " \t")))
		return SESSION_WRONG;
	settings_bind(s->settings, key, line);
	return session_say(s, SESSION_SAID, "the key %s does: %s", key, line);
}

static enum session_status say_binding(struct session *s, const struct command *c, const char *key)
{
	const char *line = settings_binding(s->settings, key);
	const struct command *usual = command_of_key(s, key);
	if (line == NULL && usual != NULL)
		line = usual->name;
	if (line == NULL && !is_free(s, key))
		return refuse_key(s, c, key);
	if (line == NULL || *line == '\0')
		return session_say(s, SESSION_SAID, "the key %s does nothing", key);
	return session_say(s, SESSION_SAID, "the key %s does: %s", key, line);
}

static enum session_status list_bindings(struct session *s)
{
	for (size_t i = 0; i < s->settings->bindings.len; i++) {
		const struct binding *b = &s->settings->bindings.at[i];
		sbuf_printf(&s->message, "%sthe key %s does%s%s", i > 0 ? "\n" : "", b->key,
			*b->line != '\0' ? ": " : " nothing", b->line);
	}
	if (s->settings->bindings.len == 0)
		return session_say(
			s, SESSION_SAID, "no key is bound by you; help lists the usual ones");
	return SESSION_PAGE;
}

enum session_status config_bind(
	struct session *s, const struct command *c, const struct arguments *a)
{
	if (a->n == 0)
		return list_bindings(s);
	char *key = key_name(a->word[0]);
	enum session_status status = a->n == 1 ? say_binding(s, c, key)
					       : bind_key(s, c, key, line_behind(a->rest));
	mem_free(key);
	return status;
}

/* A key that the person has bound gets its usual meaning back; another one loses
 * it. */
enum session_status config_unbind(
	struct session *s, const struct command *c, const struct arguments *a)
{
	char *key = key_name(a->word[0]);
	enum session_status status;
	const struct command *usual = command_of_key(s, key);
	if (a->n > 1 || !is_free(s, key))
		status = refuse_key(s, c, a->rest);
	else if (settings_unbind(s->settings, key))
		status = session_say(s, SESSION_SAID, "the key %s does what it usually does: %s",
			key, usual != NULL ? usual->name : "nothing");
	else if (usual != NULL) {
		settings_bind(s->settings, key, "");
		status = session_say(s, SESSION_SAID, "the key %s does nothing", key);
	} else
		status = session_say(s, SESSION_REFUSED, "the key %s does nothing already", key);
	mem_free(key);
	return status;
}

/* The file. */

static bool is_of_config(const struct command *c)
{
	return c->run == config_set || c->run == config_bind || c->run == config_unbind;
}

/* Does one line on a session that has no runs; false with its message. */
static bool do_config_line(struct session *blank, const char *line)
{
	line += strspn(line, " \t");
	if (*line == '#' || *line == '\0')
		return true;
	const struct command *c = command_find(blank, line, strcspn(line, " \t"));
	if (c != NULL && !is_of_config(c))
		session_say(blank, SESSION_WRONG,
			"%s has no place here; there are set, bind and unbind", c->name);
	if (c == NULL || !is_of_config(c))
		return false;
	enum session_status status = session_do(blank, line);
	return status != SESSION_WRONG && status != SESSION_REFUSED;
}

static void do_config(struct session *blank, FILE *f, const char *path, struct sbuf *why)
{
	struct script_line l = { 0 };
	while (script_next(&l, f)) {
		const char *fault = script_fault(&l);
		if (fault == NULL && do_config_line(blank, l.text))
			continue;
		utf8_printable(why, path, strlen(path));
		sbuf_printf(why, ":%lu: %s\n", l.number,
			fault != NULL ? fault : sbuf_cstr(&blank->message));
	}
	if (ferror(f)) {
		utf8_printable(why, path, strlen(path));
		sbuf_printf(why, ": %s\n", strerror(errno));
	}
	script_line_fini(&l);
}

void config_read(struct settings *settings, const struct command_table *more, struct sbuf *why)
{
	struct cancellation cancellation = { 0 };
	struct session blank = {
		.settings = settings, .extra = more, .cancellation = &cancellation
	};
	struct sbuf path = { 0 };
	FILE *f = user_files_path(USER_FILES_CONFIG, "config", &path) ? fopen(path.text, "re")
								      : NULL;
	if (f != NULL) {
		do_config(&blank, f, path.text, why);
		fclose(f);
	} else if (errno != ENOENT && errno != ENOTDIR) {
		utf8_printable(why, path.text, path.len);
		sbuf_printf(why, ": %s\n", strerror(errno));
	}
	sbuf_fini(&blank.message);
	sbuf_fini(&path);
}
