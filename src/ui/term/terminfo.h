#ifndef COSUB_UI_TERM_TERMINFO_H
#define COSUB_UI_TERM_TERMINFO_H

/*
 * What terminfo says of the terminal, for screen.c: before curses is started,
 * which would end the program where it cannot go on, and for what curses does
 * not send by itself.
 */

#include "ui/term/emit.h"
#include "ui/term/screen.h"

/* Whether there is a terminal that can place the cursor, by TERM.  If not, a
 * sentence is appended to why. */
enum screen_status terminfo_probe(struct sbuf *why);

/* Terminals with many colours may call themselves by a name that has 8, and
 * tell the rest in COLORTERM.  The name with more, kept in *name, if terminfo
 * knows one; else NULL. */
const char *terminfo_richer(struct sbuf *name);

/* Appends a capability of the terminal that curses has started, without its
 * padding; nothing if it has none of that name. */
void terminfo_capability(const char *name, struct sbuf *out);

/* Whether the terminal that curses has started has a mouse. */
bool terminfo_has_mouse(void);

/* Appends what makes it tell of clicks, or no more; nothing if it has none. */
void terminfo_mouse(bool on, struct sbuf *out);

/* What the terminal has for showing a picture, in colours of a theme unless
 * they are not wanted.  The caller frees it with its emitter. */
struct emit_terminal terminfo_for_emit(enum theme theme, bool colours);

/* Whether the terminal has colours and speaks xterm's language, so that it can be asked
 * for its background: one that does not know the question leaves it out. */
bool terminfo_tells_background(void);

/* Appends all that gives such a terminal back as it was. */
void terminfo_farewell(struct sbuf *out);

#endif
