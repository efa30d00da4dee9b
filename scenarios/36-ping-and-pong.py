# %% [markdown]
# # Ping and pong
# A generator always gives way to the one who resumed it. Peers give way to
# whom they like: ping switches to pong, pong switches to ping, and neither
# stands above the other. Each goes on where it left.
#
# Watch the depth. However often they switch, there are never more frames
# than these. Had ping called pong and pong called ping, each ball would put
# one frame upon the other; so on the right a referee stands above both.
#
# To try: let both play 10 balls. Which side needs more frames then? Which
# of the four subroutines knows the order of the game?
#
# teaches: peers, master-slave, re-entry
# compare: output

# %% coroutine
from greenlet import greenlet

def ping():
    for ball in range(3):
        print("ping", ball)
        b.switch()      #> To the peer; this loop stays as it is.

def pong():
    for ball in range(3):
        print("pong", ball)
        a.switch()      #> Back in the middle of the loop of ping.

a = greenlet(ping)
b = greenlet(pong)
a.switch()

# %% subroutine
def ping(ball):
    print("ping", ball)

def pong(ball):
    print("pong", ball)

def referee():
    for ball in range(3):
        ping(ball)      #> The loop is up here: the players have none.
        pong(ball)

referee()
