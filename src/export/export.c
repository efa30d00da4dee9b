#include "export/export.h"

#include "export/jsonl.h"

#include <string.h>

const struct export_format export_formats[] = {
	{ "jsonl", "one JSON object a line for each step", jsonl_write },
};
const size_t export_format_count = sizeof export_formats / sizeof *export_formats;

const struct export_format *export_find(const char *name)
{
	for (size_t i = 0; i < export_format_count; i++) {
		if (strcmp(export_formats[i].name, name) == 0)
			return &export_formats[i];
	}
	return NULL;
}
