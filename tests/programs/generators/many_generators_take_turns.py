def ticker(n, log):
    while True:
        log.append(n)
        yield n
        n += 100


log = []
gens = [ticker(n, log) for n in range(50)]
for g in gens:
    next(g)
for g in gens[::10]:
    next(g)
print(len(log), log[-5:], sum(next(g) for g in gens))
for g in gens:
    g.close()
print(sum(1 for g in gens if g.gi_frame is None))
