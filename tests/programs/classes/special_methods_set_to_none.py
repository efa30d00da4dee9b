class Closed:
    __add__ = None
    __len__ = None
    __bool__ = None
    __call__ = None
    __reversed__ = None
    __contains__ = None
    __hash__ = None
    __eq__ = None

    def __iter__(self):
        return iter([1])


closed = Closed()
for use in (
    lambda: closed + 1,
    lambda: len(closed),
    lambda: bool(closed),
    lambda: closed(),
    lambda: reversed(closed),
    lambda: 1 in closed,
    lambda: hash(closed),
    lambda: closed == 1,
):
    try:
        print(use())
    except TypeError as e:
        print(e)
