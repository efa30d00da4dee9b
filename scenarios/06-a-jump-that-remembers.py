# %% [markdown]
# # A jump that remembers
# The first coroutines were written in assembly language. There a coroutine
# call is one instruction: swap the program counter with a register. It jumps
# to the place in the register and leaves there the place to come back to.
#
# The machine on the right does this by hand. pc says where it is, link where
# the other routine will go on. On the left switch does the swap, and keeps
# the locals as well: an assembly programmer had to save these by himself.
#
# To try: give each routine a third part. How many labels are new on the
# right? The left has none: the place itself is the label.
#
# teaches: assembly, entry, re-entry, peers
# compare: output

# %% coroutine
from greenlet import greenlet

def left():
    print("left 1")
    b.switch()          #> Jump to b, and leave this place to come back to.
    print("left 2")
    b.switch()

def right():
    print("right 1")
    a.switch()          #> a goes on where it left, not at its top.
    print("right 2")

a = greenlet(left)
b = greenlet(right)
a.switch()

# %% subroutine
def machine(pc, link):
    while pc != "halt":
        if pc == "L1":
            print("left 1")
            pc, link = link, "L2" #> The swap: jump, and leave a place.
        elif pc == "L2":
            print("left 2")
            pc, link = link, "L3"
        elif pc == "R1":
            print("right 1")
            pc, link = link, "R2"
        elif pc == "R2":
            print("right 2")
            pc = "halt"

machine("L1", "R1")
