def run(n):
    i = 0
    total = 0
    while i < n:
        total = total + i % 7
        i += 1
    return total


print(run(int(input())))
