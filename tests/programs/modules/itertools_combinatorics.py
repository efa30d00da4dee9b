from itertools import combinations, permutations, product, tee

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()))
print(list(permutations([1, 2, 3], 2)), len(list(permutations("abcd"))), list(permutations([1])))
print(list(combinations("abc", 2)), list(combinations([1], 2)), list(combinations([1, 2], 0)))
a, b = tee(x * x for x in range(4))
print(next(a), next(a), list(b), list(a))
print(["".join(p) for p in permutations("ab")], sum(1 for _ in product(range(3), repeat=3)))
