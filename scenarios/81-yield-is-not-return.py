# %% [markdown]
# # "yield is just another return"
# The belief: yield gives a value back and the function is over.
#
# A return ends the frame: what stands behind it is never reached. A yield
# leaves the frame SUSPENDED, and the next resume goes on behind it. The
# lines below are the same but for one word.
#
# To try: put a return before the second yield. Which loop ends when?
#
# teaches: give-way, both-return
# point: coroutine 10 greet#1 is resumed and goes on at ◆1
# compare: none

# %% coroutine
def greet():
    yield "hello"       #> Not over: it goes on here.
    yield "goodbye"

for word in greet():
    print(word)

# %% subroutine
def greet():
    return ["hello"]    #> Over: the next line is never reached.
    return ["goodbye"]

for word in greet():
    print(word)
