#!/bin/sh
# Tests pass wherever they are started from: here some that depend on signals,
# modes of files, the environment and the terminal, in a session that has none
# of these as usual.
set -u
. tests/support/check.sh

oddly() { # COMMAND ...: its output, if it fails
	(
		trap '' HUP INT QUIT PIPE TERM TSTP TTIN TTOU
		umask 0177
		exec setsid env -i PATH="$PATH" LANG=C NO_COLOR=1 LINES=3 COLUMNS=7 BUILD="$BUILD" \
			COSUB="$COSUB" CC="${CC:-cc}" "$@" </dev/null
	)
}

check "the terminal's tests pass" oddly "$BUILD/tests/unit" screen prompt
check "those that keep files pass" oddly "$BUILD/tests/unit" progress config
check "those of the command line pass" oddly tests/cli.sh
check "those of the configuration pass" oddly tests/config.sh

finish
