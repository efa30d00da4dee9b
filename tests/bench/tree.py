class Node:
    def __init__(self, left, key, right):
        self.left = left
        self.key = key
        self.right = right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(build(low, middle), middle, build(middle + 1, high))


def walk(node):
    if node is not None:
        yield from walk(node.left)
        yield node.key
        yield from walk(node.right)


root = build(0, 1023)
for turn in range(int(input())):
    for key in walk(root):
        pass
