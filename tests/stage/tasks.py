# %% [markdown]
# # Tasks
# compare: lines

# %% coroutine
import asyncio

async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish)

async def main():
    soup = asyncio.create_task(cook("soup", 3), name="soup")
    tea = asyncio.create_task(cook("tea", 1), name="tea")
    await soup
    await tea

asyncio.run(main())

# %% subroutine
import time

def cook(dish, seconds):
    time.sleep(seconds)
    print(dish)

cook("tea", 1)
cook("soup", 2)
