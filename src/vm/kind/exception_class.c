/* The exception classes: constructors, attributes, methods. */

#include <errno.h>

#include "base/sbuf.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/special.h"
#include "vm/value/type.h"

static bool is_a(struct vm *vm, const struct exception *e, enum exception_type t)
{
	return type_is_subtype(e->type, vm->exceptions[t]);
}

static value exception_get_args(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(exception_get(o)->args);
}

static bool exception_set_args(struct vm *vm, value o, value v)
{
	value args = v == V_UNSET ? value_keep(vm->empty_tuple) : tuple_from_any(vm, v);
	if (args == V_ERROR)
		return false;
	value_set(vm, &exception_get(o)->args, args);
	notify_rebuilt(vm, obj_get(o));
	return true;
}

static value exception_get_cause(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(exception_get(o)->cause);
}

static bool check_exception(struct vm *vm, value v, const char *what)
{
	if (v == V_NONE || is_kind(v, OBJ_EXCEPTION))
		return true;
	raise_type(vm, "exception %s must be None or derive from BaseException", what);
	return false;
}

static bool exception_set_cause(struct vm *vm, value o, value v)
{
	if (!check_exception(vm, v, "cause"))
		return false;
	value_set(vm, &exception_get(o)->cause, value_keep(v));
	exception_get(o)->suppress_context = true;
	return true;
}

static value exception_get_context(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(exception_get(o)->context);
}

static bool exception_set_context_attr(struct vm *vm, value o, value v)
{
	if (!check_exception(vm, v, "context"))
		return false;
	value_set(vm, &exception_get(o)->context, value_keep(v));
	return true;
}

static value exception_get_suppress(struct vm *vm, value o)
{
	(void)vm;
	return bool_make(exception_get(o)->suppress_context);
}

static bool exception_set_suppress(struct vm *vm, value o, value v)
{
	if (!is_bool(v)) {
		raise_type(vm, "attribute value type must be bool");
		return false;
	}
	exception_get(o)->suppress_context = v == V_TRUE;
	return true;
}

static value exception_get_traceback(struct vm *vm, value o)
{
	(void)vm;
	struct traceback *tb = traceback_shown(exception_get(o)->tb);
	return tb ? obj_value(obj_keep(tb)) : V_NONE;
}

static bool exception_set_traceback(struct vm *vm, value o, value v)
{
	if (v != V_NONE && !is_kind(v, OBJ_TRACEBACK)) {
		raise_type(vm, "__traceback__ must be a traceback or None");
		return false;
	}
	struct traceback *old = exception_get(o)->tb;
	exception_get(o)->tb = v == V_NONE ? NULL : obj_keep(obj_get(v));
	obj_drop(vm, old);
	return true;
}

static value exception_get_notes(struct vm *vm, value o)
{
	(void)vm;
	value notes = exception_get(o)->notes;
	return notes == V_UNSET ? V_UNSET : value_keep(notes);
}

static bool exception_set_notes(struct vm *vm, value o, value v)
{
	value_set(vm, &exception_get(o)->notes, value_keep(v));
	return true;
}

static value exception_get_value(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	return is_a(vm, e, TYPE_StopIteration) ? value_keep(e->value) : V_UNSET;
}

static value exception_get_code(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	return is_a(vm, e, TYPE_SystemExit) ? value_keep(e->value) : V_UNSET;
}

static value exception_get_exceptions(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	return is_a(vm, e, TYPE_BaseExceptionGroup) ? value_keep(e->value) : V_UNSET;
}

static value exception_get_message(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	return is_a(vm, e, TYPE_BaseExceptionGroup) ? value_keep(tuple_get(e->args)->at[0])
						    : V_UNSET;
}

static value exception_get_name(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	return is_a(vm, e, TYPE_ImportError) || is_a(vm, e, TYPE_NameError) ||
			is_a(vm, e, TYPE_AttributeError)
		? V_NONE
		: V_UNSET;
}

static value exception_get_obj(struct vm *vm, value o)
{
	return is_a(vm, exception_get(o), TYPE_AttributeError) ? V_NONE : V_UNSET;
}

static value exception_get_path(struct vm *vm, value o)
{
	return is_a(vm, exception_get(o), TYPE_ImportError) ? V_NONE : V_UNSET;
}

static value exception_get_msg(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	bool import = is_a(vm, e, TYPE_ImportError), syntax = is_a(vm, e, TYPE_SyntaxError);
	uint32_t n = tuple_get(e->args)->len;
	if (!import && !syntax)
		return V_UNSET;
	return n == 1 || (syntax && n > 0) ? value_keep(tuple_get(e->args)->at[0]) : V_NONE;
}

static value os_error_field(struct vm *vm, value o, uint32_t i)
{
	const struct exception *e = exception_get(o);
	if (!is_a(vm, e, TYPE_OSError))
		return V_UNSET;
	uint32_t n = tuple_get(e->args)->len;
	return n >= 2 && i < n ? value_keep(tuple_get(e->args)->at[i]) : V_NONE;
}

static value os_error_errno(struct vm *vm, value o)
{
	return os_error_field(vm, o, 0);
}
static value os_error_strerror(struct vm *vm, value o)
{
	return os_error_field(vm, o, 1);
}

static value os_error_filename(struct vm *vm, value o)
{
	const struct exception *e = exception_get(o);
	if (!is_a(vm, e, TYPE_OSError))
		return V_UNSET;
	return e->value == V_UNSET ? V_NONE : value_keep(e->value);
}

static const struct special exception_rows[] = { { "args", exception_get_args, exception_set_args },
	{ "__cause__", exception_get_cause, exception_set_cause },
	{ "__context__", exception_get_context, exception_set_context_attr },
	{ "__suppress_context__", exception_get_suppress, exception_set_suppress },
	{ "__traceback__", exception_get_traceback, exception_set_traceback },
	{ "__notes__", exception_get_notes, exception_set_notes },
	{ "value", exception_get_value, NULL }, { "code", exception_get_code, NULL },
	{ "exceptions", exception_get_exceptions, special_readonly },
	{ "message", exception_get_message, special_readonly },
	{ "name", exception_get_name, NULL }, { "obj", exception_get_obj, NULL },
	{ "path", exception_get_path, NULL }, { "msg", exception_get_msg, NULL },
	{ "errno", os_error_errno, NULL }, { "strerror", os_error_strerror, NULL },
	{ "filename", os_error_filename, NULL }, { 0 } };

static bool check_members(struct vm *vm, value list, bool *all_plain)
{
	const value *at = is_kind(list, OBJ_LIST) ? list_get(list)->at : tuple_get(list)->at;
	uint32_t n = is_kind(list, OBJ_LIST) ? list_get(list)->len : tuple_get(list)->len;
	if (n == 0) {
		raise_value(vm, "second argument (exceptions) must be a non-empty sequence");
		return false;
	}
	*all_plain = true;
	for (uint32_t i = 0; i < n; i++) {
		if (!is_kind(at[i], OBJ_EXCEPTION)) {
			raise_value(vm,
				"Item %u of second argument (exceptions) is not an exception", i);
			return false;
		}
		*all_plain = *all_plain && exception_is(vm, at[i], VM_EXC(vm, Exception));
	}
	return true;
}

/* BaseExceptionGroup.__new__: the class that fits the arguments, or NULL. */
static struct type *group_class(struct vm *vm, struct type *t, const struct args *a)
{
	if (a->n != 2) {
		raise_type(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)",
			a->n);
		return NULL;
	}
	if (!is_str(a->at[0])) {
		raise_type(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %T",
			a->at[0]);
		return NULL;
	}
	if (!is_kind(a->at[1], OBJ_LIST) && !is_kind(a->at[1], OBJ_TUPLE)) {
		raise_type(vm, "second argument (exceptions) must be a sequence");
		return NULL;
	}
	bool all_plain;
	if (!check_members(vm, a->at[1], &all_plain))
		return NULL;
	if (t == VM_EXC(vm, BaseExceptionGroup))
		return all_plain ? VM_EXC(vm, ExceptionGroup) : t;
	if (!all_plain && type_is_subtype(t, VM_EXC(vm, Exception))) {
		if (t == VM_EXC(vm, ExceptionGroup))
			raise_type(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
		else
			raise_type(vm, "Cannot nest BaseExceptions in '%s'", type_name(t));
		return NULL;
	}
	return t;
}

/* The class of OSError that its number calls for. */
static struct type *os_error_class(struct vm *vm, struct type *t, const struct args *a)
{
	static const struct {
		int64_t number;
		enum exception_type type;
	} numbers[] = {
		{ EPERM, TYPE_PermissionError },
		{ ENOENT, TYPE_FileNotFoundError },
		{ ESRCH, TYPE_ProcessLookupError },
		{ EINTR, TYPE_InterruptedError },
		{ ECHILD, TYPE_ChildProcessError },
		{ EAGAIN, TYPE_BlockingIOError },
		{ EACCES, TYPE_PermissionError },
		{ EEXIST, TYPE_FileExistsError },
		{ ENOTDIR, TYPE_NotADirectoryError },
		{ EISDIR, TYPE_IsADirectoryError },
		{ EPIPE, TYPE_BrokenPipeError },
		{ ECONNABORTED, TYPE_ConnectionAbortedError },
		{ ECONNRESET, TYPE_ConnectionResetError },
		{ ESHUTDOWN, TYPE_BrokenPipeError },
		{ ETIMEDOUT, TYPE_TimeoutError },
		{ ECONNREFUSED, TYPE_ConnectionRefusedError },
		{ EALREADY, TYPE_BlockingIOError },
		{ EINPROGRESS, TYPE_BlockingIOError },
	};
	int64_t number;
	if (t != VM_EXC(vm, OSError) || a->n < 2 || !int_get(a->at[0], &number))
		return t;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		if (numbers[i].number == number)
			return vm->exceptions[numbers[i].type];
	}
	return t;
}

/* Named arguments that a class takes become attributes. */
static bool take_keywords(struct vm *vm, struct exception *e, const struct args *a)
{
	bool import = is_a(vm, e, TYPE_ImportError), attribute = is_a(vm, e, TYPE_AttributeError);
	for (uint32_t i = 0; i < a->nkw; i++) {
		value name = a->names[i];
		bool fits = (str_is(name, "name") &&
				    (import || attribute || is_a(vm, e, TYPE_NameError))) ||
			(str_is(name, "path") && import) || (str_is(name, "obj") && attribute);
		if (!fits && (import || attribute))
			raise_type(vm, "'%S' is an invalid keyword argument for %s()", name,
				type_name(e->type));
		else if (!fits)
			raise_type(vm, "%s() takes no keyword arguments", type_name(e->type));
		if (!fits)
			return false;
		dict_set_name(vm, special_dict(vm, obj_value(e)), name, a->at[a->n + i]);
	}
	return true;
}

value exception_make(struct vm *vm, struct type *t, const struct args *a)
{
	if (type_is_subtype(t, VM_EXC(vm, BaseExceptionGroup)))
		t = group_class(vm, t, a);
	else
		t = os_error_class(vm, t, a);
	if (!t)
		return V_ERROR;
	value args = tuple_from(vm, a->at, a->n);
	struct exception *e = exception_new(vm, t, args);
	value_drop(vm, args);
	return obj_value(e);
}

value exception_init(struct vm *vm, value self, const struct args *a)
{
	struct exception *e = exception_get(self);
	if (a->nkw && !take_keywords(vm, e, a))
		return V_ERROR;
	value_set(vm, &e->args, tuple_from(vm, a->at, a->n));
	exception_take_filename(vm, e);
	notify_rebuilt(vm, e);
	if (is_a(vm, e, TYPE_StopIteration) || is_a(vm, e, TYPE_SystemExit))
		value_set(vm, &e->value,
			a->n == 0
				? V_NONE
				: value_keep(a->n > 1 && is_a(vm, e, TYPE_SystemExit) ? e->args
										      : a->at[0]));
	return V_NONE;
}

static value exception_add_note(struct vm *vm, value self, const struct args *a)
{
	struct exception *e = exception_get(self);
	if (!is_str(a->at[0]))
		return raise_type(vm, "note must be a str, not '%T'", a->at[0]);
	if (e->notes == V_UNSET)
		e->notes = list_new(vm, 1);
	if (!is_kind(e->notes, OBJ_LIST))
		return raise_type(vm, "Cannot add note: __notes__ is not a list");
	list_append(vm, e->notes, value_keep(a->at[0]));
	return V_NONE;
}

static value exception_with_traceback(struct vm *vm, value self, const struct args *a)
{
	return exception_set_traceback(vm, self, a->at[0]) ? value_keep(self) : V_ERROR;
}

const struct native_def exception_methods[] = { { "__init__", exception_init, 0, -1, true,
							"sets args" },
	{ "add_note", exception_add_note, 1, 1, false, "adds a line that the traceback shows" },
	{ "with_traceback", exception_with_traceback, 1, 1, false,
		"sets __traceback__ and gives the exception" },
	{ 0 } };

static void exception_drop(struct vm *vm, struct obj *o)
{
	struct exception *e = (struct exception *)o;
	value_drop(vm, e->value);
	kind_drop_attrs(vm, o);
	value_drop(vm, e->args);
	value_drop(vm, e->notes);
	obj_drop(vm, e->tb);
	value_drop(vm, e->cause);
	value_drop(vm, e->context);
	kind_drop_type(vm, o);
}

static void exception_traverse(const struct visit *v, const struct obj *o)
{
	const struct exception *e = (const struct exception *)o;
	visit(v, e->value);
	kind_visit_typed(v, o);
	visit(v, e->args);
	visit(v, e->notes);
	visit_obj(v, e->tb);
	visit(v, e->cause);
	visit(v, e->context);
}

static bool exception_text(struct vm *vm, value v, struct sbuf *out)
{
	if (!depth_enter(vm, " while getting the str of an object"))
		return false;
	bool good = exception_str(vm, v, out);
	depth_leave(vm);
	return good;
}

const struct kind exception_kind = {
	.name = "BaseException",
	.attrs = offsetof(struct exception, attrs),
	.drop = exception_drop,
	.traverse = exception_traverse,
	.flags = KIND_BASE | KIND_NESTS,
	.methods = exception_methods,
	.specials = exception_rows,
	.repr = exception_repr,
	.str = exception_text,
};
