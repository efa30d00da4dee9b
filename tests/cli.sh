#!/bin/sh
# The command line: exit statuses and messages of everything that needs no
# terminal.
set -eu
. tests/support/check.sh
# shellcheck disable=SC2153 # COSUB comes from the caller, as the path of the program
cosub=$(realpath "$COSUB")

# A sanitizer tells that it does not know swapcontext; that is no word of ours.
sanitizer=
! grep -q __asan_init "$cosub" || sanitizer=yes

# gives STATUS STDOUT-PATTERN STDERR-PATTERN ARGUMENT ...: the exit status, and
# a regular expression for each stream; an empty one means that nothing comes, "."
# that something does.
gives() {
	want=$1 out=$2 err=$3
	shift 3
	status=0
	"$cosub" "$@" </dev/null >"$work/out" 2>"$work/err" || status=$?
	[ -z "$sanitizer" ] || sed -i "/WARNING: ASan doesn't fully support makecontext/d" "$work/err"
	[ "$status" -eq "$want" ] || { echo "status $status, not $want"; cat "$work/out" "$work/err"; return 1; }
	shows "$work/out" "$out" && shows "$work/err" "$err"
}

shows() { # FILE PATTERN
	if [ "$2" = . ]; then
		[ -s "$1" ]
	elif [ -z "$2" ]; then
		[ ! -s "$1" ] || { echo "something in $1:"; head -5 "$1"; return 1; }
	else
		grep -Eq -- "$2" "$1" || { echo "no \"$2\" in $1:"; head -5 "$1"; return 1; }
	fi
}

one_line_on_stderr() {
	[ "$(wc -l <"$work/err")" -eq 1 ]
}

refuses() { # STDERR-PATTERN ARGUMENT ...: bad usage, in one line
	pattern=$1
	shift
	gives 2 '' "$pattern" "$@" && one_line_on_stderr
}

file() { # NAME: keeps standard input as a scenario
	cat >"$work/$1"
	echo "$work/$1"
}

as_cpython() { # FILE KIND: it is $expected.KIND, what CPython made of the scenario
	same_rows "$expected.$2" "$1" 'make oracle'
}

# Help and usage.
check "--help tells the modes and options" gives 0 'cosub run FILE' '' --help
check "-h helps too" gives 0 '--max-steps=N' '' -h
check "--help wins over what else is wrong" gives 0 'Exit status' '' run --help
check "no help line is wider than 80 columns" sh -c "'$cosub' --help | awk 'length > 80 { exit 1 }'"
check "--version" gives 0 '^cosub [0-9]' '' --version
check "without arguments the lessons are listed" gives 0 'Locals that stay' ''
check "list" gives 0 'teaches preserved-locals' '' list
check "list has the parts of the course" gives 0 '^Iterators and generators$' '' list
check "an unknown option" refuses 'cosub: unknown option "--nonsense"' --nonsense
check "an unknown short option" refuses 'unknown option "-y"' -y
check "an option without its value" refuses 'a value is missing' run --side
check "an option with a value that takes none" refuses 'without value' --ascii=yes x.py
check "a side that there is not" refuses 'not a value "left" for --side' run --side=left x.py
check "a limit that is no number" refuses 'not a value "many"' run --max-steps=many x.py
check "a limit of 0" refuses 'not a value "0"' run --max-steps=0 x.py
check "a number too large" refuses 'not a value' run --max-steps=99999999999999999999 x.py
check "a size that is none" refuses 'not a value "80" for --size' dump --size 80 x.py
check "a theme that is none" refuses 'not a value "grey" for --theme' dump --theme=grey x.py
check "an unknown format" refuses 'not a value "xml"' trace --format=xml x.py
check "an option of another mode" refuses '--keys does not go with run' run --keys=n x.py
check "run without a file" refuses 'a file is missing: cosub run FILE' run
check "two files" refuses 'more than one file.*"b.py"' a.py b.py
check "list takes no file" refuses 'do not know what to do with "x"' list x
check "arguments are made printable" refuses '"a\^\[\[31m"' list "$(printf 'a\033[31m')"
check "behind -- everything is a file" gives 2 '' '--help: .*[Nn]o such file' -- --help

# Files.
check "a missing file" gives 2 '' 'cosub: nowhere.py: .*[Nn]o such file' run nowhere.py
check "a directory" gives 2 '' 'cosub: .*directory' run "$work"
head -c 2000 "$cosub" >"$work/binary.py"
check "a binary file" gives 2 '' 'cosub: .*binary' run "$work/binary.py"
printf 'x = "\377"\n' >"$work/latin.py"
check "a file that is not UTF-8, with the place" gives 2 '' 'latin.py:1:6: .*UTF-8' run "$work/latin.py"
printf 'if 1:\n\tx = 1\n        y = 2\n' >"$work/tabs.py"
check "tabs and spaces mixed" gives 2 '' 'tabs.py:3:.*tabs and spaces' run "$work/tabs.py"
printf 'print("abc)\n' >"$work/string.py"
check "an unterminated string, with line and caret" gives 2 '' '^ *\^' run "$work/string.py"
check "the place of the mistake is told" gives 2 '' '^cosub: .*string.py:1:7: unterminated string' run "$work/string.py"
awk 'BEGIN { printf "x = \""; for (i = 0; i < 10000000; i++) printf "a"; print "\"" }' >"$work/long.py"
check "a line of 10 MB" gives 2 '' 'cosub: .*larger than' run "$work/long.py"
awk 'BEGIN { printf "x = \""; for (i = 0; i < 7000000; i++) printf "a"; print "\"\nprint(len(x))" }' >"$work/long7.py"
check "a line of 7 MB" gives 0 '^7000000$' '' run "$work/long7.py"
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "("; for (i = 0; i < 10000; i++) printf ")"; print "" }' >"$work/nested.py"
check "10,000 brackets in each other" gives 2 '' 'cosub: .*nested.py:1:.*(nested|nesting)' run "$work/nested.py"
: >"$work/empty.py"
check "an empty file runs and does nothing" gives 0 '' '' run "$work/empty.py"
check "an empty file can be told" gives 0 'the program has come to its end' 'told in plain text' "$work/empty.py"
printf '# %%%% nonsense\n' >"$work/cell.py"
check "an unknown cell" gives 2 '' 'cell.py:1:.*nonsense' run "$work/cell.py"
printf '# %%%% [markdown]\n# # Only words\n' >"$work/words.py"
check "a lesson without a program" gives 2 '' 'no .*program' "$work/words.py"
ln -s "$work/hidden" "$work/dangling.py"
check "a link to nowhere" gives 2 '' '[Nn]o such file' run "$work/dangling.py"
printf 'print("named")\n' >"$work/$(printf 'bad\033name.py')"
check "a file's name is made printable" gives 2 '' 'bad\^\[name' run "$work/$(printf 'bad\033name')x.py"

# run: the program's own streams and status.
for scenario in scenarios/*.py; do
	name=$(basename "$scenario" .py)
	for side in coroutine subroutine; do
		expected=tests/scenarios/$name.$side
		[ -e "$expected.out" ] || continue
		warning=
		[ "$name.$side" != 64-the-forgotten-await.coroutine ] || warning="coroutine 'save' was never awaited"
		check "$name, $side: runs" gives 0 . "$warning" run --side=$side "$scenario"
		check "$name, $side: prints what CPython prints" as_cpython "$work/out" out
		check "$name, $side: is recorded" gives 0 . "$warning" run --side=$side --trace="$work/trace.jsonl" "$scenario"
		check "$name, $side: prints the same when it is recorded" as_cpython "$work/out" out
		check "$name, $side: takes the steps that CPython takes" as_cpython "$work/trace.jsonl" trace.jsonl
		check "$name, $side: trace tells the same steps" gives 0 . '' trace --format=jsonl --side=$side "$scenario"
		check "$name, $side: trace wrote the same" as_cpython "$work/out" trace.jsonl
	done
done
check "a lesson is found by its name" gives 0 '^0$' '' run 01-locals-that-stay
check "the beginning of its name is enough" gives 0 '^0$' '' run 01
check "its number is enough" gives 0 '^0$' '' run 1
check "a beginning that several have is told with them" gives 2 '' '^cosub: 7: several lessons begin so: 70-conways-squasher, 71-' run 7
# The lessons are beside the program's folder, wherever the build has put ours.
near() { # COMMAND ...: with such a program
	[ -d "$work/near" ] || {
		mkdir -p "$work/near/bin"
		cp "$cosub" "$work/near/bin"
		ln -s "$PWD/scenarios" "$work/near/scenarios"
	}
	cosub=$work/near/bin/cosub
	"$@"
}
elsewhere() { # COMMAND ...: in a folder where there is nothing
	mkdir -p "$work/nothing"
	cd "$work/nothing"
	"$@"
}
# The program at a place from which no lesson is to be seen.
alone() {
	mkdir -p "$work/far/bin"
	cp "$cosub" "$work/far/bin"
	cosub=$work/far/bin/cosub
	"$@"
}
check "a lesson is found beside the program, from any folder" near elsewhere gives 0 '^0$' '' run 01
check "they are listed from any folder" near elsewhere gives 0 'Locals that stay' '' list
check "what is found nowhere is told in one line" elsewhere refuses '^cosub: 4711: no such file here, and no such lesson in \./scenarios, .*/share/cosub/scenarios$' run 4711
check "... of every way to open it" elsewhere refuses 'no such lesson in \./scenarios' 4711
check "without lessons the places are told" elsewhere alone gives 0 '' 'there are no lessons in \./scenarios, .*far/bin/scenarios' list

# Scenarios of one's own.
own() { # COMMAND ...: in a folder of one's own
	mkdir -p "$work/mine/sub"
	cd "$work/mine"
	"$@"
}
same_as() { # FILE: the lesson itself
	cmp "$OLDPWD/scenarios/01-locals-that-stay.py" "$1"
}
check "new writes a scenario" own gives 0 '^first.py is written: cosub first.py steps' '' new first
check "whose claims hold" own gives 0 'first.py: [0-9]+ claims hold' '' check first
check "and whose sides agree" own gives 0 '^3$' '' run --side=subroutine first
check "new overwrites nothing" own refuses 'first.py: it is there already and stays as it is' new first.py
check "copy copies a lesson to here" near own gives 0 '^01-locals-that-stay.py is written, a copy' '' copy 1
check "... as it is" near own same_as 01-locals-that-stay.py
check "copy overwrites nothing" near own refuses 'it is there already' copy 1
check "copy takes a name" near own gives 0 '^second.py is written' '' copy 01 second
check "... which may be a folder's" near own gives 0 '^sub/01-locals-that-stay.py is written' '' copy 01 sub
check "... and no second one" near own refuses 'more than one file' copy 01 a b
check "copy needs a lesson" own refuses 'a file is missing: cosub copy NAME FILE' copy
check "... that there is" own refuses 'no such lesson in' copy 4711
check "... and a place that there is" near own refuses 'No such file' copy 01 none/x
no_room() { # a file may have no byte
	! (ulimit -f 0 && "$cosub" copy 02) && [ ! -e 02-two-ways-back-in.py ]
}
check "what cannot be written leaves nothing" near own no_room
check "a file is found without its .py" gives 0 '^0$' '' run scenarios/01-locals-that-stay

failing=$(printf 'print("before")\n1 / 0\n' | file failing.py)
check "a program that fails ends with 1 and its traceback" gives 1 '^before$' '^ZeroDivisionError: division by zero' run "$failing"
check "the traceback is CPython's" gives 1 . '^Traceback \(most recent call last\):' run "$failing"
chained=$(printf 'def chain(n):\n    try:\n        if n:\n            yield from chain(n - 1)\n        else:\n            yield 1\n    finally:\n        pass\ng = chain(30000)\nprint(next(g))\ng.close()\nprint("closed")\n' | file chained.py)
check "a chain of delegation 30,000 deep is closed" gives 0 '^closed$' '' run --max-depth=40000 "$chained"
leaving=$(printf 'import sys\nsys.stderr.write("going\\n")\nsys.exit(7)\n' | file leaving.py)
check "SystemExit gives the exit status" gives 7 '' '^going$' run "$leaving"
endless=$(printf 'print("on")\nwhile True:\n    pass\n' | file endless.py)
check "a limit ends with 3 and a sentence" gives 3 '^on$' . run --max-steps=1000 "$endless"
check "a limit keeps the record" gives 3 'truncated' '' trace --format=jsonl --max-steps=100 "$endless"
deep=$(printf 'def f():\n    f()\nf()\n' | file deep.py)
check "endless recursion is CPython's error" gives 1 '' '^RecursionError: maximum recursion depth exceeded' run "$deep"
loud=$(printf 'while True:\n    print("x" * 1000)\n' | file loud.py)
check "output has a limit" gives 3 x . run --max-output=10000 "$loud"
# What one line can start must come to an end as well, recorded or not.
while read -r line; do
	loop=$(printf 'from itertools import count, repeat\nfrom collections import deque\n%s\n' "$line" | file loop.py)
	check "a limit ends $line" gives 3 '' '^cosub: the (limit of steps|program used more memory)' run --max-steps=10000 --max-memory=30000000 "$loop"
	cp "$work/err" "$work/plain"
	check "... also in its record" gives 3 '' '^cosub: ' run --trace="$work/loop.trace" --max-steps=10000 --max-memory=30000000 "$loop"
	check "... in the same words" cmp "$work/plain" "$work/err"
done <<'END'
sum(range(10 ** 15))
max(range(10 ** 15))
all(range(1, 10 ** 15))
list(range(10 ** 15))
sorted(range(10 ** 15))
set(range(10 ** 15))
deque(range(10 ** 15))
"x" in range(10 ** 15)
range(10 ** 15).count("x")
"".join(repeat("x"))
print(*count())
a, *b = range(10 ** 15)
x = [1]; x.extend(iter(x))
x = [0] * 10 ** 6; [x.insert(0, 1) for _ in range(10 ** 6)]
x = [0] * 10 ** 6; [x.count(1) for _ in range(10 ** 6)]
x = [0] * 10 ** 6; [x[:] for _ in range(10 ** 6)]
x = "x" * 10 ** 6; [x.count("y") for _ in range(10 ** 6)]
x = []; [x := [x, x] for _ in range(60)]; repr(x)
x = (); y = (); [(x := (x, x), y := (y, y)) for _ in range(60)]; x == y
END
deaf=$(printf 'def g():\n    try:\n        yield\n    finally:\n        while True:\n            pass\nx = g()\nnext(x)\n' | file deaf.py)
check "a limit ends what the program left behind" gives 3 '' '^cosub: the limit of steps' run --max-steps=1000 "$deaf"
many=$(printf 'def f(**names):\n    return len(names)\nprint(f(%s))\n' "$(seq -f 'a%g=1' -s, 3000)" | file many.py)
check "a call may have thousands of keywords" gives 0 '^3000$' '' run "$many"
short=$(printf 'print(any(range(1, 10 ** 15)), all(range(10 ** 15)))\n' | file short.py)
check "any and all end at the item that decides" gives 0 '^True False$' '' run --max-steps=1000 "$short"
wide=$(printf 'print(len(f"{0.1:.5000f}"), len(f"{0.1:#.5000g}"), f"{0.1:.5000e}"[-6:])\n' | file wide.py)
check "a float has as many digits as are asked for" gives 0 '^5002 5002 00e-01$' '' run "$wide"
only=$(printf '# %%%% subroutine\nprint("sub")\n' | file only.py)
check "the only side is run" gives 0 '^sub$' '' run "$only"
check "a side that the scenario lacks" gives 2 '' 'no coroutine program' run --side=coroutine "$only"
check "a side that it lacks cannot be traced either" gives 2 '' 'no coroutine program' trace --side=coroutine "$only"
asking=$(printf '# %%%% input\n# first\n# %%%% coroutine\nprint(input(), input())\n' | file asking.py)
asks() {
	[ "$(echo second | "$cosub" run "$asking")" = "first second" ]
}
check "input reads the cell, then standard input" asks
asks_recorded() {
	[ "$(echo second | "$cosub" run --trace="$work/t" "$asking")" = "first second" ]
}
check "so it does when it is recorded" asks_recorded
check "where input ends, it is Python's EOFError" gives 1 '' '^EOFError' run "$asking"

# Telling.
check "the run is told, where there is no terminal" gives 0 'counter#1 yields 0 and is suspended at ◆1' 'told in plain text' scenarios/01-locals-that-stay.py
check "that is said in one line" one_line_on_stderr
check "the other side is told too" shows "$work/out" 'SUB next is called'
check "the notes are told" shows "$work/out" 'note: A new n'
check "the output is told" shows "$work/out" 'printed: 2$'
check "no line is wider than a screen" sh -c "LC_ALL=C.UTF-8 awk 'length > 95 { exit 1 }' '$work/out'"
check "one side is told by trace" gives 0 'yields' '' trace scenarios/02-two-ways-back-in.py
check "a failing program is told to its end" gives 1 'ZeroDivisionError' 'told in plain text' "$failing"
hostile=$(printf 'print("\\x1b[2J")\n' | file hostile.py)
check "what a program prints is told printable" gives 0 'printed: \^\[\[2J' 'told in plain text' "$hostile"

# check: the claims.
every_scenario_holds() {
	gives 0 . '' check scenarios/*.py || return 1
	[ "$(grep -c ' hold' "$work/out")" -eq "$(find scenarios -name '*.py' | wc -l)" ]
}
check "every claim that applies holds in every scenario" every_scenario_holds
check "check of one file tells each claim" gives 0 '^  re-entry holds' '' check scenarios/01-locals-that-stay.py
check "with the steps that show it" shows "$work/out" '^    - counter#1 is re-entered 3 times at ◆1, line 21 \(steps 12, 19, 26\)'
check "what does not apply says why" shows "$work/out" '^  peers does not apply: no frame here transfers control'
check "no line of it is wider than a screen" sh -c "LC_ALL=C.UTF-8 awk 'length > 95 { exit 1 }' '$work/out'"
check "a lesson's name is enough" gives 0 '12 claims hold' '' check 01
check "--short is one line" gives 0 . '' check --short 01 02
check "for each file" sh -c "[ \$(wc -l <'$work/out') -eq 2 ]"
check "--long tells all of several files" gives 0 '^  single entry holds' '' check --long 01 02
differing=$(printf '# %%%% coroutine\nprint("a")\nprint("b")\n# %%%% subroutine\nprint("a")\nprint("c")\n' | file differing.py)
check "outputs that differ fail" gives 1 'same result FAILS' '' check "$differing"
check "with the line and step of one side" shows "$work/out" 'the coroutine side prints as its line 2: b \(step 4\)'
check "and of the other" shows "$work/out" 'the subroutine side prints as its line 2: c \(step 4\)'
check "a summary names what fails, and shows it" gives 1 '1 claim FAILS: same result; ' '' check "$differing" 01
check "so it does below the line" shows "$work/out" '^    - the coroutine side prints as its line 2: b'
check "a limit is told and gives 3" gives 3 'a limit ended it: what holds, holds so far' '' check --max-steps=1000 "$endless"
check "a file that cannot be read gives 2, and the others are checked" gives 2 '12 claims hold' 'nowhere.py: .*[Nn]o such file' check nowhere.py "$differing" 01
check "a program that fails may hold its claims" gives 0 '1 frame ends by an exception' '' check "$failing"
escapes=$(printf '# %%%% coroutine\nprint("\\x1b[2J")\n# %%%% subroutine\nprint(1)\n' | file escapes.py)
check "hostile output is told printable" gives 1 'line 1: \^\[\[2J' '' check "$escapes"
check "as JSON too" gives 1 'line 1: \^\[\[2J' '' check --format=jsonl "$escapes"
check "a claim is a line of JSON" gives 0 \
	'^."file":"scenarios/01-locals-that-stay.py","side":"coroutine","claim":"re-entry",.*"verdict":"holds","evidence":\[."text":"counter#1 is entered once, at line 18","side":"coroutine","line":18,"steps":\[5\],"count":1.,' \
	'' check --format=jsonl 01
check "every claim is a line of JSON" sh -c "[ \$('$cosub' check --format=jsonl 01 | grep -c '^.\"file\":.*}\$') -eq 17 ] && [ \$('$cosub' check --format=jsonl 01 01 | wc -l) -eq 34 ]"
check "a claim about both sides that fails is one of JSON" gives 1 '"side":"both","claim":"same result",.*"verdict":"fails","faults":[0-9]+,"evidence":\[.*"fault":true' '' check --format=jsonl "$differing"
check "--short writes what fails alone as JSON" sh -c "[ \$('$cosub' check --short --format=jsonl '$differing' | wc -l) -eq 1 ]"
check "a claim that does not apply says why as JSON" gives 0 '"claim":"peers",.*"verdict":"does not apply","why":"[^"]+","evidence":\[\]' '' check --format=jsonl 01
check "a cut run says so as JSON" gives 3 '"verdict":"holds","cut":true,' '' check --format=jsonl --max-steps=100 "$endless"
check "check without a file" refuses 'a file is missing: cosub check FILE' check
check "--keys does not go with check" refuses 'does not go with check' check --keys=n x.py

# cost: what runs did, and what it takes here.
check "cost counts both sides" gives 0 '^  suspensions +3 +0$' '' cost 01
check "virtual time is among the costs" gives 0 '^  virtual time +3\.000 s +6\.000 s$' '' cost 45
check "a side alone has a column alone" gives 0 '^  calls +1$' '' cost "$failing"
check "a limit is told" gives 3 'A limit ended the coroutine side' '' cost --max-steps=100 "$endless"
check "cost without a file" refuses 'a file is missing: cosub cost FILE' cost
check "--machine takes no file" refuses '--machine measures no file: .*"01"' cost --machine 01
measures() {
	gives 0 '^Once there and back, in ns: 15 runs' '' cost --machine || return 1
	awk 'function number(s) { return s ~ /^[0-9]+\.[0-9]$/ }
		/ - / && /^  [a-z]/ { n++; if (!number($(NF - 4)) || !number($(NF - 3)) || !number($(NF - 1)) || $NF !~ /^[0-9]+\.[0-9][0-9]$/) bad = 1 }
		END { exit bad || n < 5 }' "$work/out"
}
check "--machine measures, with ratios and spread" measures

# Where the output cannot go.
full() {
	status=0
	"$cosub" "$@" >/dev/full 2>"$work/err" || status=$?
	[ "$status" -ne 0 ] && grep -q 'cosub: .*standard output' "$work/err"
}
check "a full disk is told" full --help
check "a full disk is told by run" full run scenarios/01-locals-that-stay.py
no_address() {
	"$cosub" run --library --trace="$work/code.trace" "$work/code.py" && grep -q '"func":"code_of"' "$work/code.trace" &&
		! grep -E '[0-9]{10}' "$work/code.trace"
}
printf 'def f():\n    pass\n\nassert f.__code__ is f.__code__\n' >"$work/code.py"
check "steps of library code show no address" no_address

check "a full disk is told by trace" full trace --format=jsonl scenarios/01-locals-that-stay.py
check "a full disk for the trace" gives 2 . 'cosub: /dev/full: ' run --trace=/dev/full scenarios/01-locals-that-stay.py
check "a place for the trace that there is not" gives 2 . 'no/where: .*[Nn]o such' run --trace="$work/no/where" scenarios/01-locals-that-stay.py
closed_pipe() {
	{ status=0; "$cosub" run "$work/many.py" 2>"$work/err" || status=$?; echo "$status" >"$work/status"; } | head -n 1 >/dev/null
	[ "$(cat "$work/status")" -eq 0 ] && [ ! -s "$work/err" ]
}
printf 'for i in range(100000):\n    print(i)\n' >"$work/many.py"
check "a reader that has enough is no fault, and no signal" closed_pipe
enough() { # ARGUMENT ...: its first line is read
	{ status=0; "$cosub" "$@" 2>"$work/err" || status=$?; echo "$status" >"$work/status"; } | head -n 1 >"$work/out"
	[ "$(cat "$work/status")" -eq 0 ] && [ ! -s "$work/err" ] && [ -s "$work/out" ]
}
check "nor for the list" enough list
check "nor for the steps" enough trace "$work/many.py"
check "nor for the claims" enough check scenarios/*.py
check "a closed standard output is told" sh -c "'$cosub' --help >&- 2>'$work/err'; [ \$? -eq 2 ] && grep -q 'standard output' '$work/err'"

# Refusals.
several=$(file several.py <<'PY'
# %% coroutine
import os
def f(x):
    match x:
        case {"a": [1, 2]} if x:
            return open(x), 3j
class A(B, C, metaclass=M):
    pass
# %% subroutine
import threading
print(b"x", "\N{BULLET}")
PY
)
told() { # PATTERN ...: all of them are on standard error, in this order
	for pattern; do
		printf '%s\n' "$pattern"
	done >"$work/want"
	grep -o ':[0-9]*:[0-9]*: [^ ]* [^ ]* [^ ]*' "$work/err" | sed 's/ is$//' >"$work/got"
	diff "$work/want" "$work/got"
}
check "all refusals of both sides are told" gives 2 '' 'a program here has no files' check "$several"
check "in the order of the file" told ':2:1: the module os' ':4:5: the match statement' \
	':6:20: the builtin open' ':6:29: a complex number' ':7:12: multiple inheritance' \
	':7:15: a metaclass' ':10:1: the module threading' ':11:7: a bytes literal' \
	':11:14: a character by'
check "each with the way on" sh -c "[ \"\$(grep -c '^    [a-z]' '$work/err')\" -ge 9 ]"
check "of one side alone its own" gives 2 '' '10:1: the module threading' run --side=subroutine "$several"
check "a mistake stands for itself" gives 2 '' "^cosub: .*: invalid syntax" \
	run "$(printf 'import os\nx = = 1\n' | file mistake.py)"
check "at run time the way on is told too" gives 2 '' '^    keep whole numbers between' \
	run "$(printf 'x = 2**40\nprint(x * x)\n' | file wide.py)"

finish
