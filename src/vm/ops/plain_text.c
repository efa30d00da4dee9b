/* How values of the built-in kinds are shown. */

#include "base/sbuf.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <inttypes.h>

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
	sbuf_printf(out, " at 0x%" PRIx64 ">", plain_id(vm, v));
}

static bool repr_by_kind(struct vm *vm, value v, struct sbuf *out)
{
	if (is_small(v))
		return sbuf_printf(out, "%" PRId64, small_get(v)), true;
	if (!is_obj(v))
		return put_constant(v, out), true;
	const struct kind *k = kind_of(vm, v);
	return k->repr ? k->repr(vm, v, out) : (object_repr(vm, v, out), true);
}

bool plain_repr(struct vm *vm, value v, struct sbuf *out)
{
	vm_work(vm, 1);
	if (vm->limit_text || !vm_text_fits(vm))
		return true;
	if (!(kind_of(vm, v)->flags & KIND_NESTS))
		return repr_by_kind(vm, v, out);
	if (!depth_enter(vm, " while getting the repr of an object"))
		return false;
	bool good = repr_by_kind(vm, v, out);
	depth_leave(vm);
	return good;
}

bool plain_str(struct vm *vm, value v, struct sbuf *out)
{
	const struct kind *k = kind_of(vm, v);
	return k->str ? k->str(vm, v, out) : plain_repr(vm, v, out);
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
	else if (kind_of(vm, v)->flags & KIND_SHOWS)
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
		str_put(v, out);
	else if (is_kind(v, OBJ_EXCEPTION))
		exception_message(vm, v, out);
	else
		describe(vm, v, 0, out);
}
