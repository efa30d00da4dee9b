# %% [markdown]
# # A generator in brackets
# A generator expression is a generator without a name: for, in, and what to
# yield. Written down, it has done nothing yet. Each time the for loop asks,
# it goes on for one value.
#
# Look at the right: there the making of the squares and the search among
# them are one loop, since a subroutine cannot stop half way. On the left
# they are two things, each with its own loop, and just as little is made.
#
# To try: write square brackets on the left. Now it is a list. How many
# squares are made before the search begins?
#
# teaches: generator-expression, give-way, generator
# compare: output

# %% both
def square(n):
    print("square of", n)
    return n * n

# %% coroutine
r = range(1, 9)
squares = (square(n) for n in r) #> Made, not run.
for value in squares:
    if value > 5:
        break           #> Nobody asks for more, so no more is done.
print("found", value)

# %% subroutine
n = 1
value = square(n)
while value <= 5:       #> Making and searching have become one loop.
    n += 1
    value = square(n)
print("found", value)
