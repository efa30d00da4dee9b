def first_long(words):
    if any(len(found := w) > 3 for w in words):
        return found
    return None


print(first_long(["a", "bb", "cccc", "ddddd"]))
while (n := len(str(2 ** 5))) < 2:
    pass
print(n)
total = 0
print([total := total + k for k in range(5)], total)
