for s in ("abc", "123", "abc1", " \t", "", "a b", "½", "²", "é", "_x", "1x", "x1", "class"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isidentifier())
