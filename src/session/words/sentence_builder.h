#ifndef COSUB_SESSION_WORDS_SENTENCE_BUILDER_H
#define COSUB_SESSION_WORDS_SENTENCE_BUILDER_H

/* A sentence in the making (sentence.h): what its parts are made with. */

#include "base/sbuf.h"
#include "trace/moment.h"

struct sentence_builder {
	const struct moment *m;
	const struct moment *before; /* the moment one step earlier */
	const struct trace *t;
	const struct step *step;
	const struct mframe *frame; /* of the step; NULL for a transfer */
	const struct code *code;    /* of the frame */
	struct moment *scan;        /* for looking around, put back to `before` after that */
	struct sbuf name;           /* of the frame */
	struct sbuf text;
	uint32_t value_columns,
		widest;   /* so much is told of a value, and was told of one at most */
	uint32_t changes; /* that were told */
	bool squeezed;    /* something was left out that shorter values would make room for */
};

/* Appends as printf does. */
void sentence_add(struct sentence_builder *y, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* The columns that a text takes. */
uint32_t sentence_columns(const struct sbuf *b);
/* Whether the sentence so far takes no more than a line. */
bool sentence_fits(const struct sentence_builder *y);
/* "counter#1"; "nobody" for FRAME_NONE. */
void sentence_frame(struct sentence_builder *y, uint32_t id);
void sentence_value(struct sentence_builder *y, struct rvalue v);
/* The exception that the next step raises in the frame of this one; false, and
 * nothing said, if it raises none there. */
bool sentence_coming_exception(struct sentence_builder *y);
/* The name of the class of an exception or instance, "" of anything else. */
const char *sentence_type(const struct sentence_builder *y, struct rvalue v);

/* How a sentence ends: with the variables between two texts, or with another
 * end if there are none.  Where not all variables have room, a shorter form is
 * tried; where none has, there is just a full stop. */
struct sentence_ending {
	const char *before, *after_one, *after_many, *without;
	const struct sentence_ending *shorter;
};

void sentence_ending(struct sentence_builder *y, const struct sentence_ending *e);

/* "◆1", or "line 7" for 0. */
void sentence_point(struct sentence_builder *y, uint32_t point);
/* The re-entry point that the frame goes on from: the one where it stood a
 * step earlier. */
uint32_t sentence_point_before(const struct sentence_builder *y);

#endif
