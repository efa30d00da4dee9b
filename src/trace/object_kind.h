#ifndef COSUB_TRACE_OBJECT_KIND_H
#define COSUB_TRACE_OBJECT_KIND_H

/*
 * What the record keeps of each kind of object, and how it is shown, a row each.
 * An object of a kind without a row is shown by its class alone, "<kind>".
 */

#include "vm/value/object.h"

struct reading;
struct sbuf;
struct vm;

/* The contents of an object, as its reader puts them down. */
enum object_shape {
	SHAPE_NOTHING,  /* none that are shown, or in a way of the kind's own */
	SHAPE_ITEMS,    /* one after another */
	SHAPE_ENTRIES,  /* pairs of a key and its value; absent ones R_UNSET */
	SHAPE_ELEMENTS, /* without an order; absent ones R_UNSET */
};

/* How a program makes an object that is like it. */
enum object_making {
	MAKE_NOT,        /* it cannot: all that is known is how the object is shown */
	MAKE_EMPTY,      /* by a call of its class without arguments; is filled then */
	MAKE_FROM_ITEMS, /* by a call of its class with a list of all items */
	MAKE_BY_CALL,    /* by a call of its class, of which the items are the arguments */
	MAKE_BY_LABEL,   /* its label is an expression that makes it */
	MAKE_DEQUE,      /* as MAKE_EMPTY, of a module, and it has its bound at once */
	MAKE_EXCEPTION,  /* of its class, not by a call */
	MAKE_INSTANCE,   /* the same */
	MAKE_CLASS,      /* by its definition */
	MAKE_FUNCTION,   /* the same */
};

/* Signs around contents. */
struct object_brackets {
	const char *open, *close;
	const char *one;    /* in place of close after a single item, or NULL */
	const char *empty;  /* all of it, if there is nothing inside, or NULL */
	const char *inside; /* all of it, inside itself; NULL: as anywhere */
	const char *deep;   /* all of it, too deep inside others */
	const char *bound;  /* before the extra, unless that is negative; or NULL */
	const char *end;    /* after close and the bound, or NULL */
};

struct object_kind {
	/* Puts down the contents (reading_put); NULL: none. */
	void (*read)(struct reading *r, const struct obj *o);
	/* One number besides; NULL: 0. */
	int64_t (*extra)(const struct reading *r, const struct obj *o);
	/* Appends the text that stands for an object of the kind's own class instead
	 * of its contents, or as part of what is shown; NULL: none. */
	void (*label)(const struct vm *vm, const struct obj *o, struct sbuf *out);
	enum object_shape shape;
	const struct object_brackets *brackets; /* NULL if the shape is SHAPE_NOTHING */
	enum object_making making;
	bool is_data;   /* what it holds is all it is: which object it is does not matter */
	bool is_global; /* a definition: known by its name, and by everybody */
};

extern const struct object_kind object_kinds[OBJ_KIND_COUNT];

/* How many recorded values an item of it is. */
static inline uint32_t object_width(enum obj_kind kind)
{
	return object_kinds[kind].shape == SHAPE_ENTRIES ? 2 : 1;
}

/* The text of an object that shows no contents, the class of one that has a
 * class of its own; appended. Nothing if its kind says all. */
void object_kind_label(const struct vm *vm, const struct obj *o, struct sbuf *out);
/* The name of its class if that is not its kind's; else NULL. */
const struct type *object_kind_type(const struct obj *o);
/* Whether the class is that of the futures of asyncio or derives from it. */
bool object_kind_is_future(const struct type *t);

#endif
