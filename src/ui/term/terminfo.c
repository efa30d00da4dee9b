#include "ui/term/terminfo.h"

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
		sbuf_str(why,
			isatty(STDIN_FILENO) ? "standard output is not a terminal"
					     : "standard input is not a terminal");
		return SCREEN_NO_TERMINAL;
	}
	if (term == NULL || *term == '\0') {
		sbuf_str(why, "TERM is not set");
		return SCREEN_BAD_TERM;
	}
	int found;
	if (setupterm(term, STDOUT_FILENO, &found) == ERR) {
		say(why, "the terminal type \"", term,
			found == 1 ? "\" is a printer" : "\" is unknown");
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

bool terminfo_has_mouse(void)
{
	return capability("XM") != NULL || key_mouse != NULL;
}

void terminfo_farewell(struct sbuf *out)
{
	if (terminfo_has_mouse())
		sbuf_str(out, "\033[?1006;1000l\033[?1000l");
	add_capability(out, capability("BD"));
	add_capability(out, keypad_local);
	add_capability(out, exit_attribute_mode);
	add_capability(out, cursor_normal);
	add_capability(out, exit_ca_mode);
	if (exit_ca_mode == NULL)
		sbuf_str(out, "\r\n");
}

/* Showing pictures. */

/* A capability with its numbers put in. */
static void add_filled(struct sbuf *out, const char *s, int a, int b)
{
	char *filled = tiparm(s, a, b);
	if (filled != NULL)
		add_capability(out, filled);
}

/* XM is not in every terminfo that has a key for the mouse. */
void terminfo_mouse(bool on, struct sbuf *out)
{
	if (capability("XM") != NULL)
		add_filled(out, capability("XM"), on, 0);
	else if (key_mouse != NULL)
		sbuf_str(out, on ? "\033[?1000h" : "\033[?1000l");
}

static void go_to(struct sbuf *out, int row, int col)
{
	add_filled(out, cursor_address, row, col);
}

static char *without_padding(const char *s)
{
	struct sbuf out = { 0 };
	if (s == NULL)
		return NULL;
	add_capability(&out, s);
	return sbuf_take(&out);
}

/* Nobody enters line drawing characters, so nobody has to leave them. */
static char *plain_again(void)
{
	struct sbuf out = { 0 };
	const char *s = exit_attribute_mode;
	if (s == NULL)
		return NULL;
	add_capability(&out, strncmp(s, "\033(B\033", 4) == 0 ? s + 3 : s);
	if (out.len > 1 && out.text[out.len - 1] == '\017')
		sbuf_truncate(&out, out.len - 1);
	if (strcmp(sbuf_cstr(&out), "\033[m") != 0 && strcmp(sbuf_cstr(&out), "\033[0m") != 0)
		add_capability(&out, orig_pair);
	return sbuf_take(&out);
}

static char *colour_of(enum role role, enum theme theme)
{
	struct sbuf out = { 0 };
	int colour = max_colors >= 8 && set_a_foreground != NULL
		? look_colour(role_look(role), theme, max_colors)
		: -1;
	if (colour < 0)
		return NULL;
	add_filled(&out, set_a_foreground, colour, 0);
	return sbuf_take(&out);
}

static bool is_same_sequence(const char *capability, const char *ecma)
{
	return capability != NULL && strcmp(capability, ecma) == 0;
}

/* Whether it is just that, but for padding. */
static bool places_as_ecma(void)
{
	struct sbuf s = { 0 };
	add_capability(&s, cursor_address);
	bool ecma = is_same_sequence(sbuf_cstr(&s), "\033[%i%p1%d;%p2%dH");
	sbuf_fini(&s);
	return ecma;
}

bool terminfo_tells_background(void)
{
	return max_colors >= 8 && key_mouse != NULL && places_as_ecma();
}

struct emit_terminal terminfo_for_emit(enum theme theme, bool colours)
{
	struct emit_terminal t = {
		.go = go_to,
		.ecma = places_as_ecma(),
		.in_row = is_same_sequence(column_address, "\033[%i%p1%dG"),
		.in_column = is_same_sequence(row_address, "\033[%i%p1%dd"),
		.forward = is_same_sequence(parm_right_cursor, "\033[%p1%dC"),
		.back = is_same_sequence(cursor_left, "\b"),
		.feeds = is_same_sequence(carriage_return, "\r") &&
			is_same_sequence(cursor_down, "\n"),
		.erases = is_same_sequence(erase_chars, "\033[%p1%dX"),
		.clear = without_padding(clear_screen),
		.erase_to_end = without_padding(clr_eol),
		.reset = plain_again(),
		.spares_corner = auto_right_margin && !eat_newline_glitch,
	};
	/* What cannot be ended is not begun; on some, attributes take cells. */
	if (t.reset == NULL || magic_cookie_glitch > 0)
		return t;
	t.bold = without_padding(enter_bold_mode);
	t.underline = without_padding(enter_underline_mode);
	t.reverse = without_padding(enter_reverse_mode);
	for (int r = 0; colours && r < ROLE_COUNT; r++)
		t.colour[r] = colour_of((enum role)r, theme);
	return t;
}
