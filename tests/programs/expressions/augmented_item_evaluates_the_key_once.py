def key():
    print("key")
    return "k"


d = {"k": 1}
d[key()] += 5
d[key()] *= 2
print(d)
row = [[1], [2]]
row[0] += [3]
row[1] *= 2
print(row)
s = "ab"
s *= 3
s += "!"
print(s)
n = 17
n //= 3
n **= 2
n %= 7
n <<= 3
n |= 1
n ^= 2
n &= 15
n >>= 1
print(n)
