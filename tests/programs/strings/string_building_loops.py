out = ""
for i, word in enumerate(["alpha", "beta", "gamma"]):
    if i:
        out += ", "
    out += word.capitalize()
print(out)
digits = ""
n = 37
while n:
    n, r = divmod(n, 2)
    digits = str(r) + digits
print(digits, int(digits, 2), f"{37:b}")
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "hello, xyz!")
print(caesar, caesar[::-1], "".join(sorted("hello")), "-".join(str(ord(c)) for c in "AZ"))
print("abc" * 2 + "d", "=" * 10, "x" * 0 == "", "ab" < "abc", "a" + "b" in "cab")
