/* print and input. */

#include "base/mem.h"
#include "base/sbuf.h"
#include "vm/eval/call.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/builtins.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

/* The stream that a file object of module sys stands for; 0: another object. */
static int stream_of(struct vm *vm, value file)
{
	if (file == V_UNSET || file == V_NONE)
		return 1;
	if (!is_kind(file, OBJ_INSTANCE) || !((struct instance *)obj_get(file))->attrs ||
		!(((struct instance *)obj_get(file))->type->obj.flags & OBJ_LIBRARY))
		return 0;
	value n = dict_find_name(
		((struct instance *)obj_get(file))->attrs, str_intern(vm, "_stream", 7));
	return is_small(n) ? (int)small_get(n) : 0;
}

/* sys.stdout when a program has put something of its own there, else V_UNSET. */
static value replaced_stdout(struct vm *vm)
{
	value sys = vm->modules ? dict_find_name(vm->modules, VM_STR(vm, sys)) : V_UNSET;
	if (!is_kind(sys, OBJ_MODULE))
		return V_UNSET;
	value out = dict_find_name(((struct module *)obj_get(sys))->globals, VM_STR(vm, stdout));
	return stream_of(vm, out) == 1 ? V_UNSET : out;
}

static bool is_text_or_none(struct vm *vm, value v, const char *what)
{
	if (v == V_UNSET || v == V_NONE || is_str(v))
		return true;
	raise_type(vm, "%s must be None or a string, not %T", what, v);
	return false;
}

static bool needs_program(struct vm *vm, value v)
{
	return type_find_special(vm, v, VM_STR(vm, __str__)) != V_UNSET ||
		type_find_special(vm, v, VM_STR(vm, __repr__)) != V_UNSET;
}

static void put(struct sbuf *out, value text, const char *fallback)
{
	if (is_str(text))
		sbuf_bytes(out, str_get(text)->bytes, str_get(text)->len);
	else
		sbuf_str(out, fallback);
}

/* What stands before a failing item has been written when it fails. */
static value print_now(struct vm *vm, const struct args *a, value sep, value end, int stream)
{
	struct sbuf out = vm_text(vm);
	bool ok = true;
	for (uint32_t i = 0; ok && i < a->n; i++) {
		if (i)
			put(&out, sep, " ");
		size_t before = out.len;
		ok = ops_str_now(vm, a->at[i], &out);
		if (!ok)
			sbuf_truncate(&out, before);
	}
	if (ok)
		put(&out, end, "\n");
	vm_text_fits(vm);
	if (out.len)
		vm_write(vm, stream, out.text, out.len);
	sbuf_fini(&out);
	return ok ? V_NONE : V_ERROR;
}

static value b_print(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value known[] = { VM_STR(vm, sep), VM_STR(vm, end), VM_STR(vm, file), VM_STR(vm, flush) };
	if (a->nkw && !args_done(vm, a, "print", known, 4, UINT32_MAX))
		return V_ERROR;
	value sep = a->nkw ? args_get(a, UINT32_MAX, known[0]) : V_UNSET,
	      end = a->nkw ? args_get(a, UINT32_MAX, known[1]) : V_UNSET;
	value file = a->nkw ? args_get(a, UINT32_MAX, known[2]) : V_UNSET;
	if (!is_text_or_none(vm, sep, "sep") || !is_text_or_none(vm, end, "end"))
		return V_ERROR;
	if (file == V_UNSET || file == V_NONE)
		file = replaced_stdout(vm);
	int stream = stream_of(vm, file);
	bool program = stream == 0;
	for (uint32_t i = 0; !program && i < a->n; i++)
		program = needs_program(vm, a->at[i]);
	if (!program)
		return print_now(vm, a, sep, end, stream);
	value flush = a->nkw ? args_get(a, UINT32_MAX, known[3]) : V_UNSET;
	value items = tuple_from(vm, a->at, a->n), space = str_from_cstr(vm, " "),
	      line = str_from_cstr(vm, "\n");
	value args[] = { items, is_str(sep) ? sep : space, is_str(end) ? end : line,
		stream ? small_make(stream) : file, flush == V_UNSET ? V_FALSE : flush };
	value r = vm_tail(vm, LIB_PRINT, args, 5);
	value_drop(vm, items);
	value_drop(vm, space);
	value_drop(vm, line);
	return r;
}

static value b_input(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct sbuf prompt = vm_text(vm);
	if (a->n && !ops_str_now(vm, a->at[0], &prompt)) {
		sbuf_fini(&prompt);
		return V_ERROR;
	}
	vm_text_fits(vm);
	if (prompt.len)
		vm_write(vm, 1, prompt.text, prompt.len);
	sbuf_fini(&prompt);
	const struct host *host = &vm->options.host;
	size_t len = 0;
	char *line = host->read_line ? host->read_line(host->self, &len) : NULL;
	if (!line)
		return vm_raise(vm, VM_EXC(vm, EOFError), "EOF when reading a line");
	value r = str_new(vm, line, len);
	mem_free(line);
	return r;
}

const struct native_def io_functions[] = { { "print", b_print, 0, -1, true,
						   "writes the values, separated by sep, and end" },
	{ "input", b_input, 0, 1, false, "reads a line" }, { 0 } };
