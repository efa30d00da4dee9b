#include "trace/trace.h"

#include "base/utf8.h"
#include "trace/checkpoint.h"
#include "trace/store.h"

#include <assert.h>
#include <string.h>

struct trace *trace_new(const struct program *p)
{
	struct trace *t = mem_calloc(1, sizeof *t);
	t->program = p;
	t->checkpoints = checkpoints_new();
	return t;
}

void trace_free(struct trace *t)
{
	if (!t)
		return;
	log_fini(&t->log);
	titles_fini(&t->frames, &t->renames);
	frames_fini(&t->frames);
	frame_rows_fini(&t->slots);
	array_fini(&t->texts);
	array_fini(&t->text_bytes);
	mem_free(t->text_index);
	sbuf_fini(&t->output);
	array_fini(&t->pieces);
	array_fini(&t->lines);
	mem_free(t->end_text);
	tasks_fini(&t->tasks);
	greenlets_fini(&t->greenlets);
	checkpoints_free(t->checkpoints);
	if (t->vm)
		t->free_vm(t->vm);
	mem_free(t);
}

const struct program *trace_program(const struct trace *t)
{
	return t->program;
}

uint64_t trace_steps(const struct trace *t)
{
	return t->log.steps;
}

uint32_t trace_birth(struct trace *t, uint32_t code, uint32_t *slot)
{
	uint32_t greenlet = t->log.end.greenlet;
	*slot = frame_rows_take(&t->slots, code);
	if (*slot >= t->nslots)
		t->nslots = *slot + 1;
	log_put_birth(&t->log, *slot);
	greenlets_birth(&t->greenlets, greenlet, t->frames.len);
	return frames_add(&t->frames, code, *slot, greenlet, t->log.steps + 1);
}

void trace_death(struct trace *t, uint32_t id, uint32_t slot, bool late)
{
	frame_rows_release(&t->slots, slot);
	frames_die(&t->frames, id, t->log.steps + late);
}

uint32_t trace_frames(const struct trace *t)
{
	return t->frames.len;
}

struct frame_info trace_frame(const struct trace *t, uint32_t id)
{
	return frames_get(&t->frames, id);
}

struct frame_info trace_frame_at(const struct trace *t, uint32_t id, uint64_t k)
{
	struct frame_info f = frames_get(&t->frames, id);
	titles_rename(&t->renames, id, k, &f);
	return f;
}

void trace_frame_title(struct frame_info f, struct sbuf *out)
{
	if (!f.title && f.code->flags & CODE_CLASS_BODY)
		sbuf_str(out, "class ");
	sbuf_str(out, f.title ? f.title : f.code->name);
}

void trace_frame_name(struct frame_info f, struct sbuf *out)
{
	trace_frame_title(f, out);
	if (f.code->flags & CODE_MODULE ||
		(f.code->flags & CODE_CLASS_BODY && (!f.title || f.alone)))
		return;
	sbuf_char(out, '#');
	sbuf_unsigned(out, f.number ? f.number : f.nth);
}

uint32_t trace_slots(const struct trace *t)
{
	return t->nslots;
}

/* The place of a text in the hash table, or the free one where it belongs. */
static uint32_t *text_place(const struct trace *t, const char *s, size_t n, uint64_t count)
{
	assert(t->texts.len < t->text_index_cap && "a search ends at a free place");
	size_t mask = t->text_index_cap - 1;
	size_t i = hash_bytes(s, n) & mask;
	for (; t->text_index[i]; i = (i + 1) & mask) {
		const struct text *x = &t->texts.at[t->text_index[i] - 1];
		if (x->len == n && x->count == count && memcmp(t->text_bytes.at + x->at, s, n) == 0)
			break;
	}
	return &t->text_index[i];
}

static void grow_text_index(struct trace *t)
{
	mem_free(t->text_index);
	t->text_index_cap = t->text_index_cap ? 2 * t->text_index_cap : 256;
	t->text_index = mem_calloc(t->text_index_cap, sizeof *t->text_index);
	for (size_t i = 0; i < t->texts.len; i++) {
		const struct text *x = &t->texts.at[i];
		*text_place(t, (const char *)t->text_bytes.at + x->at, x->len,
			x->count) = (uint32_t)i + 1;
	}
}

/* The bytes of a long text that are kept: whole characters. */
static size_t kept_bytes(const char *s, size_t n)
{
	if (n <= TEXT_KEPT)
		return n;
	n = TEXT_KEPT;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

uint64_t trace_add_text(struct trace *t, const char *s, size_t n, uint64_t count)
{
	n = kept_bytes(s, n);
	if (4 * (t->texts.len + 1) > 3 * t->text_index_cap)
		grow_text_index(t);
	uint32_t *place = text_place(t, s, n, count);
	if (*place)
		return *place - 1;
	array_push(&t->texts, ((struct text){ t->text_bytes.len, (uint32_t)n, count }));
	*place = (uint32_t)t->texts.len;
	array_reserve(&t->text_bytes, n + 1);
	memcpy(t->text_bytes.at + t->text_bytes.len, s, n);
	t->text_bytes.at[t->text_bytes.len + n] = 0;
	t->text_bytes.len += n + 1;
	return *place - 1;
}

const char *trace_text(const struct trace *t, uint64_t n, size_t *len)
{
	assert(n < t->texts.len && "a text of the record");
	const struct text *x = &t->texts.at[n];
	if (len)
		*len = x->len;
	return (const char *)t->text_bytes.at + x->at;
}

uint64_t trace_text_count(const struct trace *t, uint64_t n)
{
	assert(n < t->texts.len && "a text of the record");
	return t->texts.at[n].count;
}

static void end_line(struct trace *t, size_t end, uint64_t step)
{
	assert(end >= t->line_at && "a line ends behind its beginning");
	array_push(&t->lines, ((struct output_line){ step, t->line_at, end - t->line_at }));
	t->line_open = false;
}

/* Cuts what went to standard output into lines.  Text of the other stream in
 * the middle of a line begins the line anew. */
static void add_lines(struct trace *t, size_t at, size_t n, uint64_t step)
{
	assert(at + n <= t->output.len && "what is cut into lines was written");
	for (size_t i = at; i < at + n; i++) {
		if (!t->line_open)
			t->line_at = i;
		t->line_open = true;
		if (t->output.text[i] == '\n')
			end_line(t, i, step);
	}
}

void trace_add_output(struct trace *t, int stream, const char *s, size_t n)
{
	uint64_t step = t->log.steps + 1;
	size_t at = t->output.len;
	sbuf_bytes(&t->output, s, n);
	log_put(&t->log, &(struct record){ .kind = RECORD_OUTPUT, .u = { n } });
	array_push(&t->pieces, ((struct output_piece){ step, stream, at, n }));
	if (stream == 1)
		add_lines(t, at, n, step);
	else if (t->line_open)
		end_line(t, at, step);
}

const char *trace_output(const struct trace *t, size_t *len)
{
	if (len)
		*len = t->output.len;
	return t->output.text ? t->output.text : "";
}

const struct output_piece *trace_output_pieces(const struct trace *t, size_t *n)
{
	*n = t->pieces.len;
	return t->pieces.at;
}

const struct output_line *trace_output_lines(const struct trace *t, size_t *n)
{
	*n = t->lines.len;
	return t->lines.at;
}

/* What was written after the last step belongs to it. */
static void clamp_steps(struct trace *t)
{
	for (size_t i = t->pieces.len; i-- > 0 && t->pieces.at[i].step > t->log.steps;)
		t->pieces.at[i].step = t->log.steps;
	for (size_t i = t->lines.len; i-- > 0 && t->lines.at[i].step > t->log.steps;)
		t->lines.at[i].step = t->log.steps;
}

void trace_close(struct trace *t, enum trace_end end, const char *text, int exit_status)
{
	assert(!t->end_text && "a record is closed once");
	if (t->line_open)
		end_line(t, t->output.len, t->log.steps);
	clamp_steps(t);
	t->end = end;
	t->end_text = text ? mem_strdup(text) : NULL;
	t->exit_status = exit_status;
	frames_close(&t->frames);
	titles_make(&t->frames, &t->renames);
	frame_rows_fini(&t->slots);
	mem_free(t->text_index);
	t->text_index = NULL;
	t->text_index_cap = 0;
}

enum trace_end trace_end(const struct trace *t)
{
	return t->end;
}

const char *trace_end_text(const struct trace *t)
{
	return t->end_text;
}

int trace_exit_status(const struct trace *t)
{
	return t->exit_status;
}

uint64_t trace_no_input_at(const struct trace *t)
{
	return t->no_input_at;
}

size_t trace_size(const struct trace *t)
{
	return sizeof *t + t->log.bytes.len + t->log.marks.len * sizeof *t->log.marks.at +
		frames_size(&t->frames) + t->texts.len * sizeof *t->texts.at + t->text_bytes.len +
		t->output.len + t->pieces.len * sizeof *t->pieces.at +
		t->lines.len * sizeof *t->lines.at + tasks_size(&t->tasks) +
		greenlets_size(&t->greenlets) + checkpoints_size(t->checkpoints);
}
