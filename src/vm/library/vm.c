#include "vm/value/vm.h"

#include "lang/text/refuse.h"
#include "vm/coro/coro.h"
#include "vm/eval/call.h"
#include "vm/eval/eval.h"
#include "vm/eval/finalize.h"
#include "vm/kind/dict.h"
#include "vm/eval/module.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/builtins.h"
#include "vm/library/kinds.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <string.h>

#define X(name, group, step, doc) { #name, EVENT_##group, step, doc },
const struct event_info event_infos[EVENT_KIND_COUNT] = { EVENTS(X) };
#undef X

static const struct limits default_limits = {
	.steps = 10000000, .depth = 1000, .memory = (size_t)1 << 30, .output = (size_t)16 << 20
};

static void set_limits(struct vm *vm)
{
	struct limits *l = &vm->options.limits;
	if (l->steps <= 0)
		l->steps = default_limits.steps;
	if (l->depth <= 0)
		l->depth = default_limits.depth;
	if (!l->memory)
		l->memory = default_limits.memory;
	if (!l->output)
		l->output = default_limits.output;
	vm->countdown = !vm->observer ? l->steps : vm->options.library ? -1 : 0;
	vm->steps = 0;
}

struct vm *vm_new(const struct vm_options *o)
{
	struct vm *vm = mem_calloc(1, sizeof *vm);
	vm->options = *o;
	vm->observer = o->observer;
	vm->hooks = &eval_hooks;
	memcpy(vm->kinds, kind_rows, sizeof vm->kinds);
	vm->exc = vm->result = vm->instance = vm->thrown_as = V_UNSET;
	vm->asyncgen_first = vm->asyncgen_last = vm->on_death = V_NONE;
	for (unsigned i = 0; i < LIB_FUNCTION_COUNT; i++)
		vm->lib[i] = V_UNSET;
	set_limits(vm);
	str_init(vm);
	vm->empty_tuple = tuple_new(vm, 0);
	types_init(vm);
	types_add_methods(vm);
	builtins_init(vm);
	vm->build_class = native_new(vm, OBJ_NATIVE, &build_class_def, V_UNSET, NULL);
	nested_init(vm);
	set_limits(vm); /* what it took so far is not the program's work */
	return vm;
}

void vm_free(struct vm *vm)
{
	if (!vm)
		return;
	for (size_t i = 0; i < vm->protos.len; i++)
		proto_free(vm->protos.at[i]);
	for (size_t i = 0; i < vm->programs.len; i++)
		program_free(vm->programs.at[i]);
	array_fini(&vm->protos);
	array_fini(&vm->programs);
	array_fini(&vm->finalizer_queue);
	array_fini(&vm->loans);
	array_fini(&vm->thrown);
	array_fini(&vm->held);
	array_fini(&vm->deliveries);
	array_fini(&vm->floors);
	weak_list_fini(&vm->tasks);
	weak_list_fini(&vm->asyncgens);
	map_fini(&vm->frame_notes);
	map_fini(&vm->coro_names[CORO_NAME]);
	map_fini(&vm->coro_names[CORO_QUALNAME]);
	mem_free(vm->deadlock_text);
	mem_free(vm->refusal);
	mem_free(vm->refused_at);
	mem_free(vm->end_text);
	objects_fini(vm);
	mem_free(vm);
}

/* The run. */

static void tell_end(struct vm *vm, enum event_kind kind, value v, const char *text)
{
	if (!vm->observer)
		return;
	struct event e = { .kind = kind, .value = v, .text = text, .len = text ? strlen(text) : 0 };
	vm->observer->event(vm->observer->self, vm, &e);
}

/* SystemExit's code as CPython treats it: None, a number, or a text to print. */
static void exit_with(struct vm *vm, value exc)
{
	value code = ((struct exception *)obj_get(exc))->value;
	int64_t n;
	vm->status = RUN_EXIT;
	vm->end_text = mem_strdup("SystemExit");
	if (code == V_UNSET || code == V_NONE) {
		vm->exit_status = 0;
	} else if (int_get(code, &n)) {
		vm->exit_status = (int)(n & 255);
	} else {
		struct sbuf b = vm_text(vm);
		if (!ops_str_now(vm, code, &b))
			value_drop(vm, vm_catch(vm));
		sbuf_char(&b, '\n');
		vm_write(vm, 2, b.text, b.len);
		sbuf_fini(&b);
		vm->exit_status = 1;
	}
}

/* The exception that ended the program, which CPython keeps until its modules
 * go (as sys.last_value); V_NONE if it is one that ends it on purpose. */
static value end_by_exception(struct vm *vm)
{
	value exc = vm_catch(vm), kept = V_NONE;
	tell_end(vm, EVENT_UNCAUGHT, exc, NULL);
	vm->quiet = true;
	if (exception_is(vm, exc, VM_EXC(vm, SystemExit))) {
		exit_with(vm, exc);
	} else {
		struct sbuf b = vm_text(vm);
		exception_summary(vm, exc, &b);
		vm->end_text = sbuf_take(&b);
		b = vm_text(vm);
		exception_print(vm, exc, &b);
		vm_write(vm, 2, b.text, b.len);
		sbuf_fini(&b);
		vm->status = RUN_EXCEPTION;
		vm->exit_status = 1;
		kept = value_keep(exc);
	}
	value_drop(vm, exc);
	return kept;
}

static void end_by_limit(struct vm *vm)
{
	const char *text = vm->limit_text;
	vm->status = vm->deadlock ? RUN_DEADLOCK : vm->refusal ? RUN_REFUSED : RUN_LIMIT;
	vm->exit_status = vm->refusal ? 2 : 3;
	mem_free(vm->end_text);
	vm->end_text = mem_strdup(text);
	if (!vm->quiet)
		tell_end(vm, vm->deadlock ? EVENT_DEADLOCK : EVENT_LIMIT, V_UNSET, text);
	vm->quiet = true;
	struct sbuf b = vm_text(vm);
	sbuf_printf(&b, "cosub: %s%s\n", vm->refusal ? vm->refused_at : "", text);
	if (vm->refusal)
		sbuf_printf(&b, "    %s\n", refuse_way_on(text));
	vm->options.limits.output = vm->output + b.len;
	vm_write(vm, 2, b.text, b.len);
	sbuf_fini(&b);
}

static void set_name(struct vm *vm, struct dict *d, value name, const char *text)
{
	value v = str_from_cstr(vm, text);
	dict_set_name(vm, d, name, v);
	value_drop(vm, v);
}

static struct frame *main_frame(struct vm *vm, struct program *p)
{
	vm->main = module_link(vm, p, VM_STR(vm, __main__));
	struct dict *d = vm->main->globals;
	dict_set_name(vm, d, VM_STR(vm, __name__), VM_STR(vm, __main__));
	if (p->main->doc)
		set_name(vm, d, VM_STR(vm, __doc__), p->main->doc);
	else
		dict_set_name(vm, d, VM_STR(vm, __doc__), V_NONE);
	set_name(vm, d, VM_STR(vm, __file__), p->source->path);
	return frame_new(vm, vm->main->proto, OBJ_FRAME);
}

/* What the compiler found strange comes before all else. */
static void warn_of_syntax(struct vm *vm, const struct program *p)
{
	struct sbuf text = vm_text(vm);
	exception_warn_of_syntax(p, &text);
	vm_write(vm, 2, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}

enum run_status vm_run(struct vm *vm, struct program *p)
{
	struct frame *f = main_frame(vm, p);
	if (p->warnings.len)
		warn_of_syntax(vm, p);
	frame_enter(vm, f, CONTINUE_MAIN);
	value r = eval_run(vm), last = V_NONE;
	if (vm->limit_text) {
		end_by_limit(vm);
		return vm->status;
	}
	if (r == V_ERROR) {
		last = end_by_exception(vm);
	} else {
		value_drop(vm, r);
		tell_end(vm, EVENT_FINISHED, V_UNSET, NULL);
		vm->status = RUN_FINISHED;
		vm->quiet = true;
	}
	vm_settle(vm);
	finalize(vm, last);
	if (vm->limit_text) /* what the program left behind did not end */
		end_by_limit(vm);
	return vm->status;
}

/* What the last program said of its end is forgotten. */
static void begin_anew(struct vm *vm)
{
	vm->limit_text = NULL;
	mem_free(vm->refusal);
	mem_free(vm->refused_at);
	vm->refusal = vm->refused_at = NULL;
	vm->attention = vm->quiet = false;
	vm->output = 0;
	vm->exit_status = 0;
	mem_free(vm->end_text);
	vm->end_text = NULL;
	set_limits(vm);
}

enum run_status vm_run_next(struct vm *vm, struct program *p)
{
	if (vm->main != NULL && !vm->offered)
		finalize_clear_names(vm);
	begin_anew(vm);
	vm->offered = false;
	frame_enter(vm, main_frame(vm, p), CONTINUE_MAIN);
	value r = eval_run(vm);
	vm->status = RUN_FINISHED;
	if (vm->limit_text)
		end_by_limit(vm);
	else if (r == V_ERROR)
		value_drop(vm, end_by_exception(vm));
	else
		value_drop(vm, r);
	vm_settle(vm);
	return vm->status;
}

void vm_offer_names(struct vm *vm)
{
	const struct dict *d = vm->main->globals;
	for (uint32_t i = 0; i < d->len; i++) {
		if (d->at[i].val != V_UNSET && is_str(d->at[i].key))
			dict_set_name(vm, vm->builtins, d->at[i].key, d->at[i].val);
	}
	vm->offered = true;
}

int vm_exit_status(const struct vm *vm)
{
	return vm->exit_status;
}

const char *vm_end_text(const struct vm *vm)
{
	return vm->end_text;
}
