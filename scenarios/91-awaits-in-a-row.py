# %% [markdown]
# # "Awaits in a row run side by side"
# The belief: in an async def, two awaits overlap.
#
# await waits until it has the result, and only then comes the next line. So
# the left side takes as long as the right one: look at seconds. What is to
# run side by side must be made a task first, by gather or create_task.
#
# To try: write await gather(wash(1), wash(2)) instead of the two awaits.
#
# teaches: await, caller-suspended, virtual-time
# point: coroutine 37 seconds=3.0
# compare: output

# %% coroutine
from asyncio import run, sleep
import time

async def wash(seconds):
    await sleep(seconds)
    print("washed for", seconds)

async def main():
    await wash(1)       #> main is suspended until this is done.
    await wash(2)       #> The second has not even been made before.

start = time.monotonic()
run(main())
end = time.monotonic()
seconds = end - start   #> seconds is 3: the sum.

# %% subroutine
import time

def wash(seconds):
    time.sleep(seconds)
    print("washed for", seconds)

start = time.monotonic()
wash(1)
wash(2)
end = time.monotonic()
seconds = end - start   #> seconds is 3 here too.
