#include "session/words/printed.h"

size_t printed_before(const struct trace *t, uint64_t step)
{
	size_t n, low = 0;
	const struct output_line *lines = trace_output_lines(t, &n);
	for (size_t high = n; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (lines[middle].step < step)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *printed_line(const struct trace *t, size_t i, size_t *len)
{
	size_t n, total;
	const struct output_line *line = &trace_output_lines(t, &n)[i];
	*len = line->len;
	return trace_output(t, &total) + line->at;
}

bool printed_at(const struct trace *t, size_t i, uint64_t step)
{
	size_t n;
	const struct output_line *lines = trace_output_lines(t, &n);
	return i < n && lines[i].step == step;
}
