# %% [markdown]
# # One that comes later
# It has a number of two digits. And more.
# teaches: give-way

# %% coroutine
print("later")
