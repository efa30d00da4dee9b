# %% [markdown]
# # Producer and consumer
# The producer sends numbers: first how many belong together, then these, and
# so on. The consumer adds them up. Both sides of a job that is done bit by
# bit like to be written as a loop, but of two subroutines only one can have
# it: the other is called anew for each bit and must keep its place by hand.
#
# On the left both have their loop, and send hands a value to the place where
# the consumer waits for it. On the right, self.left tells what the place of
# a coroutine tells by itself: is this number a count, or one to be added?
#
# To try: send a count of 0, as in [0, 1, 5]. Which side loses its place?
#
# teaches: give-way, re-entry, caller-suspended
# compare: output

# %% both
def producer(consumer):
    numbers = [2, 10, 20, 1, 5]
    for number in numbers:
        consumer.send(number)

# %% coroutine
def consumer():
    while True:
        count = yield       #> Here a number is a count.
        total = 0
        for _ in range(count):
            total += yield  #> Here it is one to be added: the place tells.
        print(total)

adder = consumer()
next(adder)                 #> To the first yield: now it can be sent to.
producer(adder)

# %% subroutine
class Consumer:
    def __init__(self):
        self.left = 0

    def send(self, number):
        if self.left == 0:  #> Which kind is it? The subroutine has to ask.
            self.left = number
            self.total = 0
        else:
            self.left -= 1
            self.total += number
            if self.left == 0:
                print(self.total)

producer(Consumer())
