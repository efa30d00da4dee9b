#!/bin/sh
# embed.sh [FILE.py ...]: prints the C file that defines lib_files (src/vm/lib.h).
set -eu

bytes_of() {
	od -An -v -tu1 "$1" | awk '{ gsub(/[0-9]+/, "&,"); print "\t" $0 } END { print "\t0" }'
}

name_of() {
	basename "$1" .py
}

echo '#include "vm/lib.h"'
for file; do
	echo "static const unsigned char text_of_$(name_of "$file")[] = {"
	bytes_of "$file"
	echo "};"
done
echo "const struct lib_file lib_files[] = {"
for file; do
	name=$(name_of "$file")
	echo "	{ \"$name\", (const char *)text_of_$name, sizeof text_of_$name - 1 },"
done
echo "	{ 0 },"
echo "};"
echo "const size_t lib_file_count = $#;"
