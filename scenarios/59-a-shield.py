# %% [markdown]
# # A shield
# Who stops waiting for a task cancels it, as a rule. Some tasks should not be
# broken off, like one that is in the middle of saving. shield stands between:
# the one who waits is released, the task behind the shield goes on.
#
# On the right saving is an object that does one second of work at a time.
# So one can stop waiting for it and come back to it later.
#
# To try: leave out the shield, wait_for(task, 1). What happens at the end?
#
# teaches: shield, timeout, cancellation
# compare: output

# %% coroutine
from asyncio import (
    create_task, run, shield,
    sleep, wait_for)

async def save():
    await sleep(2)
    print("saved")

async def main():
    task = create_task(save())
    front = shield(task)
    try:
        await wait_for(front, 1) #> The shield is cancelled, the task goes on.
    except TimeoutError:
        print("waits no longer")
    await task

run(main())

# %% subroutine
import time

class Save:
    def __init__(self, seconds):
        self.left = seconds

    def work(self):
        time.sleep(1)
        self.left -= 1
        if self.left == 0:
            print("saved")

task = Save(2)
task.work()
print("waits no longer")
while task.left:
    task.work()
