print(-1 >> 3, -8 >> 1, -8 << 2, 5 >> 10)
print(-4 & 7, -4 | 3, -4 ^ 3, ~-4)
print(True | False, True & 1, True ^ True, ~True)
print(0b1011, 0o17, 0xFf, 1_000_000)
print(bin(-5), oct(-8), hex(255), hex(-255))
try:
    1 << -1
except ValueError as e:
    print(e)
