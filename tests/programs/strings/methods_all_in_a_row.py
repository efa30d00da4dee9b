s = "Hello, World"
print(s[::-1], s[-5:], s[2:8:2], s.find("o"), s.rfind("o"), s.count("l"), s.replace("l", "L", 2), s.partition(", "), s.rpartition("o"))
print(s.upper(), s.swapcase(), s.title(), "abc def".capitalize(), s.startswith(("He", "x")), s.endswith("d", 0, 12), s.index("W"))
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "abc".split("b"), "a\nb\r\nc".splitlines(), "a\nb".splitlines(True), "x".rsplit("y"))
print("  x ".strip() + "|", "xxaxx".strip("x"), "abc".lstrip("a"), "abc".rstrip("bc"), "ab".ljust(4, "."), "ab".rjust(4), "7".zfill(3), "-7".zfill(4), "ab".center(5, "*"))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "ab".islower(), "Title Case".istitle(), "x_1".isidentifier(), "\u00e9".isascii())
print("-".join("abc"), "abc" * 2, "b" in "abc", "abc" < "abd", "a" "b", r"\n", "\t|", "\x41\u00e9\U0001F600", len("\U0001F600"), ord("a"), chr(8364))
print("abc".removeprefix("a"), "abc".removesuffix("c"), "a\tb".expandtabs(4), "%s" % "x", "abc".translate({97: "X", 98: None}), "aXbX".replace("X", ""))
print(repr("it's"), repr('say "hi"'), repr("it's \"q\""), repr("tab\t nl\n bs\\ \x00 \x7f \xe9 \u200b"), ascii("é"))
print(str(None), str(True), str([1, "a", None]), str({"k": (1,)}), str({1}), repr(set()), str(range(3)), str(slice(1, 2)), str(...), str(NotImplemented))
print(int("0x1f", 16), int("0b11", 0), int(" 12 "), int("1_000"), float("1e3"), float(" inf "), int(3.99), bool(""), bool("0"))
for t in ["", "1.5", "0x", "1__0", "é"]:
    try: print(int(t))
    except ValueError as e: print(e)
for t in ["", "1.5.2", "abc"]:
    try: print(float(t))
    except ValueError as e: print(e)
try: "abc".foo
except AttributeError as e: print(e)
try: "abc" + 1
except TypeError as e: print(e)
try: 1 + "abc"
except TypeError as e: print(e)
try: "abc"[10]
except IndexError as e: print(e)
try: "a".join(5)
except TypeError as e: print(e)
try: "abc".split("")
except ValueError as e: print(e)
print(max("hello"), sorted("hello"), list("abc"), tuple("ab"), set("aab") == {"a", "b"}, dict(enumerate("ab")), "".join(reversed("abc")))
