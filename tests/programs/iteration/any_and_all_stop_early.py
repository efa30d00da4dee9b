def tell(xs):
    for x in xs:
        print("look", x)
        yield x


print(any(tell([0, "", 3, 4])), all(tell([1, 0, 2])))
print(2 in tell([1, 2, 3]), 9 in tell([1]))
a, *b = tell([1, 2])
print(a, b, sum(tell([1, 2])), min(tell([3, 1])), "".join(tell("xy")))
