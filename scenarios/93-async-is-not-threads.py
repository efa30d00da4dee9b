# %% [markdown]
# # "async means threads"
# The belief: tasks run at the same time, so n += 1 may go wrong.
#
# All tasks run in one thread, and one runs at a time. A task loses control
# at an await and nowhere else. Between reading n and writing n there is no
# await, so nobody can come in between, and every count is kept. Look at any
# step: exactly one frame is RUNNING.
#
# To try: read n into old, await sleep(0), then write n = old + 1.
#
# teaches: single-thread, not-overlapped, quasi-concurrent
# point: coroutine 22 count#1 SUSPENDED
# compare: output

# %% coroutine
from asyncio import gather, run
from asyncio import sleep

n = 0

async def count():
    global n
    for _ in range(2):
        n += 1          #> Nobody comes in here.
        await sleep(0)  #> Here they take turns.

async def main():
    a, b = count(), count()
    await gather(a, b)
    print("n is", n)

run(main())

# %% subroutine
n = 0

def count():
    global n
    for _ in range(2):
        n += 1

count()
count()
print("n is", n)
