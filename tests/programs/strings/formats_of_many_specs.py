x, s, f = 42, "hey", 3.14159
print(f"{x:5d}|{x:<5}|{x:^5}|{x:05}|{x:+}|{x:x}|{x:#x}|{x:b}|{x:#o}|{x:,}|{10**9:_}|{x:c}")
print(f"{f:.2f}|{f:10.3f}|{f:<10.1f}|{f:e}|{f:g}|{f:%}|{1e10:g}|{1e-5:g}|{f:+.1f}|{-f: .2f}|{0.1+0.2}|{1e16}|{1e-7}|{100.0}")
print(f"{s:>8}|{s:*^9}|{s!r:>8}|{s:.2}|{s!s}|{s!a}|{'é'!a}")
print(f"{x=}|{x = }|{s=!s}|{f=:.2f}|{x+1=}")
w, p = 10, 3
print(f"{f:{w}.{p}}|{f:>{w}}|{s:{'*'}^{w}}|{{}}|{'a' 'b'}")
print("%5d|%-5d|%05d|%+d|%x|%o|%e|%g|%s|%r|%c|%%|%5.2f|%*d" % (x, x, x, x, x, x, f, f, s, s, "z", f, 6, x))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%s %s" % ("a", [1, 2]))
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("x", "y"), "{a[0]} {b.real} {c[k]}".format(a=[1], b=2, c={"k": 3}), "{:>{}}".format("q", 4))
print(format(255, "08b"), format(3.0, ""), format(1234567.891, ",.2f"), format("a", "^3"), format(True), format(True, "d"), format(None, ""))
print(str(1.0), repr(0.1), 1/3, 2/3, 1e100, float("inf"), -float("inf"), float("nan"), 1e22, 123456789012345680.0, 5e-324, 1.5e300*1e10)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.25, 1), int(-3.7), 7 // -2, -7 % 3, 7.5 % -2)
for spec in ["5s", ",s", "+s", ".2d", "=5s", "zz", "5.2", "n", "#", "<<5", "^+10.3e", " d", "_x", "_b", ",x"]:
    for v in ("ab", 12, 3.5):
        try: print(repr(format(v, spec)), end=" ")
        except ValueError as e: print("E:", e, end=" ")
    print()
