# %% [markdown]
# # "Calling an async def starts it"
# The belief: boil() begins to boil, and await waits for the end.
#
# A call of an async def makes a coroutine and runs nothing: the frame is
# CREATED. It is entered when somebody awaits it, or when a task that was
# made of it gets its turn. Look where "boiling" is printed: after "lid on".
#
# To try: write kettle = create_task(boil()). Is it started by that?
#
# teaches: coroutine-object, await, entry
# point: coroutine 10 boil#1 CREATED
# compare: lines

# %% coroutine
from asyncio import run

async def boil():
    print("boiling")
    return "tea"

async def main():
    kettle = boil()     #> Made, not begun.
    print("lid on")
    print(await kettle) #> Entered here.

run(main())

# %% subroutine
def boil():
    print("boiling")
    return "tea"

def main():
    kettle = boil()     #> Begun and done.
    print("lid on")
    print(kettle)

main()
