#include "session/view/check.h"

#include "base/utf8.h"
#include "session/core/cancellation.h"

#include <string.h>

static bool goes_on(const void *self)
{
	return cancellation_allows(self, CANCELLATION_PROVE);
}

struct claims *check_claims(const struct session *s)
{
	const struct claims_leave leave = { goes_on, s };
	const struct trace *const trace[SIDE_COUNT] = { s->side[SIDE_COROUTINE].trace,
		s->side[SIDE_SUBROUTINE].trace };
	return claims_of_traces(trace, s->pairing, s->scenario.compare, &leave);
}

void check_tell(const struct session *s, const struct claims *c, bool brief, struct sbuf *out)
{
	const char *path = s->scenario.source.path;
	utf8_printable(out, path, strlen(path));
	sbuf_str(out, ": ");
	claims_say_summary(c, out);
	sbuf_char(out, '\n');
	claims_tell(c, brief, out, NULL);
}

int check_exit_status(const struct claims *c)
{
	if (claims_count(c, VERDICT_FAILS) > 0)
		return 1;
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (c->side[side].there && c->side[side].end == TRACE_REFUSED)
			return 2;
		if (c->side[side].there && c->side[side].end == TRACE_LIMIT)
			return 3;
	}
	return 0;
}
