# %% [markdown]
# # Values that take time
# An async generator both yields and awaits: each value may take its time.
# async for asks it for the next value and gives way until it is there. The
# same works in brackets: a comprehension with async for.
#
# On the right the iterator blocks in __next__. The loop looks the same; the
# difference is what others can do in the meantime, which is nothing.
#
# To try: gather two such loops. In which order do the numbers come?
#
# teaches: async-generator, async-iterator, async-comprehension
# compare: output

# %% coroutine
from asyncio import run, sleep

async def squares(limit):
    for n in range(limit):
        await sleep(1)  #> To the event loop, for a second.
        yield n * n     #> To the loop that asked, with a value.

async def main():
    async for s in squares(2):
        print("got", s)
    sq = squares(3)
    made = [s async for s in sq]
    print(made)

run(main())

# %% subroutine
import time

class Squares:
    def __init__(self, limit):
        self.n = 0
        self.limit = limit

    def __iter__(self):
        return self

    def __next__(self):
        n = self.n
        if n == self.limit:
            raise StopIteration
        time.sleep(1)
        self.n += 1
        return n * n

for s in Squares(2):
    print("got", s)
print([s for s in Squares(3)])
