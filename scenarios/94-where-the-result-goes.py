# %% [markdown]
# # "return v gives v to next"
# The belief: the last next gets the returned value.
#
# next gets what is yielded. A return ends the generator, and next raises
# StopIteration; the value is in there. A for loop throws it away. Look at the
# step of the return, and where the value turns up: in end.value. The caller
# of a subroutine gets it with no ado.
#
# To try: let a for loop walk over bill(). Is 30 printed?
#
# teaches: return-value, both-return
# point: coroutine 18 StopIteration(30) is raised in <module>
# compare: output

# %% coroutine
def bill():
    yield 10
    yield 20
    return 30           #> Not a third value for next.

b = bill()
print(next(b))
print(next(b))
try:
    print(next(b))      #> Nothing is printed: next raises.
except StopIteration as end:
    print("end:", end.value)

# %% subroutine
def bill(show):
    show(10)
    show(20)
    return 30

total = bill(print)
print("end:", total)
