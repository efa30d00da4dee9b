/* Running a program with a recorder. */

#include "trace/recorder.h"
#include "trace/store.h"

#include <assert.h>
#include <string.h>

/* Between the machine and the outside: lines of input come from a text first. */
struct station {
	const struct host *outside; /* or NULL */
	const char *input;          /* what is left of it, or NULL */
	struct trace *trace;
};

static void station_write(void *self, int stream, const char *text, size_t n)
{
	const struct station *s = self;
	if (s->outside && s->outside->write)
		s->outside->write(s->outside->self, stream, text, n);
}

static char *station_read_line(void *self, size_t *len)
{
	struct station *s = self;
	if (s->input && *s->input) {
		const char *line = s->input;
		*len = strcspn(line, "\n");
		s->input += *len + (line[*len] == '\n');
		return mem_strndup(line, *len);
	}
	char *line = s->outside && s->outside->read_line
		? s->outside->read_line(s->outside->self, len)
		: NULL;
	if (line == NULL && s->trace->no_input_at == 0)
		s->trace->no_input_at = trace_steps(s->trace);
	return line;
}

struct trace *trace_record(struct program *p, const struct limits *limits, const struct host *tee,
	const char *input, bool library)
{
	assert(p && "there is a program to run");
	struct trace *t = trace_new(p);
	struct station station = { tee, input, t };
	struct recorder *r = recorder_new(t);
	struct vm_options o = {
		.host = { &station, station_write, station_read_line },
		.observer = recorder_observer(r),
		.library = library,
	};
	if (limits)
		o.limits = *limits;
	struct vm *vm = vm_new(&o);
	recorder_finish(r, vm, vm_run(vm, p));
	if (library) {
		t->vm = vm;
		t->free_vm = vm_free;
	} else {
		vm_free(vm);
	}
	return t;
}
