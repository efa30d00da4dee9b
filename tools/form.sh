#!/bin/sh
# form.sh [ROOT]: checks of the C code under ROOT/src, ROOT/tests and ROOT/tools
# what clang-format does not:
#  - a .c in src begins with what it is, on its first line, unless its header
#    says it: then it begins with the include of that header.
set -eu
cd "${1:-.}"
failures=$(mktemp)
trap 'rm -f "$failures"' EXIT

# shellcheck disable=SC2016 # $0 is awk's
check_beginnings='
	FNR == 1 {
		stem = FILENAME
		sub(/^.*\//, "", stem)
		sub(/\.c$/, "", stem)
	}
	FNR == 1 && $0 !~ /^\/\*($| [^ ])/ && $0 !~ ("^#include \"([a-z0-9_]+/)*" stem "\\.h\"$") {
		print FILENAME ":1: begins neither with what it is nor with its header"
	}'

find src -name '*.c' | sort | xargs -r awk "$check_beginnings" >>"$failures"
cat "$failures" >&2
[ ! -s "$failures" ]
