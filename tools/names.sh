#!/bin/sh
# names.sh [ROOT]: checks that a name tells where one is, in the sources under
# ROOT/src:
#  - no static function's name stands in three files or more: what "take" does
#    in ten of them, nobody can tell;
#  - no two .c files have one stem, in whatever folders they are.
set -eu
cd "${1:-.}"
failures=$(mktemp)
trap 'rm -f "$failures"' EXIT

# The last name before the first bracket of a definition that begins a line; a
# table of functions has its bracket before its name.
# shellcheck disable=SC2016 # $0 is awk's
check_functions='
	!/^static / { next }
	{
		line = $0
		gsub(/__attribute__\(\([^)]*\)\) */, "", line)
		if (!match(line, /[(=;]/) || substr(line, RSTART, 1) != "(") next
		line = substr(line, 1, RSTART - 1)
		if (!match(line, /[A-Za-z_][A-Za-z_0-9]*$/)) next
		name = substr(line, RSTART)
		if ((FILENAME, name) in seen) next
		seen[FILENAME, name] = 1
		where[name] = where[name] " " FILENAME
		files[name]++
	}
	END {
		for (name in files) if (files[name] > 2) print "the static function " name " stands in" where[name]
	}'

# shellcheck disable=SC2016
check_stems='
	{
		stem = $0
		sub(/^.*\//, "", stem)
		if (stem in first) print "one stem, two rooms: " first[stem] " " $0
		else first[stem] = $0
	}'

find src -name '*.[ch]' | sort | xargs -r awk "$check_functions" | sort >>"$failures"
find src -name '*.c' | sort | awk "$check_stems" >>"$failures"
cat "$failures" >&2
[ ! -s "$failures" ]
