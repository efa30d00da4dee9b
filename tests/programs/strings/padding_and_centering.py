print("[" + "ab".center(7) + "]", "[" + "abc".center(6, "*") + "]", "ab".ljust(5, ".") + "|", "ab".rjust(5, "-"))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2))
for width in range(1, 7):
    print("x".center(width, "=") + "|" + "xy".center(width, "="))
