# An expression of constants may leave 64 bits on the way, as long as its value
# is back within them: CPython folds it before the run.
print(-2 ** 63, 2 ** 64 % 1000, 14695981039346656037 % 1000000007)
print((1 << 70) >> 60, 3 ** 50 // 3 ** 45, 18446744073709551615 & 255)
print(-(2 ** 63) + 1, 10 ** 20 - 10 ** 20 + 7)
