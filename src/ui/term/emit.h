#ifndef COSUB_UI_TERM_EMIT_H
#define COSUB_UI_TERM_EMIT_H

/*
 * What a terminal has to be sent so that it shows a canvas: it is known what
 * it shows already, and only the difference goes out, as few bytes as that
 * takes.  It knows the terminal by its capabilities alone and writes nothing
 * itself.
 *
 * A blank looks the same in every role that neither reverses nor underlines,
 * so there such roles count as equal.
 *
 * ECMA-48's REP would spare the blanks of a reversed row, and terminfo tells of
 * it, but too many terminals that call themselves xterm do not have it.
 */

#include "base/sbuf.h"
#include "ui/canvas/canvas.h"

/* The capabilities: strings to be sent, without padding, and NULL where the
 * terminal has none. */
struct emit_terminal {
	void (*go)(struct sbuf *out, int row,
		int col);       /* appends what moves the cursor there; not asked if it is ecma */
	bool ecma;              /* places the cursor as ECMA-48 has it (CUP), and */
	bool in_row, in_column; /* has CHA, VPA, */
	bool forward, back;     /* CUF, a backspace that moves by one, */
	bool feeds;             /* carriage return and line feed that move and do nothing else, */
	bool erases;            /* and ECH */
	char *clear, *erase_to_end;
	char *reset, *bold, *underline, *reverse;
	char *colour[ROLE_COUNT]; /* NULL: the terminal's own */
	bool spares_corner;       /* writing the last cell of the screen would scroll it */
};

struct emitter {
	struct emit_terminal t;
	int rows, cols;      /* of the terminal */
	struct canvas shown; /* what it shows; of another size: nobody knows */
	int row, col;        /* of the cursor; row -1: nobody knows */
	int role;            /* that it draws in; -1: nobody knows */
	uint32_t seen_blank; /* a bit for each role in which a blank is seen */
	/* what leads from a role (last: an unknown one) to another; NULL: not asked for yet */
	char *change[ROLE_COUNT + 1][ROLE_COUNT];
	struct sbuf out;
};

/* Frees what the emitter holds, the strings of the terminal too. */
void emit_fini(struct emitter *e);

/* From now on nobody knows what the terminal shows.  Called once before the
 * first picture, too. */
void emit_forget(struct emitter *e);

/* The bytes that make the terminal show c, from the top left corner, in
 * e->out, which is emptied before. */
void emit_picture(struct emitter *e, const struct canvas *c);

/* Appends to e->out what moves the cursor. */
void emit_cursor(struct emitter *e, int row, int col);

/* Appends to e->out what makes the terminal draw plainly again. */
void emit_plain(struct emitter *e);

#endif
