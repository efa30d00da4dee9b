#!/bin/sh
# tools/debian.sh where no Debian can be made: it says why, and tells so by its
# status.  A directory of commands is all its PATH.
set -u
. tests/support/check.sh
debian=$PWD/tools/debian.sh
machine=$work/machine

# Everyday commands, and root's rights if one does not look closely.
mkdir "$machine"
for name in sh cat dirname mktemp rm mkdir touch tail head grep timeout; do
	ln -s "$(command -v "$name")" "$machine/$name"
done
made() { # NAME: standard input is its script
	{ echo '#!/bin/sh'; cat; } >"$machine/$1"
	chmod +x "$machine/$1"
}
echo 'echo 0' | made id
echo : | made unshare

ends() { # STATUS SENTENCE ARGUMENT ...
	want=$1 sentence=$2
	shift 2
	status=0
	PATH=$machine DEBIAN_TREE=$work/tree "$debian" "$@" >"$work/out" 2>&1 || status=$?
	cat "$work/out"
	[ "$status" -eq "$want" ] && grep -F -q -- "$sentence" "$work/out"
}

check "without a release its usage is told" ends 2 'usage: tools/debian.sh RELEASE'
check "without debootstrap none is tried" ends 75 'there is no debootstrap here' trixie
made debootstrap <<'END'
echo "E: no archive for $3"
exit 1
END
echo 'echo http://archive.invalid/debian/' | made apt-get
check "an archive that cannot be reached is told" ends 75 'Debian trixie could not be installed' trixie
check "with what debootstrap said" ends 75 'E: no archive for trixie' trixie
echo "false" | made unshare
check "who may not mount is told" ends 75 'nobody may mount anything here' trixie
echo 'echo 1000' | made id
check "who is not root is told" ends 75 'only root can make such a folder' trixie
check "no folder is taken for one that is complete" fails test -e "$work/tree/complete"

finish
