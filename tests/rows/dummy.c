/* A format that writes how many claims were checked, and no steps. */

#include "base/sbuf.h"
#include "export/export.h"

static bool dummy_write(const struct export_claims *c, const struct export_sink *sink)
{
	struct sbuf text = { 0 };
	sbuf_printf(&text, "%s: %zu findings\n", c->file, c->claims->findings.len);
	bool written = sink->write(sink->self, text.text, text.len);
	sbuf_fini(&text);
	return written;
}

const struct export_format format_dummy = {
	.name = "dummy",
	.doc = "a number",
	.write_claims = dummy_write,
};
