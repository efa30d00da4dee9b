#ifndef COSUB_UI_STAGE_DIALOGUE_MENU_H
#define COSUB_UI_STAGE_DIALOGUE_MENU_H

/*
 * The list of lessons without a screen: a numbered line for each, and a choice
 * by number, by name, or by the beginning of a name.
 */

#include "session/user/lessons.h"
#include "session/user/progress.h"

/* Writes the list to standard output. */
void dialogue_menu_list(const struct lesson_list *lessons, const struct progress *progress);

/* Asks until a lesson is chosen; NULL if none is wanted any more.  "list" shows
 * the list again. */
const struct lesson *dialogue_menu_ask(
	const struct lesson_list *lessons, const struct progress *progress);

#endif
