# %% [markdown]
# # "await always gives way"
# The belief: at each await the others get a turn.
#
# await of a coroutine is a call: it goes into it and on. Only when something
# at the bottom really has to wait is the whole chain suspended. Here nothing
# has to: step is done at once, and "other" has to stand in line until main
# awaits sleep(0). Three awaits in a row have let nobody in.
#
# To try: put await sleep(0) into step.
#
# teaches: await, give-way, sleep-zero
# point: coroutine 20 other#1 CREATED
# compare: lines

# %% coroutine
from asyncio import create_task
from asyncio import run, sleep

async def other():
    print("other")

async def step(n):
    print("step", n)    #> Nothing to wait for in here.

async def main():
    task = create_task(other())
    for n in range(3):
        await step(n)   #> A call: nobody else gets a turn.
    await sleep(0)      #> This one gives way.

run(main())

# %% subroutine
def other():
    print("other")

def step(n):
    print("step", n)

def main():
    for n in range(3):
        step(n)
    other()

main()
