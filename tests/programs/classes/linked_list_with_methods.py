class Node:
    def __init__(self, value, rest=None):
        self.value = value
        self.rest = rest

    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.rest

    def __repr__(self):
        return " -> ".join(map(str, self))


def reverse(node, done=None):
    while node is not None:
        done, node = Node(node.value, done), node.rest
    return done


chain = Node(1, Node(2, Node(3)))
print(chain, reverse(chain), sum(chain), list(reverse(chain)))
