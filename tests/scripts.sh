#!/bin/sh
# The commands from outside: each script of tests/scripts gives what stands
# beside it in .out, as a script and as a dialogue; and what no script can be
# is refused.  UPDATE_GOLDEN=1, as "make golden" sets it, writes the .out files anew.
set -eu
. tests/support/check.sh
cosub=$(realpath "${COSUB:-build/cosub}")

scenario_of() { # SCRIPT
	sed -n '1s/^# scenario: //p' "$1"
}

as_script() { # SCRIPT: what it says, with the error that stops it, if any
	"$cosub" -x "$1" "$(scenario_of "$1")" >"$work/script" 2>"$work/error" </dev/null || true
	cat "$work/error" >>"$work/script"
}

says_the_same() { # SCRIPT
	as_script "$1"
	[ -z "${UPDATE_GOLDEN:-}" ] || cp "$work/script" "${1%.cosub}.out"
	same_rows "${1%.cosub}.out" "$work/script" 'make golden'
}

# The dialogue begins with the lesson; an error is told without its place.
dialogue_says_the_same() { # SCRIPT
	as_script "$1"
	{ echo lesson | "$cosub" -x - "$(scenario_of "$1")"; sed "s|^$1:[0-9]*: ||" "$work/script"; } >"$work/expected"
	scenario=$(scenario_of "$1")
	"$cosub" --plain "$scenario" <"$1" >"$work/dialogue"
	diff -U0 "$work/expected" "$work/dialogue" | head -n 12
	cmp -s "$work/expected" "$work/dialogue"
}

for script in tests/scripts/*.cosub; do
	check "$script: as a script" says_the_same "$script"
	check "$script: as a dialogue" dialogue_says_the_same "$script"
done

# gives STATUS STDERR-PATTERN SCRIPT-TEXT (with the escapes of printf)
gives() {
	printf '%b' "$3" >"$work/commands"
	status=0
	"$cosub" -x "$work/commands" tests/stage/locals.py >"$work/out" 2>"$work/err" || status=$?
	[ "$status" -eq "$1" ] || { echo "status $status, not $1"; cat "$work/err"; return 1; }
	if [ -z "$2" ]; then [ ! -s "$work/err" ]; else grep -Eq -- "$2" "$work/err"; fi || { cat "$work/err"; return 1; }
}

lines_of_output() {
	[ "$(wc -l <"$work/out")" -eq "$1" ]
}

check "an empty script is fine" gives 0 '' ''
check "comments and blank lines do nothing" gives 0 '' '# x\n\n   \n\t# y\n'
check "line ends of all kinds, and a byte order mark" gives 0 '' '\0357\0273\0277next\r\nnext'
check "quit ends a script" gives 0 '' 'quit\nnonsense\n'
check "an unknown command stops it, with its place" gives 1 'commands:2: there is no command "nonsense"' 'next\nnonsense\nnext\n'
check "what came before is told" lines_of_output 2
check "a refusal stops it too" gives 1 'commands:1: .*beginning' 'back\n'
check "a NUL is no text" gives 1 'commands:1: .*NUL' 'next\0000\n'
check "invalid UTF-8 is no text" gives 1 'commands:2: .*UTF-8' '\nne\0377xt\n'
check "an escape sequence is shown, not sent" gives 1 '\^\[\[31m' '\0033[31m\n'
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "x"; print "" }' >"$work/long"
check "10,000 characters are no command" gives 1 'commands:1: .*too long' "$(cat "$work/long")"
awk 'BEGIN { printf "goto "; for (i = 0; i < 3000; i++) printf "9"; print "" }' >"$work/digits"
check "3,000 digits are no step" gives 1 'commands:1: goto expects a step from 0 to' "$(cat "$work/digits")"
# refused PATTERN COMMAND: as the second command, at step 20
refused() {
	gives 1 "commands:2: .*($1)" "goto 20\n$2\n"
}

check "print without an expression" refused 'print expects EXPR' 'print'
check "a name that is not there" refused "name 'nn' is not defined" 'print nn'
check "half an expression" refused 'invalid syntax' 'print n +'
check "a statement" refused 'not an expression' 'print n = 3'
check "two of them" refused 'not an expression' 'print n; n'
check "a yield" refused "'yield' outside function" 'print (yield)'
check "what raises" refused 'ZeroDivisionError: division by zero' 'print 1 / 0'
check "what is too large" refused 'does not fit in 64 bits' 'print 10 ** 30'
check "what takes too much memory" refused 'memory|Memory' "print 'a' * 100000000"
check "what never ends" refused 'takes too long' 'print [0 for a in range(10000) for b in range(10000)]'
check "printing" refused 'print.. has no place' 'print print(n)'
check "reading" refused 'input.. has no place' 'print input()'
check "a frame that is not there" refused 'locals expects a frame such as' 'locals nobody'
check "a line that is not there" refused 'list expects a line of this side from' 'list 999'
check "a history of nothing" refused 'no variable of this side' 'history nobody'
check "a question before the beginning" gives 1 'commands:1: .*nothing has run' 'frames\n'
check "locals before the beginning" gives 1 'commands:1: .*nothing has run' 'locals\n'
check "print before the beginning knows the builtins" gives 0 '' 'print len([1])\n'
check "a script that is not there" sh -c "'$cosub' -x '$work/none' 01; [ \$? -eq 2 ]"
check "a script that is a directory" sh -c "'$cosub' -x '$work' 01; [ \$? -eq 2 ]"
check "a script for a file that is not there" sh -c "'$cosub' -x '$work/commands' nowhere.py; [ \$? -eq 2 ]"
check "an output that takes nothing" sh -c "echo next | '$cosub' -x - 01 >/dev/full; [ \$? -ne 0 ]"
check "a dialogue goes on behind an error" sh -c "printf 'nonsense\nnext\n' | '$cosub' --plain tests/stage/locals.py | grep -q 'coroutine, step 1 of'"
finish
