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

spaces() {
	printf "%$1s" ''
}
wide() { # LINE: a file that has it
	printf '/* made */\n%s\n' "$1" | tree tests/unit/wide.c
}
wide "$(spaces 98)ab"
check "a line may have 100 columns" accepts
wide "$(spaces 98)abc"
check "one more is refused" complains 'tests/unit/wide.c:2: 101 columns, where 100 is the most'
wide "	$(spaces 91)a"
check "a tab may take eight of them" accepts
wide "	$(spaces 92)a"
check "a tab takes eight columns" complains 'wide.c:2: 101 columns'
wide "ab	$(spaces 92)a"
check "a tab goes to the next column that eight divides" complains 'wide.c:2: 101 columns'
wide "		$(spaces 85)a"
check "so does one behind it" complains 'wide.c:2: 102 columns'
wide "$(spaces 97)äö…"
check "a character takes a column, not its bytes" accepts
wide "$(spaces 97)äö……"
check "one character more is refused" complains 'wide.c:2: 101 columns'
printf '/* %s */\n' "$(spaces 95)" | tree src/base/a.h
check "a header is held to it too" complains 'src/base/a.h:1: 101 columns'
printf '/* %s */\n' "$(spaces 95)" | tree tools/a.c
check "a tool is held to it too" complains 'tools/a.c:1: 101 columns'

has() { # LINE: a file that has it
	printf '/* made */\n%s\n' "$1" | tree tests/unit/has.c
}
for heading in '/* ---- frames ---- */' '/* ==== frames */' '/*------- */' '/****** frames ******/'; do
	has "$heading"
	check "$heading is refused" complains 'tests/unit/has.c:2: a heading is'
done
has '/* Frames: a - b == c. */'
check "a comment may have lines in it" accepts
has '_Static_assert(1, "one");'
check "_Static_assert is refused" complains 'tests/unit/has.c:2: a static assertion'
has 'static_assert(1, "one");'
check "static_assert is accepted" accepts

check "this tree is right" tools/form.sh .
finish
