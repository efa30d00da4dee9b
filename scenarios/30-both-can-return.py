# %% [markdown]
# # Both can return
# A coroutine that yields can also return. A yield leaves the frame alive; a
# return ends it, as in any subroutine, and there is no way back in.
#
# The returned value does not come out as one more yielded value. It travels
# in the StopIteration that says the end, and yield from takes it out of
# there. A subroutine that wants to give words on the way has to be handed
# something to call for each: here show.
#
# To try: let count return early at the word "stop". Where does it go on?
#
# teaches: both-return, return-value, yield-from
# compare: output

# %% coroutine
def count(words):
    n = 0
    for word in words:
        yield word      #> While it is suspended the frame stays.
        n += 1
    return n            #> Ended: n leaves with the StopIteration.

def report(words):
    n = yield from count(words)
    yield f"{n} words"

words = ["red", "blue"]
for line in report(words):
    print(line)

# %% subroutine
def count(words, show):
    n = 0
    for word in words:
        show(word)      #> Not back to the caller: on to another callee.
        n += 1
    return n

def report(words, show):
    n = count(words, show)
    show(f"{n} words")

report(["red", "blue"], print)
