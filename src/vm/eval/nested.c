/*
 * Calls that C code makes: as frames on top of the running one (vm_tail,
 * vm_tail_call), or as an inner run of the loop (vm_call).
 */

#include "vm/coro/coro.h"
#include "vm/eval/call.h"
#include "vm/eval/eval.h"
#include "vm/kind/dict.h"
#include "vm/eval/module.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"

#include <assert.h>
#include <string.h>

/* Inner runs inside each other: as many as the C stack surely bears. */
enum { NESTED_MAX = 150 };

/* The code of a frame that calls what it finds in its registers: register 0 the
 * callable, 1 the tuple of arguments. */
static const struct instr call_instrs[] = {
	{ .op = OP_CALL_EX, .a = 0, { { .b = 0, .c = 0 } } },
	{ .op = OP_RETURN, .a = 0, { { .b = 0, .c = 0 } } },
};
static const struct code call_code = {
	.name = "call",
	.qualname = "call",
	.flags = CODE_LIBRARY,
	.nregs = 3,
	.handled_reg = -1,
	.class_cell_reg = -1,
	.ninstrs = 2,
};

void nested_init(struct vm *vm)
{
	vm->call_proto = (struct proto){
		.code = &call_code,
		.instrs = call_instrs,
		.nregs = 3,
		.handled_reg = -1,
		.name = V_NONE,
		.qualname = V_NONE,
	};
	proto_set_up(vm, &vm->call_proto);
}

static value run_inner(struct vm *vm, struct frame *f)
{
	struct frame *caller = vm->frame;
	if (!frame_enter(vm, f, CONTINUE_LEAVE)) {
		frame_discard(vm, f);
		return V_ERROR;
	}
	vm->nested++;
	value r = eval_run(vm);
	vm->nested--;
	if (vm->limit_text)
		vm->frame = caller;
	assert(vm->frame == caller);
	vm->exc_passing = r == V_ERROR;
	return r;
}

static value call_named(struct vm *vm, value callable, const value *args, uint32_t n, value names)
{
	if (vm->nested >= NESTED_MAX)
		return vm_raise(vm, VM_EXC(vm, RecursionError),
			"maximum recursion depth exceeded while calling a Python object");
	return run_inner(
		vm, frame_of_call(vm, callable, tuple_from(vm, args, n), value_keep(names)));
}

static value call_now(struct vm *vm, value callable, const value *args, uint32_t n)
{
	return call_named(vm, callable, args, n, V_UNSET);
}

void vm_settle(struct vm *vm)
{
	while (vm->finalizer_queue.len > vm->finalizer_floor && !vm->limit_text) {
		struct frame *f = frame_of_call(vm, V_UNSET, V_UNSET, V_UNSET);
		f->pc++;
		f->regs[0] = V_NONE;
		run_inner(vm, f);
	}
}

static value tail_call(struct vm *vm, value callable, const value *args, uint32_t n)
{
	if (is_kind(callable, OBJ_TYPE))
		return call_start(
			vm, frame_of_call(vm, callable, tuple_from(vm, args, n), V_UNSET));
	struct args a = { args, n, 0, NULL };
	return call_value(vm, callable, &a);
}

#define X(name, function) function,
static const char *const lib_names[LIB_FUNCTION_COUNT] = { LIB_FUNCTIONS(X) };
#undef X

/* The library's functions come to be when the first one is needed; their module
 * lives as long as the machine. */
static bool load_library(struct vm *vm)
{
	struct module *m = module_load(vm, "builtins");
	struct frame *f = frame_new(vm, m->proto, OBJ_FRAME);
	value r = run_inner(vm, f);
	if (r == V_ERROR)
		return false;
	for (unsigned i = 0; i < LIB_FUNCTION_COUNT; i++) {
		value name = str_intern(vm, lib_names[i], strlen(lib_names[i]));
		value v = dict_find_name(m->globals, name);
		assert(v != V_UNSET && v != V_ERROR);
		vm->lib[i] = value_keep(v);
	}
	return true;
}

static value tail(struct vm *vm, enum lib_function f, const value *args, uint32_t n)
{
	if (vm->lib[f] == V_UNSET && !load_library(vm))
		return V_ERROR;
	struct args a = { args, n, 0, NULL };
	return call_value(vm, vm->lib[f], &a);
}

/* Calls with * and **. */

value call_spread(struct vm *vm, value callable, value items, value names)
{
	const value *at = is_kind(items, OBJ_LIST) ? list_get(items)->at : tuple_get(items)->at;
	uint32_t n = is_kind(items, OBJ_LIST) ? list_get(items)->len : tuple_get(items)->len;
	struct dict *d = names == V_UNSET ? NULL : dict_obj(names);
	uint32_t nkw = d ? d->live : 0;
	if (!nkw)
		return call_value(vm, callable, &(struct args){ at, n, 0, NULL });
	value *all = mem_reallocarray(NULL, n + 2 * (size_t)nkw, sizeof *all);
	value *kw = all + n + nkw;
	if (n > 0)
		memcpy(all, at, n * sizeof *all);
	value key, val, r = V_NONE;
	uint32_t k = 0;
	for (uint32_t i = 0; dict_next(d, &i, &key, &val) && r == V_NONE; k++) {
		if (!is_str(key))
			r = raise_type(vm, "keywords must be strings");
		else
			kw[k] = str_intern_value(vm, key);
		all[n + k] = val;
	}
	if (r == V_NONE)
		r = call_value(vm, callable, &(struct args){ all, n, nkw, kw });
	mem_free(all);
	return r;
}

value call_text(struct vm *vm, value callable)
{
	struct sbuf b = vm_text(vm);
	if (is_kind(callable, OBJ_METHOD))
		callable = ((struct method *)obj_get(callable))->func;
	if (is_kind(callable, OBJ_FUNCTION)) {
		struct function *fn = (struct function *)obj_get(callable);
		sbuf_printf(&b, "%s.%s()", str_get(fn->proto->module->name)->bytes,
			str_get(fn->qualname)->bytes);
	} else if (is_kind(callable, OBJ_NATIVE)) {
		sbuf_printf(&b, "%s()", ((struct native *)obj_get(callable))->def->name);
	} else if (!ops_str_now(vm, callable, &b)) {
		value_drop(vm, vm_catch(vm));
	}
	return str_from_sbuf(vm, &b);
}

value call_merge(struct vm *vm, struct dict *names, value mapping, value callable)
{
	value text = call_text(vm, callable);
	value r;
	if (!dict_is_plain(vm, mapping)) {
		r = vm_tail(vm, LIB_MERGE, (value[]){ obj_value(names), mapping, text }, 3);
		value_drop(vm, text);
		return r;
	}
	value key, val;
	r = V_NONE;
	for (uint32_t i = 0; r == V_NONE && dict_next(dict_obj(mapping), &i, &key, &val);) {
		if (!is_str(key))
			r = raise_type(vm, "keywords must be strings");
		else if (dict_find(vm, names, key) != V_UNSET)
			r = raise_type(
				vm, "%S got multiple values for keyword argument '%S'", text, key);
		else if (!dict_set(vm, names, str_intern_value(vm, key), val))
			r = V_ERROR;
	}
	value_drop(vm, text);
	return r;
}

const struct vm_hooks eval_hooks = { .tail = tail,
	.tail_call = tail_call,
	.call = call_now,
	.call_named = call_named,
	.call_method = call_method,
	.class_of_body = class_of_body,
	.on_death = coro_on_death };
