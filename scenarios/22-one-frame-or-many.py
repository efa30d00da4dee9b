# %% [markdown]
# # One frame or many
# Each call of a subroutine makes a new frame with its own locals. A function
# that calls itself has many frames at a time, each waiting for the one that
# it called. They all go, the last one first.
#
# Count the frames. On the right every factorial begins at nothing and dives
# down to 0 again. On the left there is one frame for the whole run; it keeps
# the product, so each new factorial is one multiplication away. (A caller
# with a loop could keep it too: then the product is the caller's to mind.)
#
# To try: print the factorials up to 7. How many frames does each side make?
#
# teaches: preserved-locals, subroutine, performance
# compare: output

# %% coroutine
def factorials():
    n, product = 0, 1
    while True:
        yield product   #> The last product is still here next time.
        n += 1
        product *= n

each = factorials()
for n in range(4):
    print(next(each))

# %% subroutine
def factorial(n):
    if n == 0:
        return 1        #> n frames wait for this one.
    return n * factorial(n - 1)

for n in range(4):
    print(factorial(n))
