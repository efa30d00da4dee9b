#!/bin/sh
# The Makefile over a small made tree: what it builds, installs and leaves.
set -u
. tests/support/check.sh
tree=$work/tree

mkdir -p "$tree/src/vm/library/lib" "$tree/scenarios" "$tree/man"
cp -R Makefile tools "$tree"
find src/base src/lang src/vm/eval/lib.h -name '*.h' | while read -r header; do
	install -D -m 644 "$header" "$tree/$header"
done
# The tree has no compiler of its own.
embed=$(cd "$BUILD" && pwd)/embed
cat >"$tree/src/main.c" <<'END'
#include "vm/eval/lib.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	printf("%s %s\n", argc > 1 ? argv[1] : "-", COSUB_DATADIR);
	for (size_t i = 0; i < lib_file_count; i++) {
		const struct source *s = &lib_files[i].source;
		printf("%s %s %zu:", lib_files[i].name, s->path, s->len);
		fwrite(s->text, 1, s->len, stdout);
	}
	return 0;
}
END
echo 'print(1)' >"$tree/scenarios/02-second.py"
echo 'print(1)' >"$tree/scenarios/01-first.py"
echo '.TH COSUB 1' >"$tree/man/cosub.1"
echo '.TH COSUB 5' >"$tree/man/cosub.5"

in_tree() {
	(cd "$tree" && unset BUILD MAKEFLAGS MAKELEVEL && make -s CC="${CC:-cc}" EMBED="$embed" CFLAGS=-O0 LIBS= "$@")
}

prints() { # TEXT COMMAND ...
	expected=$1
	shift
	"$@" >"$work/out" 2>&1
	cat "$work/out"
	[ "$(cat "$work/out")" = "$expected" ]
}

builds_nothing() {
	find "$tree/build" -name '*.o' -newer "$work/stamp" | grep . && return 1
	return 0
}

check "a tree without library files builds" in_tree
check "the binary knows where the scenarios go" prints "- /usr/local/share/cosub" "$tree/build/cosub"

touch "$work/stamp"
in_tree >"$work/out" 2>&1
check "a second build compiles nothing" builds_nothing

printf 'a = "b"\\\n#\303\251\t??/' >"$tree/src/vm/library/lib/odd.py"
: >"$tree/src/vm/library/lib/empty.py"
check "a new library file is built in" in_tree
empty='empty <library>/empty.py 0:'
check "library files are embedded byte for byte, in order" \
	prints "$(printf -- '- /usr/local/share/cosub\n%sodd <library>/odd.py 16:a = "b"\\\n#\303\251\t??/' "$empty")" "$tree/build/cosub"
rm "$tree/src/vm/library/lib/odd.py"
in_tree >"$work/out" 2>&1
check "a removed library file is gone from the binary" \
	prints "$(printf -- '- /usr/local/share/cosub\n%s' "$empty")" "$tree/build/cosub"
mkdir "$tree/src/vm/library/lib/long"
printf 'a = 1\n' >"$tree/src/vm/library/lib/long/1-one.py"
printf 'b = a' >"$tree/src/vm/library/lib/long/2-two.py"
printf 'c = b\n' >"$tree/src/vm/library/lib/long/3-three.py"
in_tree >"$work/out" 2>&1
check "the files in a folder are one module, two empty lines between them" \
	prints "$(printf -- '- /usr/local/share/cosub\n%slong <library>/long.py 22:a = 1\n\n\nb = a\n\n\nc = b\n' "$empty")" "$tree/build/cosub"
printf 'b = a\nc = = b\n' >"$tree/src/vm/library/lib/long/2-two.py"
in_tree >"$work/out" 2>&1
check "a mistake in one of them is told by its place there" grep -F 'src/vm/library/lib/long/2-two.py:2:5: invalid syntax' "$work/out"
rm -r "$tree/src/vm/library/lib/long"
printf 'a = 1\nb = 2 +\n' >"$tree/src/vm/library/lib/wrong.py"
check "a mistake in a library file fails the build" fails in_tree
in_tree >"$work/out" 2>&1
check "its place is told" grep -F 'src/vm/library/lib/wrong.py:2:8: invalid syntax' "$work/out"
check "nothing is left of the attempt" fails test -e "$tree/build/gen/vm_lib.c"
rm "$tree/src/vm/library/lib/empty.py" "$tree/src/vm/library/lib/wrong.py"
in_tree >"$work/out" 2>&1

check "run opens the first scenario" prints "scenarios/01-first.py /usr/local/share/cosub" in_tree run

check "install works in a staging directory" in_tree install PREFIX=/opt/x DESTDIR="$work/stage"
root=$work/stage/opt/x
for file in bin/cosub share/man/man1/cosub.1 share/man/man5/cosub.5 \
	share/cosub/scenarios/01-first.py share/cosub/scenarios/02-second.py; do
	check "$file is installed" test -f "$root/$file"
done
check "the installed binary knows its own place" prints "- /opt/x/share/cosub" "$root/bin/cosub"
check "uninstall works" in_tree uninstall PREFIX=/opt/x DESTDIR="$work/stage"
check "uninstall leaves no file" prints "" find "$work/stage" -type f

echo 'int x = 1 +;' >"$tree/src/base/bad.c"
check "a file that does not compile fails the build" fails in_tree
echo 'void f(void); void f(void) { int unused; }' >"$tree/src/base/bad.c"
check "a warning is no fault for a user" in_tree
check "but for a check it is" fails in_tree lint-build
check "with STRICT= it is none" in_tree lint-build STRICT=
check "what was built with a warning does not pass a check later" fails in_tree lint-build
check "and still is no fault for a user" in_tree
echo 'void f(void);' >"$tree/src/base/bad.c"
check "a check passes when the warning is gone" in_tree lint-build
touch "$work/stamp"
in_tree >"$work/out" 2>&1
check "what passed a check is built" builds_nothing
cat >"$work/versioned-cc" <<END
#!/bin/sh
[ "\$1" != --version ] || { echo 1; exit; }
exec ${CC:-cc} "\$@"
END
chmod +x "$work/versioned-cc"
in_tree CC="$work/versioned-cc" >"$work/out" 2>&1
sed -i 's/echo 1/echo 2/' "$work/versioned-cc"
touch "$work/stamp"
in_tree CC="$work/versioned-cc" >"$work/out" 2>&1
check "for another version of the compiler all is built again" fails builds_nothing
in_tree >"$work/out" 2>&1
echo 'int state;' >"$tree/src/base/bad.c"
check "mutable state passes the build" in_tree
check "mutable state fails the layers" fails in_tree layers
rm "$tree/src/base/bad.c"
check "the layers are right without it" in_tree layers

check "BUILD puts the output elsewhere" in_tree BUILD="$work/elsewhere"
check "the binary is there" test -x "$work/elsewhere/cosub"
check "clean works" in_tree clean
check "clean leaves no output" fails test -e "$tree/build"

finish
