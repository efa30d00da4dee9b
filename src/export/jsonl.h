#ifndef COSUB_EXPORT_JSONL_H
#define COSUB_EXPORT_JSONL_H

/*
 * Steps as JSON, one object a line, in the order in which CPython 3.11's
 * sys.settrace tells them; frames are numbered from 0 in the order of their
 * first entry, values are short texts that show no address:
 *
 *   {"event":"yield","func":"counter","frame":1,"line":10,"why":"yield",
 *    "value":"0","locals":{"limit":"3","n":"0"}}
 *
 * The making of a generator is no step there and is left out.  The last object
 * is {"event":"end","exc":null}, with "Type: message" where an exception ended
 * the program, or {"event":"truncated"} where a limit did.
 */

#include "export/export.h"

/* Writes the steps of a trace; false if the sink took no more (export.h). */
bool jsonl_write(const struct trace *t, const struct export_sink *sink);

#endif
