# %% [markdown]
# # "next starts it again at the top"
# The belief: each next calls the generator function anew.
#
# The entry is used once. Watch the lane: one filled circle, then only
# points of re-entry. "open" is printed once on the left. The function on the
# right is called twice and starts at its top twice.
#
# To try: ask a third time on both sides.
#
# teaches: re-entry, entry
# point: coroutine 11 shop#1 is resumed and goes on at ◆1
# compare: result

# %% coroutine
def shop():
    print("open")       #> Entered once, so printed once.
    yield "bread"
    yield "milk"        #> The second next comes in behind "bread".

s = shop()
print(next(s))
print(next(s))

# %% subroutine
def shop(number):
    print("open")       #> Each call comes in here.
    goods = ["bread", "milk"]
    return goods[number]

print(shop(0))
print(shop(1))
