#!/bin/sh
# golden.sh UNIT: writes everything anew that tests keep of what cosub shows and
# says: tests/screens, the answers of tests/scripts, pictures/ (one of which
# stands in README.md) and the tables in man/cosub.1; no other file.  What
# CPython did, in tests/scenarios and tests/programs, is for "make oracle".
set -eu
unit=$1
export UPDATE_GOLDEN=1
# The suites that keep something.  A test that fails for another reason is for
# "make check" to tell.
grep -lE '(vt_golden|golden_check|lesson_pictures)\(' tests/unit/test_*.c | while read -r file; do
	suite=${file#*/test_}
	suite=${suite%.c}
	"$unit" "$suite" </dev/null >/dev/null 2>&1 || echo "golden.sh: the suite $suite fails"
done
tests/scripts.sh >/dev/null || echo "golden.sh: tests/scripts.sh fails"
LC_ALL=C.UTF-8 tools/pictures.sh "$COSUB" pictures
tools/manual.sh "$COSUB" man/cosub.1

# The first block of README is the picture of locals.
readme=$(mktemp)
trap 'rm -f "$readme"' EXIT
awk -v picture=pictures/locals.txt '
	/^```$/ && ++fences == 1 { print; while ((getline row < picture) > 0) print row; next }
	fences != 1 || /^```$/' README.md >"$readme"
cmp -s "$readme" README.md || cat "$readme" >README.md
