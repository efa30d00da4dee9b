#ifndef COSUB_UI_CANVAS_DECODE_H
#define COSUB_UI_CANVAS_DECODE_H

/*
 * Makes input out of what a keyboard sends: bytes and key codes become typed
 * characters, special keys, Alt, pastes, clicks, and answers.  Sequences that nobody
 * knows are read over, so that their tail is not taken for keys.  Knows no terminal.
 */

#include "base/sbuf.h"
#include "ui/canvas/input.h"

#include <stdbool.h>
#include <wchar.h>

/* What a keyboard sends is a byte (0 to 255) or one of these. */
enum {
	CODE_NONE = -1,    /* nothing came */
	CODE_KEY = 0x1000, /* plus enum input_key */
	CODE_PASTE_BEGIN = CODE_KEY + INPUT_KEY_COUNT,
	CODE_PASTE_END,
	CODE_MOUSE_SGR, /* what begins a report of the mouse, in xterm's form 1006 */
	CODE_MOUSE_X10, /* and in its first form */
	CODE_OSC,       /* ESC ], what begins an answer about a colour */
	CODE_REPORT,    /* ESC [ ?, what begins one about the terminal */
	CODE_OTHER      /* a key that means nothing to us */
};

/* Set next and context; all else zeroed is a new decoder. */
struct decoder {
	/* The next code if one comes within ms, else CODE_NONE. */
	int (*next)(void *context, int ms);
	void *context;
	int pushed;      /* a code that was read too early, plus 1 */
	mbstate_t typed; /* a character of which some bytes came */
	bool alt;
	/* ms that the rest of an answer may take while one is awaited; 0: none is */
	int patience;
	struct sbuf paste;
};

/* The next code within ms, or CODE_NONE: use this and not d->next. */
int decoder_next(struct decoder *d, int ms);

/* Takes a code that decoder_next gave (not CODE_NONE); true if it makes an
 * input, or makes one whole.  A character's bytes are in the locale's code. */
bool decoder_take(struct decoder *d, int code, struct input *out);

void decoder_fini(struct decoder *d);

#endif
