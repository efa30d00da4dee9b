# %% [markdown]
# # Round robin
# A scheduler gives each task a turn, then puts it at the end of the line. As
# a task is a coroutine, a turn is one next: it goes on to its next yield and
# gives way. When it ends, it does not stand in line again.
#
# These lines are the heart of every event loop. The tasks do not know of
# each other, nor of the scheduler: all they do is to give way. On the right a
# turn is a call, and a task says by its result whether it wants another.
#
# To try: let a task that gives way with "urgent" go to the front: appendleft.
#
# teaches: quasi-concurrent, single-thread, event-loop, give-way
# compare: output

# %% both
from collections import deque

# %% coroutine
def task(name, left):
    while left > 0:
        print(name, left)
        left -= 1
        yield           #> A turn ends here; the next goes on here.

ready = deque()
ready.append(task("A", 3))
ready.append(task("B", 1))
while ready:
    first = ready.popleft()
    try:
        next(first)     #> One turn.
        ready.append(first)
    except StopIteration:
        print("one is done")

# %% subroutine
class Task:
    def __init__(self, name, n):
        self.name = name
        self.left = n

    def run(self):
        if self.left == 0:
            return False
        left = self.left
        print(self.name, left)
        self.left -= 1
        return True

ready = deque()
ready.append(Task("A", 3))
ready.append(Task("B", 1))
while ready:
    first = ready.popleft()
    if first.run():
        ready.append(first)
    else:
        print("one is done")
