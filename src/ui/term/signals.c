#include "ui/term/signals.h"

#include "base/mem.h"
#include "ui/term/rescue.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { FAULT_STACK = 64 * 1024 };

/* All that a handler may touch. */
static volatile sig_atomic_t wake_fd = -1;
static volatile sig_atomic_t seen[NSIG]; /* [0]: any of them */

struct signal_row {
	int number;
	unsigned caught; /* 0: a fault */
};

static const struct signal_row rows[] = {
	{ SIGWINCH, CAUGHT_RESIZE },
	{ SIGTSTP, CAUGHT_STOP },
	{ SIGCONT, CAUGHT_CONTINUE },
	{ SIGINT, CAUGHT_INTERRUPT },
	{ SIGTERM, CAUGHT_END },
	{ SIGHUP, CAUGHT_END },
	{ SIGQUIT, 0 },
	{ SIGABRT, 0 },
	{ SIGSEGV, 0 },
	{ SIGBUS, 0 },
	{ SIGFPE, 0 },
	{ SIGILL, 0 },
};
enum { ROWS = sizeof rows / sizeof *rows };
static_assert(sizeof rows / sizeof *rows <= SIGNALS_MAX, "a place for each signal's old action");

static void note(int number)
{
	int saved = errno;
	seen[number] = 1;
	seen[0] = 1;
	ssize_t n = write(wake_fd, "", 1);
	(void)n; /* a full pipe wakes as well */
	errno = saved;
}

/* SA_RESETHAND has put the default action back: the signal kills when this
 * returns. */
static void die(int number)
{
	rescue_now();
	raise(number);
}

static void install(const struct signal_row *row, struct sigaction *old)
{
	struct sigaction new = { .sa_flags = SA_RESTART };
	sigemptyset(&new.sa_mask);
	new.sa_handler = note;
	if (row->caught == 0) {
		new.sa_flags = SA_ONSTACK | (int)SA_RESETHAND;
		new.sa_handler = die;
	}
	sigaction(row->number, NULL, old);
	if (old->sa_handler != SIG_IGN)
		sigaction(row->number, &new, NULL);
}

bool signals_open(struct signals *s)
{
	assert(wake_fd == -1);
	if (pipe2(s->wake, O_CLOEXEC | O_NONBLOCK) != 0)
		return false;
	s->stack = mem_alloc(FAULT_STACK);
	stack_t stack = { .ss_sp = s->stack, .ss_size = FAULT_STACK };
	sigaltstack(&stack, &s->old_stack);
	wake_fd = s->wake[1];
	for (int i = 0; i < ROWS; i++) {
		seen[rows[i].number] = 0;
		install(&rows[i], &s->old[i]);
	}
	return true;
}

void signals_close(struct signals *s)
{
	for (int i = 0; i < ROWS; i++)
		sigaction(rows[i].number, &s->old[i], NULL);
	wake_fd = -1;
	sigaltstack(&s->old_stack, NULL);
	mem_free(s->stack);
	close(s->wake[0]);
	close(s->wake[1]);
}

/* The pipe is emptied first: what comes afterwards writes to it again. */
unsigned signals_take(struct signals *s)
{
	char bytes[256];
	unsigned set = 0;
	if (!seen[0])
		return 0;
	seen[0] = 0;
	while (read(s->wake[0], bytes, sizeof bytes) > 0)
		;
	for (int i = 0; i < ROWS; i++) {
		if (seen[rows[i].number]) {
			seen[rows[i].number] = 0;
			set |= rows[i].caught;
		}
	}
	return set;
}

static int row_of(int number)
{
	int i = 0;
	while (rows[i].number != number)
		i++;
	return i;
}

void signals_lend(struct signals *s)
{
	struct sigaction stop = { .sa_handler = SIG_DFL };
	sigemptyset(&stop.sa_mask);
	if (s->old[row_of(SIGTSTP)].sa_handler != SIG_IGN)
		sigaction(SIGTSTP, &stop, NULL);
}

void signals_return(struct signals *s)
{
	struct sigaction old;
	if (s->old[row_of(SIGTSTP)].sa_handler != SIG_IGN)
		install(&rows[row_of(SIGTSTP)], &old);
	seen[SIGTSTP] = seen[SIGCONT] = seen[SIGINT] = 0;
}

void signals_stop(void)
{
	kill(0, SIGTSTP);
}
