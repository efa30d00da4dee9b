#!/bin/sh
# layers.sh [ROOT [OBJECTS]]: checks what keeps the house easy to change, in
# the sources under ROOT/src and in the objects under OBJECTS/src (skipped when
# not given):
#  - a file includes only its own folder or one to its left in the chain;
#  - ui/screen.c, keyboard.c and terminfo.c alone include curses, ui/prompt.c alone
#    includes libedit;
#  - nothing below session prints, exits or jumps;
#  - no file keeps mutable state, but for what tools/state.allow explains.
set -eu
root=${1:-.}
objects=${2:-}
chain="base lang vm trace compare export session ui"
allowed=$(dirname "$0")/state.allow
failures=$(mktemp)
trap 'rm -f "$failures"' EXIT

check_includes() {
	# shellcheck disable=SC2016 # $0 is awk's
	(cd "$root" && find src -name '*.[ch]' | sort | xargs -r awk -v chain="$chain" '
		function wrong(why) { print FILENAME ":" FNR ": " why }
		BEGIN { n = split(chain, names, " "); for (i = 1; i <= n; i++) place[names[i]] = i }
		FNR == 1 { k = split(FILENAME, path, "/"); here = k > 2 ? place[path[2]] : n + 1 }
		FNR == 1 && !here { wrong("a folder that is not in the chain: " path[2]) }
		/^[ \t]*#[ \t]*include[ \t]*"/ {
			split($0, quoted, "\"")
			k = split(quoted[2], parts, "/")
			if (k < 2) { if (here <= n) wrong("includes \"" quoted[2] "\" without its folder") }
			else if (!(parts[1] in place)) wrong("includes " parts[1] ", which is not in the chain")
			else if (place[parts[1]] > here) wrong(path[2] " must not know " quoted[2])
		}
		/^[ \t]*#[ \t]*include.*[<"\/](n?curses(w)?|term|panel)\.h/ && FILENAME !~ /^src\/ui\/(screen|keyboard|terminfo)\.c$/ {
			wrong("only ui/screen.c, keyboard.c and terminfo.c include curses")
		}
		/^[ \t]*#[ \t]*include.*(histedit|readline)/ && FILENAME != "src/ui/prompt.c" {
			wrong("only ui/prompt.c includes libedit")
		}')
}

# An object whose source is gone does not count: make does not remove it.
list_objects() {
	(cd "$objects" && find src -name '*.o' | sort) | while read -r object; do
		[ ! -e "$root/${object%.o}.c" ] || echo "$object"
	done
}

check_calls() {
	list_objects | grep -E '^src/(base|lang|vm|trace|compare|export)/' | while read -r object; do
		[ "$object" != src/base/mem.o ] || continue # it ends the program when memory is exhausted
		nm -u "$objects/$object" | awk -v object="$object" '
			$2 ~ /^(_?_?v?printf(_chk)?|puts|putchar|perror|stdout|stderr|exit|_exit|quick_exit|abort|_?setjmp|_?longjmp)$/ {
				print object ": uses " $2 ", but nothing below session prints, exits or jumps"
			}'
	done
}

check_state() {
	list_objects | while read -r object; do
		nm -f sysv "$objects/$object" | awk -F'|' -v object="${object%.o}.c" -v allowed="$allowed" '
			BEGIN {
				while ((getline line < allowed) > 0)
					if (line !~ /^#/ && split(line, word, " ") > 2) fine[word[1] " " word[2]] = 1
			}
			$4 !~ /OBJECT|TLS/ { next }
			{
				name = $1; gsub(/ /, "", name); sub(/\.[0-9]+$/, "", name); sub(/^.*\./, "", name)
				section = $7; gsub(/ /, "", section)
			}
			section ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && section !~ /^\.data\.rel\.ro/ &&
			!((object " " name) in fine) {
				print object ": " name " is mutable state at file scope"
			}'
	done
}

check_includes >>"$failures"
if [ -n "$objects" ]; then
	check_calls >>"$failures"
	check_state >>"$failures"
fi
cat "$failures" >&2
[ ! -s "$failures" ]
