#include "session/evaluate.h"

#include "base/utf8.h"
#include "session/copy.h"
#include "vm/vm.h"

#include <string.h>

enum { MAX_STEPS = 200000, MAX_DEPTH = 200, MAX_MEMORY = 64 << 20, MAX_OUTPUT = 64 << 10, MAX_CHARACTERS = 2000, MAX_OUTER = 100 };

/* Names. */

typedef void visitor(void *self, const char *name, size_t n, struct rvalue v);

static void visit_registers(const struct mframe *f, visitor *each, void *self)
{
	for (uint32_t i = 0; i < f->info->code->nvars; i++) {
		const char *name = f->info->code->vars[i].name;
		if (name[0] != '.')
			each(self, name, strlen(name), f->vars[i]);
	}
}

static void visit_namespace(const struct moment *m, uint64_t serial, visitor *each, void *self)
{
	const struct mobject *o = serial != 0 ? moment_object(m, serial) : NULL;
	for (uint32_t i = 0; o != NULL && i < o->n; i++) {
		size_t n;
		if (o->items[2 * i].kind != R_TEXT || o->items[2 * i + 1].kind == R_UNSET)
			continue;
		const char *name = trace_text(moment_trace(m), o->items[2 * i].n, &n);
		each(self, name, n, o->items[2 * i + 1]);
	}
}

/* The frame around a frame: the nearest one below it that runs the code in
 * which its code stands; FRAME_NONE if it is not there. */
static uint32_t outer_frame(const struct moment *m, const struct mframe *f)
{
	const struct code *outer = f->info->code->outer;
	uint32_t id = f->back;
	for (int i = 0; outer != NULL && id != FRAME_NONE && i < MAX_OUTER; i++) {
		const struct mframe *at = moment_frame(m, id);
		if (at == NULL || at->info->code == outer)
			return at != NULL ? id : FRAME_NONE;
		id = at->back;
	}
	return FRAME_NONE;
}

void evaluate_names(const struct moment *m, uint32_t frame, visitor *each, void *self)
{
	const struct mframe *f;
	for (int i = 0; frame != FRAME_NONE && i < MAX_OUTER && (f = moment_frame(m, frame)) != NULL; i++) {
		uint64_t names = moment_namespace(m, frame);
		uint32_t id = frame;
		frame = outer_frame(m, f);
		if (names == 0)
			visit_registers(f, each, self);
		else if (i == 0 || id == 0)
			visit_namespace(m, names, each, self);
	}
	if (frame == FRAME_NONE && moment_frame(m, 0) != NULL)
		visit_namespace(m, moment_namespace(m, 0), each, self);
}

struct search { const char *name; size_t n; bool found; struct rvalue v; };

static void match_name(void *self, const char *name, size_t n, struct rvalue v)
{
	struct search *search = self;
	if (search->found || n != search->n || memcmp(name, search->name, n) != 0)
		return;
	search->found = true;
	search->v = v;
}

struct rvalue evaluate_name(const struct moment *m, uint32_t frame, const char *name, size_t n)
{
	struct search search = { .name = name, .n = n, .v = { .kind = R_UNSET } };
	evaluate_names(m, frame, match_name, &search);
	return search.v;
}

/* The program that asks. */

bool evaluate_in_name(char c)
{
	return (unsigned char)c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (unsigned)((c | 32) - 'a') < 26;
}

/* Whether a text may mean the name somewhere.  Once too often does no harm. */
static bool mentions(const char *text, const char *name, size_t n)
{
	for (const char *at = text; (at = memmem(at, strlen(at), name, n)) != NULL; at += n) {
		if ((at == text || !evaluate_in_name(at[-1])) && !evaluate_in_name(at[n]))
			return true;
	}
	return false;
}

struct binding { struct copy *copy; const char *expression; struct map seen; bool failed; };

/* Binds a name that is mentioned, unless an inner one hides it. */
static void bind(void *self, const char *name, size_t n, struct rvalue v)
{
	struct binding *b = self;
	if (b->failed || n == 0 || !mentions(b->expression, name, n) || !map_put(&b->seen, hash_bytes(name, n) >> 1, 1))
		return;
	if (v.kind != R_UNSET)
		b->failed = !copy_bind(b->copy, name, n, v);
}

static void put_question(const char *expression, enum evaluate_as as, struct sbuf *out)
{
	sbuf_printf(out, "_cosub_value = (\n%s\n)\n_cosub_state[0] = True\n", expression);
	sbuf_str(out, as == EVALUATE_REPR ? "_cosub_print(repr(_cosub_value))\n" : "_cosub_print(True if _cosub_value else False)\n");
}

/* The answer. */

static void keep_output(void *self, int stream, const char *text, size_t n)
{
	if (stream == 1)
		sbuf_bytes(self, text, n);
}

static char *no_line(void *self, size_t *len)
{
	(void)self;
	*len = 0;
	return NULL;
}

/* What an exception of the copy tells a person. */
static void explain(const char *text, struct sbuf *out)
{
	static const char refused[] = "_cosub_Refused: ", undefined[] = "NameError: ";
	if (text == NULL)
		sbuf_str(out, "this cannot be told here");
	else if (strncmp(text, refused, strlen(refused)) == 0)
		sbuf_str(out, text + strlen(refused));
	else if (strncmp(text, undefined, strlen(undefined)) == 0)
		sbuf_printf(out, "%s; locals lists the names of a frame", text + strlen(undefined));
	else if (strstr(text, "_cosub_") != NULL)
		sbuf_str(out, "this would need more than the record has");
	else if (strstr(text, "type object '") != NULL && strstr(text, "has no attribute") != NULL)
		sbuf_str(out, "what a class has is not recorded");
	else
		sbuf_str(out, text);
}

/* At most so many characters, and an ellipsis. */
static void put_answer(const struct sbuf *said, struct sbuf *out)
{
	size_t n = said->len > 0 && said->text[said->len - 1] == '\n' ? said->len - 1 : said->len;
	size_t at = 0;
	for (int i = 0; at < n && i < MAX_CHARACTERS; i++) {
		uint32_t code;
		size_t len = utf8_decode_wtf(said->text + at, n - at, &code);
		at += len > 0 ? len : 1;
	}
	sbuf_bytes(out, said->text, at);
	sbuf_str(out, at < n ? "…" : "");
}

static bool run_copy(struct program *p, struct sbuf *out)
{
	struct sbuf said = {0};
	struct vm_options o = {
		.host = { &said, keep_output, no_line },
		.limits = { .steps = MAX_STEPS, .depth = MAX_DEPTH, .memory = MAX_MEMORY, .output = MAX_OUTPUT },
	};
	struct vm *vm = vm_new(&o);
	enum run_status status = vm_run(vm, p);
	if (status == RUN_FINISHED)
		put_answer(&said, out);
	else if (status == RUN_LIMIT)
		sbuf_str(out, "this takes too long, or too much memory, to be told here");
	else
		explain(vm_end_text(vm), out);
	vm_free(vm);
	sbuf_fini(&said);
	return status == RUN_FINISHED;
}

static bool run_text(const struct sbuf *text, struct sbuf *out)
{
	struct source source = {0};
	struct diag d = {0};
	bool told = false;
	struct program *p = source_from_text(&source, "the expression", text->text, text->len, &d) ? program_compile(&source, NULL, false, &d) : NULL;
	if (p != NULL)
		told = run_copy(p, out);
	else
		sbuf_str(out, d.message);
	if (p != NULL)
		program_free(p);
	source_fini(&source);
	diag_fini(&d);
	return told;
}

bool evaluate_check(const char *expression, struct sbuf *out)
{
	struct source source = {0};
	struct ast ast = {0};
	struct diag d = {0};
	bool read = source_from_text(&source, "the expression", expression, strlen(expression), &d) && ast_parse(&ast, &source, NULL, &d);
	bool one = read && ast.body.len == 1 && ast.body.at[0]->kind == STMT_EXPR;
	if (!read)
		sbuf_printf(out, "%s in \"%s\"", d.message, expression);
	else if (!one)
		sbuf_printf(out, "\"%s\" is not an expression", expression);
	ast_fini(&ast);
	source_fini(&source);
	diag_fini(&d);
	return one;
}

bool evaluate(const struct moment *m, uint32_t frame, const char *expression, enum evaluate_as as, struct sbuf *out)
{
	struct copy copy;
	if (!evaluate_check(expression, out))
		return false;
	copy_init(&copy, m);
	struct binding b = { .copy = &copy, .expression = expression };
	evaluate_names(m, frame, bind, &b);
	bool told = false;
	if (b.failed) {
		sbuf_str(out, sbuf_cstr(&copy.why));
	} else {
		put_question(expression, as, &copy.text);
		told = run_text(&copy.text, out);
	}
	map_fini(&b.seen);
	copy_fini(&copy);
	return told;
}
