# %% [markdown]
# # Same fringe
# Do two trees have the same leaves from left to right? To compare them leaf
# by leaf, two walks must go on side by side, each in its own depth, and stop
# at the first difference. None stands for the end of a tree.
#
# On the left each walk is a recursion that is suspended at its leaf, with all
# the frames above it. On the right a walk is a stack of what is still to
# come, and next takes it apart.
#
# To try: make the first leaves differ. How much of the trees is walked then?
#
# teaches: yield-from, performance, quasi-concurrent
# compare: output

# %% both
one = ("a", ("b", "c"))
two = (("a", "b"), "c")

def is_leaf(tree):
    return isinstance(tree, str)

# %% coroutine
def fringe(tree):
    if is_leaf(tree):
        yield tree      #> Deep in the tree, and suspended as a whole.
    else:
        a, b = tree
        yield from fringe(a)
        yield from fringe(b)

left = fringe(one)
right = fringe(two)
a = b = ""
while a == b and a is not None:
    a = next(left, None)
    b = next(right, None)
    print(a, b)
print("same", a == b)

# %% subroutine
class Fringe:
    def __init__(self, tree):
        self.stack = [tree]

    def next(self):
        if not self.stack:
            return None
        tree = self.stack.pop()
        while not is_leaf(tree):
            a, b = tree
            self.stack.append(b) #> The right half, for later.
            tree = a
        return tree

left = Fringe(one)
right = Fringe(two)
a = b = ""
while a == b and a is not None:
    a = left.next()
    b = right.next()
    print(a, b)
print("same", a == b)
