"""A set that iterates in the order of insertion."""


class OrderedSet(set):
    """asyncio keeps tasks in sets and iterates over them in the order of their addresses.  The
    order of insertion is one of those that it can show, and always the same."""

    def __init__(self, items=()):
        super().__init__()
        self.order = {}
        self.update(items)

    def add(self, item):
        set.add(self, item)
        self.order[item] = None

    def discard(self, item):
        set.discard(self, item)
        self.order.pop(item, None)

    def remove(self, item):
        set.remove(self, item)
        del self.order[item]

    def pop(self):
        if not self.order:
            raise KeyError("pop from an empty set")
        item = next(iter(self.order))
        self.remove(item)
        return item

    def clear(self):
        set.clear(self)
        self.order.clear()

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def intersection_update(self, *others):
        for other in others:
            kept = set(other)
            for item in list(self.order):
                if item not in kept:
                    self.discard(item)

    def copy(self):
        return OrderedSet(self.order)

    def union(self, *others):
        result = self.copy()
        result.update(*others)
        return result

    def difference(self, *others):
        result = self.copy()
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        result = self.copy()
        result.intersection_update(*others)
        return result

    def __or__(self, other):
        return self.union(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __ror__(self, other):
        return OrderedSet(other).union(self)

    def __sub__(self, other):
        return self.difference(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __and__(self, other):
        return self.intersection(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __iter__(self):
        return iter(self.order)

    def __repr__(self):
        return "{" + ", ".join(map(repr, self.order)) + "}" if self.order else "set()"

    __hash__ = None


# A program that prints the type of such a set sees a set.
OrderedSet.__name__ = OrderedSet.__qualname__ = "set"
OrderedSet.__module__ = "builtins"
