#!/bin/sh
# tools/form.sh over small made trees: it accepts what is right and names the
# place of what is wrong.
set -u
. tests/support/check.sh

# Writes standard input to the file PATH of a fresh tree.
tree() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree/src" "$work/tree/tests" "$work/tree/tools" "$work/tree/$(dirname "$1")"
	cat >"$work/tree/$1"
}

accepts() {
	tools/form.sh "$work/tree"
}

# complains TEXT: fails, and the complaint has the text in it.
complains() {
	if tools/form.sh "$work/tree" >"$work/out" 2>&1; then
		echo "accepted"
		return 1
	fi
	cat "$work/out"
	grep -F -q -- "$1" "$work/out"
}

begins() { # PATH LINE: a file whose first line is this
	printf '%s\n\nint f(void);\n' "$2" | tree "$1"
}

begins src/vm/coro/coro_end.c '/* How a frame ends. */'
check "a file may begin with what it is" accepts
begins src/vm/coro/coro_end.c '/*'
check "it may take more than a line to say it" accepts
begins src/vm/coro/coro.c '#include "vm/coro/coro.h"'
check "a file may begin with its header" accepts
begins src/vm/ops/type.c '#include "vm/value/type.h"'
check "its header may stand lower" accepts
begins src/options.c '#include "options.h"'
check "its header may stand beside it at the top" accepts
begins src/vm/coro/coro_end.c '#include "vm/coro/coro.h"'
check "the header of another is refused" complains 'src/vm/coro/coro_end.c:1: begins neither'
begins src/vm/coro/end.c '#include "vm/coro/weekend.h"'
check "a name that ends in the same way is another's" complains 'src/vm/coro/end.c:1: begins neither'
begins src/vm/coro/coro_end.c '#include <string.h>'
check "the C library is refused" complains 'src/vm/coro/coro_end.c:1: begins neither'
begins src/vm/coro/coro_end.c ''
check "an empty line is refused" complains 'src/vm/coro/coro_end.c:1: begins neither'

check "this tree is right" tools/form.sh .
finish
