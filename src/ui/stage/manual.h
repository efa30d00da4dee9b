#ifndef COSUB_UI_STAGE_MANUAL_H
#define COSUB_UI_STAGE_MANUAL_H

/*
 * The sections of the manual page cosub(1) that follow from the program's own
 * tables: commands with their keys, short words, settings.
 */

#include "base/sbuf.h"

/* Appends them, in the language of mdoc(7). */
void manual_sections(struct sbuf *out);

#endif
