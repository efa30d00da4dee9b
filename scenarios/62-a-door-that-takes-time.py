# %% [markdown]
# # A door that takes time
# async with is with for what takes time before and after its block: opening a
# connection, getting a lock. Before and after are coroutines, and may await.
#
# While A waits for its door, B comes to its own: see how the two visits are
# woven into each other on the left. On the right all happens in a row.
#
# To try: let the door of A take 3 seconds to open. Who is in first?
#
# teaches: async-context-manager, context-manager, await
# compare: lines

# %% coroutine
from asyncio import gather, run
from asyncio import sleep

class Door:
    async def __aenter__(self):
        await sleep(1)  #> The other one can come to the door now.
        print("open")

    async def __aexit__(
            self, *error):
        await sleep(1)
        print("shut")

async def visit(name):
    async with Door():
        print(name, "is inside")

async def main():
    await gather(visit("A"),
                 visit("B"))

run(main())

# %% subroutine
import time

class Door:
    def __enter__(self):
        time.sleep(1)
        print("open")

    def __exit__(self, *error):
        time.sleep(1)
        print("shut")

def visit(name):
    with Door():
        print(name, "is inside")

visit("A")
visit("B")
