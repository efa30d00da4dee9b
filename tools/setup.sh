#!/bin/sh
# setup.sh run|check: makes sure that what cosub is built from (and tested
# with) is there.  Silent when it is; else says what is missing and installs it
# with apt-get, or stops where there is none.
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

find_missing() {
	missing=
	need_tool gcc "${CC:-cc}"
	need_tool pkg-config pkg-config
	need_library libncurses-dev ncursesw
	need_library libedit-dev libedit
	if [ "$purpose" = check ]; then
		need_library check check
		need_library libvterm-dev vterm
		need_tool tmux tmux
	fi
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		env DEBIAN_FRONTEND=noninteractive "$@"
	else
		sudo env DEBIAN_FRONTEND=noninteractive "$@"
	fi
}

purpose=${1:-check}
find_missing
[ -n "$missing" ] || exit 0

echo "cosub: missing packages:$missing" >&2
if ! has apt-get; then
	echo "cosub: there is no apt-get here; install them (these are Debian's names), then run make again" >&2
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
