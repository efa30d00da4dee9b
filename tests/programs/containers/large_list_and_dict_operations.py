xs = list(range(500))
xs[100:400] = []
print(len(xs), xs[99:102], sum(xs), xs.index(450), xs[::-1][:3])
d = {i: str(i) for i in range(300)}
for i in range(0, 300, 3):
    del d[i]
d[0] = "back"
print(len(d), list(d)[:3], list(d)[-1], d[299], 3 in d)
s = set(range(200))
s -= set(range(0, 200, 2))
print(len(s), 7 in s, 8 in s, sorted(s)[:3], sum(s))
big = [[0] * 30 for _ in range(30)]
big[3][4] = 5
print(sum(map(sum, big)), big[3].index(5), len(str(xs)))
