# %% [markdown]
# # One that is broken
# teaches: throw

# %% coroutine
x = (
