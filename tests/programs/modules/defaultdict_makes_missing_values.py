from collections import defaultdict

groups = defaultdict(list)
for word in ("apple", "bob", "avocado"):
    groups[word[0]].append(word)
print(groups, groups["z"], len(groups), groups.get("q"), "q" in groups)
count = defaultdict(int, {"x": 5})
for c in "xxy":
    count[c] += 1
print(dict(count), count)
calls = []


def make():
    calls.append(len(calls))
    return calls[-1]


d = defaultdict(make)
print(d["a"], d["b"], d["a"], d.setdefault("c", "given"), d.default_factory is make)
try:
    defaultdict(None)["k"]
except KeyError as e:
    print("KeyError", e)
