#ifndef COSUB_SESSION_USER_SETTINGS_H
#define COSUB_SESSION_USER_SETTINGS_H

/*
 * What a person can set, and the keys that they have bound: one table, from which
 * "set", its completion, its help and the manual follow.  Settings outlive a
 * session and are the same for all of one program; what they mean for a screen
 * is the screen's affair, which looks at `changes`.
 */

#include "base/array.h"
#include "base/sbuf.h"

#include <stdbool.h>
#include <stdint.h>

enum setting {
	SETTING_THEME, /* index of its words, as for all that have words */
	SETTING_GLYPHS,
	SETTING_MOUSE,
	SETTING_DELAY,  /* ms */
	SETTING_VALUES, /* enum variable_view */
	SETTING_VERBOSITY,
	SETTING_SIDES,
	SETTING_MAX_STEPS,
	SETTING_MAX_DEPTH,
	SETTING_MAX_MEMORY,
	SETTING_MAX_OUTPUT,
	SETTING_COUNT
};

enum { SETTING_OFF, SETTING_ON };
enum { SETTING_GLYPHS_ASCII = 2 };
enum { VERBOSITY_SHORT, VERBOSITY_NORMAL, VERBOSITY_FULL };
enum { SIDES_BOTH, SIDES_ONE };

struct setting_row {
	const char *name;
	const char *words;        /* what it can be, separated by blanks; NULL: a number */
	int64_t low, high, usual; /* of a word: usual is its index */
	const char *unit;         /* of a number, with a blank before it; "" for none */
	const char *help;
};

extern const struct setting_row setting_rows[SETTING_COUNT];

/* A key that a person has bound to a command line; an empty line: to nothing. */
struct binding {
	char *key, *line;
};

struct settings {
	int64_t value[SETTING_COUNT];
	struct {
		ARRAY(struct binding);
	} bindings;
	uint32_t changes; /* counts the changes of values */
	/* Whether there is a key of this name; NULL: whatever is not empty. */
	bool (*is_key)(const char *name);
};

/* Everything as usual. */
void settings_init(struct settings *t);
void settings_fini(struct settings *t);

/* Sets one. */
void settings_put(struct settings *t, enum setting which, int64_t value);

/* Sets the one that is called name, or as the only one begins so, to what text
 * says; false with a sentence in why. */
bool settings_read(struct settings *t, const char *name, const char *text, enum setting *which,
	struct sbuf *why);

/* The setting that is called name, or as the only one begins so; false with a
 * sentence in why. */
bool settings_find(const char *name, enum setting *which, struct sbuf *why);

/* "theme is dark" */
void settings_say(const struct settings *t, enum setting which, struct sbuf *out);

/* "dark or light", "a number from 50 to 5000 ms" */
void settings_say_range(enum setting which, struct sbuf *out);

/* The line that a key is bound to by the person; NULL if they have not bound it. */
const char *settings_binding(const struct settings *t, const char *key);

/* Binds a key to a line, or to nothing ("").  settings_unbind forgets it; false
 * if it was not bound. */
void settings_bind(struct settings *t, const char *key, const char *line);
bool settings_unbind(struct settings *t, const char *key);

#endif
