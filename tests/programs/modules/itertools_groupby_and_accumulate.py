from itertools import accumulate, groupby, pairwise, zip_longest

for key, group in groupby("aabccc"):
    print(key, list(group))
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4, 1], max)), list(accumulate("abc")), list(accumulate([1, 2], initial=10)))
print(list(pairwise("abcd")), list(pairwise("a")), list(zip_longest("abc", [1], fillvalue="-")))
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
