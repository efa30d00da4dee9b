#!/bin/sh
# check.sh UNIT: runs the suites of the unit tests and every tests/*.sh, as many
# at a time as there are processors (or CHECK_JOBS), tells of each in the same
# order, and ends with what failed and one line that sums all up.  Each prints
# "N passed, N failed" on a line of its own; one that does not, or that ends
# badly with nothing failed, counts as one failure.
set -eu

# Runs a suite in one process, since a fork for each test takes four times as
# long as the tests.  What then fails, hangs, or ends the process, as some tests
# must, is run again with the forks, which tell which test it was.
run_suite() { # NAME: into $out
	if ! CK_FORK=no timeout --foreground 600 "$unit" "$1" >"$out" 2>&1 || ! grep -q '^[0-9]* passed, ' "$out"; then
		"$unit" "$1" >"$out" 2>&1
	fi
}

# The other half: runs one of them, tells its number when it has ended.
if [ "$1" = --job ]; then
	dir=$2 unit=$3 number=$4 name=$5
	# Nothing that a person keeps at home changes a test, or is changed by one.
	HOME=$dir/$number.home
	export HOME
	mkdir "$HOME"
	out=$dir/$number.out
	status=0
	case $name in
	unit) "$unit" >"$out" 2>&1 || status=$? ;;
	unit/*) run_suite "${name#unit/}" || status=$? ;;
	*) "./$name" >"$out" 2>&1 || status=$? ;;
	esac
	echo "$status" >"$dir/$number.status"
	echo "$number"
	exit 0
fi

unit=$1
# A loaded machine is slow, and a test that hangs is no faster found by a short limit.
export CK_DEFAULT_TIMEOUT="${CK_DEFAULT_TIMEOUT:-60}" EDITRC=/dev/null
unset XDG_STATE_HOME XDG_CONFIG_HOME
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# The scripts come first: the longest of all are among them.
list_jobs() {
	for script in tests/*.sh; do
		[ ! -e "$script" ] || echo "$script"
	done
	suites=$("$unit" --list 2>/dev/null) || suites=
	if [ -n "$suites" ]; then
		echo "$suites" | sed 's|^|unit/|'
	else
		echo unit
	fi
}

# What failed in one, a line each: Check's FILE:LINE:F:CASE:TEST:ROUND:MESSAGE or
# what tests/support/check.sh says.  The file that a message begins with tells
# more than the line of the code that compared it.
list_failures() { # NAME OUTPUT
	sed -n -E \
		-e "s|^[^: ]+:[0-9]+:[FE]:[^:]*:([^:]*):[0-9]*: (tests/[^: ]+\\.[a-z]+):.*|  $1: \\1 (\\2)|p" \
		-e "s|^([^: ]+:[0-9]+):[FE]:[^:]*:([^:]*):0:.*|  $1: \\2 (\\1)|p" \
		-e "s|^([^: ]+:[0-9]+):[FE]:[^:]*:([^:]*):([0-9]+):.*|  $1: \\2, round \\3 (\\1)|p" \
		-e "s|^\\./$1: failed: |  $1: |p" "$2"
}

# Adds up and tells one that has ended.
tell() { # NUMBER NAME
	out=$dir/$1.out
	status=$(cat "$dir/$1.status" 2>/dev/null) || status="that nobody saw"
	[ -e "$out" ] || : >"$out"
	counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$out" | tail -n 1)
	# A mere heading of Check's, or a count, is told in our words.
	grep -Ev '^[0-9]+ passed, [0-9]+ failed$|^Running suite\(s\): |^[0-9]+%: Checks: ' "$out" || true
	if [ -z "$counts" ]; then
		counts="0 1"
		echo "  $2: ended with status $status and no count" >>"$dir/failures"
	elif [ "$status" != 0 ] && [ "${counts#* }" -eq 0 ]; then
		counts="${counts% *} 1"
		echo "  $2: ended with status $status although nothing failed" >>"$dir/failures"
	elif [ "${counts#* }" -gt 0 ]; then
		list_failures "$2" "$out" >"$dir/names"
		[ -s "$dir/names" ] || echo "  $2: ${counts#* } failed" >"$dir/names"
		cat "$dir/names" >>"$dir/failures"
	fi
	echo "$2: ${counts% *} passed, ${counts#* } failed"
	passed=$((passed + ${counts% *}))
	failed=$((failed + ${counts#* }))
}

# Reads the numbers of those that have ended; tells each once those before it
# are told.
tell_all() {
	passed=0
	failed=0
	while read -r number name <&4; do
		while [ ! -e "$dir/$number.status" ] && read -r _; do :; done
		tell "$number" "$name"
	done 4<"$dir/jobs"
	if [ -e "$dir/failures" ]; then
		echo "failed:"
		cat "$dir/failures"
	fi
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}

list_jobs | awk '{ printf "%03d %s\n", NR, $0 }' >"$dir/jobs"
jobs=${CHECK_JOBS:-$(nproc 2>/dev/null || echo 1)}
xargs -P "$jobs" -n 2 "$0" --job "$dir" "$unit" <"$dir/jobs" | tell_all
