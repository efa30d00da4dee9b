#include "session/words/variable.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "trace/object_kind.h"
#include "vm/library/kinds.h"
#include "vm/value/object.h"

#include <ctype.h>
#include <string.h>

void variable_look_back(const struct moment *m, struct moment *scan)
{
	uint64_t k = moment_step(m);
	moment_goto(scan, k > 0 ? k - 1 : 0);
}

/* How deep, and in how many objects, a change is looked for. */
enum { CHANGE_DEPTH = 4, CHANGE_OBJECTS = 40 };

/* Whether what a value refers to was changed by the last step, in itself or,
 * not too deep, in what it holds.  *left objects may still be looked at. */
static bool find_change(const struct moment *m, struct rvalue v, int depth, int *left)
{
	const struct mobject *o = v.kind == R_OBJECT && *left > 0 ? moment_object(m, v.n) : NULL;
	if (o == NULL)
		return false;
	--*left;
	if (moment_object_changed(m, v.n))
		return true;
	if (depth == 0)
		return false;
	if (o->attrs != 0 &&
		find_change(m, (struct rvalue){ .kind = R_OBJECT, .n = o->attrs }, depth - 1, left))
		return true;
	uint32_t stride = object_width(o->kind); /* the values of pairs */
	for (uint32_t i = 0; i < o->n && i < CHANGE_OBJECTS; i++) {
		if (find_change(m, o->items[i * stride + stride - 1], depth - 1, left))
			return true;
	}
	return false;
}

static bool contents_changed(const struct moment *m, struct rvalue v)
{
	int left = CHANGE_OBJECTS;
	return find_change(m, v, CHANGE_DEPTH, &left);
}

/* The variables in registers. */

static bool is_shown(const struct var *var, struct rvalue v)
{
	return v.kind != R_UNSET && var->kind != VAR_HIDDEN && var->name[0] != '.' &&
		strncmp(var->name, "__", 2) != 0;
}

static struct variable register_variable(const struct moment *m, const struct mframe *f, uint32_t i)
{
	const struct var *var = &f->info->code->vars[i];
	struct variable v = { .name = var->name,
		.len = strlen(var->name),
		.value = f->vars[i],
		.old = f->vars[i],
		.outer = var->kind == VAR_FREE };
	v.changed = moment_changed(m, f->id, i, &v.old) || contents_changed(m, v.value);
	return v;
}

static uint32_t list_registers(
	const struct moment *m, const struct mframe *f, uint32_t max, struct variable *out)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < f->info->code->nvars && n < max; i++) {
		if (is_shown(&f->info->code->vars[i], f->vars[i]))
			out[n++] = register_variable(m, f, i);
	}
	return n;
}

/* The variables in a namespace. */

static bool is_definition(const struct moment *m, struct rvalue v)
{
	if (v.kind != R_OBJECT)
		return false;
	const struct mobject *o = moment_object(m, v.n);
	return o != NULL && object_kinds[o->kind].is_global;
}

static bool same_value(struct rvalue a, struct rvalue b)
{
	switch (a.kind) {
	case R_INT:
		return b.kind == R_INT && a.i == b.i;
	case R_FLOAT:
		return b.kind == R_FLOAT && memcmp(&a.f, &b.f, sizeof a.f) == 0;
	case R_TEXT:
	case R_OBJECT:
		return b.kind == a.kind && a.n == b.n;
	default:
		return a.kind == b.kind;
	}
}

/* What entry i of a namespace held in the moment before. */
static struct rvalue old_entry(
	const struct moment *scan, uint64_t serial, uint32_t i, struct rvalue key)
{
	const struct mobject *o = moment_object(scan, serial);
	if (o == NULL || i >= o->n || !same_value(o->items[2 * i], key))
		return (struct rvalue){ .kind = R_UNSET };
	return o->items[2 * i + 1];
}

/* Entry i of a namespace as a variable; false if it is none to be shown. */
static bool namespace_variable(const struct moment *m, const struct moment *scan,
	const struct mobject *o, uint32_t i, struct variable *v)
{
	struct rvalue key = o->items[2 * i];
	*v = (struct variable){ .value = o->items[2 * i + 1] };
	if (key.kind != R_TEXT || v->value.kind == R_UNSET || is_definition(m, v->value))
		return false;
	v->name = trace_text(moment_trace(m), key.n, &v->len);
	if (v->len >= 2 && memcmp(v->name, "__", 2) == 0)
		return false;
	v->old = old_entry(scan, o->serial, i, key);
	v->changed = !same_value(v->value, v->old) || contents_changed(m, v->value);
	return true;
}

static uint32_t list_namespace(const struct moment *m, const struct moment *scan, uint64_t serial,
	uint32_t max, struct variable *out)
{
	const struct mobject *o = moment_object(m, serial);
	uint32_t n = 0;
	for (uint32_t i = 0; o != NULL && i < o->n && n < max; i++)
		n += namespace_variable(m, scan, o, i, &out[n]);
	return n;
}

uint32_t variable_list(const struct moment *m, const struct moment *scan, const struct mframe *f,
	uint32_t max, struct variable *out)
{
	uint64_t serial = moment_namespace(m, f->id);
	if (serial != 0)
		return list_namespace(m, scan, serial, max, out);
	return list_registers(m, f, max, out);
}

bool variable_find(const struct moment *m, const struct moment *scan, const struct mframe *f,
	const char *name, size_t n, struct variable *out)
{
	uint64_t serial = moment_namespace(m, f->id);
	const struct mobject *o = serial != 0 ? moment_object(m, serial) : NULL;
	for (uint32_t i = 0; o != NULL && i < o->n; i++) {
		if (namespace_variable(m, scan, o, i, out) && out->len == n &&
			memcmp(out->name, name, n) == 0)
			return true;
	}
	for (uint32_t i = 0; serial == 0 && i < f->info->code->nvars; i++) {
		const char *var = f->info->code->vars[i].name;
		if (strncmp(var, name, n) != 0 || var[n] != '\0' ||
			!is_shown(&f->info->code->vars[i], f->vars[i]))
			continue;
		*out = register_variable(m, f, i);
		return true;
	}
	return false;
}

/* Values. */

static void append_attributes(
	const struct moment *m, const struct mobject *dict, uint32_t columns, struct sbuf *out)
{
	size_t start = out->len;
	uint32_t shown = 0;
	for (uint32_t i = 0; i < dict->n && out->len - start <= columns; i++) {
		struct rvalue key = dict->items[2 * i], v = dict->items[2 * i + 1];
		if (key.kind != R_TEXT || v.kind == R_UNSET)
			continue;
		size_t len;
		const char *name = trace_text(moment_trace(m), key.n, &len);
		sbuf_str(out, shown++ > 0 ? ", " : " ");
		sbuf_bytes(out, name, len);
		sbuf_char(out, '=');
		moment_repr_short(m, v, columns, out);
	}
}

/* The text that an object's attributes hold under a name; NULL if there is none. */
static const char *text_attribute(
	const struct moment *m, const struct mobject *dict, const char *name, size_t *len)
{
	for (uint32_t i = 0; i < dict->n; i++) {
		struct rvalue key = dict->items[2 * i], v = dict->items[2 * i + 1];
		if (key.kind != R_TEXT || v.kind != R_TEXT)
			continue;
		const char *text = trace_text(moment_trace(m), key.n, len);
		if (*len == strlen(name) && memcmp(text, name, *len) == 0)
			return trace_text(moment_trace(m), v.n, len);
	}
	return NULL;
}

static bool is_future_object(const struct mobject *o)
{
	return o->kind == OBJ_INSTANCE && o->type_name != NULL && o->attrs != 0 &&
		(strcmp(o->type_name, "Task") == 0 || strcmp(o->type_name, "Future") == 0);
}

/* "<Task soup>", "<Future finished>": the rest of its attributes is
 * the library's own affair.  False for a class of the program that merely has
 * the same name. */
static bool append_future(const struct moment *m, const struct mobject *o, struct sbuf *out)
{
	const struct mobject *dict = moment_object(m, o->attrs);
	size_t n, state_len;
	const char *state = dict != NULL ? text_attribute(m, dict, "_state", &state_len) : NULL;
	if (state == NULL)
		return false;
	const char *name = text_attribute(m, dict, "_name", &n);
	sbuf_printf(out, "<%s", o->type_name);
	if (name != NULL) {
		sbuf_char(out, ' ');
		utf8_printable(out, name, n);
	}
	bool pending = state_len == 7 && memcmp(state, "PENDING", 7) == 0;
	sbuf_str(out, pending ? "" : " ");
	for (size_t i = 0; !pending && i < state_len; i++)
		sbuf_char(out, (char)tolower((unsigned char)state[i]));
	sbuf_char(out, '>');
	return true;
}

/* "<Counter>" with its attributes put inside. */
static void append_instance(
	const struct moment *m, const struct mobject *o, uint32_t columns, struct sbuf *out)
{
	const struct mobject *dict = o->attrs != 0 ? moment_object(m, o->attrs) : NULL;
	size_t len = strlen(o->label);
	bool bracket = len > 0 && o->label[len - 1] == '>';
	sbuf_bytes(out, o->label, bracket ? len - 1 : len);
	if (dict != NULL)
		append_attributes(m, dict, columns, out);
	if (bracket)
		sbuf_char(out, '>');
}

void variable_frame(struct frame_info f, struct sbuf *out)
{
	trace_frame_name(f, out);
}

static void append_value(
	const struct moment *m, struct rvalue v, bool brief, uint32_t columns, struct sbuf *out)
{
	size_t start = out->len;
	const struct mobject *o = v.kind == R_OBJECT ? moment_object(m, v.n) : NULL;
	if (o != NULL && is_future_object(o) && append_future(m, o, out))
		;
	else if (!brief && o != NULL && o->kind == OBJ_INSTANCE && o->label != NULL)
		append_instance(m, o, columns, out);
	else
		moment_repr_short(m, v, columns, out);
	moment_repr_cut(out, start, columns);
}

/* Attributes. */

/* The dict of the attributes with which v's instance is shown; NULL if it is none,
 * or was changed in something else than that dict or its first attribute. */
static const struct mobject *shown_attributes(
	const struct moment *m, const struct moment *scan, struct rvalue v)
{
	const struct mobject *o = v.kind == R_OBJECT ? moment_object(m, v.n) : NULL, *old;
	if (o == NULL || o->kind != OBJ_INSTANCE || o->attrs == 0 || is_future_object(o))
		return NULL;
	old = moment_object(scan, v.n);
	if (moment_object_changed(m, v.n) && (old == NULL || old->attrs != 0 || o->n > 0))
		return NULL;
	const struct mobject *dict = moment_object(m, o->attrs);
	return dict != NULL && dict->n <= CHANGE_OBJECTS ? dict : NULL;
}

/* Whether each name that the attributes had before is still there. */
static bool keeps_names(const struct moment *scan, const struct mobject *dict)
{
	const struct mobject *old = moment_object(scan, dict->serial);
	for (uint32_t i = 0; old != NULL && i < old->n; i++) {
		if (old->items[2 * i + 1].kind != R_UNSET &&
			(i >= dict->n || dict->items[2 * i + 1].kind == R_UNSET ||
				!same_value(old->items[2 * i], dict->items[2 * i])))
			return false;
	}
	return true;
}

/* Entry i of attributes if it is one that the last step changed. */
static bool changed_attribute(const struct moment *m, const struct moment *scan,
	const struct mobject *dict, uint32_t i, struct variable *out)
{
	struct rvalue key = dict->items[2 * i];
	*out = (struct variable){ .value = dict->items[2 * i + 1],
		.old = old_entry(scan, dict->serial, i, key) };
	if (key.kind != R_TEXT || out->value.kind == R_UNSET)
		return false;
	out->name = trace_text(moment_trace(m), key.n, &out->len);
	out->changed = !same_value(out->value, out->old) || contents_changed(m, out->value);
	return out->changed;
}

/* The nth changed attribute of a variable's instance; *all is how many there are. */
static bool find_attribute(const struct moment *m, const struct moment *scan,
	const struct variable *v, uint32_t nth, struct variable *out, uint32_t *all)
{
	struct variable one;
	*all = 0;
	if (!v->changed || !same_value(v->value, v->old))
		return false;
	const struct mobject *dict = shown_attributes(m, scan, v->value);
	if (dict == NULL || !keeps_names(scan, dict))
		return false;
	for (uint32_t i = 0; i < dict->n; i++) {
		if (changed_attribute(m, scan, dict, i, &one) && (*all)++ == nth)
			*out = one;
	}
	return nth < *all;
}

bool variable_attribute(const struct moment *m, const struct moment *scan, const struct variable *v,
	uint32_t i, struct sbuf *path, struct variable *out)
{
	struct variable inner;
	uint32_t all;
	if (!find_attribute(m, scan, v, i, out, &all))
		return false;
	sbuf_truncate(path, 0);
	sbuf_printf(path, "%.*s.%.*s", (int)v->len, v->name, (int)out->len, out->name);
	while (all == 1 && find_attribute(m, scan, out, 0, &inner, &all)) {
		if (all > 1)
			break;
		sbuf_char(path, '.');
		sbuf_bytes(path, inner.name, inner.len);
		*out = inner;
	}
	out->name = sbuf_cstr(path);
	out->len = path->len;
	return true;
}

void variable_value(const struct moment *m, struct rvalue v, uint32_t columns, struct sbuf *out)
{
	append_value(m, v, false, columns, out);
}

void variable_brief(const struct moment *m, struct rvalue v, struct sbuf *out)
{
	append_value(m, v, true, VARIABLE_VALUE_COLUMNS, out);
}

bool variable_another(const struct moment *m, struct rvalue a, struct rvalue b)
{
	const struct mobject *o = b.kind == R_OBJECT ? moment_object(m, b.n) : NULL;
	return a.kind == R_OBJECT && o != NULL && a.n != b.n && !object_kinds[o->kind].is_data;
}

const char *variable_type(const struct moment *m, struct rvalue v)
{
	static const char *const names[] = {
		[R_UNSET] = "",
		[R_NONE] = "NoneType",
		[R_TRUE] = "bool",
		[R_FALSE] = "bool",
		[R_ELLIPSIS] = "ellipsis",
		[R_NOT_IMPLEMENTED] = "NotImplementedType",
		[R_INT] = "int",
		[R_FLOAT] = "float",
		[R_TEXT] = "str",
	};
	if (v.kind != R_OBJECT)
		return names[v.kind];
	const struct mobject *o = moment_object(m, v.n);
	return o == NULL ? "" : o->type_name != NULL ? o->type_name : kind_name(o->kind);
}

/* Lists. */

/* Appends "name=value" unless it would need more than the columns left. */
static bool append_variable(
	const struct moment *m, const struct variable *v, uint32_t columns, struct sbuf *out)
{
	struct sbuf b = { 0 };
	sbuf_bytes(&b, v->name, v->len);
	sbuf_char(&b, '=');
	variable_brief(m, v->value, &b);
	bool done = utf8_columns(b.text, b.len) <= columns;
	if (done)
		sbuf_bytes(out, b.text, b.len);
	sbuf_fini(&b);
	return done;
}

/* A frame's own variables; those of enclosing functions are kept elsewhere. */
static uint32_t own_variables(const struct moment *m, const struct mframe *f, struct variable *out)
{
	uint32_t n = variable_list(m, m, f, VARIABLE_MAX, out), own = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (!out[i].outer)
			out[own++] = out[i];
	}
	return own;
}

/* The columns used since start. */
static uint32_t used_since(const struct sbuf *b, size_t start)
{
	return b->len > start ? (uint32_t)utf8_columns(b->text + start, b->len - start) : 0;
}

uint32_t variable_text(
	const struct moment *m, const struct mframe *f, uint32_t columns, struct sbuf *out)
{
	struct variable vars[VARIABLE_MAX];
	uint32_t n = own_variables(m, f, vars), shown = 0;
	uint32_t limit = columns > 0 ? columns : UINT32_MAX;
	size_t start = out->len;
	for (uint32_t i = 0; i < n; i++) {
		size_t at = out->len;
		uint32_t mark = shown < i || i + 1 < n ? 3 : 0; /* room for ", …" */
		sbuf_str(out, shown > 0 ? ", " : "");
		uint32_t used = used_since(out, start) + mark;
		if (used <= limit && append_variable(m, &vars[i], limit - used, out))
			shown++;
		else
			sbuf_truncate(out, at);
	}
	if (shown < n)
		sbuf_str(out, shown > 0 ? ", …" : "…");
	return n;
}
