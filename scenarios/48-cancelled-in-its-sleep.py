# %% [markdown]
# # Cancelled in its sleep
# A task can be cancelled while it waits. It gets a CancelledError at the very
# await where it stands, so it can tidy up. Then it should let the error go
# on, so that all know.
#
# A subroutine that sleeps cannot hear anything. It has to sleep in short
# pieces and to look in between whether somebody wants it to stop.
#
# To try: leave out the raise. What does await task do in main then?
#
# teaches: cancellation, task, finally
# compare: output

# %% coroutine
from asyncio import (
    CancelledError, create_task,
    run, sleep)

async def nap():
    try:
        print("asleep")
        await sleep(10) #> The error comes in here.
        print("rested")
    except CancelledError:
        print("woken")
        raise           #> Tell the others too.

async def main():
    task = create_task(nap())
    await sleep(1)
    task.cancel()       #> A request: nap gets it when its turn comes.
    try:
        await task
    except CancelledError:
        print("no nap")

run(main())

# %% subroutine
import time

def nap(alarm):
    print("asleep")
    for second in range(10):
        time.sleep(1)
        if alarm():     #> Ask, ask, ask.
            print("woken")
            return False
    print("rested")
    return True

def alarm():
    now = time.monotonic()
    return now >= end

end = time.monotonic() + 1
if not nap(alarm):
    print("no nap")
