# %% [markdown]
# # "A switch returns to the caller"
# The belief: b was switched to by a, so b gives back to a.
#
# Peers have no caller. b goes where it wants: to c. And c switches to main,
# which has not heard of it since the beginning. a and b stay behind, both
# suspended where they left. A call can only go back the way it came.
#
# To try: let c switch to a instead. What is printed more?
#
# teaches: peers, master-slave
# point: coroutine 20 two#1 gives control to its new peer c (three)
# compare: none

# %% coroutine
from greenlet import greenlet
from greenlet import getcurrent

def one():
    print("a")
    b.switch()
    print("a again")    #> Never: nobody switches back here.

def two():
    print("b")
    c.switch()          #> Not back to a: on to c.

def three():
    print("c")
    main.switch()

main = getcurrent()
a = greenlet(one)
b = greenlet(two)
c = greenlet(three)
a.switch()
print("main")

# %% subroutine
def one():
    print("a")
    two()
    print("a again")    #> Always: two comes back here.

def two():
    print("b")
    three()

def three():
    print("c")

one()
print("main")
