import sys

print("out", 1, None, True, 1.5, sep=", ", end=".\n")
print("err one", file=sys.stderr)
sys.stdout.write("plain write\n")
sys.stderr.write("err two\n")
print("flushed", flush=True)
print()
print("", end="")
print("no newline", end="")
print()
print(*[1, 2, 3], sep="\n")
print("a\tb", "quote'", repr("a\n"))
