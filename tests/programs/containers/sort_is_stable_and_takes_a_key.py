people = [("bob", 3), ("al", 1), ("cy", 3), ("di", 1)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
people.sort(key=lambda p: (-p[1], p[0]))
print(people)
print(sorted([3, 1, 2], reverse=True), sorted("hello"), sorted({"b": 1, "a": 2}))
words = ["bb", "a", "ccc"]
words.sort(key=len)
print(words, words.sort(reverse=True), words)
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
