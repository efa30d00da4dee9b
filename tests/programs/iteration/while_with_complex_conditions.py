def check(n):
    print("check", n)
    return n < 3


n = 0
while check(n) and n != 2:
    n += 1
print("out", n)
while (n := n - 1) >= 0:
    print("n", n)
stack = [1, [2, [3]], 4]
flat = []
while stack:
    top = stack.pop(0)
    if isinstance(top, list):
        stack = top + stack
        continue
    flat.append(top)
print(flat)
