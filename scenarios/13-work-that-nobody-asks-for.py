# %% [markdown]
# # Work that nobody asks for
# A coroutine is as fast as the work it does not do. The search below is the
# same on both sides. What it searches is not: a subroutine has to be done
# before it returns, so it makes the whole list. A coroutine makes a number
# when it is asked for one.
#
# Compare the number of steps on both sides. Then look at the frames: on the
# left two frames take turns, on the right one is gone before the other comes.
# An object that counts, as in "An iterator by hand", would be as lazy as the
# coroutine; then it is the counting that has lost its loop.
#
# To try: search for a number above 50. Who has to change something besides
# the 20? Which side would need to know in advance how much is enough?
#
# teaches: performance, generator, caller-suspended
# compare: output

# %% both
def first_above(low, numbers):
    for n in numbers:
        if n > low:
            return n

# %% coroutine
def multiples(k):
    n = k
    while True:         #> No end is needed: nobody has to reach it.
        yield n
        n += k

numbers = multiples(7)
found = first_above(20, numbers)
print("first above 20:", found)

# %% subroutine
def multiples(k, count):
    made = []
    for i in range(count):
        made.append(k * (i + 1)) #> All are made, needed or not.
    return made

numbers = multiples(7, 9)
found = first_above(20, numbers)
print("first above 20:", found)
