#ifndef COSUB_STEP_H
#define COSUB_STEP_H

/*
 * The forms of cosub in which a person steps: on the screen, in a dialogue, by a
 * script; one scenario, or lessons chosen from the list.
 */

#include "options.h"
#include "session/user/lessons.h"

/* cosub FILE, cosub --plain, cosub -x SCRIPT; gives the exit status. */
int step_through(const struct options *o);

/* Lessons chosen on the screen, with the exit status; false if there is no
 * screen. */
bool step_choose(const struct options *o, const struct lesson_list *lessons, int *status);

#endif
