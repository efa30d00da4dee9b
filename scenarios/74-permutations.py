# %% [markdown]
# # Permutations
# All orders of three letters: put the first letter into every place of every
# order of the others. The coroutine says this and nothing else. Each level
# of it waits with its own word and place until the next order is wanted.
#
# A subroutine that is to give one order at a time cannot stay in a recursion.
# The one on the right makes the next order out of the last: another
# algorithm, known for centuries, and much harder to see.
#
# To try: four letters. How deep are the frames on the left?
#
# teaches: generator, preserved-locals, re-entry
# compare: lines

# %% coroutine
def orders(word):
    if word == "":
        yield ""
        return
    x, n = word[0], len(word)
    for w in orders(word[1:]):
        for i in range(n):
            a, b = w[:i], w[i:]
            yield a + x + b #> All that is on its way stays here.

for order in orders("abc"):
    print(order)

# %% subroutine
def next_order(w):
    i = len(w) - 1
    while i and w[i-1] > w[i]:
        i -= 1
    if i == 0:
        return None
    j = len(w) - 1
    while w[j] < w[i-1]:
        j -= 1
    w[i-1], w[j] = w[j], w[i-1]
    w[i:] = reversed(w[i:])
    return w

w = list("abc")
while w:
    print("".join(w))
    w = next_order(w)
