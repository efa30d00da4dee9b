#include "ui/terminfo.h"

#include "base/sbuf.h"
#include "base/utf8.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static void say(struct sbuf *why, const char *before, const char *text, const char *after)
{
	sbuf_str(why, before);
	utf8_printable(why, text, strlen(text));
	sbuf_str(why, after);
}

enum screen_status terminfo_probe(struct sbuf *why)
{
	const char *term = getenv("TERM");
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		sbuf_str(why, isatty(STDIN_FILENO) ? "standard output is not a terminal" : "standard input is not a terminal");
		return SCREEN_NO_TERMINAL;
	}
	if (term == NULL || *term == '\0') {
		sbuf_str(why, "TERM is not set");
		return SCREEN_BAD_TERM;
	}
	int found;
	if (setupterm(term, STDOUT_FILENO, &found) == ERR) {
		say(why, "the terminal type \"", term, found == 1 ? "\" is a printer" : "\" is unknown");
		return SCREEN_BAD_TERM;
	}
	bool able = cursor_address != NULL && clear_screen != NULL && !generic_type && !hard_copy;
	del_curterm(cur_term);
	if (!able) {
		say(why, "a terminal of type \"", term, "\" cannot place the cursor");
		return SCREEN_BAD_TERM;
	}
	return SCREEN_OK;
}

const char *terminfo_richer(struct sbuf *name)
{
	const char *told = getenv("COLORTERM");
	int found;
	if (told == NULL || (strcmp(told, "truecolor") != 0 && strcmp(told, "24bit") != 0))
		return NULL;
	sbuf_printf(name, "%s-256color", getenv("TERM"));
	if (setupterm(sbuf_cstr(name), STDOUT_FILENO, &found) == ERR)
		return NULL;
	del_curterm(cur_term);
	return sbuf_cstr(name);
}

static const char *capability(const char *name)
{
	const char *s = tigetstr(name);
	return s == (const char *)-1 ? NULL : s;
}

/* Appends a capability without its padding ($<5>). */
static void add_capability(struct sbuf *out, const char *s)
{
	while (s != NULL && *s != '\0') {
		const char *end = strncmp(s, "$<", 2) == 0 ? strchr(s, '>') : NULL;
		if (end == NULL)
			sbuf_char(out, *s);
		s = end == NULL ? s + 1 : end + 1;
	}
}

void terminfo_capability(const char *name, struct sbuf *out)
{
	add_capability(out, capability(name));
}

void terminfo_farewell(struct sbuf *out)
{
	if (capability("XM") != NULL || key_mouse != NULL)
		sbuf_str(out, "\033[?1006;1000l\033[?1000l");
	add_capability(out, capability("BD"));
	add_capability(out, keypad_local);
	add_capability(out, exit_attribute_mode);
	add_capability(out, cursor_normal);
	add_capability(out, exit_ca_mode);
	if (exit_ca_mode == NULL)
		sbuf_str(out, "\r\n");
}
