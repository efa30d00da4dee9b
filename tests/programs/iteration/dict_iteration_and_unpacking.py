stock = {"apple": 3, "pear": 0, "fig": 7}
for name, n in stock.items():
    print(name, n)
for i, (name, n) in enumerate(stock.items(), 1):
    print(i, name, n)
first, *others = stock
print(first, others, [*stock.values()], min(stock, key=stock.get), sorted(stock, key=lambda k: -stock[k]))
print(list(stock.items())[-1], dict(sorted(stock.items(), key=lambda kv: kv[1])), {v: k for k, v in stock.items()})
