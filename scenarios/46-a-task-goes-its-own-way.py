# %% [markdown]
# # A task goes its own way
# create_task hands a coroutine to the event loop. It is not run at once: it
# is put in line, and its turn comes when the one who runs gives way. From
# then on it goes its own way, and the task stands for its result.
#
# Watch when bake is entered: not at create_task, but when main awaits. On
# the right the line of what is to be run is written by hand, and main is cut
# in two where it waits.
#
# To try: put await sleep(0) after create_task. What comes first now?
#
# teaches: task, event-loop, await
# compare: output

# %% coroutine
from asyncio import create_task
from asyncio import run

async def bake():
    print("bake")
    return "bread"      #> The task keeps this for who awaits it.

async def main():
    task = create_task(bake())
    print("main goes on") #> bake is in line; it has not begun.
    food = await task   #> Gives way, until the task is done.
    print("main has", food)

run(main())

# %% subroutine
ready = []

def bake():
    print("bake")
    have("bread")       #> It has to know who goes on.

def main():
    ready.append(bake)
    print("main goes on")

def have(food):
    print("main has", food)

main()
while ready:
    ready.pop(0)()      #> The event loop, in two lines.
