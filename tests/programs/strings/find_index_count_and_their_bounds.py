s = "banana"
print(s.find("an"), s.find("an", 2), s.find("an", 4), s.find("x"), s.rfind("an"), s.find(""))
print(s.index("n"), s.rindex("n"), s.count("a"), s.count("ana"), s.count(""), s.count("a", 2))
print(s.startswith("ban"), s.startswith(("x", "b")), s.endswith("na"), s.startswith("an", 1), s.endswith("nan", 0, 5))
try:
    s.index("q")
except ValueError as e:
    print(e)
print("an" in s, "" in s, "x" not in s)
