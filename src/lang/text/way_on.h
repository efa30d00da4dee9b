#ifndef COSUB_LANG_TEXT_WAY_ON_H
#define COSUB_LANG_TEXT_WAY_ON_H

/*
 * What to do instead of something that is outside the scenario language, a short
 * sentence that is printed below the refusal.
 */

#include <stddef.h>

/* For what a refusal names (len bytes): "the module os", "the builtin open",
 * "sys.settrace", "a bytes literal".  Never NULL. */
const char *way_on(const char *what, size_t len);

/* The same for a refusal: "WHAT is outside the scenario language". */
const char *way_on_of(const char *refusal);

#endif
