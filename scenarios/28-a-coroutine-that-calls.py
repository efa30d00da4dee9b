# %% [markdown]
# # A coroutine that calls another
# A long coroutine wants to be cut in parts. yield from runs a part as if its
# lines stood there: what the part yields goes out, what is sent in goes to
# the part, and what the part returns is the value of the yield from.
#
# Look at the frames: form waits in ask, ask waits for an answer, and send
# reaches ask directly. Two frames are suspended as one. On the right the
# parts are gone between two calls; the lists remember what they did.
#
# To try: let ask put its question again if the answer is "". On which side
# does form stay as it is?
#
# teaches: yield-from, send, return-value
# compare: output

# %% coroutine
def ask(what):
    answer = yield what #> Goes out past form, to who drives it.
    return answer.upper()   #> This is the value of the yield from.

def form():
    a = yield from ask("Who?")
    b = yield from ask("Where?")
    yield a + " " + b

f = form()
for text in None, "Ada", "Rome":
    print(f.send(text))

# %% subroutine
class Form:
    def __init__(self, ask):
        self.ask = ask
        self.got = []

    def send(self, text):
        ask = self.ask
        got = self.got
        if text is not None:
            text = text.upper()
            got.append(text)
        if ask:         #> How far are we? The lists have to tell.
            return ask.pop(0)
        return " ".join(got)

f = Form(["Who?", "Where?"])
for text in None, "Ada", "Rome":
    print(f.send(text))
