from greenlet import greenlet


class Walker:
    def __init__(self, tree):
        self.worker = greenlet(self.walk)
        self.tree = tree

    def walk(self, node):
        left, value, right = node
        if left:
            self.walk(left)
        self.worker.parent.switch(value)
        if right:
            self.walk(right)

    def values(self):
        v = self.worker.switch(self.tree)
        while not self.worker.dead:
            yield v
            v = self.worker.switch()


print(list(Walker(((None, 1, None), 2, (None, 3, None))).values()))
