#ifndef COSUB_UI_STAGE_STAGE_PARTS_H
#define COSUB_UI_STAGE_STAGE_PARTS_H

/*
 * The inside of a stage, for its own files: the parts of its picture.  Each
 * brings what it shows into sight, asks the session for it and has a pane draw
 * it where the layout says.
 */

#include "ui/stage/stage.h"

#include "base/arena.h"

/* Lists the lines of the file that each side shows now, if it is another one. */
void stage_follow_files(struct stage *t);

/* Rows of frames that a side has over its whole run, and the rows of the
 * screen that each gets in the frames pane. */
int stage_slots(const struct stage *t, enum side side);
int stage_rows_each(const struct stage *t, enum side side);

/* The tasks of a side that have lanes, over its whole run. */
int stage_tasks(const struct stage *t, enum side side);

/* Whether the scenario has two programs. */
bool stage_has_both(const struct stage *t);

void stage_source_draw(struct stage *t, struct canvas *c, enum side side, struct arena *a);
/* The line of the source on a row of the whole screen; 0 if none. */
uint32_t stage_source_line_at(const struct stage *t, enum side side, int row);

void stage_time_frames(struct stage *t, struct canvas *c, enum side side, struct arena *a);
/* The lanes with what was printed, or the messages between frames. */
void stage_time_draw(struct stage *t, struct canvas *c, enum side side, struct arena *a);
/* The step that a cell of the lanes, of the messages or of the whole run shows,
 * which is a place of the whole screen; 0 if none. */
uint64_t stage_time_step_at(struct stage *t, enum side side, int row, int col);

/* Finds the commands that the last row recalls; once the stage's own are known. */
void stage_status_find(struct stage *t);
void stage_status_story(const struct stage *t, struct canvas *c);
void stage_status_draw(struct stage *t, struct canvas *c, struct arena *a);

#endif
