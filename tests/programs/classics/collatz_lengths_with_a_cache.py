def collatz(n):
    while True:
        yield n
        if n == 1:
            return
        n = n // 2 if n % 2 == 0 else 3 * n + 1


lengths = {}
for start in range(1, 8):
    steps = 0
    for n in collatz(start):
        if n in lengths:
            steps += lengths[n]
            break
        steps += 1
    lengths[start] = steps
print(lengths, list(collatz(6)))
