print(", ".join(["a", "b", "c"]), "".join(reversed("abc")), "-".join("xyz"), "x".join([]))
print("|".join(str(i) for i in range(4)), " ".join({"k": 1, "m": 2}))
try:
    ",".join(["a", 1, "b"])
except TypeError as e:
    print(e)
try:
    ",".join(5)
except TypeError as e:
    print(e)
