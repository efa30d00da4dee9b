# %% [markdown]
# # The first one wins
# Two servers are asked the same, and the first answer is enough. wait gives
# two sets: the tasks that are done and those that are not. It cancels none;
# what shall become of the others is ours to say.
#
# The blocking program cannot ask the second before the first has answered, so
# here it gets both answers and looks which was quicker.
#
# To try: leave out the cancel. asyncio.run cancels what is left over when
# main is done: can you see it in the lanes?
#
# teaches: wait, cancellation, task
# compare: output

# %% coroutine
from asyncio import (
    FIRST_COMPLETED, run, sleep,
    create_task, wait)

async def ask(server, seconds):
    await sleep(seconds)
    return server

async def main():
    a = create_task(ask("a", 3))
    b = create_task(ask("b", 1))
    first = FIRST_COMPLETED
    done, others = await wait(
        {a, b},
        return_when=first)
    for task in others:
        task.cancel()   #> wait does not do this for us.
    print(done.pop().result())

run(main())

# %% subroutine
import time

def ask(server, seconds):
    start = time.monotonic()
    time.sleep(seconds)
    end = time.monotonic()
    return end - start, server

a = ask("a", 3)
b = ask("b", 1)         #> Not before a has answered.
print(min(a, b)[1])
