#!/bin/sh
# check.sh UNIT: runs the unit tests and every tests/*.sh, and ends with one
# line that sums them up.  Each prints "N passed, N failed" on a line of its
# own; one that does not, or that ends badly with nothing failed, counts as one
# failure.
set -eu
# A loaded machine is slow, and a test that hangs is no faster found by a short limit.
export CK_DEFAULT_TIMEOUT="${CK_DEFAULT_TIMEOUT:-60}"

passed=0
failed=0
out=$(mktemp)
# Nothing that a person keeps at home changes a test, or is changed by one.
HOME=$(mktemp -d)
export HOME EDITRC=/dev/null
unset XDG_STATE_HOME XDG_CONFIG_HOME
trap 'rm -rf "$out" "$HOME"' EXIT

run() { # NAME COMMAND ...
	name=$1
	shift
	status=0
	"$@" >"$out" 2>&1 || status=$?
	counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$out" | tail -n 1)
	grep -Ev '^[0-9]+ passed, [0-9]+ failed$' "$out" || true
	if [ -z "$counts" ]; then
		echo "$name: ended with status $status and no count"
		counts="0 1"
	elif [ "$status" -ne 0 ] && [ "${counts#* }" -eq 0 ]; then
		echo "$name: ended with status $status although nothing failed"
		counts="${counts% *} 1"
	fi
	echo "$name: ${counts% *} passed, ${counts#* } failed"
	passed=$((passed + ${counts% *}))
	failed=$((failed + ${counts#* }))
}

run unit "$1"
for script in tests/*.sh; do
	[ ! -e "$script" ] || run "$script" "./$script"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
