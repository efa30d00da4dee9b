#ifndef COSUB_TESTS_LESSON_PICTURES_H
#define COSUB_TESTS_LESSON_PICTURES_H

#include <check.h>

/* The pictures of all lessons that are kept, for the suite that all pictures
 * are kept with: one command writes them anew. */
TCase *lesson_pictures(void);

#endif
