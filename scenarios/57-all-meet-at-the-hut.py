# %% [markdown]
# # All meet at the hut
# Two walkers go at their own pace and have agreed to meet at the hut: nobody
# goes on before both are there. A barrier counts those who wait; the last
# one to come lets all go on.
#
# On the right there is one loop for each part of the way, and the place to
# meet is between the loops. The walkers have been cut in two.
#
# To try: let a third walker come, who needs 5 hours.
#
# teaches: barrier, task, virtual-time
# compare: lines

# %% coroutine
from asyncio import (
    Barrier, gather, run, sleep)

async def walk(who, hours, hut):
    await sleep(hours)
    print(who, "is at the hut")
    await hut.wait()    #> Until all are there.
    print(who, "goes on")

async def main():
    hut = Barrier(2)
    await gather(
        walk("A", 3, hut),
        walk("B", 1, hut))

run(main())

# %% subroutine
import time

def walk_up(who, hours):
    time.sleep(hours)
    print(who, "is at the hut")

def walk_on(who):
    print(who, "goes on")

walk_up("A", 3)
walk_up("B", 1)         #> B walks after A: 4 hours, not 3.
for who in "AB":
    walk_on(who)
