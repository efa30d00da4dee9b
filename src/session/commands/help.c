#include "session/commands/help.h"

#include <string.h>

enum { USAGE_COLUMNS = 18, KEYS_COLUMNS = 22 };

static void put_usage(const struct command *c, struct sbuf *out)
{
	sbuf_printf(out, "%s%s%s", c->name, c->args[0] != '\0' ? " " : "", c->args);
}

/* A row of the table: usage, keys, what it does. */
static void put_row(const struct command *c, struct sbuf *out)
{
	size_t start = out->len;
	put_usage(c, out);
	sbuf_pad(out, start, USAGE_COLUMNS);
	start = out->len;
	sbuf_str(out, c->keys);
	sbuf_pad(out, start, KEYS_COLUMNS);
	sbuf_printf(out, "%s\n", c->help);
}

/* "next [N]: one step on; on the screen the keys n, Space" */
static void put_sentence(const struct command *c, bool keys, struct sbuf *out)
{
	put_usage(c, out);
	sbuf_printf(out, ": %s", c->help);
	if (keys && c->keys[0] != '\0')
		sbuf_str(out,
			strchr(c->keys, ' ') != NULL ? "; on the screen the keys "
						     : "; on the screen the key ");
	for (const char *at = c->keys; keys && *at != '\0';) {
		size_t n = strcspn(at, " ");
		sbuf_bytes(out, at, n);
		sbuf_str(out, at[n] == ' ' ? ", " : "");
		at += n + (at[n] == ' ');
	}
	sbuf_char(out, '\n');
}

static void put_heading(const char *heading, struct sbuf *out)
{
	sbuf_printf(out, "%s%s\n", out->len > 0 ? "\n" : "", heading);
}

/* What matters where the session stands, for somebody who is lost. */
static void list_needed(struct session *s)
{
	const char *name;
	if (s->matters == NULL)
		return;
	put_heading("HERE", &s->message);
	for (size_t i = 0; (name = s->matters(s->extra_self, i)) != NULL; i++)
		put_row(command_find(s, name, strlen(name)), &s->message);
}

static void list_commands(struct session *s)
{
	static const char *const headings[] = {
#define X(name, heading) [COMMAND_##name] = heading,
		COMMAND_GROUPS(X)
#undef X
	};
	const struct command *c;
	for (int group = 0; group < COMMAND_GROUP_COUNT; group++) {
		put_heading(headings[group], &s->message);
		for (size_t i = 0; (c = command_at(s, i)) != NULL; i++) {
			if ((int)c->group != group)
				continue;
			if (s->picture != NULL)
				put_row(c, &s->message);
			else
				put_sentence(c, false, &s->message);
		}
	}
}

/* The keys that the person has bound. */
static void list_keys(struct session *s)
{
	for (size_t i = 0; i < s->settings->bindings.len; i++) {
		const struct binding *b = &s->settings->bindings.at[i];
		sbuf_printf(&s->message, "your key %s: %s\n", b->key,
			*b->line != '\0' ? b->line : "nothing");
	}
}

enum session_status help_command(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct command *about = NULL;
	(void)c;
	if (a->n > 0 && (about = command_find(s, a->word[0], strlen(a->word[0]))) == NULL)
		return SESSION_WRONG;
	if (about != NULL) {
		put_sentence(about, true, &s->message);
	} else {
		list_needed(s);
		list_commands(s);
		list_keys(s);
	}
	sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}
