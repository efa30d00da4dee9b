#include "program.h"

#include "base/diag.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/code/code.h"
#include "lang/text/source.h"
#include "vm/value/vm.h"

#include <check.h>

#include <string.h>

static void keep_text(void *self, int stream, const char *text, size_t n)
{
	struct sbuf *streams = self;
	sbuf_bytes(&streams[stream - 1], text, n);
}

struct written program_run(const char *text)
{
	struct source src = { 0 };
	struct diag d = { 0 };
	struct sbuf streams[2] = { { 0 }, { 0 } };
	ck_assert(source_from_text(&src, "p.py", text, strlen(text), &d));
	struct program *p = program_compile(&src, NULL, false, &d);
	ck_assert_msg(p != NULL, "%s", d.message);
	struct vm_options o = { .host = { streams, keep_text, NULL } };
	struct vm *vm = vm_new(&o);
	vm_run(vm, p);
	vm_free(vm);
	program_free(p);
	source_fini(&src);
	diag_fini(&d);
	struct written w = { mem_strdup(sbuf_cstr(&streams[0])),
		mem_strdup(sbuf_cstr(&streams[1])) };
	sbuf_fini(&streams[0]);
	sbuf_fini(&streams[1]);
	return w;
}

void check_output(const char *text, const char *expected)
{
	struct written w = program_run(text);
	ck_assert_str_eq(w.err, "");
	ck_assert_str_eq(w.out, expected);
	mem_free(w.out);
	mem_free(w.err);
}

void check_errors(const char *text, const char *expected)
{
	struct written w = program_run(text);
	ck_assert_str_eq(w.err, expected);
	mem_free(w.out);
	mem_free(w.err);
}
