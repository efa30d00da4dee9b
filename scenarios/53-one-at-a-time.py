# %% [markdown]
# # One at a time
# Between two awaits nobody else runs, so most programs with coroutines need
# no lock. But at an await others do come in. Here each reads the balance,
# waits for the bank, and then writes: if the other reads in between, money is
# lost. A lock keeps him out until it is released.
#
# A subroutine runs to its end before the next begins. It needs no lock, and
# nobody can do anything while it waits for the bank.
#
# To try: leave out the async with. What is the balance in the end?
#
# teaches: lock, not-overlapped, give-way
# compare: output

# %% coroutine
from asyncio import Lock, gather
from asyncio import run, sleep

balance = 100

async def take(who, lock):
    global balance
    async with lock:    #> The second one waits here for the first.
        old = balance
        await sleep(1)  #> Others run now, and the lock keeps them out.
        balance = old - 30
        print(who, balance)

async def main():
    lock = Lock()
    await gather(
        take("Ann", lock),
        take("Bob", lock))

run(main())

# %% subroutine
import time

balance = 100

def take(who):
    global balance
    old = balance
    time.sleep(1)            #> Nobody else runs now, whoever it may be.
    balance = old - 30
    print(who, balance)

take("Ann")
take("Bob")
