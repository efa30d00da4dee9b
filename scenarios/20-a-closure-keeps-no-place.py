# %% [markdown]
# # A closure keeps no place
# A function inside a function can keep variables of the outer one alive. So
# two calls can share a and b: is that not all that a coroutine does?
#
# It is half of it. The closure on the right keeps the variables, but not the
# place: step starts at its top each time, so there is no loop around its
# return. The generator keeps both, and is written as the loop that it is.
#
# To try: let both sides begin with the word "start" before the 0. On the
# left that is one line. What must step on the right remember now?
#
# teaches: preserved-locals, re-entry
# compare: output

# %% coroutine
def fibonacci():
    a, b = 0, 1
    while True:
        yield a         #> a, b and the place in the loop stay.
        a, b = b, a + b

numbers = fibonacci()
for _ in range(5):
    print(next(numbers))

# %% subroutine
def fibonacci():
    a, b = 0, 1

    def step():
        nonlocal a, b   #> These two live on; step's frame does not.
        value = a
        a, b = b, a + b
        return value

    return step

step = fibonacci()
for _ in range(5):
    print(step())
