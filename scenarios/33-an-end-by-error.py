# %% [markdown]
# # An end by error
# An error that a coroutine does not catch goes to the one who resumed it,
# as it goes to the caller of a subroutine. The frame is unwound: it has
# ended, and cannot be resumed. Asked again, it only says that it is done.
#
# The object on the right outlives its error, since it has no frame that could
# end. So the last lines differ: here the two kinds really are not the same.
#
# To try: catch the ValueError inside of numbers, and yield 0 then.
#
# teaches: both-return, master-slave
# compare: none

# %% coroutine
def numbers(text):
    for word in text.split():
        yield int(word) #> int fails: the frame ends by this error.

source = numbers("4 x 6")
try:
    while True:
        print(next(source))
except ValueError:
    print("no number")
print(next(source, "ended"))

# %% subroutine
class Numbers:
    def __init__(self, text):
        self.words = text.split()

    def next(self):
        word = self.words.pop(0)
        return int(word) #> Only the frame of this call ends.

source = Numbers("4 x 6")
try:
    while True:
        print(source.next())
except ValueError:
    print("no number")
print(source.next())
