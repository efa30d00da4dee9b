print(int("42"), int("-0x1f", 16), int("101", 2), int("z", 36), int("  7\n"))
print(int("0b11", 0), int("0o17", 0), int("1_000"))
for text, base in [("12a", 10), ("", 10), ("9", 8), ("1.5", 10)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
print(float("1e3"), float(" -2.5 "), float("1_0.5"))
try:
    float("one")
except ValueError as e:
    print(e)
