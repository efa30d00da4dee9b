# %% [markdown]
# # Peers
# compare: output

# %% coroutine
from greenlet import greenlet

def ping():
    for n in range(2):
        print("ping", n)
        pong_peer.switch()

def pong():
    for n in range(2):
        print("pong", n)
        ping_peer.switch()

ping_peer = greenlet(ping)
pong_peer = greenlet(pong)
ping_peer.switch()

# %% subroutine
def ping(n):
    print("ping", n)

def pong(n):
    print("pong", n)

for n in range(2):
    ping(n)
    pong(n)
