# shellcheck shell=sh
# Sourced by tests/*.sh, which run from the top of the tree:
#
#     . tests/support/check.sh
#     check "a cut trace is refused" refuses "$work/cut.trace"
#     finish
#
# $work is a directory that is gone afterwards.

# What whoever starts a test has set is no affair of the test's: a shell cannot
# take a signal again that it was told to ignore (by nohup, by a shell that put
# it into the background), but env can for the shell.
if [ -z "${SIGNALS_ANEW-}" ] && env --default-signal true 2>/dev/null; then
	SIGNALS_ANEW=1 exec env --default-signal "$0" "$@"
fi
unset SIGNALS_ANEW NO_COLOR COLORTERM COLUMNS LINES LANG LC_CTYPE
LC_ALL=C.UTF-8
TERM=xterm-256color
export LC_ALL TERM
umask 022

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

# same_rows WANTED FILE COMMAND [NAME]: both have the same rows; else shows the first of
# those that differ, the wanted ones ("-") above those that came ("+"), and tells
# the command that writes WANTED, or the file NAME that it is of, anew.
same_rows() {
	diff -U0 "$1" "$2" >"$work/.rows" && return
	echo "${4:-$1}: \`$3' writes it anew: $(grep -c '^-[^-]' "$work/.rows") rows differ"
	sed 1,2d "$work/.rows" | head -n 8
	return 1
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
