# %% [markdown]
# # Locals that stay
# A subroutine's locals are born when it is called and gone when it returns:
# what has to last must be put away somewhere else, here in an object. A
# coroutine's parameters and locals stay in its frame while it is suspended.
#
# Watch n on both sides. On the left there is one n, and it stays where it is
# while control is elsewhere. On the right every call of next makes another n,
# fills it from the object, and loses it at the return.
#
# To try: let both sides count down from limit to 1. How many lines did you
# change on the left, how many on the right?
#
# teaches: preserved-locals, re-entry
# compare: output

# %% coroutine
def counter(limit):
    n = 0
    while n < limit:
        yield n             #> limit and n stay here while control is away.
        n += 1              #> It goes on here, with the n that it had.

for value in counter(3):    #> for resumes the coroutine for each value.
    print(value)

# %% subroutine
class Counter:
    def __init__(self, limit):
        self.limit = limit  #> limit will be gone: the object keeps it.
        self.n = 0

    def next(self):
        n = self.n          #> A new n, born with this call.
        self.n += 1
        return n            #> This n is gone with the frame; self.n is not.

counter = Counter(3)
while counter.n < counter.limit:
    print(counter.next())
