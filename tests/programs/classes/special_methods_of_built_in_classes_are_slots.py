from collections import deque


class Own:
    def method(self):
        pass


def generator():
    yield


for cls in list, dict, set, frozenset, tuple, slice, deque, type({}.keys()), type({}.values()), Own:
    print(cls.__name__, cls.__hash__)

things = [Own.__init__, list.__len__, [].__len__, [].__init__, list.append, [].append,
          list.__getitem__, [].__getitem__, tuple.__getitem__, dict.__contains__, {}.__contains__,
          list.__contains__, int.__add__, (1).__add__, object.__format__, object().__format__,
          object.__init_subclass__, generator().__next__, generator().send, generator.__get__,
          Own.method, Own().method, Own.__eq__, Own().__eq__, len, dict.fromkeys]
for x in things:
    print(type(x).__name__, x.__name__, x.__qualname__, repr(x).split(" at 0x")[0].split(".Own")[0],
          hasattr(x, "__self__"), hasattr(x, "__objclass__"), hasattr(x, "__module__"))
    for name in "note", "__name__", "__doc__":
        try:
            setattr(x, name, 1)
        except (AttributeError, TypeError) as e:
            print("   ", type(e).__name__, e)
print(list.__len__([1, 2]), [3].__len__(), list.__len__.__call__([1]), int.__add__(3, 4))
print(list.__len__ == list.__len__, [].__len__ == [1].__len__, list.__len__.__objclass__)
print(len({list.__len__, list.__len__, list.append}))
for call in (lambda: list.__len__(5), lambda: list.append(5, 1), lambda: list.__len__(),
             lambda: list.append(), lambda: list.__hash__([])):
    try:
        call()
    except TypeError as e:
        print(e)
