words = ["pear", "fig", "banana", "kiwi"]
print(max(words), min(words), max(words, key=len), min(words, key=len), max(words, key=lambda w: w[-1]))
print(max([], default="none"), min((), default=0), max(3, 1, 2), min("b", "a"), max([1, 5], [2]))
print(sum([[1], [2]], []), sum([0.5, 1]), sum(range(4), 10), any([]), all([]), any([0, "x"]), all([1, ""]))
print(abs(-3), abs(2.5), divmod(-7, 3), pow(2, 10), pow(3, 4, 5), round(3.14159, 3))
