/* How long expressions over the past take. */

#include "ask.h"
#include "moves.h"

#include "base/sbuf.h"
#include "session/core/session.h"

#include <stdio.h>
#include <string.h>

static const char program[] =
	"class Counter:\n"
	"    def __init__(self):\n"
	"        self.n = 0\n"
	"    def far(self):\n"
	"        return self.n > 1000000\n"
	"counter = Counter()\n"
	"while counter.n < 3000:\n"
	"    k = counter.n\n"
	"    counter.n = k + 1\n";

/* Each goes through the whole run and stops nowhere; so often it is evaluated. */
static const struct {
	const char *what, *line;
	int evaluations;
} cases[] = {
	{ "a condition on numbers", "break 9 if k > 1000000", 3000 },
	{ "one that calls a method", "break 9 if counter.far()", 3000 },
	{ "a watch, where something changed", "watch counter.n * 0", 3000 },
};

bool ask_measure(void)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("ask.py", program, sizeof program - 1, NULL, &d);
	if (s == NULL)
		return false;
	bool fine = true;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		session_do(s, "first");
		fine &= session_do(s, cases[i].line) == SESSION_SAID;
		/* The watch has its first value there. */
		session_do(s, "next 16");
		double begin = bench_now();
		fine &= session_do(s, "continue") == SESSION_MOVED && session_is_at_end(s);
		printf("ask: %s: %.1f us\n", cases[i].what,
			(bench_now() - begin) / cases[i].evaluations / 1000);
		session_do(s, "delete");
	}
	session_free(s);
	return fine;
}
