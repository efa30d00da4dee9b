xs = [3, 1, 2]
print(xs.append(4), xs.extend("ab"), xs.insert(1, "i"), xs)
print(xs.pop(), xs.pop(0), xs.remove("i"), xs)
print(xs.index(2), xs.count(1), xs.reverse(), xs)
ys = xs.copy()
xs.clear()
print(xs, ys, ys is xs)
for act in (lambda: xs.pop(), lambda: ys.remove(99), lambda: ys.index(99), lambda: ys[10], lambda: ys.pop(10)):
    try:
        act()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
