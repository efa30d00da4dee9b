# %% [markdown]
# # "Two calls share their state"
# The belief: there is one counter, so a and b count together.
#
# Each call makes a new coroutine with a frame of its own. There is one code
# and there are two places in it, each with its own n. Look at the frames:
# counter#1 and counter#2 have different values. What two calls on the right
# share is what stands outside of them: the global n.
#
# To try: write b = a on the left. How many frames are there now?
#
# teaches: preserved-locals, entry
# point: coroutine 23 n is now 0.
# compare: none

# %% coroutine
def counter():
    n = 0
    while True:
        n += 1
        yield n

a = counter()
b = counter()           #> Another frame, with another n.
print("a", next(a))
print("a", next(a))
print("b", next(b))

# %% subroutine
n = 0

def counter():
    global n
    n += 1              #> One n for all calls.
    return n

a = counter
b = counter
print("a", a())
print("a", a())
print("b", b())
