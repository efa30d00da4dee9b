def letters():
    for c in "banana":
        yield c


print(sorted(letters()), sorted(set(letters())), list(reversed(list(letters()))), "".join(sorted(letters(), reverse=True)))
print(max(letters()), min(letters(), key=lambda c: -ord(c)), list(enumerate(letters()))[-1], "n" in letters())
print({c: n for n, c in enumerate(letters())}, len(list(letters())), tuple(letters())[:2])
try:
    len(letters())
except TypeError as e:
    print(e)
try:
    letters()[0]
except TypeError as e:
    print(e)
try:
    reversed(letters())
except TypeError as e:
    print(e)
