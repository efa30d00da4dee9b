for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (-6, 3)]:
    q, r = a // b, a % b
    print(a, b, q, r, q * b + r == a, divmod(a, b) == (q, r))
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2)]:
    print(a // b, a % b)
print(0 // 5, -0.0 // 1, 5 % 1)
