# %% [markdown]
# # Enough in the jar
# Some wait for a state of things, not for a sign: for two coins in the jar.
# A condition is a lock with a line of those who wait for something to change.
# wait_for looks, gives the lock back, waits to be notified, and looks again.
#
# On the right saver looks on behalf of the buyer. So it has to know what the
# buyer wants, and to think of it wherever the jar changes.
#
# To try: let the buyer want 3 coins. Which lines change on each side?
#
# teaches: condition, lock, give-way
# compare: output

# %% coroutine
from asyncio import Condition
from asyncio import gather, run
from asyncio import sleep

jar = []

def enough():
    return len(jar) == 2

async def buyer(change):
    async with change:
        await change.wait_for(
            enough)     #> Looks now and when notified.
        print("buys for", jar)

async def saver(change):
    for coin in 5, 10, 20:
        async with change:
            jar.append(coin)
            print("saves", coin)
            change.notify() #> Look again, whoever you are.
        await sleep(1)

async def main():
    change = Condition()
    await gather(buyer(change),
                 saver(change))

run(main())

# %% subroutine
import time

jar = []

def buyer():
    print("buys for", jar)

def saver():
    for coin in 5, 10, 20:
        jar.append(coin)
        print("saves", coin)
        if len(jar) == 2: #> What the buyer wants, known here.
            buyer()
        time.sleep(1)

saver()
