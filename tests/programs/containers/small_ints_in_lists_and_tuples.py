def found(item, items):
    return item in items, item not in items


for items in [], [1], [3, 2, 1], (1, 2), [1.0], [True], [2, None, 1.0], ["1", 1], [[1], 1]:
    print(items, found(1, items), found(7, items))


class Always:
    def __eq__(self, other):
        print("   asked", other)
        return True


print(found(5, [1, 2, Always(), 5]), found(1, [1, Always()]))


class Own(list):
    def __contains__(self, item):
        return item == 3


print(found(3, Own()), found(1, Own([1])))
