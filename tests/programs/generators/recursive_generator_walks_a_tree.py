tree = (4, (2, (1, None, None), (3, None, None)), (6, (5, None, None), None))


def inorder(node):
    if node is not None:
        value, left, right = node
        yield from inorder(left)
        yield value
        yield from inorder(right)


def depth(node, level=0):
    if node:
        yield level, node[0]
        for child in node[1:]:
            yield from depth(child, level + 1)


print(list(inorder(tree)), max(depth(tree))[0], [v for d, v in depth(tree) if d == 1])
