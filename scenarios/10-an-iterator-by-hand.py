# %% [markdown]
# # An iterator by hand
# A for loop asks an object for its values one by one: it calls __iter__ once
# and __next__ for each value, until StopIteration says that there are no more.
#
# On the right this is written by hand. Each __next__ starts at its top, so
# all that lasts is in self, and the loop is turned inside out. On the left
# a generator does both: its frame is the memory, its end is the StopIteration.
#
# To try: let both sides give each square twice. On the left that is one more
# yield. What does the right need to know in addition?
#
# teaches: iterator-protocol, generator, re-entry
# compare: output

# %% coroutine
def squares(limit):
    for n in range(limit):
        yield n * n     #> for is in the middle of its work, and waits.

for value in squares(3):
    print(value)

# %% subroutine
class Squares:
    def __init__(self, limit):
        self.limit = limit
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == self.limit:
            raise StopIteration #> This ends the for loop below.
        n = self.n
        self.n += 1
        return n * n    #> The frame is gone: the loop lives in self.n.

for value in Squares(3):
    print(value)
