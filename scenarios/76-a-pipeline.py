# %% [markdown]
# # A pipeline
# Words come in, the short ones are left out, the others are printed. Three
# stages, each a loop of its own; for pulls one word at a time through all of
# them. Nothing is kept between the stages but the word on its way.
#
# On the right every stage does all its work before the next begins, with a
# list between them. Compare when "read" and "long" are printed.
#
# To try: stop after the first long word, with break. What is still read?
#
# teaches: generator, quasi-concurrent, performance
# compare: lines

# %% coroutine
def read(text):
    for word in text.split():
        print("read", word)
        yield word

def long(words):
    for word in words:
        if len(word) > 2:
            yield word  #> On to the next stage, before more is read.

words = read("we go far now")
for word in long(words):
    print("long", word)

# %% subroutine
def read(text):
    words = []
    for word in text.split():
        print("read", word)
        words.append(word)
    return words

def long(words):
    found = []
    for word in words:
        if len(word) > 2:
            found.append(word)
    return found

words = read("we go far now")
for word in long(words):
    print("long", word)
