/* What one more waiting task takes of memory: the difference between many and
 * few of them, in the largest size of a process. */

#ifndef COSUB_TESTS_FOOTPRINT_H
#define COSUB_TESTS_FOOTPRINT_H

#include "vm/value/vm.h"

/* Bytes and CPU ns per task; 0 if not measured. */
struct footprint {
	double bytes, ns;
};

/* Of a program that reads how many it shall have from its input: in the
 * machine, recorded or not, and under python. */
struct footprint footprint_of_machine(struct program *p, int few, int many, bool recorded);
struct footprint footprint_of_python(const char *python, const char *path, int few, int many);

#endif
