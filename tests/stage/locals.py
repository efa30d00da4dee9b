# %% [markdown]
# # Locals that stay
# A coroutine stays in its frame; a subroutine's locals are gone.
#
# compare: output

# %% coroutine
def counter(limit):
    n = 0
    while n < limit:
        yield n             #> limit and n stay in the frame; only control leaves.
        n += 1

for value in counter(3):
    print(value)

# %% subroutine
class Counter:
    def __init__(self, limit):
        self.limit = limit
        self.n = 0

    def next(self):
        n = self.n          #> A new n, born with this call.
        self.n += 1
        return n

counter = Counter(3)
while counter.n < counter.limit:
    print(counter.next())
