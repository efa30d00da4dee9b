#include "ui/dump.h"

#include "ui/keys.h"
#include "ui/stage.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What a key does may depend on what was in sight, so each is drawn. */
static void press(struct stage *t, struct canvas *c, const char *keys)
{
	struct input in;
	for (size_t n; (n = keys_read(keys, &in)) > 0; keys += n) {
		stage_draw(t, c);
		if (stage_input(t, &in) == STAGE_QUIT)
			return;
	}
}

void dump_screen(struct session *s, const struct dump_options *options, struct sbuf *out)
{
	struct stage *t = stage_new(s);
	struct canvas c = { .charset = options->charset };
	canvas_size(&c, options->rows, options->cols);
	press(t, &c, options->keys != NULL ? options->keys : "");
	stage_draw(t, &c);
	canvas_dump(&c, out);
	if (options->roles)
		canvas_roles(&c, out);
	canvas_fini(&c);
	stage_free(t);
}

/* A number from 1 to CANVAS_MAX; 0 if there is none. */
static int read_length(const char **text)
{
	char *end;
	long n = isdigit((unsigned char)**text) ? strtol(*text, &end, 10) : 0;
	if (n < 1 || n > CANVAS_MAX)
		return 0;
	*text = end;
	return (int)n;
}

bool dump_read_size(const char *text, int *cols, int *rows)
{
	*cols = read_length(&text);
	if (*cols == 0 || (*text != 'x' && *text != 'X'))
		return false;
	text++;
	*rows = read_length(&text);
	return *rows != 0 && *text == '\0';
}
