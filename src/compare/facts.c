#include "compare/facts.h"

#include "base/map.h"
#include "trace/store.h"

#include <assert.h>

/* Reads the log itself. */
struct log_reader {
	struct fact_source source; /* first: facts_free gets this */
	const struct trace *t;
	struct step_place place;
	uint64_t k;       /* of the last step */
	uint64_t objects; /* serial of the newest */
	int64_t clock;
	bool silent;           /* the next step is of a frame that went on without a RESUME */
	struct map owners;     /* serial of a dict of attributes → serial of the instance */
	struct map exceptions; /* serial of an exception → text of its class */
};

/* Objects. */

static void meet_object(struct log_reader *l, const struct record *r)
{
	uint64_t serial = ++l->objects;
	if (r->kind == RECORD_NEW)
		return;
	if (r->u[3] != 0)
		map_put(&l->owners, r->u[3], serial);
	if (r->u[0] == OBJ_EXCEPTION && r->u[1] != 0)
		map_put(&l->exceptions, serial, r->u[1] - 1);
}

static bool touch(struct log_reader *l, uint64_t serial, struct fact *f)
{
	const uint64_t *owner = map_find(&l->owners, serial);
	f->kind = FACT_TOUCH;
	f->object = owner != NULL ? *owner : serial;
	return true;
}

static bool lose_object(struct log_reader *l, uint64_t serial, struct fact *f)
{
	map_remove(&l->owners, serial);
	map_remove(&l->exceptions, serial);
	f->kind = FACT_DEATH;
	f->object = serial;
	return true;
}

/* Frames. */

static bool tell_var(const struct log_reader *l, const struct record *r, struct fact *f)
{
	f->kind = FACT_VAR;
	f->frame = l->place.frame;
	f->index = (uint32_t)r->u[0];
	f->value = r->kind == RECORD_VAR ? r->v[0] : rvalue_int(0);
	return true;
}

static bool tell_step(struct log_reader *l, const struct record *r, struct fact *f)
{
	f->kind = FACT_STEP;
	log_step(r, &l->place, l->silent, &f->step);
	f->frame = f->step.frame;
	f->point = r->kind == RECORD_YIELD ? (uint32_t)r->u[0] : 0;
	l->silent = false;
	l->k++;
	assert(l->k <= l->source.steps && "steps are those of the record");
	return true;
}

/* Whether the record is a fact, which goes to f. */
static bool tell(struct log_reader *l, const struct record *r, struct fact *f)
{
	*f = (struct fact){ .k = l->k + 1, .frame = FRAME_NONE };
	if (record_is_step(r->kind))
		return tell_step(l, r, f);
	switch (r->kind) {
	case RECORD_VAR:
	case RECORD_VAR_ADD:
		return tell_var(l, r, f);
	case RECORD_BIRTH:
		f->kind = FACT_BIRTH;
		f->frame = l->place.frame;
		return true;
	case RECORD_DESTROY:
		f->kind = FACT_GONE;
		f->frame = (uint32_t)(l->place.frame + r->s);
		f->k = l->k;
		return true;
	case RECORD_SILENT:
		l->silent = true;
		return false;
	case RECORD_NEW:
	case RECORD_NEW_LABEL:
		meet_object(l, r);
		return false;
	case RECORD_ATTRS:
		map_put(&l->owners, r->u[1], r->u[0]);
		return touch(l, r->u[0], f);
	case RECORD_APPEND:
	case RECORD_SPLICE:
	case RECORD_ENTRY:
	case RECORD_ITEM:
	case RECORD_ITEM_ADD:
	case RECORD_CONTENTS:
		return touch(l, r->u[0], f);
	case RECORD_CLOCK:
		f->kind = FACT_CLOCK;
		f->value = rvalue_int(l->clock += r->s);
		return true;
	case RECORD_GONE:
		return lose_object(l, r->u[0], f);
	default:
		return false;
	}
}

static bool next_fact(void *self, struct fact *f)
{
	struct log_reader *l = self;
	struct record r = { 0 };
	while (log_get(&l->t->log, &l->place, &r)) {
		if (tell(l, &r, f))
			return true;
	}
	return false;
}

static struct frame_info frame_of(void *self, uint32_t id)
{
	const struct log_reader *l = self;
	return trace_frame_at(l->t, id, UINT64_MAX);
}

static const char *exception_of(void *self, struct rvalue v)
{
	const struct log_reader *l = self;
	const uint64_t *text = v.kind == R_OBJECT ? map_find(&l->exceptions, v.n) : NULL;
	size_t len;
	return text != NULL ? trace_text(l->t, *text, &len) : NULL;
}

struct fact_source *facts_of_trace(const struct trace *t)
{
	assert(t && "facts are those of a record");
	struct log_reader *l = mem_calloc(1, sizeof *l);
	l->t = t;
	l->source = (struct fact_source){
		.self = l,
		.next = next_fact,
		.frame = frame_of,
		.exception = exception_of,
		.steps = trace_steps(t),
		.end = trace_end(t),
		.end_text = trace_end_text(t),
	};
	return &l->source;
}

void facts_free(struct fact_source *s)
{
	struct log_reader *l = s != NULL ? s->self : NULL;
	if (l == NULL)
		return;
	map_fini(&l->owners);
	map_fini(&l->exceptions);
	mem_free(l);
}
