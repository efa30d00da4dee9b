/* How values of the built-in kinds are shown. */

#include "base/sbuf.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/frame.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <inttypes.h>

/* Bytes of a str whose repr is a piece of work. */
enum { REPR_BYTES_OF_WORK = 4 };

static void put_str(value s, struct sbuf *out)
{
	if (is_str(s))
		sbuf_bytes(out, str_get(s)->bytes, str_get(s)->len);
	else
		sbuf_char(out, '?');
}

static void put_address(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_printf(out, " at 0x%" PRIx64 ">", plain_id(vm, v));
}

static void put_constant(value v, struct sbuf *out)
{
	sbuf_str(out,
		v == V_NONE                      ? "None"
			: v == V_TRUE            ? "True"
			: v == V_FALSE           ? "False"
			: v == V_ELLIPSIS        ? "Ellipsis"
			: v == V_NOT_IMPLEMENTED ? "NotImplemented"
						 : "<unset>");
}

static void object_repr(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_char(out, '<');
	type_full_name(type_of(vm, v), out);
	sbuf_str(out, " object");
	put_address(vm, v, out);
}

static void function_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct function *f = (struct function *)obj_get(v);
	if (f->as_builtin) {
		sbuf_printf(out, "<built-in function %s>", str_get(f->name)->bytes);
		return;
	}
	sbuf_str(out, "<function ");
	put_str(f->qualname, out);
	put_address(vm, v, out);
}

static bool method_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct method *m = (struct method *)obj_get(v);
	sbuf_str(out, "<bound method ");
	if (is_kind(m->func, OBJ_FUNCTION))
		put_str(((struct function *)obj_get(m->func))->qualname, out);
	else
		sbuf_char(out, '?');
	sbuf_str(out, " of ");
	if (!ops_repr_now(vm, m->self, out))
		return false;
	sbuf_char(out, '>');
	return true;
}

static void native_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct native *n = (struct native *)obj_get(v);
	if (n->obj.kind == OBJ_NATIVE_METHOD) {
		sbuf_printf(
			out, "<method '%s' of '%s' objects>", n->def->name, type_shown(n->owner));
	} else if (n->self == V_UNSET || is_kind(n->self, OBJ_MODULE)) {
		sbuf_printf(out, "<built-in function %s>", n->def->name);
	} else {
		sbuf_printf(out, "<built-in method %s of %s object", n->def->name,
			type_shown(type_of(vm, n->self)));
		put_address(vm, n->self, out);
	}
}

static void coroutine_repr(struct vm *vm, value v, const char *what, struct sbuf *out)
{
	const struct frame *f = (struct frame *)obj_get(v);
	sbuf_printf(out, "<%s object ", what);
	put_str(coro_name(vm, f, CORO_QUALNAME), out);
	put_address(vm, v, out);
}

static void frame_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct frame *f = (struct frame *)obj_get(v);
	sbuf_printf(out, "<frame at 0x%" PRIx64 ", file '%s', line %u, code %s>", plain_id(vm, v),
		f->proto->code->program->source->path, f->line, f->proto->code->name);
}

static bool wrapper_repr(struct vm *vm, value v, const char *what, struct sbuf *out)
{
	sbuf_printf(out, "<%s(", what);
	if (!ops_repr_now(vm, ((struct wrapper *)obj_get(v))->func, out))
		return false;
	sbuf_str(out, ")>");
	return true;
}

static void super_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct super *s = (struct super *)obj_get(v);
	(void)vm;
	sbuf_printf(out, "<super: <class '%s'>, <%s object>>", type_name(s->start),
		s->self_type ? type_name(s->self_type) : "NULL");
}

static void cell_repr(struct vm *vm, value v, struct sbuf *out)
{
	value content = ((struct cell *)obj_get(v))->v;
	sbuf_printf(out, "<cell at 0x%" PRIx64 ": ", plain_id(vm, v));
	if (content == V_UNSET)
		sbuf_str(out, "empty>");
	else
		sbuf_printf(out, "%s object at 0x%" PRIx64 ">", type_name(type_of(vm, content)),
			plain_id(vm, content));
}

static void module_repr(value v, struct sbuf *out)
{
	sbuf_str(out, "<module '");
	put_str(((struct module *)obj_get(v))->name, out);
	sbuf_str(out, "' (built-in)>");
}

static bool repr_by_kind(struct vm *vm, value v, struct sbuf *out)
{
	int64_t i;
	if (is_small(v))
		return sbuf_printf(out, "%" PRId64, small_get(v)), true;
	if (!is_obj(v))
		return put_constant(v, out), true;
	switch (obj_kind(v)) {
	case OBJ_INT:
		return int_get(v, &i), sbuf_printf(out, "%" PRId64, i), true;
	case OBJ_FLOAT:
		return float_repr(float_get(v), out), true;
	case OBJ_STR:
		vm_work(vm, str_get(v)->len / REPR_BYTES_OF_WORK);
		str_repr(v, out);
		return true;
	case OBJ_LIST:
	case OBJ_TUPLE:
	case OBJ_RANGE:
	case OBJ_SLICE:
	case OBJ_DEQUE:
		return seq_repr(vm, v, out);
	case OBJ_DICT:
	case OBJ_DICT_KEYS:
	case OBJ_DICT_VALUES:
	case OBJ_DICT_ITEMS:
	case OBJ_SET:
	case OBJ_FROZENSET:
		return dict_repr(vm, v, out);
	case OBJ_FUNCTION:
		return function_repr(vm, v, out), true;
	case OBJ_METHOD:
		return method_repr(vm, v, out);
	case OBJ_NATIVE:
	case OBJ_NATIVE_METHOD:
		return native_repr(vm, v, out), true;
	case OBJ_TYPE:
		return type_repr(type_obj(v), out), true;
	case OBJ_EXCEPTION:
		return exception_repr(vm, v, out);
	case OBJ_MODULE:
		return module_repr(v, out), true;
	case OBJ_STATICMETHOD:
		return wrapper_repr(vm, v, "staticmethod", out);
	case OBJ_CLASSMETHOD:
		return wrapper_repr(vm, v, "classmethod", out);
	case OBJ_SUPER:
		return super_repr(vm, v, out), true;
	case OBJ_CELL:
		return cell_repr(vm, v, out), true;
	case OBJ_FRAME:
		return frame_repr(vm, v, out), true;
	case OBJ_GENERATOR:
	case OBJ_COROUTINE:
	case OBJ_ASYNC_GENERATOR:
		return coroutine_repr(vm, v, vm->kinds[obj_kind(v)]->name, out), true;
	case OBJ_GREENLET:
		return greenlet_repr(vm, v, out), true;
	default:
		return object_repr(vm, v, out), true;
	}
}

/* Kinds that show another value and are no containers, which count for
 * themselves (repr_enter). */
static bool shows_another(value v)
{
	return is_kind(v, OBJ_EXCEPTION) || is_kind(v, OBJ_SLICE) || is_kind(v, OBJ_METHOD) ||
		is_kind(v, OBJ_STATICMETHOD) || is_kind(v, OBJ_CLASSMETHOD);
}

bool plain_repr(struct vm *vm, value v, struct sbuf *out)
{
	vm_work(vm, 1);
	if (vm->limit_text || !vm_text_fits(vm))
		return true;
	if (!shows_another(v))
		return repr_by_kind(vm, v, out);
	if (!depth_enter(vm, " while getting the repr of an object"))
		return false;
	bool good = repr_by_kind(vm, v, out);
	depth_leave(vm);
	return good;
}

bool plain_str(struct vm *vm, value v, struct sbuf *out)
{
	if (is_str(v))
		return put_str(v, out), true;
	if (!is_kind(v, OBJ_EXCEPTION))
		return plain_repr(vm, v, out);
	if (!depth_enter(vm, " while getting the str of an object"))
		return false;
	bool good = exception_str(vm, v, out);
	depth_leave(vm);
	return good;
}

enum { DESCRIBE_DEPTH = 4, DESCRIBE_ITEMS = 20 };

static void describe(struct vm *vm, value v, int depth, struct sbuf *out);

static void describe_items(struct vm *vm, const value *at, uint32_t n, const char *brackets,
	int depth, struct sbuf *out)
{
	sbuf_char(out, brackets[0]);
	for (uint32_t i = 0; i < n && i < DESCRIBE_ITEMS; i++) {
		if (i)
			sbuf_str(out, ", ");
		describe(vm, at[i], depth + 1, out);
	}
	if (n > DESCRIBE_ITEMS)
		sbuf_str(out, ", ...");
	if (n == 1 && brackets[0] == '(')
		sbuf_char(out, ',');
	sbuf_char(out, brackets[1]);
}

static void describe_dict(struct vm *vm, const struct dict *d, int depth, struct sbuf *out)
{
	value key, val;
	sbuf_char(out, '{');
	uint32_t shown = 0;
	for (uint32_t i = 0; shown < DESCRIBE_ITEMS && dict_next(d, &i, &key, &val); shown++) {
		if (shown)
			sbuf_str(out, ", ");
		describe(vm, key, depth + 1, out);
		sbuf_str(out, ": ");
		describe(vm, val, depth + 1, out);
	}
	sbuf_str(out, shown < d->live ? ", ...}" : "}");
}

static void describe_exception(
	struct vm *vm, const struct exception *e, int depth, struct sbuf *out)
{
	struct tuple *args = tuple_get(e->args);
	sbuf_str(out, type_name(e->type));
	sbuf_char(out, '(');
	for (uint32_t i = 0; i < args->len; i++) {
		if (i)
			sbuf_str(out, ", ");
		describe(vm, args->at[i], depth + 1, out);
	}
	sbuf_char(out, ')');
}

static void describe(struct vm *vm, value v, int depth, struct sbuf *out)
{
	enum obj_kind k = is_obj(v) ? obj_kind(v) : OBJ_NONE;
	if (depth > DESCRIBE_DEPTH &&
		(k == OBJ_LIST || k == OBJ_TUPLE || k == OBJ_DICT || k == OBJ_EXCEPTION))
		sbuf_str(out, "...");
	else if (k == OBJ_LIST)
		describe_items(vm, list_get(v)->at, list_get(v)->len, "[]", depth, out);
	else if (k == OBJ_TUPLE)
		describe_items(vm, tuple_get(v)->at, tuple_get(v)->len, "()", depth, out);
	else if (k == OBJ_DICT)
		describe_dict(vm, dict_obj(v), depth, out);
	else if (k == OBJ_EXCEPTION)
		describe_exception(vm, exception_get(v), depth, out);
	else if (k == OBJ_SET || k == OBJ_FROZENSET || k == OBJ_DEQUE || k == OBJ_METHOD ||
		k == OBJ_SLICE || k == OBJ_DICT_KEYS || k == OBJ_DICT_VALUES ||
		k == OBJ_DICT_ITEMS || k == OBJ_STATICMETHOD || k == OBJ_CLASSMETHOD)
		object_repr(vm, v, out);
	else
		plain_repr(vm, v, out);
}

void plain_describe(struct vm *vm, value v, struct sbuf *out)
{
	describe(vm, v, 0, out);
}

void plain_describe_str(struct vm *vm, value v, struct sbuf *out)
{
	if (is_str(v))
		put_str(v, out);
	else if (is_kind(v, OBJ_EXCEPTION))
		exception_message(vm, v, out);
	else
		describe(vm, v, 0, out);
}
