#include "base/array.h"

#include <assert.h>
#include <stdint.h>

enum { FIRST_CAP = 8 };

void *array_grow_(void *at, size_t len, size_t *cap, size_t n, size_t size)
{
	assert(size > 0 && "an element takes room");
	assert(len <= *cap && "an array's elements have room");
	if (at && n <= *cap - len)
		return at;
	size_t need = n <= SIZE_MAX - len ? len + n : SIZE_MAX;
	size_t next = *cap <= SIZE_MAX / 3 * 2 ? *cap + *cap / 2 : SIZE_MAX;
	if (next < FIRST_CAP)
		next = FIRST_CAP;
	if (next < need)
		next = need;
	at = mem_reallocarray(at, next, size);
	*cap = next;
	return at;
}
