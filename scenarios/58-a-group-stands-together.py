# %% [markdown]
# # A group stands together
# A task group does not end before all its tasks have ended. If one fails, the
# others are cancelled: nobody is left behind to work for nothing. What went
# wrong comes out at the end of the block, as a group of errors.
#
# Follow wash: it is in its sleep when cook fails. On the right wash was done
# before cook began; one error is all that there can be.
#
# To try: let wash take no time at all, sleep(0). Does it get done?
#
# teaches: task-group, cancellation, task
# compare: result

# %% coroutine
from asyncio import TaskGroup
from asyncio import run, sleep

async def wash():
    await sleep(3)      #> Cancelled here when cook fails.
    print("washed")

async def cook():
    await sleep(1)
    raise ValueError("burnt")

async def both():
    async with TaskGroup() as g:
        g.create_task(wash())
        g.create_task(cook())

try:
    run(both())
except* ValueError as group:
    print(group.exceptions[0])

# %% subroutine
import time

def wash():
    time.sleep(3)
    print("washed")

def cook():
    time.sleep(1)
    raise ValueError("burnt")

try:
    wash()
    cook()
except ValueError as error:
    print(error)
