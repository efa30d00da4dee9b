# %% [markdown]
# # A walk in a tree
# Left branch, node, right branch: in this order a search tree gives its values
# sorted. As a recursion this is three lines. But who uses the values wants
# them one by one, and a recursive subroutine cannot stop in the middle.
#
# So on the right the recursion is undone: a stack of nodes on whose left side
# we are. On the left the frames are this stack, and nobody has to write it.
#
# To try: stop after two values. How many nodes has each side looked at?
#
# teaches: yield-from, preserved-locals, iterator-protocol
# compare: output

# %% both
tree = ((None, 1, None), 2,
        (None, 3, None))

# %% coroutine
def walk(node):
    if node:
        a, value, b = node
        yield from walk(a)
        yield value     #> The frames above this one are the stack.
        yield from walk(b)

for value in walk(tree):
    print(value)

# %% subroutine
class Walk:
    def __init__(self, node):
        self.stack = []
        self.down(node)

    def down(self, node):
        push = self.stack.append
        while node:
            push(node)
            node = node[0]

    def next(self):
        node = self.stack.pop()
        self.down(node[2])
        return node[1]

walk = Walk(tree)
while walk.stack:
    print(walk.next())
