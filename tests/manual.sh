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

lint()
{
	! mandoc -T lint -W warning man/cosub*.[1-9] 2>/dev/null | grep -v 'referenced manual'
}

check "every option stands in cosub(1)" no_missing_option
check "every module stands in cosub-scenario(5)" no_missing_module
if command -v mandoc >/dev/null 2>&1; then
	check "the manual pages are clean" lint
fi
finish
