#!/bin/sh
# README says where a pane, a claim, a format and a kind of object are added. Here one of each is,
# in a copy of the tree, in the files that README names and in no other.
set -u
. tests/support/check.sh
tree=$work/tree

dummy=$tree/build/cosub
mkdir "$tree"
cp -Rp Makefile tools src man scenarios "$tree"

# add WHAT FILE [LIST SCRIPT]...: puts tests/rows/FILE's base into the tree, and
# with each SCRIPT of sed its lines into LIST.
add() {
	what=$1
	cp "tests/rows/$(basename "$2")" "$tree/$2"
	printf '%s\n' "$2" >"$work/touched"
	shift 2
	while [ $# -gt 0 ]; do
		sed "$2" "$1" >"$tree/$1"
		echo "$1" >>"$work/touched"
		check "$what has its lines in $1" differs "$1"
		shift 2
	done
	check "README names where $what is added" is_named "$what"
}

differs() {
	! cmp -s "$1" "$tree/$1"
}

# Each file that was touched is meant by a name in README's row, and each name
# there means one of them.
is_named() {
	# shellcheck disable=SC2016 # what is between backticks is meant
	grep "^| $1 |" README.md | sed 's/^|[^|]*|//' | grep -o '`[^`]*`' | tr -d '`' >"$work/names"
	[ -s "$work/names" ] || { echo "README has no row for $1"; return 1; }
	while read -r file; do
		any_means "$file" || { echo "README does not name $file"; return 1; }
	done <"$work/touched"
	while read -r name; do
		is_meant "$name" || { echo "$name was not needed"; return 1; }
	done <"$work/names"
}

any_means() {
	while read -r candidate; do
		! means "$candidate" "$1" || return 0
	done <"$work/names"
	return 1
}

is_meant() {
	while read -r touched; do
		! means "$1" "$touched" || return 0
	done <"$work/touched"
	return 1
}

# means NAME FILE: NAME is the file, its folder, its base or a pattern of it.
means() {
	# shellcheck disable=SC2254 # a pattern is meant
	case $2 in
	$1 | $1/* | */$1) return 0 ;;
	esac
	return 1
}

says() { # TEXT COMMAND ...
	text=$1
	shift
	"$@" >"$work/out" 2>&1
	grep -qF -- "$text" "$work/out" || { cat "$work/out"; return 1; }
}

add "a pane" src/ui/stage/stage_dummy.c src/ui/stage/panes.h 's/X(SOURCE, source)/& X(DUMMY, dummy)/'
add "a claim" src/compare/claim_dummy.c src/compare/claims.h 's/X(SINGLE_ENTRY, single_entry)/& X(DUMMY, dummy)/'
add "a format of the record" src/export/dummy.c src/export/export.h 's/^#define EXPORT_FORMATS(X).*/& X(dummy)/'
add "a kind of object" src/vm/kind/dummy_kind.c \
	src/vm/value/object.h 's/X(DEQUE, deque)/& X(DUMMY, dummy)/
		s/^struct range {/struct dummy { struct obj obj; value held; }; &/' \
	src/trace/object_kind.c 's/^static int64_t bound_of(.*/\
static void read_dummy(struct reading *r, const struct obj *o)\
{\
	reading_put(r, ((const struct dummy *)o)->held);\
}\
static const struct object_brackets dummy_brackets = { "dummy(", ")", .deep = "dummy(…)" };\
&/
		s/\[OBJ_CELL\] = /[OBJ_DUMMY] = { .read = read_dummy, .shape = SHAPE_ITEMS,\
			.brackets = \&dummy_brackets, .making = MAKE_BY_CALL }, &/'

# Nearly all of it knows what kinds of objects there are: it is quicker from the start
# and hardly optimized.
check "the tree builds with them" make -C "$tree" -s BUILD=build CC="${CC:-cc}" CFLAGS=-O1 STRICT= build/cosub
lesson=scenarios/01-locals-that-stay.py
check "the pane has a title" says '─ dummy ─' "$dummy" dump --size 80x40 --step 1 "$lesson"
check "the pane is drawn" says 'I am drawn' "$dummy" dump --size 80x40 --step 1 "$lesson"
check "the others are as they were" says '─ frames ─' "$dummy" dump --size 80x40 --step 1 "$lesson"
check "the claim is checked" says 'steps were seen' "$dummy" check "$lesson"
check "the claim is told" says 'For each dummy: it sees all steps.' "$dummy" check "$lesson"
check "the claim is written" says '"claim":"dummy"' "$dummy" check --format=jsonl "$lesson"
check "the format is listed" says 'text (sentences), jsonl (one JSON object a line) or dummy (a number)' "$dummy" --help
check "the format is written" says "$lesson: 19 findings" "$dummy" check --format=dummy "$lesson"
check "what a format cannot write is refused" says 'trace cannot write --format=dummy' "$dummy" trace --format=dummy "$lesson"
check "... with the status of bad usage" sh -c "'$dummy' trace --format=dummy '$lesson' 2>/dev/null; [ \$? -eq 2 ]"

program=tests/rows/kind.py
check "a program makes and uses an object of the kind" \
	says 'dummy([1, 2]) 1 True [1, 2, 1, 2] <class '"'dummy'"'> True' "$dummy" run "$program"
check "... and gets its errors" says 'dummy expected 1 argument, got 0' "$dummy" run "$program"
check "the record shows what it holds" says 'd=dummy([1, 2])' "$dummy" trace "$program"
check "... inside itself too" says 'd is now dummy([dummy([...])])' "$dummy" trace "$program"
check "an expression can use it" says '[1, 2, 1, 2]' "$dummy" -x tests/rows/kind.commands "$program"
finish
