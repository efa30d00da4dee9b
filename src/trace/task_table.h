#ifndef COSUB_TRACE_TASK_TABLE_H
#define COSUB_TRACE_TASK_TABLE_H

/* How the tasks of a record are kept (tasks.h), for the recorder. */

#include "base/map.h"
#include "trace/tasks.h"

/* One task. */
struct task_life {
	uint8_t *bytes;           /* its list, packed */
	struct task_place *marks; /* before the changes 0, TASK_STRIDE, ... */
	uint32_t cap, count;
	uint32_t frame;
	struct task_place end;
};

/* Zeroed memory is an empty table. */
struct task_table {
	struct {
		ARRAY(struct task_life);
	} all;
	struct map by_frame; /* frame → task */
	struct {
		ARRAY(struct trace_instant);
	} instants;
	struct bytes notes;
	struct {
		ARRAY(struct note_place);
	} marks;
	struct note_place end;
	uint64_t nnotes;
	struct bytes scratch;
};

/* The name of a new task, what it waits for. */
struct task_about {
	uint64_t text; /* + 1; 0 none */
	int64_t until; /* ns, or -1 */
};

/* A task is made by step k: its number. */
uint32_t tasks_add(struct task_table *x, uint32_t frame, uint64_t name, uint64_t k);
/* Something else happens to it.  Steps that go back count as the last one. */
void tasks_change(struct task_table *x, uint32_t task, enum task_change change, uint64_t k,
	const struct task_about *about);
/* Time moves on. */
void tasks_clock(struct task_table *x, int64_t ns, uint64_t k);

size_t tasks_size(const struct task_table *x);
void tasks_fini(struct task_table *x);

#endif
