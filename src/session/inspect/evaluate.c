#include "session/inspect/evaluate.h"

#include "session/inspect/copy.h"

#include <string.h>

enum { MAX_OUTER = 100 };

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
	for (int i = 0;
		frame != FRAME_NONE && i < MAX_OUTER && (f = moment_frame(m, frame)) != NULL; i++) {
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

struct search {
	const char *name;
	size_t n;
	bool found;
	struct rvalue v;
};

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
	return (unsigned char)c >= 0x80 || c == '_' || (c >= '0' && c <= '9') ||
		(unsigned)((c | 32) - 'a') < 26;
}

/* Names that the frame sees and the expression mentions become parameters of the
 * question, so that they hide names of the module only from the expression. */
struct binding {
	struct copy *copy;
	const char *expression;
	struct map seen;
	struct sbuf parameters, arguments;
	bool failed;
};

/* Binds a name that is mentioned, unless an inner one hides it. */
static void bind_name(void *self, const char *name, size_t n, struct rvalue v)
{
	struct binding *b = self;
	if (b->failed || n == 0 || !definitions_mention(b->expression, name, n) ||
		!map_put(&b->seen, hash_bytes(name, n) >> 1, 1))
		return;
	if (v.kind == R_UNSET)
		return;
	b->failed = !copy_value(b->copy, v, &b->arguments);
	sbuf_str(&b->arguments, ", ");
	sbuf_printf(&b->parameters, "%.*s, ", (int)n, name);
}

static void bind_refusal(struct binding *b, const char *name)
{
	if (map_find(&b->seen, hash_bytes(name, strlen(name)) >> 1) == NULL)
		sbuf_printf(&b->parameters, "%s=_cosub_no_%s, ", name, name);
}

static void put_question(struct binding *b, enum evaluate_as as, struct sbuf *out)
{
	sbuf_printf(out, "def _cosub_ask(%s):\n    return (\n%s\n)\n", sbuf_cstr(&b->parameters),
		b->expression);
	sbuf_printf(out, "_cosub_value = _cosub_ask(%s)\n_cosub_state[0] = True\n",
		sbuf_cstr(&b->arguments));
	sbuf_str(out,
		as == EVALUATE_REPR
			? "_cosub_tell(_cosub_value)\n"
			: "_cosub_print('\\x1c' + ('True' if _cosub_value else 'False'))\n");
}

/* A name that a definition of the program has and the frame does not see yet. */
static const char *name_too_early(const struct binding *b, const struct definitions *d)
{
	for (size_t i = 0; i < d->list.len; i++) {
		const char *name = d->list.at[i].name;
		if (definitions_mention(b->expression, name, strlen(name)) &&
			map_find(&b->seen, hash_bytes(name, strlen(name)) >> 1) == NULL)
			return name;
	}
	return NULL;
}

/* What the program's own code refers to: the module's names as they are now,
 * either those that are objects or the others, which the definitions may need
 * already.  Those that cannot be copied are left out. */
static void put_globals(struct copy *c, const struct definitions *d, bool objects, struct sbuf *out)
{
	for (size_t i = 0; i < d->globals.len; i++) {
		const char *name = d->globals.at[i];
		struct rvalue v = evaluate_name(c->m, 0, name, strlen(name));
		struct sbuf text = { 0 };
		if (v.kind != R_UNSET && (v.kind == R_OBJECT) == objects && copy_value(c, v, &text))
			sbuf_printf(out, "%s = %s\n", name, text.text);
		sbuf_truncate(&c->why, 0);
		sbuf_fini(&text);
	}
}

/* The answer. */

/* What an exception of the copy tells a person. */
static void explain(const char *text, struct sbuf *out)
{
	static const char refused[] = "_cosub_Refused: ", undefined[] = "NameError: ";
	if (strncmp(text, refused, strlen(refused)) == 0)
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

/* Functions have an address in their repr, which means nothing here. */
static void put_without_addresses(const char *text, size_t n, struct sbuf *out)
{
	static const char mark[] = " at 0x";
	const char *end = text + n, *at;
	while ((at = memmem(text, (size_t)(end - text), mark, sizeof mark - 1)) != NULL) {
		const char *behind = at + sizeof mark - 1;
		behind += strspn(behind, "0123456789abcdef");
		bool address = behind < end && *behind == '>';
		sbuf_bytes(out, text, (size_t)((address ? at : behind) - text));
		text = behind;
	}
	sbuf_bytes(out, text, (size_t)(end - text));
}

/* What stands behind the last mark. */
static void put_answer(const struct sbuf *said, struct sbuf *out)
{
	const char *mark = said->len > 0 ? memrchr(said->text, '\x1c', said->len) : NULL;
	const char *text = mark != NULL ? mark + 1 : "";
	size_t n = mark != NULL ? (size_t)(said->text + said->len - text) : 0;
	n -= n > 0 && text[n - 1] == '\n';
	put_without_addresses(text, n, out);
}

static bool run_text(struct sandbox *w, const struct sbuf *text, struct sbuf *out)
{
	struct sbuf said = { 0 }, why = { 0 };
	enum run_status status = sandbox_run(w, text, &said, &why);
	if (status == RUN_FINISHED)
		put_answer(&said, out);
	else if (status == RUN_LIMIT)
		sbuf_str(out, "this takes too long, or too much memory, to be told here");
	else
		explain(sbuf_cstr(&why), out);
	sbuf_fini(&said);
	sbuf_fini(&why);
	return status == RUN_FINISHED;
}

/* The whole text: the program's own code if it is needed, the copy, the
 * question. */
static bool ask_sandbox(
	struct sandbox *w, struct copy *c, struct binding *b, enum evaluate_as as, struct sbuf *out)
{
	const struct definitions *d = c->definitions;
	const char *early = c->own ? name_too_early(b, d) : NULL;
	struct sbuf text = { 0 }, globals = { 0 };
	if (early != NULL) {
		sbuf_printf(out, "name '%s' is not defined yet; locals lists the names of a frame",
			early);
		return false;
	}
	sbuf_str(&text, "_cosub_state[0] = _cosub_state[1] = False\n");
	if (c->own) {
		put_globals(c, d, true, &globals);
		put_globals(c, d, false, &text);
		sbuf_bytes(&text, d->text.text, d->text.len);
	}
	sbuf_bytes(&text, sbuf_cstr(&c->text), c->text.len);
	sbuf_bytes(&text, sbuf_cstr(&globals), globals.len);
	put_question(b, as, &text);
	bool told = run_text(w, &text, out);
	sbuf_fini(&text);
	sbuf_fini(&globals);
	return told;
}

/* own: with the program's own code, if the values need it (*used). */
static bool evaluate_with(struct sandbox *w, const struct moment *m, uint32_t frame,
	const char *expression, enum evaluate_as as, const struct definitions *own, bool *used,
	struct sbuf *out)
{
	struct copy copy;
	copy_init(&copy, m, own);
	struct binding b = { .copy = &copy, .expression = expression };
	evaluate_names(m, frame, bind_name, &b);
	bind_refusal(&b, "print");
	bind_refusal(&b, "input");
	bool told = !b.failed && ask_sandbox(w, &copy, &b, as, out);
	if (b.failed)
		sbuf_str(out, sbuf_cstr(&copy.why));
	*used = copy.own;
	map_fini(&b.seen);
	sbuf_fini(&b.parameters);
	sbuf_fini(&b.arguments);
	copy_fini(&copy);
	return told;
}

/* A name of the module that is there, and that a definition needs too early. */
static void blame_definitions(const struct definitions *d, size_t start, struct sbuf *out)
{
	for (size_t i = 0; i < d->globals.len; i++) {
		const char *name = d->globals.at[i];
		size_t n = strlen(name);
		if (strncmp(out->text + start, "name '", 6) != 0 ||
			strncmp(out->text + start + 6, name, n) != 0 ||
			out->text[start + 6 + n] != '\'')
			continue;
		sbuf_truncate(out, start);
		sbuf_printf(out,
			"the program's own code cannot be run on a copy: %s is needed where it is "
			"defined",
			name);
		return;
	}
}

bool evaluate(struct sandbox *w, const struct moment *m, uint32_t frame, const char *expression,
	enum evaluate_as as, struct sbuf *out)
{
	size_t start = out->len;
	struct sbuf without = { 0 };
	bool used, unused;
	if (evaluate_with(w, m, frame, expression, as, sandbox_definitions(w), &used, out))
		return true;
	/* Some definitions cannot be repeated on a copy; much can be told without. */
	bool told = used && evaluate_with(w, m, frame, expression, as, NULL, &unused, &without);
	if (told) {
		sbuf_truncate(out, start);
		sbuf_bytes(out, without.text, without.len);
	}
	if (used && !told)
		blame_definitions(sandbox_definitions(w), start, out);
	sbuf_fini(&without);
	return told;
}

/* A mistake that only the compiler finds: a yield that stands in no function. */
static bool compiles(const struct source *source, struct diag *d)
{
	struct program *p = program_compile(source, NULL, false, d);
	if (p != NULL)
		program_free(p);
	return p != NULL;
}

bool evaluate_check(const char *expression, struct sbuf *out)
{
	struct source source = { 0 };
	struct ast ast = { 0 };
	struct diag d = { 0 };
	bool read = source_from_text(
			    &source, "the expression", expression, strlen(expression), &d) &&
		ast_parse(&ast, &source, NULL, &d);
	bool one = read && ast.body.len == 1 && ast.body.at[0]->kind == STMT_EXPR;
	if (!read)
		sbuf_printf(out, "%s in \"%s\"", d.message, expression);
	else if (!one)
		sbuf_printf(out, "\"%s\" is not an expression", expression);
	else if (!compiles(&source, &d)) {
		sbuf_str(out, d.message);
		one = false;
	}
	ast_fini(&ast);
	source_fini(&source);
	diag_fini(&d);
	return one;
}
