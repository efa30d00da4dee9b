#include "ui/term/rescue.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

enum { TEXT_MAX = 500 };

static struct {
	volatile sig_atomic_t armed;
	int fd;
	struct termios modes;
	size_t len;
	char text[TEXT_MAX];
	int held;  /* a file in memory that stands in for standard error */
	int error; /* the true standard error meanwhile, or -1 */
} rescue = { .error = -1 };

/* The sanitizers end the program in a way of their own, and what they say
 * would be lost. */
#if defined __SANITIZE_ADDRESS__
enum { CAN_HOLD = 0 };
#else
enum { CAN_HOLD = 1 };
#endif

static void hold_errors(void)
{
	if (!CAN_HOLD || !isatty(STDERR_FILENO))
		return;
	rescue.held = memfd_create("standard error", MFD_CLOEXEC);
	if (rescue.held < 0)
		return;
	rescue.error = dup(STDERR_FILENO);
	dup2(rescue.held, STDERR_FILENO);
}

/* Only calls that a signal handler may make. */
static void release_errors(void)
{
	char bytes[512];
	ssize_t n;
	if (rescue.error < 0)
		return;
	dup2(rescue.error, STDERR_FILENO);
	close(rescue.error);
	rescue.error = -1;
	lseek(rescue.held, 0, SEEK_SET);
	while ((n = read(rescue.held, bytes, sizeof bytes)) > 0 &&
		write(STDERR_FILENO, bytes, (size_t)n) == n)
		;
	close(rescue.held);
}

void rescue_arm(int fd, const struct termios *modes, const char *text, size_t n)
{
	rescue.armed = 0;
	rescue.fd = fd;
	rescue.modes = *modes;
	rescue.len = n < sizeof rescue.text ? n : sizeof rescue.text;
	memcpy(rescue.text, text, rescue.len);
	hold_errors();
	rescue.armed = 1;
}

void rescue_disarm(void)
{
	rescue.armed = 0;
	release_errors();
}

void rescue_now(void)
{
	if (!rescue.armed)
		return;
	rescue.armed = 0;
	ssize_t n = write(rescue.fd, rescue.text, rescue.len);
	(void)n; /* nobody is left to tell */
	tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
	release_errors();
}
