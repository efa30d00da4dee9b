# %% [markdown]
# # A ball among three
# With two one could think that a switch goes back. With three it is plain
# that it goes on: A throws to B, B to C, C to A. Nobody returns anything to
# anybody; a switch hands the ball to the one who goes on.
#
# switch(ball) stands for two things: the ball that goes out, and the ball
# that comes in when somebody switches here again, three throws later.
#
# To try: let B throw back to A every other time. What changes on each side?
#
# teaches: peers, send, quasi-concurrent
# compare: output

# %% coroutine
from functools import partial
from greenlet import greenlet

def play(name, ball):
    while ball < 6:
        print(name, "has", ball)
        to = ring[name]
        ball += 1
        ball = to.switch(ball) #> Out; and in, three throws later.

a = greenlet(partial(play, "A"))
b = greenlet(partial(play, "B"))
c = greenlet(partial(play, "C"))
ring = {"A": b, "B": c, "C": a}
a.switch(0)

# %% subroutine
def play(name, ball):
    print(name, "has", ball)
    return ball + 1     #> Back to the one above, who knows the ring.

ring = dict(A="B", B="C", C="A")
name, ball = "A", 0
while ball < 6:
    ball = play(name, ball)
    name = ring[name]
