# %% [markdown]
# # Closed half way
# A suspended coroutine may never be needed again. close ends it where it
# stands: GeneratorExit is raised at its yield, and what it has in finally
# is done on the way out. If nobody holds it any more, Python closes it.
#
# Watch the frame at the close: it is entered a last time, and not to yield.
# The object on the right cannot tend to itself: who uses it must not forget
# to close it, so the try stands outside.
#
# To try: write t = None instead of t.close(). What is printed, and when?
#
# teaches: close, finally, both-return
# compare: output

# %% coroutine
def tap():
    try:
        while True:
            yield "drop"    #> close raises GeneratorExit here.
    finally:
        print("tap is shut") #> Done whichever way the frame ends.

t = tap()
print(next(t))
print(next(t))
t.close()
print("quiet")

# %% subroutine
class Tap:
    def drop(self):
        return "drop"

    def shut(self):
        print("tap is shut")

t = Tap()
try:
    print(t.drop())
    print(t.drop())
finally:                #> The user of the tap has to think of it.
    t.shut()
print("quiet")
