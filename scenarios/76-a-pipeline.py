# %% [markdown]
# # A pipeline
# Words come in, the short ones are left out, the others are printed. Three
# stages, each a loop of its own; for pulls one word at a time through all of
# them. Nothing is kept between the stages but the word on its way.
#
# On the right the words are pushed: each stage is called with a word and calls
# the next one. As little is kept, but only the first stage has its loop. The
# last cannot say that it has had enough, and a stage that wants two words at
# a time must put the first one away.
#
# To try: stop after the first long word. On the left that is a break. What is
# it on the right, and how many stages have to know?
#
# teaches: generator, callback, quasi-concurrent
# compare: output

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
def read(text, then):
    for word in text.split():
        print("read", word)
        then(word)      #> On to the next stage, which must come back.

def long(word, then):
    if len(word) > 2:
        then(word)

def show(word):
    print("long", word)

def only_long(word):
    long(word, show)    #> The stages are tied together by hand.

read("we go far now", only_long)
