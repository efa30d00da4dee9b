print("  a  b\tc\n".split(), "  a b ".split(" "))
print("a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))
print("".split(), "".split(","), "abc".split("x"))
print(" a b c ".split(None, 1), " a b c ".rsplit(None, 1))
print("one\ntwo\r\nthree".splitlines(), "x\n\ny".splitlines(True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="))
try:
    "abc".split("")
except ValueError as e:
    print(e)
