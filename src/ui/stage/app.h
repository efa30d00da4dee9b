#ifndef COSUB_UI_STAGE_APP_H
#define COSUB_UI_STAGE_APP_H

/*
 * The interactive stepper: brings a stage to a terminal until the person
 * quits.
 */

#include "session/core/session.h"
#include "session/user/lessons.h"
#include "session/user/progress.h"
#include "session/user/user.h"
#include "ui/term/screen.h"

enum app_result {
	APP_QUIT,     /* the person left */
	APP_CUT_OFF,  /* asked to end by a signal, or the terminal is gone */
	APP_NO_SCREEN /* there is no terminal that could show it: *status and why say why */
};

/* Steps a session on the terminal, as the user has it; what they type and set
 * is put to what they have, and the caller keeps it.  A sentence is appended to why when there
 * is no screen. */
enum app_result app_run(
	struct session *s, struct user *user, enum screen_status *status, struct sbuf *why);

/* Shows the list of lessons and steps those that the person opens; leaving one
 * leads back to the list.  A lesson that was stepped to its end is added to the
 * progress. */
enum app_result app_choose(const struct lesson_list *lessons, struct progress *progress,
	struct user *user, enum screen_status *status, struct sbuf *why);

#endif
