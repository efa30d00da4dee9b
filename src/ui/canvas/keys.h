#ifndef COSUB_UI_CANVAS_KEYS_H
#define COSUB_UI_CANVAS_KEYS_H

/*
 * The names of keys as the command table has them ("n", "Space", "Ctrl-L",
 * "Alt-x", "PageUp"), and keys written down as text.
 */

#include "ui/canvas/input.h"

enum { KEYS_NAME_MAX = 24 };

/* The name of a key or typed character, in name; "" for any other input. */
void keys_name(const struct input *in, char name[KEYS_NAME_MAX]);

/* Whether a key has this name. */
bool keys_is_name(const char *name);

/* Reads the first key of a text: a character stands for itself, <Name> for the
 * key of that name (also <Space>, <Ctrl-L>).  Returns the bytes that it took,
 * 0 at the end. */
size_t keys_read(const char *text, struct input *in);

#endif
