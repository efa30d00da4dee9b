#ifndef COSUB_UI_STAGE_STAGE_H
#define COSUB_UI_STAGE_STAGE_H

/*
 * The stage: what a person sees of a session and what their keys do, without a
 * terminal.  It draws onto a canvas and takes inputs; app.h brings it to a
 * terminal, dump.h prints it as text.
 */

#include "base/array.h"
#include "base/arena.h"
#include "session/core/session.h"
#include "session/view/overview.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/excerpt.h"
#include "ui/canvas/input.h"
#include "ui/canvas/scroll.h"
#include "ui/stage/layout.h"
#include "ui/pane/page.h"

/* What an input asks of whoever owns the terminal. */
enum stage_wish {
	STAGE_NOTHING,
	STAGE_REDRAW,  /* everything, from scratch */
	STAGE_SUSPEND, /* stop the job */
	STAGE_EDIT,    /* open the file in an editor, then call stage_edited */
	STAGE_ASK,     /* read a command line that begins with ask.text, then call stage_asked */
	STAGE_QUIT
};

/* The cells of some lanes over a window of steps: what a step did stays so, and
 * each is looked at once. */
struct stage_lanes {
	uint64_t from;
	uint32_t first, n; /* slots */
	/* steps that there is room for, and the first so many of them that are known */
	uint32_t room, known;
	struct view_lane_cell *cells; /* of slot first + i at step from + j: [i * room + j] */
};

/* What one side shows. */
struct stage_side {
	const struct source *source_file; /* whose lines are listed in rows */
	uint32_t *rows;                   /* the line on each row of the whole source; 0: a gap */
	int nrows;
	struct scroll source, frames, lanes, tasks, poles;
	int *sight, nsight;            /* the rows of the source that are shown, in order */
	struct excerpt_place sight_at; /* for which they were chosen, */
	int sight_room, sight_top;     /* in a pane with so many rows; source.top then */
	uint64_t sight_step;
	struct overview *overview; /* NULL: not asked for yet */
	struct stage_lanes known_lanes;
	bool *inner; /* of the columns of the whole run, of which there are */
	uint32_t ninner;
};

/* The command line that is being typed on the last row. */
struct stage_ask {
	bool open;
	struct sbuf text;
	size_t cursor;       /* in bytes */
	struct sbuf choices; /* what the next word could be, or a complaint */
};

enum { STAGE_HINTS = 17 };

/* The colours of a file. */
struct stage_colours {
	const struct source *file;
	uint8_t *roles; /* of each byte */
};

struct stage {
	struct session *session;
	struct stage_side side[SIDE_COUNT];
	bool ladder;          /* messages between frames instead of lanes */
	enum pane zoom;       /* PANE_COUNT: none */
	struct layout layout; /* as drawn last */
	struct stage_ask ask;
	struct page page;
	char page_of[20]; /* the command that opened the page */
	size_t claims_at; /* the link of the claims that was followed last */
	uint32_t loads;   /* the session's when the rows were listed */
	const struct command *hints[STAGE_HINTS]; /* whose keys the last row recalls */
	enum session_status status;               /* of the last command */
	enum stage_wish wish;
	bool running;        /* steps by itself */
	uint64_t count;      /* typed in front of a key; 0: none */
	bool greets;         /* the first moves come with a hint each; set by who owns the stage */
	uint32_t moves;      /* commands that moved */
	struct page opening; /* the lesson, on the screen before the first step */
	struct {
		ARRAY(struct stage_colours);
	} colours;      /* of the files that were shown */
	int rows, cols; /* of the canvas that was drawn last */
	enum charset charset;
	struct arena drawing;       /* what the picture is made of */
	int cursor_row, cursor_col; /* negative: none */
};

/* A stage for a session, which must outlive it; it adds its own commands to
 * the session's.  The caller frees it with stage_free. */
struct stage *stage_new(struct session *s);
void stage_free(struct stage *t);

/* Draws everything on a canvas that has its size. */
void stage_draw(struct stage *t, struct canvas *c);

/* Says on the last row of c, which shows the stage, how many steps the command
 * under way has looked at so far. */
void stage_wait(struct stage *t, struct canvas *c, uint64_t looked);

/* Does what an input means. */
enum stage_wish stage_input(struct stage *t, const struct input *in);

/* After STAGE_EDIT: reads the file anew, or says why it was not edited. */
void stage_edited(struct stage *t, const char *failure);

/* While a command line is typed: how it looks now, and what is told about it. */
void stage_typed(struct stage *t, const char *text, size_t cursor);
void stage_told(struct stage *t, const char *text);

/* After STAGE_ASK: does the line; NULL if it was cancelled. */
enum stage_wish stage_asked(struct stage *t, const char *line);

/* Does a script to begin with; only what is wrong with it is told. */
void stage_start(struct stage *t, const char *path);

/* Says what cannot be done, on the last row. */
void stage_refuse(struct stage *t, const char *sentence);

/* Asks for a command line that begins with a text. */
void stage_begin_ask(struct stage *t, const char *text);

/* While running: does the next step, or stops running at the end. */
void stage_tick(struct stage *t);

/* How many of what a pane scrolls over are in sight. */
int stage_room(const struct stage *t, enum side side, enum pane p);

extern const struct command_table stage_commands;

#endif
