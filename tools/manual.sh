#!/bin/sh
# manual.sh COSUB PAGE: writes what COSUB says of its own tables into the manual
# page, between the two lines that say so.
set -eu
cosub=$1
page=$2
new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
	sed '/^\.\\" begin: cosub --manual$/q' "$page"
	"$cosub" --manual
	sed -n '/^\.\\" end: cosub --manual$/,$p' "$page"
} >"$new"
cat "$new" >"$page"
