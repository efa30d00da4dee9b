# %% [markdown]
# # Two ways back in
# A subroutine is always entered at its first line. A coroutine is entered
# there once; after that it goes on behind the yield where it was suspended,
# and it may have many of these points of re-entry. Here there are two.
#
# Watch the numbers at the two yields: each point is used more than once. The
# subroutine comes in at the top every time, so it has to remember the place
# itself, in self.place, and to find its way there by asking.
#
# To try: give the lamp a third state, "dim", between "on" and "off".
#
# teaches: entry, re-entry, multiple-re-entry
# compare: output

# %% coroutine
def lamp():
    while True:
        yield "on"          #> The next press goes on behind this place.
        yield "off"         #> The same coroutine, another way back in.

light = lamp()              #> Nothing of lamp runs yet.
for press in range(5):
    print(next(light))

# %% subroutine
class Lamp:
    def __init__(self):
        self.place = 1

    def press(self):
        if self.place == 1: #> In at the top again: where were we?
            self.place = 2
            return "on"
        self.place = 1
        return "off"

light = Lamp()
for press in range(5):
    print(light.press())
