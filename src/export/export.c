#include "export/export.h"

#include <assert.h>
#include <string.h>

#define X(name) &format_##name,
const struct export_format *const export_formats[] = { EXPORT_FORMATS(X) };
#undef X
const size_t export_format_count = sizeof export_formats / sizeof *export_formats;

const struct export_format *export_find(const char *name)
{
	assert(name && "a format has a name");
	for (size_t i = 0; i < export_format_count; i++) {
		if (strcmp(export_formats[i]->name, name) == 0)
			return export_formats[i];
	}
	return NULL;
}
