/* How much memory a record takes for each step. */

#include "footprint.h"

#include "base/mem.h"
#include "trace/trace.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static char *number_line(void *self, size_t *len)
{
	char *s = mem_strdup(self);
	*len = strlen(s);
	return s;
}

static void write_nothing(void *self, int stream, const char *text, size_t n)
{
	(void)self, (void)stream, (void)text, (void)n;
}

/* What a child took: KiB at most, CPU ns; both 0 if it failed. */
struct taken {
	double kib, ns;
};

static struct taken wait_for(pid_t child)
{
	struct rusage u;
	int status;
	if (child < 0 || wait4(child, &status, 0, &u) != child || status != 0)
		return (struct taken){ 0 };
	return (struct taken){
		(double)u.ru_maxrss,
		(double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e9 +
			(double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e3,
	};
}

static int run(struct program *p, char *number, bool recorded)
{
	struct host host = { number, write_nothing, number_line };
	struct limits limits = { .steps = INT64_MAX / 2, .memory = (size_t)4 << 30 };
	struct vm_options o = { .host = host, .limits = limits };
	if (recorded)
		return trace_exit_status(trace_record(p, &limits, &host, NULL, false));
	struct vm *vm = vm_new(&o);
	vm_run(vm, p);
	return vm_exit_status(vm);
}

static struct taken machine(struct program *p, int n, bool recorded)
{
	char number[16];
	snprintf(number, sizeof number, "%d", n);
	pid_t child = fork();
	if (child == 0)
		_exit(run(p, number, recorded));
	return wait_for(child);
}

static struct taken python_alone(const char *python, const char *path, int n)
{
	char number[16];
	int fd[2];
	snprintf(number, sizeof number, "%d", n);
	if (pipe(fd) != 0)
		return (struct taken){ 0 };
	pid_t child = fork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);
		dup2(fd[0], 0);
		dup2(null, 1);
		dup2(null, 2);
		close(fd[0]);
		close(fd[1]);
		execl(python, python, path, (char *)NULL);
		_exit(127);
	}
	close(fd[0]);
	bool given = write(fd[1], number, strlen(number)) == (ssize_t)strlen(number);
	close(fd[1]);
	struct taken t = wait_for(child);
	return given ? t : (struct taken){ 0 };
}

static struct footprint difference(struct taken few, struct taken many, int n)
{
	if (few.kib == 0 || many.kib == 0)
		return (struct footprint){ 0 };
	return (struct footprint){ (many.kib - few.kib) * 1024 / n, (many.ns - few.ns) / n };
}

struct footprint footprint_of_machine(struct program *p, int few, int many, bool recorded)
{
	return difference(machine(p, few, recorded), machine(p, many, recorded), many - few);
}

struct footprint footprint_of_python(const char *python, const char *path, int few, int many)
{
	if (!*python)
		return (struct footprint){ 0 };
	return difference(
		python_alone(python, path, few), python_alone(python, path, many), many - few);
}
