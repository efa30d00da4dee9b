# %% [markdown]
# # Conway's squasher
# In 1963 Melvin Conway described coroutines by a program that reads cards and
# replaces each ** by one ^. The trouble is that a * cannot be passed on before
# the next letter is known: one letter may be held back.
#
# On the left the squasher simply asks for a second letter in the middle of
# its work, and sees the end there too. A subroutine that is called letter by
# letter has to remember that it holds a star, self.star, and somebody has to
# tell it of the end.
#
# To try: replace *** by # too. How many more places need a memory?
#
# teaches: give-way, re-entry, preserved-locals
# compare: output

# %% coroutine
def squash(rest):
    for a in rest:
        if a == "*":
            b = next(rest, "") #> Asks for one more, right here.
            if b == "*":
                yield "^"
            else:
                yield a + b
        else:
            yield a

letters = iter("a**b*c*")
for piece in squash(letters):
    print(piece)

# %% subroutine
class Squasher:
    def __init__(self):
        self.star = False

    def put(self, a):
        if self.star:   #> Were we in the middle of something?
            self.star = False
            if a == "*":
                return "^"
            return "*" + a
        if a == "*":
            self.star = True
            return ""
        return a

    def end(self):
        if self.star:
            return "*"
        return ""

s = Squasher()
for a in "a**b*c*":
    piece = s.put(a)
    if piece:           #> Nothing comes while it holds a star.
        print(piece)
print(s.end())          #> The last star is still held back.
