/*
 * embed [FILE.py ...]: compiles the library and prints the C file that defines
 * lib_files (src/vm/eval/lib.h): the texts, and what became of them as tables
 * (src/lang/code/serialized.h).  lib/NAME.py is a module; the files lib/NAME/PART.py, one
 * after the other, are one too.
 */

#include "base/array.h"
#include "base/intern.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/code/serialized.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A file of a module. */
struct part {
	const char *path;
	size_t from; /* where it begins in the module's text */
	uint32_t lines_before;
};

/* A module of the library. */
struct work {
	char *name;
	struct {
		ARRAY(struct part);
	} parts;
	struct source source; /* of all parts */
	struct program *program;
	struct intern known; /* texts, and where they are in the pool */
	struct map places;
	struct sbuf pool;
	struct {
		ARRAY(struct constant);
	} constants;
	uint32_t nvars, nconstants, nnames, nnested, nfree;
};

static uint32_t text_at(struct work *w, const char *s, size_t n)
{
	const char *key = intern_get(&w->known, s, n);
	const uint64_t *place = map_find(&w->places, (uintptr_t)key);

	if (place)
		return (uint32_t)*place;
	uint32_t at = (uint32_t)w->pool.len;
	map_put(&w->places, (uintptr_t)key, at);
	sbuf_bytes(&w->pool, s, n);
	sbuf_char(&w->pool, '\0');
	return at;
}

static uint32_t cstr_at(struct work *w, const char *s)
{
	return s ? text_at(w, s, strlen(s)) : IMAGE_NO_TEXT;
}

/* A table has one row more than it needs, because C knows no empty array. */

static void open_table(const struct work *w, const char *type, const char *table)
{
	printf("static const %s %s_of_%s[] = {\n", type, table, w->name);
}

static void close_table(void)
{
	puts("\t{ 0 }\n};");
}

static void close_numbers(void)
{
	puts("\t0\n};");
}

static void put_bytes(const struct work *w, const char *table, const char *text, size_t n)
{
	open_table(w, "unsigned char", table);
	for (size_t i = 0; i < n; i++)
		printf("%u,%s", (unsigned)(unsigned char)text[i], i % 32 == 31 ? "\n" : "");
	close_numbers();
}

static void put_lines(const struct work *w)
{
	open_table(w, "uint32_t", "lines");
	for (uint32_t i = 0; i < w->source.nlines; i++)
		printf("\t%" PRIu32 ",\n", w->source.line_start[i]);
	close_numbers();
}

static void put_span(struct span s)
{
	printf("{ %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 " }", s.line, s.col, s.end_line,
		s.end_col);
}

static void put_code(struct work *w, const struct code *c)
{
	printf("\t{ .name = %" PRIu32 ", .qualname = %" PRIu32 ", .doc = %" PRIu32
	       ", .outer = %" PRIu32 ", .plain = {\n",
		cstr_at(w, c->name), cstr_at(w, c->qualname), cstr_at(w, c->doc),
		c->outer ? c->outer->number : c->number);
	printf("\t\t.number = %" PRIu32 ", .flags = %u, .first_line = %" PRIu32 ", .span = ",
		c->number, c->flags, c->first_line);
	put_span(c->span);
	printf(",\n\t\t.npos_only = %d, .npos = %d, .nkw_only = %d, .nvars = %d, .nregs = %d, "
	       ".nfree = %d, .first_free = %d,\n",
		c->npos_only, c->npos, c->nkw_only, c->nvars, c->nregs, c->nfree, c->first_free);
	printf("\t\t.handled_reg = %" PRId32 ", .class_cell_reg = %" PRId32 ",\n", c->handled_reg,
		c->class_cell_reg);
	printf("\t\t.ninstrs = %" PRIu32 ", .nconstants = %" PRIu32 ", .nnames = %" PRIu32
	       ", .ncodes = %" PRIu32 ", .nhandlers = %" PRIu32 ", .nreentries = %" PRIu32
	       ",\n\t} },\n",
		c->ninstrs, c->nconstants, c->nnames, c->ncodes, c->nhandlers, c->nreentries);
}

static void put_vars(struct work *w, const struct code *c)
{
	w->nvars += c->nvars;
	for (uint32_t i = 0; i < c->nvars; i++)
		printf("\t{ %" PRIu32 ", %d, %d },\n", cstr_at(w, c->vars[i].name),
			(int)c->vars[i].kind, c->vars[i].is_cell);
}

static void put_names(struct work *w, const struct code *c)
{
	w->nnames += c->nnames;
	for (uint32_t i = 0; i < c->nnames; i++)
		printf("\t%" PRIu32 ",\n", cstr_at(w, c->names[i]));
}

static void put_nested(struct work *w, const struct code *c)
{
	w->nnested += c->ncodes;
	for (uint32_t i = 0; i < c->ncodes; i++)
		printf("\t%" PRIu32 ",\n", c->codes[i]->number);
}

static void put_free_from(struct work *w, const struct code *c)
{
	w->nfree += c->nfree;
	for (uint32_t i = 0; i < c->nfree; i++)
		printf("\t%d,\n", c->free_from[i]);
}

static void put_instrs(struct work *w, const struct code *c)
{
	(void)w;
	for (uint32_t i = 0; i < c->ninstrs; i++)
		printf("\t{ %d, %d, { .bc = %" PRIu32 "u } },\n", c->instrs[i].op, c->instrs[i].a,
			c->instrs[i].bc);
}

static void put_handlers(struct work *w, const struct code *c)
{
	(void)w;
	for (uint32_t i = 0; i < c->nhandlers; i++) {
		const struct handler_range *h = &c->handlers[i];

		printf("\t{ %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %d, %d },\n", h->start, h->end,
			h->target, h->depth, h->keep_place);
	}
}

static void put_reentries(struct work *w, const struct code *c)
{
	(void)w;
	for (uint32_t i = 0; i < c->nreentries; i++) {
		const struct reentry *r = &c->reentries[i];

		printf("\t{ %" PRIu32 ", %" PRIu32 ", %d, ", r->instr, r->number, (int)r->kind);
		put_span(r->span);
		puts(" },");
	}
}

/* A table of what each code has. */
static void put_table(struct work *w, const char *type, const char *table,
	void (*put)(struct work *, const struct code *))
{
	open_table(w, type, table);
	for (uint32_t i = 0; i < w->program->ncodes; i++)
		put(w, w->program->codes[i]);
	if (strncmp(type, "struct", 6) == 0)
		close_table();
	else
		close_numbers();
}

static uint64_t bits_of(const struct constant *k)
{
	uint64_t bits = 0;

	if (k->kind == CONSTANT_INT)
		memcpy(&bits, &k->i, sizeof bits);
	else if (k->kind == CONSTANT_FLOAT)
		memcpy(&bits, &k->f, sizeof bits);
	return bits;
}

/* Items of constants are constants behind all others. */
static void put_constant(struct work *w, struct constant k)
{
	uint32_t at = 0, n = 0;

	if (k.kind == CONSTANT_STR) {
		at = text_at(w, k.s.bytes, k.s.len);
		n = (uint32_t)k.s.len;
	} else if (k.kind == CONSTANT_TUPLE || k.kind == CONSTANT_FROZENSET) {
		at = (uint32_t)w->constants.len;
		n = k.nitems;
		for (uint32_t i = 0; i < n; i++)
			array_push(&w->constants, k.items[i]);
	}
	printf("\t{ %d, %" PRIu32 ", %" PRIu32 ", UINT64_C(%" PRIu64 ") },\n", (int)k.kind, at, n,
		bits_of(&k));
}

static void put_constants(struct work *w)
{
	for (uint32_t i = 0; i < w->program->ncodes; i++)
		for (uint32_t k = 0; k < w->program->codes[i]->nconstants; k++)
			array_push(&w->constants, w->program->codes[i]->constants[k]);
	open_table(w, "struct serialized_constant", "constants");
	for (size_t i = 0; i < w->constants.len; i++)
		put_constant(w, w->constants.at[i]);
	close_table();
}

static void put_globals(struct work *w)
{
	open_table(w, "uint32_t", "globals");
	for (uint32_t i = 0; i < w->program->nglobals; i++)
		printf("\t%" PRIu32 ",\n", cstr_at(w, w->program->globals[i]));
	close_numbers();
}

static void put_module(struct work *w)
{
	put_bytes(w, "text", w->source.text, w->source.len);
	put_lines(w);
	put_table(w, "struct serialized_code", "codes", put_code);
	put_table(w, "struct serialized_var", "vars", put_vars);
	put_table(w, "uint32_t", "names", put_names);
	put_table(w, "uint32_t", "nested", put_nested);
	put_table(w, "uint16_t", "free_from", put_free_from);
	put_table(w, "struct instr", "instrs", put_instrs);
	put_table(w, "struct handler_range", "handlers", put_handlers);
	put_table(w, "struct reentry", "reentries", put_reentries);
	put_constants(w);
	put_globals(w);
	put_bytes(w, "texts", w->pool.text, w->pool.len);
}

/* The row of lib_files. */
static void put_row(const struct work *w)
{
	const char *n = w->name;

	printf("\t{ .name = \"%s\",\n", n);
	printf("\t\t.source = { (char *)\"%s\", (char *)text_of_%s, %zu, (uint32_t "
	       "*)lines_of_%s, %" PRIu32 " },\n",
		w->source.path, n, w->source.len, n, w->source.nlines);
	printf("\t\t.code = { (const char *)texts_of_%s, codes_of_%s, vars_of_%s, "
	       "constants_of_%s, names_of_%s, nested_of_%s,\n",
		n, n, n, n, n, n);
	printf("\t\t\tglobals_of_%s, free_from_of_%s, instrs_of_%s, handlers_of_%s, "
	       "reentries_of_%s,\n",
		n, n, n, n, n);
	printf("\t\t\t%" PRIu32 ", %" PRIu32 ", %zu, %" PRIu32 ", %" PRIu32 ", %" PRIu32 " } },\n",
		w->program->ncodes, w->nvars, w->constants.len, w->nnames, w->nnested,
		w->program->nglobals);
}

/* What stands behind lib/, up to a slash or a dot. */
static char *module_of(const char *path)
{
	const char *name = path;

	for (const char *next; (next = strstr(name, "/lib/"));)
		name = next + strlen("/lib/");
	return mem_strndup(name, strcspn(name, "/."));
}

static uint32_t count_lines(const struct sbuf *text)
{
	uint32_t n = 0;

	for (size_t i = 0; i < text->len; i++)
		n += text->text[i] == '\n';
	return n;
}

/* Appends what the part holds to the text, two empty lines behind what is there. */
static bool read_part(struct work *w, const char *path, struct sbuf *text, struct diag *d)
{
	struct source s = { 0 };
	bool good = source_read(&s, path, d);

	if (text->len)
		sbuf_str(text, text->text[text->len - 1] == '\n' ? "\n\n" : "\n\n\n");
	struct part p = { path, text->len, count_lines(text) };

	array_push(&w->parts, p);
	sbuf_bytes(text, s.text, s.len);
	source_fini(&s);
	return good;
}

/* Tells a mistake by its place in the part. */
static void complain(const struct work *w, const struct sbuf *text, struct diag *d)
{
	const struct part *p = &w->parts.at[w->parts.len - 1];
	struct sbuf complaint = { 0 };

	while (p > w->parts.at && d->span.line && d->span.line <= p->lines_before)
		p--;
	if (d->span.line) {
		d->span.line -= p->lines_before;
		d->span.end_line -= p->lines_before;
	}
	diag_render(d, p->path, text->text + p->from, text->len - p->from, &complaint);
	fputs(complaint.text, stderr);
	sbuf_fini(&complaint);
}

/* Reads and compiles the module whose parts come first among n files, and sets
 * *used to how many they are; false when that cannot be, with the reason on
 * standard error. */
static bool work_init(struct work *w, char **paths, size_t n, size_t *used)
{
	struct sbuf inner = { 0 }, text = { 0 };
	struct diag d = { 0 };
	bool good = true, same = true;

	w->name = module_of(paths[0]);
	for (*used = 0; good && same;) {
		good = read_part(w, paths[*used], &text, &d);
		if (++*used == n)
			break;
		char *next = module_of(paths[*used]);
		same = strcmp(next, w->name) == 0;
		mem_free(next);
	}
	sbuf_printf(&inner, "<library>/%s.py", w->name);
	if (good && source_from_text(&w->source, inner.text, sbuf_cstr(&text), text.len, &d))
		w->program = program_compile(&w->source, NULL, true, &d);
	if (!w->program)
		complain(w, &text, &d);
	sbuf_fini(&inner);
	sbuf_fini(&text);
	diag_fini(&d);
	return w->program;
}

static void work_fini(struct work *w)
{
	mem_free(w->name);
	array_fini(&w->parts);
	program_free(w->program);
	source_fini(&w->source);
	intern_fini(&w->known);
	map_fini(&w->places);
	sbuf_fini(&w->pool);
	array_fini(&w->constants);
}

static void put_head(void)
{
	puts("#include \"vm/eval/lib.h\"");
	printf("static_assert(__BYTE_ORDER__ == %d, \"written on a machine of another byte "
	       "order\");\n",
		__BYTE_ORDER__);
}

int main(int argc, char **argv)
{
	size_t n = (size_t)argc - 1, nmodules = 0;
	struct work *all = mem_calloc(n, sizeof *all);
	bool good = true;

	put_head();
	for (size_t i = 0, used; i < n; i += used) {
		good = work_init(&all[nmodules], argv + 1 + i, n - i, &used) && good;
		if (good)
			put_module(&all[nmodules]);
		nmodules++;
	}
	puts("const struct lib_file lib_files[] = {");
	for (size_t i = 0; i < nmodules && good; i++)
		put_row(&all[i]);
	printf("\t{ .name = NULL }\n};\nconst size_t lib_file_count = %zu;\n", nmodules);
	for (size_t i = 0; i < nmodules; i++)
		work_fini(&all[i]);
	mem_free(all);
	return good && fflush(stdout) == 0 ? 0 : 1;
}
