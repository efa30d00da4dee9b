#ifndef COSUB_UI_STAGE_STAGE_PARTS_H
#define COSUB_UI_STAGE_STAGE_PARTS_H

/*
 * The inside of a stage, for its own files: the parts of its picture.  Each
 * brings what it shows into sight, asks the session for it and draws it where
 * the layout says, mostly by what stands in ui/pane.
 */

#include "session/commands/command.h"
#include "ui/stage/stage.h"

#include "base/arena.h"

/* Lists the lines of the file that each side shows now, if it is another one. */
void stage_follow_files(struct stage *t);

/* Forgets the colours of all files. */
void stage_forget_colours(struct stage *t);

/* Rows of frames that a side has over its whole run. */
int stage_slots(const struct stage *t, enum side side);

/* The tasks of a side that have lanes, over its whole run. */
int stage_tasks(const struct stage *t, enum side side);

/* Whether nothing has run yet. */
bool stage_is_at_begin(const struct stage *t);

/* Takes the lesson's text from the session. */
void stage_opening_read(struct stage *t);

/* Where the lesson stands before the first step, when no pane below the sources
 * has anything to show; empty later. */
struct rect stage_opening_place(const struct stage *t);

/* Draws it there, with what to press. */
void stage_opening_draw(struct stage *t, struct canvas *c);

/* Whether the scenario has two programs. */
bool stage_has_both(const struct stage *t);

/* What is known of a side's whole run; made when it is first asked for. */
const struct overview *stage_overview(struct stage *t, enum side side);

/* Keeps the running slot in sight of a pane, and above it the one that waits for it. */
void stage_follow_slots(struct stage *t, enum side side, enum pane p, struct scroll *scroll);

/* Appends " 2-5 of 9": the part of a whole that is in sight, if it is not all. */
void stage_say_part(int top, int room, int total, struct sbuf *out);

/* Appends the command that goes to a step of the side, if there is such a step. */
void stage_say_goto(const struct stage *t, enum side side, uint64_t step, struct sbuf *line);

/* Notes whose the page is that was just opened: the command's key closes it. */
void stage_note_page(struct stage *t, const char *command);

/* The command that opens a page with the legend of the screen. */
enum session_status stage_legend_command(
	struct session *s, const struct command *c, const struct arguments *a);

/* Draws the legend of the picture at its place, where the layout has one. */
void stage_legend_draw(const struct stage *t, struct canvas *c);

/* Finds the commands that the last row recalls; once the stage's own are known. */
void stage_status_find(struct stage *t);
void stage_status_story(const struct stage *t, struct canvas *c);
void stage_status_draw(struct stage *t, struct canvas *c, struct arena *a);

/* Marks what the last command found by a search, on the panes that show source,
 * values, output or sentences, of both sides while they are linked; nothing after
 * another command. */
void stage_found_mark(const struct stage *t, struct canvas *c);

#endif
