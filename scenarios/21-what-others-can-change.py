# %% [markdown]
# # What others can change
# While a coroutine is suspended, its locals stay as they are: nobody else can
# reach them. But a local may refer to an object that others know too. The
# name still means the same object; what is in the object may be different.
#
# Watch before and basket while the generator is suspended. before stays 1.
# basket stays the same list, and the list gets longer.
#
# To try: write basket = list(basket) as the first line of watch. Now the
# coroutine has a list of its own. What is printed at the end?
#
# teaches: preserved-locals, give-way
# compare: output

# %% coroutine
def watch(basket):
    before = len(basket)
    yield before        #> before is safe here. The list is shared.
    yield len(basket) - before

basket = ["egg"]
w = watch(basket)
print("at first", next(w))
basket.append("milk")   #> Changed while watch is suspended.
print("new", next(w))

# %% subroutine
class Watch:
    def __init__(self, basket):
        self.basket = basket
        self.before = len(basket)

    def new(self):
        now = len(self.basket)
        return now - self.before

basket = ["egg"]
w = Watch(basket)       #> The object keeps what the frame would lose.
print("at first", w.before)
basket.append("milk")
print("new", w.new())
