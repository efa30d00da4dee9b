print("%s and %r" % ("a", "b"), "%d%%" % 50, "%5.2f|%-6d|%06d" % (3.14159, 42, 42))
print("%x %X %o %#x %e %g" % (255, 255, 8, 255, 12345.678, 0.0001))
print("%(name)s is %(age)d" % {"name": "Ada", "age": 36})
print("%s" % [1, 2], "%s" % (None,), "%c%c" % ("a", 98), "%+d % d" % (5, 5))
print("%*d|%-*d|" % (5, 42, 5, 42), "%.3s" % "abcdef")
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%(k)s" % {}):
    try:
        print(bad())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
