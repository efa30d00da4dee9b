# %% [markdown]
# # "One can send to it at once"
# The belief: a new coroutine takes what is sent to it.
#
# What is sent becomes the value of a yield. A coroutine that is CREATED has
# not come to any yield, so there is nothing that the value could go to, and
# Python refuses. The first resume must be next, or send(None). The object on
# the right is ready when it is made: its method has a parameter.
#
# To try: put next(e) before the try.
#
# teaches: send, entry
# point: coroutine 7 is raised in <module>
# compare: none

# %% coroutine
def echo():
    while True:
        word = yield
        print("echo", word)

e = echo()
try:
    e.send("hi")        #> No yield waits for it: refused.
except TypeError as error:
    print("refused")
next(e)
e.send("hi")            #> Now one waits.

# %% subroutine
class Echo:
    def send(self, word):
        print("echo", word)

e = Echo()
e.send("hi")
e.send("hi")
