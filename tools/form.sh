#!/bin/sh
# form.sh [ROOT]: checks of the C code under ROOT/src, ROOT/tests and ROOT/tools
# what clang-format does not:
#  - no line has more than 100 columns, whatever it holds: clang-format leaves
#    long literals, comments, and what is laid out by hand as they are;
#  - one form of what has two: a heading is a comment of its own, "/* Frames. */",
#    not one that is drawn with lines; a static assertion is static_assert;
#  - a .c in src begins with what it is, on its first line, unless its header
#    says it: then it begins with the include of that header.
set -eu
cd "${1:-.}"
failures=$(mktemp)
files=$failures.files
trap 'rm -f "$failures" "$files"' EXIT

# Runs in the C locale, where a character is its first byte: the others, from 0x80
# to 0xbf, take no column.
# shellcheck disable=SC2016 # $0 is awk's
check_columns='
	length($0) > 100 || /\t/ {
		line = $0
		gsub(/[\200-\277]/, "", line)
		n = split(line, part, "\t")
		columns = 0
		for (i = 1; i <= n; i++) columns += length(part[i]) + (i < n ? 8 - (columns + length(part[i])) % 8 : 0)
		if (columns > 100) print FILENAME ":" FNR ": " columns " columns, where 100 is the most"
	}'

# shellcheck disable=SC2016
check_forms='
	/\/\*[ \t]*(--|==|##|~~|\*\*\*)/ { print FILENAME ":" FNR ": a heading is a comment like others, without lines" }
	/_Static_assert/ { print FILENAME ":" FNR ": a static assertion is static_assert" }'

# shellcheck disable=SC2016
check_beginnings='
	FNR == 1 {
		stem = FILENAME
		sub(/^.*\//, "", stem)
		sub(/\.c$/, "", stem)
	}
	FNR == 1 && $0 !~ /^\/\*($| [^ ])/ && $0 !~ ("^#include \"([a-z0-9_]+/)*" stem "\\.h\"$") {
		print FILENAME ":1: begins neither with what it is nor with its header"
	}'

find src tests tools -name '*.[ch]' | sort >"$files"
{
	LC_ALL=C xargs -r awk "$check_columns" <"$files"
	xargs -r awk "$check_forms" <"$files"
	find src -name '*.c' | sort | xargs -r awk "$check_beginnings"
} >"$failures"
cat "$failures" >&2
[ ! -s "$failures" ]
