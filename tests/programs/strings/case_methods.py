for s in ("hello World", "ÀÉ straße", "they're bill's", "x1y2", ""):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), sep="|")
print("abc".isupper(), "ABC1".isupper(), "a b".islower(), "Ab".istitle())
