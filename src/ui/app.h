#ifndef COSUB_UI_APP_H
#define COSUB_UI_APP_H

/*
 * The interactive stepper: brings a stage to a terminal until the person
 * quits.
 */

#include "session/lessons.h"
#include "session/progress.h"
#include "session/recall.h"
#include "session/session.h"
#include "ui/screen.h"

enum app_result {
	APP_QUIT,               /* the person left */
	APP_CUT_OFF,            /* asked to end by a signal, or the terminal is gone */
	APP_NO_SCREEN           /* there is no terminal that could show it: *status and why say why */
};

/* Steps a session on the terminal; the command lines of before are in recall,
 * and new ones are added (the caller saves them).  A sentence is appended to why when there
 * is no screen. */
enum app_result app_run(struct session *s, struct recall *recall, const struct screen_options *options, enum screen_status *status, struct sbuf *why);

/* Shows the list of lessons and steps those that the person opens; leaving one
 * leads back to the list.  A lesson that was stepped to its end is added to the
 * progress. */
enum app_result app_choose(const struct lesson_list *lessons, struct progress *progress, struct recall *recall, const struct limits *limits,
	const struct screen_options *options, enum screen_status *status, struct sbuf *why);

#endif
