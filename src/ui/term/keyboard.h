#ifndef COSUB_UI_TERM_KEYBOARD_H
#define COSUB_UI_TERM_KEYBOARD_H

/*
 * The keyboard and the mouse of the terminal, read through curses, which knows
 * what their sequences are called here.  Of screen.h's inside: who waits for
 * input says when poll has seen some.
 */

#include "ui/canvas/decode.h"

struct keyboard;

/* Begins to read; curses has to be in raw mode.  mouse: the terminal has one.  The
 * caller frees it with keyboard_free. */
struct keyboard *keyboard_new(bool mouse);
void keyboard_free(struct keyboard *k);

/* Says whether the terminal has something to be read. */
void keyboard_announce(struct keyboard *k, bool something);

/* The terminal was asked something, and the rest of an answer may take so long; 0:
 * no more. */
void keyboard_await(struct keyboard *k, int ms);

/* Somebody else may have read meanwhile. */
void keyboard_forget(struct keyboard *k);

/* The next code if there is one, else CODE_NONE, and something has to be
 * announced before there can be another. */
int keyboard_code(struct keyboard *k);

/* Takes a code that keyboard_code gave; true if it makes an input, or makes one
 * whole. */
bool keyboard_take(struct keyboard *k, int code, struct input *in);

#endif
