# %% [markdown]
# # A deadline
# timeout sets a deadline for all that is awaited in its block. When it comes,
# the task is cancelled where it waits, and at the end of the block the
# CancelledError becomes a TimeoutError. cook knows nothing of it.
#
# On the right cook has to be told the deadline and to look at the clock
# itself, and so has all that it calls.
#
# To try: let the deadline be 9 seconds. What is printed then?
#
# teaches: timeout, cancellation, virtual-time
# compare: output

# %% coroutine
from asyncio import run, sleep
from asyncio import timeout

async def cook():
    print("cooking")
    await sleep(5)      #> Here the deadline strikes.
    print("cooked")

async def main():
    try:
        async with timeout(2):
            await cook()
    except TimeoutError:
        print("too late")

run(main())

# %% subroutine
import time

def cook(end):
    print("cooking")
    for second in range(5):
        now = time.monotonic()
        if now >= end:
            raise TimeoutError
        time.sleep(1)        #> No longer than to the next look.
    print("cooked")

try:
    cook(time.monotonic() + 2)
except TimeoutError:
    print("too late")
