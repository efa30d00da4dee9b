text = "the cat the dog the end"
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
print(counts, max(counts, key=counts.get))
index = {}
for i, c in enumerate("banana"):
    index.setdefault(c, []).append(i)
print(index, {k: v for k, v in sorted(index.items()) if len(v) > 1})
inverse = {}
for w, n in counts.items():
    inverse.setdefault(n, set()).add(w)
print({n: sorted(ws) for n, ws in inverse.items()})
