d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
print(d, list(d), list(d.values()), list(d.items()))
del d["a"]
d["a"] = 4
print(d, list(reversed(d)), d.popitem(), d)
print({**d, "z": 0, **{"c": 7}}, d | {"b": 0}, dict(x=1, y=2), dict([("k", "v")], k2=2))
d |= {"n": 1}
print(d, len(d), "b" in d, 3 in d.values(), ("c", 3) in d.items())
print(dict.fromkeys("aba", 0), dict.fromkeys([1, 2]))
