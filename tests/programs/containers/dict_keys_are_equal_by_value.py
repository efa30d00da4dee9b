d = {1: "int", 1.0: "float", True: "bool"}
print(d, len(d))
d = {(1, 2): "t", "1": "s", None: "n", frozenset([1]): "f"}
print(d[(1, 2)], d[None], d[frozenset({1})])
for key in ([], {}, set()):
    try:
        d[key] = 1
    except TypeError as e:
        print(e)
print({0: "a"} == {False: "a"}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
