#include "lang/text/special_name.h"

#include <stddef.h>
#include <string.h>

struct refused {
	const char *name, *words;
};

static const struct refused refused[] = {
	{ "__get__", "a descriptor's __get__" },
	{ "__set__", "a descriptor's __set__" },
	{ "__delete__", "a descriptor's __delete__" },
	{ "__set_name__", "a descriptor's __set_name__" },
	{ "__slots__", "a class with __slots__" },
	{ "__del__", "a finaliser __del__" },
	{ "__getattribute__", "a class with __getattribute__" },
	{ "__class__", "a class that gives itself out as another by __class__" },
	{ "__dict__", "a class that hides its attributes by __dict__" },
	{ "__weakref__", "a class with a __weakref__ of its own" },
	{ "__instancecheck__", "a class with __instancecheck__" },
	{ "__subclasscheck__", "a class with __subclasscheck__" },
	{ "__mro_entries__", "a base class computed by __mro_entries__" },
	{ "__prepare__", "a metaclass's __prepare__" },
};

#define BINARY(name) "__" #name "__", "__r" #name "__", "__i" #name "__"
static const char *const methods[] = { "__init__", "__repr__", "__str__", "__format__", "__eq__",
	"__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__bool__", "__len__",
	"__length_hint__", "__getitem__", "__setitem__", "__delitem__", "__missing__",
	"__contains__", "__iter__", "__next__", "__reversed__", "__call__", "__enter__", "__exit__",
	"__aenter__", "__aexit__", "__aiter__", "__anext__", "__await__", "__getattr__",
	"__setattr__", "__delattr__", "__dir__", "__index__", "__int__", "__float__", "__abs__",
	"__neg__", "__pos__", "__invert__", "__round__", "__trunc__", "__floor__", "__ceil__",
	"__divmod__", "__rdivmod__", BINARY(add), BINARY(sub), BINARY(mul), BINARY(matmul),
	BINARY(truediv), BINARY(floordiv), BINARY(mod), BINARY(pow), BINARY(lshift), BINARY(rshift),
	BINARY(or), BINARY(xor), BINARY(and) };
#undef BINARY

static bool is_dunder(const char *name)
{
	return name[0] == '_' && name[1] == '_';
}

const char *special_name_refused(const char *name)
{
	if (!is_dunder(name))
		return NULL;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (strcmp(refused[i].name, name) == 0)
			return refused[i].words;
	return NULL;
}

bool special_name_is_method(const char *name)
{
	if (!is_dunder(name))
		return false;
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
		if (strcmp(methods[i], name) == 0)
			return true;
	return false;
}
