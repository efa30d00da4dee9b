# %% [markdown]
# # "x = yield v gives x the value v"
# The belief: yield v is worth v, as (v) would be.
#
# yield v hands v out. What yield stands for comes in at the resume: what was
# sent, or None when it was a plain next. So the line is done in two halves,
# and at the step between them x has no value yet. Two lines of a subroutine
# say it as it is: give v away, then take x.
#
# To try: write c.send("tea") instead of the second next.
#
# teaches: send, re-entry
# point: coroutine 11 x is now None.
# compare: output

# %% coroutine
def cafe():
    x = yield "menu"    #> "menu" goes out; x gets what comes in.
    print("x is", x)
    yield "end"

c = cafe()
print(next(c))
print(next(c))          #> A plain next sends None: x is None.

# %% subroutine
def offer():
    return "menu"

def take(x):
    print("x is", x)
    return "end"

print(offer())
print(take(None))       #> Two calls; x comes with the second one.
