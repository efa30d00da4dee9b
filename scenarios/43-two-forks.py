# %% [markdown]
# # Two forks
# Two diners, two forks, and to eat takes both. Each takes one and waits for
# the other. Neither gives way with his fork, so both wait for good: this is
# a deadlock. No error is raised, and nobody has done anything wrong alone.
#
# The scheduler can see it. When nobody could go on in a whole round, nobody
# ever will. The coroutines say what they wait for, so it can say why.
#
# To try: let Bob take his forks in the same order as Ann. Both will eat.
#
# teaches: deadlock, give-way, quasi-concurrent
# compare: output

# %% both
free = ["L", "R"]

# %% coroutine
def diner(name, forks):
    for fork in forks:
        while fork not in free:
            yield fork  #> Waits for this fork, holding another.
        free.remove(fork)
        print(name, "has", fork)
        yield None      #> Has it; now the other one may take his.
    print(name, "eats")
    free.extend(forks)

ann = diner("Ann", "LR")
bob = diner("Bob", "RL")
for turn in range(5):
    a = next(ann, None)
    b = next(bob, None)
    if a and b:         #> Nobody could go on: nobody ever will.
        print("deadlock:", a, b)
        break

# %% subroutine
class Diner:
    def __init__(self, name, f):
        self.name = name
        self.forks = list(f)

    def turn(self):
        if not self.forks:
            return
        fork = self.forks[0]
        if fork not in free:
            return fork #> Called again, it looks again.
        free.remove(fork)
        del self.forks[0] #> The place: how many are left to take.
        name = self.name
        print(name, "has", fork)
        if not self.forks:
            print(name, "eats")
            free.extend("LR")

ann = Diner("Ann", "LR")
bob = Diner("Bob", "RL")
for turn in range(5):
    a, b = ann.turn(), bob.turn()
    if a and b:
        print("deadlock:", a, b)
        break
