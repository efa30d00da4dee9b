#include "session/commands/watch.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/inspect/evaluate.h"
#include "session/inspect/fingerprint.h"

#include <string.h>

enum {
	SLOTS_MOST = 4096, /* frames that are looked at */
	TEXTS_MOST = 4096, /* values that are remembered */
	COLUMNS_MOST = 60, /* of a value that is told */
};

/* What a frame saw at two neighbouring steps. */
struct sight {
	uint64_t step[2], print[2]; /* print 0: it was not there */
};

struct watch {
	struct sandbox *bench;
	const char *expression, *function;
	struct map frames; /* frame id + 1 → index in sights */
	struct {
		ARRAY(struct sight);
	} sights;
	struct map prints; /* fingerprint → index in texts */
	struct {
		ARRAY(char *);
	} texts; /* "": there is no value */
};

struct watch *watch_new(struct sandbox *bench, const char *expression, const char *function)
{
	struct watch *w = mem_calloc(1, sizeof *w);
	*w = (struct watch){ .bench = bench, .expression = expression, .function = function };
	return w;
}

static void forget_texts(struct watch *w)
{
	for (size_t i = 0; i < w->texts.len; i++)
		mem_free(w->texts.at[i]);
	w->texts.len = 0;
	map_fini(&w->prints);
	w->prints = (struct map){ 0 };
}

void watch_free(struct watch *w)
{
	forget_texts(w);
	array_fini(&w->texts);
	map_fini(&w->frames);
	array_fini(&w->sights);
	mem_free(w);
}

/* The value in a frame of m that shows this fingerprint. */
static const char *value_text(
	struct watch *w, const struct moment *m, uint32_t frame, uint64_t print)
{
	struct sbuf text = { 0 };
	const uint64_t *known = print != 0 ? map_find(&w->prints, print >> 1) : NULL;
	if (print == 0)
		return "";
	if (known != NULL)
		return w->texts.at[*known];
	if (w->texts.len == TEXTS_MOST)
		forget_texts(w);
	if (!evaluate(w->bench, m, frame, w->expression, EVALUATE_REPR, &text))
		sbuf_truncate(&text, 0);
	map_put(&w->prints, print >> 1, w->texts.len);
	array_push(&w->texts, sbuf_take(&text));
	return w->texts.at[w->texts.len - 1];
}

static bool is_watched(const struct watch *w, const struct mframe *f, uint64_t step)
{
	bool over = f->state == CORO_FINISHED && f->last_step != step;
	return !over && strcmp(f->info->code->qualname, w->function) == 0;
}

static struct sight *sight_of(struct watch *w, uint32_t frame)
{
	const uint64_t *known = map_find(&w->frames, frame + UINT64_C(1));
	if (known != NULL)
		return &w->sights.at[*known];
	map_put(&w->frames, frame + UINT64_C(1), w->sights.len);
	array_push(&w->sights, ((struct sight){ .step = { UINT64_MAX, UINT64_MAX } }));
	return &w->sights.at[w->sights.len - 1];
}

/* What a frame sees at m, from what is known of it if that is of this step. */
static uint64_t look(
	struct watch *w, const struct moment *m, const struct sight *known, uint32_t frame)
{
	for (int i = 0; i < 2; i++) {
		if (known->step[i] == moment_step(m))
			return known->print[i];
	}
	const struct mframe *f = moment_frame(m, frame);
	return f != NULL && is_watched(w, f, moment_step(m))
		? fingerprint(m, frame, w->expression, sandbox_definitions(w->bench))
		: 0;
}

static bool changed_in(struct watch *w, const struct seeker *h, uint32_t frame, struct sbuf *before,
	struct sbuf *after)
{
	struct sight *known = sight_of(w, frame);
	uint64_t k = moment_step(h->at);
	moment_goto(h->before, k - 1);
	struct sight now = { .step = { k - 1, k } };
	now.print[0] = look(w, h->before, known, frame);
	now.print[1] = look(w, h->at, known, frame);
	*known = now;
	if (now.print[0] == now.print[1])
		return false;
	sbuf_str(before, value_text(w, h->before, frame, now.print[0]));
	sbuf_str(after, value_text(w, h->at, frame, now.print[1]));
	if (after->len > 0 &&
		(before->len != after->len || memcmp(before->text, after->text, after->len) != 0))
		return true;
	sbuf_truncate(before, 0);
	sbuf_truncate(after, 0);
	return false;
}

bool watch_changed(struct watch *w, const struct seeker *h, uint32_t *frame, struct sbuf *before,
	struct sbuf *after)
{
	uint32_t slots = trace_slots(moment_trace(h->at));
	if (moment_step(h->at) == 0)
		return false;
	for (uint32_t slot = 0; slot < slots && slot < SLOTS_MOST; slot++) {
		const struct mframe *f = moment_slot(h->at, slot);
		if (f == NULL || !is_watched(w, f, moment_step(h->at)) ||
			!changed_in(w, h, f->id, before, after))
			continue;
		*frame = f->id;
		utf8_cut(before, 0, COLUMNS_MOST);
		utf8_cut(after, 0, COLUMNS_MOST);
		return true;
	}
	return false;
}
