#include "ui/canvas/look.h"

#include <assert.h>
#include <stddef.h>

/* Blue, orange and vermilion of the Okabe-Ito palette, which people who
 * confuse red and green can tell apart, as light or as dark as the background
 * needs them.  Where there are few colours, they are what a person set them to,
 * and bold ones are brighter: of those only blue can be read on white. */
#define BLUE .of = { { 75, 14, 6 }, { 25, 4, 4 } }
#define ORANGE .of = { { 214, 11, 3 }, { 94, -1, -1 } }
#define VERMILION .of = { { 210, 9, 1 }, { 88, -1, -1 } }
#define GREEN .of = { { 43, 10, 2 }, { 22, -1, -1 } }
#define GREY .of = { { 247, 7, -1 }, { 240, -1, -1 } }
#define NONE .of = { { -1, -1, -1 }, { -1, -1, -1 } }

/* Syntax is told by hues that hardly are: states have to stand out. */
#define QUIET(dark, light) .of = { { dark, -1, -1 }, { light, -1, -1 } }

static const struct role_look roles[] = {
	[ROLE_NORMAL] = { "normal", "everything else", '.', NONE },
	[ROLE_CURRENT] = { "current", "the current line of a side that moved", 'c', .bold = true,
		.reverse = true, NONE },
	[ROLE_RUNNING] = { "running", "a running frame and its lane", 'r', .bold = true, BLUE },
	[ROLE_ENTRY] = { "entry", "an entry point", 'e', .bold = true, BLUE },
	[ROLE_SUSPENDED] = { "suspended", "a suspended frame and its lane", 's', .bold = true,
		ORANGE },
	[ROLE_POINT] = { "point", "a re-entry point, a place to go on", 'p', .bold = true, ORANGE },
	[ROLE_WAITING] = { "waiting", "a caller that waits", 'w', NONE },
	[ROLE_GONE] = { "gone", "a frame that is gone", 'g', GREY },
	[ROLE_RULE] = { "rule", "lines between panes", 'l', GREY },
	[ROLE_NUMBER] = { "number", "line numbers", 'n', GREY },
	[ROLE_CHANGED] = { "changed", "a value that this step changed", 'v', .bold = true,
		.underline = true, NONE },
	[ROLE_ERROR] = { "error", "an error", 'x', .bold = true, VERMILION },
	[ROLE_BREAKPOINT] = { "breakpoint", "a line where the run stops", 'b', .bold = true,
		VERMILION },
	[ROLE_TITLE] = { "title", "the name of a pane", 't', .bold = true, NONE },
	[ROLE_NOTE] = { "note", "an author's note", 'o', BLUE },
	[ROLE_KEY] = { "key", "a key in a hint", 'k', .bold = true, NONE },
	[ROLE_FOUND] = { "found", "what a search found", 'f', .bold = true, .underline = true,
		GREEN },
	[ROLE_STATUS] = { "status", "the last row", 'u', NONE },
	[ROLE_CURRENT_ENTRY] = { "bar-entry", "an entry point on the current line", 'E',
		.bold = true, .reverse = true, BLUE },
	[ROLE_CURRENT_POINT] = { "bar-point", "a re-entry point there", 'P', .bold = true,
		.reverse = true, ORANGE },
	[ROLE_KEYWORD] = { "keyword", "a word of the language", 'K', QUIET(146, 60) },
	[ROLE_STRING] = { "string", "a string", 'S', QUIET(108, 22) },
	[ROLE_COMMENT] = { "comment", "a comment", 'C', QUIET(247, 241) },
	[ROLE_NUMERAL] = { "numeral", "a number in a source", 'N', QUIET(182, 53) },
	[ROLE_DEFINED] = { "defined", "the name of a function or a class", 'D', QUIET(152, 23) },
};
static_assert(sizeof roles / sizeof *roles == ROLE_COUNT, "a row for each role");

struct glyph_row {
	uint32_t c;
	const char *utf8, *ascii;
};

static const struct glyph_row glyphs[] = {
	[GLYPH_ENTRY] = { 0x25cf, "●", "@" },
	[GLYPH_POINT] = { 0x25c6, "◆", "*" },
	[GLYPH_GO_ON] = { 0x25c4, "◄", "<" },
	[GLYPH_CURRENT] = { 0x25ba, "►", ">" },
	[GLYPH_NOTE] = { 0x00bb, "»", "#" },
	[GLYPH_HERE] = { 0x258c, "▌", "|" },
	[GLYPH_HEAD_RIGHT] = { '>', ">", ">" },
	[GLYPH_HEAD_LEFT] = { '<', "<", "<" },
	[GLYPH_RUNNING] = { 0x2588, "█", "#" },
	[GLYPH_SUSPENDED] = { 0x2592, "▒", "%" },
	[GLYPH_WAITING] = { 0x2500, "─", "-" },
	[GLYPH_PART] = { 0x25ac, "▬", "=" },
	[GLYPH_GONE] = { 0x00d7, "×", "x" },
	[GLYPH_CREATED] = { 0x25cb, "○", "o" },
	[GLYPH_CHANGE] = { 0x2192, "→", "->" },
	[GLYPH_FROM] = { 0x2190, "←", "<-" },
	[GLYPH_BREAKPOINT] = { 0x25a0, "■", "!" },
	[GLYPH_CUT] = { 0x2026, "…", "~" },
	[GLYPH_ABOVE] = { 0x25b2, "▲", "^" },
	[GLYPH_BELOW] = { 0x25bc, "▼", "v" },
	[GLYPH_DOT] = { 0x00b7, "·", "." },
	[GLYPH_HORIZONTAL] = { 0x2500, "─", "-" },
	[GLYPH_VERTICAL] = { 0x2502, "│", "|" },
	[GLYPH_TOP_LEFT] = { 0x250c, "┌", "+" },
	[GLYPH_TOP_RIGHT] = { 0x2510, "┐", "+" },
	[GLYPH_BOTTOM_LEFT] = { 0x2514, "└", "+" },
	[GLYPH_BOTTOM_RIGHT] = { 0x2518, "┘", "+" },
	[GLYPH_TEE_DOWN] = { 0x252c, "┬", "+" },
	[GLYPH_TEE_UP] = { 0x2534, "┴", "+" },
	[GLYPH_TEE_RIGHT] = { 0x251c, "├", "+" },
	[GLYPH_TEE_LEFT] = { 0x2524, "┤", "+" },
	[GLYPH_CROSS] = { 0x253c, "┼", "+" },
};
static_assert(sizeof glyphs / sizeof *glyphs == GLYPH_COUNT, "a row for each glyph");

static const enum glyph rules[16] = {
	[RULE_LEFT] = GLYPH_HORIZONTAL,
	[RULE_RIGHT] = GLYPH_HORIZONTAL,
	[RULE_LEFT | RULE_RIGHT] = GLYPH_HORIZONTAL,
	[RULE_UP] = GLYPH_VERTICAL,
	[RULE_DOWN] = GLYPH_VERTICAL,
	[RULE_UP | RULE_DOWN] = GLYPH_VERTICAL,
	[RULE_RIGHT | RULE_DOWN] = GLYPH_TOP_LEFT,
	[RULE_LEFT | RULE_DOWN] = GLYPH_TOP_RIGHT,
	[RULE_RIGHT | RULE_UP] = GLYPH_BOTTOM_LEFT,
	[RULE_LEFT | RULE_UP] = GLYPH_BOTTOM_RIGHT,
	[RULE_LEFT | RULE_RIGHT | RULE_DOWN] = GLYPH_TEE_DOWN,
	[RULE_LEFT | RULE_RIGHT | RULE_UP] = GLYPH_TEE_UP,
	[RULE_UP | RULE_DOWN | RULE_RIGHT] = GLYPH_TEE_RIGHT,
	[RULE_UP | RULE_DOWN | RULE_LEFT] = GLYPH_TEE_LEFT,
	[RULE_LEFT | RULE_RIGHT | RULE_UP | RULE_DOWN] = GLYPH_CROSS,
};

const struct role_look *role_look(enum role r)
{
	assert((unsigned)r < ROLE_COUNT);
	return &roles[r];
}

/* Black and white are equally far from a grey of 117, in contrast as the Web Content
 * Accessibility Guidelines have it; how bright a colour is, ITU-R BT.601 says. */
enum theme look_theme_on(uint32_t background)
{
	uint32_t red = background >> 16 & 0xff, green = background >> 8 & 0xff,
		 blue = background & 0xff;
	return 299 * red + 587 * green + 114 * blue > 117 * 1000 ? THEME_LIGHT : THEME_DARK;
}

/* What a colour of the palette of 256 is in red, green and blue: a cube of
 * six steps and a ramp of grey.  The first 16 are what a person set them to. */
static int direct_colour(int n)
{
	if (n < 16)
		return n;
	if (n >= 232)
		return (8 + 10 * (n - 232)) * 0x10101;
	int rgb = 0;
	for (int i = n - 16, unit = 1; unit <= 0x10000; i /= 6, unit *= 0x100)
		rgb += (i % 6 > 0 ? 55 + 40 * (i % 6) : 0) * unit;
	return rgb;
}

int look_colour(const struct role_look *look, enum theme theme, int colours)
{
	assert((unsigned)theme < THEME_COUNT && "a theme has its colours");
	const short *of = look->of[theme];
	if (colours < 256)
		return of[colours < 16 ? PALETTE_8 : PALETTE_16];
	return colours > 256 ? direct_colour(of[PALETTE_256]) : of[PALETTE_256];
}

const char *glyph_text(enum glyph g)
{
	assert((unsigned)g < GLYPH_COUNT);
	return glyphs[g].utf8;
}

uint32_t glyph_code(enum glyph g)
{
	assert((unsigned)g < GLYPH_COUNT);
	return glyphs[g].c;
}

const char *glyph_ascii(enum glyph g)
{
	assert((unsigned)g < GLYPH_COUNT);
	return glyphs[g].ascii;
}

const char *glyph_ascii_of(uint32_t c)
{
	for (size_t i = 0; i < GLYPH_COUNT; i++)
		if (glyphs[i].c == c)
			return glyphs[i].ascii;
	return NULL;
}

enum glyph glyph_rule(unsigned directions)
{
	assert(directions > 0 && directions < 16);
	return rules[directions];
}
