#ifndef COSUB_BASE_NOW_H
#define COSUB_BASE_NOW_H

#include <time.h>

/* Milliseconds on a clock that nobody sets: for measuring how long something
 * takes. */
static inline long now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

#endif
