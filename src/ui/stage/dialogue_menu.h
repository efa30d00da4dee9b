#ifndef COSUB_UI_STAGE_DIALOGUE_MENU_H
#define COSUB_UI_STAGE_DIALOGUE_MENU_H

/*
 * The list of lessons without a screen: a choice by number, by name, or by the
 * beginning of a name.  It begins with the question; the list comes when it is asked for.
 */

#include "session/user/lessons.h"
#include "session/user/progress.h"

/* Asks until a lesson is chosen; NULL if none is wanted any more.  "list" tells the
 * lessons, a line each, and "parts" the parts of the course. */
const struct lesson *dialogue_menu_ask(
	const struct lesson_list *lessons, const struct progress *progress);

#endif
