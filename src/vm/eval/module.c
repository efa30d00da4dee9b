#include "vm/eval/module.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "vm/eval/call.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/eval/lib.h"
#include "vm/value/exception.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>
#include <string.h>

/* The registers that a class body has behind those of its code. */
enum { CLASS_BODY_EXTRA = 4 };

static value name_of(struct vm *vm, const char *s)
{
	return str_intern(vm, s, strlen(s));
}

/* Twice: the second time in the order of the first. */
static value frozen(struct vm *vm, value items)
{
	value once = set_new(vm, true), r = set_new(vm, true);
	for (uint32_t i = 0; i < tuple_get(items)->len; i++)
		set_add(vm, once, tuple_get(items)->at[i]);
	value item;
	for (uint32_t i = 0; set_next((struct set *)obj_get(once), &i, &item);)
		set_add(vm, r, item);
	value_drop(vm, once);
	value_drop(vm, items);
	return r;
}

static value constant_value(struct vm *vm, const struct constant *c)
{
	switch (c->kind) {
	case CONSTANT_NONE:
		return V_NONE;
	case CONSTANT_TRUE:
		return V_TRUE;
	case CONSTANT_FALSE:
		return V_FALSE;
	case CONSTANT_ELLIPSIS:
		return V_ELLIPSIS;
	case CONSTANT_INT:
		return int_make(vm, c->i);
	case CONSTANT_FLOAT:
		return float_make(vm, c->f);
	case CONSTANT_STR:
		return value_keep(str_intern(vm, c->s.bytes, c->s.len));
	case CONSTANT_TUPLE:
	case CONSTANT_FROZENSET:
		break;
	}
	value t = tuple_new(vm, c->nitems);
	for (uint32_t i = 0; i < c->nitems; i++)
		tuple_get(t)->at[i] = constant_value(vm, &c->items[i]);
	return c->kind == CONSTANT_TUPLE ? t : frozen(vm, t);
}

/* Methods that go into what an object holds, as deep as it is nested. */
static bool is_recursive(const char *name)
{
	static const char *const names[] = { "__repr__", "__str__", "__eq__", "__hash__" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Whether the binding of positional arguments is no more than moving them. */
static bool is_plain(const struct code *c)
{
	return !c->nkw_only && !(c->flags & (CODE_VARARGS | CODE_VARKW));
}

/* Whether an instruction leaves something in a temporary that is there still
 * when the next statement begins. */
static bool holds_on(unsigned op)
{
	return op == OP_FOR_ITER || op == OP_GET_AITER || op == OP_WITH_ENTER ||
		op == OP_ASYNC_WITH_ENTER || op == OP_PUSH_EXC;
}

static uint16_t count_held(const struct proto *p)
{
	if (p->code->nhandlers > 0 || p->code->flags & (CODE_MODULE | CODE_CLASS_BODY))
		return p->nregs;
	for (uint32_t i = 0; i < p->code->ninstrs; i++)
		if (holds_on(p->instrs[i].op))
			return p->nregs;
	return p->nvars;
}

void proto_set_up(const struct vm *vm, struct proto *p)
{
	const struct code *c = p->code;
	bool library = c->flags & CODE_LIBRARY;
	p->takes_steps = !library || vm->options.library;
	p->frame_flags = library ? FRAME_LIBRARY : 0;
	p->kind = call_frame_kind(c);
	p->plain_args = p->made_args = PLAIN_NEVER;
	if (is_plain(c))
		*(p->kind == OBJ_FRAME ? &p->plain_args : &p->made_args) = c->npos;
	p->nheld = count_held(p);
	p->first_line = c->first_line;
	p->frame_size = sizeof(struct frame) + p->nregs * sizeof(value);
	p->spare_size = heap_class(p->frame_size) * HEAP_UNIT;
}

/* A program being linked, with the names met so far by their addresses: equal
 * ones have the same. */
struct linker {
	struct vm *vm;
	struct module *m;
	struct map names;
};

static value linked_name(struct linker *l, const char *s)
{
	const uint64_t *known = map_find(&l->names, (uintptr_t)s);
	if (known)
		return *known;
	value name = name_of(l->vm, s);
	map_put(&l->names, (uintptr_t)s, name);
	return name;
}

/* A proto and its lists are one block. */
static struct proto *proto_new(struct linker *l, const struct code *c)
{
	struct vm *vm = l->vm;
	struct proto *p = mem_calloc(1,
		sizeof *p + (c->nconstants + c->nnames) * sizeof(value) +
			c->ncodes * sizeof *p->codes);
	p->code = c;
	p->number = (uint32_t)vm->protos.len;
	p->module = l->m;
	p->globals = l->m->globals;
	p->instrs = c->instrs;
	p->constants = (value *)(p + 1);
	p->names = p->constants + c->nconstants;
	p->codes = (struct proto **)(p->names + c->nnames);
	for (uint32_t i = 0; i < c->nconstants; i++)
		p->constants[i] = constant_value(vm, &c->constants[i]);
	for (uint32_t i = 0; i < c->nnames; i++)
		p->names[i] = linked_name(l, c->names[i]);
	p->nvars = c->nvars;
	p->nregs = (uint16_t)(c->nregs + (c->flags & CODE_CLASS_BODY ? CLASS_BODY_EXTRA : 0));
	p->handled_reg = c->handled_reg;
	p->deepens = !(c->flags & CODE_LIBRARY) || is_recursive(c->name);
	p->name = value_keep(linked_name(l, c->name));
	p->qualname = value_keep(linked_name(l, c->qualname));
	proto_set_up(vm, p);
	array_push(&vm->protos, p);
	return p;
}

void proto_free(struct proto *p)
{
	mem_free(p->caches);
	mem_free(p);
}

/* The codes stand so that number is the index: all protos, then who holds whom. */
static struct proto *link_codes(struct linker *l, struct program *p)
{
	struct proto **all = mem_reallocarray(NULL, p->ncodes, sizeof *all);
	for (uint32_t i = 0; i < p->ncodes; i++)
		all[i] = proto_new(l, p->codes[i]);
	for (uint32_t i = 0; i < p->ncodes; i++) {
		for (uint32_t k = 0; k < p->codes[i]->ncodes; k++)
			all[i]->codes[k] = all[p->codes[i]->codes[k]->number];
	}
	struct proto *main = all[p->main->number];
	mem_free(all);
	return main;
}

struct module *module_link(struct vm *vm, struct program *p, value name)
{
	struct module *m = obj_new(vm, OBJ_MODULE, sizeof *m);
	struct linker l = { .vm = vm, .m = m };
	value *names = mem_reallocarray(NULL, p->nglobals + 1, sizeof *names);
	for (uint32_t i = 0; i < p->nglobals; i++)
		names[i] = linked_name(&l, p->globals[i]);
	m->name = value_keep(name);
	m->globals = dict_new_pinned(vm, names, p->nglobals);
	m->program = p;
	mem_free(names);
	m->proto = link_codes(&l, p);
	map_fini(&l.names);
	/* Its protos name it without a reference and live as long as the machine. */
	m->obj.flags |= OBJ_IMMORTAL;
	return obj_keep(m);
}

/* The file of collections.abc is collections_abc.py. */
static bool is_file_of(const char *file, const char *module)
{
	for (; *module && (*file == *module || (*file == '_' && *module == '.')); module++)
		file++;
	return *file == *module;
}

static const struct lib_file *get_file(const char *name)
{
	const struct lib_file *file = lib_files;
	while (file->name && !is_file_of(file->name, name))
		file++;
	assert(file->name && "the build embeds each file of the library");
	return file;
}

static const struct module_def *find_def(value name)
{
	for (const struct module_def *d = module_defs; d->name; d++) {
		if (str_is(name, d->name))
			return d;
	}
	return NULL;
}

struct module *module_load(struct vm *vm, const char *name)
{
	const struct lib_file *file = get_file(name);
	struct program *p = serialized_load(&file->code, &file->source);
	array_push(&vm->programs, p);
	struct module *m = module_link(vm, p, name_of(vm, name));
	m->obj.flags |= OBJ_LIBRARY;
	dict_set_name(vm, m->globals, VM_STR(vm, __name__), m->name);
	dict_add_natives(vm, m->globals, library_functions, "__cosub_", V_UNSET);
	const struct module_def *def = find_def(m->name);
	m->python = def && def->python;
	if (def && def->natives)
		dict_add_natives(vm, m->globals, def->natives, "__cosub_", V_UNSET);
	return m;
}

static struct module *module_new(struct vm *vm, const struct module_def *def)
{
	struct module *m;
	if (def->has_file) {
		m = module_load(vm, def->name);
	} else {
		m = obj_new(vm, OBJ_MODULE, sizeof *m);
		m->obj.flags |= OBJ_LIBRARY;
		m->name = value_keep(name_of(vm, def->name));
		m->globals = dict_new(vm);
		dict_set_name(vm, m->globals, VM_STR(vm, __name__), m->name);
	}
	if (def->natives && !def->has_file)
		dict_add_natives(vm, m->globals, def->natives, "", obj_value(m));
	if (def->init)
		def->init(vm, m->globals);
	return m;
}

/* In CPython's words; a note says what there is. */
static value no_such_module(struct vm *vm, value name)
{
	struct sbuf list = vm_text(vm);
	sbuf_str(&list, "The scenario language has the modules ");
	for (const struct module_def *d = module_defs; d->name; d++)
		sbuf_printf(&list, "%s%s",
			d == module_defs    ? ""
				: d[1].name ? ", "
					    : " and ",
			d->name);
	sbuf_char(&list, '.');
	vm_raise(vm, VM_EXC(vm, ModuleNotFoundError), "No module named '%S'", name);
	struct exception *e = exception_get(vm->exc);
	e->attrs = dict_new(vm);
	dict_set_name(vm, e->attrs, VM_STR(vm, name), name);
	e->notes = list_new(vm, 1);
	list_append(vm, e->notes, str_from_sbuf(vm, &list));
	sbuf_fini(&list);
	return V_ERROR;
}

value module_import(struct vm *vm, value name)
{
	if (!vm->modules)
		vm->modules = dict_new(vm);
	value found = dict_find_name(vm->modules, str_intern_value(vm, name));
	if (found != V_UNSET)
		return value_keep(found);
	const struct module_def *def = find_def(name);
	if (!def)
		return no_such_module(vm, name);
	struct module *m = module_new(vm, def);
	dict_set_name(vm, vm->modules, str_intern_value(vm, name), obj_value(m));
	if (!def->has_file)
		return obj_value(m);
	value r = call_module(vm, m);
	obj_drop(vm, m);
	return r;
}

value module_import_from(struct vm *vm, value m, value name)
{
	value v = ops_find_attr(vm, m, name);
	if (v != V_UNSET)
		return v;
	value module = is_kind(m, OBJ_MODULE) ? ((struct module *)obj_get(m))->name : name;
	vm_raise(vm, VM_EXC(vm, ImportError),
		"cannot import name '%S' from '%S' (unknown location)", name, module);
	struct exception *e = exception_get(vm->exc);
	e->attrs = dict_new(vm);
	dict_set_name(vm, e->attrs, VM_STR(vm, name), module);
	return V_ERROR;
}
