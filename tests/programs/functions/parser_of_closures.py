def parse(s):
    pos = 0
    def peek():
        return s[pos] if pos < len(s) else ""
    def take():
        nonlocal pos
        c = peek(); pos += 1
        return c
    def expr():
        v = term()
        while peek() and peek() in "+-":
            v = v + term() if take() == "+" else v - term()
        return v
    def term():
        v = factor()
        while peek() and peek() in "*/":
            op = take(); r = factor()
            v = v * r if op == "*" else v / r
        return v
    def factor():
        if peek() == "(":
            take(); v = expr()
            if take() != ")": raise SyntaxError("expected ) at %d" % pos)
            return v
        if peek() == "-": take(); return -factor()
        n = ""
        while peek().isdigit(): n += take()
        if not n: raise SyntaxError(f"unexpected {peek()!r} at {pos}")
        return int(n)
    v = expr()
    if pos != len(s): raise SyntaxError("junk")
    return v
for e in ["1+2*3", "(1+2)*3", "-2*-(3-1)", "8/4/2", "2*", "(1", "1 1", "1/0"]:
    try: print(e, "=", parse(e))
    except (SyntaxError, ZeroDivisionError) as x: print(e, type(x).__name__, x)
