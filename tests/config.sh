#!/bin/sh
# What a person keeps in his configuration, what scripts source, what is dumped.
set -eu
. tests/support/check.sh
cosub=$(realpath "${COSUB:-build/cosub}")
XDG_CONFIG_HOME=$work/config
export XDG_CONFIG_HOME
mkdir -p "$XDG_CONFIG_HOME/cosub"
config=$XDG_CONFIG_HOME/cosub/config

# with CONFIG COMMANDS: the dialogue, what it says in $work/out and $work/err
with() {
	printf '%b' "$1" >"$config"
	printf '%b' "$2" | "$cosub" --plain tests/stage/locals.py >"$work/out" 2>"$work/err"
}

says() { # PATTERN, in the dialogue
	grep -Eq -- "$1" "$work/out" || { cat "$work/out"; return 1; }
}

complains() { # PATTERN, and in so many lines as there are arguments
	[ "$(wc -l <"$work/err")" -eq $# ] || { cat "$work/err"; return 1; }
	for pattern; do
		grep -Eq -- "$pattern" "$work/err" || { cat "$work/err"; return 1; }
	done
}

check "a configuration holds" with '# mine\n\nset delay 100\n  bind x goto 5\r\n' 'set delay\nbind x\n'
check "its settings" says '^delay is 100 ms '
check "its keys" says '^the key x does: goto 5$'
check "nothing is complained of" complains

check "mistakes are told with their place, and the rest holds" with 'set dealy 100\nnext\nset theme\nbind zz quit\nbind x nonsense\nset values types\n\0377\nset mouse on now' 'set values\n'
check "the rest" says '^values is types '
check "the mistakes" complains "config:1: \"dealy\" is no setting" 'config:2: next has no place here' 'config:4: bind expects a key' \
	'config:5: there is no command "nonsense"' 'config:7: this line is not UTF-8' 'config:8: set expects a setting and one value'

check "a limit that is set holds for the run" with 'set max-steps 3\n' 'last\n'
check "the run is cut" says 'step 6 of 6|limit'
check "one that is set later holds from the next reload on" with '' 'set max-steps 3\nlast\nreload\nlast\n'
check "not before" says 'step 30 of 30'
check "but then" says 'limit of steps'
check "commands of the screen can be bound without one" with 'bind y zoom source\n' 'bind y\n'
check "they are" says '^the key y does: zoom source$'

script_heeds_nobody() {
	echo 'set delay 100' >"$config"
	echo 'set delay' | "$cosub" -x - tests/stage/locals.py | grep -q '^delay is 600 ms '
}
check "a script is the same for everybody" script_heeds_nobody

options_come_first() {
	echo 'set max-depth 50' >"$config"
	echo 'set max-depth' | "$cosub" --plain --max-depth=70 tests/stage/locals.py | grep -q '^max-depth is 70'
}
check "an option comes before a setting" options_come_first

rm "$config"
mkdir "$config"
directory() {
	"$cosub" --plain tests/stage/locals.py </dev/null 2>&1 >/dev/null | grep -q 'config: Is a directory'
}
check "a configuration that cannot be read is told" directory
rmdir "$config"
check "none is fine" with '' ''
rm "$config"

# The list of lessons without a screen.

menu() { # INPUT
	printf '%b' "$1" | XDG_STATE_HOME="$work/state" "$cosub" --plain >"$work/out" 2>"$work/err"
}
many_times() { # NUMBER PATTERN
	[ "$(grep -cE -- "$2" "$work/out")" -eq "$1" ] || { cat "$work/out"; return 1; }
}
check "lessons are chosen by their numbers" menu '2\nnext\nquit\n01\nnext 1000\nquit\n25\nquit\n'
check "the list is not told before it is asked for" many_times 0 'Locals that stay; it teaches'
check "the number is the lesson's, not its place in the list" many_times 1 '^A running average$'
check "both were opened" many_times 1 '^Two ways back in$'
check "and stepped" many_times 1 '^coroutine, step 1 of'
check "or by name; what was stepped to its end is done" menu '03-p\nlast\nq\nlist\nparts\nlist\n'
check "the list is told each time" many_times 2 '^02: Two ways back in; it teaches'
check "the one" many_times 2 '^01: .*; done$'
check "not the other" many_times 0 '^02: .*; done$'
check "nor the one whose last step was gone to at once" many_times 0 '^03: .*; done$'
check "the parts have headings" many_times 2 '^Subroutines, entry and re-entry:$'
check "and are told by themselves" many_times 1 '^01 to 06: Subroutines, entry and re-entry; 1 of 6 done$'
check "what is none is said" menu '0\n999\n\0033[2J\nx\0000\nquit\n'
check "each time" many_times 4 '^expected is the number of a lesson, the beginning'
done_by() { # LESSON COMMANDS ARGUMENT ...: whether the lesson is done after the dialogue
	rm -rf "$work/state"
	commands=$2
	wanted=$1
	shift 2
	printf '%b' "$commands" | XDG_STATE_HOME="$work/state" "$cosub" --plain "$@" >"$work/out" 2>"$work/err" || return
	grep -qx "$wanted" "$work/state/cosub/progress" 2>"$work/err"
}
check "a lesson by number is done when it was stepped through" done_by 02-two-ways-back-in 'next 1000\n' 2
check "one by its path as well" done_by 02-two-ways-back-in 'next 1000\n' scenarios/02-two-ways-back-in.py
printf 'next 5\n' >"$work/first"
check "one that a script began as well" done_by 02-two-ways-back-in 'next 1000\n' "--script=$work/first" 2
printf 'next 1000\n' >"$work/all"
check "not by a script alone" fails done_by 02-two-ways-back-in 'frames\n' "--script=$work/all" 2
check "not by its last step" fails done_by 02-two-ways-back-in 'last\n' 2
printf 'print(1)\n' >"$work/none.py"
check "what is no lesson is not kept" fails done_by none 'next 1000\n' "$work/none.py"

# source

printf 'break counter\nnext 2\n' >"$work/inner"
printf '# first\nsource %s\nnext\n' "$work/inner" >"$work/outer"
printf 'next\nnonsense\n' >"$work/wrong"
printf 'source %s\n' "$work/self" >"$work/self"

script() { # COMMANDS
	printf '%b' "$1" >"$work/script"
	status=0
	"$cosub" -x "$work/script" tests/stage/locals.py >"$work/out" 2>"$work/err" </dev/null || status=$?
}

sourced() {
	script "source $work/outer\n"
	[ "$status" -eq 0 ] && says '^breakpoint 1 at the entry of counter' && says '^coroutine, step 3 of'
}
refused() { # FILE PATTERN
	script "source $1\n"
	[ "$status" -eq 1 ] && complains "$2"
}
check "a script sources another" sourced
check "the first mistake ends it, with its place" refused "$work/wrong" "script:1: .*wrong:2: there is no command"
check "a script that sources itself ends" refused "$work/self" 'nested too deep'
check "one that is not there" refused "$work/nowhere" 'nowhere: No such file'

# A lesson that was prepared.

prepared() { # SCRIPT PATTERN
	echo next | "$cosub" --plain "--start=$1" tests/stage/locals.py >"$work/out" 2>"$work/err"
	says "$2"
}
check "a dialogue begins with a script" prepared "$work/outer" '^coroutine, step 4 of'
check "its mistake is told, and the dialogue goes on" prepared "$work/wrong" '^coroutine, step 2 of'
check "with its place" says 'wrong:2: there is no command'

# dump

dumped() {
	script "next 3\ndump $work/picture\nnext\n"
	[ "$status" -eq 0 ] && grep -q '^coroutine, step 3 of' "$work/picture" && grep -q '^subroutine, step 3 of' "$work/picture"
}
check "the sentences are dumped" dumped
cp tests/stage/locals.py "$work/own.py"
itself() {
	printf 'dump %s\n' "$work/./own.py" | "$cosub" --plain "$work/own.py" | grep -q 'is the scenario itself' && cmp tests/stage/locals.py "$work/own.py"
}
check "the scenario itself is spared" itself
nowhere() {
	script "dump $work/none/x\n"
	[ "$status" -eq 1 ] && complains 'none/x: No such file'
}
check "a folder that is not there" nowhere
full() {
	script 'dump /dev/full\n'
	[ "$status" -eq 1 ] && complains '/dev/full: No space left'
}
check "a disk that is full" full
finish
