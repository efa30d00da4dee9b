#ifndef COSUB_EXPORT_CLAIMS_JSONL_H
#define COSUB_EXPORT_CLAIMS_JSONL_H

/*
 * Claims as JSON, one object a line for each claim about a side or about both:
 *
 *   {"file":"a.py","side":"coroutine","claim":"re-entry","about":"each coroutine",
 *    "sentence":"one entry, ...","verdict":"holds","evidence":[{"text":
 *    "counter#1 is entered once, at line 18","side":"coroutine","line":18,
 *    "steps":[5],"count":1}]}
 *
 * steps has the first of the count steps, line is that of the first.  What
 * breaks the claim has "fault":true; a claim that fails has the number of
 * faults, of which the evidence may not have all; one that does not apply has
 * why.  cut is true where a limit ended the run: what holds, holds so far.
 */

#include "export/export.h"

/* False as soon as the sink refuses. */
bool claims_jsonl_write(const struct export_claims *c, const struct export_sink *sink);

#endif
