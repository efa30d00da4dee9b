for x in (0.5, 1.5, 2.5, -0.5, 1e10 + 0.5, 2.4999):
    print(round(x), int(x), end=" ")
print()
print(round(2.675, 2), round(1.005, 2), round(-1.55, 1), round(1234.5678, -2), round(15, -1), round(25, -1))
print(float(3), int("12"), str(1.0), bool(0.0), int(True), float("1e-3"), int(-7.9), "")
print(7 // 2.0, 7 % 2.5, divmod(7.5, 2), 2 ** 0.5 * 2 ** 0.5, 10 / 4, 10 // 4, -10 // 4, 1e3 == 1000)
print(3.0.is_integer(), 2.5.is_integer(), (10).bit_length(), (0).bit_length(), (255).bit_length())
