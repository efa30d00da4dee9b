s = "one two one two one"
print(s.replace("one", "1"), s.replace("one", "1", 2), s.replace("x", "y"), s.replace("one", "1", 0))
print("abc".replace("", "-"), "aaa".replace("aa", "b"), "".replace("", "x"))
print("a\tb".expandtabs(4), "tab".translate({ord("t"): "T", ord("b"): None}))
