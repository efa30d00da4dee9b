# %% [markdown]
# # Something to await
# What can be awaited? Whatever has a method __await__ that gives an iterator.
# A generator will do: what it yields goes through all awaits down to the
# event loop, and what it returns is the value of the await.
#
# Here is the bottom of everything: await hands on, yield gives way. The
# event loop takes a bare yield as sleep(0): it comes back in the next round.
#
# To try: yield a number. What does the event loop say to this?
#
# teaches: awaitable, await, yield-from, coroutine-object
# compare: output

# %% coroutine
from asyncio import run

class Turn:
    def __await__(self):
        print("gives way")
        yield           #> To the event loop from here, and back to here.
        return "back"   #> The value of the await.

async def main():
    word = await Turn()
    print("main is", word)

run(main())

# %% subroutine
ready = []

class Turn:
    def then(self, go_on):
        print("gives way")
        self.go_on = go_on
        ready.append(self.turn)

    def turn(self):
        self.go_on("back")

def main():
    Turn().then(rest)   #> The rest of main is a function.

def rest(word):
    print("main is", word)

main()
while ready:
    ready.pop(0)()
