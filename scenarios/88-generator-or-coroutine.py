# %% [markdown]
# # "Generator and coroutine are the same"
# The belief: async def is only a new way to write a generator.
#
# They are built alike: a frame that can be suspended. But they are used for
# different things. A generator gives values to the one who asks, so for can
# walk over it. A coroutine gives one result to the one who awaits it; what
# it yields on the way is for the event loop. Python keeps the two apart.
#
# To try: put await before values() in a coroutine. What is the refusal?
#
# teaches: generator, coroutine-object, await, iterator-protocol
# point: coroutine 23 is raised in <module>
# compare: none

# %% coroutine
from asyncio import run

def values():
    yield 1             #> To whoever asks for the next value.

async def answer():
    return 2            #> To whoever awaits it.

for v in values():
    print("value", v)
print("answer", run(answer()))
a = answer()
try:
    for v in a:         #> Not for loops: refused.
        print(v)
except TypeError:
    print("no values")
a.close()

# %% subroutine
def values():
    return [1]

def answer():
    return 2

for v in values():
    print("value", v)
print("answer", answer())
try:
    for v in answer():  #> Neither can one walk over a number.
        print(v)
except TypeError:
    print("no values")
