# %% [markdown]
# # A clock of our own
# Some tasks wait for a time to come. They yield how long they want to sleep,
# and the scheduler keeps them in a heap, the earliest first. When nobody
# can run, it moves the clock on to the first one. That takes no time at all:
# this clock is only a number. The clock of asyncio in this program is such
# a number too.
#
# On the right a timer has a function to call; the naps that are left are kept
# in a closure, and the loop over them is gone.
#
# To try: let the egg sleep 1, then 1, then 1. Which line comes where?
#
# teaches: event-loop, virtual-time, give-way
# compare: output

# %% both
import heapq as h

now = 0
timers = []

def add(nap, name, job):
    timer = now + nap, name, job
    h.heappush(timers, timer)

# %% coroutine
def sleeper(name, naps):
    for nap in naps:
        yield nap       #> Asleep here for so long.
        print(now, name)

def rest(name, job):
    nap = next(job, None)
    if nap is not None:
        add(nap, name, job)

egg = sleeper("egg", [3, 2])
tea = sleeper("tea", [4])
rest("egg", egg)
rest("tea", tea)
while timers:
    timer = h.heappop(timers)
    now, name, job = timer
    rest(name, job)     #> It goes on where it fell asleep.

# %% subroutine
def sleeper(name, naps):
    def wake():
        print(now, name)
        rest()

    def rest():
        if naps:
            nap = naps.pop(0)
            add(nap, name, wake) #> Call wake after so long.
    rest()

sleeper("egg", [3, 2])
sleeper("tea", [4])
while timers:
    timer = h.heappop(timers)
    now, name, wake = timer
    wake()
