name = "cosub"
print(f"{name:10}|{name:>10}|{name:^10}|{name:-^11}|{name:.3}|{name:6.2}|")
print(f"{name!r:>8}|{name!s:<6}|{'é'!a}|{None!s:6}|")
width, fill = 9, "."
print(f"{name:{fill}>{width}}|{3.14159:{width}.{2}f}|")
print("{} {}".format("a", 1), "{1} {0} {1}".format("x", "y"), "{a}-{b:>3}".format(a=1, b=2))
print("{0[1]} {0[0]}".format([1, 2]), "{{}} {{{}}}".format(5))
