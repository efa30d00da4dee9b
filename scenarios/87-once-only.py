# %% [markdown]
# # "One can loop over it twice"
# The belief: a generator is a kind of list.
#
# A generator is a run, not a row of values. When its frame has ended, it is
# GONE for good: a second loop finds nothing, and says nothing about it.
# The list on the right holds its values and gives them as often as it is
# asked.
#
# To try: write sum(digits()) in both places. How many frames are made?
#
# teaches: generator, both-return
# point: coroutine 14 × digits#1 GONE
# compare: none

# %% coroutine
def digits():
    yield 1
    yield 2

d = digits()
print(sum(d))
print(sum(d))           #> It has ended: nothing comes any more.

# %% subroutine
def digits():
    return [1, 2]

d = digits()
print(sum(d))
print(sum(d))           #> The list is still there.
