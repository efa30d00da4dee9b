#!/bin/sh
# tools/setup.sh on made machines: a directory of commands is all its PATH.
set -u
. tests/support/check.sh
setup=$PWD/tools/setup.sh
machine=$work/machine

# A machine with the shell's everyday commands and the given made ones, each
# ending well and noting that it was called.
fresh() {
	rm -rf "$machine"
	mkdir "$machine"
	for name in sh cat env id; do
		ln -s "$(command -v "$name")" "$machine/$name"
	done
	for name; do
		printf '#!/bin/sh\necho "%s $*" >>"%s"\n' "$name" "$work/calls" >"$machine/$name"
		chmod +x "$machine/$name"
	done
	: >"$work/calls"
}

run() { # PURPOSE: the output is kept, the status given
	PATH=$machine CC=cc "$setup" "$1" >"$work/out" 2>&1
}

says() {
	cat "$work/out"
	grep -F -q -- "$1" "$work/out"
}

is_silent() {
	cat "$work/out"
	[ ! -s "$work/out" ]
}

called() {
	cat "$work/calls"
	grep -E -q -- "$1" "$work/calls"
}

# A pkg-config that knows all modules but those named.
without_modules() {
	{
		echo '#!/bin/sh'
		for module; do
			echo "[ \"\$2\" != $module ] || exit 1"
		done
	} >"$machine/pkg-config"
	chmod +x "$machine/pkg-config"
}

fresh cc pkg-config tmux
check "a complete machine passes" run check
check "a complete machine hears nothing" is_silent

fresh cc pkg-config tmux
without_modules check vterm
check "to run it, no test library is needed" run run
check "without apt-get a missing library is an error" fails run check
run check
check "the missing packages are named" says 'missing packages: check libvterm-dev'
check "the user is told that there is no apt-get" says 'there is no apt-get'

fresh cc pkg-config
check "without tmux the tests cannot run" fails run check
check "tmux is named" says 'missing packages: tmux'

fresh
check "without a compiler the set-up fails" fails run run
check "a bare machine hears of every package" says 'missing packages: gcc pkg-config libncurses-dev libedit-dev'

fresh cc apt-get sudo
without_modules libedit
check "packages that stay missing are an error" fails run run
check "packages that stay missing are named" says 'still missing: libedit-dev'
check "the lists of packages are fetched first" called 'apt-get update|sudo env .* apt-get update'
check "what is missing is installed" called 'apt-get install .*libedit-dev'
check "what is there is not installed" fails called 'apt-get install .*libncurses-dev'

# Somebody who is not root.
no_root() { # COMMAND ...: a machine with these
	fresh "$@"
	rm "$machine/id"
	printf '#!/bin/sh\necho 1000\n' >"$machine/id"
	chmod +x "$machine/id"
}
no_root cc apt-get
without_modules libedit
check "without sudo nothing is installed" fails run run
check "the command for root is told" says '    apt-get update && apt-get install --no-install-recommends libedit-dev libc6-dev'
check "and why" says 'there is no sudo here; as root'
check "nothing was called" fails called apt-get
no_root cc apt-get sudo
without_modules libedit
run run
check "with sudo it installs" called 'sudo env .*apt-get install .*libedit-dev'

# The installation that this apt-get does is a pkg-config that knows all.
fresh cc sudo tmux
without_modules check
cat >"$machine/apt-get" <<END
#!/bin/sh
[ "\$1" = update ] || printf '#!/bin/sh\n' >"$machine/pkg-config"
END
printf '#!/bin/sh\nexec "$@"\n' >"$machine/sudo"
chmod +x "$machine/apt-get"
check "a machine is complete after the installation" run check

# A compiler that knows all headers but those named.
without_headers() {
	{
		echo '#!/bin/sh'
		echo 'read -r line'
		for header; do
			echo "[ \"\$line\" != '#include <$header>' ] || exit 1"
		done
	} >"$machine/cc"
	chmod +x "$machine/cc"
}

looks() { # STATUS
	run look
	status=$?
	cat "$work/out" "$work/calls"
	[ "$status" -eq "$1" ] && [ ! -s "$work/calls" ]
}

fresh apt-get sudo
without_headers none.h
check "a look is content with a compiler and the headers" looks 0
check "and says nothing" is_silent
without_headers curses.h histedit.h
check "a look that misses something ends with status 2 and installs nothing" looks 2
check "it names the packages" says 'missing packages: libncurses-dev libedit-dev'
check "it says what to do" says 'install them and run make again'
check "and by which command" says '    apt-get update && apt-get install --no-install-recommends libncurses-dev libedit-dev libc6-dev'
without_headers stdio.h
check "a compiler without the C library is not enough" looks 2
check "its package is named" says 'missing packages: libc6-dev'
rm "$machine/cc"
check "without a compiler a look fails" looks 2
check "the compiler is named first" says 'missing packages: gcc libncurses-dev libedit-dev'

finish
