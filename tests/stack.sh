#!/bin/sh
# However long a program runs, the machine's own stack stays small.
set -eu
. tests/support/check.sh
cosub=$(realpath "${COSUB:-build/cosub}")

# prints EXPECTED PROGRAM: with little room for the stack
prints() {
	# shellcheck disable=SC2059
	printf "$2" >"$work/program.py"
	# shellcheck disable=SC3045
	(ulimit -s 256 && "$cosub" run --max-steps=100000000 "$work/program.py") >"$work/out" 2>&1 || echo "status $?" >>"$work/out"
	[ "$(cat "$work/out")" = "$1" ] || { cat "$work/out"; return 1; }
}

check "a long loop" prints 499500000 \
	'def run(n):\n    total = 0\n    i = 0\n    while i < n:\n        total += i %% 1000\n        i += 1\n    return total\n\nprint(run(1000000))\n'
check "many calls and items" prints 200000 \
	'def one(n):\n    return n - n + 1\n\ndef count(n):\n    for i in range(n):\n        yield one(i)\n\ndef run(n):\n    total = 0\n    for item in count(n):\n        total += item\n    return total\n\nprint(run(200000))\n'
check "deep recursion" prints 900 \
	'def deep(n):\n    return n and 1 + deep(n - 1)\n\nprint(deep(900))\n'
finish
