#ifndef COSUB_VM_VALUE_NATIVE_H
#define COSUB_VM_VALUE_NATIVE_H

/*
 * How functions in C are offered to programs: a const table of rows.
 *
 * A native function never calls the program directly.  Where it needs to run
 * code of the program (a key function, a generator's next item, __repr__), it
 * handles the built-in cases in C and hands the rest to a function of the
 * library that is written in the scenario language (in src/vm/library/lib):
 *
 *     return vm_tail(vm, LIB_SORTED, args, n);
 *
 * pushes that function's frame and gives V_PENDING; its result becomes the
 * result of the native function.  So nothing makes the C stack deep and
 * everything can be suspended.  Only where that is impossible (__eq__ and
 * __hash__ deep inside a dict, __repr__ inside a container) vm_call makes an
 * inner run of the loop.
 */

#include "vm/value/object.h"

struct args {
	const value *at; /* positional ones, then the named ones; borrowed; V_UNSET never */
	uint32_t n;      /* positional */
	uint32_t nkw;
	const value *names; /* nkw interned STR */
};

/* self is V_UNSET for plain functions.  Gives an owned value, V_ERROR with the
 * exception set, or V_PENDING. */
typedef value native_fn(struct vm *vm, value self, const struct args *a);

struct native_def {
	const char *name;
	native_fn *fn;
	int8_t min, max; /* positional arguments without self; max -1: any number */
	bool keywords;   /* takes named arguments and checks them itself */
	const char *doc;
};

/* Functions of src/vm/library/lib/builtins that C code hands work to. */
/* clang-format off */
#define LIB_FUNCTIONS(X) \
	X(BINARY,        "binary") \
		/* (a, b, iname or None, name, rname, number of the operator) */ \
	X(COMPARE,       "compare")         /* (a, b, name, rname, symbol) */ \
	X(CONTAINS,      "contains")        /* (item, container) */ \
	X(TRUTH,         "truth")           /* (x) */ \
	X(LIST_FROM,     "list_from")       /* (iterable) */ \
	X(TUPLE_FROM,    "tuple_from")      /* (iterable) */ \
	X(SET_FROM,      "set_from") \
	X(FROZENSET_FROM, "frozenset_from") \
	X(DICT_FROM,     "dict_from")       /* (iterable of pairs or mapping, kwargs) */ \
	X(DICT_UPDATE,   "dict_update")     /* (dict, iterable or mapping) */ \
	X(DISPLAY_UPDATE, "display_update") /* (dict, mapping): {**mapping} */ \
	X(MERGE,         "merge_keywords") \
		/* (dict, mapping, name of the callable): f(**mapping) */ \
	X(LIST_EXTEND,   "list_extend")     /* (list, iterable) */ \
	X(SET_UPDATE,    "set_update")      /* (set, iterable) */ \
	X(SORTED,        "sorted_by")       /* (list, key or None, reverse): sorts in place */ \
	X(SUM,           "sum_items") \
	X(MIN_MAX,       "min_max") \
	X(ANY,           "any_item") \
	X(ALL,           "all_items") \
	X(PRINT,         "print_items") \
		/* (tuple, sep, end, file, flush) with user objects among them */ \
	X(STR,           "str_of") \
	X(REPR,          "repr_of") \
	X(FORMAT,        "format_of")       /* (value, spec) */ \
	X(JOIN,          "join_items") \
	X(UNPACK,        "unpack") /* (iterable, before, after or -1): a list of the items */ \
	X(MAP_NEXT,      "map_next") \
	X(FILTER_NEXT,   "filter_next") \
	X(ZIP_NEXT,      "zip_next") \
	X(ENUMERATE_NEXT, "enumerate_next") \
	X(CALL_ITER_NEXT, "call_iter_next") \
	X(SEQ_ITER_NEXT, "seq_iter_next") \
	X(DELEGATE_THROW, "delegate_throw") \
		/* (iterator, exception, arguments): what throw(*arguments) means \
		 * for a foreign iterator in yield from */ \
	X(ITER,          "iter_of")         /* (x with __iter__) */ \
	X(LEN,           "len_of")          /* (x with __len__) */ \
	X(HASH,          "hash_of")         /* (x with __hash__) */ \
	X(NEXT_DEFAULT,  "next_default")    /* (iterator, default) */ \
	X(EXTEND_IN_PLACE, "extend_in_place")   /* (list, iterable): the first */ \
	X(UPDATE_IN_PLACE, "update_in_place")   /* (dict, iterable): the first */ \
	X(TYPE_UNION,    "type_union")      /* (a, b): int | str */ \
	X(GENERIC_ALIAS, "generic_alias")   /* (class, items): list[int] */ \
	X(GET_ATTR_OR,   "getattr_or")      /* (x, name, default) */ \
	X(HAS_ATTR,      "has_attr")        /* (x, name) */ \
	X(PROPERTY_GET,  "property_get")    /* (x, name, getter, __getattr__) */ \
	X(TO_INT,        "int_of")          /* (x) */ \
	X(TO_FLOAT,      "float_of")        /* (x) */ \
	X(INDEXED,       "indexed")         /* (x, index object) */ \
	X(DIVMOD,        "divmod_of")       /* (a, b) */ \
	X(REVERSED_OF,   "reversed_of")     /* (x) */ \
	X(ENUMERATE_MAKE, "enumerate_make") /* (iterable, start) */ \
	X(ZIP_MAKE,      "zip_make")        /* (iterables, strict) */ \
	X(MAP_MAKE,      "map_make")        /* (func, iterables) */ \
	X(FILTER_MAKE,   "filter_make")     /* (func, iterable) */ \
	X(GROUP_SPLIT,   "group_split")     /* (group, condition) */ \
	X(GROUP_SUBGROUP, "group_subgroup") /* (group, condition) */ \
	X(INIT_LIST,     "init_list")       /* (list, iterable) */ \
	X(INIT_DICT,     "init_dict")       /* (dict, iterable or unset, kwargs) */ \
	X(INIT_SET,      "init_set")        /* (set, iterable) */ \
	X(DEQUE_EXTEND,  "deque_extend")    /* (deque, iterable) */ \
	X(DEQUE_EXTEND_LEFT, "deque_extend_left") /* (deque, iterable) */ \
	X(DEQUE_EXTENDED, "deque_extended") /* (deque, iterable): the deque */ \
	X(DEQUE_COMPARE, "deque_compare")   /* (a, b, number of the operator) */ \
	X(DEQUE_COPY,    "deque_copy")      /* (deque of a class of its own) */ \
	X(DEQUE_CONCAT,  "deque_concat")    /* (the same, deque) */ \
	X(DEQUE_REPEAT,  "deque_repeat")    /* (the same, int) */ \
	X(CODE,          "code_of")         /* (function, frame or generator): its code object */ \
	X(SORTED_LIST,   "sorted_list")     /* (list, key or None, reverse): sorts and gives it */ \
	X(NEW,           "new_instance")    /* (class, its __new__, args, kwargs) */ \
	X(PRODUCT,       "product_of")      /* (iterable, start) */ \
	X(DIR,           "dir_of")          /* (x with __dir__) */ \
	X(ANEXT_DEFAULT, "anext_default")   /* (async iterator, default) */ \
	X(ASYNC_NEXT,    "async_next") \
		/* (async iterator): the iterator of what its __anext__ gives */ \
	X(AWAIT_NEXT,    "await_next")      /* (what __anext__ gave): its iterator */
/* clang-format on */

#define X(name, function) LIB_##name,
enum lib_function { LIB_FUNCTIONS(X) LIB_FUNCTION_COUNT };
#undef X

/*
 * How C code below the evaluator calls back into the program.  The evaluator
 * registers these with each machine; the functions of the same names are in
 * vm/value/machine.h.
 */
struct vm_hooks {
	/* Pushes a frame for a library function with n arguments (borrowed). */
	value (*tail)(struct vm *vm, enum lib_function f, const value *args, uint32_t n);

	/* Pushes a call of any callable; the result becomes the native's result.
	 * (A native callable may finish at once: then its result is given.) */
	value (*tail_call)(struct vm *vm, value callable, const value *args, uint32_t n);

	/* An inner run of the loop until callable returns.  Bounded in depth; while it
	 * runs, suspending across it and switching greenlets is refused with a
	 * RuntimeError.  Owned result or V_ERROR, never V_PENDING. */
	value (*call)(struct vm *vm, value callable, const value *args, uint32_t n);
	/* The same with named arguments, a DICT (borrowed). */
	value (*call_named)(
		struct vm *vm, value callable, const value *args, uint32_t n, value names);

	/* The call that a program writes, with named arguments too; self comes first
	 * unless it is V_UNSET.  As tail_call. */
	value (*call_method)(struct vm *vm, value callable, value self, const struct args *a);

	/* Makes the class of the body frame f, which ended. */
	value (*class_of_body)(struct vm *vm, struct frame *f);

	/* An OBJ_MOURNED object lost its last reference: true if it is queued, so that
	 * vm->on_death is told of it first. */
	bool (*on_death)(struct vm *vm, struct obj *o);
};

#endif
