# %% [markdown]
# # A running average
# yield goes both ways: it hands a value out, and when send resumes the
# coroutine, yield stands for the value that was sent in. Between the two the
# coroutine is suspended in the middle of its line.
#
# Watch the line with yield: one mean leaves at one step, one number comes
# at another. The very first next only brings the coroutine to that place.
# On the right each number needs a call, and all that lasts is in self.
#
# To try: let the coroutine begin with a mean of 0.0 instead of None. Who
# gets to see this value?
#
# teaches: send, preserved-locals
# compare: output

# %% coroutine
def average():
    total = count = 0
    mean = None
    while True:
        number = yield mean #> The mean goes out; later a number comes in.
        total += number
        count += 1
        mean = total / count

avg = average()
next(avg)               #> To the first yield: from now on it can take.
for number in [10, 20, 60]:
    print(avg.send(number))

# %% subroutine
class Average:
    def __init__(self):
        self.total = 0
        self.count = 0

    def add(self, number):
        self.total += number
        self.count += 1
        total = self.total
        return total / self.count

avg = Average()
for number in [10, 20, 60]:
    print(avg.add(number))
