#ifndef COSUB_LANG_TEXT_REFUSE_H
#define COSUB_LANG_TEXT_REFUSE_H

/*
 * Refusing what is Python and outside the scenario language: one sentence, and below
 * it what to do instead.
 */

#include "base/diag.h"

/* Notes the refusal "WHAT is outside the scenario language" with the way on; what is
 * "the module os", "the builtin open", "sys.settrace", "a bytes literal". */
void refuse(struct diag *d, struct span span, const char *what);

/* What to do instead, for a refusal as it is worded above (or with "are" for "is").
 * Never NULL. */
const char *refuse_way_on(const char *sentence);

#endif
