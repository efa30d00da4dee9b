#!/bin/sh
# run.sh [NAME...]: where we stand against the clock.  BENCH is the program that
# measures; PYTHON a CPython 3.11 to compare with, "" for none.
here=$(dirname "$0")
if [ -z "${PYTHON+set}" ]; then
	PYTHON=$(python3 -c 'import sys; print(sys.executable if sys.version_info[:2] == (3, 11) else "")' 2>/dev/null) ||
		PYTHON=
fi
[ -n "$PYTHON" ] || echo 'cosub: there is no python3 of version 3.11: no ratios'
"${BENCH:-build/tests/bench/compare}" "$here" "$PYTHON" "$@" || exit
cat <<'TEXT'
ratio: to CPython, which records nothing.  +ns/step and bytes: what recording adds to a step; goals 8 and 4.
back and jump: us of a step back and a jump in the record, 99 of 100 are below; goals 20 and 100.
TEXT
