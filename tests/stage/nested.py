# %% [markdown]
# # A tree, in order
# compare: output

# %% both
tree = ((None, 1, None), 2, (None, 3, None))

# %% coroutine
def walk(node):
    if node is None:
        return
    left, key, right = node
    yield from walk(left)
    yield key
    yield from walk(right)

for key in walk(tree):
    print("key", key)

# %% subroutine
def visit(node):
    if node is None:
        return
    left, key, right = node
    visit(left)
    print("key", key)
    visit(right)

visit(tree)
