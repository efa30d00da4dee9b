#!/bin/sh
# keep.sh FILE: writes standard input to FILE, but leaves FILE as it is when
# nothing would change, so that make rebuilds nothing.
set -eu
mkdir -p "$(dirname "$1")"
cat >"$1.new"
if cmp -s "$1.new" "$1"; then
	rm "$1.new"
else
	mv "$1.new" "$1"
fi
