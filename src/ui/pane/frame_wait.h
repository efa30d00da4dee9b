#ifndef COSUB_UI_PANE_FRAME_WAIT_H
#define COSUB_UI_PANE_FRAME_WAIT_H

/* What a frame waits for, in as many columns as there are. */

#include "session/view/view.h"
#include "ui/canvas/canvas.h"

struct sbuf;

/* Appends the fullest form that takes at most so many columns: "Task-1 → fetch#1
 * → sleep until 3.0", then without the task, then with the middle of the chain
 * counted, then only the end.  Nothing if none has room or there is nothing to
 * say. */
void frame_wait_text(struct canvas *c, const struct view_frame *f, int columns, struct sbuf *out);

#endif
