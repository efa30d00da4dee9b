class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def depth_first(self):
        yield self
        for k in self.kids:
            yield from k.depth_first()
    def breadth(self):
        q = [self]
        while q:
            n = q.pop(0)
            yield n.v
            q.extend(n.kids)
t = Node(1, Node(2, Node(3)), Node(4))
print(list(t), [n.v for n in t.depth_first()], list(t.breadth()))
def compare(a, b):
    end = object()
    ia, ib = iter(a), iter(b)
    while True:
        x, y = next(ia, end), next(ib, end)
        if x is not y and x != y: return False
        if x is end: return True
print(compare(t, Node(1, Node(2), Node(3), Node(4))), compare(t, [1, 2]))
