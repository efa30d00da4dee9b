#!/bin/sh
# tools/differ: its programs are valid and their seeds', it finds a difference
# that was planted and makes the program small, and finds none where none is.
set -u
. tests/support/check.sh
# The programs are valid, and their output is right, by CPython 3.11.
if ! python3 -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
	echo "$0: not tried: this needs python3 3.11"
	finish
fi
export PYTHONDONTWRITEBYTECODE=1

programs() { # SORT COUNT SEED
	python3 tools/differ --print --sort "$1" --count "$2" --seed "$3"
}

repeats() { # SORT
	programs "$1" 5 11 >"$work/first" && programs "$1" 5 11 >"$work/second" &&
		[ -s "$work/first" ] && cmp "$work/first" "$work/second"
}

varies() { # SORT
	programs "$1" 1 1 | grep -v '^# ' >"$work/first"
	programs "$1" 1 2 | grep -v '^# ' >"$work/second"
	fails cmp -s "$work/first" "$work/second"
}

compiles() { # SORT
	for seed in 1 2 3 4 5 6 7 8; do
		programs "$1" 1 "$seed" | python3 -c 'import sys; compile(sys.stdin.read(), "program", "exec")' || return 1
	done
}

# A cosub that is python3, with an edit of its output.
plant() { # SED-SCRIPT
	cat >"$work/cosub" <<-END
		#!/bin/sh
		[ "\$1" = run ] || exit 2
		PYTHONHASHSEED=0 python3 "\$2" >out.planted 2>err.planted
		status=\$?
		sed '$1' out.planted
		sed "s|\$PWD/||" err.planted >&2
		exit \$status
	END
	chmod +x "$work/cosub"
}

# Uncaught exceptions look the same from the fork and from a process of its own.
finds_nothing() {
	plant ''
	python3 tools/differ --sort sync --count 3 --seed 3 --tries 3 "$work/cosub" >"$work/out" || { cat "$work/out"; return 1; }
	grep -x 'sync: 0 of 3 differ (0.00 %)' "$work/out"
}

finds_what_is_planted() {
	plant '1s/^/planted /'
	python3 tools/differ --sort sync --count 1 --seed 3 --tries 3 "$work/cosub" >"$work/out"
	[ $? -eq 1 ] && grep '^== output: ' "$work/out" && grep '^   given    planted ' "$work/out" &&
		grep -x 'sync: 1 of 1 differ (100.00 %)' "$work/out"
}

reduces() {
	python3 - <<-'END'
		import sys
		sys.path.insert(0, "tools/differ")
		from reduce import reduce
		text = "def f():\n    try:\n        a = 1\n        print(a)\n    finally:\n        b = 2\nf()\nc = 3\n"
		small = reduce(text, lambda t: "print(a)" in t, 100)
		assert small == "print(a)\n", small
	END
}

tells_steps_apart() {
	python3 - <<-'END'
		import sys
		sys.path.insert(0, "tools/differ")
		from execute import first_steps
		line = {"event": "line", "func": "f", "frame": 1, "line": 2, "locals": {}}
		assert first_steps([line], [dict(line)]) is None
		assert first_steps([line], [dict(line, line=3)])[0] == "line line"
		assert first_steps([line], [])[0] == "line or None"
	END
}

for sort in sync async; do
	check "a seed makes the same $sort programs" repeats $sort
	check "another seed makes another $sort program" varies $sort
	check "$sort programs compile" compiles $sort
done
check "no difference is found where there is none" finds_nothing
check "a planted difference is found" finds_what_is_planted
check "a program is reduced to the statement that matters" reduces
check "steps are told apart by event and field" tells_steps_apart
finish
