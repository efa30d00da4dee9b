for call in (lambda: len(), lambda: len(1, 2), lambda: abs("x"), lambda: ord("ab"), lambda: chr(-1), lambda: int([]),
             lambda: max(), lambda: max([]), lambda: sum("ab"), lambda: sum(["a"]), lambda: round("x"), lambda: iter(5),
             lambda: next([]), lambda: isinstance(1, "int"), lambda: sorted(5), lambda: list(5), lambda: dict([1]),
             lambda: print(sep=1), lambda: enumerate(), lambda: "a".upper(1), lambda: [].append()):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
