# %% [markdown]
# # Lexer and parser
# The lexer cuts a text into tokens, the parser makes sense of them. The
# parser wants a token here and there, in the middle of its functions; the
# lexer would rather be one loop over the text. As a coroutine it can be:
# next(tokens) stands wherever a token is needed.
#
# On the right the lexer is an object with a place in the text. Every call
# finds out anew what it was about to do.
#
# To try: let both know "-" as well.
#
# teaches: generator, caller-suspended, re-entry
# compare: output

# %% coroutine
def lex(text):
    number = ""
    for c in text + " ":
        if c.isdigit():
            number += c
            continue
        if number:
            yield int(number) #> A number has ended: hand it out.
            number = ""
        if c == "+":
            yield c     #> On with the same c when asked for more.
    yield "end"

def parse(tokens):
    total = next(tokens)
    print(total)
    while next(tokens) == "+":
        total += next(tokens)
        print(total)

parse(lex("12+30 + 4"))

# %% subroutine
class Lexer:
    def __init__(self, text):
        self.text = text

    def next(self):
        t = self.text.lstrip()
        n = 0
        while t[n:n+1].isdigit():
            n += 1
        self.text = t[n or 1:]
        if n:
            return int(t[:n])
        return t[:1] or "end"

def parse(lexer):
    total = lexer.next()
    print(total)
    while lexer.next() == "+":
        total += lexer.next()
        print(total)

parse(Lexer("12+30 + 4"))
