#include "lang/text/lesson.h"

#include "base/sbuf.h"

#include <string.h>

static const char *const names[] = {
	/* statements */
	"subroutine",
	"function",
	"entry",
	"re-entry",
	"give-way",
	"preserved-locals",
	"single-thread",
	"performance",
	"master-slave",
	"peers",
	"multiple-re-entry",
	"caller-suspended",
	"quasi-concurrent",
	"both-return",
	"not-overlapped",
	"assembly",
	/* concepts, from the bottom up */
	"iterator-protocol",
	"generator",
	"generator-expression",
	"send",
	"throw",
	"close",
	"finally",
	"return-value",
	"yield-from",
	"coroutine-object",
	"await",
	"awaitable",
	"event-loop",
	"task",
	"future",
	"callback",
	"gather",
	"wait",
	"as-completed",
	"sleep-zero",
	"virtual-time",
	"timeout",
	"cancellation",
	"shield",
	"queue",
	"lock",
	"event",
	"semaphore",
	"condition",
	"barrier",
	"task-group",
	"async-iterator",
	"async-generator",
	"async-comprehension",
	"context-manager",
	"async-context-manager",
	"blocking-the-loop",
	"forgotten-await",
	"deadlock",
};

enum { NAME_COUNT = sizeof names / sizeof *names };

bool lesson_known(const char *name, size_t n)
{
	for (size_t i = 0; i < NAME_COUNT; i++)
		if (strlen(names[i]) == n && memcmp(names[i], name, n) == 0)
			return true;
	return false;
}

void lesson_names(struct sbuf *out)
{
	for (size_t i = 0; i < NAME_COUNT; i++)
		sbuf_printf(out, "%s%s", i ? ", " : "", names[i]);
}
