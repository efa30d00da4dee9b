#ifndef COSUB_UI_PANE_CHOOSER_H
#define COSUB_UI_PANE_CHOOSER_H

/*
 * The list of lessons, to choose one from: the parts of the course with their headings, the
 * number and the title of each lesson, what it teaches, and whether it was stepped to its
 * end; of the chosen one the first sentence.  Digits choose by number; what is typed behind
 * "/" leaves only those lessons that have it somewhere.
 */

#include "base/sbuf.h"
#include "session/user/lessons.h"
#include "session/user/progress.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/input.h"
#include "ui/canvas/scroll.h"
#include "ui/pane/page.h"

struct chooser {
	const struct lesson_list *lessons;
	const struct progress *progress;
	size_t at; /* the chosen one */
	struct scroll scroll;
	struct rect list;   /* where it was drawn last */
	struct page page;   /* why a lesson cannot be opened; the help */
	bool searches;      /* a text is being typed */
	struct sbuf sought; /* "": all lessons are shown */
	char typed[8];      /* the digits of a number under way */
};

enum chooser_wish { CHOOSER_NOTHING, CHOOSER_OPEN, CHOOSER_REDRAW, CHOOSER_SUSPEND, CHOOSER_QUIT };

/* Chooses the first lesson that is not done, if there is one. */
void chooser_begin(struct chooser *k);

/* Draws the list over the whole canvas, the chosen lesson in sight. */
void chooser_draw(struct chooser *k, struct canvas *c);

/* Takes a key or a click; what the user wishes then: of CHOOSER_OPEN, the lesson is
 * k->at. */
enum chooser_wish chooser_input(struct chooser *k, const struct input *in);

/* Frees what the chooser made; lessons and progress are borrowed and stay. */
void chooser_fini(struct chooser *k);

#endif
