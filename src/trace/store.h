#ifndef COSUB_TRACE_STORE_H
#define COSUB_TRACE_STORE_H

/*
 * The inside of a trace, for the files of this folder: how a recorder fills it.
 */

#include "base/sbuf.h"
#include "trace/frame_rows.h"
#include "trace/frames.h"
#include "trace/greenlets.h"
#include "trace/log.h"
#include "trace/task_table.h"
#include "trace/titles.h"

/* A text, in text_bytes from at on. */
struct text {
	size_t at;
	uint32_t len;
	uint64_t count;
};

struct checkpoints;

struct trace {
	const struct program *program;
	struct log log;
	struct frame_table frames;
	struct frame_rows slots; /* while it is made */
	uint32_t nslots;
	struct {
		ARRAY(struct text);
	} texts;
	struct bytes text_bytes;
	uint32_t *text_index; /* hash table: number of a text + 1, or 0 */
	size_t text_index_cap;
	struct sbuf output;
	struct {
		ARRAY(struct output_piece);
	} pieces;
	struct {
		ARRAY(struct output_line);
	} lines;
	size_t line_at; /* where the unfinished line of standard output began */
	bool line_open;
	enum trace_end end;
	char *end_text;
	int exit_status;
	uint64_t no_input_at; /* the step in which input() first found no line; 0: none did */
	struct task_table tasks;
	struct greenlet_table greenlets;
	struct rename_table renames;
	struct checkpoints *checkpoints; /* made as moments pass (checkpoint.h) */
	/* What must live as long as the record: the machine, if the code of its
	 * library is in it. */
	struct vm *vm;
	void (*free_vm)(struct vm *vm);
};

/* A frame of the code with that number is born in the greenlet that runs, in *slot; the
 * log says so and has it at hand.  Gives its id. */
uint32_t trace_birth(struct trace *t, uint32_t code, uint32_t *slot);
/* It ends (at the step that was logged last, or before the next if late): its
 * slot is free. */
void trace_death(struct trace *t, uint32_t id, uint32_t slot, bool late);

/* The number of a text of n bytes and count characters. */
uint64_t trace_add_text(struct trace *t, const char *s, size_t n, uint64_t count);

void trace_add_output(struct trace *t, int stream, const char *s, size_t n);

/* The record is complete; text may be NULL. */
void trace_close(struct trace *t, enum trace_end end, const char *text, int exit_status);

#endif
