# shellcheck shell=sh
# Sourced by tests/*.sh, which run from the top of the tree:
#
#     . tests/support/check.sh
#     check "a cut trace is refused" refuses "$work/cut.trace"
#     finish
#
# $work is a directory that is gone afterwards.

passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# check SENTENCE COMMAND ...: the command has to end with status 0; what it
# prints is shown only if it does not.
check() {
	sentence=$1
	shift
	if ("$@") >"$work/.said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$0: failed: $sentence"
		sed 's/^/    /' "$work/.said"
	fi
}

# fails COMMAND ...: the command has to end with another status.
fails() {
	! "$@"
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
