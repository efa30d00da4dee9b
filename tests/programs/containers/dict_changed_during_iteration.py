d = {1: "a", 2: "b"}
try:
    for k in d:
        d[k + 10] = "new"
except RuntimeError as e:
    print(e)
d = {1: "a", 2: "b"}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for k in list(d):
    del d[k]
print(d)
for k in (d := {1: 1, 2: 2}):
    d[k] = k * 10
print(d)
