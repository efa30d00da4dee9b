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
	sed -n 's/^\t{ "\([a-z]*\)",.*/\1/p' src/vm/modules.c | while read -r module; do
		grep -q "^.Pa $module " man/cosub-scenario.5 || { echo "man/cosub-scenario.5 lacks $module"; return 1; }
	done
}

# What the program's own tables say stands in the page as they say it.
true_to_the_tables()
{
	"$COSUB" --manual >"$work/says"
	sed -n '/^\.\\" begin: cosub --manual$/,/^\.\\" end: cosub --manual$/p' man/cosub.1 | sed '1d;$d' >"$work/stands"
	diff "$work/stands" "$work/says" || { echo 'make manual writes it into the page'; return 1; }
}

lint()
{
	! mandoc -T lint -W warning man/cosub*.[1-9] 2>/dev/null | grep -v 'referenced manual'
}

check "every option stands in cosub(1)" no_missing_option
check "commands and settings in cosub(1) are those of the program" true_to_the_tables
check "every module stands in cosub-scenario(5)" no_missing_module
if command -v mandoc >/dev/null 2>&1; then
	check "the manual pages are clean" lint
fi
finish
