# %% coroutine
def names():
    while True:
        name = input("who? ")
        if name == "":
            return
        yield name

for name in names():
    print("hello", name)
# %% input
# Ada
