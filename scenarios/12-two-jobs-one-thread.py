# %% [markdown]
# # Two jobs, one thread
# Sometimes there is only one thread: in a browser's page, in a small device,
# under a screen that only one may draw on. Two jobs that both take long must
# then share it. Each does a part of its work and gives way.
#
# The jobs take turns so quickly that it looks as if both ran at once. It is
# not so: at every step exactly one frame is running. On the right the same
# is done with objects: step does one part, and self.part is the place.
#
# To try: let load have two parts for each turn. On which side can you still
# read from top to bottom what a job does?
#
# teaches: single-thread, give-way, quasi-concurrent, not-overlapped
# compare: output

# %% coroutine
def job(name):
    for part in range(2):
        print(name, part)
        yield           #> Between two parts the others run.

jobs = job("load"), job("draw")
for turn in range(2):
    for each in jobs:
        next(each)      #> Never both: one goes on, the other stands.

# %% subroutine
class Job:
    def __init__(self, name):
        self.name = name
        self.part = 0

    def step(self):
        part = self.part
        print(self.name, part)
        self.part += 1  #> The place in the work, kept by hand.

jobs = [Job("load"), Job("draw")]
for turn in range(2):
    for each in jobs:
        each.step()
