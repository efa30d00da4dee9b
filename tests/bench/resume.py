def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


for item in count(int(input())):
    pass
