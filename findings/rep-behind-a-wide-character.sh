#!/bin/sh
# REP (ECMA-48, CSI Ps b: the preceding graphic character again) behind a character
# two columns wide, in libvterm 0.1.4 (the installed one) and in xterm.js
# (@xterm/headless 5.5.0).
#
# Guess: both write the character three times more, into six columns.
# Seen: xterm.js does; libvterm takes the number for columns and writes it twice, into
# four.  So a program that draws with REP has to leave wide characters out of it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . @xterm/headless@5.5.0 >&2
cat >rep.js <<'JS'
const { Terminal } = require('@xterm/headless');
const terminal = new Terminal({ rows: 2, cols: 20, allowProposedApi: true });
terminal.write('\u4e2d\x1b[3b', () => console.log('xterm.js: cursor in column', terminal.buffer.active.cursorX));
JS
cat >rep.c <<'C'
#include <stdio.h>
#include <string.h>
#include <vterm.h>

int main(void)
{
	VTerm *terminal = vterm_new(2, 20);
	VTermPos cursor;
	vterm_set_utf8(terminal, 1);
	vterm_screen_reset(vterm_obtain_screen(terminal), 1);
	vterm_input_write(terminal, "\344\270\255\033[3b", 7);
	vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor);
	printf("libvterm: cursor in column %d\n", cursor.col);
	vterm_free(terminal);
	return 0;
}
C
[ "$(pkg-config --modversion vterm)" = 0.1.4 ] || { echo "this is about libvterm 0.1.4" >&2; exit 1; }
# shellcheck disable=SC2046 # flags are words
cc rep.c -o rep $(pkg-config --cflags --libs vterm)
{ node rep.js; ./rep; } | tee seen
diff - seen <<'SEEN'
xterm.js: cursor in column 8
libvterm: cursor in column 6
SEEN
