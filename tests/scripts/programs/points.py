# %% [markdown]
# # Points
# Where to look.
#
# point: coroutine 5 twice#1
# point: subroutine 2 <module>
# point: 900 nothing
# compare: output

# %% coroutine
def twice():
    yield 1
    yield 2

print(*twice())

# %% subroutine
print(1, 2)
