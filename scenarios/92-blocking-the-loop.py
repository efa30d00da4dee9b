# %% [markdown]
# # "time.sleep pauses only its coroutine"
# The belief: it is my coroutine that sleeps, so the others go on.
#
# time.sleep knows nothing of event loops. It does not give way: it stops the
# one thread there is, and all the tasks with it. Look at the lanes: while bad
# sleeps, good is not suspended by its own wish. It cannot get its turn: it
# wanted to be back after 1 second and comes after 3.
#
# To try: write await asyncio.sleep(3) in bad.
#
# teaches: blocking-the-loop, single-thread, event-loop
# point: coroutine 21 good#1 SUSPENDED
# compare: lines

# %% coroutine
import asyncio
import time

async def good():
    await asyncio.sleep(1)
    print("good is back")

async def bad():
    time.sleep(3)       #> Nobody else runs for 3 seconds.
    print("bad is back")

async def main():
    await asyncio.gather(
        good(), bad())

asyncio.run(main())

# %% subroutine
import time

def good():
    time.sleep(1)
    print("good is back")

def bad():
    time.sleep(3)
    print("bad is back")

good()
bad()
