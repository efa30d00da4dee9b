s = "  Hello, World!  "
print(s.strip().lower().replace("o", "0").split(", "), s.strip("! ").partition(", ")[2])
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "".join(reversed("abc")).upper().center(9, "*"))
print("a-b_c".replace("-", "_").split("_"), "CamelCase".swapcase(), "x=1;y=2".split(";")[1].split("=")[1])
print("one two".title().split()[0][::-1], " ".join("a b  c".split()), "%05.1f" % 3.14159)
print("line1\nline2\n".count("\n"), "abc".find("c") == "abc".index("c"), "é".encode if False else "skip")
