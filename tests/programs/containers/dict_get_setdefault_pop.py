d = {"a": 1}
print(d.get("a"), d.get("x"), d.get("x", 5), d.setdefault("b", []), d.setdefault("a", 9), d)
d["b"].append(3)
print(d.pop("b"), d.pop("x", None), d)
for act in (lambda: d["zz"], lambda: d.pop("zz"), lambda: {}.popitem()):
    try:
        act()
    except KeyError as e:
        print("KeyError", e, e.args)
d.update({"c": 3}, e=5)
d.update([("f", 6)])
print(d, d.copy() == d, d.clear(), d)
