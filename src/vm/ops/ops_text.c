/* repr, str, format. */

#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/text/format.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

value ops_repr(struct vm *vm, value v)
{
	if (type_find_special(vm, v, VM_STR(vm, __repr__)) != V_UNSET)
		return vm_tail(vm, LIB_REPR, &v, 1);
	struct sbuf out = vm_text(vm);
	bool ok = plain_repr(vm, v, &out);
	value r = ok ? str_from_sbuf(vm, &out) : V_ERROR;
	sbuf_fini(&out);
	return r;
}

/* The method that str(v) runs: __str__, or __repr__ of a class without one. */
static value str_method(struct vm *vm, value v, enum static_string *name)
{
	*name = STR___str__;
	value f = type_find_special(vm, v, VM_STR(vm, __str__));
	if (f != V_UNSET || is_kind(v, OBJ_EXCEPTION) || is_str(v))
		return f;
	*name = STR___repr__;
	return type_find_special(vm, v, VM_STR(vm, __repr__));
}

value ops_str(struct vm *vm, value v)
{
	if (is_str(v) && !type_is_heap_instance(v))
		return value_keep(v);
	enum static_string name;
	if (str_method(vm, v, &name) != V_UNSET)
		return vm_tail(vm, LIB_STR, &v, 1);
	struct sbuf out = vm_text(vm);
	bool ok = plain_str(vm, v, &out);
	value r = ok ? str_from_sbuf(vm, &out) : V_ERROR;
	sbuf_fini(&out);
	return r;
}

value ops_format(struct vm *vm, value v, value spec)
{
	value empty = spec == V_UNSET ? vm->empty_str : spec;
	if (type_find_special(vm, v, VM_STR(vm, __format__)) != V_UNSET)
		return vm_tail(vm, LIB_FORMAT, (value[]){ v, empty }, 2);
	if (str_get(empty)->len == 0)
		return ops_str(vm, v);
	value r = format_value(vm, v, empty);
	if (r != V_NOT_IMPLEMENTED)
		return r;
	return raise_type(vm, "unsupported format string passed to %T.__format__", v);
}

/* Runs the method f of v in an inner run and appends the text it gives. */
static bool text_by_method(struct vm *vm, value f, value v, const char *name, struct sbuf *out)
{
	value r = vm_call(vm, f, &v, 1);
	if (r == V_ERROR)
		return false;
	bool ok = is_str(r);
	if (ok)
		sbuf_bytes(out, str_get(r)->bytes, str_get(r)->len);
	else
		raise_type(vm, "%s returned non-string (type %T)", name, r);
	value_drop(vm, r);
	return ok;
}

bool ops_repr_now(struct vm *vm, value v, struct sbuf *out)
{
	value f = type_find_special(vm, v, VM_STR(vm, __repr__));
	return f == V_UNSET ? plain_repr(vm, v, out) : text_by_method(vm, f, v, "__repr__", out);
}

bool ops_ascii_now(struct vm *vm, value v, struct sbuf *out)
{
	struct sbuf text = vm_text(vm);
	bool ok = ops_repr_now(vm, v, &text);
	for (size_t i = 0; ok && i < text.len;) {
		uint32_t c;
		i += utf8_decode_wtf(text.text + i, text.len - i, &c);
		if (c < 0x80)
			sbuf_char(out, (char)c);
		else
			sbuf_printf(out,
				c < 0x100             ? "\\x%02x"
					: c < 0x10000 ? "\\u%04x"
						      : "\\U%08x",
				c);
	}
	sbuf_fini(&text);
	return ok;
}

bool ops_str_now(struct vm *vm, value v, struct sbuf *out)
{
	enum static_string name;
	value f = str_method(vm, v, &name);
	if (f == V_UNSET)
		return plain_str(vm, v, out);
	return text_by_method(vm, f, v, name == STR___str__ ? "__str__" : "__repr__", out);
}
