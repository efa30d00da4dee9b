s = "naïve→漢字😀"
print(len(s), s[2], s[5], s[6:8], s[-1], s[::-1])
print([c for c in s if ord(c) > 127], s.find("字"), s.index("😀"))
print(s.upper(), s.ljust(12, "·") + "|", "😀" * 3)
print("e\u0301" == "é", len("e\u0301"))
