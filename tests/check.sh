#!/bin/sh
# tools/check.sh over made suites and scripts: it counts what each says, takes
# what says nothing for a failure, and tells all in the same order.
set -eu
. tests/support/check.sh
tools=$(pwd)/tools
mkdir -p "$work/tree/tests"

# says NAME: a script of the tree that does what standard input tells.
says() {
	{ echo '#!/bin/sh'; cat; } >"$work/tree/tests/$1"
	chmod +x "$work/tree/tests/$1"
}

# The unit tests of the tree have the suites that stand in the file "suites",
# each with a script beside it.
says unit <<'END_UNIT'
here=$(dirname "$0")
[ "$1" != --list ] || { cat "$here/suites"; exit; }
. "$here/$1.suite"
END_UNIT

suite() { # NAME
	echo "$1" >>"$work/tree/tests/suites"
	cat >"$work/tree/tests/$1.suite"
}

fresh() {
	rm -f "$work"/tree/tests/*.sh "$work"/tree/tests/*.suite "$work/tree/tests/suites"
	echo 'echo "5 passed, 0 failed"' | suite map
	echo 'echo "2 passed, 0 failed"' | says a.sh
}

run_all() { # UNIT
	(cd "$work/tree" && "$tools/check.sh" "${1:-tests/unit}")
}

# gives STATUS LAST-LINE TEXT ...: each text is a whole line of the output.
gives() {
	want=$1 last=$2
	shift 2
	status=0
	run_all >"$work/out" 2>&1 || status=$?
	cat "$work/out"
	[ "$status" -eq "$want" ] && [ "$(tail -n 1 "$work/out")" = "$last" ] || return 1
	for line; do
		grep -Fqx -- "$line" "$work/out" || { echo "no line \"$line\""; return 1; }
	done
}

fresh
check "counts are summed up in the last line" gives 0 "7 passed, 0 failed" \
	"tests/a.sh: 2 passed, 0 failed" "unit/map: 5 passed, 0 failed"
check "nothing is listed where nothing failed" fails grep -q '^failed:' "$work/out"

echo 'echo "1 passed, 2 failed"; exit 1' | says b.sh
check "failures are summed up too" gives 1 "8 passed, 2 failed"
check "a script that names none of them is listed itself" grep -Fqx "  tests/b.sh: 2 failed" "$work/out"

says b.sh <<'END_SCRIPT'
echo "./tests/b.sh: failed: the sun rises"
echo "    at noon"
echo "1 passed, 1 failed"
exit 1
END_SCRIPT
check "what a script says of it is told" gives 1 "8 passed, 1 failed" "    at noon"
check "and listed by its name at the end" \
	sh -c "tail -n 3 '$work/out' | tr '\n' '|' | grep -Fqx 'failed:|  tests/b.sh: the sun rises|8 passed, 1 failed|'"

fresh
suite set <<'END_SUITE'
echo "Running suite(s): set"
echo "50%: Checks: 4, Failures: 1, Errors: 1"
echo "tests/unit/test_set.c:12:F:set:one_is_less_than_two:0: Assertion '1 > 2' failed"
echo "tests/unit/test_set.c:30:E:set:none_hangs:3: (after this point) Test timeout expired"
echo "2 passed, 2 failed"
exit 1
END_SUITE
check "a suite that fails" gives 1 "9 passed, 2 failed" "unit/set: 2 passed, 2 failed"
check "is listed by the names of its tests" gives 1 "9 passed, 2 failed" \
	"  unit/set: one_is_less_than_two (tests/unit/test_set.c:12)" \
	"  unit/set: none_hangs, round 3 (tests/unit/test_set.c:30)"
check "with its messages once" sh -c "[ \$(grep -c Assertion '$work/out') -eq 1 ]"
suite golden <<'END_SUITE'
echo "tests/support/golden.c:44:F:app:the_lesson_looks_as_it_did:7: tests/screens/a.txt: 1 of 2 rows differs"
echo "0 passed, 1 failed"
exit 1
END_SUITE
check "a kept picture is listed by its name" gives 1 "9 passed, 3 failed" \
	"  unit/golden: the_lesson_looks_as_it_did (tests/screens/a.txt)"
check "headings are left out" fails grep -q 'Running suite\|Checks:' "$work/out"

fresh
echo 'echo half; kill -SEGV $$' | suite crash
check "a suite that crashes is a failure" gives 1 "7 passed, 1 failed" \
	half "  unit/crash: ended with status 139 and no count"
fresh
suite ends <<'END_SUITE'
[ "${CK_FORK:-}" != no ] || { echo "only half"; exit 0; }
echo "4 passed, 0 failed"
END_SUITE
check "a suite that needs its forks gets them" gives 0 "11 passed, 0 failed"
check "and what it said without is forgotten" fails grep -q half "$work/out"
suite forkless <<'END_SUITE'
[ "${CK_FORK:-}" = no ] || { echo "forked"; exit 1; }
echo "1 passed, 0 failed"
END_SUITE
check "one that does well without gets none" gives 0 "12 passed, 0 failed"
fresh
echo 'echo nothing to say' | says b.sh
check "one that prints no count is a failure" gives 1 "7 passed, 1 failed" \
	"nothing to say" "  tests/b.sh: ended with status 0 and no count"
echo 'echo "3 passed, 0 failed"; exit 139' | says b.sh
check "one that ends badly is a failure" gives 1 "10 passed, 1 failed" \
	"  tests/b.sh: ended with status 139 although nothing failed"
chmod -x "$work/tree/tests/b.sh"
check "a script that cannot be run is a failure" gives 1 "7 passed, 1 failed"
fresh
rm "$work/tree/tests/suites"
check "unit tests that list no suites are run as they are" gives 1 "2 passed, 1 failed" "unit: 0 passed, 1 failed"
fresh
no_unit_tests() {
	! run_all tests/none >"$work/out" 2>&1 && grep -Fqx "2 passed, 1 failed" "$work/out"
}
check "unit tests that are not there are a failure" no_unit_tests

# The first to begin is the last to end.
fresh
for name in x y z; do
	echo 'echo "1 passed, 0 failed"' | suite $name
done
echo 'sleep 1; echo "2 passed, 0 failed"' | says a.sh
check "what ends late is told in its place" gives 0 "10 passed, 0 failed"
check "the order is that of the names" \
	sh -c "sed -n 's/: .*//p' '$work/out' | tr '\n' ' ' | grep -Fqx 'tests/a.sh unit/map unit/x unit/y unit/z '"
one_at_a_time() {
	(CHECK_JOBS=1 run_all) | cmp - "$work/out"
}
check "one at a time tells the same" one_at_a_time
own_home() {
	# shellcheck disable=SC2016 # said by the script
	echo '[ "$HOME" != '"'$HOME'"' ] && [ -z "$(ls -A "$HOME")" ] && echo "1 passed, 0 failed"; : >"$HOME/x"' >"$work/home"
	says b.sh <"$work/home"
	says c.sh <"$work/home"
	gives 0 "12 passed, 0 failed"
}
check "each has an empty home of its own" own_home
finish
