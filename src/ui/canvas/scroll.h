#ifndef COSUB_UI_CANVAS_SCROLL_H
#define COSUB_UI_CANVAS_SCROLL_H

/*
 * Which part of a long pane is in sight.  It follows a place (the current
 * line, the running frame) as little as possible and only when the place
 * changes, so that a person can look elsewhere meanwhile.
 */

#include <stdbool.h>

/* Zeroed memory shows the beginning and follows nothing yet. */
struct scroll {
	int top;         /* the first row in sight */
	int place, room; /* what it followed last */
	bool followed;
};

/* Moves by n rows of `total`, `room` of which are in sight. */
void scroll_by(struct scroll *s, int n, int total, int room);

/* Brings row `place` of `total` into a room of so many rows with `margin` rows
 * around it, if it is not there and was not followed already.  `home` is the
 * row that comes to the top when it has to jump; negative: as is fit. */
void scroll_follow(struct scroll *s, int place, int home, int total, int room, int margin);

/* Whether scroll_follow would have to jump. */
bool scroll_must_jump(const struct scroll *s, int place, int total, int room, int margin);

#endif
