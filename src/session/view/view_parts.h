#ifndef COSUB_SESSION_VIEW_VIEW_PARTS_H
#define COSUB_SESSION_VIEW_VIEW_PARTS_H

/* What the files behind view.h share. */

#include "session/view/view.h"

/* The text of b, in the arena; b is freed. */
char *view_keep(struct arena *a, struct sbuf *b);

/* The frame that waits for the running one, or for the event loop; NULL if
 * there is none. */
const struct mframe *view_caller(const struct moment *m);

#endif
