#!/bin/sh
# The pictures that are kept are those that the program makes, and README shows
# them, one also as text.
. tests/support/check.sh

LC_ALL=C.UTF-8
export LC_ALL

tools/pictures.sh "$COSUB" "$work/pictures"

is_new() { # FILE
	same_rows "pictures/$1" "$work/pictures/$1" 'make golden'
}

for file in "$work"/pictures/*; do
	check "pictures/${file##*/} is up to date" is_new "${file##*/}"
done

no_stranger() {
	for file in pictures/*; do
		[ -e "$work/$file" ] || { echo "$file: tools/pictures.sh makes no such picture"; return 1; }
	done
}

# shellcheck disable=SC2016 # the ends of a block of code
in_readme() {
	sed -n '/^```$/,/^```$/p' README.md | sed -e '1d' -e '/^```$/,$d' >"$work/shown"
	same_rows pictures/locals.txt "$work/shown" 'make golden' README.md
}

# Each in both themes, and each with words for who does not see it.
all_in_readme() {
	for file in pictures/*-dark.svg; do
		name=${file%-dark.svg}
		grep -F -q "<source media=\"(prefers-color-scheme: dark)\" srcset=\"$file\">" README.md &&
			grep -F -q "<img src=\"$name-light.svg\" alt=\"" README.md || { echo "README does not show $file"; return 1; }
	done
}

# A picture is on the ground of its theme; dark is the usual one.
ground() { # COLOUR OPTION ...
	colour=$1
	shift
	"$COSUB" dump --svg "$@" scenarios/01-locals-that-stay.py | grep -q "^<rect width=.* fill=\"$colour\"/>\$"
}

well_formed() {
	for file in pictures/*.svg; do
		awk '
			{ line = $0; gsub(/<[^<>]*\/>/, "", line); opened += gsub(/<[a-z][^<>]*>/, "", line); closed += gsub(/<\/[a-z]+>/, "", line) }
			line ~ /[<>]/ || line ~ /&/ && line !~ /&(amp|lt|gt);/ { bad = 1 }
			END { exit bad || opened != closed || opened == 0 }' "$file" || { echo "$file is not well-formed"; return 1; }
	done
}

check "nothing else is kept with the pictures" no_stranger
check "README shows the picture of locals" in_readme
check "README shows every picture, dark and light" all_in_readme
check "a picture is dark" ground '#1b1b1b'
check "or as it is asked for" ground '#fbfbfb' --theme=light
check "also by name" ground '#1b1b1b' --theme=dark
check "the tags of the pictures are closed" well_formed
finish
