#include "session/inspect/sandbox.h"

#include "base/mem.h"
#include "session/inspect/copy.h"

#include <assert.h>
#include <string.h>

enum {
	MAX_STEPS = 200000,
	MAX_DEPTH = 200,
	MAX_MEMORY = 64 << 20,
	MAX_OUTPUT = 64 << 10,
	/* A machine keeps the code of all that it has run. */
	PROGRAMS_MOST = 200,
};

/* A text that the machine has run. */
struct sheet {
	struct source source;
	struct program *program;
};

struct sandbox {
	struct definitions definitions;
	struct vm *vm; /* NULL: not made yet, or of no use any more */
	struct sheet sheets[PROGRAMS_MOST];
	int nsheets;
	struct sbuf *said; /* of the program that runs; NULL: nobody listens */
};

struct sandbox *sandbox_new(const struct program *p)
{
	struct sandbox *w = mem_calloc(1, sizeof *w);
	definitions_init(&w->definitions, p);
	return w;
}

static void clear(struct sandbox *w)
{
	if (w->vm != NULL)
		vm_free(w->vm);
	w->vm = NULL;
	for (int i = 0; i < w->nsheets; i++) {
		program_free(w->sheets[i].program);
		source_fini(&w->sheets[i].source);
	}
	w->nsheets = 0;
}

void sandbox_free(struct sandbox *w)
{
	if (w == NULL)
		return;
	clear(w);
	definitions_fini(&w->definitions);
	mem_free(w);
}

const struct definitions *sandbox_definitions(const struct sandbox *w)
{
	return &w->definitions;
}

static void keep_output(void *self, int stream, const char *text, size_t n)
{
	struct sandbox *w = self;
	if (stream == 1 && w->said != NULL)
		sbuf_bytes(w->said, text, n);
}

static char *no_line(void *self, size_t *len)
{
	(void)self;
	*len = 0;
	return NULL;
}

/* Compiles and runs a text; the sentence of a mistake in it goes to why. */
static enum run_status run_text(struct sandbox *w, const char *text, size_t n, struct sbuf *why)
{
	struct sheet *sheet = &w->sheets[w->nsheets];
	struct diag d = { 0 };
	*sheet = (struct sheet){ 0 };
	if (source_from_text(&sheet->source, "the expression", text, n, &d))
		sheet->program = program_compile(&sheet->source, NULL, false, &d);
	if (sheet->program == NULL) {
		sbuf_str(why, d.message);
		source_fini(&sheet->source);
		diag_fini(&d);
		return RUN_EXCEPTION;
	}
	w->nsheets++;
	enum run_status status = vm_run_next(w->vm, sheet->program);
	if (status != RUN_FINISHED)
		sbuf_str(why,
			vm_end_text(w->vm) != NULL ? vm_end_text(w->vm)
						   : "this cannot be told here");
	return status;
}

/* Makes sure that there is a machine with room for one program more. */
static void prepare(struct sandbox *w)
{
	struct vm_options o = {
		.host = { w, keep_output, no_line },
		.limits = { .steps = MAX_STEPS,
			.depth = MAX_DEPTH,
			.memory = MAX_MEMORY,
			.output = MAX_OUTPUT },
	};
	struct sbuf why = { 0 };
	if (w->vm != NULL && w->nsheets < PROGRAMS_MOST)
		return;
	clear(w);
	w->vm = vm_new(&o);
	enum run_status status = run_text(w, copy_preamble, strlen(copy_preamble), &why);
	assert(status == RUN_FINISHED && "the names that all copies use can be made");
	(void)status;
	vm_offer_names(w->vm);
	sbuf_fini(&why);
}

enum run_status sandbox_run(
	struct sandbox *w, const struct sbuf *text, struct sbuf *said, struct sbuf *why)
{
	enum run_status status;
	bool used;
	do {
		prepare(w);
		used = w->nsheets > 1;
		sbuf_truncate(said, 0);
		sbuf_truncate(why, 0);
		w->said = said;
		status = run_text(w, text->text, text->len, why);
		w->said = NULL;
		if (status == RUN_LIMIT || status == RUN_REFUSED || status == RUN_DEADLOCK)
			clear(w);
		/* What others left in the memory may have been the reason. */
	} while (used && status == RUN_LIMIT);
	return status;
}
