# %% [markdown]
# # The shop opens
# An event is a sign that is down at first. Any number of tasks can wait for
# it. When it is set, all of them go on, in the order in which they came, and
# who comes later does not wait at all.
#
# On the right a customer who has to wait leaves a function behind. What it
# needs must be put into it; on the left it is in the frame.
#
# To try: let a third customer come after the opening.
#
# teaches: event, callback, give-way
# compare: output

# %% coroutine
from asyncio import Event
from asyncio import gather, run
from asyncio import sleep

async def customer(name, sign):
    print(name, "waits")
    await sign.wait()   #> name stays here until the sign is set.
    print(name, "enters")

async def keeper(sign):
    await sleep(2)
    print("open")
    sign.set()          #> Wakes all; they run when keeper gives way.

async def main():
    sign = Event()
    await gather(
        customer("A", sign),
        customer("B", sign),
        keeper(sign))

run(main())

# %% subroutine
import time

waiting = []

def customer(name):
    print(name, "waits")

    def enter():
        print(name, "enters")
    waiting.append(enter)

def keeper():
    time.sleep(2)
    print("open")
    for enter in waiting:
        enter()

customer("A")
customer("B")
keeper()
