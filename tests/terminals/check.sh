#!/bin/sh
# check.sh: random pictures on xterm.js's headless terminal, cell for cell.  It
# needs node and, from npm, @xterm/headless, which it installs in a temporary
# folder; where that cannot be it says so and is no failure.  (libvterm has the
# same pictures in tests/unit/test_terminals.c, tmux has cosub's own screens in
# tests/tmux.sh.)
set -eu
pictures=${BUILD:-build}/tests/demo_pictures
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
	echo "check-terminals: skipped, there is no node"
	exit 0
fi
if ! (cd "$work" && npm install --no-audit --no-fund @xterm/headless@6.0.0 >npm.log 2>&1); then
	echo "check-terminals: skipped, npm does not get @xterm/headless: $(tail -n 1 "$work/npm.log")"
	exit 0
fi
for cols in 7 8 13 80; do
	"$pictures" "$cols" 300 "$cols" 6 >"$work/pictures"
	node tests/terminals/xterm.mjs "$work/node_modules/@xterm/headless" "$cols" 6 <"$work/pictures"
done
