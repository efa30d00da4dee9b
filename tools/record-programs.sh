#!/bin/sh
# record-programs.sh ORACLE [NAME ...]: runs the programs of tests/programs (all
# of them, a GROUP or a GROUP/PROGRAM) under CPython 3.11 and keeps what they do
# beside them, for tests/unit/test_programs.c.  ORACLE is a Python script that
# is called as "ORACLE run FILE --trace OUT" and writes the steps of a run as
# JSON lines, the way "cosub trace" does.  PYTHON names the interpreter.
#
# It ends with 1 and tells which programs differ from one recording to the next
# or between plain Python and the oracle.
set -eu
python=${PYTHON:-python3}
if [ $# -eq 0 ]; then
	echo "usage: $0 ORACLE [GROUP | GROUP/PROGRAM] ..." >&2
	exit 2
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
	echo "$0: needs Python 3.11; $python is not (PYTHON=... names another)" >&2
	exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
exec "$python" "$here/record-programs.py" "$@"
