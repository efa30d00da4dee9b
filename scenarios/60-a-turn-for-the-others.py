# %% [markdown]
# # A turn for the others
# A long computation has nothing to wait for. It has to give way all the same,
# or nobody else gets a turn. sleep(0) waits for nothing: it goes to the end
# of the line and comes back when all others have had their turn.
#
# Two counters take turns in this way. On the right their turns are made by
# one loop, and which number is next has to be handed over at each call.
#
# To try: leave out the await. Both still count: in which order?
#
# teaches: sleep-zero, give-way, quasi-concurrent
# compare: output

# %% coroutine
from asyncio import gather, run
from asyncio import sleep

async def count(name):
    for n in range(3):
        print(name, n)
        await sleep(0)  #> Once round, then on with the same n.

async def main():
    await gather(count("a"),
                 count("b"))

run(main())

# %% subroutine
def count(name, n):
    print(name, n)
    return n + 1

a = b = 0
for turn in range(3):
    a = count("a", a)
    b = count("b", b)
