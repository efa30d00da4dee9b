/* What library code reaches as __cosub_NAME: the built-in behaviour without the
 * methods of a class, and the inside of iterators. */

#include "vm/coro/coro.h"
#include "vm/kind/dict.h"
#include "vm/text/format.h"
#include "vm/kind/iter.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/builtins.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

static value call_none(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return raise_type(vm, "'NoneType' object is not callable");
}

/* What stands for a special method that the class sets to None. */
static const struct native_def none_def = { "None", call_none, 0, -1, true, "fails" };

/* The special method of x's class, to be called with x; None if it has none of
 * its own. */
static value lib_special(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value f = type_find_special(vm, a->at[0], str_intern_value(vm, a->at[1]));
	if (is_kind(f, OBJ_STATICMETHOD) || is_kind(f, OBJ_CLASSMETHOD))
		f = ((struct wrapper *)obj_get(f))->func;
	if (f == V_NONE)
		return native_new(vm, OBJ_NATIVE, &none_def, V_UNSET, NULL);
	return f == V_UNSET ? V_NONE : value_keep(f);
}

static value lib_binary(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return plain_binary(
		vm, (enum bin_op)small_get(a->at[0]), a->at[1] == V_TRUE, a->at[2], a->at[3]);
}

static value lib_compare(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return plain_compare(vm, (enum cmp_op)small_get(a->at[0]), a->at[1], a->at[2]);
}

static value lib_binary_error(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return ops_binary_error(
		vm, (enum bin_op)small_get(a->at[0]), a->at[1] == V_TRUE, a->at[2], a->at[3]);
}

static value lib_compare_sign(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return str_from_cstr(vm, plain_compare_sign((enum cmp_op)small_get(a->at[0])));
}

static value lib_contains(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int r = plain_contains(vm, a->at[1], a->at[0]);
	return r == -2 ? V_NOT_IMPLEMENTED : r < 0 ? V_ERROR : bool_make(r);
}

static value lib_truth(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	return bool_make(plain_truth(vm, a->at[0]));
}

static value lib_iter_lazy(struct vm *vm, enum obj_kind kind, const struct args *a)
{
	return iter_lazy_new(vm, kind, a->at[0], a->at[1]);
}

static value lib_map(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return lib_iter_lazy(vm, OBJ_MAP, a);
}
static value lib_filter(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return lib_iter_lazy(vm, OBJ_FILTER, a);
}

static value lib_zip(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value it = iter_lazy_new(vm, OBJ_ZIP, V_NONE, a->at[0]);
	((struct lazy_iter *)obj_get(it))->strict = plain_truth(vm, a->at[1]);
	return it;
}

static value lib_enumerate(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value it = iter_lazy_new(vm, OBJ_ENUMERATE, V_NONE, a->at[0]);
	((struct lazy_iter *)obj_get(it))->count = is_small(a->at[1]) ? small_get(a->at[1]) : 0;
	return it;
}

/* The number that enumerate gives next, and counts on. */
static value lib_count(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return int_make(vm, ((struct lazy_iter *)obj_get(a->at[0]))->count++);
}

/* iter(callable, sentinel) has come to its end. */
static value lib_call_iter_end(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value_set(vm, &((struct lazy_iter *)obj_get(a->at[0]))->func, V_NONE);
	return V_NONE;
}

static value lib_seq_iter_end(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value_set(vm, &((struct iter *)obj_get(a->at[0]))->source, V_NONE);
	return V_NONE;
}

static value lib_seq_iter_step(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	((struct iter *)obj_get(a->at[0]))->index++;
	return V_NONE;
}

static value lib_write(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_str(a->at[1]))
		return raise_type(vm, "write() argument must be str, not %T", a->at[1]);
	const struct str *s = str_get(a->at[1]);
	vm_write(vm, (int)small_get(a->at[0]), s->bytes, s->len);
	return int_make(vm, s->count);
}

static value lib_format(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return format_value(vm, a->at[0], a->at[1]);
}

static value lib_is_iterator(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return bool_make(iter_is_iterator(vm, a->at[0]));
}

static void show_method(const struct type *t, value name)
{
	value f = dict_find_name(t->attrs, name);
	if (is_kind(f, OBJ_FUNCTION))
		((struct function *)obj_get(f))->as_builtin = true;
}

static void show_class(struct vm *vm, struct type *t)
{
	struct sbuf name = vm_text(vm);
	type_full_name(t, &name);
	type_show_as(vm, t, name.text);
	sbuf_fini(&name);
	show_method(t, VM_STR(vm, __init__));
	show_method(t, VM_STR(vm, __call__));
}

/* A decorator: the function or class is shown as built in. */
static value lib_builtin(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	if (is_kind(a->at[0], OBJ_TYPE))
		show_class(vm, type_obj(a->at[0]));
	else if (is_kind(a->at[0], OBJ_FUNCTION))
		((struct function *)obj_get(a->at[0]))->as_builtin = true;
	return value_keep(a->at[0]);
}

/* A decorator: tracebacks keep the function's frames, and so what these hold. */
static value lib_kept(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	if (is_kind(a->at[0], OBJ_FUNCTION))
		((struct function *)obj_get(a->at[0]))->proto->kept = true;
	return value_keep(a->at[0]);
}

static value lib_cache(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	if (is_kind(a->at[0], OBJ_FUNCTION))
		((struct function *)obj_get(a->at[0]))->as_cache = true;
	return value_keep(a->at[0]);
}

static value lib_is_iterable(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return bool_make(iter_is_iterable(vm, a->at[0]));
}

static value lib_sort_plain(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int sorted = list_sort_plain(vm, a->at[0], a->at[1], false);
	return sorted < 0 ? V_ERROR : bool_make(sorted);
}

/* What a group's part keeps of the whole: traceback, cause, context, notes. */
static value lib_copy_place(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	const struct exception *from = exception_get(a->at[0]);
	struct exception *to = exception_get(a->at[1]);
	struct traceback *old = to->tb;
	to->tb = from->tb ? obj_keep(from->tb) : NULL;
	obj_drop(vm, old);
	value_set(vm, &to->cause, value_keep(from->cause));
	value_set(vm, &to->context, value_keep(from->context));
	to->suppress_context = true; /* as part_of in exception_group.c */
	if (is_kind(from->notes, OBJ_LIST))
		value_set(vm, &to->notes,
			list_from(vm, list_get(from->notes)->at, list_get(from->notes)->len));
	return value_keep(a->at[1]);
}

/* Facts of the code of a function or frame, in the order that code_of takes. */
static value lib_code_facts(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value v = a->at[0];
	const struct proto *p = is_kind(v, OBJ_FUNCTION) ? ((struct function *)obj_get(v))->proto
							 : frame_of_object(v)->proto;
	const struct code *c = p->code;
	int64_t flags = 3 | (c->flags & CODE_VARARGS ? 4 : 0) | (c->flags & CODE_VARKW ? 8 : 0) |
		(c->flags & CODE_GENERATOR ? 32 : 0) | (c->flags & CODE_COROUTINE ? 128 : 0) |
		(c->flags & CODE_ASYNC_GENERATOR ? 512 : 0);
	uint32_t n = 0;
	value names = tuple_new(vm, c->nvars);
	for (uint32_t i = 0; i < c->nvars; i++) {
		if (c->vars[i].kind == VAR_PARAM || c->vars[i].kind == VAR_LOCAL)
			tuple_get(names)->at[n++] = str_from_cstr(vm, c->vars[i].name);
	}
	value shown = tuple_from(vm, tuple_get(names)->at, n);
	value_drop(vm, names);
	return tuple_pack(vm, 9, str_from_cstr(vm, c->name), str_from_cstr(vm, c->qualname),
		int_make(vm, c->first_line), int_make(vm, flags), int_make(vm, c->npos),
		int_make(vm, c->nkw_only), shown, str_from_cstr(vm, c->program->source->path),
		int_make(vm, p->number));
}

/* The class of the built-in kind of that name. */
static value lib_kind(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	for (int k = 0; k < OBJ_KIND_COUNT; k++) {
		if (str_is(a->at[0], vm->kinds[k]->name))
			return obj_value(obj_keep(vm->types[k]));
	}
	return raise_value(vm, "no kind %V", a->at[0]);
}

static value lib_abs(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return number_abs(vm, a->at[0]);
}

/* What is done with a dict and a key whose hash is known. */

static value lib_dict_find(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t hash;
	int_get(a->at[2], &hash);
	value v = dict_find_hashed(vm, dict_obj(a->at[0]), a->at[1], (uint64_t)hash);
	return v == V_ERROR ? V_ERROR : value_keep(v == V_UNSET ? a->at[3] : v);
}

static value lib_dict_set(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t hash;
	int_get(a->at[2], &hash);
	return dict_set_hashed(vm, dict_obj(a->at[0]), a->at[1], (uint64_t)hash, a->at[3])
		? V_NONE
		: V_ERROR;
}

static value lib_dict_remove(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t hash;
	int_get(a->at[2], &hash);
	return dict_remove_hashed(vm, dict_obj(a->at[0]), a->at[1], (uint64_t)hash, NULL) < 0
		? V_ERROR
		: V_NONE;
}

static value lib_dict_move(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t hash;
	int_get(a->at[2], &hash);
	int moved = dict_move_to_end(vm, dict_obj(a->at[0]), a->at[1], (uint64_t)hash);
	return moved < 0 ? V_ERROR : bool_make(moved);
}

static value lib_frame_state(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_obj(a->at[0]) || !is_coroutine_kind(obj_kind(a->at[0])))
		return raise_type(vm, "'%T' object is no generator or coroutine", a->at[0]);
	switch (coro_state((struct frame *)obj_get(a->at[0]))) {
	case CORO_CREATED:
		return str_from_cstr(vm, "CREATED");
	case CORO_SUSPENDED:
		return str_from_cstr(vm, "SUSPENDED");
	case CORO_FINISHED:
		return str_from_cstr(vm, "CLOSED");
	default:
		return str_from_cstr(vm, "RUNNING");
	}
}

/* types.coroutine: a generator that may be awaited, or a generator function
 * that makes such. */
static value lib_make_awaitable(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	if (is_kind(a->at[0], OBJ_GENERATOR))
		((struct frame *)obj_get(a->at[0]))->flags |= FRAME_AWAITABLE;
	else if (is_kind(a->at[0], OBJ_FUNCTION))
		((struct function *)obj_get(a->at[0]))->awaitable = true;
	return value_keep(a->at[0]);
}

static value lib_is_awaitable_generator(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	return bool_make(is_kind(a->at[0], OBJ_GENERATOR) &&
		((struct frame *)obj_get(a->at[0]))->flags & FRAME_AWAITABLE);
}

/* The innermost frame of the program's own code. */
static value lib_calling_frame(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	struct frame *f = vm->frame;
	while (f && f->proto->code->flags & CODE_LIBRARY)
		f = f->back;
	return f ? frame_object(vm, f) : V_NONE;
}

static value lib_awaits_itself(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	return bool_make(coro_awaits_itself(a->at[0]));
}

static value lib_check_await(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return coro_check_await(vm, a->at[0]);
}

static value lib_handled(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return vm->frame ? value_keep(frame_handled(vm->frame)) : V_NONE;
}

static value lib_depth_limit(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return int_make(vm, vm->options.limits.depth);
}

static value lib_set_depth_limit(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t n;
	if (!int_get(a->at[0], &n))
		return raise_type(vm, "'%T' object cannot be interpreted as an integer", a->at[0]);
	if (n < 1)
		return raise_value(vm, "recursion limit must be greater or equal than 1");
	vm->options.limits.depth = n;
	return V_NONE;
}

static value lib_refuse(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return vm_refuse(vm, "%S is outside the scenario language", a->at[0]);
}

static value lib_abstract(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	type_obj(a->at[0])->is_abc = true;
	return V_NONE;
}

const struct native_def library_functions[] = { { "refuse", lib_refuse, 1, 1, false,
							"(what): it is outside the language" },
	{ "abstract", lib_abstract, 1, 1, false, "(class): it is abc.ABC" },
	{ "special", lib_special, 2, 2, false, "(x, name): the method of x's class, or None" },
	{ "binary", lib_binary, 4, 4, false, "(op, in place, a, b): of built-in kinds" },
	{ "binary_error", lib_binary_error, 4, 4, false, "(op, in place, a, b): raises" },
	{ "compare", lib_compare, 3, 3, false, "(op, a, b): of built-in kinds" },
	{ "compare_sign", lib_compare_sign, 1, 1, false, "(op)" },
	{ "contains", lib_contains, 2, 2, false, "(item, container)" },
	{ "truth", lib_truth, 1, 1, false, "(x): of built-in kinds" },
	{ "map", lib_map, 2, 2, false, "(func, tuple of iterators)" },
	{ "filter", lib_filter, 2, 2, false, "(func, iterator)" },
	{ "zip", lib_zip, 2, 2, false, "(tuple of iterators, strict)" },
	{ "enumerate", lib_enumerate, 2, 2, false, "(iterator, start)" },
	{ "count", lib_count, 1, 1, false, "(enumerate): the next number" },
	{ "call_iter_end", lib_call_iter_end, 1, 1, false, "(callable_iterator)" },
	{ "seq_iter_end", lib_seq_iter_end, 1, 1, false, "(iterator)" },
	{ "seq_iter_step", lib_seq_iter_step, 1, 1, false, "(iterator)" },
	{ "write", lib_write, 2, 2, false, "(stream, text)" },
	{ "format", lib_format, 2, 2, false, "(value, spec): of built-in kinds" },
	{ "is_iterator", lib_is_iterator, 1, 1, false, "(x)" },
	{ "cache", lib_cache, 1, 1, false, "(function): it is shown as lru_cache's" },
	{ "builtin", lib_builtin, 1, 1, false, "(function): shows it as built in" },
	{ "kept", lib_kept, 1, 1, false, "(function): tracebacks keep its frames" },
	{ "is_iterable", lib_is_iterable, 1, 1, false, "(x)" },
	{ "sort_plain", lib_sort_plain, 2, 2, false,
		"(keys, values): whether both could be sorted by the keys without the program" },
	{ "copy_place", lib_copy_place, 2, 2, false, "(exception, part of it)" },
	{ "kind", lib_kind, 1, 1, false, "(name): a built-in class" },
	{ "abs", lib_abs, 1, 1, false, "(x)" },
	{ "dict_find", lib_dict_find, 4, 4, false, "(dict, key, hash of it, default)" },
	{ "dict_set", lib_dict_set, 4, 4, false, "(dict, key, hash of it, value)" },
	{ "dict_move", lib_dict_move, 3, 3, false,
		"(dict, key, hash of it): to the end, if it is there" },
	{ "dict_remove", lib_dict_remove, 3, 3, false, "(dict, key, hash of it)" },
	{ "frame_state", lib_frame_state, 1, 1, false, "(generator or coroutine)" },
	{ "make_awaitable", lib_make_awaitable, 1, 1, false, "(generator)" },
	{ "is_awaitable_generator", lib_is_awaitable_generator, 1, 1, false, "(x)" },
	{ "calling_frame", lib_calling_frame, 0, 0, false, "the program's innermost frame" },
	{ "awaits_itself", lib_awaits_itself, 1, 1, false, "(x): whether it needs no __await__" },
	{ "check_await", lib_check_await, 1, 1, false, "(what __await__ gave): the iterator" },
	{ "handled", lib_handled, 0, 0, false, "the exception being handled, or None" },
	{ "depth_limit", lib_depth_limit, 0, 0, false, "the recursion limit" },
	{ "set_depth_limit", lib_set_depth_limit, 1, 1, false, "(limit)" },
	{ "code_facts", lib_code_facts, 1, 1, false,
		"(function or frame): what is known of its code, a number for it last" },
	{ 0 } };
