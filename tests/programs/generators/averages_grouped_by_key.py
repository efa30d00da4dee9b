def averager():
    total = count = 0
    avg = None
    while True:
        term = yield avg
        if term is None:
            break
        total += term
        count += 1
        avg = total / count
    return count, avg

def grouper(results, key):
    while True:
        results[key] = yield from averager()

def main(data):
    results = {}
    for key, values in data.items():
        g = grouper(results, key)
        next(g)
        for v in values:
            g.send(v)
        g.send(None)
    for k, v in sorted(results.items()):
        print(f"{k:>10}: {v[0]:3d} averaging {v[1]:.2f}")

main({"a": [40.9, 38.5], "b": [1.6, 1.51, 1.4], "c;kg": []})
