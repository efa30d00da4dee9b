d = {"a": 1, "b": 2}
keys, items = d.keys(), d.items()
d["c"] = 3
print(sorted(keys), len(items), keys, items)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}))
print("c" in keys, ("b", 2) in items, ("b", 3) in items, keys == {"a", "b", "c"})
print(d.values(), list(reversed(d.items())))
