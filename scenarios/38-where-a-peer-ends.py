# %% [markdown]
# # Where a peer ends
# Peers have no caller. So where does control go when one of them ends? A
# greenlet names another for this: its parent, the one that made it. Only at
# its end does it matter; a switch does not ask for it.
#
# chef ends, and control goes to its parent, the main program: not to waiter,
# who switched to it last. What chef returns is what main gets. The waiter
# stands still, suspended for good. A subroutine has no choice: its value
# goes to the one who called it.
#
# To try: say greenlet(chef, w) to make the waiter the parent of the chef.
#
# teaches: peers, both-return, master-slave
# compare: result

# %% coroutine
from greenlet import greenlet

def chef():
    print("chef cooks")
    return "soup"       #> The end: on to the parent, main.

def waiter():
    print("waiter asks")
    got = c.switch()    #> Nobody will ever come back here.
    print("waiter has", got)

c = greenlet(chef)
w = greenlet(waiter)
got = w.switch()
print("main has", got)

# %% subroutine
def chef():
    print("chef cooks")
    return "soup"

def waiter():
    print("waiter asks")
    got = chef()
    print("waiter has", got)
    return got          #> Hand in hand, along the way of the calls.

got = waiter()
print("main has", got)
