# %% [markdown]
# # One clock, three waiters
# Tea takes 3 seconds, an egg 2, toast 1. Who waits for each in turn needs
# their sum. But waiting is no work: three can wait at the same time, and all
# that is needed is someone who knows who is to go on next, and when. This is
# the event loop. gather makes a task of each coroutine and waits for all.
#
# The clock is virtual: nobody really waits here. Look at the two values of
# seconds at the end. Which one is the sum, which one the longest?
#
# To try: let the egg take 4 seconds. What are the two values now?
#
# teaches: event-loop, gather, virtual-time, performance
# compare: lines

# %% coroutine
from asyncio import gather, run
from asyncio import sleep
import time

async def make(what, seconds):
    await sleep(seconds) #> Gives way until the clock is there.
    print(what, "is ready")

async def main():
    await gather(
        make("tea", 3),
        make("egg", 2),
        make("toast", 1))

start = time.monotonic()
run(main())             #> The event loop runs until main is done.
end = time.monotonic()
seconds = end - start   #> seconds is the longest of the three.

# %% subroutine
import time

def make(what, seconds):
    time.sleep(seconds)      #> Everything waits.
    print(what, "is ready")

start = time.monotonic()
make("tea", 3)
make("egg", 2)
make("toast", 1)
end = time.monotonic()
seconds = end - start   #> seconds is the sum of the three.
