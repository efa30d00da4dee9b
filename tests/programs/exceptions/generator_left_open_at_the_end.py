def g(name):
    try:
        yield name
    finally:
        print("closing", name)


def hold():
    a = g("local")
    print(next(a))
    return g("never started")


kept = g("module level")
print(next(kept))
other = hold()
print("end of program")
