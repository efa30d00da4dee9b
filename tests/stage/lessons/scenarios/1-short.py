# %% [markdown]
# # A short one
# Some text.
#
# ## A heading
# - an item that is so long that it needs more than the one row that a narrow screen has
# - another, with `code` in it
#
# 1. first
# 2. second
#
#     for x in g():
#         print(x)
#
# teaches: entry, re-entry
# compare: none

# %% coroutine
x = 1
