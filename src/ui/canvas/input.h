#ifndef COSUB_UI_CANVAS_INPUT_H
#define COSUB_UI_CANVAS_INPUT_H

/*
 * What reaches the screen from outside, one thing at a time: keys, pasted
 * text, the mouse, what the system says by signals, and answers of the terminal.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum input_kind {
	INPUT_TIMEOUT,   /* nothing came in the time that was given */
	INPUT_TEXT,      /* a character was typed: code */
	INPUT_KEY,       /* a special key: key */
	INPUT_PASTE,     /* text was pasted: text, len */
	INPUT_MOUSE,     /* a button or the wheel: mouse, row, col */
	INPUT_RESIZE,    /* the terminal has a new size, or another background: draw anew */
	INPUT_RESUMED,   /* we were stopped and go on: draw anew */
	INPUT_INTERRUPT, /* SIGINT from elsewhere; a typed Ctrl-C is text */
	INPUT_END,       /* asked to end, or the terminal is gone */
	/* What the terminal answers, for who asked it: nobody else is told. */
	INPUT_BACKGROUND, /* its background, code: 0xRRGGBB */
	INPUT_ANSWERED    /* all that it was asked before is answered, or will not be */
};

enum input_key {
	INPUT_ENTER,
	INPUT_TAB,
	INPUT_BACK_TAB,
	INPUT_BACKSPACE,
	INPUT_DELETE,
	INPUT_INSERT,
	INPUT_ESCAPE,
	INPUT_UP,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_WORD_LEFT, /* Left with Ctrl or Alt */
	INPUT_WORD_RIGHT,
	INPUT_HOME,
	INPUT_LINE_END,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_F1,
	INPUT_F2,
	INPUT_F3,
	INPUT_F4,
	INPUT_F5,
	INPUT_F6,
	INPUT_F7,
	INPUT_F8,
	INPUT_F9,
	INPUT_F10,
	INPUT_F11,
	INPUT_F12,
	INPUT_KEY_COUNT
};

enum input_mouse { MOUSE_LEFT, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct input {
	enum input_kind kind;
	bool alt;      /* of text and keys: with Alt, or behind an Esc */
	uint32_t code; /* Ctrl-A is 1, and so on */
	enum input_key key;
	enum input_mouse mouse;
	int row, col;
	const char *text; /* as it came, anything may be in it; it lives until
	                         * the next input is read */
	size_t len;
};

/* The name of a key as a person writes it: "Enter", "PageUp". */
const char *input_key_name(enum input_key key);

#endif
