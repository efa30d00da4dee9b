count = 0


def bump():
    global count, made
    count += 1
    made = f"made {count}"


bump()
bump()
print(count, made)


def uses_builtin():
    return len([1])


def shadow(len):
    return len


print(uses_builtin(), shadow(3))
len = lambda x: "mine"
print(uses_builtin())
del len
print(uses_builtin())
try:
    del never_there
except NameError as e:
    print(e)
