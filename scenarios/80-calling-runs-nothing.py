# %% [markdown]
# # "Calling it runs it"
# The belief: a call of counter runs its body, as any call does.
#
# A call of a generator function makes a generator and runs nothing. Look at
# the step after the call: the frame is CREATED, it has its parameters, and
# has not begun. The first next enters it. The subroutine on the right has
# printed by the time it returns.
#
# To try: leave out the next. Is "begin" ever printed on the left?
#
# teaches: generator, entry
# point: coroutine 5 counter#1 CREATED
# compare: lines

# %% coroutine
def counter(n):
    print("begin")
    yield n

c = counter(7)          #> Nothing of counter has run.
print("made")
print(next(c))          #> Now it is entered.

# %% subroutine
def counter(n):
    print("begin")
    return n

c = counter(7)          #> All of counter has run.
print("made")
print(c)
