#include "steps.h"

#include "base/array.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/* What each frame's variables were at its last step; the frames are numbered
 * from 0 without gaps. */
struct frames {
	ARRAY(struct json *);
};

/* The fields that count, per event; the others tell more than CPython does. */
static const struct {
	const char *event;
	const char *fields[4];
} forms[] = {
	{ "call", { "how" } },
	{ "line", { NULL } },
	{ "resume", { "at", "how", "value" } },
	{ "yield", { "why", "value" } },
	{ "return", { "value" } },
	{ "unwind", { NULL } },
	{ "exception", { "value" } },
	{ "greenlet", { "how", "from", "to" } },
};

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct json_member *)a)->name, ((const struct json_member *)b)->name);
}

static void put_variable(struct sbuf *out, bool *any, const char *name, const char *text)
{
	sbuf_str(out, *any ? ", " : " | ");
	*any = true;
	if (text != NULL)
		sbuf_printf(out, "%s=%s", name, text);
	else
		sbuf_printf(out, "-%s", name);
}

/* Both are sorted by name. */
static void put_changes(struct sbuf *out, const struct json *before, const struct json *now)
{
	bool any = false;
	size_t i = 0, k = 0;
	while (i < before->len || k < now->len) {
		int order = i == before->len ? 1
			: k == now->len      ? -1
					     : strcmp(before->at[i].name, now->at[k].name);
		if (order < 0)
			put_variable(out, &any, before->at[i].name, NULL);
		else if (order > 0 || strcmp(before->at[i].text, now->at[k].text) != 0)
			put_variable(out, &any, now->at[k].name, now->at[k].text);
		i += order <= 0;
		k += order >= 0;
	}
}

/* Puts the changes of the step's frame, and takes its variables from the step. */
static bool put_variables(struct sbuf *out, struct json *step, struct frames *frames)
{
	static const struct json nothing;
	const char *number = json_text(step, "frame");
	struct json_member *m = (struct json_member *)json_find(step, "locals");
	size_t frame = number != NULL ? strtoul(number, NULL, 10) : SIZE_MAX;
	if (frame > frames->len || m == NULL || m->object == NULL)
		return false;
	if (frame == frames->len)
		array_push(frames, NULL);
	struct json *now = m->object, *before = frames->at[frame];
	for (size_t i = 0; i < now->len; i++) {
		if (now->at[i].text == NULL)
			return false;
	}
	if (now->len > 0)
		qsort(now->at, now->len, sizeof *now->at, by_name);
	put_changes(out, before != NULL ? before : &nothing, now);
	json_free(before);
	frames->at[frame] = now;
	m->object = NULL;
	return true;
}

static void put_fields(struct sbuf *out, const struct json *step, const char *event)
{
	size_t form = 0;
	while (form < sizeof forms / sizeof *forms && strcmp(forms[form].event, event) != 0)
		form++;
	if (form == sizeof forms / sizeof *forms)
		return;
	for (int i = 0; i < 4 && forms[form].fields[i] != NULL; i++) {
		const char *text = json_text(step, forms[form].fields[i]);
		if (text != NULL)
			sbuf_printf(out, " %s=%s", forms[form].fields[i], text);
	}
}

static bool put_step(struct sbuf *out, struct json *step, struct frames *frames)
{
	const char *event = json_text(step, "event"), *func = json_text(step, "func"),
		   *line = json_text(step, "line");
	sbuf_str(out, event);
	if (strcmp(event, "greenlet") != 0) {
		const char *frame = json_text(step, "frame");
		if (func == NULL || frame == NULL || line == NULL)
			return false;
		sbuf_printf(
			out, " %s#%s:%s", func, frame, strcmp(line, "null") == 0 ? "None" : line);
	}
	put_fields(out, step, event);
	if (json_find(step, "locals") != NULL && !put_variables(out, step, frames))
		return false;
	sbuf_char(out, '\n');
	return true;
}

bool steps_from_jsonl(const char *text, size_t n, size_t most, struct sbuf *out)
{
	struct frames frames = { 0 };
	const char *end = text + n;
	bool good = true;
	for (size_t count = 0; good && text < end;) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t len = (size_t)((stop != NULL ? stop : end) - text);
		struct json *step = json_read(text, len);
		const char *event = step != NULL ? json_text(step, "event") : NULL;
		good = event != NULL;
		text += stop != NULL ? len + 1 : len;
		if (good && strcmp(event, "end") != 0 && strcmp(event, "truncated") != 0) {
			if (count++ == most) {
				sbuf_str(out, "truncated\n");
				text = end;
			} else {
				good = put_step(out, step, &frames);
			}
		}
		json_free(step);
	}
	for (size_t i = 0; i < frames.len; i++)
		json_free(frames.at[i]);
	array_fini(&frames);
	return good;
}
