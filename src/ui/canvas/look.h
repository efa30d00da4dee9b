#ifndef COSUB_UI_CANVAS_LOOK_H
#define COSUB_UI_CANVAS_LOOK_H

/*
 * How things look: two tables.  A pane says what a cell means (its role) and
 * which sign stands there (a glyph); these tables alone say in which colour
 * and with which character.  Nothing here knows a terminal.
 */

#include <stdbool.h>
#include <stdint.h>

/* What a cell means. */
enum role {
	ROLE_NORMAL,
	ROLE_CURRENT,
	ROLE_RUNNING,
	ROLE_ENTRY,
	ROLE_SUSPENDED,
	ROLE_POINT,
	ROLE_WAITING,
	ROLE_GONE,
	ROLE_RULE,
	ROLE_NUMBER,
	ROLE_CHANGED,
	ROLE_ERROR,
	ROLE_BREAKPOINT,
	ROLE_TITLE,
	ROLE_NOTE,
	ROLE_KEY,
	ROLE_STATUS,
	ROLE_FOUND,
	ROLE_CURRENT_ENTRY,
	ROLE_CURRENT_POINT,
	ROLE_KEYWORD,
	ROLE_STRING,
	ROLE_COMMENT,
	ROLE_NUMERAL,
	ROLE_DEFINED,
	ROLE_COUNT
};

/* The background that a person works on. */
enum theme { THEME_DARK, THEME_LIGHT, THEME_COUNT };

/* The theme for a background 0xRRGGBB: the one whose text is told from it better. */
enum theme look_theme_on(uint32_t background);

/* How many colours a terminal has. */
enum palette { PALETTE_256, PALETTE_16, PALETTE_8, PALETTE_COUNT };

/* The colours are numbers of the terminal's palette, or -1 for its own. */
struct role_look {
	const char *name;
	const char *doc; /* what wears this role */
	char letter;     /* stands for it in canvas_roles, unique */
	bool bold, underline, reverse;
	short of[THEME_COUNT][PALETTE_COUNT];
};

/* The row of r. */
const struct role_look *role_look(enum role r);

/* The colour of a row on a terminal with so many colours (at least 8): a number
 * for that terminal, -1 for its own.  Beyond 256 it is 0xRRGGBB. */
int look_colour(const struct role_look *look, enum theme theme, int colours);

/* What may be drawn: everything; everything but the signs of the table below,
 * which are missing in some fonts; ASCII only. */
enum charset { CHARSET_UTF8, CHARSET_PLAIN_GLYPHS, CHARSET_ASCII };

/* The signs.  Each takes one column in UTF-8 and one or two in ASCII. */
enum glyph {
	GLYPH_ENTRY,
	GLYPH_POINT,
	GLYPH_GO_ON,
	GLYPH_CURRENT,
	GLYPH_NOTE,
	GLYPH_HERE,
	GLYPH_HEAD_RIGHT,
	GLYPH_HEAD_LEFT,
	GLYPH_RUNNING,
	GLYPH_SUSPENDED,
	GLYPH_WAITING,
	GLYPH_PART,
	GLYPH_GONE,
	GLYPH_CREATED,
	GLYPH_CHANGE,
	GLYPH_FROM,
	GLYPH_BREAKPOINT,
	GLYPH_CUT,
	GLYPH_ABOVE,
	GLYPH_BELOW,
	GLYPH_DOT,
	GLYPH_HORIZONTAL,
	GLYPH_VERTICAL,
	GLYPH_TOP_LEFT,
	GLYPH_TOP_RIGHT,
	GLYPH_BOTTOM_LEFT,
	GLYPH_BOTTOM_RIGHT,
	GLYPH_TEE_DOWN,
	GLYPH_TEE_UP,
	GLYPH_TEE_RIGHT,
	GLYPH_TEE_LEFT,
	GLYPH_CROSS,
	GLYPH_COUNT
};

/* The text of g in UTF-8: what a pane puts into its strings.  The canvas
 * changes it to ASCII where that is asked for. */
const char *glyph_text(enum glyph g);

/* The character of g in UTF-8. */
uint32_t glyph_code(enum glyph g);

/* The ASCII form of g. */
const char *glyph_ascii(enum glyph g);

/* The ASCII form of the glyph whose character is c, or NULL if c is none. */
const char *glyph_ascii_of(uint32_t c);

/* The directions in which a rule leaves the middle of a cell. */
enum { RULE_LEFT = 1, RULE_RIGHT = 2, RULE_UP = 4, RULE_DOWN = 8 };

/* The piece of rule that leaves a cell in the given directions (at least one);
 * half a line is drawn as a whole one. */
enum glyph glyph_rule(unsigned directions);

#endif
