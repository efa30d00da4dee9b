# %% [markdown]
# # In the order they come
# Three answers are asked for, and nobody knows which comes first.
# as_completed gives one thing to await after the other: each gives the next
# answer that comes, whichever it is.
#
# The blocking program takes the answers in the order of its questions. The
# quick ones are not printed before the slow one is there.
#
# To try: print the number of seconds passed with each answer, on both sides.
#
# teaches: as-completed, task, virtual-time
# compare: lines

# %% coroutine
from asyncio import as_completed
from asyncio import run, sleep

async def ask(who, seconds):
    await sleep(seconds)
    return who + " says hi"

async def main():
    jobs = [ask("Ada", 3),
            ask("Bob", 1),
            ask("Cy", 2)]
    for j in as_completed(jobs):
        print(await j)  #> The next one that is done.

run(main())

# %% subroutine
import time

def ask(who, seconds):
    time.sleep(seconds)
    return who + " says hi"

print(ask("Ada", 3))    #> Bob has long been ready to say hi.
print(ask("Bob", 1))
print(ask("Cy", 2))
