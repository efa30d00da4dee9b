#!/bin/sh
# setup.sh look|run|check: makes sure that what cosub is built from (and, for
# check, tested with) is there.  Silent when it is; else says what is missing and
# installs it with apt-get, or stops where there is none.  look only looks, and
# ends with status 2 when something is missing.
set -eu

has() {
	command -v "$1" >/dev/null 2>&1
}

need_tool() { # PACKAGE COMMAND
	has "$2" || missing="$missing $1"
}

need_library() { # PACKAGE MODULE
	pkg-config --exists "$2" 2>/dev/null || missing="$missing $1"
}

# A header is what counts: the library may be where pkg-config does not know it.
need_header() { # PACKAGE HEADER
	# shellcheck disable=SC2086 # commands and lists of flags
	printf '#include <%s>\n' "$2" | $CC ${CPPFLAGS:-} -E -x c - >/dev/null 2>&1 ||
		missing="$missing $1"
}

look() {
	missing=
	need_tool gcc "${CC%% *}"
	[ -n "$missing" ] || need_header libc6-dev stdio.h
	need_header libncurses-dev curses.h
	need_header libedit-dev histedit.h
}

find_missing() {
	missing=
	need_tool gcc "${CC%% *}"
	need_tool pkg-config pkg-config
	need_library libncurses-dev ncursesw
	need_library libedit-dev libedit
	if [ "$purpose" = check ]; then
		need_library check check
		need_library libvterm-dev vterm
		need_tool tmux tmux
	fi
}

is_root() {
	[ "$(id -u)" -eq 0 ]
}

as_root() {
	if is_root; then
		env DEBIAN_FRONTEND=noninteractive "$@"
	else
		sudo env DEBIAN_FRONTEND=noninteractive "$@"
	fi
}

# What root has to type: $missing, and what the compiler needs beside it.
say_command() {
	echo "cosub: $1:" >&2
	echo "    apt-get update && apt-get install --no-install-recommends$missing libc6-dev" >&2
}

CC=${CC:-cc}
purpose=${1:-check}
if [ "$purpose" = look ]; then
	look
	[ -n "$missing" ] || exit 0
	echo "cosub: missing packages:$missing (Debian's names)" >&2
	echo "cosub: install them and run make again; make run and make check install them by themselves" >&2
	! has apt-get || say_command "with apt-get, as root"
	exit 2
fi
find_missing
[ -n "$missing" ] || exit 0

echo "cosub: missing packages:$missing" >&2
if ! has apt-get; then
	echo "cosub: there is no apt-get here; install them (these are Debian's names), then run make again" >&2
	exit 1
fi
if ! is_root && ! has sudo; then
	say_command "there is no sudo here; as root, type this, then run make again"
	exit 1
fi
echo "cosub: installing them with apt-get" >&2
as_root apt-get update -q >&2
# shellcheck disable=SC2086 # a list of names
as_root apt-get install -q -y --no-install-recommends $missing libc6-dev >&2
find_missing
if [ -n "$missing" ]; then
	echo "cosub: still missing:$missing" >&2
	exit 1
fi
