# %% [markdown]
# # A value, or none
# A function returns a value: its call stands for that value. A subroutine is
# called for what it does, and gives nothing back. Both have one entry.
#
# Coroutines come in the same two kinds. areas hands values out, one at each
# yield. reporter hands nothing out: it takes values in, one at each yield.
# Watch which way the value goes at each of the two yields.
#
# To try: print what report returns, and what r.send returns. Python has no
# subroutines that give nothing at all: they give None.
#
# teaches: subroutine, function, send
# compare: output

# %% coroutine
def areas(shapes):
    for w, h in shapes:
        yield w * h     #> A value goes out, as from a function.

def reporter():
    while True:
        value = yield   #> A value comes in; nothing goes out.
        print("area", value)

r = reporter()
next(r)
shapes = [(2, 3), (4, 5)]
for area in areas(shapes):
    r.send(area)

# %% subroutine
def area(w, h):
    return w * h        #> A function: the call stands for this value.

def report(value):
    print("area", value) #> A subroutine: called for what it does.

for w, h in [(2, 3), (4, 5)]:
    report(area(w, h))
