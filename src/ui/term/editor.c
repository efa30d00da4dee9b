#include "ui/term/editor.h"

#include "base/sbuf.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is tried where nobody has chosen an editor, the easier ones first. */
static const char *const usual[] = { "nano", "micro", "vim", "vi", "emacs", "mg", "editor" };
enum { USUAL = sizeof usual / sizeof *usual };

/* Debian's own choice: it only calls one of the others, so it is none by itself. */
static const char chooser[] = "sensible-editor";

/* Whether a folder of $PATH has a program of that name. */
static bool is_program(const char *name)
{
	const char *folder = getenv("PATH");
	bool found = false;
	for (size_t n; folder != NULL && !found; folder += n + 1) {
		struct sbuf path = { 0 };
		n = strcspn(folder, ":");
		sbuf_bytes(&path, folder, n);
		sbuf_printf(&path, "%s%s", n > 0 ? "/" : "", name);
		found = access(path.text, X_OK) == 0;
		sbuf_fini(&path);
		if (folder[n] == '\0')
			break;
	}
	return found;
}

/* The editor that the person has chosen, or one that is there; NULL if there is none. */
static const char *editor_command(void)
{
	const char *chosen[] = { getenv("VISUAL"), getenv("EDITOR") };
	for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
		if (chosen[i] != NULL && *chosen[i] != '\0')
			return chosen[i];
	}
	for (size_t i = 0; i < USUAL; i++) {
		if (is_program(usual[i]))
			return is_program(chooser) ? chooser : usual[i];
	}
	return NULL;
}

static void say_no_editor(struct sbuf *why)
{
	sbuf_str(why, "there is no editor: VISUAL and EDITOR are not set, and there is no ");
	for (size_t i = 0; i < USUAL; i++)
		sbuf_printf(why, "%s%s", i == 0 ? "" : i + 1 < USUAL ? ", " : " or ", usual[i]);
}

/* The signals that curses and we handle are the editor's own affair again. */
static void restore_signals(posix_spawnattr_t *attributes)
{
	sigset_t all;
	sigfillset(&all);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

/* The editor's command may have arguments: the shell cuts it into words, and
 * the path reaches it as one, and never as an option. */
static int spawn(const char *command, const char *path, pid_t *pid)
{
	struct sbuf line = { 0 };
	posix_spawnattr_t attributes;
	sbuf_printf(&line, "%s \"%s$1\"", command, *path == '-' ? "./" : "");
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, line.text, (char[]){ "sh" },
		(char *)path, NULL };
	posix_spawnattr_init(&attributes);
	restore_signals(&attributes);
	int error = posix_spawn(pid, "/bin/sh", NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	sbuf_fini(&line);
	return error;
}

/* Waits until the editor ends or the terminal goes away.  Then only the leader of the
 * session hears of it, which may be we: so the editor is told. */
static void wait_with_terminal(pid_t pid)
{
	int fd = (int)syscall(SYS_pidfd_open, pid, 0);
	struct pollfd fds[] = { { .fd = fd, .events = POLLIN }, { .fd = STDIN_FILENO } };
	if (fd < 0)
		return;
	while (poll(fds, 2, -1) < 0 && errno == EINTR)
		;
	if ((fds[1].revents & POLLHUP) != 0)
		kill(0, SIGHUP);
	close(fd);
}

bool editor_run(const char *path, struct sbuf *why)
{
	const char *command = editor_command();
	pid_t pid;
	if (command == NULL) {
		say_no_editor(why);
		return false;
	}
	bool on_terminal = isatty(STDIN_FILENO) != 0;
	int status = 0, error = spawn(command, path, &pid);
	if (error != 0) {
		sbuf_printf(why, "no shell to run the editor: %s", strerror(error));
		return false;
	}
	if (on_terminal)
		wait_with_terminal(pid);
	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return true;
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		sbuf_printf(why, "there is no editor \"%s\": set VISUAL or EDITOR", command);
	else
		sbuf_printf(why, "the editor \"%s\" failed", command);
	return false;
}
