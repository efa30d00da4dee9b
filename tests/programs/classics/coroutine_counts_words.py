def count(target):
    words = lines = 0
    try:
        while True:
            line = yield
            lines += 1
            words += len(line.split())
    except GeneratorExit:
        target.append((lines, words))
        raise


results = []
c = count(results)
next(c)
for line in "the quick brown\nfox\njumps over".splitlines():
    c.send(line)
c.close()
print(results)
