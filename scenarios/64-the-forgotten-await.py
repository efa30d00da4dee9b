# %% [markdown]
# # The forgotten await
# A coroutine that is called and not awaited is made, and never run. No error
# is raised: the program goes on as if all were well, and nothing was saved.
#
# Watch the frame of save: it is created, never entered, and gone. Python
# says so on the error stream, "never awaited", when nobody holds it any more.
# On the right a call is all it takes.
#
# To try: write await before save(). Then try create_task(save()) without an
# await: is it saved in time?
#
# teaches: forgotten-await, coroutine-object, await
# compare: result

# %% coroutine
from asyncio import run

async def save():
    print("saved")      #> This line is never reached.

async def main():
    save()              #> Made and thrown away: the await is missing.
    print("done")

run(main())

# %% subroutine
def save():
    print("saved")

def main():
    save()              #> A call runs it.
    print("done")

main()
