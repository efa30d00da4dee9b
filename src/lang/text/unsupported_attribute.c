/* Attributes of CPython's built-in types that ours leave out. */

#include "lang/text/unsupported.h"

#include <string.h>

/* dir() of CPython 3.11's built-in types, less what ours have: what hasattr()
 * finds there would be missing here. */
static const struct {
	const char *type, *names; /* with a space between two */
} rows[] = {
	{ "int",
		"__ceil__ __divmod__ __floor__ __getnewargs__ __rdivmod__ __round__ __trunc__ "
		"from_bytes to_bytes" },
	{ "float",
		"__ceil__ __divmod__ __floor__ __getformat__ __getnewargs__ __rdivmod__ __round__ "
		"__trunc__ fromhex hex" },
	{ "str", "__getnewargs__ encode format_map" },
	{ "list", "__class_getitem__ __imul__ __reversed__" },
	{ "tuple", "__class_getitem__ __getnewargs__" },
	{ "dict", "__class_getitem__ __reversed__" },
	{ "set", "__class_getitem__ __iand__ __isub__ __ixor__" },
	{ "frozenset", "__class_getitem__" },
	{ "range", "__bool__ __reversed__" },
	{ "function", "__builtins__" },
	{ "builtin_function_or_method", "__text_signature__" },
	{ "method_descriptor", "__get__ __text_signature__" },
	{ "wrapper_descriptor", "__get__ __text_signature__" },
	{ "method-wrapper", "__text_signature__" },
	{ "type",
		"__annotations__ __basicsize__ __dictoffset__ __flags__ __instancecheck__ "
		"__itemsize__ __prepare__ __subclasscheck__ __subclasses__ __text_signature__ "
		"__weakrefoffset__" },
	{ "BaseException", "__setstate__" },
	{ "BaseExceptionGroup", "__class_getitem__" },
	{ "OSError", "filename2" },
	{ "SyntaxError", "end_lineno end_offset filename lineno offset print_file_and_line text" },
	{ "module", "__annotations__" },
	{ "generator", "__del__" },
	{ "coroutine", "__del__ cr_origin" },
	{ "async_generator", "__class_getitem__ __del__" },
	{ "list_iterator", "__setstate__" },
	{ "list_reverseiterator", "__setstate__" },
	{ "tuple_iterator", "__setstate__" },
	{ "str_iterator", "__setstate__" },
	{ "str_ascii_iterator", "__setstate__" },
	{ "range_iterator", "__setstate__" },
	{ "iterator", "__setstate__" },
	{ "dict_keys", "__reversed__ mapping" },
	{ "dict_values", "__reversed__ mapping" },
	{ "dict_items", "__reversed__ mapping" },
	{ "reversed", "__setstate__" },
	{ "enumerate", "__class_getitem__" },
	{ "zip", "__setstate__" },
	{ "collections.deque", "__class_getitem__ __copy__ __imul__ __reversed__" },
	{ "NoneType", "__bool__" },
	{ "NotImplementedType", "__bool__" },
	{ "greenlet.greenlet", "__bool__ gettrace settrace" },
	{ "code",
		"_co_code_adaptive _varname_from_oparg co_cellvars co_code co_consts "
		"co_exceptiontable co_freevars co_lines co_linetable co_lnotab co_names co_nlocals "
		"co_positions co_posonlyargcount co_stacksize replace" },
	{ "traceback", "tb_lasti" },
};

bool unsupported_attribute(const char *type, const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].type, type) == 0)
			return unsupported_among(rows[i].names, name, len);
	return false;
}
