# %% [markdown]
# # Before and after
# with asks an object to do something before its block and something after,
# also when the block fails. The two belong together, but two methods have no
# locals in common: what the second needs of the first goes to self.
#
# A coroutine is made for this. It runs up to its yield; the block runs while
# it is suspended; then it goes on. Before and after stand in one function.
#
# To try: raise ValueError in the block on the left, and put a try with
# except ValueError around the yield. Who has caught it?
#
# teaches: context-manager, preserved-locals, finally
# compare: output

# %% coroutine
import contextlib

@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield           #> The block of the with runs here.
    finally:
        print(f"</{name}>") #> The same name, in the same frame.

with tag("b"):
    print("bold")

# %% subroutine
class Tag:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f"<{self.name}>")

    def __exit__(self, *error):
        print(f"</{self.name}>")

with Tag("b"):
    print("bold")       #> Neither method has a frame now.
