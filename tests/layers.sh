#!/bin/sh
# tools/layers.sh over small made trees: it accepts what is right and names the
# place of what is wrong.
set -u
. tests/support/check.sh

# Writes standard input to the file PATH of a fresh tree.
tree() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree/$(dirname "$1")"
	cat >"$work/tree/$1"
}

compile() { # PATH without .c
	mkdir -p "$work/tree/obj/$(dirname "$1")"
	"${CC:-cc}" -O0 -fPIE -c "$work/tree/$1.c" -o "$work/tree/obj/$1.o"
}

accepts() {
	tools/layers.sh "$work/tree"
}

# complains TEXT: fails, and the complaint has the text in it.
complains() {
	if tools/layers.sh "$work/tree" "$work/tree/obj" >"$work/out" 2>&1; then
		echo "accepted"
		return 1
	fi
	cat "$work/out"
	grep -F -q -- "$1" "$work/out"
}

accepts_objects() {
	tools/layers.sh "$work/tree" "$work/tree/obj"
}

mkdir -p "$work/tree/obj/src"
includes() { # PATH INCLUDE: a file with the include on its second line
	printf '/* made */\n#include %s\n' "$2" | tree "$1"
	mkdir -p "$work/tree/obj/src"
}

includes src/vm/coro/coro.c '"base/map.h"'
check "a folder to the left may be included" accepts
includes src/vm/coro/coro.c '"vm/value/frame.h"'
check "a lower storey of the own folder may be included" accepts
includes src/vm/coro/coro.c '"vm/coro/chain.h"'
check "the own storey may be included" accepts
includes src/vm/coro/coro.c '"vm/eval/call.h"'
check "a higher storey is refused" complains 'src/vm/coro/coro.c:2: vm/coro must not know vm/eval/call.h'
includes src/ui/pane/pane_time.c '"ui/term/emit.h"'
check "a storey beside is refused" complains 'src/ui/pane/pane_time.c:2: ui/pane must not know ui/term/emit.h'
includes src/trace/log.c '"vm/library/lib.h"'
check "any storey of a folder to the left may be included" accepts
includes src/vm/attic/old.c '<string.h>'
check "a storey outside its folder's is refused" complains 'src/vm/attic/old.c:1: a storey that is not in its folder: vm/attic'
includes src/vm/old.c '<string.h>'
check "a file outside the storeys is refused" complains 'src/vm/old.c:1: a storey that is not in its folder'
includes src/vm/kind/file-01.c '<string.h>'
for number in $(seq 2 45); do
	echo >"$work/tree/src/vm/kind/file-$number.c"
done
check "45 files make a storey" accepts
echo >"$work/tree/src/vm/kind/file-46.c"
check "one more is refused" complains 'the storey vm/kind has more than 45 files'
includes src/main.c '"ui/loop.h"'
check "main may include everything" accepts
includes src/vm/coro/coro.c '<string.h>'
check "the C library may be included" accepts
includes src/vm/coro/coro.c '"trace/log.h"'
check "a folder to the right is refused" complains 'src/vm/coro/coro.c:2: vm must not know trace/log.h'
includes src/base/map.h '"lang/token.h"'
check "a header is held to it too" complains 'src/base/map.h:2: base must not know lang/token.h'
includes src/vm/library/lib/deep.c '"ui/pane.h"'
check "a file deeper down is held to it too" complains 'src/vm/library/lib/deep.c:2: vm must not know'
printf '  #  include   "ui/pane.h"\n' | tree src/session/commands/command.c
mkdir -p "$work/tree/obj/src"
check "spaces do not hide an include" complains 'src/session/commands/command.c:1: session must not know'
includes src/vm/coro/coro.c '"frame.h"'
check "an include without its folder is refused" complains 'src/vm/coro/coro.c:2: includes "frame.h" without'
includes src/vm/coro/coro.c '"other/thing.h"'
check "an include of an unknown folder is refused" complains 'src/vm/coro/coro.c:2: includes other'
includes src/other/thing.c '<string.h>'
check "a folder outside the chain is refused" complains 'src/other/thing.c:1: a folder that is not in the chain'

for header in curses.h ncurses.h ncursesw/curses.h term.h; do
	includes src/ui/pane/pane.c "<$header>"
	check "<$header> is refused elsewhere" complains 'src/ui/pane/pane.c:2: only ui/term/screen.c'
	includes src/ui/term/screen.c "<$header>"
	check "screen.c may include <$header>" accepts
	includes src/ui/term/keyboard.c "<$header>"
	check "keyboard.c may include <$header>" accepts
done
includes src/ui/term/screen.c '<histedit.h>'
check "histedit.h is refused outside prompt.c" complains 'src/ui/term/screen.c:2: only ui/term/prompt.c'
includes src/ui/term/prompt.c '<histedit.h>'
check "prompt.c may include histedit.h" accepts

# source PATH TEXT: a tree with this one file, compiled
source_file() {
	printf '%s\n' "$2" | tree "$1.c"
	compile "$1"
}

source_file src/base/a 'int counter = 1;'
check "an initialised variable is refused" complains 'src/base/a.c: counter is mutable state'
source_file src/base/a 'int counter;'
check "a zeroed variable is refused" complains 'src/base/a.c: counter is mutable state'
source_file src/base/a 'static int counter; int next(void); int next(void) { return ++counter; }'
check "a static variable is refused" complains 'src/base/a.c: counter is mutable state'
source_file src/base/a 'int next(void); int next(void) { static int counter; return ++counter; }'
check "a static variable in a function is refused" complains 'src/base/a.c: counter is mutable state'
source_file src/base/a '_Thread_local int counter;'
check "a variable per thread is refused" complains 'src/base/a.c: counter is mutable state'
source_file src/base/a 'const int limit = 3; const char *const names[] = { "a", "b" };'
check "constants and tables of addresses are accepted" accepts_objects

for call in 'puts("x")' 'printf("%d", 1)' 'fputs("x", stderr)' 'exit(1)' 'abort()'; do
	text="#include <stdio.h>
#include <stdlib.h>
void f(void); void f(void) { $call; }"
	source_file src/trace/a "$text"
	check "$call is refused below session" complains 'src/trace/a.o: uses'
	source_file src/session/core/a "$text"
	check "$call is accepted in session" accepts_objects
done
source_file src/trace/a '#include <stdio.h>
void f(FILE *to); void f(FILE *to) { fputs("x", to); }'
check "writing to a given file is accepted" accepts_objects

source_file src/trace/a 'int counter;'
rm "$work/tree/src/trace/a.c"
check "an object without a source does not count" accepts_objects

check "this tree is right" tools/layers.sh .
# lump FILES: so many files of vm, each of which calls the next and the last the first.
lump() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree/src/vm/kind" "$work/tree/obj/src"
	for number in $(seq 1 "$1"); do
		echo "void f$((number % $1 + 1))(void); void f$number(void) { f$((number % $1 + 1))(); }" \
			>"$work/tree/src/vm/kind/file$number.c"
		compile "src/vm/kind/file$number"
	done
}

lump 30
check "30 files of vm may reach each other" accepts_objects
lump 31
check "one more is refused" complains 'vm: 31 of 31 files reach each other, at most 30 may'
check "a lump is told by its files" complains 'src/vm/kind/file31.c'

finish
