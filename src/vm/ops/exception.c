#include "vm/value/exception.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/source.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <assert.h>
#include <string.h>

/* What one conversion of vm_raise's format shows. */
static void format_one(struct vm *vm, struct sbuf *out, const char *spec, va_list *ap)
{
	char kind = spec[strlen(spec) - 1];
	bool is_long = strchr(spec, 'l') || strchr(spec, 'z') || strchr(spec, 'j');
	if (kind == 'V')
		plain_describe(vm, va_arg(*ap, value), out);
	else if (kind == 'T')
		sbuf_str(out, type_shown(type_of(vm, va_arg(*ap, value))));
	else if (kind == 'S') {
		struct str *s = str_get(va_arg(*ap, value));
		sbuf_bytes(out, s->bytes, s->len);
	} else if (kind == 's' && strchr(spec, '*')) {
		int n = va_arg(*ap, int);
		sbuf_bytes(out, va_arg(*ap, const char *), (size_t)n);
	} else if (kind == 's')
		sbuf_str(out, va_arg(*ap, const char *));
	else if (kind == 'c')
		sbuf_char(out, (char)va_arg(*ap, int));
	else if (kind == 'u')
		sbuf_printf(out, "%llu",
			is_long ? (unsigned long long)va_arg(*ap, uint64_t)
				: va_arg(*ap, unsigned));
	else if (kind == 'x')
		sbuf_printf(out, "%llx",
			is_long ? (unsigned long long)va_arg(*ap, uint64_t)
				: va_arg(*ap, unsigned));
	else {
		assert(kind == 'd' && "a conversion that vm_raise knows");
		sbuf_printf(
			out, "%lld", is_long ? (long long)va_arg(*ap, int64_t) : va_arg(*ap, int));
	}
}

static void format_all(struct vm *vm, struct sbuf *out, const char *fmt, va_list *ap)
{
	while (*fmt) {
		size_t text = strcspn(fmt, "%");
		sbuf_bytes(out, fmt, text);
		fmt += text;
		if (!*fmt)
			return;
		if (fmt[1] == '%') {
			sbuf_char(out, '%');
			fmt += 2;
			continue;
		}
		size_t n = strcspn(fmt, "VTSscuxd") + 1;
		char spec[16];
		assert(n < sizeof spec && "a conversion is short");
		memcpy(spec, fmt, n);
		spec[n] = '\0';
		format_one(vm, out, spec, ap);
		fmt += n;
	}
}

value vm_raise(struct vm *vm, struct type *t, const char *fmt, ...)
{
	struct sbuf text = vm_text(vm);
	va_list ap;
	va_start(ap, fmt);
	format_all(vm, &text, fmt, &ap);
	va_end(ap);
	value args = tuple_pack(vm, 1, str_from_sbuf(vm, &text));
	vm_raise_args(vm, t, args);
	value_drop(vm, args);
	return V_ERROR;
}

/* "FILE:LINE: " of the program's innermost frame. */
static char *refused_at(const struct vm *vm)
{
	struct sbuf b = { 0 };
	const struct frame *f = vm->frame;
	while (f && (f->flags & FRAME_LIBRARY || !f->line))
		f = f->back;
	if (f && f->proto->code->program)
		sbuf_printf(&b, "%s:%u: ", f->proto->code->program->source->path, f->line);
	return sbuf_take(&b);
}

value vm_refuse(struct vm *vm, const char *fmt, ...)
{
	struct sbuf text = vm_text(vm);
	va_list ap;
	va_start(ap, fmt);
	format_all(vm, &text, fmt, &ap);
	va_end(ap);
	if (!vm->limit_text) {
		vm->refusal = mem_strdup(sbuf_cstr(&text));
		vm->refused_at = refused_at(vm);
		vm_set_limit(vm, vm->refusal);
	}
	/* Something must be on its way; nobody will see it. */
	if (vm->exc == V_UNSET)
		vm_raise(vm, VM_EXC(vm, NotImplementedError), "%s", sbuf_cstr(&text));
	sbuf_fini(&text);
	return V_ERROR;
}

value vm_raise_args(struct vm *vm, struct type *t, value args)
{
	return vm_raise_value(vm, obj_value(exception_new(vm, t, args)));
}

value vm_raise_name(struct vm *vm, struct type *t, const char *name, const char *fmt)
{
	vm_raise(vm, t, fmt, name);
	struct exception *e = exception_get(vm->exc);
	e->attrs = dict_new(vm);
	dict_set_name(vm, e->attrs, VM_STR(vm, name), str_intern(vm, name, strlen(name)));
	return V_ERROR;
}

value vm_raise_value(struct vm *vm, value exc)
{
	assert(is_kind(exc, OBJ_EXCEPTION) && "only exceptions are raised");
	value_set(vm, &vm->exc, exc);
	vm_exc_is_new(vm);
	return V_ERROR;
}

value vm_raise_stop(struct vm *vm, value v)
{
	value args = v == V_NONE ? value_keep(vm->empty_tuple) : tuple_pack(vm, 1, value_keep(v));
	value exc = obj_value(exception_new(vm, VM_EXC(vm, StopIteration), args));
	value_drop(vm, args);
	value_set(vm, &vm->exc, exc);
	vm_exc_is_new(vm);
	return V_ERROR;
}

void exception_take_filename(struct vm *vm, struct exception *e)
{
	const struct tuple *args = tuple_get(e->args);
	if (args->len != 3 || !type_is_subtype(e->type, VM_EXC(vm, OSError)))
		return;
	value_set(vm, &e->value, value_keep(args->at[2]));
	value_set(vm, &e->args, tuple_from(vm, args->at, 2));
}

/* The fields that a class derives from the arguments. */
static void derive_fields(struct vm *vm, struct exception *e)
{
	struct tuple *args = tuple_get(e->args);
	value first = args->len ? args->at[0] : V_NONE;
	if (type_is_subtype(e->type, VM_EXC(vm, StopIteration)))
		e->value = value_keep(first);
	else if (type_is_subtype(e->type, VM_EXC(vm, SystemExit)))
		e->value = args->len > 1 ? value_keep(e->args) : value_keep(first);
	else if (type_is_subtype(e->type, VM_EXC(vm, BaseExceptionGroup)) && args->len == 2) {
		value list = args->at[1];
		if (is_kind(list, OBJ_TUPLE))
			e->value = value_keep(list);
		else if (is_kind(list, OBJ_LIST))
			e->value = tuple_from(vm, list_get(list)->at, list_get(list)->len);
	}
}

struct exception *exception_new(struct vm *vm, struct type *t, value args)
{
	struct exception *e = obj_new(vm, OBJ_EXCEPTION, sizeof *e);
	e->obj.flags |= OBJ_TYPED;
	e->type = obj_keep(t);
	e->args = value_keep(args);
	e->cause = e->context = V_NONE;
	e->notes = e->value = V_UNSET;
	derive_fields(vm, e);
	exception_take_filename(vm, e);
	return e;
}

bool exception_is(const struct vm *vm, value exc, const struct type *t)
{
	(void)vm;
	return is_kind(exc, OBJ_EXCEPTION) && type_is_subtype(exception_get(exc)->type, t);
}

value vm_catch(struct vm *vm)
{
	value exc = vm->exc;
	vm->exc = V_UNSET;
	vm_exc_is_new(vm);
	return exc;
}

bool vm_exc_is(struct vm *vm, const struct type *t)
{
	return vm->exc != V_UNSET && exception_is(vm, vm->exc, t);
}

/* "[Errno 2] text: 'name'". */
static bool os_error_message(struct vm *vm, const struct exception *e, struct sbuf *out)
{
	struct tuple *args = tuple_get(e->args);
	if (!type_is_subtype(e->type, VM_EXC(vm, OSError)) || args->len != 2)
		return false;
	sbuf_str(out, "[Errno ");
	plain_describe_str(vm, args->at[0], out);
	sbuf_str(out, "] ");
	plain_describe_str(vm, args->at[1], out);
	if (e->value != V_UNSET && e->value != V_NONE) {
		sbuf_str(out, ": ");
		plain_describe(vm, e->value, out);
	}
	return true;
}

static bool group_message(struct vm *vm, const struct exception *e, struct sbuf *out)
{
	if (!type_is_subtype(e->type, VM_EXC(vm, BaseExceptionGroup)) ||
		!is_kind(e->value, OBJ_TUPLE))
		return false;
	uint32_t n = tuple_get(e->value)->len;
	plain_describe_str(vm, tuple_get(e->args)->at[0], out);
	sbuf_printf(out, " (%u sub-exception%s)", n, n == 1 ? "" : "s");
	return true;
}

static bool import_message(struct vm *vm, const struct exception *e, struct sbuf *out)
{
	struct tuple *args = tuple_get(e->args);
	if (!type_is_subtype(e->type, VM_EXC(vm, ImportError)) || args->len != 1 ||
		!is_str(args->at[0]))
		return false;
	plain_describe_str(vm, args->at[0], out);
	return true;
}

/* SyntaxError without a place: its first argument, or None. */
static bool syntax_message(struct vm *vm, const struct exception *e, struct sbuf *out)
{
	if (!type_is_subtype(e->type, VM_EXC(vm, SyntaxError)) || tuple_get(e->args)->len > 0)
		return false;
	sbuf_str(out, "None");
	return true;
}

void exception_message(struct vm *vm, value exc, struct sbuf *out)
{
	const struct exception *e = exception_get(exc);
	struct tuple *args = tuple_get(e->args);
	if (os_error_message(vm, e, out) || group_message(vm, e, out) ||
		import_message(vm, e, out) || syntax_message(vm, e, out))
		return;
	if (args->len == 1 && type_is_subtype(e->type, VM_EXC(vm, KeyError)))
		plain_describe(vm, args->at[0], out);
	else if (args->len == 1)
		plain_describe_str(vm, args->at[0], out);
	else if (args->len > 1)
		plain_describe(vm, e->args, out);
}

/* The same with the program's own __str__ and __repr__. */
bool exception_str(struct vm *vm, value exc, struct sbuf *out)
{
	const struct exception *e = exception_get(exc);
	struct tuple *args = tuple_get(e->args);
	if (os_error_message(vm, e, out) || group_message(vm, e, out) ||
		import_message(vm, e, out) || syntax_message(vm, e, out))
		return true;
	if (args->len == 0)
		return true;
	if (args->len > 1)
		return ops_repr_now(vm, e->args, out);
	if (type_is_subtype(e->type, VM_EXC(vm, KeyError)))
		return ops_repr_now(vm, args->at[0], out);
	return ops_str_now(vm, args->at[0], out);
}

bool exception_repr(struct vm *vm, value exc, struct sbuf *out)
{
	const struct exception *e = exception_get(exc);
	struct tuple *args = tuple_get(e->args);
	sbuf_str(out, type_name(e->type));
	if (args->len != 1)
		return ops_repr_now(vm, e->args, out);
	sbuf_char(out, '(');
	if (!ops_repr_now(vm, args->at[0], out))
		return false;
	sbuf_char(out, ')');
	return true;
}

/* The class as a traceback names it: with its module unless that is the main
 * one or the builtins. */
static void class_title(const struct type *t, struct sbuf *out)
{
	if (is_str(t->module) && !str_is(t->module, "builtins") && !str_is(t->module, "__main__")) {
		sbuf_bytes(out, str_get(t->module)->bytes, str_get(t->module)->len);
		sbuf_char(out, '.');
	}
	value name = t->qualname;
	sbuf_bytes(out, str_get(name)->bytes, str_get(name)->len);
}

/* str(exc); what a failing __str__ is replaced by.  Only for an exception that
 * nobody can catch any more: of one on its way the marks are lost. */
static void title_text(struct vm *vm, value exc, struct sbuf *out)
{
	value pending = vm_catch(vm);
	size_t before = out->len;
	if (!ops_str_now(vm, exc, out)) {
		value_drop(vm, vm_catch(vm));
		sbuf_truncate(out, before);
		sbuf_str(out, "<exception str() failed>");
	}
	vm->exc = pending;
}

void exception_summary(struct vm *vm, value exc, struct sbuf *out)
{
	struct sbuf text = vm_text(vm);
	class_title(exception_get(exc)->type, out);
	title_text(vm, exc, &text);
	if (text.len) {
		sbuf_str(out, ": ");
		sbuf_bytes(out, text.text, text.len);
	}
	sbuf_fini(&text);
}

struct traceback *traceback_shown(struct traceback *tb)
{
	while (tb && tb->frame->proto->code->flags & CODE_LIBRARY)
		tb = tb->next;
	return tb;
}
