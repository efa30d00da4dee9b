#!/bin/sh
# cosub under tmux, a second terminal beside that of the unit tests: its screen
# is the picture that "cosub dump" makes, in every size, and it leaves as it came.
. tests/support/check.sh

# So short that nothing scrolls: its picture does not depend on the way there.
lesson=$work/short.py
cat >"$lesson" <<'END'
# %% coroutine
def count():
    n = 0
    while n < 2:
        n += 1
        yield n
for v in count():
    print(v)
# %% subroutine
def step(n):
    return n + 1
n = 0
while n < 2:
    n = step(n)
    print(n)
END
cat >"$work/tmux.conf" <<'END'
set -g default-terminal tmux-256color
set -g status off
END

# Servers of this test alone, without a person's settings.
in_tmux() {
	env -u TMUX LC_ALL=C.UTF-8 tmux -L "cosub-$$-$server" -f "$work/tmux.conf" "$@"
}
stop_all() {
	for server in colours light dark plain ascii; do
		in_tmux kill-server 2>/dev/null
	done
}
trap 'stop_all; rm -rf "$work"' EXIT

# start COLUMNS ROWS ENVIRONMENT ...: cosub on a terminal of that size, and
# behind it something that keeps the terminal.
start() {
	cols=$1 rows=$2
	shift 2
	in_tmux new-session -d -x "$cols" -y "$rows" \
		"env $* XDG_STATE_HOME=$work XDG_CONFIG_HOME=$work $COSUB $lesson; echo ended \$?; cat"
}

screen() {
	in_tmux capture-pane -p
}

# becomes FILE: waits until the screen is what the file says.
becomes() {
	tries=0
	while screen >"$work/screen" && ! cmp -s "$work/screen" "$1"; do
		tries=$((tries + 1))
		if [ "$tries" -gt 200 ]; then
			diff -u "$1" "$work/screen"
			return 1
		fi
		sleep 0.05
	done
}

# is_dump COLUMNSxROWS KEYS [OPTION]
is_dump() {
	"$COSUB" dump --size "$1" --keys "$2" ${3:+"$3"} "$lesson" >"$work/want"
	becomes "$work/want"
}

press_is_dump() { # KEYS
	in_tmux send-keys -l "$1"
	is_dump 80x24 "$1"
}

at_first() {
	start 80 24 && is_dump 80x24 ''
}

resized() { # COLUMNS ROWS
	in_tmux resize-window -x "$1" -y "$2"
	is_dump "$1x$2" nnnnnnnnnn
}

has_colours() {
	in_tmux capture-pane -p -e >"$work/colours"
	grep -q '38;5;75' "$work/colours" && grep -q '38;5;214' "$work/colours"
}

# tmux 3.3a tells the background of a pane that was given one, and no other.
goes_by_the_pane() {
	echo "set -g window-style bg=$1" >>"$work/tmux.conf"
	start 80 24 && is_dump 80x24 '' && in_tmux send-keys -l ']]]' && is_dump 80x24 ']]]' || return 1
	in_tmux capture-pane -p -e >"$work/colours"
	grep -q "38;5;$2" "$work/colours" && grep -q "38;5;$3" "$work/colours"
}

has_no_colours() {
	start 80 24 NO_COLOR=1
	is_dump 80x24 '' && in_tmux send-keys -l ']]]' && is_dump 80x24 ']]]' || return 1
	in_tmux capture-pane -p -e >"$work/colours"
	! grep '[34]8;5' "$work/colours"
}

swallows_a_paste() {
	in_tmux set-buffer 'qqqnnn' \; paste-buffer -p
	in_tmux send-keys -l n
	is_dump 80x24 nnnnnnnnnnn
}

shows() { # TEXT
	tries=0
	until screen | grep -F -q -- "$1"; do
		tries=$((tries + 1))
		[ "$tries" -lt 200 ] || { screen; return 1; }
		sleep 0.05
	done
}

takes_arrows_and_escape() {
	in_tmux send-keys Down Down Up F1
	shows 'one step on'
	in_tmux send-keys Escape
	is_dump 80x24 nnnnnnnnnnn
}

is_ascii() {
	start 80 24 LC_ALL=C
	in_tmux send-keys -l ']'
	is_dump 80x24 ] --ascii
}

ends() {
	in_tmux send-keys -l q
	shows 'ended 0'
	in_tmux display-message -p '#{alternate_on} #{cursor_flag}'
	[ "$(in_tmux display-message -p '#{alternate_on} #{cursor_flag}')" = '0 1' ]
}

server=colours
check "the first screen is what dump prints" at_first
check "after ten steps it still is" press_is_dump nnnnnnnnnn
check "it has colours" has_colours
check "a smaller window shows the same step" resized 90 20
check "so does a larger one" resized 120 36
check "and one too small for panes" resized 30 8
check "back at first it is as before" resized 80 24
check "a paste does nothing" swallows_a_paste
check "arrows, Escape and F1 are known" takes_arrows_and_escape
check "it ends and leaves the terminal as it was" ends
server=light
check "a light pane has the light colours" goes_by_the_pane "#fdf6e3" 25 94
server=dark
check "a dark pane has the dark ones" goes_by_the_pane "#002b36" 75 214
server=plain
check "without colours it is the same" has_no_colours
server=ascii
check "in ASCII it is the same" is_ascii
finish
