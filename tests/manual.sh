#!/bin/sh
# The manual pages: clean for mandoc where there is one, and true to the program.
. tests/support/check.sh

no_missing_option()
{
	"$COSUB" --help | grep -o '^  --[a-z-]*' | tr -d ' ' | while read -r option; do
		grep -q -- "Fl \\\\-${option#--}" man/cosub.1 || { echo "man/cosub.1 lacks $option"; return 1; }
	done
}

no_missing_module()
{
	sed -n 's/^\t{ "\([a-z]*\)",.*/\1/p' src/vm/library/modules.c | while read -r module; do
		grep -q "^.Pa $module " man/cosub-scenario.5 || { echo "man/cosub-scenario.5 lacks $module"; return 1; }
	done
}

# What the program's own tables say stands in the page as they say it.
true_to_the_tables()
{
	"$COSUB" --manual >"$work/says"
	sed -n '/^\.\\" begin: cosub --manual$/,/^\.\\" end: cosub --manual$/p' man/cosub.1 | sed '1d;$d' >"$work/stands"
	same_rows "$work/stands" "$work/says" 'make golden' man/cosub.1
}

# A lesson stands there by its number, and below that by its title.
no_missing_lesson()
{
	for file in scenarios/*.py; do
		number=$(basename "$file" | cut -c1-2)
		title=$(sed -n '/^# # /{s/^# # "\{0,1\}//; s/"$//; p; q;}' "$file")
		grep -A 1 "^.It Cm $number\$" man/cosub-teaching.7 | grep -qF -- "$title" || { echo "man/cosub-teaching.7 lacks $number, $title"; return 1; }
	done
}

# What it tells to type can be typed.
teaching_example()
{
	sed -n '/^# the second re-entry/,/^\.Ed/p' man/cosub-teaching.7 | grep -v '^\.Ed' >"$work/script"
	"$COSUB" -x "$work/script" 01 >"$work/out" && grep -q 're-entry holds' "$work/out" && "$COSUB" dump --step 9 01 | sed -n 20p | grep -q 'what happened'
}

lint()
{
	! mandoc -T lint -W warning man/cosub*.[1-9] 2>/dev/null | grep -v 'referenced manual'
}

check "every option stands in cosub(1)" no_missing_option
check "commands and settings in cosub(1) are those of the program" true_to_the_tables
check "every module stands in cosub-scenario(5)" no_missing_module
check "every lesson stands in cosub-teaching(7)" no_missing_lesson
check "the script in cosub-teaching(7) is one" teaching_example
if command -v mandoc >/dev/null 2>&1; then
	check "the manual pages are clean" lint
fi
finish
