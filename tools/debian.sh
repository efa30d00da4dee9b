#!/bin/sh
# debian.sh RELEASE [COMMAND ...]: runs a command (make check, when none is
# given) with this tree's files on a Debian that has just been installed and has
# git, gcc and make besides, in a folder of its own:
#
#     tools/debian.sh bookworm make run       README's two commands on a fresh
#     tools/debian.sh trixie make check       Debian 12 and a fresh Debian 13
#
# debootstrap makes the folder, from the archive that this machine's apt-get has,
# in two minutes on two processors; make check in it installs the libraries and
# takes three to five more.  The folder is gone afterwards, unless DEBIAN_TREE
# names one: then that is kept and used the next time (no longer fresh).  The
# command sees neither this machine's processes nor its home folders.
#
# The status is the command's.  Where the folder cannot be made (no root, no
# debootstrap, no archive, no right to mount) a sentence says so, and the status
# is 75, so that a caller can tell what failed from what was not tried.
set -eu
cd "$(dirname "$0")/.."

give_up() { # SENTENCE
	echo "debian.sh: $1" >&2
	exit 75
}

# The archive of this machine's own packages, or nothing: debootstrap knows one.
find_archive() {
	# shellcheck disable=SC2016 # the dollar is apt's
	apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
		grep -E '/debian/?$' | head -n 1
}

make_tree() {
	command -v debootstrap >/dev/null ||
		give_up 'there is no debootstrap here; its package is called so, too'
	echo "debian.sh: installing Debian $release in $tree" >&2
	# shellcheck disable=SC2046 # no archive is no word
	timeout 600 debootstrap --variant=minbase --include=git,gcc,libc6-dev,make \
		"$release" "$tree/root" $(find_archive) >"$tree/log" 2>&1 || {
		tail -n 3 "$tree/log" >&2
		give_up "Debian $release could not be installed; the lines above are debootstrap's"
	}
	touch "$tree/complete"
}

copy_files() {
	rm -rf "$tree/root/cosub"
	mkdir "$tree/root/cosub"
	git ls-files -z | xargs -0 ls -d 2>/dev/null | tar -c -T - | tar -x -C "$tree/root/cosub"
}

# In here mounts are ours alone, and end with the command. Without a session of its
# own it would belong to a group of processes that has no number here: 0, and who
# sends that group a signal sends it to themselves.
run_inside() {
	unshare --mount --pid --fork --kill-child sh -s "$tree/root" "$@" <<'END'
		root=$1
		shift
		{ mount -t proc proc "$root/proc" && mkdir -p "$root/dev/pts" &&
			mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"; } || exit 75
		rm -f "$root/dev/ptmx"
		ln -s pts/ptmx "$root/dev/ptmx"
		exec setsid chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
			${http_proxy:+"http_proxy=$http_proxy"} sh -c 'cd /cosub && exec "$@"' sh "$@" </dev/null
END
}

[ $# -gt 0 ] || { echo 'usage: tools/debian.sh RELEASE [COMMAND ...]' >&2; exit 2; }
release=$1
shift
[ $# -gt 0 ] || set -- make check
[ "$(id -u)" -eq 0 ] || give_up 'only root can make such a folder'
unshare --mount --pid --fork true 2>/dev/null || give_up 'nobody may mount anything here'
if [ -n "${DEBIAN_TREE-}" ]; then
	tree=$DEBIAN_TREE
	mkdir -p "$tree"
else
	tree=$(mktemp -d /var/tmp/cosub-debian-XXXXXX)
	trap 'rm -rf "$tree"' EXIT
	trap 'exit 130' INT TERM HUP
fi
[ -e "$tree/complete" ] || make_tree
copy_files
run_inside "$@"
