#include "ui/term/background.h"

#include "base/now.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	PATIENCE_MS = 1000, /* between two pieces of an answer */
	SETTLE_MS = 1000,   /* how long who leaves waits for one */
	EXPECTED_MS = 5000, /* what is not answered by then never is */
};

void background_ask(struct background *b, struct keyboard *k, struct sbuf *out)
{
	if (b->was_asked)
		return;
	b->was_asked = b->asked = true;
	b->until = now_ms() + EXPECTED_MS;
	keyboard_await(k, PATIENCE_MS);
	sbuf_str(out, "\033]11;?\033\\\033[c");
}

static void stop_waiting(struct background *b, struct keyboard *k)
{
	b->asked = false;
	keyboard_await(k, 0);
}

void background_take(struct background *b, struct keyboard *k, const struct input *in)
{
	if (in->kind == INPUT_ANSWERED) {
		stop_waiting(b, k);
		return;
	}
	b->known = true;
	b->colour = in->code;
}

void background_expire(struct background *b, struct keyboard *k)
{
	if (b->asked && now_ms() >= b->until)
		stop_waiting(b, k);
}

void background_settle(struct background *b, struct keyboard *k)
{
	long end = now_ms() + SETTLE_MS;
	background_expire(b, k);
	while (b->asked) {
		struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
		struct input in;
		long left = end - now_ms();
		int code = keyboard_code(k);
		if (code != CODE_NONE && keyboard_take(k, code, &in) && in.kind == INPUT_ANSWERED)
			stop_waiting(b, k);
		if (code != CODE_NONE)
			continue;
		if (left <= 0 || poll(&p, 1, (int)left) <= 0 || (p.revents & POLLIN) == 0)
			return;
		keyboard_announce(k, true);
	}
}

/* "15;0" or "0;default;15": the last is the background.  Of the first 16 colours 7 and
 * those from 9 on are light. */
static enum theme told_by_environment(void)
{
	const char *told = getenv("COLORFGBG");
	const char *last = told != NULL ? strrchr(told, ';') : NULL;
	if (last == NULL || last[1] < '0' || last[1] > '9' || strlen(last) > 3)
		return THEME_DARK;
	int n = atoi(last + 1);
	return n == 7 || (n > 8 && n < 16) ? THEME_LIGHT : THEME_DARK;
}

enum theme background_theme(const struct background *b)
{
	return b->known ? look_theme_on(b->colour) : told_by_environment();
}
