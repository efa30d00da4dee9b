#ifndef COSUB_SESSION_WORDS_SENTENCE_TASK_H
#define COSUB_SESSION_WORDS_SENTENCE_TASK_H

/* What a step means for the tasks of asyncio. */

#include "session/words/sentence_builder.h"

/* Says a step that begins or ends the turn of a task, or that leaves a frame of
 * one that awaits; false, and nothing said, if it is another step. */
bool sentence_task_turn(struct sentence_builder *y);

/* Appends what a step did to tasks beside the one that runs: "; Task-2 is made
 * and ready".  As much as has room. */
void sentence_task_news(struct sentence_builder *y);

/* Says that nobody can go on, and, as far as there is room, who waits for what. */
void sentence_task_deadlock(struct sentence_builder *y);

#endif
