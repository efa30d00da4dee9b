/* Random pictures on libvterm: what it shows is what the canvas has. */

#include "pictures.h"

#include <check.h>
#include <vterm.h>

#include <locale.h>
#include <string.h>

enum { ROWS = 6, PICTURES = 1000 };

static void cell_text(VTermScreen *screen, int row, int col, struct sbuf *out)
{
	VTermScreenCell cell = { 0 };
	vterm_screen_get_cell(screen, (VTermPos){ .row = row, .col = col }, &cell);
	bool blank = cell.chars[0] == 0 || cell.chars[0] == ' ';
	if (cell.chars[0] == (uint32_t)-1) /* the right half of a wide one */
		return;
	if (blank)
		sbuf_char(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0 && !blank; i++)
		sbuf_utf8(out, cell.chars[i]);
	sbuf_char(out, '/');
	sbuf_str(out, cell.attrs.bold && !blank ? "b" : "");
	sbuf_str(out, cell.attrs.underline ? "u" : "");
	sbuf_str(out, cell.attrs.reverse ? "r" : "");
}

/* The cells of a row, of the terminal (NULL: of the canvas). */
static void row_text(const struct canvas *c, VTermScreen *screen, int row, struct sbuf *out)
{
	sbuf_truncate(out, 0);
	for (int col = 0; col < c->cols; col++) {
		if (screen != NULL)
			cell_text(screen, row, col, out);
		else
			pictures_cell(c, row, col, out);
		sbuf_char(out, '|');
	}
}

START_TEST(a_terminal_shows_every_cell_of_every_picture)
{
	int cols = 7 + _i;
	struct pictures p;
	struct sbuf is = { 0 }, wanted = { 0 };
	pictures_init(&p, (uint32_t)_i + 1, ROWS, cols);
	VTerm *vt = vterm_new(ROWS, cols);
	vterm_set_utf8(vt, 1);
	VTermScreen *screen = vterm_obtain_screen(vt);
	vterm_screen_reset(screen, 1);
	for (int n = 0; n < PICTURES; n++) {
		pictures_next(&p);
		for (size_t i = 0; i < p.emitter.out.len; i++)
			vterm_input_write(vt, p.emitter.out.text + i, 1);
		for (int row = 0; row < ROWS; row++) {
			row_text(&p.canvas, screen, row, &is);
			row_text(&p.canvas, NULL, row, &wanted);
			if (strcmp(sbuf_cstr(&is), sbuf_cstr(&wanted)) != 0)
				ck_abort_msg("%d columns, picture %d, row %d:\n%s, not\n%s", cols,
					n, row, is.text, wanted.text);
		}
	}
	sbuf_fini(&is);
	sbuf_fini(&wanted);
	vterm_free(vt);
	pictures_fini(&p);
}
END_TEST

static void utf8(void)
{
	setlocale(LC_ALL, "C.UTF-8");
}

Suite *terminals_suite(void)
{
	Suite *s = suite_create("terminals");
	TCase *t = tcase_create("terminals");
	tcase_add_checked_fixture(t, utf8, NULL);
	tcase_add_loop_test(t, a_terminal_shows_every_cell_of_every_picture, 0, 8);
	suite_add_tcase(s, t);
	return s;
}
