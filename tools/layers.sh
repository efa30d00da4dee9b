#!/bin/sh
# layers.sh [ROOT [OBJECTS]]: checks what keeps the house easy to change, in
# the sources under ROOT/src and in the objects under OBJECTS/src (skipped when
# not given):
#  - a file includes only its own folder or one to its left in the chain, and
#    within a folder of storeys only its own storey or one below; no storey has
#    more than 45 files;
#  - of the .c files of vm at most lump_max reach each other, by the symbols that
#    their objects ask for and offer (printed);
#  - ui/term/screen.c, keyboard.c and terminfo.c alone include curses, ui/term/prompt.c alone
#    includes libedit;
#  - nothing below session prints, exits or jumps;
#  - no file keeps mutable state, but for what tools/state.allow explains.
set -eu
root=${1:-.}
objects=${2:-}
chain="base lang vm trace compare export session ui"
# The storeys of a folder from the lowest to the highest; a comma stands between
# those side by side.
storeys="lang:text lang:tree lang:scope lang:code lang:compile \
vm:value vm:kind vm:text vm:ops vm:coro vm:eval vm:library \
session:user session:words session:inspect session:core session:view session:commands \
ui:canvas ui:term,ui:pane ui:stage"
lump_max=30
allowed=$(dirname "$0")/state.allow
failures=$(mktemp)
symbols=$failures.symbols
trap 'rm -f "$failures" "$symbols"' EXIT

check_includes() {
	# shellcheck disable=SC2016 # $0 is awk's
	(cd "$root" && find src -name '*.[ch]' | sort | xargs -r awk -v chain="$chain" -v storeys="$storeys" '
		function wrong(why) { print FILENAME ":" FNR ": " why }
		# A name that includes know: FOLDER/STOREY, or FOLDER where it has no storeys.
		function room(folder, storey) { return folder in tall ? folder "/" storey : folder }
		BEGIN {
			n = split(chain, names, " "); for (i = 1; i <= n; i++) place[names[i]] = i
			k = split(storeys, floors, " ")
			for (i = 1; i <= k; i++) {
				m = split(floors[i], beside, ",")
				for (j = 1; j <= m; j++) { sub(":", "/", beside[j]); height[beside[j]] = i; tall[substr(beside[j], 1, index(beside[j], "/") - 1)] }
			}
		}
		FNR == 1 {
			k = split(FILENAME, path, "/"); here = k > 2 ? place[path[2]] : n + 1
			mine = k > 2 ? room(path[2], path[3]) : ""
			if (path[2] in tall && !(mine in height)) wrong("a storey that is not in its folder: " mine)
			if (mine in height && ++files[mine] == 46) wrong("the storey " mine " has more than 45 files")
		}
		FNR == 1 && !here { wrong("a folder that is not in the chain: " path[2]) }
		/^[ \t]*#[ \t]*include[ \t]*"/ {
			split($0, quoted, "\"")
			k = split(quoted[2], parts, "/")
			theirs = room(parts[1], parts[2])
			if (k < 2) { if (here <= n) wrong("includes \"" quoted[2] "\" without its folder") }
			else if (!(parts[1] in place)) wrong("includes " parts[1] ", which is not in the chain")
			else if (place[parts[1]] > here) wrong(path[2] " must not know " quoted[2])
			else if (parts[1] == path[2] && theirs != mine && height[theirs] >= height[mine])
				wrong(mine " must not know " quoted[2])
		}
		/^[ \t]*#[ \t]*include.*[<"\/](n?curses(w)?|term|panel)\.h/ && FILENAME !~ /^src\/ui\/term\/(screen|keyboard|terminfo)\.c$/ {
			wrong("only ui/term/screen.c, keyboard.c and terminfo.c include curses")
		}
		/^[ \t]*#[ \t]*include.*(histedit|readline)/ && FILENAME != "src/ui/term/prompt.c" {
			wrong("only ui/term/prompt.c includes libedit")
		}')
}

# An object whose source is gone does not count: make does not remove it.
list_objects() {
	(cd "$objects" && find src -name '*.o' | sort) | while read -r object; do
		[ ! -e "$root/${object%.o}.c" ] || echo "$object"
	done
}

# NAME|VALUE|CLASS|TYPE|SIZE|LINE|SECTION of each symbol, behind OBJECT: as one
# call of nm tells them: it takes longer to begin than to read.
list_symbols() {
	list_objects | (cd "$objects" && xargs -r nm -A -f sysv) | sed -n -E 's/^([^|:]*):/\1|/; s/ *\| */|/gp'
}

check_calls() {
	awk -F'|' '
		$1 !~ /^src\/(base|lang|vm|trace|compare|export)\// { next }
		$1 == "src/base/mem.o" { next } # it ends the program when memory is exhausted
		$4 == "U" &&
		$2 ~ /^(_?_?v?printf(_chk)?|puts|putchar|perror|stdout|stderr|exit|_exit|quick_exit|abort|_?setjmp|_?longjmp)$/ {
			print $1 ": uses " $2 ", but nothing below session prints, exits or jumps"
		}' "$1"
}

check_state() {
	awk -F'|' -v allowed="$allowed" '
		BEGIN {
			while ((getline line < allowed) > 0)
				if (line !~ /^#/ && split(line, word, " ") > 2) fine[word[1] " " word[2]] = 1
		}
		$5 !~ /OBJECT|TLS/ { next }
		{
			object = $1; sub(/\.o$/, ".c", object)
			name = $2; sub(/\.[0-9]+$/, "", name); sub(/^.*\./, "", name)
			section = $8
		}
		section ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && section !~ /^\.data\.rel\.ro/ &&
		!((object " " name) in fine) {
			print object ": " name " is mutable state at file scope"
		}' "$1"
}

# Files that reach each other make a lump: whoever changes one may have to know all.
# What is included into a file counts as a part of it.
check_lump() {
	awk -F'|' -v most="$lump_max" '
		$1 !~ /^src\/vm\// { next }
		{ sub(/\.o$/, ".c", $1) }
		!($1 in number) { number[$1] = ++n; name[n] = $1 }
		$4 ~ /^[TDRBVC]$/ { from[$2] = number[$1] }
		$4 == "U" { asks[++m] = number[$1] " " $2 }
		END {
			for (i = 1; i <= m; i++) {
				split(asks[i], a, " ")
				if (a[2] in from) reach[a[1], from[a[2]]]
			}
			for (k = 1; k <= n; k++) for (i = 1; i <= n; i++) if ((i, k) in reach)
				for (j = 1; j <= n; j++) if ((k, j) in reach) reach[i, j]
			for (i = 1; i <= n; i++) {
				size = 0
				for (j = 1; j <= n; j++) size += i == j || ((i, j) in reach && (j, i) in reach)
				if (size > largest) { largest = size; of = i }
			}
			line = "vm: " largest + 0 " of " n + 0 " files reach each other, at most " most " may"
			if (largest <= most) { print line >"/dev/stderr"; exit }
			print line ":"
			for (j = 1; j <= n; j++)
				if (of == j || ((of, j) in reach && (j, of) in reach)) print "\t" name[j]
		}' "$1"
}

check_includes >>"$failures"
if [ -n "$objects" ]; then
	list_symbols >"$symbols"
	{
		check_calls "$symbols"
		check_state "$symbols"
		check_lump "$symbols"
	} >>"$failures"
fi
cat "$failures" >&2
[ ! -s "$failures" ]
