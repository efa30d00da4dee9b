#!/bin/sh
# oracle-scenarios.sh ORACLE [SCENARIO ...]: runs both programs of each
# scenario (all of scenarios/ when none is named) under ORACLE, a Python script
# that is called as "ORACLE run FILE --trace OUT", and keeps what it gives as
# tests/scenarios/NAME.SIDE.out and NAME.SIDE.trace.jsonl.  Ends with 1 if the
# two sides of a scenario do not agree as its "compare:" says.
set -eu
oracle=$1
shift
top=$(cd "$(dirname "$0")/.." && pwd)
out=$top/tests/scenarios
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
[ $# -gt 0 ] || set -- "$top"/scenarios/*.py

# A program is what is left of the file when the other cells are blank.
program_of() { # SIDE FILE
	awk -v side="$1" '
		BEGIN { mine = side == "coroutine" }
		/^# %%/ { cells = 1; mine = $3 == side || $3 == "both"; print ""; next }
		{ print mine ? $0 : "" }
	' "$2"
}

has_side() { # SIDE FILE
	grep -q "^# %% $1\$" "$2" || { [ "$1" = coroutine ] && ! grep -q '^# %%' "$2"; }
}

# What counts of a side's output; nothing if the sides need not agree.
compared() { # SIDE FILE
	printed=$out/$(basename "$2" .py).$1.out
	case $(sed -n 's/^# compare: //p' "$2") in
	lines) sort "$printed" ;;
	result) tail -n 1 "$printed" ;;
	none) ;;
	*) cat "$printed" ;;
	esac
}

status=0
for file; do
	name=$(basename "$file" .py)
	for side in coroutine subroutine; do
		has_side "$side" "$file" || continue
		program_of "$side" "$file" >"$work/$name.py"
		(cd "$work" && python3 "$oracle" run "$name.py" --trace "$out/$name.$side.trace.jsonl") >"$out/$name.$side.out" || echo "$name: the $side side ends with status $?"
	done
	{ [ -e "$out/$name.coroutine.out" ] && [ -e "$out/$name.subroutine.out" ]; } || continue
	if [ "$(compared coroutine "$file")" != "$(compared subroutine "$file")" ]; then
		echo "$name: the two sides differ"
		status=1
	fi
done
exit $status
