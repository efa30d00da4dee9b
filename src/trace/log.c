#include "trace/log.h"

#include <assert.h>
#include <string.h>

#define X(name, shape, doc) [RECORD_##name] = { #name, shape, doc },
const struct record_info record_infos[RECORD_KIND_COUNT] = { RECORDS(X) };
#undef X

/* The first byte of a record: its kind, or one of the two short forms
 *     1ddddddd    LINE, s = d - 64
 *     01iiiiww    VAR or VAR_ADD of variable i < 15 */
enum {
	SHORT_LINE = 0x80, SHORT_LINE_BIAS = 64,
	SHORT_VAR = 0x40, SHORT_VARS = 15
};
enum short_var { VAR_ONE_MORE, VAR_ONE_LESS, VAR_MORE, VAR_BECOMES };
static_assert((int)RECORD_KIND_COUNT <= (int)SHORT_VAR, "a kind is one byte beside the short forms");

/* The first byte of a value: its kind, or one of
 *     1iiiiiii    the int i - 32
 *     01nnnnnn    text n < 32, or object n - 32 */
enum { SMALL_INT = 0x80, SMALL_INT_BIAS = 32, SMALL_TEXT = 0x40, SMALL_OBJECT = 0x60, SMALL_NUMBERS = 32 };
/* Kinds of values of this file's own: a float that is a whole number. */
enum { PACKED_WHOLE_FLOAT = R_OBJECT + 1 };

/* The longest number and value; what one record takes but for its list. */
enum { MAX_NUMBER = 10, MAX_VALUE = 11, MAX_FIXED = 64 };

static uint64_t zigzag(int64_t s)
{
	return (uint64_t)s << 1 ^ (uint64_t)(s >> 63);
}

static int64_t unzigzag(uint64_t u)
{
	return (int64_t)(u >> 1 ^ -(u & 1));
}

static uint8_t *put_number(uint8_t *p, uint64_t u)
{
	while (u >= 0x80) {
		*p++ = (uint8_t)(u | 0x80);
		u >>= 7;
	}
	*p++ = (uint8_t)u;
	return p;
}

static uint64_t get_number(const uint8_t **p)
{
	uint64_t u = *(*p)++;
	if (u < 0x80)
		return u;
	u &= 0x7f;
	for (unsigned shift = 7; ; shift += 7) {
		uint8_t byte = *(*p)++;
		u |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return u;
	}
}

static uint8_t *put_signed(uint8_t *p, int64_t s)
{
	return put_number(p, zigzag(s));
}

static int64_t get_signed(const uint8_t **p)
{
	return unzigzag(get_number(p));
}

/* Whether f is a whole number that a few bytes hold (minus zero is not). */
static bool is_whole(double f)
{
	return f >= -1e6 && f <= 1e6 && f == (double)(int64_t)f && !(f == 0 && 1 / f < 0);
}

static uint8_t *put_float(uint8_t *p, double f)
{
	if (is_whole(f)) {
		*p++ = PACKED_WHOLE_FLOAT;
		return put_signed(p, (int64_t)f);
	}
	*p++ = R_FLOAT;
	memcpy(p, &f, sizeof f);
	return p + sizeof f;
}

static uint8_t *put_numbered(uint8_t *p, struct rvalue v)
{
	if (v.n < SMALL_NUMBERS) {
		*p++ = (uint8_t)((v.kind == R_TEXT ? SMALL_TEXT : SMALL_OBJECT) + (int)v.n);
		return p;
	}
	*p++ = (uint8_t)v.kind;
	return put_number(p, v.n);
}

static uint8_t *put_value(uint8_t *p, struct rvalue v)
{
	switch (v.kind) {
	case R_INT:
		if (v.i >= -SMALL_INT_BIAS && v.i < 0x80 - SMALL_INT_BIAS) {
			*p++ = (uint8_t)(SMALL_INT + SMALL_INT_BIAS + v.i);
			return p;
		}
		*p++ = R_INT;
		return put_signed(p, v.i);
	case R_FLOAT:
		return put_float(p, v.f);
	case R_TEXT:
	case R_OBJECT:
		return put_numbered(p, v);
	default:
		*p++ = (uint8_t)v.kind;
		return p;
	}
}

static struct rvalue get_value(const uint8_t **p)
{
	uint8_t tag = *(*p)++;
	if (tag >= SMALL_INT)
		return rvalue_int((int64_t)tag - SMALL_INT - SMALL_INT_BIAS);
	if (tag >= SMALL_OBJECT)
		return rvalue_object((uint64_t)tag - SMALL_OBJECT);
	if (tag >= SMALL_TEXT)
		return rvalue_text((uint64_t)tag - SMALL_TEXT);
	struct rvalue v = { .kind = (enum rkind)tag };
	switch (tag) {
	case PACKED_WHOLE_FLOAT:
		return (struct rvalue){ .kind = R_FLOAT, .f = (double)get_signed(p) };
	case R_INT:
		v.i = get_signed(p);
		break;
	case R_FLOAT:
		memcpy(&v.f, *p, sizeof v.f);
		*p += sizeof v.f;
		break;
	case R_TEXT:
	case R_OBJECT:
		v.n = get_number(p);
		break;
	default:
		break;
	}
	return v;
}

/* Room for n more bytes. */
static uint8_t *room(struct bytes *b, size_t n)
{
	if (b->cap - b->len < n)
		array_reserve(b, n);
	return b->at + b->len;
}

static void commit(struct bytes *b, const uint8_t *end)
{
	b->len = (size_t)(end - b->at);
}

void pack_number(struct bytes *b, uint64_t u)
{
	commit(b, put_number(room(b, MAX_NUMBER), u));
}

void pack_signed(struct bytes *b, int64_t s)
{
	commit(b, put_signed(room(b, MAX_NUMBER), s));
}

void pack_value(struct bytes *b, struct rvalue v)
{
	commit(b, put_value(room(b, MAX_VALUE), v));
}

uint64_t unpack_number(const uint8_t **p)
{
	return get_number(p);
}

int64_t unpack_signed(const uint8_t **p)
{
	return get_signed(p);
}

struct rvalue unpack_value(const uint8_t **p)
{
	return get_value(p);
}

static size_t packed_size(const struct rvalue *items, uint32_t n)
{
	uint8_t scratch[MAX_VALUE];
	size_t size = 0;
	for (uint32_t i = 0; i < n; i++)
		size += (size_t)(put_value(scratch, items[i]) - scratch);
	return size;
}

static void put_list(struct bytes *b, const struct record *r)
{
	size_t size = packed_size(r->items, r->n);
	uint8_t *p = room(b, size + 2 * MAX_NUMBER);
	p = put_number(p, r->n);
	p = put_number(p, size);
	for (uint32_t i = 0; i < r->n; i++)
		p = put_value(p, r->items[i]);
	commit(b, p);
}

static void get_list(const uint8_t **p, struct record *r)
{
	r->n = (uint32_t)get_number(p);
	size_t size = get_number(p);
	r->packed = *p;
	*p += size;
}

static void put_operands(struct log *l, const struct record *r, const char *shape)
{
	struct bytes *b = &l->bytes;
	uint8_t *p = room(b, MAX_FIXED);
	*p++ = (uint8_t)r->kind;
	size_t u = 0, v = 0;
	for (; *shape && *shape != 'L'; shape++) {
		switch (*shape) {
		case 'f':
			*p++ = r->flags;
			break;
		case 'u':
			p = put_number(p, r->u[u++]);
			break;
		case 's':
			p = put_signed(p, r->s);
			break;
		default:
			p = put_value(p, r->v[v++]);
		}
	}
	commit(b, p);
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
			r->u[u++] = get_number(p);
			break;
		case 's':
			r->s = get_signed(p);
			break;
		case 'L':
			get_list(p, r);
			break;
		default:
			r->v[v++] = get_value(p);
		}
	}
}

/* What record r does to the reader's place. */
static inline void follow(struct step_place *p, const struct record *r)
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
	default:
		if (record_is_step(r->kind)) {
			p->silent = false;
			p->line = (uint32_t)(p->line + (r->kind == RECORD_TRANSFER ? 0 : r->s));
		}
	}
}

/* A step was written: counts it, and marks where the next one begins. */
static void end_step(struct log *l)
{
	l->end.at = l->bytes.len;
	if (++l->steps % LOG_STRIDE == 0)
		array_push(&l->marks, l->end);
}

void log_put(struct log *l, const struct record *r)
{
	if (l->marks.len == 0)
		array_push(&l->marks, l->end);
	put_operands(l, r, record_infos[r->kind].shape);
	follow(&l->end, r);
	if (record_is_step(r->kind))
		end_step(l);
	else
		l->end.at = l->bytes.len;
}

void log_put_step(struct log *l, enum record_kind kind, uint8_t flags, uint32_t point, uint32_t line, struct rvalue v)
{
	const char *shape = record_infos[kind].shape;
	assert(record_is_step(kind) && kind != RECORD_TRANSFER);
	if (l->marks.len == 0)
		array_push(&l->marks, l->end);
	uint8_t *p = room(&l->bytes, MAX_FIXED);
	*p++ = (uint8_t)kind;
	if (*shape == 'f') {
		*p++ = flags;
		shape++;
	}
	if (*shape == 'u') {
		p = put_number(p, point);
		shape++;
	}
	p = put_signed(p, (int64_t)line - l->end.line);
	if (shape[1] == 'v')
		p = put_value(p, v);
	commit(&l->bytes, p);
	l->end.line = line;
	l->end.silent = false;
	end_step(l);
}

void log_put_switch(struct log *l, int64_t distance)
{
	if (l->marks.len == 0)
		array_push(&l->marks, l->end);
	uint8_t *p = room(&l->bytes, 1 + MAX_NUMBER);
	*p++ = RECORD_SWITCH;
	commit(&l->bytes, put_signed(p, distance));
	l->end.frame = (uint32_t)(l->end.frame + distance);
	l->end.at = l->bytes.len;
}

void log_put_line(struct log *l, uint32_t line)
{
	int64_t s = (int64_t)line - l->end.line;
	if (s < -SHORT_LINE_BIAS || s >= SHORT_LINE_BIAS || l->marks.len == 0) {
		log_put(l, &(struct record){ .kind = RECORD_LINE, .s = s });
		return;
	}
	uint8_t *p = room(&l->bytes, 1);
	*p++ = (uint8_t)(SHORT_LINE + SHORT_LINE_BIAS + s);
	commit(&l->bytes, p);
	l->end.line = line;
	l->end.silent = false;
	end_step(l);
}

static uint8_t short_var(uint32_t var, enum short_var what)
{
	return (uint8_t)(SHORT_VAR | var << 2 | what);
}

void log_put_var(struct log *l, uint32_t var, struct rvalue v)
{
	if (var >= SHORT_VARS) {
		log_put(l, &(struct record){ .kind = RECORD_VAR, .u = { var }, .v = { v } });
		return;
	}
	uint8_t *p = room(&l->bytes, 1 + MAX_VALUE);
	*p++ = short_var(var, VAR_BECOMES);
	commit(&l->bytes, put_value(p, v));
}

void log_put_var_add(struct log *l, uint32_t var, int64_t difference)
{
	if (var >= SHORT_VARS) {
		log_put(l, &(struct record){ .kind = RECORD_VAR_ADD, .u = { var }, .s = difference });
		return;
	}
	uint8_t *p = room(&l->bytes, 1 + MAX_NUMBER);
	if (difference == 1 || difference == -1) {
		*p++ = short_var(var, difference == 1 ? VAR_ONE_MORE : VAR_ONE_LESS);
	} else {
		*p++ = short_var(var, VAR_MORE);
		p = put_signed(p, difference);
	}
	commit(&l->bytes, p);
}

static void get_short_var(uint8_t tag, const uint8_t **p, struct record *r)
{
	r->u[0] = tag >> 2 & 0xf;
	r->kind = RECORD_VAR_ADD;
	switch ((enum short_var)(tag & 3)) {
	case VAR_ONE_MORE:
		r->s = 1;
		break;
	case VAR_ONE_LESS:
		r->s = -1;
		break;
	case VAR_MORE:
		r->s = get_signed(p);
		break;
	case VAR_BECOMES:
		r->kind = RECORD_VAR;
		r->v[0] = get_value(p);
		break;
	}
}

bool log_get(const struct log *l, struct step_place *p, struct record *r)
{
	if (p->at >= l->bytes.len)
		return false;
	const uint8_t *at = l->bytes.at + p->at;
	uint8_t tag = *at++;
	if (tag >= SHORT_LINE) {
		r->kind = RECORD_LINE;
		r->s = (int64_t)tag - SHORT_LINE - SHORT_LINE_BIAS;
	} else if (tag >= SHORT_VAR) {
		get_short_var(tag, &at, r);
	} else {
		r->kind = (enum record_kind)tag;
		assert(r->kind < RECORD_KIND_COUNT && "the log is our own");
		get_operands(&at, r);
	}
	p->at = (size_t)(at - l->bytes.at);
	follow(p, r);
	return true;
}

static const enum event_kind step_events[] = {
	[RECORD_LINE] = EVENT_LINE, [RECORD_CALL] = EVENT_CALL, [RECORD_CREATE] = EVENT_CREATE,
	[RECORD_YIELD] = EVENT_YIELD, [RECORD_RESUME] = EVENT_RESUME, [RECORD_RETURN] = EVENT_RETURN,
	[RECORD_UNWIND] = EVENT_UNWIND, [RECORD_EXCEPTION] = EVENT_EXCEPTION, [RECORD_TRANSFER] = EVENT_TRANSFER,
};
static_assert(sizeof step_events / sizeof *step_events == RECORD_TRANSFER + 1, "each step has its event");

void log_step(const struct record *r, const struct step_place *p, bool silent, struct step *s)
{
	*s = (struct step){ .kind = step_events[r->kind], .frame = p->frame, .line = p->line, .silent = silent };
	switch (r->kind) {
	case RECORD_LINE:
	case RECORD_CREATE:
		return;
	case RECORD_TRANSFER:
		s->frame = FRAME_NONE;
		s->from = (uint32_t)r->u[0];
		s->to = (uint32_t)r->u[1];
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
