def gen():
    x = 0
    while x < 3:
        x += 1
        try:
            yield x
        finally:
            print("f", x)
    else:
        print("else")
    return x
for v in gen():
    if v == 2: break
    print("v", v)
print("--")
for v in gen(): print("v", v)
a, *b = gen()
print(a, b)
try: a, b = gen()
except ValueError as e: print(e)
print(2 in gen(), sum(gen()), max(gen()), sorted(gen(), reverse=True), tuple(gen()), set(gen()), dict(zip(gen(), "abc")))
print(list(map(str, gen())), [*gen()], list(zip(gen(), gen())), list(enumerate(gen(), 1)), "".join(str(i) for i in gen()))
it = iter(gen()); print(next(it)); print([i for i in it], next(it, "dflt"))
print(any(x > 1 for x in gen()))
l = [0]; l += gen(); l[1:2] = gen(); print(l)
