# %% [markdown]
# # Two seats
# A barber has two seats. A semaphore counts them: to enter takes one, to
# leave gives it back, and when none is left one waits. Those who wait get
# in by the order in which they came.
#
# On the right there is one seat whatever we do: a subroutine has to be done
# before the next begins.
#
# To try: let the shop have 3 seats, then 1. Which number gives the order of
# the right side?
#
# teaches: semaphore, task, virtual-time
# compare: lines

# %% coroutine
from asyncio import Semaphore
from asyncio import gather, run
from asyncio import sleep

async def visit(name, seats):
    async with seats:   #> Waits here while none is free.
        print(name, "sits")
        await sleep(1)
    print(name, "leaves")

async def main():
    seats = Semaphore(2)
    await gather(
        visit("A", seats),
        visit("B", seats),
        visit("C", seats))

run(main())

# %% subroutine
import time

def visit(name):
    print(name, "sits")
    time.sleep(1)
    print(name, "leaves")

for name in "ABC":
    visit(name)
