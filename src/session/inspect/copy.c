#include "session/inspect/copy.h"

#include "base/utf8.h"
#include "session/inspect/copy_class.h"
#include "session/inspect/copy_function.h"
#include "trace/object_kind.h"
#include "vm/kind/number.h"
#include "vm/library/kinds.h"
#include "vm/value/native.h"

#include <inttypes.h>
#include <string.h>

enum { MAX_OBJECTS = 3000, MAX_ITEMS = 60000, MAX_DEPTH = 200, ITEMS_A_LINE = 100 };

/* What an object goes through. */
enum { FOUND = 1, MADE };

const char *const copy_preamble =
	"class _cosub_Refused(Exception):\n"
	"    pass\n"
	"_cosub_print = print\n"
	"def _cosub_tell(thing, repr=repr, len=len):\n"
	"    text = repr(thing)\n"
	"    if len(text) > 2000:\n"
	"        text = text[:2000] + f'… ({len(text):,} characters)'\n"
	"    _cosub_print('\\x1c' + text)\n"
	"_cosub_state = [False, False]\n"
	"def _cosub_no(what):\n"
	"    raise _cosub_Refused(what + ' is code of the program that the record does "
	"not tell apart')\n"
	"def _cosub_no_print(*args, **more):\n"
	"    raise _cosub_Refused('print() has no place in an expression here')\n"
	"def _cosub_no_input(*args):\n"
	"    raise _cosub_Refused('input() has no place in an expression here')\n"
	"def print(*args, **more):\n"
	"    pass\n"
	"input = _cosub_no_input\n"
	"def _cosub_show(thing):\n"
	"    name = '<' + type(thing).__name__\n"
	"    if _cosub_state[1]:\n"
	"        return name + '>'\n"
	"    _cosub_state[1] = True\n"
	"    attributes = ', '.join("
	"[key + '=' + repr(value) for key, value in vars(thing).items()])\n"
	"    _cosub_state[1] = False\n"
	"    return name + (' ' + attributes if attributes else '') + '>'\n"
	"def _cosub_shown(kind):\n"
	"    if kind.__repr__ is object.__repr__:\n"
	"        kind.__repr__ = _cosub_show\n"
	"def _cosub_show_own(thing, what):\n"
	"    return _cosub_show(thing) if _cosub_state[0] else _cosub_no(what)\n"
	"class _cosub_Instance:\n"
	"    def __getattr__(self, name):\n"
	"        raise _cosub_Refused('the record has no attribute ' + name + ' of this ' + "
	"type(self).__name__ + '; what its class has is not recorded')\n"
	"    __repr__ = _cosub_show\n"
	"def _cosub_dead(self, *args, **more):\n"
	"    if self._cosub_why:\n"
	"        raise _cosub_Refused(repr(self) + ' cannot be used here: ' + self._cosub_why)\n"
	"    raise _cosub_Refused('to use ' + repr(self) + ' would run code of the program that "
	"the record does not have')\n"
	"class _cosub_Thing:\n"
	"    def __init__(self, label, why=''):\n"
	"        self._cosub_label = label\n"
	"        self._cosub_why = why\n"
	"    def __repr__(self):\n"
	"        return self._cosub_label\n"
	"    def __getattr__(self, name):\n"
	"        raise _cosub_Refused('the record does not show ' + name + ' of ' + "
	"self._cosub_label)\n"
	"    __call__ = __len__ = __iter__ = __next__ = __contains__ = __getitem__ = __await__ = "
	"__enter__ = __reversed__ = _cosub_dead\n"
	"class _cosub_Text(_cosub_Thing):\n"
	"    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __add__ = __radd__ = __mod__ = __mul__ = "
	"__bool__ = __format__ = __str__ = __hash__ = _cosub_dead\n";

void copy_init(struct copy *c, const struct moment *m, const struct definitions *definitions)
{
	*c = (struct copy){ .m = m, .definitions = definitions };
}

void copy_fini(struct copy *c)
{
	map_fini(&c->state);
	map_fini(&c->classes);
	array_fini(&c->found);
	sbuf_fini(&c->text);
	sbuf_fini(&c->why);
}

static bool refuse_copy(struct copy *c, const char *why)
{
	if (c->why.len == 0)
		sbuf_str(&c->why, why);
	return false;
}

/* Texts and plain values. */

static void put_str_literal(const char *s, size_t n, struct sbuf *out)
{
	sbuf_char(out, '"');
	for (size_t at = 0; at < n;) {
		uint32_t code;
		size_t len = utf8_decode_wtf(s + at, n - at, &code);
		if (len == 1 && code >= ' ' && code < 0x7f && code != '"' && code != '\\')
			sbuf_char(out, (char)code);
		else
			sbuf_printf(out, "\\U%08x", code);
		at += len > 0 ? len : 1;
	}
	sbuf_char(out, '"');
}

/* A text of which the record has but the beginning is a thing of its own. */
static void put_recorded_text(struct copy *c, uint64_t number)
{
	const struct trace *t = moment_trace(c->m);
	size_t len;
	const char *s = trace_text(t, number, &len);
	if (utf8_count(s, len) >= trace_text_count(t, number)) {
		put_str_literal(s, len, &c->text);
		return;
	}
	struct sbuf label = { 0 };
	moment_repr(c->m, (struct rvalue){ .kind = R_TEXT, .n = number }, &label);
	sbuf_str(&c->text, "_cosub_Text(");
	put_str_literal(sbuf_cstr(&label), label.len, &c->text);
	sbuf_char(&c->text, ')');
	sbuf_fini(&label);
}

static void put_float_literal(struct copy *c, double f)
{
	struct sbuf text = { 0 };
	float_repr(f, &text);
	sbuf_printf(&c->text, strpbrk(text.text, "in") != NULL ? "float('%s')" : "(%s)", text.text);
	sbuf_fini(&text);
}

static uint64_t look_into(const struct copy *c, uint64_t serial)
{
	const struct mobject *o = moment_object(c->m, serial);
	return o != NULL && o->kind == OBJ_CELL && o->n == 1 && o->items[0].kind == R_OBJECT
		? o->items[0].n
		: serial;
}

/* The text of a value whose object, if it is one, was made. */
static void put_value(struct copy *c, struct rvalue v)
{
	static const char *const words[] = {
		[R_UNSET] = "None",
		[R_NONE] = "None",
		[R_TRUE] = "True",
		[R_FALSE] = "False",
		[R_ELLIPSIS] = "...",
		[R_NOT_IMPLEMENTED] = "NotImplemented",
	};
	switch (v.kind) {
	case R_INT:
		sbuf_printf(&c->text, "(%" PRId64 ")", v.i);
		break;
	case R_FLOAT:
		put_float_literal(c, v.f);
		break;
	case R_TEXT:
		put_recorded_text(c, v.n);
		break;
	case R_OBJECT:
		sbuf_printf(&c->text, "_cosub_%" PRIu64, look_into(c, v.n));
		break;
	default:
		sbuf_str(&c->text, words[v.kind]);
	}
}

/* Finding all objects. */

static bool find_object(struct copy *c, struct rvalue v)
{
	if (v.kind != R_OBJECT)
		return true;
	v.n = look_into(c, v.n);
	if (map_find(&c->state, v.n) != NULL)
		return true;
	if (c->found.len == MAX_OBJECTS)
		return refuse_copy(c, "this refers to too many objects to be looked at here");
	map_put(&c->state, v.n, FOUND);
	array_push(&c->found, v.n);
	return true;
}

/* Everything that can be reached, in the order of discovery. */
static bool find_all(struct copy *c, size_t from)
{
	size_t items = 0;
	for (size_t i = from; i < c->found.len; i++) {
		const struct mobject *o = moment_object(c->m, c->found.at[i]);
		if (o == NULL)
			continue;
		if (o->attrs != 0 &&
			!find_object(c, (struct rvalue){ .kind = R_OBJECT, .n = o->attrs }))
			return false;
		items += o->n;
		if (items > MAX_ITEMS)
			return refuse_copy(
				c, "this refers to too many values to be looked at here");
		for (uint32_t k = 0; k < o->n * object_width(o->kind); k++) {
			if (!find_object(c, o->items[k]))
				return false;
		}
	}
	return true;
}

/* Making. */

static bool make_object(struct copy *c, uint64_t serial, int depth);

static void put_target(struct copy *c, const struct mobject *o)
{
	sbuf_printf(&c->text, "_cosub_%" PRIu64 " = ", o->serial);
}

/* The items between commas; those that must be there first are made. */
static bool make_items(struct copy *c, const struct mobject *o, int depth)
{
	for (uint32_t i = 0; i < o->n; i++) {
		if (o->items[i].kind == R_OBJECT &&
			!make_object(c, look_into(c, o->items[i].n), depth + 1))
			return false;
	}
	return true;
}

static void put_items(struct copy *c, const struct mobject *o, uint32_t from, uint32_t n)
{
	for (uint32_t i = from; i < from + n && i < o->n; i++) {
		if (o->items[i].kind == R_UNSET)
			continue;
		put_value(c, o->items[i]);
		sbuf_str(&c->text, ", ");
	}
}

/* The whole of a long sequence, a part a line. */
static void put_parts(struct copy *c, const struct mobject *o)
{
	sbuf_str(&c->text, "_cosub_items = []\n");
	for (uint32_t i = 0; i < o->n; i += ITEMS_A_LINE) {
		sbuf_str(&c->text, "_cosub_items += [");
		put_items(c, o, i, ITEMS_A_LINE);
		sbuf_str(&c->text, "]\n");
	}
}

static bool make_from_items(struct copy *c, const struct mobject *o, int depth)
{
	size_t n = 0;
	const char *type = kind_name(o->kind);
	const char *name = o->label != NULL ? copy_class_name(o->label, &n) : NULL;
	if (!make_items(c, o, depth))
		return false;
	put_parts(c, o);
	if (name != NULL)
		copy_put_class(c, name, n, type);
	put_target(c, o);
	if (name != NULL)
		sbuf_printf(&c->text, "%s.__new__(_cosub_class, _cosub_items)\n", type);
	else
		sbuf_printf(&c->text, "%s(_cosub_items)\n", type);
	return true;
}

static bool make_by_call(struct copy *c, const struct mobject *o, int depth)
{
	if (!make_items(c, o, depth))
		return false;
	put_target(c, o);
	sbuf_printf(&c->text, "%s(", kind_name(o->kind));
	put_items(c, o, 0, o->n);
	sbuf_str(&c->text, ")\n");
	return true;
}

static bool make_exception(struct copy *c, const struct mobject *o, int depth)
{
	size_t n = 0;
	const char *name = copy_class_name(o->label != NULL ? o->label : "Exception", &n);
	if (!make_items(c, o, depth))
		return false;
	put_parts(c, o);
	copy_put_known_class(c, name, n, "Exception");
	put_target(c, o);
	sbuf_str(&c->text, "_cosub_class.__new__(_cosub_class, *_cosub_items)\n");
	return true;
}

/* The containers that are filled later. */
static bool make_empty(struct copy *c, const struct mobject *o, int depth)
{
	size_t n = 0;
	const char *name = o->label != NULL ? copy_class_name(o->label, &n) : NULL;
	const char *type = kind_name(o->kind);
	(void)depth;
	if (name != NULL)
		copy_put_class(c, name, n, type);
	put_target(c, o);
	if (name != NULL)
		sbuf_printf(&c->text, "%s.__new__(_cosub_class)\n", type);
	else
		sbuf_printf(&c->text, "%s()\n", type);
	return true;
}

static bool make_deque(struct copy *c, const struct mobject *o, int depth)
{
	(void)depth;
	sbuf_str(&c->text, "from collections import deque as _cosub_class\n");
	put_target(c, o);
	if (o->extra >= 0)
		sbuf_printf(&c->text, "_cosub_class([], %" PRId64 ")\n", o->extra);
	else
		sbuf_str(&c->text, "_cosub_class()\n");
	return true;
}

static bool make_instance(struct copy *c, const struct mobject *o, int depth)
{
	size_t n = 0;
	const char *name = copy_class_name(o->label != NULL ? o->label : "object", &n);
	(void)depth;
	copy_put_class(c, name, n, "_cosub_Instance");
	put_target(c, o);
	sbuf_str(&c->text, "object.__new__(_cosub_class)\n");
	return true;
}

static bool make_class(struct copy *c, const struct mobject *o, int depth)
{
	size_t n = 0;
	const char *name = copy_class_name(o->label != NULL ? o->label : "", &n);
	(void)depth;
	copy_put_known_class(c, name, n, "_cosub_Instance");
	put_target(c, o);
	sbuf_str(&c->text, "_cosub_class\n");
	return true;
}

static bool make_by_label(struct copy *c, const struct mobject *o, int depth)
{
	(void)depth;
	put_target(c, o);
	sbuf_printf(&c->text, "%s\n", o->label);
	return true;
}

/* What shows its label and can do nothing. */
static void make_thing(struct copy *c, uint64_t serial)
{
	struct sbuf label = { 0 };
	const struct mobject *o = moment_object(c->m, serial);
	size_t n = 0;
	const char *name = copy_class_name(o != NULL ? kind_name(o->kind) : "object", &n);
	moment_repr(c->m, (struct rvalue){ .kind = R_OBJECT, .n = serial }, &label);
	sbuf_printf(&c->text,
		"class _cosub_class(_cosub_Thing):\n    pass\n_cosub_class.__name__ = '%.*s'\n",
		(int)n, name);
	sbuf_printf(&c->text, "_cosub_%" PRIu64 " = _cosub_class(", serial);
	put_str_literal(sbuf_cstr(&label), label.len, &c->text);
	sbuf_truncate(&label, 0);
	if (o != NULL)
		copy_why_not(c, o, &label);
	sbuf_str(&c->text, ", ");
	put_str_literal(sbuf_cstr(&label), label.len, &c->text);
	sbuf_str(&c->text, ")\n");
	sbuf_fini(&label);
}

/* A function of the program's own, or a thing. */
static bool make_function(struct copy *c, const struct mobject *o, int depth)
{
	static const char head[] = "<function ";
	bool plain = o->label != NULL && strncmp(o->label, head, sizeof head - 1) == 0 &&
		strchr(o->label, '.') == NULL;
	const char *name = plain ? o->label + sizeof head - 1 : "";
	size_t n = strcspn(name, ">");
	(void)depth;
	if (!copy_has_own(c, name, n, false)) {
		make_thing(c, o->serial);
		return true;
	}
	put_target(c, o);
	sbuf_printf(&c->text, "_cosub_own_%.*s\n", (int)n, name);
	return true;
}

static bool (*const makers[])(struct copy *c, const struct mobject *o, int depth) = {
	[MAKE_EMPTY] = make_empty,
	[MAKE_FROM_ITEMS] = make_from_items,
	[MAKE_BY_CALL] = make_by_call,
	[MAKE_BY_LABEL] = make_by_label,
	[MAKE_DEQUE] = make_deque,
	[MAKE_EXCEPTION] = make_exception,
	[MAKE_INSTANCE] = make_instance,
	[MAKE_CLASS] = make_class,
	[MAKE_FUNCTION] = make_function,
};

static bool make_object(struct copy *c, uint64_t serial, int depth)
{
	uint64_t *state = map_find(&c->state, serial);
	if (state == NULL || *state == MADE)
		return true;
	if (depth > MAX_DEPTH)
		return refuse_copy(c, "this is nested too deep to be looked at here");
	*state = MADE;
	const struct mobject *found = moment_object(c->m, serial);
	enum object_making making = found != NULL ? object_kinds[found->kind].making : MAKE_NOT;
	if (making == MAKE_NOT) {
		make_thing(c, serial);
		return true;
	}
	const struct mobject o = *found;
	return makers[making](c, &o, depth);
}

/* Filling. */

static void fill_items(struct copy *c, const struct mobject *o)
{
	const struct object_kind *k = &object_kinds[o->kind];
	if (o->n == 0)
		return;
	put_parts(c, o);
	if (k->making == MAKE_DEQUE)
		sbuf_printf(&c->text, "_cosub_%" PRIu64 ".extend(_cosub_items)\n", o->serial);
	else
		sbuf_printf(&c->text, "%s.%s(_cosub_%" PRIu64 ", _cosub_items)\n",
			kind_name(o->kind), k->shape == SHAPE_ELEMENTS ? "update" : "extend",
			o->serial);
}

static void fill_entries(struct copy *c, const struct mobject *o)
{
	for (uint32_t i = 0; i < o->n; i++) {
		if (o->items[2 * i].kind == R_UNSET || o->items[2 * i + 1].kind == R_UNSET)
			continue;
		sbuf_printf(&c->text, "%s.__setitem__(_cosub_%" PRIu64 ", ", kind_name(o->kind),
			o->serial);
		put_value(c, o->items[2 * i]);
		sbuf_str(&c->text, ", ");
		put_value(c, o->items[2 * i + 1]);
		sbuf_str(&c->text, ")\n");
	}
}

static void fill_attributes(struct copy *c, const struct mobject *o)
{
	const struct mobject *attrs = o->attrs != 0 ? moment_object(c->m, o->attrs) : NULL;
	for (uint32_t i = 0; attrs != NULL && i < attrs->n; i++) {
		struct rvalue key = attrs->items[2 * i], v = attrs->items[2 * i + 1];
		if (key.kind != R_TEXT || v.kind == R_UNSET)
			continue;
		sbuf_printf(&c->text, "vars(_cosub_%" PRIu64 ")[", o->serial);
		put_value(c, key);
		sbuf_str(&c->text, "] = ");
		put_value(c, v);
		sbuf_char(&c->text, '\n');
	}
}

static void fill_object(struct copy *c, uint64_t serial)
{
	const struct mobject *found = moment_object(c->m, serial);
	if (found == NULL)
		return;
	const struct mobject o = *found;
	const struct object_kind *k = &object_kinds[o.kind];
	bool is_empty = k->making == MAKE_EMPTY || k->making == MAKE_DEQUE;
	if (is_empty && k->shape == SHAPE_ENTRIES)
		fill_entries(c, &o);
	else if (is_empty)
		fill_items(c, &o);
	if (k->making != MAKE_NOT)
		fill_attributes(c, &o);
}

bool copy_value(struct copy *c, struct rvalue v, struct sbuf *out)
{
	size_t from = c->found.len;
	if (!find_object(c, v) || !find_all(c, from))
		return false;
	for (size_t i = from; i < c->found.len; i++) {
		if (!make_object(c, c->found.at[i], 0))
			return false;
	}
	for (size_t i = from; i < c->found.len; i++)
		fill_object(c, c->found.at[i]);
	size_t end = c->text.len;
	put_value(c, v);
	sbuf_bytes(out, c->text.text + end, c->text.len - end);
	sbuf_truncate(&c->text, end);
	return true;
}
