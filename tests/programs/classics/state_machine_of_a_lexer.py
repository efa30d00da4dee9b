def lexer():
    tokens, word = [], ""
    while True:
        c = yield tokens
        while c is not None and c.isalnum():
            word += c
            c = yield tokens
        if word:
            tokens = tokens + [word]
            word = ""
        if c is None:
            return tokens
        if not c.isspace():
            tokens = tokens + [c]


def lex(text):
    it = lexer()
    next(it)
    try:
        for c in text:
            it.send(c)
        it.send(None)
    except StopIteration as e:
        return e.value


print(lex("x1 = (a+42)"), lex(""), lex("ab"))
