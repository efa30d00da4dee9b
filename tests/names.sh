#!/bin/sh
# tools/names.sh over small made trees: it accepts what is right and names what
# is wrong.
set -u
. tests/support/check.sh

# A fresh tree in which each of the files has the line.
tree() { # LINE FILE ...
	rm -rf "$work/tree"
	line=$1
	shift
	for file in "$@"; do
		mkdir -p "$work/tree/$(dirname "$file")"
		printf '%s\n{\n}\n' "$line" >"$work/tree/$file"
	done
}

accepts() {
	tools/names.sh "$work/tree"
}

# complains TEXT: fails, and the complaint has the text in it.
complains() {
	if tools/names.sh "$work/tree" >"$work/out" 2>&1; then
		echo "accepted"
		return 1
	fi
	cat "$work/out"
	grep -F -q -- "$1" "$work/out"
}

three='src/base/a.c src/vm/coro/b.c src/ui/pane/c.h'
# shellcheck disable=SC2086 # they are three
for definition in 'static int take(int n)' 'static const char *take(void)' 'static inline void take(' \
	'static __attribute__((noinline)) struct a take(int n)' \
	'static enum b take( /* a comment */'; do
	tree "$definition" $three
	check "$definition: three files are refused" complains 'the static function take stands in src/base/a.c src/ui/pane/c.h src/vm/coro/b.c'
	tree "$definition" src/base/a.c src/vm/coro/b.c
	check "$definition: two are not" accepts
done
# shellcheck disable=SC2086
for line in 'int take(int n)' 'static int (*const take[])(int) = {' 'static const int take = f(1);' \
	'static struct a take[] = { b(1) };' '	static int take(int n)'; do
	tree "$line" $three
	check "$line: is no static function's definition" accepts
done
tree 'static int take(int n);' src/base/a.c
cat "$work/tree/src/base/a.c" >>"$work/tree/src/base/a.c.more"
cat "$work/tree/src/base/a.c.more" >>"$work/tree/src/base/a.c"
cat "$work/tree/src/base/a.c.more" >>"$work/tree/src/base/a.c"
check "a name counts once in a file" accepts
tree 'static int take(int n)' src/base/a.c src/ui/pane/a.c
check "one stem in two folders is refused" complains 'one stem, two rooms: src/base/a.c src/ui/pane/a.c'
tree 'static int take(int n)' src/base/a.c src/base/a.h
check "a header may have the stem of its file" accepts

check "this tree is right" tools/names.sh .
finish
