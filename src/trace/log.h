#ifndef COSUB_TRACE_LOG_H
#define COSUB_TRACE_LOG_H

/*
 * The log of a run: one record after another, packed in bytes.
 *
 * A record says what changes, as a difference where that is shorter (lines,
 * ints, frames), and finds the rest in what came before: the frame at hand is
 * the one of the last SWITCH or BIRTH, a new object's serial is the next one.
 * What a record replaces is known to whoever folds the log, and kept there
 * (journal.h): so the log stays small, and going back costs what going forward
 * costs.
 *
 * Reading back needs the beginnings of the records before: every LOG_STRIDE
 * steps a mark holds the place in the log and the reader's state there.
 */

#include "trace/pack.h"

/* Operands, by letter, in the order in which they are written:
 *   f  flags (enum record_flag, suspend kind, how), one byte
 *   u  an unsigned number; the first goes to u[0], the next to u[1] ...
 *   s  a signed number
 *   v  a value; v[0], v[1]
 *   L  a list of values, with its length in bytes before it
 * The steps come first.  Each belongs to the frame at hand; its s is the line
 * less that of the step before.  (But a TRANSFER is nobody's; when it was read, u[1] is
 * the greenlet that gave way.) */
/* clang-format off */
#define RECORDS(X) \
	X(LINE,        "s",      "a source line begins") \
	X(CALL,        "fs",     "the frame is entered") \
	X(CREATE,      "s",      "a generator or coroutine object was made") \
	X(YIELD,       "fusv",   "it is suspended at re-entry point u") \
	X(RESUME,      "fsv",    "it goes on") \
	X(RETURN,      "sv",     "it ends with a value") \
	X(UNWIND,      "fsv",    "it ends by an exception") \
	X(EXCEPTION,   "fsv",    "an exception is raised in it or arrives") \
	X(TRANSFER,    "fuv",    "control goes to greenlet u; v was asked for") \
	X(SILENT,      "", \
		"the frame at hand goes on without a RESUME, before its next step") \
	X(SWITCH,      "s",      "the frame at hand is now the one with its number + s") \
	X(BIRTH,       "u",      "a new frame in slot u, the next in number, is at hand") \
	X(NAMES,       "u",      "the names of the frame at hand live in object u, a dict") \
	X(DESTROY,     "s",      "the generator's frame with the number at hand + s is gone") \
	X(VAR,         "uv",     "variable u of the frame at hand has this value") \
	X(VAR_ADD,     "us",     "variable u, an int, changes by s") \
	X(NEW,         "uL",     "the next object: its kind and contents") \
	X(NEW_LABEL,   "uuuuusL", \
		"the same with label + 1, type name + 1, serial of the attributes, frame + 1, " \
		"extra") \
	X(APPEND,      "uv",     "an item is put at the end of object u") \
	X(SPLICE,      "uuuL",   "object u: from index u on, u items give way to these") \
	X(ENTRY,       "uuvv",   "object u: entry u has this key and value") \
	X(ITEM,        "uuv",    "object u: item u has this value") \
	X(ITEM_ADD,    "uus",    "object u: item u, an int, changes by s") \
	X(CONTENTS,    "uL",     "object u has these contents altogether") \
	X(ATTRS,       "uu",     "object u has its attributes in object u") \
	X(GONE,        "u",      "object u is no more") \
	X(OUTPUT,      "u",      "u bytes were written") \
	X(CLOCK,       "s",      "the clock moves on by s") \
	X(TASK,        "u",      "task u - 1 runs; 0: none")
/* clang-format on */

#define X(name, shape, doc) RECORD_##name,
enum record_kind { RECORDS(X) RECORD_KIND_COUNT };
#undef X

/* Bits 0 and 1 of the flags are an enum suspend_kind, 2 and 3 an enum
 * resume_how. */
enum record_flag {
	RECORD_HOW = 4,
	RECORD_STOP = 16,      /* EXCEPTION, TRANSFER: step.stop */
	RECORD_DELEGATED = 32, /* CALL, RESUME: by a yield from or await of the frame that ran */
	RECORD_PLACELESS = 64  /* UNWIND: CPython has no line for it */
};

struct record {
	enum record_kind kind;
	uint8_t flags;
	int64_t s;
	uint64_t u[5];
	struct rvalue v[2];
	/* List: to write, from items; read, with values_next from packed on. */
	const struct rvalue *items;
	const uint8_t *packed;
	uint32_t n;
};

struct record_info {
	const char *name, *shape, *doc;
};
extern const struct record_info record_infos[RECORD_KIND_COUNT];

static inline bool record_is_step(enum record_kind k)
{
	return k <= RECORD_TRANSFER;
}

enum { LOG_STRIDE = 64 };

/* What a reader must know besides the place in the log (at: of the next
 * record; frame: at hand; line: of the last step; frames: born so far; greenlet:
 * that runs) is a struct step_place. */
struct log {
	struct bytes bytes;
	uint64_t steps;
	struct step_place end; /* after the last record, but for its at */
	struct {
		ARRAY(struct step_place);
	} marks; /* before the steps 1, 1 + LOG_STRIDE, ... */
};

/* Appends a record.  For those that are many the ones below are faster; the
 * recorder itself writes steps of frames. */
void log_put(struct log *l, const struct record *r);
/* What a step takes at most. */
enum { LOG_STEP = 64 };
void log_put_var(struct log *l, uint32_t var, struct rvalue v);
void log_put_transfer(struct log *l, uint8_t flags, uint32_t to, struct rvalue asked);
void log_put_far_line(struct log *l, int64_t distance);
void log_put_far_var_add(struct log *l, uint32_t var, int64_t difference);

/* The first byte of a record: its kind, or one of the two short forms
 *     1ddddddd    LINE, s = d - 64
 *     01iiiiww    VAR or VAR_ADD of variable i < 15 */
enum { LOG_SHORT_LINE = 0x80, LOG_SHORT_LINE_BIAS = 64, LOG_SHORT_VAR = 0x40, LOG_SHORT_VARS = 15 };
enum log_short_var { LOG_VAR_ONE_MORE, LOG_VAR_ONE_LESS, LOG_VAR_MORE, LOG_VAR_BECOMES };

void log_put_append(struct log *l, uint64_t object, struct rvalue v);
/* A SPLICE that only takes out. */
void log_put_cut(struct log *l, uint64_t object, uint32_t at, uint32_t n);
void log_put_item(struct log *l, uint64_t object, uint32_t i, struct rvalue v);
void log_put_item_add(struct log *l, uint64_t object, uint32_t i, int64_t difference);

/* More room at the end; also begins an empty log. */
uint8_t *log_grow(struct log *l, size_t n);
/* LOG_STRIDE steps were written since the last mark. */
void log_mark(struct log *l);

/* Where n bytes can be put. */
static inline uint8_t *log_room(struct log *l, size_t n)
{
	return l->bytes.cap - l->bytes.len < n ? log_grow(l, n) : l->bytes.at + l->bytes.len;
}

/* A step that ends at p was put. */
static inline void log_end_step(struct log *l, const uint8_t *p, uint32_t line)
{
	bytes_end(&l->bytes, p);
	l->end.line = line;
	l->end.silent = false;
	if (++l->steps % LOG_STRIDE == 0)
		log_mark(l);
}

static inline void log_put_line(struct log *l, uint32_t line)
{
	int64_t s = (int64_t)line - l->end.line;
	if (s < -LOG_SHORT_LINE_BIAS || s >= LOG_SHORT_LINE_BIAS) {
		log_put_far_line(l, s);
		return;
	}
	uint8_t *p = log_room(l, 1);
	*p++ = (uint8_t)(LOG_SHORT_LINE + LOG_SHORT_LINE_BIAS + s);
	log_end_step(l, p, line);
}

static inline void log_put_var_add(struct log *l, uint32_t var, int64_t difference)
{
	if (var >= LOG_SHORT_VARS) {
		log_put_far_var_add(l, var, difference);
		return;
	}
	uint8_t *p = log_room(l, 1 + PACK_NUMBER);
	enum log_short_var what = difference == 1 ? LOG_VAR_ONE_MORE
		: difference == -1                ? LOG_VAR_ONE_LESS
						  : LOG_VAR_MORE;
	*p++ = (uint8_t)(LOG_SHORT_VAR | var << 2 | what);
	bytes_end(&l->bytes, what == LOG_VAR_MORE ? pack_signed_at(p, difference) : p);
}

static inline void log_put_switch(struct log *l, int64_t distance)
{
	uint8_t *p = log_room(l, 1 + PACK_NUMBER);
	*p++ = RECORD_SWITCH;
	bytes_end(&l->bytes, pack_signed_at(p, distance));
	l->end.frame = (uint32_t)(l->end.frame + distance);
}

/* Of the frame whose number is that of the frame at hand + distance. */
static inline void log_put_destroy(struct log *l, int64_t distance)
{
	uint8_t *p = log_room(l, 1 + PACK_NUMBER);
	*p++ = RECORD_DESTROY;
	bytes_end(&l->bytes, pack_signed_at(p, distance));
}

static inline void log_put_gone(struct log *l, uint64_t object)
{
	uint8_t *p = log_room(l, 1 + PACK_NUMBER);
	*p++ = RECORD_GONE;
	bytes_end(&l->bytes, pack_number_at(p, object));
}

static inline void log_put_birth(struct log *l, uint32_t slot)
{
	uint8_t *p = log_room(l, 1 + PACK_NUMBER);
	*p++ = RECORD_BIRTH;
	bytes_end(&l->bytes, pack_number_at(p, slot));
	l->end.frame = l->end.frames++;
}

/* Reads the record at p->at and moves p past it; false at the end. */
bool log_get(const struct log *l, struct step_place *p, struct record *r);

/* What a record that is a step says (p: the place behind it). */
void log_step(const struct record *r, const struct step_place *p, bool silent, struct step *s);

/* Reads the next step, past the records that are none; false at the end. */
bool log_read_step(const struct log *l, struct step_place *p, struct step *s);

/* The place before step k (1 <= k <= steps). */
struct step_place log_seek(const struct log *l, uint64_t k);

void log_fini(struct log *l);

#endif
