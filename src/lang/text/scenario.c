#include "lang/text/scenario.h"

#include "base/array.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/lesson.h"
#include "lang/text/lexer.h"
#include "lang/text/marker.h"

#include <assert.h>
#include <string.h>

/* No run has more steps than such a number tells. */
enum { MAX_STEP_DIGITS = 15 };

/* A piece of one line of the source. */
struct piece {
	const char *s;
	size_t n;
	uint32_t line, col;
};

struct piece_list {
	ARRAY(struct piece);
};

enum cell {
	CELL_MARKDOWN,
	CELL_BOTH,
	CELL_COROUTINE,
	CELL_SUBROUTINE,
	CELL_INPUT,
	CELL_RAW, /* kept in the file, and nothing of ours */
	CELL_COUNT,
	CELL_NONE
};

static const struct {
	const char *name;
	bool is_text;           /* its lines are comments */
	bool of[SIDE_COUNT];    /* the programs that it is a part of */
	bool opens[SIDE_COUNT]; /* and those that it makes exist */
} cells[CELL_COUNT] = {
	[CELL_MARKDOWN] = { .name = "[markdown]", .is_text = true },
	[CELL_BOTH] = { .name = "both", .of = { true, true } },
	[CELL_COROUTINE] = { .name = "coroutine",
		.of[SIDE_COROUTINE] = true,
		.opens[SIDE_COROUTINE] = true },
	[CELL_SUBROUTINE] = { .name = "subroutine",
		.of[SIDE_SUBROUTINE] = true,
		.opens[SIDE_SUBROUTINE] = true },
	[CELL_INPUT] = { .name = "input", .is_text = true },
	[CELL_RAW] = { .name = "[raw]" },
};

static const char *const compare_names[] = {
	[COMPARE_OUTPUT] = "output",
	[COMPARE_LINES] = "lines",
	[COMPARE_RESULT] = "result",
	[COMPARE_NONE] = "none",
};

struct cutter {
	struct scenario *sc;
	struct diag *d;
	struct piece_list markdown, input;
	bool seen[CELL_COUNT];
	bool *inside; /* a line: begins inside a string */
};

const char *side_name(enum side side)
{
	assert(side < SIDE_COUNT);
	return side == SIDE_COROUTINE ? "coroutine" : "subroutine";
}

static struct span span_of(const struct piece *p)
{
	return (struct span){ p->line, p->col, p->line, p->col + (uint32_t)(p->n ? p->n : 1) };
}

static bool piece_is(const struct piece *p, const char *text)
{
	return p->n == strlen(text) && memcmp(p->s, text, p->n) == 0;
}

/* The piece without its first n bytes. */
static struct piece behind(struct piece p, size_t n)
{
	return (struct piece){ p.s + n, p.n - n, p.line, p.col + (uint32_t)n };
}

static struct piece trimmed(struct piece p)
{
	while (p.n && (p.s[0] == ' ' || p.s[0] == '\t'))
		p = behind(p, 1);
	while (p.n && (p.s[p.n - 1] == ' ' || p.s[p.n - 1] == '\t'))
		p.n--;
	return p;
}

static struct piece line_piece(const struct source *src, uint32_t line)
{
	struct piece p = { .line = line };
	p.s = source_line(src, line, &p.n);
	return p;
}

/* Whether line i is inside a string: it is the program's, whatever it says. */
static bool *find_strings(const struct source *src)
{
	bool *inside = mem_calloc(src->nlines + 1, sizeof *inside);
	struct lexed lx;

	lexer_program(&lx, src->text, src->len);
	for (size_t i = 0; i < lx.tokens.len; i++) {
		const struct token *t = &lx.tokens.at[i];
		for (uint32_t line = t->span.line + 1;
			t->kind == TOKEN_STRING && line <= t->span.end_line; line++)
			inside[line] = true;
	}
	lexer_fini(&lx);
	return inside;
}

/* The cell that a marker asks for by its type or its name; CELL_COUNT: none. */
static enum cell named_cell(const struct marker *m, const struct piece *name)
{
	if (m->type != MARKER_CODE)
		return m->type == MARKER_RAW ? CELL_RAW : CELL_MARKDOWN;
	for (int k = CELL_BOTH; k <= CELL_INPUT; k++)
		if (piece_is(name, cells[k].name))
			return (enum cell)k;
	return CELL_COUNT;
}

/* Whether line i begins a cell.  One that is indented stands inside a block of
 * the program: it is a comment, unless it names a cell of ours. */
static bool is_marker(const struct cutter *c, uint32_t i, struct marker *m, struct piece *name)
{
	struct piece line = line_piece(&c->sc->source, i);

	if (c->inside[i] || !marker_read(line.s, line.n, m))
		return false;
	*name = behind(line, m->name);
	name->n = m->name_len;
	return !m->indented || named_cell(m, name) != CELL_COUNT;
}

static enum cell open_cell(struct cutter *c, const struct marker *m, const struct piece *name)
{
	enum cell k = named_cell(m, name);

	if (m->indented) {
		diag_set(c->d, span_of(name), "the marker of a cell is indented");
		diag_hint(c->d, "begin the line with \"# %%%%\"");
		return CELL_NONE;
	}
	if (k == CELL_COUNT) {
		diag_set(c->d, span_of(name), "unknown cell '%.*s'", (int)name->n, name->s);
		diag_hint(c->d,
			"a cell is one of [markdown], both, coroutine, subroutine, input; [raw] is "
			"passed over");
		return CELL_NONE;
	}
	if (c->seen[k] && k != CELL_RAW) {
		diag_set(c->d, span_of(name), "the cell %s is there twice", cells[k].name);
		return CELL_NONE;
	}
	c->seen[k] = true;
	for (int side = 0; side < SIDE_COUNT; side++)
		c->sc->has[side] = c->sc->has[side] || cells[k].opens[side];
	return k;
}

/* A line of a text cell: a comment, of which the text is kept, or blank. */
static bool add_text(struct cutter *c, enum cell cell, struct piece line)
{
	struct piece text = trimmed(line);

	if (text.n && text.s[0] != '#') {
		diag_set(c->d, span_of(&text), "the lines of the cell %s are comments",
			cells[cell].name);
		diag_hint(c->d,
			"begin the line with \"# \", or the next cell with a line like \"# %%%% "
			"coroutine\"");
		return false;
	}
	if (text.n == 0 && cell == CELL_INPUT)
		return true;
	if (text.n)
		line = behind(text, text.n > 1 && text.s[1] == ' ' ? 2 : 1);
	struct piece_list *list = cell == CELL_MARKDOWN ? &c->markdown : &c->input;
	array_push(list, line);
	return true;
}

static bool add_line(struct cutter *c, enum cell cell, struct piece line)
{
	struct piece text = trimmed(line);

	if (cell == CELL_NONE) {
		if (text.n == 0 || text.s[0] == '#')
			return true;
		diag_set(c->d, span_of(&text), "code before the first cell");
		diag_hint(c->d, "put the line \"# %%%% both\" before it, or \"# %%%% coroutine\"");
		return false;
	}
	if (cells[cell].is_text)
		return add_text(c, cell, line);
	for (int side = 0; side < SIDE_COUNT; side++)
		c->sc->keep[side][line.line - 1] = cells[cell].of[side];
	return true;
}

static bool has_cells(const struct cutter *c)
{
	struct marker m;
	struct piece name;

	for (uint32_t i = 1; i <= c->sc->source.nlines; i++)
		if (is_marker(c, i, &m, &name))
			return true;
	return false;
}

static bool cut(struct cutter *c)
{
	enum cell cell = CELL_NONE;
	struct marker m;
	struct piece name;

	for (uint32_t i = 1; i <= c->sc->source.nlines; i++) {
		if (is_marker(c, i, &m, &name)) {
			cell = open_cell(c, &m, &name);
			if (cell == CELL_NONE)
				return false;
		} else if (!add_line(c, cell, line_piece(&c->sc->source, i))) {
			return false;
		}
	}
	if (c->sc->has[SIDE_COROUTINE] || c->sc->has[SIDE_SUBROUTINE])
		return true;
	diag_set(c->d, (struct span){ 0 }, "there is no program in the file");
	diag_hint(c->d, "begin one with the line \"# %%%% coroutine\" or \"# %%%% subroutine\"");
	return false;
}

static char *copy(const struct piece *p)
{
	return mem_strndup(p->s, p->n);
}

static bool refuse_lesson(struct cutter *c, const struct piece *name)
{
	struct sbuf known = { 0 };

	lesson_names(&known);
	diag_set(c->d, span_of(name), "unknown lesson '%.*s'", (int)name->n, name->s);
	diag_hint(c->d, "teaches: takes some of %s", sbuf_cstr(&known));
	sbuf_fini(&known);
	return false;
}

/* teaches: name, name, ... */
static bool set_teaches(struct cutter *c, struct piece value)
{
	struct {
		ARRAY(char *);
	} names = { 0 };
	bool ok = true;

	while (ok && value.n) {
		const char *comma = memchr(value.s, ',', value.n);
		size_t n = comma ? (size_t)(comma - value.s) : value.n;
		struct piece name = trimmed((struct piece){ value.s, n, value.line, value.col });
		if (name.n && !lesson_known(name.s, name.n))
			ok = refuse_lesson(c, &name);
		else if (name.n)
			array_push(&names, copy(&name));
		value = behind(value, comma ? n + 1 : n);
	}
	c->sc->teaches = names.at;
	c->sc->nteaches = (uint32_t)names.len;
	return ok;
}

/* compare: one of the modes */
static bool set_compare(struct cutter *c, struct piece value)
{
	for (size_t i = 0; i < sizeof compare_names / sizeof *compare_names; i++) {
		if (piece_is(&value, compare_names[i])) {
			c->sc->compare = (enum compare_mode)i;
			return true;
		}
	}
	diag_set(c->d, span_of(&value), "unknown way to compare '%.*s'", (int)value.n, value.s);
	diag_hint(c->d, "compare: is one of output, lines, result, none");
	return false;
}

/* The first word of the piece, which loses it and the blanks behind. */
static struct piece take_word(struct piece *p)
{
	struct piece word = *p;
	word.n = 0;
	while (word.n < p->n && word.s[word.n] != ' ' && word.s[word.n] != '\t')
		word.n++;
	*p = trimmed(behind(*p, word.n));
	return word;
}

/* point: [coroutine | subroutine] STEP [text; text] */
static bool add_point(struct cutter *c, struct piece value)
{
	struct lesson_point point = { .side = SIDE_COROUTINE };
	struct piece word = take_word(&value);
	size_t digits = 0;

	for (int side = 0; side < SIDE_COUNT; side++) {
		if (piece_is(&word, side_name((enum side)side))) {
			point.side = (enum side)side;
			word = take_word(&value);
			break;
		}
	}
	for (; digits < word.n && word.s[digits] >= '0' && word.s[digits] <= '9'; digits++)
		point.step = point.step * 10 + (uint64_t)(word.s[digits] - '0');
	if (digits == 0 || digits > MAX_STEP_DIGITS || digits < word.n) {
		diag_set(
			c->d, span_of(&word), "a point is a step, not '%.*s'", (int)word.n, word.s);
		diag_hint(c->d, "as in point: coroutine 12 SUSPENDED; n=0");
		return false;
	}
	point.shows = copy(&value);
	c->sc->points = mem_realloc(c->sc->points, (c->sc->npoints + 1) * sizeof *c->sc->points);
	c->sc->points[c->sc->npoints++] = point;
	return true;
}

static const struct {
	const char *word;
	bool (*set)(struct cutter *c, struct piece value);
	bool repeats;
} settings[] = {
	{ "teaches", set_teaches, false },
	{ "point", add_point, true },
	{ "compare", set_compare, false },
};

enum { SETTING_COUNT = sizeof settings / sizeof *settings };

/* "word: value", where a word is of small letters only; gives the word's length */
static size_t setting_word(const struct piece *line)
{
	size_t n = 0;

	while (n < line->n && line->s[n] >= 'a' && line->s[n] <= 'z')
		n++;
	return n && n < line->n && line->s[n] == ':' && (n + 1 == line->n || line->s[n + 1] == ' ')
		? n
		: 0;
}

static bool set(struct cutter *c, struct piece line, bool seen[SETTING_COUNT])
{
	struct piece word = line;

	word.n = setting_word(&line);
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		if (!piece_is(&word, settings[i].word))
			continue;
		if (seen[i] && !settings[i].repeats) {
			diag_set(c->d, span_of(&word), "the setting %s is there twice",
				settings[i].word);
			return false;
		}
		seen[i] = true;
		return settings[i].set(c, trimmed(behind(line, word.n + 1)));
	}
	diag_set(c->d, span_of(&word), "unknown setting '%.*s'", (int)word.n, word.s);
	diag_hint(c->d, "a setting is one of teaches, point, compare");
	return false;
}

/* Takes the settings off the end of the markdown, and the blank lines around
 * what is left. */
static bool read_settings(struct cutter *c)
{
	struct piece_list *lines = &c->markdown;
	bool seen[SETTING_COUNT] = { 0 };
	size_t first;

	while (lines->len && trimmed(lines->at[lines->len - 1]).n == 0)
		lines->len--;
	for (first = lines->len; first > 0 && setting_word(&lines->at[first - 1]); first--)
		;
	for (size_t i = first; i < lines->len; i++)
		if (!set(c, lines->at[i], seen))
			return false;
	lines->len = first;
	while (lines->len && trimmed(lines->at[lines->len - 1]).n == 0)
		lines->len--;
	return true;
}

static char *joined(const struct piece_list *lines, bool last_newline)
{
	struct sbuf text = { 0 };
	size_t first = 0;

	while (!last_newline && first < lines->len && lines->at[first].n == 0)
		first++;
	for (size_t i = first; i < lines->len; i++) {
		sbuf_bytes(&text, lines->at[i].s, lines->at[i].n);
		if (last_newline || i + 1 < lines->len)
			sbuf_char(&text, '\n');
	}
	sbuf_char(&text, '\0');
	return sbuf_take(&text);
}

/* "# heading" of the markdown, or the file's base name. */
static char *find_title(const struct cutter *c)
{
	for (size_t i = 0; i < c->markdown.len; i++) {
		struct piece line = c->markdown.at[i];
		size_t level = 0;
		while (level < line.n && line.s[level] == '#')
			level++;
		struct piece text = trimmed(behind(line, level));
		if (level && text.n && line.s[level] == ' ')
			return copy(&text);
	}
	const char *slash = strrchr(c->sc->source.path, '/');
	return mem_strdup(slash ? slash + 1 : c->sc->source.path);
}

/* Sets the notes of one program; what the lexer cannot read has none. */
static void read_notes(struct scenario *sc, enum side side)
{
	char *text = source_kept(&sc->source, sc->keep[side]);
	struct lexed lx;

	lexer_program(&lx, text, strlen(text));
	for (size_t i = 0; i < lx.notes.len; i++) {
		const struct token *t = &lx.notes.at[i];
		struct piece note = trimmed(
			(struct piece){ text + t->start + 2, t->len - 2, 0, 0 });
		char **at = &sc->notes[t->span.line - 1];
		if (!*at)
			*at = copy(&note);
	}
	lexer_fini(&lx);
	mem_free(text);
}

static bool read_cells(struct cutter *c)
{
	struct scenario *sc = c->sc;

	if (has_cells(c)) {
		if (!cut(c) || !read_settings(c))
			return false;
	} else {
		sc->has[SIDE_COROUTINE] = true;
		memset(sc->keep[SIDE_COROUTINE], true, sc->source.nlines * sizeof(bool));
	}
	sc->title = find_title(c);
	sc->lesson = joined(&c->markdown, false);
	if (c->seen[CELL_INPUT])
		sc->input = joined(&c->input, true);
	return true;
}

/* The source has been read; fills everything else. */
static bool finish_scenario(struct scenario *sc, struct diag *d)
{
	struct cutter c = { .sc = sc, .d = d, .inside = find_strings(&sc->source) };

	sc->notes = mem_calloc(sc->source.nlines, sizeof *sc->notes);
	for (int side = 0; side < SIDE_COUNT; side++)
		sc->keep[side] = mem_calloc(sc->source.nlines, sizeof(bool));
	bool ok = read_cells(&c);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (ok && sc->has[side]) {
			read_notes(sc, (enum side)side);
		} else {
			mem_free(sc->keep[side]);
			sc->keep[side] = NULL;
		}
	}
	array_fini(&c.markdown);
	array_fini(&c.input);
	mem_free(c.inside);
	return ok;
}

bool scenario_read(struct scenario *sc, const char *path, struct diag *d)
{
	*sc = (struct scenario){ 0 };
	return source_read(&sc->source, path, d) && finish_scenario(sc, d);
}

bool scenario_from_text(
	struct scenario *sc, const char *path, const char *text, size_t len, struct diag *d)
{
	*sc = (struct scenario){ 0 };
	return source_from_text(&sc->source, path, text, len, d) && finish_scenario(sc, d);
}

void scenario_fini(struct scenario *sc)
{
	for (uint32_t i = 0; sc->notes && i < sc->source.nlines; i++)
		mem_free(sc->notes[i]);
	mem_free(sc->notes);
	for (uint32_t i = 0; i < sc->nteaches; i++)
		mem_free(sc->teaches[i]);
	mem_free(sc->teaches);
	for (uint32_t i = 0; i < sc->npoints; i++)
		mem_free(sc->points[i].shows);
	mem_free(sc->points);
	mem_free(sc->title);
	mem_free(sc->lesson);
	mem_free(sc->input);
	for (int side = 0; side < SIDE_COUNT; side++)
		mem_free(sc->keep[side]);
	source_fini(&sc->source);
	*sc = (struct scenario){ 0 };
}
