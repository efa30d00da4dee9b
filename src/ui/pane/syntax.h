#ifndef COSUB_UI_PANE_SYNTAX_H
#define COSUB_UI_PANE_SYNTAX_H

/*
 * The colours of a source: quiet ones, since what is running, suspended or waiting is
 * what counts.
 */

#include "lang/text/source.h"

/* The role of each byte of a source's text; the caller frees it with mem_free.  That is
 * work for the whole file, to be done once. */
uint8_t *syntax_roles(const struct source *s);

#endif
