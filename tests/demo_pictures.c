/* A program for tests/terminals: tells for random pictures, one over the other,
 * what a terminal is sent and what it shows then.
 *
 *   demo_pictures SEED COUNT COLUMNS ROWS
 *
 * For each picture a line with the bytes in hex digits, then ROWS lines of
 * COLUMNS cells (pictures.h), a tab between two. */

#include "pictures.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void tell(const struct pictures *p)
{
	const struct canvas *c = &p->canvas;
	for (size_t i = 0; i < p->emitter.out.len; i++)
		printf("%02x", (unsigned char)p->emitter.out.text[i]);
	putchar('\n');
	for (int row = 0; row < c->rows; row++) {
		struct sbuf text = { 0 };
		for (int col = 0; col < c->cols; col++) {
			sbuf_str(&text, col > 0 ? "\t" : "");
			pictures_cell(c, row, col, &text);
		}
		puts(sbuf_cstr(&text));
		sbuf_fini(&text);
	}
}

int main(int argc, char **argv)
{
	if (argc != 5 || setlocale(LC_ALL, "C.UTF-8") == NULL)
		return 2;
	struct pictures p;
	pictures_init(&p, (uint32_t)atoi(argv[1]), atoi(argv[4]), atoi(argv[3]));
	for (int n = atoi(argv[2]); n > 0; n--) {
		pictures_next(&p);
		tell(&p);
	}
	pictures_fini(&p);
	return 0;
}
