for s in ("ß", "İ", "ǆ", "ﬁ", "Σας", "ὀδός"):
    print(s, s.upper(), s.lower(), s.title(), s.capitalize(), len(s.upper()))
print("ABC".casefold() == "abc", "ß".casefold(), "é".isalpha(), "٣".isdigit(), "Ⅷ".isnumeric() if False else "")
print("漢字".center(8, "*"), f"{'漢':>4}|", "á" < "b", sorted(["é", "e", "z"]), "\u00a0".isspace())
