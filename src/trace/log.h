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

#include "base/array.h"
#include "trace/trace.h"

/* Operands, by letter, in the order in which they are written:
 *   f  flags (enum record_flag, suspend kind, how), one byte
 *   u  an unsigned number; the first goes to u[0], the next to u[1] ...
 *   s  a signed number
 *   v  a value; v[0], v[1]
 *   L  a list of values, with its length in bytes before it
 * The steps come first.  Each belongs to the frame at hand; its s is the line
 * less that of the step before. */
#define RECORDS(X) \
	X(LINE,        "s",      "a source line begins") \
	X(CALL,        "fs",     "the frame is entered") \
	X(CREATE,      "s",      "a generator or coroutine object was made") \
	X(YIELD,       "fusv",   "it is suspended at re-entry point u") \
	X(RESUME,      "fsv",    "it goes on") \
	X(RETURN,      "sv",     "it ends with a value") \
	X(UNWIND,      "fsv",    "it ends by an exception") \
	X(EXCEPTION,   "fsv",    "an exception is raised in it or arrives") \
	X(TRANSFER,    "fuu",    "control goes from greenlet u to greenlet u") \
	X(SILENT,      "",       "the frame at hand goes on without a RESUME, before its next step") \
	X(SWITCH,      "s",      "the frame at hand is now the one with its number + s") \
	X(BIRTH,       "u",      "a new frame in slot u, the next in number, is at hand") \
	X(NAMES,       "u",      "the names of the frame at hand live in object u, a dict") \
	X(DESTROY,     "s",      "the generator's frame with the number at hand + s is gone") \
	X(VAR,         "uv",     "variable u of the frame at hand has this value") \
	X(VAR_ADD,     "us",     "variable u, an int, changes by s") \
	X(NEW,         "uL",     "the next object: its kind and contents") \
	X(NEW_LABEL,   "uuuuusL", "the same with label + 1, type name + 1, serial of the attributes, frame + 1, extra") \
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

#define X(name, shape, doc) RECORD_##name,
enum record_kind { RECORDS(X) RECORD_KIND_COUNT };
#undef X

/* Bits 0 and 1 of the flags are an enum suspend_kind, 2 and 3 an enum
 * resume_how. */
enum record_flag {
	RECORD_HOW = 4,
	RECORD_STOP = 16,
	RECORD_DELEGATED = 32,  /* CALL, RESUME: by a yield from or await of the frame that ran */
	RECORD_PLACELESS = 64   /* UNWIND: CPython has no line for it */
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

struct record_info { const char *name, *shape, *doc; };
extern const struct record_info record_infos[RECORD_KIND_COUNT];

static inline bool record_is_step(enum record_kind k) { return k <= RECORD_TRANSFER; }

enum { LOG_STRIDE = 64 };

/* What a reader must know besides the place in the log (at: of the next
 * record; frame: at hand; line: of the last step; frames: born so far) is a
 * struct step_place. */
struct bytes { ARRAY(uint8_t); };

struct log {
	struct bytes bytes;
	uint64_t steps;
	struct step_place end;       /* after the last record */
	struct { ARRAY(struct step_place); } marks;  /* before the steps 1, 1 + LOG_STRIDE, ... */
};

/* Appends a record.  For steps (but TRANSFER), SWITCH, VAR and VAR_ADD the
 * ones below are faster. */
void log_put(struct log *l, const struct record *r);
/* A step of the frame at hand; point, flags and v count where its shape has them. */
void log_put_step(struct log *l, enum record_kind kind, uint8_t flags, uint32_t point, uint32_t line, struct rvalue v);
void log_put_switch(struct log *l, int64_t distance);
void log_put_line(struct log *l, uint32_t line);
void log_put_var(struct log *l, uint32_t var, struct rvalue v);
void log_put_var_add(struct log *l, uint32_t var, int64_t difference);

/* Reads the record at p->at and moves p past it; false at the end. */
bool log_get(const struct log *l, struct step_place *p, struct record *r);

/* What a record that is a step says (p: the place behind it). */
void log_step(const struct record *r, const struct step_place *p, bool silent, struct step *s);

/* Reads the next step, past the records that are none; false at the end. */
bool log_read_step(const struct log *l, struct step_place *p, struct step *s);

/* The place before step k (1 <= k <= steps). */
struct step_place log_seek(const struct log *l, uint64_t k);

void log_fini(struct log *l);

/* Values and numbers on their own, for checkpoints. */
void pack_number(struct bytes *b, uint64_t u);
void pack_signed(struct bytes *b, int64_t s);
void pack_value(struct bytes *b, struct rvalue v);
uint64_t unpack_number(const uint8_t **p);
int64_t unpack_signed(const uint8_t **p);
struct rvalue unpack_value(const uint8_t **p);

static inline struct rvalue rvalue_int(int64_t i) { return (struct rvalue){ .kind = R_INT, .i = i }; }
static inline struct rvalue rvalue_text(uint64_t n) { return (struct rvalue){ .kind = R_TEXT, .n = n }; }
static inline struct rvalue rvalue_object(uint64_t n) { return (struct rvalue){ .kind = R_OBJECT, .n = n }; }
static inline bool rvalue_same(struct rvalue a, struct rvalue b)
{
	return a.kind == b.kind && (a.kind < R_INT || a.n == b.n);
}

#endif
