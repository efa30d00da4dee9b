# %% [markdown]
# # An error sent in
# Besides a value, one can send an error into a suspended coroutine: throw.
# It is raised at the yield where the coroutine stands, as if that line had
# gone wrong, and the try around that line can catch it.
#
# Here Reset asks a meter to begin again. On the left the meter catches it
# where it waits and goes on with its loop. An object has a method for each
# thing that it can be asked.
#
# To try: throw something that the meter does not catch, ValueError().
# Where does it come out? Can the meter be used after that?
#
# teaches: throw, re-entry
# compare: output

# %% coroutine
class Reset(Exception):
    pass

def meter():
    total = 0
    while True:
        try:
            total += yield total #> Both send and throw come in here.
        except Reset:
            total = 0   #> Caught where it waited; the loop goes on.

m = meter()
next(m)
print(m.send(5))
print(m.send(6))
print(m.throw(Reset())) #> It gives the next value, as send does.
print(m.send(1))

# %% subroutine
class Meter:
    def __init__(self):
        self.total = 0

    def add(self, amount):
        self.total += amount
        return self.total

    def reset(self):
        self.total = 0
        return self.total

m = Meter()
print(m.add(5))
print(m.add(6))
print(m.reset())
print(m.add(1))
