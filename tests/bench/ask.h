#ifndef COSUB_BENCH_ASK_H
#define COSUB_BENCH_ASK_H

#include <stdbool.h>

/* Prints what an expression costs where a breakpoint's condition is looked at:
 * on numbers, on an object with the program's own code, and as a watch.  False
 * if it cannot be measured. */
bool ask_measure(void);

#endif
