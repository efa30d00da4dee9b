#include "trace/log.h"

#include "trace/step_kind.h"

#include <assert.h>
#include <string.h>

#define X(name, shape, doc) [RECORD_##name] = { #name, shape, doc },
const struct record_info record_infos[RECORD_KIND_COUNT] = { RECORDS(X) };
#undef X

static_assert(
	(int)RECORD_KIND_COUNT <= (int)LOG_SHORT_VAR, "a kind is one byte beside the short forms");

/* What one record takes but for its list. */
enum { MAX_FIXED = 64 };

static size_t packed_size(const struct rvalue *items, uint32_t n)
{
	uint8_t scratch[PACK_VALUE];
	size_t size = 0;
	for (uint32_t i = 0; i < n; i++)
		size += (size_t)(pack_value_at(scratch, items[i]) - scratch);
	return size;
}

static void put_list(struct bytes *b, const struct record *r)
{
	assert((r->items || r->n == 0) && "no items may lie anywhere");
	size_t size = packed_size(r->items, r->n);
	uint8_t *p = bytes_room(b, size + 2 * PACK_NUMBER);
	p = pack_number_at(p, r->n);
	p = pack_number_at(p, size);
	for (uint32_t i = 0; i < r->n; i++)
		p = pack_value_at(p, r->items[i]);
	bytes_end(b, p);
}

static void get_list(const uint8_t **p, struct record *r)
{
	r->n = (uint32_t)unpack_number(p);
	size_t size = unpack_number(p);
	r->packed = *p;
	*p += size;
}

static void put_operands(struct log *l, const struct record *r, const char *shape)
{
	struct bytes *b = &l->bytes;
	uint8_t *p = log_room(l, MAX_FIXED);
	*p++ = (uint8_t)r->kind;
	size_t u = 0, v = 0;
	for (; *shape && *shape != 'L'; shape++) {
		switch (*shape) {
		case 'f':
			*p++ = r->flags;
			break;
		case 'u':
			p = pack_number_at(p, r->u[u++]);
			break;
		case 's':
			p = pack_signed_at(p, r->s);
			break;
		default:
			p = pack_value_at(p, r->v[v++]);
		}
	}
	bytes_end(b, p);
	if (*shape)
		put_list(b, r);
}

static void get_operands(const uint8_t **p, struct record *r)
{
	size_t u = 0, v = 0;
	for (const char *shape = record_infos[r->kind].shape; *shape; shape++) {
		switch (*shape) {
		case 'f':
			r->flags = *(*p)++;
			break;
		case 'u':
			r->u[u++] = unpack_number(p);
			break;
		case 's':
			r->s = unpack_signed(p);
			break;
		case 'L':
			get_list(p, r);
			break;
		default:
			r->v[v++] = unpack_value(p);
		}
	}
}

/* The numbers that a step_place has room for; a record has fewer greenlets. */
enum { GREENLETS = INT32_MAX };

/* What record r does to the reader's place. */
static inline void follow_record(struct step_place *p, const struct record *r)
{
	switch (r->kind) {
	case RECORD_SWITCH:
		p->frame = (uint32_t)(p->frame + r->s);
		break;
	case RECORD_BIRTH:
		p->frame = p->frames++;
		break;
	case RECORD_SILENT:
		p->silent = true;
		break;
	case RECORD_TRANSFER:
		p->greenlet = r->u[0] & GREENLETS;
		p->silent = false;
		break;
	default:
		if (record_is_step(r->kind)) {
			p->silent = false;
			p->line = (uint32_t)(p->line + r->s);
		}
	}
}

uint8_t *log_grow(struct log *l, size_t n)
{
	if (l->marks.len == 0)
		array_push(&l->marks, l->end);
	return bytes_room(&l->bytes, n);
}

void log_mark(struct log *l)
{
	assert((l->marks.len == 0 || l->marks.at[l->marks.len - 1].at <= l->bytes.len) &&
		"marks ascend");
	l->end.at = l->bytes.len;
	array_push(&l->marks, l->end);
}

void log_put(struct log *l, const struct record *r)
{
	assert(r->kind < RECORD_KIND_COUNT && "a kind of record");
	put_operands(l, r, record_infos[r->kind].shape);
	follow_record(&l->end, r);
	if (record_is_step(r->kind))
		log_end_step(l, l->bytes.at + l->bytes.len, l->end.line);
}

void log_put_transfer(struct log *l, uint8_t flags, uint32_t to, struct rvalue asked)
{
	uint8_t *p = log_room(l, LOG_STEP);
	*p++ = RECORD_TRANSFER;
	*p++ = flags;
	p = pack_number_at(p, to);
	l->end.greenlet = to & GREENLETS;
	log_end_step(l, pack_value_at(p, asked), l->end.line);
}

void log_put_append(struct log *l, uint64_t object, struct rvalue v)
{
	uint8_t *p = log_room(l, MAX_FIXED);
	*p++ = RECORD_APPEND;
	p = pack_number_at(p, object);
	bytes_end(&l->bytes, pack_value_at(p, v));
}

void log_put_cut(struct log *l, uint64_t object, uint32_t at, uint32_t n)
{
	uint8_t *p = log_room(l, MAX_FIXED);
	*p++ = RECORD_SPLICE;
	p = pack_number_at(p, object);
	p = pack_number_at(p, at);
	p = pack_number_at(p, n);
	*p++ = 0; /* items, and their bytes */
	*p++ = 0;
	bytes_end(&l->bytes, p);
}

void log_put_item(struct log *l, uint64_t object, uint32_t i, struct rvalue v)
{
	uint8_t *p = log_room(l, MAX_FIXED);
	*p++ = RECORD_ITEM;
	p = pack_number_at(p, object);
	p = pack_number_at(p, i);
	bytes_end(&l->bytes, pack_value_at(p, v));
}

void log_put_item_add(struct log *l, uint64_t object, uint32_t i, int64_t difference)
{
	uint8_t *p = log_room(l, MAX_FIXED);
	*p++ = RECORD_ITEM_ADD;
	p = pack_number_at(p, object);
	p = pack_number_at(p, i);
	bytes_end(&l->bytes, pack_signed_at(p, difference));
}

void log_put_far_line(struct log *l, int64_t distance)
{
	log_put(l, &(struct record){ .kind = RECORD_LINE, .s = distance });
}

void log_put_var(struct log *l, uint32_t var, struct rvalue v)
{
	if (var >= LOG_SHORT_VARS) {
		log_put(l, &(struct record){ .kind = RECORD_VAR, .u = { var }, .v = { v } });
		return;
	}
	uint8_t *p = log_room(l, 1 + PACK_VALUE);
	*p++ = (uint8_t)(LOG_SHORT_VAR | var << 2 | LOG_VAR_BECOMES);
	bytes_end(&l->bytes, pack_value_at(p, v));
}

void log_put_far_var_add(struct log *l, uint32_t var, int64_t difference)
{
	log_put(l, &(struct record){ .kind = RECORD_VAR_ADD, .u = { var }, .s = difference });
}

static void get_short_var(uint8_t tag, const uint8_t **p, struct record *r)
{
	r->u[0] = tag >> 2 & 0xf;
	r->kind = RECORD_VAR_ADD;
	switch ((enum log_short_var)(tag & 3)) {
	case LOG_VAR_ONE_MORE:
		r->s = 1;
		break;
	case LOG_VAR_ONE_LESS:
		r->s = -1;
		break;
	case LOG_VAR_MORE:
		r->s = unpack_signed(p);
		break;
	case LOG_VAR_BECOMES:
		r->kind = RECORD_VAR;
		r->v[0] = unpack_value(p);
		break;
	}
}

bool log_get(const struct log *l, struct step_place *p, struct record *r)
{
	if (p->at >= l->bytes.len)
		return false;
	const uint8_t *at = l->bytes.at + p->at;
	uint8_t tag = *at++;
	if (tag >= LOG_SHORT_LINE) {
		r->kind = RECORD_LINE;
		r->s = (int64_t)tag - LOG_SHORT_LINE - LOG_SHORT_LINE_BIAS;
	} else if (tag >= LOG_SHORT_VAR) {
		get_short_var(tag, &at, r);
	} else {
		r->kind = (enum record_kind)tag;
		assert(r->kind < RECORD_KIND_COUNT && "the log is our own");
		get_operands(&at, r);
		if (r->kind == RECORD_TRANSFER)
			r->u[1] = p->greenlet;
	}
	p->at = (size_t)(at - l->bytes.at);
	assert(p->at <= l->bytes.len && "a record lies in the log");
	follow_record(p, r);
	return true;
}

#define X(kind, word, record_name, mark, cost, message, traits) [RECORD_##kind] = EVENT_##kind,
static const enum event_kind step_events[] = { STEP_KINDS(X) };
#undef X
static_assert(
	sizeof step_events / sizeof *step_events == RECORD_TRANSFER + 1, "each step has its event");

void log_step(const struct record *r, const struct step_place *p, bool silent, struct step *s)
{
	assert(record_is_step(r->kind) && "a step is read from a record of one");
	*s = (struct step){
		.kind = step_events[r->kind], .frame = p->frame, .line = p->line, .silent = silent
	};
	switch (r->kind) {
	case RECORD_LINE:
	case RECORD_CREATE:
		return;
	case RECORD_TRANSFER:
		s->frame = FRAME_NONE;
		s->from = (uint32_t)r->u[1];
		s->to = (uint32_t)r->u[0];
		s->value = r->v[0];
		break;
	case RECORD_CALL:
		break;
	default:
		s->value = r->v[0];
	}
	if (record_infos[r->kind].shape[0] != 'f')
		return;
	s->why = (enum suspend_kind)(r->flags & 3);
	s->how = (enum resume_how)(r->flags / RECORD_HOW & 3);
	s->stop = r->flags & RECORD_STOP;
	s->placeless = r->flags & RECORD_PLACELESS;
}

bool log_read_step(const struct log *l, struct step_place *p, struct step *s)
{
	struct record r;
	bool silent = p->silent;
	while (log_get(l, p, &r)) {
		if (record_is_step(r.kind)) {
			log_step(&r, p, silent, s);
			return true;
		}
		silent = p->silent;
	}
	return false;
}

struct step_place log_seek(const struct log *l, uint64_t k)
{
	assert(k >= 1 && k <= l->steps);
	struct step_place p = l->marks.at[(k - 1) / LOG_STRIDE];
	assert((k - 1) / LOG_STRIDE < l->marks.len && "each stride has its mark");
	struct record r;
	for (uint64_t before = (k - 1) % LOG_STRIDE; before > 0;) {
		log_get(l, &p, &r);
		before -= record_is_step(r.kind);
	}
	return p;
}

void log_fini(struct log *l)
{
	array_fini(&l->bytes);
	array_fini(&l->marks);
}
