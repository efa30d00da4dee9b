print(list(enumerate("ab")), list(enumerate("ab", 5)), list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))))


class R:
    def __reversed__(self):
        return iter(list("custom"))


print("".join(reversed(R())))
for bad in (lambda: reversed({1, 2}), lambda: reversed(5), lambda: reversed(x for x in ())):
    try:
        bad()
    except TypeError as e:
        print(e)
r = reversed([1, 2])
print(next(r), list(r), list(r))
