#ifndef COSUB_TRACE_RECORDER_H
#define COSUB_TRACE_RECORDER_H

/*
 * The observer that makes a trace.  At each event of a frame it compares the
 * frame's variables with what it saw last and logs what changed; an object is
 * read in once, when the record first refers to it, marked OBJ_SEEN, and from
 * then on followed by the events that tell its changes.  The work per event
 * does not grow with the length of the run.
 */

#include "trace/trace.h"

struct recorder;

struct recorder *recorder_new(struct trace *t);
/* To be given to vm_new; valid as long as the recorder. */
const struct observer *recorder_observer(struct recorder *r);
/* Closes the trace (status of the run that ended) and frees the recorder. */
void recorder_finish(struct recorder *r, const struct vm *vm, enum run_status status);

#endif
